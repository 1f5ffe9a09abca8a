// Openings once they are in: list and search, and one in full.

import { isDeepStrictEqual } from 'node:util';

import { fits } from '../core/matching.ts';
import { blankOpening } from '../core/opening.ts';
import type { Action, Block, View } from '../core/view.ts';
import type { Store } from '../storage/open.ts';
import type { StoredOpening } from '../storage/stored-opening.ts';
import { mayChange } from './changes.ts';
import { command } from './command.ts';
import type { Context } from './context.ts';
import { duplicatesOf, likenessBlocks } from './duplicates.ts';
import { refreshVerdicts, verdictOn } from './judging.ts';
import { openingFacts, openingLine, verdictBlocks } from './opening-view.ts';
import { followUp, isFact } from './questions.ts';
import { apart, bold, button, say } from './say.ts';
import { stageButtons, stageFacts } from './stages.ts';
import { UserError } from './user-error.ts';
import { maySee, visibleOpening, whatStays } from './visibility.ts';

const pageSize = 5;

export const openings = command({
  name: 'openings',
  role: 'anyone',
  options: {
    query: { kind: 'text', maxLength: 200 },
    fit: { kind: 'choice', choices: [...fits, 'any'] },
    page: { kind: 'number' },
  },
  async run({ query, fit = 'any', page = 1 }, context): Promise<View> {
    const { house, viewer, words } = context;
    const again = { ...(query === undefined ? {} : { query }), ...(fit === 'any' ? {} : { fit }) };
    await refreshVerdicts(context);
    const { items, total } = await house.store.openings.search({
      profileId: house.profile.id,
      viewer,
      states: ['open'],
      order: 'best',
      page,
      size: pageSize,
      ...again,
    });
    const pages = Math.ceil(total / pageSize);
    if (total === 0) return nothingFound(query, fit, context);
    if (items.length === 0) throw new UserError((messages) => messages.openings.pastEnd(pages));
    const previous =
      page > 1 ? button(words.openings.previous, 'openings', { ...again, page: page - 1 }) : [];
    const next = page < pages ? button(words.openings.next, 'openings', { ...again, page: page + 1 }) : [];
    const position = [
      ...(pages === 1 ? [] : [words.openings.page(page, pages)]),
      ...(page < pages && next.length === 0 ? [words.openings.nextTyped(page + 1)] : []),
    ];
    return {
      kind: 'view',
      title: query === undefined ? words.openings.title(total) : words.openings.found(total, query),
      blocks: [
        { kind: 'list', items: items.map((item) => listLine(item, context)) },
        ...(position.length === 0 ? [] : [{ kind: 'text', text: [position.join(' · ')] } as const]),
      ],
      actions: [
        ...items.flatMap(({ id }) => button(words.openings.show(id), 'opening', { id })),
        ...previous,
        ...next,
      ],
    };
  },
});

function nothingFound(
  query: string | undefined,
  fit: (typeof fits)[number] | 'any',
  { words }: Context,
): View {
  const { openings: phrases, fits: named } = words;
  if (fit !== 'any') {
    const sentence =
      query === undefined ? phrases.noneOfFit(named[fit]) : phrases.notFoundOfFit(query, named[fit]);
    return say(sentence, {
      actions: button(phrases.ofAnyFit, 'openings', query === undefined ? {} : { query }),
    });
  }
  if (query !== undefined) return say(phrases.notFound(query));
  return say(words.openings.none, { actions: button(words.help.submit, 'submit', {}, 'primary') });
}

const listLine = ({ id, opening, fit }: StoredOpening, context: Context) => [
  bold(`#${id} `),
  ...openingLine(opening, context),
  ` · ${context.words.fits[fit]}`,
];

export const opening = command({
  name: 'opening',
  role: 'anyone',
  options: { id: { kind: 'number', required: true } },
  async run({ id }, context): Promise<View> {
    const { house, viewer } = context;
    const found = await house.store.openings.find(id, viewer);
    return found?.state === 'merged'
      ? mergedView(found, context)
      : openingView(await visibleOpening(id, context), context);
  },
});

