// What to ask the poster of an opening: about criteria that the post leaves unknown, the weightiest first, a few at most.
// Only what can change the verdict is asked; answers are offered around what the criterion asks for.

import type { InsuranceCriterion, PlaceCriterion, SalaryCriterion, Strength } from './criteria.ts';
import type { Judgement, Verdict } from './matching.ts';
import type { Contract, Opening, RequiredLanguage, Salary } from './opening.ts';
import { findPlace } from './vocabulary/places.ts';

export const questionKinds = ['place', 'remote', 'salary', 'insurance', 'language', 'contract'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** What is asked, with the answers that are worth a button. */
export type Question =
  /** Cities to work in, and the country that remote work has to be possible from. */
  | { readonly kind: 'place'; readonly onsite: readonly string[]; readonly remoteFrom: string | null }
  /** Remote scopes. */
  | { readonly kind: 'remote'; readonly scopes: readonly string[] }
  | { readonly kind: 'salary'; readonly ranges: readonly Salary[] }
  /** In CNY a month. */
  | { readonly kind: 'insurance'; readonly amounts: readonly number[] }
  | { readonly kind: 'language'; readonly languages: readonly RequiredLanguage[] }
  | { readonly kind: 'contract'; readonly contracts: readonly Contract[] };

/** Nobody is asked more than this about one opening. */
export const mostQuestions = 3;

const weight: Readonly<Record<Strength, number>> = { must: 0, negotiable: 1, prefer: 2 };

/**
 * The next question about an opening; `settled` are the kinds that were answered or are not known. `null` when nothing
 * is left to ask, when enough was asked, and when the opening cannot fit whatever the answer.
 */
export function nextQuestion(
  opening: Opening,
  verdict: Verdict,
  settled: ReadonlySet<string>,
): Question | null {
  if (settled.size >= mostQuestions || isBeyond(verdict)) return null;
  const questions = verdict.judgements
    .filter(({ outcome }) => outcome === 'unknown')
    .toSorted((one, other) => weight[one.criterion.strength] - weight[other.criterion.strength])
    .map((judgement) => questionOn(judgement, opening));
  return questions.find((question) => question !== null && !settled.has(question.kind)) ?? null;
}

/** The question about what a criterion asks for, whatever is known already; `null` where the seeker does not ask. */
export function questionAbout(
  kind: Exclude<QuestionKind, 'remote'>,
  { judgements }: Verdict,
  opening: Opening,
): Question | null {
  const judgement = judgements.find(({ criterion }) => criterion.kind === kind);
  if (judgement === undefined) return null;
  const { criterion } = judgement;
  return criterion.kind === 'place' ? placeQuestion(criterion) : questionOn(judgement, opening);
}

const isBeyond = ({ judgements }: Verdict): boolean =>
  judgements.some(
    ({ criterion, outcome, near }) => outcome === 'missed' && !near && criterion.strength !== 'prefer',
  );

function questionOn({ criterion, reason }: Judgement, opening: Opening): Question | null {
  switch (criterion.kind) {
    case 'place':
      return reason.code === 'remote_scope_unknown'
        ? { kind: 'remote', scopes: scopesAround(criterion.remoteFrom, opening) }
        : placeQuestion(criterion);
    case 'salary':
      // A missing exchange rate is not the poster's to answer.
      return reason.code === 'pay_rate_missing' ? null : { kind: 'salary', ranges: rangesAround(criterion) };
    case 'insurance':
      return isAbroad(opening) ? null : { kind: 'insurance', amounts: amountsAround(criterion) };
    case 'language':
      return { kind: 'language', languages: ['en', 'zh', 'both'] };
    case 'contract':
      return { kind: 'contract', contracts: ['full_time', 'part_time', 'contract', 'internship'] };
    case 'work':
    case 'industry':
      return null;
  }
}

const placeQuestion = ({ onsite, remoteFrom }: PlaceCriterion): Question => ({
  kind: 'place',
  onsite,
  remoteFrom,
});

/** From everywhere, from the seeker's country, from the countries that the post names, from all but the seeker's. */
function scopesAround(remoteFrom: string | null, { locations }: Opening): readonly string[] {
  const home = remoteFrom === null ? [] : [remoteFrom];
  const named = locations.filter((place) => findPlace(place)?.kind !== 'city');
  return [...new Set(['worldwide', ...home, ...named, ...home.map((country) => `outside ${country}`)])];
}

/** Below what can be talked about, below the floor, within what is asked for, and above it. */
function rangesAround({ min, max, below, currency, period }: SalaryCriterion): readonly Salary[] {
  const step = stepOf(min);
  const range = (least: number | null, most: number | null): Salary => ({
    min: least,
    max: most,
    currency,
    period,
    monthsPerYear: null,
  });
  const edge = Math.ceil((min * (1 - below)) / step) * step;
  const top = max ?? Math.round((min * 1.5) / step) * step;
  return [
    ...(edge > step ? [range(null, edge - step)] : []),
    ...(edge < min ? [range(edge, Math.ceil(min / step) * step - step)] : []),
    range(min, top),
    range(top, null),
  ].filter((one) => one.min === null || one.max === null || one.min < one.max);
}

function amountsAround({ min, below }: InsuranceCriterion): readonly number[] {
  const step = stepOf(min);
  const round = (amount: number) => Math.round(amount / step) * step;
  const amounts = [min, round(min * (1 - below)), round(min / 2)];
  return [...new Set(amounts)].filter((amount) => amount > 0);
}

/** A tenth of the amount's own order: thousands for tens of thousands. */
const stepOf = (amount: number): number => Math.max(1, 10 ** (Math.floor(Math.log10(amount)) - 1));

/** Social insurance is asked about only where it may be China's. */
function isAbroad({ locations, salary }: Opening): boolean {
  if (locations.length > 0) return locations.every((place) => findPlace(place)?.country !== 'CN');
  return salary !== null && salary.currency !== 'CNY';
}
