// Handing in what a draft holds: one opening or the chosen jobs of a post, all in one transaction; what is known already
// gets another referrer instead. And taking the whole of a post back.

import type { Opening } from '../core/opening.ts';
import type { Block, View } from '../core/view.ts';
import type { Draft, DraftJob } from '../storage/drafts.ts';
import type { Rooms } from '../storage/open.ts';
import type { NewOpening, StoredOpening } from '../storage/stored-opening.ts';
import { settleAlerts } from './alerts.ts';
import { tellArrival } from './arrivals.ts';
import { type Context, needsReview } from './context.ts';
import { duplicatesOf, sure } from './duplicates.ts';
import { storedVerdict } from './judging.ts';
import { recipientOf } from './letters.ts';
import { withinLimits } from './limits.ts';
import { tellDecision } from './news.ts';
import { openingLine } from './opening-view.ts';
import { followUp } from './questions.ts';
import { apart, bold, button, say } from './say.ts';
import { searchNames } from './search-names.ts';
import { UserError } from './user-error.ts';
import { namingButton } from './wishes.ts';

/** Ends the draft and keeps the opening, both or neither; a second tap finds the draft ended. */
export async function confirmDraft(current: Draft, context: Context): Promise<View> {
  const { caller, words } = context;
  const { opening } = current;
  const added = newOpening(current, context);
  const { state } = added;
  const id = await withinLimits(1, context, () =>
    ending(current, context, (store) => add(added, store, context)),
  );
  const question = await followUp({ id, opening, submitterId: caller.personId, state }, context);
  return {
    kind: 'view',
    blocks: [
      { kind: 'text', text: [state === 'open' ? words.draft.opened(id) : words.draft.pending(id)] },
      ...(await howToHear(context)),
      ...question.blocks,
    ],
    actions: [
      ...question.actions,
      ...apart([
        ...button(words.openings.show(id), 'opening', { id }),
        ...button(words.openings.close, 'close', { id }),
        ...(await namingButton(context)),
      ]),
    ],
    private: true,
  };
}

/** Drops the draft and makes the caller one of those who handed in the opening that it looks like. */
export async function joinTwin(current: Draft, context: Context): Promise<View> {
  const { caller, now, words } = context;
  const { opening, text } = current;
  const [twin] = await duplicatesOf({ opening, text }, context);
  if (twin === undefined) throw new UserError((messages) => messages.duplicates.gone);
  const { id } = twin.stored;
  const isNew = await ending(current, context, (store) => store.duplicates.credit(id, caller.personId, now));
  return say(isNew ? words.duplicates.joined(id) : words.duplicates.joinedBefore(id), {
    actions: [...button(words.openings.show(id), 'opening', { id }), ...(await namingButton(context))],
    private: true,
  });
}

export async function cancelDraft(current: Draft, { house, caller, words }: Context): Promise<View> {
  const ended = await house.store.drafts.end(current.id, caller.personId, 'cancelled');
  if (!ended) throw new UserError((messages) => messages.draft.over);
  return say(words.draft.cancelled, { private: true });
}

/** The chosen jobs of a post: those that are known already are joined, the others become openings. */
export async function confirmJobs(current: Draft, context: Context): Promise<View> {
  const { caller, now } = context;
  const chosen = current.jobs.filter(({ choice }) => choice !== 'out');
  if (chosen.length === 0) throw new UserError((messages) => messages.several.nothingTicked);
  const handed: {
    readonly job: DraftJob;
    readonly added: NewOpening;
    readonly twin: StoredOpening | null;
  }[] = [];
  for (const job of chosen) {
    const alike =
      job.choice === 'apart' ? [] : sure(await duplicatesOf({ ...job, postId: current.id }, context));
    const added = newOpening({ ...current, ...job, postId: current.id }, context);
    handed.push({ job, added, twin: alike[0] ?? null });
  }
  const count = handed.filter(({ twin }) => twin === null).length;
  const ids = await withinLimits(count, context, () =>
    ending(current, context, async (store) => {
      const kept: number[] = [];
      for (const { added, twin } of handed) {
        if (twin === null) kept.push(await add(added, store, context));
        else await store.duplicates.credit(twin.id, caller.personId, now);
      }
      return kept;
    }),
  );
  const joined = handed.flatMap(({ twin }) => twin ?? []);
  const openings = handed.flatMap(({ added, twin }) => (twin === null ? [added.opening] : []));
  return handedIn(current, ids, openings, joined, context);
}

