import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';

import type { Criterion } from '../../core/criteria.ts';
import { judge } from '../../core/matching.ts';
import { blankOpening, type Opening } from '../../core/opening.ts';
import { mostQuestions, nextQuestion, questionKinds } from '../../core/questions.ts';
import { criteria, ideal, insurance, place, rates, salary } from './examples.ts';

const ask = (
  opening: Partial<Opening>,
  settled: readonly string[] = [],
  asked: readonly Criterion[] = criteria,
) => {
  const full = { ...ideal, ...opening };
  return nextQuestion(full, judge(full, asked, rates), new Set(settled));
};

const vague = {
  locations: [],
  arrangement: 'unknown',
  salary: null,
  insuranceBase: null,
  contract: 'unknown',
  languageRequired: 'unknown',
} as const;

describe('the next question', () => {
  test('is about the weightiest criterion that is unknown, and each is asked once', () => {
    expect(ask(vague)?.kind).toBe('place');
    expect(ask(vague, ['place'])?.kind).toBe('salary');
    expect(ask(vague, ['place', 'salary'])?.kind).toBe('insurance');
    expect(ask({ languageRequired: 'unknown' })?.kind).toBe('language');
    expect(ask({ languageRequired: 'unknown', contract: 'unknown' })?.kind).toBe('contract');
    expect(ask({ languageRequired: 'unknown' }, ['language'])).toBeNull();
  });

  test('is never the fourth', () => {
    expect(mostQuestions).toBe(3);
    expect(ask(vague, ['place', 'salary', 'insurance'])).toBeNull();
  });

  test('is not put where everything is known, or where no answer can help', () => {
    expect(ask({})).toBeNull();
    expect(ask({ ...vague, locations: ['Berlin'], arrangement: 'onsite' })).toBeNull();
    expect(ask({ ...vague, focus: 'backend' })?.kind).toBe('place');
  });

  test('is not about what the poster cannot know, or what does not exist there', () => {
    const inGold = { min: 1, max: 2, currency: 'XAU', period: 'month', monthsPerYear: null } as const;
    expect(ask({ salary: inGold })).toBeNull();
    const abroad = { locations: ['Germany'], arrangement: 'remote', remoteScope: 'worldwide' } as const;
    expect(ask({ insuranceBase: null, ...abroad })).toBeNull();
    const dollars = { min: 9000, max: 9000, currency: 'USD', period: 'month', monthsPerYear: null } as const;
    expect(ask({ ...abroad, locations: [], salary: dollars, insuranceBase: null })).toBeNull();
    expect(ask({ insuranceBase: null })?.kind).toBe('insurance');
  });

  test('about remote work offers the scopes that matter', () => {
    expect(ask({ arrangement: 'remote', locations: ['Germany', 'Berlin'], languageRequired: 'en' })).toEqual({
      kind: 'remote',
      scopes: ['worldwide', 'China', 'Germany', 'outside China'],
    });
    expect(ask(vague)).toEqual({ kind: 'place', onsite: ['Guangzhou'], remoteFrom: 'China' });
  });

  test('about pay offers ranges that are told apart by the criterion', () => {
    const question = ask({ salary: null });
    const ranges = question?.kind === 'salary' ? question.ranges : [];
    expect(ranges.map(({ min, max }) => [min, max])).toEqual([
      [null, 22_000],
      [23_000, 24_000],
      [25_000, 40_000],
      [40_000, null],
    ]);
    const judged = ranges.map((range) => {
      const [one] = judge({ ...ideal, salary: range }, [salary], rates).judgements;
      return one?.near === true ? 'near' : one?.outcome;
    });
    expect(judged).toEqual(['missed', 'near', 'met', 'met']);
    const half = { min: 20_000, max: null, currency: 'CNY', period: 'month', monthsPerYear: null } as const;
    expect(ask({ salary: half })?.kind).toBe('salary');
  });

  test('about the insurance base offers what is asked for, and what can be talked about', () => {
    expect(ask({ insuranceBase: null })).toEqual({ kind: 'insurance', amounts: [20_000, 15_000, 10_000] });
  });
});

const amount = fc.integer({ min: 1, max: 5_000_000 });

property.prop([
  amount,
  fc.option(fc.integer({ min: 0, max: 900_000 })),
  fc.double({ min: 0, max: 0.9, noNaN: true }),
])('any floor gives answers of which one meets it, each with whole amounts', (min, over, below) => {
  const floor = { ...salary, min, max: over === null ? null : min + over, below };
  const question = ask({ salary: null }, [], [place, floor]);
  const ranges = question?.kind === 'salary' ? question.ranges : [];
  expect(ranges.length).toBeGreaterThan(0);
  const outcomes = ranges.map(
    (range) => judge({ ...ideal, salary: range }, [floor], rates).judgements[0]?.outcome,
  );
  expect(outcomes).toContain('met');
  for (const end of ranges.flatMap((range) => [range.min, range.max])) {
    expect(end === null || (Number.isInteger(end) && end > 0)).toBe(true);
  }
  const base = ask({ insuranceBase: null }, [], [{ ...insurance, min, below }]);
  const amounts = base?.kind === 'insurance' ? base.amounts : [];
  expect(amounts[0]).toBe(min);
  for (const one of amounts) expect(Number.isInteger(one) && one > 0).toBe(true);
});

property.prop([fc.subarray([...questionKinds]), fc.subarray(Object.keys(vague))])(
  'what is settled is not asked again',
  (settled, fields) => {
    const known = Object.fromEntries(
      Object.entries({ ...blankOpening, ...vague }).filter(([field]) => fields.includes(field)),
    );
    const question = ask(known, settled);
    expect(question === null || !settled.includes(question.kind)).toBe(true);
  },
);