/** The opening in full, with the actions that the caller may take. */
async function openingView(stored: StoredOpening, context: Context): Promise<View> {
  const { words, house, caller } = context;
  const { id, opening: facts, state } = stored;
  const referrers = await house.store.openings.referrers(id);
  const isReviewed = caller.roles.has('moderator') && state === 'pending';
  const question = await followUp(stored, context);
  const [twin] = isReviewed ? await duplicatesOf(stored, context) : [];
  const standing: Block = {
    kind: 'facts',
    facts: [
      [words.openings.state, [words.states[state]]],
      ...stageFacts(stored, context),
      ...(stored.reason === null ? [] : [[words.openings.reason, [stored.reason]] as const]),
      [
        words.openings.referredBy,
        [
          words.openings.on(
            referrers.length === 0 ? [words.openings.someone] : referrers.map(({ name }) => name),
            stored.createdAt,
          ),
        ],
      ],
    ],
  };
  return {
    kind: 'view',
    title: `#${id} ${facts.title ?? words.openings.untitled}`,
    blocks: [
      openingFacts(facts, context, false),
      standing,
      ...(twin === undefined ? [] : await likenessBlocks(twin.stored, context)),
      ...verdictBlocks(verdictOn(facts, context), facts, context),
      ...question.blocks,
    ],
    actions: [
      ...question.actions,
      ...apart([
        ...stageButtons(stored, context),
        ...(isReviewed ? await reviewButtons(id, context) : []),
        ...(twin === undefined ? [] : mergeButton(id, twin.stored.id, context)),
        ...(mayChange(stored, context) && state !== 'rejected' ? changeButtons(stored, context) : []),
      ]),
    ],
    private: state !== 'open' || question.blocks.length > 0,
  };
}

/** Whoever could see it is told where it went; what is in it stays with those who may see what does not stand. */
async function mergedView(merged: StoredOpening, context: Context): Promise<View> {
  const { words, caller } = context;
  const { id } = merged;
  const stays = await whatStays(merged, context);
  if (stays === null) throw new UserError((messages) => messages.openings.noSuch(id));
  return {
    kind: 'view',
    blocks: [
      { kind: 'text', text: [words.duplicates.wentTo(id, stays.id)] },
      ...(maySee(merged, context) ? [openingFacts(merged.opening, context, false)] : []),
    ],
    actions: [
      ...button(words.openings.show(stays.id), 'opening', { id: stays.id }),
      ...(caller.roles.has('moderator') ? button(words.review.undo, 'review', { id, undo: 'yes' }) : []),
    ],
    private: true,
  };
}

/** The buttons carry what the moderator looks at, so that a later change is not accepted unseen. */
export async function reviewButtons(id: number, { words, house }: Context): Promise<readonly Action[]> {
  const revised = await revision(id, house.store);
  const rev = revised === 1 ? {} : { rev: revised };
  return [
    ...button(words.review.accept, 'review', { id, decision: 'accept', ...rev }, 'primary'),
    ...button(words.review.reject, 'review', { id, decision: 'reject', ...rev }, 'danger'),
  ];
}

/** Counts from 1, and up with every change that a moderator would want to see: not for facts that were only added. */
export async function revision(id: number, { openings: store }: Pick<Store, 'openings'>): Promise<number> {
  const changes = await store.changes(id);
  return (
    changes.filter(({ field, before }) => !isFact(field) || !isDeepStrictEqual(before, blankOpening[field]))
      .length + 1
  );
}

export const mergeButton = (id: number, into: number, { words }: Context): readonly Action[] =>
  button(words.review.merge(into), 'review', { id, decision: 'merge', into });

const changeButtons = ({ id, state }: StoredOpening, { words }: Context): readonly Action[] =>
  state === 'closed'
    ? button(words.close.reopen, 'close', { id, undo: 'yes' })
    : [
        ...button(words.openings.edit, 'edit', { id }),
        ...button(words.openings.close, 'close', { id }, 'danger'),
      ];