/** In a community, for whoever no letter can reach yet, though they want letters. */
async function howToHear({ house, caller, place, words }: Context): Promise<readonly Block[]> {
  const isMissed =
    place.kind !== 'private' &&
    !caller.isPlace &&
    (await recipientOf(caller.personId, house.store, house, true)) === null &&
    (await house.store.contacts.wishes(caller.personId)).wantsNews;
  return isMissed ? [{ kind: 'text', text: [words.draft.howToHear] }] : [];
}

/** More buttons than that would bury the answer. */
const mostShown = 8;

async function handedIn(
  { id: post }: Draft,
  ids: readonly number[],
  openings: readonly Opening[],
  joined: readonly StoredOpening[],
  context: Context,
): Promise<View> {
  const { words } = context;
  const thanks = needsReview(context)
    ? words.several.pending(ids.length, joined.length)
    : words.several.opened(ids.length, joined.length);
  const all = [...ids, ...joined.map(({ id }) => id)];
  return {
    kind: 'view',
    blocks: [
      { kind: 'text', text: [thanks] },
      ...(await howToHear(context)),
      {
        kind: 'list',
        items: [
          ...openings.map((opening, index) => [bold(`#${ids[index]} `), ...openingLine(opening, context)]),
          ...joined.map(({ id, opening }) => [
            bold(`#${id} `),
            ...openingLine(opening, context),
            ` · ${words.several.joined}`,
          ]),
        ],
      },
    ],
    actions: [
      ...all.slice(0, mostShown).flatMap((id) => button(words.openings.show(id), 'opening', { id })),
      ...(ids.length === 0 ? [] : button(words.several.closeAll, 'draft', { id: post, action: 'close' })),
      ...(await namingButton(context)),
    ],
    private: true,
  };
}

/** Closes all that was handed in from this post, or opens it again. */
export async function closeJobs({ id }: Draft, action: 'close' | 'reopen', context: Context): Promise<View> {
  const { house, caller, now, words } = context;
  const by = { by: caller.personId };
  const done = await house.store.transaction(async (store) => {
    const { openings } = store;
    const changed: number[] = [];
    for (const one of await openings.ofPost(id)) {
      if (one.submitterId !== caller.personId) continue;
      const isChanged =
        action === 'close'
          ? await openings.close(one.id, { ...by, reason: null }, now)
          : one.decidedBy === caller.personId && (await openings.reopen(one.id, by, now));
      if (!isChanged) continue;
      changed.push(one.id);
      const decision = action === 'close' ? ({ kind: 'closed', reason: null } as const) : null;
      await tellDecision(store, one, decision, context);
    }
    return changed;
  });
  if (done.length === 0) throw new UserError((messages) => messages.several.nothingToClose);
  return say(words.several[action](done), {
    actions:
      action === 'close'
        ? button(words.close.undo, 'draft', { id, action: 'reopen' })
        : button(words.several.closeAll, 'draft', { id, action: 'close' }),
    private: true,
  });
}

/** Does `work` in the transaction that ends the draft. */
const ending = <T>(
  { id }: Draft,
  { house, caller }: Context,
  work: (store: Rooms) => Promise<T>,
): Promise<T> =>
  house.store.transaction(async (store) => {
    const ended = await store.drafts.end(id, caller.personId, 'confirmed');
    if (!ended) throw new UserError((messages) => messages.draft.over);
    return work(store);
  });

/** Keeps an opening, and tells those whom it concerns. */
async function add(opening: NewOpening, store: Rooms, context: Context): Promise<number> {
  const id = await store.openings.add(opening, context.now);
  await settleAlerts(id, store, context);
  await tellArrival(store, id, context);
  return id;
}

function newOpening(
  drafted: Pick<Draft, 'opening' | 'evidence' | 'text' | 'source' | 'asRead'> &
    Partial<Pick<DraftJob, 'n'>> & { readonly postId?: number },
  context: Context,
): NewOpening {
  const { house, caller, place, audience } = context;
  const { opening, evidence, text, source, asRead, postId = null, n } = drafted;
  if (opening.title === null) {
    const example = n === undefined ? '/draft title=…' : `/draft n=${n} title=…`;
    throw new UserError((messages) => messages.draft.titleMissing(n), { example });
  }
  return {
    profileId: house.profile.id,
    placeId: place.id,
    audience,
    submitterId: caller.personId,
    state: needsReview(context) ? 'pending' : 'open',
    opening,
    evidence,
    text,
    source,
    searchText: searchNames(opening),
    asRead,
    postId,
    ...storedVerdict(opening, context),
  };
}
