// /review: the queue of openings that wait; accepting or rejecting one, or merging it into another.

import type { View } from '../core/view.ts';
import type { StoredOpening } from '../storage/stored-opening.ts';
import { command } from './command.ts';
import { type Context, mayModerate } from './context.ts';
import { duplicatesOf, likenessBlocks, sure } from './duplicates.ts';
import { refreshVerdicts } from './judging.ts';
import { tellDecision } from './news.ts';
import { openingLine } from './opening-view.ts';
import { mergeButton, reviewButtons, revision } from './openings.ts';
import { bold, button, say } from './say.ts';
import { UserError } from './user-error.ts';
import { visibleOpening } from './visibility.ts';

const queueSize = 5;

export const review = command({
  name: 'review',
  role: 'moderator',
  options: {
    id: { kind: 'number' },
    decision: { kind: 'choice', choices: ['accept', 'reject', 'merge', 'wait'] },
    reason: { kind: 'text', maxLength: 300 },
    into: { kind: 'number' },
    rev: { kind: 'number', named: true },
    page: { kind: 'number' },
    undo: { kind: 'choice', choices: ['yes'], named: true },
  },
  async run({ id, decision, into, reason = null, undo, rev = 1, page = 1 }, context): Promise<View> {
    if (id === undefined) {
      if (decision !== undefined || undo !== undefined) throw new UserError((words) => words.review.which);
      return queue(page, context);
    }
    const found = await visibleOpening(id, context);
    if (undo !== undefined) return separate(found, context);
    switch (decision) {
      case undefined:
        return undecided(found, context);
      case 'merge':
        return merge(found, into, context);
      case 'accept':
      case 'reject':
      case 'wait':
        return decide(found, decision, { reason, rev }, context);
    }
  },
});

async function queue(page: number, context: Context): Promise<View> {
  const { house, viewer, words } = context;
  await refreshVerdicts(context);
  const { items, total } = await house.store.openings.search({
    profileId: house.profile.id,
    viewer,
    states: ['pending'],
    order: 'oldest',
    page,
    size: queueSize,
  });
  if (total === 0) return say(words.review.none, { private: true });
  const pages = Math.ceil(total / queueSize);
  if (items.length === 0) throw new UserError((messages) => messages.openings.pastEnd(pages));
  return {
    kind: 'view',
    title: words.review.title(total),
    blocks: [
      { kind: 'list', items: items.map((item) => queueLine(item, context)) },
      ...(pages === 1 ? [] : [{ kind: 'text', text: [words.openings.page(page, pages)] } as const]),
    ],
    actions: [
      ...items.flatMap(({ id }) => button(words.openings.show(id), 'opening', { id })),
      ...(page > 1 ? button(words.openings.previous, 'review', { page: page - 1 }) : []),
      ...(page < pages ? button(words.openings.next, 'review', { page: page + 1 }) : []),
    ],
    private: true,
  };
}

const queueLine = ({ id, opening, fit }: StoredOpening, context: Context) => [
  bold(`#${id} `),
  ...openingLine(opening, context),
  ` · ${context.words.fits[fit]}`,
];

async function undecided(found: StoredOpening, context: Context): Promise<View> {
  const { id, opening } = found;
  const [twin] = await duplicatesOf(found, context);
  return {
    kind: 'view',
    title: context.words.review.decide,
    blocks: [
      { kind: 'text', text: [bold(`#${id} `), ...openingLine(opening, context)] },
      ...(twin === undefined ? [] : await likenessBlocks(twin.stored, context)),
    ],
    actions: [
      ...(await reviewButtons(id, context)),
      ...(twin === undefined ? [] : mergeButton(id, twin.stored.id, context)),
    ],
    private: true,
  };
}

