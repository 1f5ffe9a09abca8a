// What a digest tells of: everything that happened in its week, as far as its readers may know.

import { compareCriteria, type CriterionChange, type InForce, inForce } from '../core/criteria.ts';
import { type Span, weeksUpTo } from '../core/digest.ts';
import type { Fit, Verdict } from '../core/matching.ts';
import { nextQuestion, type QuestionKind } from '../core/questions.ts';
import { goodNewsFirst, pipeline, type Stage } from '../core/referral.ts';
import type { StoredOpening, Viewer } from '../storage/stored-opening.ts';
import type { Moved } from '../storage/weeks.ts';
import type { House } from './context.ts';
import { refreshVerdicts, verdictOn } from './judging.ts';

/** How many weeks the chart shows, and how many openings, moves and questions are told one by one. */
const weeksShown = 8;
const mostOpenings = 5;
const mostMoves = 5;
const mostQuestions = 3;

export interface BestOpening extends Pick<StoredOpening, 'id' | 'opening'> {
  readonly verdict: Verdict;
}

export interface Week {
  readonly span: Span;
  /** From the beginning of the search. */
  readonly number: number;
  /** How many openings of each fit came, week by week; the last one is this week. */
  readonly arrivals: readonly { readonly span: Span; readonly all: number; readonly good: number }[];
  readonly best: readonly BestOpening[];
  /** How many stand at each stage. */
  readonly stages: ReadonlyMap<Stage, number>;
  readonly underWay: number;
  readonly moves: readonly (Moved & Pick<StoredOpening, 'opening'>)[];
  /** Moves that are not told one by one. */
  readonly otherMoves: number;
  /** `phase` began in this week, `null` where only the criteria were changed. */
  readonly criteria: {
    readonly phase: InForce['phase'] | null;
    readonly changes: readonly CriterionChange[];
  };
  readonly notes: readonly string[];
  readonly asks: readonly (Pick<StoredOpening, 'id' | 'opening'> & { readonly kind: QuestionKind })[];
  /** How many questions to the seeker wait for an answer. */
  readonly owed: number;
  readonly thanked: readonly string[];
}

/** Whether there is nothing to tell. */
export const isQuiet = ({ arrivals, moves, criteria, notes, thanked }: Week): boolean =>
  arrivals.at(-1)?.all === 0 &&
  moves.length === 0 &&
  criteria.changes.length === 0 &&
  notes.length === 0 &&
  thanked.length === 0;

export async function weekOf(house: House, viewer: Viewer, span: Span): Promise<Week> {
  const { store, profile } = house;
  const seen = { profileId: profile.id, viewer };
  const moment = { house, now: span.until };
  await refreshVerdicts(moment);
  const arrivals = weeksUpTo(span, weeksShown).map(async (one) =>
    countsIn(one, await store.weeks.arrivals(seen, one)),
  );
  const found = await store.weeks.best(seen, span, mostOpenings);
  const best = found.map(({ id, opening }) => ({ id, opening, verdict: verdictOn(opening, moment) }));
  const stages = await store.referrals.counts(seen, { withPending: false });
  const moved = goodNewsFirst(await store.weeks.moves(seen, span));
  const told = moved.slice(0, mostMoves);
  const openings = await store.weeks.openings(told.map(({ openingId }) => openingId));
  const notes = await store.notes.since(profile.id, span.from);
  // Told of the place that reads it, also where its reader sees all.
  const asked = { ...seen, viewer: { ...viewer, all: false }, answered: false, page: 1, size: 1 };
  const { total: owed } = await store.inquiries.search(asked);
  return {
    span,
    number: weekNumber(span, house),
    arrivals: await Promise.all(arrivals),
    best,
    stages,
    underWay: pipeline(stages).underWay.reduce((sum, [, count]) => sum + count, 0),
    moves: told.flatMap((move, index) => {
      const opening = openings[index]?.opening;
      return opening === undefined ? [] : [{ ...move, opening }];
    }),
    otherMoves: moved.length - told.length,
    criteria: await criteriaChanges(house, span),
    notes: notes.filter(({ at }) => at < span.until).map(({ text }) => text),
    asks: await openQuestions(best, house),
    owed,
    thanked: await store.weeks.referrers(seen, span),
  };
}

const day = 24 * 60 * 60 * 1000;

const weekNumber = ({ until }: Span, house: House): number =>
  Math.max(1, Math.ceil((until.getTime() - searchStart(house).getTime()) / (7 * day)));

const searchStart = ({ profile: { search }, startedAt }: House): Date =>
  search.start === null ? startedAt : new Date(search.start);

const countsIn = (span: Span, { good = 0, partial = 0, poor = 0 }: Partial<Record<Fit, number>>) => ({
  span,
  all: good + partial + poor,
  good,
});

/** What is looked for at the end of the span that was not at its beginning, and the other way round. */
async function criteriaChanges(house: House, { from, until }: Span): Promise<Week['criteria']> {
  const versions = await house.store.profiles.history(house.profile.id);
  const start = searchStart(house);
  const [before, after] = [from, until].map((moment) => {
    const version = versions.findLast(({ since }) => since <= moment) ?? versions[0];
    return inForce(version?.search ?? house.profile.search, start, moment).phase;
  });
  if (before === undefined || after === undefined) return { phase: null, changes: [] };
  return {
    phase: before.id === after.id ? null : after,
    changes: compareCriteria(before.criteria, after.criteria),
  };
}

/** What readers are asked; the rest is between the bot and whoever handed the opening in. */
const askedOfReaders: ReadonlySet<QuestionKind> = new Set(['place', 'remote', 'salary'] as const);

/** What the posts of the best openings leave open, a question each. */
async function openQuestions(best: readonly BestOpening[], { store }: House): Promise<Week['asks']> {
  const asked = await Promise.all(
    best.map(async ({ id, opening, verdict }) => {
      const question = nextQuestion(opening, verdict, await store.questions.settled(id));
      return question === null || !askedOfReaders.has(question.kind)
        ? []
        : [{ id, opening, kind: question.kind }];
    }),
  );
  return asked.flat().slice(0, mostQuestions);
}
