// Numbers, money, dates and lists in the manner of one language, by Intl.

import type { Period, Salary } from '../core/opening.ts';

export interface Formats {
  readonly number: (value: number) => string;
  /** A whole amount with its currency: `CNY 25,000`. */
  readonly money: (amount: number, currency: string) => string;
  readonly day: (date: Date) => string;
  readonly and: (items: readonly string[]) => string;
  readonly or: (items: readonly string[]) => string;
  readonly percent: (share: number) => string;
}

export function formatsOf(locale: string): Formats {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const and = new Intl.ListFormat(locale, { type: 'conjunction' });
  const or = new Intl.ListFormat(locale, { type: 'disjunction' });
  return {
    number: (value) => number.format(value),
    money: (amount, currency) => `${currency} ${number.format(amount)}`,
    day: (date) => day.format(date),
    and: (items) => and.format(items),
    or: (items) => or.format(items),
    percent: (share) => percent.format(share),
  };
}

/** The two ends of a pay as words: both, one, or the same. */
export function ends(
  { min, max }: Pick<Salary, 'min' | 'max'>,
  say: {
    readonly between: (min: number, max: number) => string;
    readonly from: (min: number) => string;
    readonly upTo: (max: number) => string;
    readonly exactly: (amount: number) => string;
  },
): string {
  if (min !== null && max !== null) return min === max ? say.exactly(min) : say.between(min, max);
  if (min !== null) return say.from(min);
  return max === null ? '' : say.upTo(max);
}

export type PeriodNames = Readonly<Record<Period, string>>;
