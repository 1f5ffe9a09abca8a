// What a seeker looks for: criteria of a kind and a strength, in phases that follow each other on dates.
// The criteria in force are a function of the moment asked about.

import type { Localized } from './language.ts';
import type { Contract, Focus, Period } from './opening.ts';

/**
 * How a criterion counts. `must`: has to be met, and asked about while unknown. `negotiable`: a miss within the
 * declared distance can be talked about. `prefer`: never decides, only ranks.
 */
export const strengths = ['must', 'negotiable', 'prefer'] as const;
export type Strength = (typeof strengths)[number];

interface Common {
  readonly strength: Strength;
  /** In the seeker's own words, where there is more to say than the value. */
  readonly note: Localized | null;
}

/** On site in one of these cities, or remote work that can be done from `remoteFrom` (`null`: no remote work). */
export interface PlaceCriterion extends Common {
  readonly kind: 'place';
  readonly onsite: readonly string[];
  readonly remoteFrom: string | null;
}

/** The daily work; `near` is work that is not it, but close enough to talk about. */
export interface WorkCriterion extends Common {
  readonly kind: 'work';
  readonly focuses: readonly Focus[];
  readonly near: readonly Focus[];
}

/** Pay for a period before tax; `below` is how far under the floor can be talked about, as a share (0.1: 10 %). */
export interface SalaryCriterion extends Common {
  readonly kind: 'salary';
  readonly min: number;
  readonly max: number | null;
  readonly currency: string;
  readonly period: Period;
  readonly below: number;
}

/** The monthly base for social insurance and housing fund, in CNY; `below` as for pay. */
export interface InsuranceCriterion extends Common {
  readonly kind: 'insurance';
  readonly min: number;
  readonly below: number;
}

/** The working language: one of `preferred`, else one of `accepted`. */
export interface LanguageCriterion extends Common {
  readonly kind: 'language';
  readonly preferred: readonly ('en' | 'zh')[];
  readonly accepted: readonly ('en' | 'zh')[];
}

/** The form of employment; `near` can be talked about. */
export interface ContractCriterion extends Common {
  readonly kind: 'contract';
  readonly accepted: readonly Contract[];
  readonly near: readonly Contract[];
}

/** Any industry will do: said to readers, met by every opening. */
interface IndustryCriterion extends Common {
  readonly kind: 'industry';
}

export type Criterion =
  | PlaceCriterion
  | WorkCriterion
  | SalaryCriterion
  | InsuranceCriterion
  | LanguageCriterion
  | ContractCriterion
  | IndustryCriterion;

export type CriterionKind = Criterion['kind'];

/** One stretch of the search. The last phase has no end. */
export interface Phase {
  readonly id: string;
  readonly name: Localized;
  /** How long it lasts, in calendar months; `null`: until the search ends. */
  readonly months: number | null;
  /** All criteria of the phase, one of a kind at most, in the order they are shown. */
  readonly criteria: readonly Criterion[];
}

/** The whole search. `start` is an ISO date (`2026-11-24`); `null`: the day the bot first carried this profile. */
export interface Search {
  readonly start: string | null;
  readonly phases: readonly Phase[];
}

/** The phase that holds at one moment, with the days it holds from and until (UTC midnights). */
export interface InForce {
  readonly phase: Phase;
  readonly since: Date;
  /** When the phase is reviewed; `null` where it has no end. */
  readonly until: Date | null;
  /** What follows it. */
  readonly next: Phase | null;
}

/** The criteria in force at `now` of a search that began on `start`; before the start, the first phase. */
export function inForce(search: Search, start: Date, now: Date): InForce {
  let since = start;
  for (const [index, phase] of search.phases.entries()) {
    const until = phase.months === null ? null : monthsLater(since, phase.months);
    const next = search.phases[index + 1] ?? null;
    if (until === null || now < until || next === null) return { phase, since, until, next };
    since = until;
  }
  throw new RangeError('a search has at least one phase');
}

/** The same day of the month, `months` later, or that month's last day. */
function monthsLater(date: Date, months: number): Date {
  const later = new Date(date);
  later.setUTCMonth(date.getUTCMonth() + months);
  if (later.getUTCDate() !== date.getUTCDate()) later.setUTCDate(0);
  return later;
}

/** How one criterion differs between two sets; `null` on the side where there is none of its kind. */
export interface CriterionChange {
  readonly before: Criterion | null;
  readonly after: Criterion | null;
}

/** What differs from `before` to `after`, in the order of `after`; what was dropped comes last. */
export function compareCriteria(
  before: readonly Criterion[],
  after: readonly Criterion[],
): readonly CriterionChange[] {
  const ofKind = (criteria: readonly Criterion[], kind: CriterionKind) =>
    criteria.find((criterion) => criterion.kind === kind) ?? null;
  const kept = after.map((criterion) => ({ before: ofKind(before, criterion.kind), after: criterion }));
  const dropped = before
    .filter((criterion) => ofKind(after, criterion.kind) === null)
    .map((criterion) => ({ before: criterion, after: null }));
  return [...kept, ...dropped].filter(
    (change) => JSON.stringify(change.before) !== JSON.stringify(change.after),
  );
}