/** Without `into`, into the one opening that is surely the same; where there are several, they are to choose from. */
async function merge(found: StoredOpening, into: number | undefined, context: Context): Promise<View> {
  const { house, caller, now, words } = context;
  const { id, state } = found;
  if (!['pending', 'open'].includes(state)) {
    throw new UserError((messages) => messages.review.already(id, messages.states[state]));
  }
  if (state !== 'pending' && !isTheirs(found, context)) {
    throw new UserError((messages) => messages.review.notHere);
  }
  if (into === id) throw new UserError((messages) => messages.duplicates.intoItself);
  const alike = into === undefined ? sure(await duplicatesOf(found, context)) : [];
  if (alike.length > 1) return whichOne(id, alike, context);
  const target = into === undefined ? alike[0] : await visibleOpening(into, context);
  if (target === undefined)
    throw new UserError((messages) => messages.duplicates.noneLike(id), {
      example: `/review ${id} merge into=…`,
    });
  const merged = await house.store.transaction(async (store) => {
    const done = await store.duplicates.merge(id, target.id, { by: caller.personId }, now);
    if (done) await tellDecision(store, found, { kind: 'merged', reason: null }, context);
    return done;
  });
  if (!merged) throw new UserError((messages) => messages.duplicates.cannotMerge(id, target.id));
  return say(words.review.merged(id, target.id), {
    actions: [
      ...button(words.openings.show(target.id), 'opening', { id: target.id }),
      ...button(words.review.undo, 'review', { id, undo: 'yes' }),
    ],
    private: true,
  });
}

const whichOne = (id: number, alike: readonly StoredOpening[], context: Context): View => ({
  kind: 'view',
  title: context.words.duplicates.several(id),
  blocks: [{ kind: 'list', items: alike.slice(0, queueSize).map((one) => queueLine(one, context)) }],
  actions: alike.slice(0, queueSize).flatMap((one) => mergeButton(id, one.id, context)),
  private: true,
});

/** Whether the caller decided on it last, or moderates where it was handed in. */
const isTheirs = (found: Pick<StoredOpening, 'decidedBy' | 'audience'>, context: Context): boolean =>
  found.decidedBy === context.caller.personId || mayModerate(found, context);

async function separate(found: StoredOpening, context: Context): Promise<View> {
  const { house, caller, now, words } = context;
  const { id } = found;
  if (!isTheirs(found, context)) throw new UserError((messages) => messages.review.notHere);
  const separated = await house.store.transaction(async (store) => {
    const done = await store.duplicates.separate(id, { by: caller.personId }, now);
    if (done) await tellDecision(store, found, null, context);
    return done;
  });
  if (!separated) throw new UserError((messages) => messages.duplicates.notMerged(id));
  return say(words.review.separated(id), {
    actions: button(words.openings.show(id), 'opening', { id }),
    private: true,
  });
}

/** What takes a decision back: the decision that leads to the state before it. */
const undoing = { pending: 'wait', open: 'accept', rejected: 'reject' } as const;

/** What whoever handed it in hears of each. */
const told = { accept: 'accepted', reject: 'rejected', wait: null } as const;

const outcomes = { accept: 'open', reject: 'rejected', wait: 'pending' } as const;

/**
 * Accepts only what the moderator saw: `rev` tells how often it had been changed by then. What was not handed in
 * here is decided while it waits; later only by whoever decided it.
 */
async function decide(
  found: StoredOpening,
  decision: keyof typeof outcomes,
  { reason, rev }: { readonly reason: string | null; readonly rev: number },
  context: Context,
): Promise<View> {
  const { house, caller, now, words } = context;
  const { id } = found;
  const to = outcomes[decision];
  const { undo, overruled } = await house.store.transaction(async (store) => {
    const current = (await store.openings.hold(id)) ?? found;
    const { state, decidedBy, audience } = current;
    if (state === to || state === 'closed' || state === 'merged') {
      throw new UserError((messages) => messages.review.already(id, messages.states[state]));
    }
    if (state !== 'pending' && !isTheirs({ decidedBy, audience }, context)) {
      throw new UserError((messages) => messages.review.notHere);
    }
    const revised = await revision(id, store);
    if (decision === 'accept' && rev !== revised) {
      throw new UserError((messages) => messages.review.changed(id));
    }
    await store.openings.decide(id, { from: [state], to, by: caller.personId, reason }, now);
    const kind = told[decision];
    await tellDecision(store, current, kind === null ? null : { kind, reason }, context);
    return {
      undo: { id, decision: undoing[state], ...(revised === 1 ? {} : { rev: revised }) },
      // Two may look at the same opening, and the second does not see what the first decides.
      overruled: state !== 'pending' && decidedBy !== null && decidedBy !== caller.personId ? state : null,
    };
  });
  const done = words.review.decided[decision](id, found.audience === 'public');
  const before = overruled === null ? [] : [words.review.overruled(words.states[overruled])];
  return say([done, ...before].join(words.space), {
    actions: button(words.review.undo, 'review', undo),
    private: true,
  });
}
