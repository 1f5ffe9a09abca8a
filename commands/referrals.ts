// /referrals: what became of the caller's own referrals; for the seeker, all that is on its way and what waits for them.

import { pipeline, type Stage, stages } from '../core/referral.ts';
import type { Text, View } from '../core/view.ts';
import type { Referral } from '../storage/referrals.ts';
import type { StoredOpening } from '../storage/stored-opening.ts';
import { command } from './command.ts';
import type { Context } from './context.ts';
import { refreshVerdicts } from './judging.ts';
import { openingLine } from './opening-view.ts';
import { positionBlocks, turnButtons } from './pages.ts';
import { bold, button, say } from './say.ts';
import { UserError } from './user-error.ts';
import { maySee } from './visibility.ts';
import { namingButton } from './wishes.ts';

const pageSize = 5;

export const referrals = command({
  name: 'referrals',
  role: 'anyone',
  options: {
    /** `new`: not taken up yet. */
    stage: { kind: 'choice', choices: ['new', ...stages] },
    page: { kind: 'number' },
  },
  async run({ stage, page = 1 }, context): Promise<View> {
    const isSeeker = context.caller.roles.has('seeker');
    if (stage === undefined) return isSeeker ? overview(context) : own(page, context);
    if (!isSeeker) throw new UserError((words) => words.roleRefusals.seeker);
    return atStage(stage === 'new' ? null : stage, page, context);
  },
});

async function own(page: number, context: Context): Promise<View> {
  const { house, caller, viewer, words, place } = context;
  const { items, total } = await house.store.referrals.of(caller.personId, {
    profileId: house.profile.id,
    viewer,
    page,
    size: pageSize,
  });
  if (total === 0) {
    return say(place.kind === 'private' ? words.referrals.none : words.referrals.noneHere, {
      actions: button(words.help.submit, 'submit', {}, 'primary'),
      private: true,
    });
  }
  const pages = { page, size: pageSize, total };
  const lines = await Promise.all(items.map((item) => ownLine(item, context)));
  const targets = await Promise.all(items.map((item) => shownAs(item, context)));
  return {
    kind: 'view',
    title: words.referrals.own(total),
    blocks: [{ kind: 'list', items: lines }, ...positionBlocks(pages, words)],
    actions: [
      ...targets.flatMap((id) => (id === null ? [] : button(words.openings.show(id), 'opening', { id }))),
      ...turnButtons(pages, 'referrals', {}, words),
      ...(await namingButton(context)),
    ],
    private: true,
  };
}

/** What was handed in, how far it came, and what the seeker wrote about that. */
async function ownLine({ opening, stays }: Referral, { house, words }: Context): Promise<Text> {
  const { title, company } = opening.opening;
  const change = stays.stage === null ? null : await house.store.stages.newest(stays.id);
  return [
    bold(`#${opening.id} ${title ?? words.openings.untitled}`),
    ...(company === null ? [] : [` · ${company}`]),
    ` · ${fate(stays, words)}`,
    ...(opening.id === stays.id ? [] : [` · ${words.referrals.joined}`]),
    ...(change === null || change.note === null ? [] : [` · ${words.referrals.note(change.note)}`]),
  ];
}

function fate({ state, stage, stagedAt, reason }: StoredOpening, words: Context['words']): string {
  if (stage !== null && stagedAt !== null) return words.stage.since(words.stages[stage], stagedAt);
  if (state === 'open') return words.referrals.open;
  return words.states[state] + (reason === null ? '' : words.colon + reason);
}

/** Under which id the caller may look at it here; `null` where they may not. */
async function shownAs({ opening, stays }: Referral, context: Context): Promise<number | null> {
  const { house, viewer } = context;
  for (const { id, state } of [stays, opening]) {
    const found = state === 'merged' ? null : await house.store.openings.find(id, viewer);
    if (found !== null && maySee(found, context)) return id;
  }
  return null;
}

async function overview(context: Context): Promise<View> {
  const { house, viewer, words } = context;
  await refreshVerdicts(context);
  const here = { profileId: house.profile.id, viewer };
  const one = { ...here, page: 1, size: 1 };
  const counts = await house.store.referrals.counts(here, { withPending: true });
  const untaken = (await house.store.referrals.at(null, one)).total;
  const unanswered = (await house.store.inquiries.search({ ...one, answered: false })).total;
  const interviews = counts.get('interview') ?? 0;
  const { underWay, ended } = pipeline(counts);
  const waiting = [
    ...(unanswered === 0 ? [] : [words.referrals.unanswered(unanswered)]),
    ...(untaken === 0 ? [] : [words.referrals.untaken(untaken)]),
    ...(interviews === 0 ? [] : [words.referrals.interviews(interviews)]),
  ];
  const facts = [...underWay, ...ended].map(
    ([stage, count]) => [words.stageLabel(stage), [String(count)]] as const,
  );
  return {
    kind: 'view',
    title: words.referrals.pipeline,
    blocks: [
      facts.length === 0 ? { kind: 'text', text: [words.referrals.nothingYet] } : { kind: 'facts', facts },
      ...(waiting.length === 0
        ? [{ kind: 'text', text: [words.referrals.nothingWaits] } as const]
        : ([
            { kind: 'heading', text: [words.referrals.waits] },
            { kind: 'list', items: waiting.map((line) => [line]) },
          ] as const)),
    ],
    actions: [
      ...(unanswered === 0 ? [] : button(words.referrals.toAnswer, 'answer', {}, 'primary')),
      ...(untaken === 0 ? [] : button(words.referrals.toTakeUp, 'referrals', { stage: 'new' })),
      ...[...underWay, ...ended].flatMap(([stage]) =>
        button(words.stageLabel(stage), 'referrals', { stage }),
      ),
    ],
    private: true,
  };
}

async function atStage(stage: Stage | null, page: number, context: Context): Promise<View> {
  const { house, viewer, words } = context;
  await refreshVerdicts(context);
  const { items, total } = await house.store.referrals.at(stage, {
    profileId: house.profile.id,
    viewer,
    page,
    size: pageSize,
  });
  if (total === 0) {
    return say(stage === null ? words.referrals.allTakenUp : words.referrals.noneAt(words.stages[stage]), {
      private: true,
    });
  }
  const pages = { page, size: pageSize, total };
  return {
    kind: 'view',
    title:
      stage === null
        ? words.referrals.untaken(total)
        : `${words.stageLabel(stage)}${words.aside(String(total))}`,
    blocks: [
      { kind: 'list', items: items.map((item) => stageLine(item, context)) },
      ...positionBlocks(pages, words),
    ],
    actions: [
      ...items.flatMap(({ id }) => button(words.openings.show(id), 'opening', { id })),
      ...turnButtons(pages, 'referrals', { stage: stage ?? 'new' }, words),
    ],
    private: true,
  };
}

const stageLine = ({ id, opening, fit, stagedAt }: StoredOpening, context: Context): Text => [
  bold(`#${id} `),
  ...openingLine(opening, context),
  ` · ${stagedAt === null ? context.words.fits[fit] : context.words.stage.sinceDay(stagedAt)}`,
];
