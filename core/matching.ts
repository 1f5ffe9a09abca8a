// How an opening fits a seeker's criteria: each criterion met, missed or unknown, with the reason as data.
// Nothing is guessed: what the post does not say is unknown, and unknown counts neither for nor against.

import type {
  ContractCriterion,
  Criterion,
  InsuranceCriterion,
  LanguageCriterion,
  PlaceCriterion,
  SalaryCriterion,
  Strength,
  WorkCriterion,
} from './criteria.ts';
import { perYear, type Rates } from './money.ts';
import type { Contract, Focus, Opening, Period } from './opening.ts';
import { focusOfTitle } from './reading/focus.ts';
import { contains, findPlace } from './vocabulary/places.ts';

export type Outcome = 'met' | 'missed' | 'unknown';

/** Why a criterion came out as it did; words for each `code` are in the locales. */
export type Reason =
  | { readonly code: 'onsite'; readonly place: string }
  | { readonly code: 'elsewhere'; readonly places: readonly string[] }
  | { readonly code: 'place_unknown' }
  | { readonly code: 'remote'; readonly scope: string }
  | { readonly code: 'remote_at_home'; readonly country: string }
  | { readonly code: 'remote_elsewhere'; readonly scope: string }
  | { readonly code: 'remote_scope_unknown' }
  | { readonly code: 'work' | 'work_near' | 'work_other'; readonly focus: Focus }
  | { readonly code: 'work_unknown' }
  /** `min` and `max` in the criterion's currency and period, rounded to whole units. */
  | {
      readonly code: 'pay' | 'pay_short';
      readonly min: number | null;
      readonly max: number | null;
      readonly currency: string;
      readonly period: Period;
    }
  | { readonly code: 'pay_open'; readonly min: number; readonly currency: string; readonly period: Period }
  | { readonly code: 'pay_unknown' }
  | { readonly code: 'pay_rate_missing'; readonly currency: string }
  | { readonly code: 'base' | 'base_short'; readonly amount: number }
  | { readonly code: 'base_unknown' }
  | { readonly code: 'language' | 'language_accepted' | 'language_other'; readonly language: 'en' | 'zh' }
  | { readonly code: 'language_unknown' }
  | { readonly code: 'contract' | 'contract_near' | 'contract_other'; readonly contract: Contract }
  | { readonly code: 'contract_unknown' }
  | { readonly code: 'any_industry' };

export interface Judgement {
  readonly criterion: Criterion;
  readonly outcome: Outcome;
  /** Missed, but within the distance that the seeker calls negotiable. */
  readonly near: boolean;
  readonly reason: Reason;
}

export const fits = ['good', 'partial', 'poor'] as const;
export type Fit = (typeof fits)[number];

export interface Verdict {
  readonly fit: Fit;
  /** Points: each criterion met adds its weight, each one missed takes it away; near and unknown count nothing. */
  readonly score: number;
  /** The points of an opening that meets everything. */
  readonly best: number;
  readonly judgements: readonly Judgement[];
}

const weights: Readonly<Record<Strength, number>> = { must: 3, negotiable: 2, prefer: 1 };

/**
 * Poor: something beyond negotiation is missed, or one near miss comes on top of another doubt.
 * Good: every must is met and nothing negotiable is missed. Partial: all between, and all where nothing is looked for.
 * A doubt is a near miss or an unknown must; a mere preference never decides.
 */
export function judge(opening: Opening, criteria: readonly Criterion[], rates: Rates): Verdict {
  const judgements: Judgement[] = [];
  let score = 0;
  let best = 0;
  let refused = false;
  let nearMisses = 0;
  let unknownMusts = 0;
  for (const criterion of criteria) {
    const judgement = judgeOne(opening, criterion, rates);
    judgements.push(judgement);
    const weight = weights[criterion.strength];
    best += weight;
    if (judgement.outcome === 'met') score += weight;
    else if (judgement.outcome === 'missed' && !judgement.near) score -= weight;
    if (criterion.strength === 'prefer') continue;
    if (judgement.near) nearMisses += 1;
    else if (judgement.outcome === 'missed') refused = true;
    else if (judgement.outcome === 'unknown' && criterion.strength === 'must') unknownMusts += 1;
  }
  const doubts = nearMisses + unknownMusts;
  const isOpen = doubts > 0 || criteria.length === 0;
  const fit = refused || (nearMisses > 0 && doubts > 1) ? 'poor' : isOpen ? 'partial' : 'good';
  return { fit, score, best, judgements };
}

function judgeOne(opening: Opening, criterion: Criterion, rates: Rates): Judgement {
  switch (criterion.kind) {
    case 'place':
      return judgePlace(opening, criterion);
    case 'work':
      return judgeWork(opening, criterion);
    case 'salary':
      return judgeSalary(opening, criterion, rates);
    case 'insurance':
      return judgeInsurance(opening, criterion);
    case 'language':
      return judgeLanguage(opening, criterion);
    case 'contract':
      return judgeContract(opening, criterion);
    case 'industry':
      return met(criterion, { code: 'any_industry' });
  }
}

