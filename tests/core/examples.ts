// A seeker and openings of the tests' own, to vary from.

import type { Criterion, InsuranceCriterion, SalaryCriterion, Search } from '../../core/criteria.ts';
import type { Rates } from '../../core/money.ts';
import { blankOpening, type Opening } from '../../core/opening.ts';

export const date = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

export const rates: Rates = { asOf: '2026-11-01', base: 'CNY', worth: { USD: 7, EUR: 8 } };

export const place: Criterion = {
  kind: 'place',
  strength: 'must',
  note: null,
  onsite: ['Guangzhou'],
  remoteFrom: 'China',
};

export const work: Criterion = {
  kind: 'work',
  strength: 'must',
  note: null,
  focuses: ['ml'],
  near: ['backend'],
};

export const salary: SalaryCriterion = {
  kind: 'salary',
  strength: 'negotiable',
  note: null,
  min: 25_000,
  max: 40_000,
  currency: 'CNY',
  period: 'month',
  below: 0.1,
};

export const insurance: InsuranceCriterion = {
  kind: 'insurance',
  strength: 'negotiable',
  note: null,
  min: 20_000,
  below: 0.25,
};

export const language: Criterion = {
  kind: 'language',
  strength: 'prefer',
  note: null,
  preferred: ['en'],
  accepted: ['zh'],
};

export const contract: Criterion = {
  kind: 'contract',
  strength: 'negotiable',
  note: null,
  accepted: ['full_time'],
  near: ['contract'],
};

export const industry: Criterion = { kind: 'industry', strength: 'negotiable', note: null };

export const criteria: readonly Criterion[] = [place, work, salary, insurance, language, contract, industry];

export const search: Search = {
  start: null,
  phases: [
    { id: 'trial', name: { en: 'trial', zh: '试行' }, months: 2, criteria },
    { id: 'relaxed', name: { en: 'relaxed', zh: '放宽' }, months: null, criteria: [place, work] },
  ],
};

/** An opening that meets every criterion. */
export const ideal: Opening = {
  ...blankOpening,
  title: 'LLM Engineer',
  company: 'Acme',
  locations: ['Guangzhou'],
  arrangement: 'onsite',
  salary: { min: 30_000, max: 45_000, currency: 'CNY', period: 'month', monthsPerYear: null },
  insuranceBase: 25_000,
  contract: 'full_time',
  skills: ['LLM', 'Python'],
  languageRequired: 'en',
  focus: 'ml',
};
