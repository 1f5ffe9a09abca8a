// Numbers, money, dates and lists in the manner of one language, by Intl.

import { once } from '../core/once.ts';
import type { Salary } from '../core/opening.ts';

export interface Formats {
  readonly number: (value: number) => string;
  /** A whole amount with its currency: `CNY 25,000`. */
  readonly money: (amount: number, currency: string) => string;
  readonly day: (date: Date) => string;
  /** Without its year, by the calendar of an IANA zone: `Nov 23`. */
  readonly shortDay: (date: Date, zone: string) => string;
  /** A moment by the clock of an IANA zone, to the minute. */
  readonly time: (date: Date, zone: string) => string;
  /** The same in full, with the day of the week. */
  readonly moment: (date: Date, zone: string) => string;
  /** In both lists Chinese keeps a space between its own words and those of another script. */
  readonly and: (items: readonly string[]) => string;
  readonly or: (items: readonly string[]) => string;
  readonly percent: (share: number) => string;
  /** A length of time in its largest whole unit, rounded up: `40 seconds`, `2 hours`. */
  readonly duration: (milliseconds: number) => string;
}

/** Most formatters are never needed, and each takes its time and its memory. */
export function formatsOf(locale: string): Formats {
  const number = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));
  const percent = once(() => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }));
  const day = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }));
  const and = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const or = once(() => new Intl.ListFormat(locale, { type: 'disjunction' }));
  return {
    number: (value) => number().format(value),
    money: (amount, currency) => `${currency} ${number().format(amount)}`,
    day: (date) => day().format(date),
    shortDay: (date, timeZone) =>
      new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone }).format(date),
    time: (date, timeZone) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(date),
    moment: (date, timeZone) =>
      new Intl.DateTimeFormat(locale, {
        dateStyle: 'full',
        timeStyle: 'short',
        hourCycle: 'h23',
        timeZone,
      }).format(date),
    and: (items) => spaced(and().formatToParts(items)),
    or: (items) => spaced(or().formatToParts(items)),
    percent: (share) => percent().format(share),
    duration: (milliseconds) => {
      const [unit, length] = lengths.find(([, limit]) => milliseconds >= limit) ?? ['second', 1000];
      const count = Math.max(1, Math.ceil(milliseconds / length));
      return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
    },
  };
}

type ListPart = ReturnType<Intl.ListFormat['formatToParts']>[number];

/** With a space wherever a Chinese conjunction meets another script: `poor 或 any`. */
function spaced(parts: readonly ListPart[]): string {
  return parts
    .map(({ type, value }, index) => {
      if (type === 'element' || !/^\p{Script=Han}+$/u.test(value)) return value;
      const before = parts[index - 1]?.value ?? '';
      const after = parts[index + 1]?.value ?? '';
      return `${/[!-~]$/u.test(before) ? ' ' : ''}${value}${/^[!-~]/u.test(after) ? ' ' : ''}`;
    })
    .join('');
}

/** Units of time in milliseconds, the largest first. */
const lengths = [
  ['hour', 60 * 60 * 1000],
  ['minute', 60 * 1000],
] as const;

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