function judgePlace(opening: Opening, criterion: PlaceCriterion): Judgement {
  const here = opening.locations.find((place) => criterion.onsite.includes(place));
  if (here !== undefined) return met(criterion, { code: 'onsite', place: here });
  if (opening.arrangement === 'remote' && criterion.remoteFrom !== null) {
    return judgeRemote(opening, criterion, criterion.remoteFrom);
  }
  if (opening.locations.length > 0)
    return missed(criterion, { code: 'elsewhere', places: opening.locations });
  return unknown(criterion, { code: 'place_unknown' });
}

function judgeRemote(opening: Opening, criterion: PlaceCriterion, country: string): Judgement {
  const scope = opening.remoteScope;
  if (scope !== null) {
    return contains(scope, country)
      ? met(criterion, { code: 'remote', scope })
      : missed(criterion, { code: 'remote_elsewhere', scope });
  }
  return isAtHome(opening, country)
    ? met(criterion, { code: 'remote_at_home', country })
    : unknown(criterion, { code: 'remote_scope_unknown' });
}

/** A remote job that names no scope is open to a country when its office, pay or language is of that country. */
function isAtHome(opening: Opening, country: string): boolean {
  const code = findPlace(country)?.country;
  if (opening.locations.length > 0)
    return opening.locations.some((place) => findPlace(place)?.country === code);
  if (code !== 'CN') return false;
  return opening.salary?.currency === 'CNY' || ['zh', 'both'].includes(opening.languageRequired);
}

/** A post with several jobs is met by any of them. */
function judgeWork({ focus, title, titles }: Opening, criterion: WorkCriterion): Judgement {
  if (criterion.focuses.includes(focus)) return met(criterion, { code: 'work', focus });
  const fitting = titles.map(focusOfTitle).find((one) => one !== null && criterion.focuses.includes(one));
  if (fitting !== undefined && fitting !== null) return met(criterion, { code: 'work', focus: fitting });
  if (criterion.near.includes(focus)) return near(criterion, { code: 'work_near', focus });
  if (focus === 'other' && title === null) return unknown(criterion, { code: 'work_unknown' });
  return missed(criterion, { code: 'work_other', focus });
}

function judgeSalary({ salary }: Opening, criterion: SalaryCriterion, rates: Rates): Judgement {
  if (salary === null) return unknown(criterion, { code: 'pay_unknown' });
  const { currency, period } = criterion;
  const unit = perYear({ amount: 1, currency, period, monthsPerYear: null }, currency, rates);
  const worth = perYear({ ...salary, amount: 1 }, currency, rates);
  if (unit === null || worth === null) {
    return unknown(criterion, { code: 'pay_rate_missing', currency: salary.currency });
  }
  const convert = (amount: number | null) => (amount === null ? null : Math.round((amount * worth) / unit));
  const min = convert(salary.min);
  const max = convert(salary.max);
  const top = max ?? min;
  const reason = { min, max, currency, period };
  if (top === null) return unknown(criterion, { code: 'pay_unknown' });
  if (top >= criterion.min) return met(criterion, { code: 'pay', ...reason });
  if (max === null) return unknown(criterion, { code: 'pay_open', min: top, currency, period });
  return short(criterion, top, { code: 'pay_short', ...reason });
}

function judgeInsurance({ insuranceBase }: Opening, criterion: InsuranceCriterion): Judgement {
  if (insuranceBase === null) return unknown(criterion, { code: 'base_unknown' });
  if (insuranceBase >= criterion.min) return met(criterion, { code: 'base', amount: insuranceBase });
  return short(criterion, insuranceBase, { code: 'base_short', amount: insuranceBase });
}

function judgeLanguage({ languageRequired }: Opening, criterion: LanguageCriterion): Judgement {
  if (languageRequired === 'unknown') return unknown(criterion, { code: 'language_unknown' });
  const asked = languageRequired === 'both' ? (['en', 'zh'] as const) : [languageRequired];
  const preferred = asked.find((language) => criterion.preferred.includes(language));
  if (preferred !== undefined) return met(criterion, { code: 'language', language: preferred });
  const accepted = asked.find((language) => criterion.accepted.includes(language));
  if (accepted !== undefined) return near(criterion, { code: 'language_accepted', language: accepted });
  return missed(criterion, { code: 'language_other', language: asked[0] });
}

function judgeContract({ contract }: Opening, criterion: ContractCriterion): Judgement {
  if (contract === 'unknown') return unknown(criterion, { code: 'contract_unknown' });
  if (criterion.accepted.includes(contract)) return met(criterion, { code: 'contract', contract });
  if (criterion.near.includes(contract)) return near(criterion, { code: 'contract_near', contract });
  return missed(criterion, { code: 'contract_other', contract });
}

const outcomeOf =
  (outcome: Outcome, near: boolean) =>
  (criterion: Criterion, reason: Reason): Judgement => ({ criterion, outcome, near, reason });

const met = outcomeOf('met', false);
const missed = outcomeOf('missed', false);
const near = outcomeOf('missed', true);
const unknown = outcomeOf('unknown', false);

/** Below the floor: near when within the share of it that can be talked about. */
const short = (criterion: SalaryCriterion | InsuranceCriterion, amount: number, reason: Reason): Judgement =>
  amount >= criterion.min * (1 - criterion.below) ? near(criterion, reason) : missed(criterion, reason);
