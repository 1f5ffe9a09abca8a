// /close and /edit: what is changed of an opening once it is in, by whoever handed it in or moderates.

import { isDeepStrictEqual } from 'node:util';

import type { Opening } from '../core/opening.ts';
import type { Reply, Text, View } from '../core/view.ts';
import type { StoredOpening } from '../storage/stored-opening.ts';
import { settleAlerts } from './alerts.ts';
import { tellArrival } from './arrivals.ts';
import { command } from './command.ts';
import { type Context, mayModerate, needsReview } from './context.ts';
import { storedVerdict, verdictOn } from './judging.ts';
import { tellDecision } from './news.ts';
import { amend, amendable, fieldsOf, type Recorded, said } from './opening-form.ts';
import { answerable, answered, answerForm, askable, followUp, isAddition, settle } from './questions.ts';
import { apart, button, line, say } from './say.ts';
import { searchNames } from './search-names.ts';
import { UserError } from './user-error.ts';
import { visibleOpening } from './visibility.ts';

export const close = command({
  name: 'close',
  role: 'anyone',
  options: {
    id: { kind: 'number', required: true },
    reason: { kind: 'text', maxLength: 300 },
    undo: { kind: 'choice', choices: ['yes'], named: true },
  },
  async run({ id, reason = null, undo }, context): Promise<View> {
    const { words, house, caller, now } = context;
    const found = await changeableOpening(id, context);
    if (undo === undefined) {
      const closed = await house.store.transaction(async (rooms) => {
        const done = await rooms.openings.close(id, { by: caller.personId, reason }, now);
        if (done) await tellDecision(rooms, found, { kind: 'closed', reason }, context);
        return done;
      });
      if (!closed)
        throw new UserError((messages) => messages.review.already(id, messages.states[found.state]));
      return say(words.close.done(id), { actions: button(words.close.undo, 'close', { id, undo: 'yes' }) });
    }
    // What a moderator closed does not come back unseen.
    const isOwn = mayModerate(found, context) || found.decidedBy === caller.personId;
    const again = { from: ['closed'], to: 'pending', by: caller.personId, reason: null } as const;
    const reopened = await house.store.transaction(async (rooms) => {
      const done = isOwn
        ? await rooms.openings.reopen(id, { by: caller.personId }, now)
        : await rooms.openings.decide(id, again, now);
      if (done) await tellDecision(rooms, found, null, context);
      return done;
    });
    if (!reopened) throw new UserError((messages) => messages.close.notClosed(id));
    return say(isOwn ? words.close.undone(id) : words.review.decided.wait(id), {
      actions: button(words.openings.show(id), 'opening', { id }),
    });
  },
});

export const edit = command({
  name: 'edit',
  role: 'anyone',
  options: { id: { kind: 'number', required: true }, ...amendable, ...answerable, ...askable },
  asks(asked) {
    const { id: _, skip, field: __, ...values } = asked;
    return skip === undefined && isNothing(values);
  },
  async run({ id, skip, field, ...values }, context): Promise<Reply> {
    const stored = await changeableOpening(id, context);
    if (skip !== undefined) {
      await settle(stored, {}, skip, context);
      return nextStep(stored, [context.words.questions.skipped], context);
    }
    if (isNothing(values)) {
      if (field !== undefined) return answerForm(id, field, context);
      return {
        kind: 'form',
        title: context.words.edit.title(id),
        command: 'edit',
        fixed: { id: String(id) },
        fields: fieldsOf(stored.opening, context),
      };
    }
    const amended = await correct(
      stored,
      (now) => answered(amend(now, values, context), values, context),
      context,
    );
    await settle(stored, said(values, stored.opening, context), undefined, context);
    return nextStep({ ...stored, opening: amended.opening }, amended.done, context);
  },
});

const isNothing = (values: Readonly<Record<string, unknown>>): boolean =>
  Object.values(values).every((value) => value === undefined);

/** Corrects what stands now, which others may have corrected meanwhile; a member's correction is reviewed again. */
async function correct(
  { id }: StoredOpening,
  amendment: (current: Recorded) => Recorded,
  context: Context,
): Promise<{ readonly opening: Opening; readonly done: Text }> {
  const { words, house, caller, now } = context;
  return house.store.transaction(async (rooms) => {
    const { openings: store } = rooms;
    const current = await store.hold(id);
    if (current === null) throw new UserError((messages) => messages.openings.noSuch(id));
    const amended = amendment(current);
    const { opening: after } = amended;
    if (after.title === null)
      throw new UserError((messages) => messages.edit.titleMissing, { example: `/edit ${id} title=…` });
    if (isDeepStrictEqual(after, current.opening))
      return { opening: after, done: [words.edit.nothing, line(`/edit ${id} salary=30-40k`)] };
    const correction = { ...amended, searchText: searchNames(after), ...storedVerdict(after, context) };
    await store.change(id, correction, caller.personId, now);
    const isFine =
      mayModerate(current, context) || isUnreviewed(current, context) || isAddition(current.opening, after);
    const again = { from: ['open', 'rejected'], to: 'pending', by: caller.personId, reason: null } as const;
    const waits = !isFine && (await store.decide(id, again, now));
    if (!isFine) await store.reviewOnReturn(id);
    await settleAlerts(id, rooms, context);
    await tellArrival(rooms, id, context);
    return { opening: after, done: [waits ? words.edit.reviewed(id) : words.edit.done(id)] };
  });
}

/** Whether it is shown only where members' openings need no review; what all see does not go by what one place allows. */
const isUnreviewed = ({ audience }: StoredOpening, context: Context): boolean =>
  audience === context.audience && !needsReview(context);

/** What was done, the verdict as it is now, and the next question to whoever handed the opening in. */
async function nextStep(stored: StoredOpening, done: Text, context: Context): Promise<View> {
  const { words } = context;
  const { id, opening: facts } = stored;
  const { fit, score, best } = verdictOn(facts, context);
  const question = await followUp(stored, context);
  return {
    kind: 'view',
    blocks: [
      { kind: 'text', text: done },
      { kind: 'text', text: [words.verdict.title(fit, score, best), words.end] },
      ...question.blocks,
    ],
    actions: [...question.actions, ...apart(button(words.openings.show(id), 'opening', { id }))],
    private: question.blocks.length > 0,
  };
}

/** Whoever handed it in, and whoever moderates where that was. */
export const mayChange = (stored: StoredOpening, context: Context): boolean =>
  mayModerate(stored, context) || stored.submitterId === context.caller.personId;

async function changeableOpening(id: number, context: Context): Promise<StoredOpening> {
  const found = await visibleOpening(id, context);
  if (!mayChange(found, context)) throw new UserError((words) => words.close.notYours);
  const { mergedInto } = found;
  if (mergedInto !== null) throw new UserError((words) => words.duplicates.wentTo(id, mergedInto));
  return found;
}
