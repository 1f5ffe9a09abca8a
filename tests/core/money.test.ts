import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { perYear } from '../../core/money.ts';
import { periods } from '../../core/opening.ts';
import { rates } from './examples.ts';

const cny = { currency: 'CNY', monthsPerYear: null } as const;

test('a year has 12 months, 252 days and 1920 hours of work', () => {
  expect(perYear({ ...cny, amount: 100, period: 'month' }, 'CNY', rates)).toBe(1200);
  expect(perYear({ ...cny, amount: 100, period: 'day' }, 'CNY', rates)).toBe(25_200);
  expect(perYear({ ...cny, amount: 100, period: 'hour' }, 'CNY', rates)).toBe(192_000);
  expect(perYear({ ...cny, amount: 100, period: 'year' }, 'CNY', rates)).toBe(100);
});

test('months beyond twelve count for monthly pay only', () => {
  expect(perYear({ ...cny, amount: 100, period: 'month', monthsPerYear: 14 }, 'CNY', rates)).toBe(1400);
  expect(perYear({ ...cny, amount: 100, period: 'year', monthsPerYear: 14 }, 'CNY', rates)).toBe(100);
});

test('currencies are exchanged through the base', () => {
  expect(perYear({ ...cny, amount: 7, currency: 'USD', period: 'year' }, 'EUR', rates)).toBeCloseTo(6.125);
  expect(perYear({ ...cny, amount: 7, period: 'year' }, 'USD', rates)).toBe(1);
});

test('a currency without a rate has no worth, not a worth of nothing', () => {
  expect(perYear({ ...cny, amount: 7, currency: 'XAU', period: 'year' }, 'CNY', rates)).toBeNull();
  expect(perYear({ ...cny, amount: 7, period: 'year' }, 'XAU', rates)).toBeNull();
});

property.prop([fc.nat(1_000_000), fc.constantFrom(...periods), fc.constantFrom('CNY', 'USD', 'EUR')])(
  'more pay is worth more, in every currency',
  (amount, period, currency) => {
    const worth = (one: number) => perYear({ ...cny, amount: one, period }, currency, rates) ?? Number.NaN;
    expect(worth(amount + 1)).toBeGreaterThan(worth(amount));
  },
);
