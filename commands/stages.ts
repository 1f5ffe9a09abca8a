// /stage: the seeker moves a referral on, and everybody who referred it hears of it.

import { nextStages, type Stage, stages } from '../core/referral.ts';
import type { Action, Block, Text, View } from '../core/view.ts';
import type { StoredOpening } from '../storage/stored-opening.ts';
import { settleArrival } from './arrivals.ts';
import { command } from './command.ts';
import type { Context } from './context.ts';
import { tellStage, tellStageBack } from './news.ts';
import { openingLine } from './opening-view.ts';
import { bold, button, line, say } from './say.ts';
import { UserError } from './user-error.ts';
import { visibleOpening } from './visibility.ts';

export const stage = command({
  name: 'stage',
  role: 'seeker',
  options: {
    id: { kind: 'number', required: true },
    stage: { kind: 'choice', choices: stages },
    note: { kind: 'text', maxLength: 500, verbatim: true },
    undo: { kind: 'number', named: true },
  },
  async run({ id, stage: to, note = null, undo }, context): Promise<View> {
    const found = await movable(id, context);
    if (undo !== undefined) return takeBack(found, undo, context);
    return to === undefined ? standing(found, context) : move(found, to, note, context);
  },
});

/** What was refused, or went into another opening, goes no way of its own. */
async function movable(id: number, context: Context): Promise<StoredOpening> {
  const found = await visibleOpening(id, context);
  const { mergedInto, state } = found;
  if (mergedInto !== null) throw new UserError((words) => words.duplicates.wentTo(id, mergedInto));
  if (state === 'rejected') throw new UserError((words) => words.review.already(id, words.states[state]));
  return found;
}

function standing(found: StoredOpening, context: Context): View {
  const { words } = context;
  const { id, opening, stage: current, stagedAt } = found;
  return {
    kind: 'view',
    blocks: [
      { kind: 'text', text: [bold(`#${id} `), ...openingLine(opening, context)] },
      {
        kind: 'text',
        text: [
          current === null || stagedAt === null
            ? words.stage.notTaken
            : words.stage.since(words.stages[current], stagedAt),
        ],
      },
      ...noteExample(found, context),
    ],
    actions: [...stageButtons(found, context), ...button(words.openings.show(id), 'opening', { id })],
    private: true,
  };
}

/** How a note is typed, with a stage that leads on. */
function noteExample({ id, stage: current }: StoredOpening, { words }: Context): readonly Block[] {
  const [next] = nextStages(current);
  if (next === undefined) return [];
  const name = words.stages[next];
  // A name of several words would be taken for a stage and a note.
  const typed = line(`/stage ${id} ${name.includes(' ') ? next : name} …`);
  return [{ kind: 'text', text: [words.stage.withNote, words.space, typed] }];
}

/** Where the opening is on its way, among the facts of its view; nothing while it is not taken up. */
export const stageFacts = (
  { stage: current, stagedAt }: Pick<StoredOpening, 'stage' | 'stagedAt'>,
  { words }: Context,
): readonly (readonly [label: string, value: Text])[] =>
  current === null || stagedAt === null
    ? []
    : [[words.stage.label, [words.stage.since(words.stages[current], stagedAt)]]];

/** For the seeker, a button for each sensible next stage. */
export const stageButtons = (
  { id, stage: current, state }: Pick<StoredOpening, 'id' | 'stage' | 'state'>,
  { words, caller }: Context,
): readonly Action[] =>
  caller.roles.has('seeker') && ['pending', 'open', 'closed'].includes(state)
    ? nextStages(current).flatMap((next) => button(words.moves[next], 'stage', { id, stage: next }))
    : [];

async function move(found: StoredOpening, to: Stage, note: string | null, context: Context): Promise<View> {
  const { house, caller, words, now } = context;
  const { id, stage: from } = found;
  if (from === to) throw new UserError((messages) => messages.stage.already(id, messages.stages[to]));
  const { change, told } = await house.store.transaction(async (store) => {
    const moved = await store.stages.move(id, { from, to, note, by: caller.personId }, now);
    if (moved === null) throw new UserError((messages) => messages.stage.movedMeanwhile(id));
    await settleArrival(store, found, context);
    const hear = await tellStage(store, id, { id: moved, before: from, after: to, note }, context);
    return { change: moved, told: hear };
  });
  return say([words.stage.done(id, words.stages[to]), words.stage.told(told)].join(words.space), {
    actions: [
      ...button(words.stage.undo, 'stage', { id, undo: change }),
      ...button(words.openings.show(id), 'opening', { id }),
    ],
    private: true,
  });
}

async function takeBack({ id }: StoredOpening, changeId: number, context: Context): Promise<View> {
  const { house, words } = context;
  const { before, told } = await house.store.transaction(async (store) => {
    const change = await store.stages.takeBack(id, changeId);
    if (change === null) throw new UserError((messages) => messages.stage.movedMeanwhile(id));
    return { ...change, told: await tellStageBack(store, id, change, context) };
  });
  const now = before === null ? words.stage.backToNone(id) : words.stage.back(id, words.stages[before]);
  return say([now, words.stage.toldBack(told)].join(words.space), {
    actions: button(words.openings.show(id), 'opening', { id }),
    private: true,
  });
}
