// How sample posts are written down in the tests.

import type { Opening, Period } from '../../../core/opening.ts';

export interface Sample {
  readonly about: string;
  readonly text: string;
  /** `null`: the text offers no work. */
  readonly expected: Partial<Opening> | null;
}

export const pay = (
  min: number | null,
  max: number | null,
  currency: string,
  period: Period,
  monthsPerYear: number | null = null,
) => ({ salary: { min, max, currency, period, monthsPerYear } });
