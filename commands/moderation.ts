// /review: the queue of openings that wait, and accepting or rejecting one.

import type { View } from '../core/view.ts';
import type { StoredOpening } from '../storage/openings.ts';
import { command } from './command.ts';
import type { Context } from './context.ts';
import { openingLine } from './opening-view.ts';
import { reviewButtons, visibleOpening } from './openings.ts';
import { bold, button, say } from './say.ts';
import { UserError } from './user-error.ts';

const queueSize = 5;

export const review = command({
  name: 'review',
  role: 'moderator',
  options: {
    id: { kind: 'number' },
    decision: { kind: 'choice', choices: ['accept', 'reject'] },
    reason: { kind: 'text', maxLength: 300 },
  },
  async run({ id, decision, reason = null }, context): Promise<View> {
    if (id === undefined) {
      if (decision !== undefined) throw new UserError((words) => words.review.which);
      return queue(context);
    }
    const found = await visibleOpening(id, context);
    return decision === undefined ? undecided(found, context) : decide(found, decision, reason, context);
  },
});

async function queue(context: Context): Promise<View> {
  const { house, viewer, words } = context;
  const { items, total } = await house.store.openings.search({
    profileId: house.profile.id,
    viewer,
    states: ['pending'],
    order: 'oldest',
    page: 1,
    size: queueSize,
  });
  if (total === 0) return say(words.review.none, { private: true });
  return {
    kind: 'view',
    title: words.review.title(total),
    blocks: [{ kind: 'list', items: items.map((item) => queueLine(item, context)) }],
    actions: items.flatMap(({ id }) => button(words.openings.show(id), 'opening', { id })),
    private: true,
  };
}

const queueLine = ({ id, opening, fit }: StoredOpening, context: Context) => [
  bold(`#${id} `),
  ...openingLine(opening, context),
  ` · ${context.words.fits[fit]}`,
];

const undecided = ({ id, opening }: StoredOpening, context: Context): View => ({
  kind: 'view',
  title: context.words.review.decide,
  blocks: [{ kind: 'text', text: [bold(`#${id} `), ...openingLine(opening, context)] }],
  actions: reviewButtons(id, context),
  private: true,
});

/** Each decision can be taken back by the other one; a decision made twice says so. */
async function decide(
  { id, state }: StoredOpening,
  decision: 'accept' | 'reject',
  reason: string | null,
  context: Context,
): Promise<View> {
  const { house, caller, now, words } = context;
  const isAccept = decision === 'accept';
  const decided = await house.store.openings.decide(
    id,
    {
      from: isAccept ? ['pending', 'rejected'] : ['pending', 'open'],
      to: isAccept ? 'open' : 'rejected',
      by: caller.personId,
      reason,
    },
    now,
  );
  if (!decided) throw new UserError((messages) => messages.review.already(id, messages.states[state]));
  return say(isAccept ? words.review.accepted(id) : words.review.rejected(id), {
    actions: button(words.review.undo, 'review', { id, decision: isAccept ? 'reject' : 'accept' }),
    private: true,
  });
}
