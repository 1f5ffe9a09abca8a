// Money compared over currencies and periods, by rates that carry the date they were taken.

import type { Period } from './opening.ts';

/** What one unit of a currency is worth in units of `base`. */
export interface Rates {
  /** ISO date of the day the rates were taken. */
  readonly asOf: string;
  readonly base: string;
  readonly worth: Readonly<Record<string, number>>;
}

/** Working time in a year: 160 hours or 21 days a month, as recruiters count. */
const periodsPerYear: Readonly<Record<Period, number>> = { hour: 160 * 12, day: 21 * 12, month: 12, year: 1 };

export interface Pay {
  readonly amount: number;
  readonly currency: string;
  readonly period: Period;
  /** Monthly salaries in a year (14薪: 14); counts only where the period is a month. `null`: 12. */
  readonly monthsPerYear: number | null;
}

/** The same pay over a year in `currency`, or `null` where a rate is missing. */
export function perYear(pay: Pay, currency: string, rates: Rates): number | null {
  const times = pay.period === 'month' ? (pay.monthsPerYear ?? 12) : periodsPerYear[pay.period];
  const rate = exchange(pay.currency, currency, rates);
  return rate === null ? null : pay.amount * times * rate;
}

function exchange(from: string, to: string, rates: Rates): number | null {
  if (from === to) return 1;
  const one = from === rates.base ? 1 : rates.worth[from];
  const other = to === rates.base ? 1 : rates.worth[to];
  return one === undefined || other === undefined ? null : one / other;
}
