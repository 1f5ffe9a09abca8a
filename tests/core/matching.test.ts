import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';

import { type Criterion, strengths } from '../../core/criteria.ts';
import { judge, type Outcome, type Reason } from '../../core/matching.ts';
import {
  arrangements,
  contracts,
  focuses,
  type Opening,
  periods,
  requiredLanguages,
} from '../../core/opening.ts';
import {
  contract,
  criteria,
  ideal,
  industry,
  insurance,
  language,
  place,
  rates,
  salary,
  work,
} from './examples.ts';

/** How one criterion comes out for the ideal opening with changes. */
function outcome(criterion: Criterion, changes: Partial<Opening>): [Outcome | 'near', Reason] {
  const [judgement] = judge({ ...ideal, ...changes }, [criterion], rates).judgements;
  if (judgement === undefined) throw new Error('no judgement');
  return [judgement.near ? 'near' : judgement.outcome, judgement.reason];
}

const pay = (min: number | null, max: number | null, more: Partial<NonNullable<Opening['salary']>> = {}) => ({
  salary: { min, max, currency: 'CNY', period: 'month', monthsPerYear: null, ...more } as const,
});

const remote = (remoteScope: string | null, more: Partial<Opening> = {}): Partial<Opening> => ({
  arrangement: 'remote',
  locations: [],
  salary: null,
  remoteScope,
  ...more,
});

describe('the place', () => {
  test.each<[string, Partial<Opening>, Outcome | 'near', Reason['code']]>([
    ['on site in a wanted city', {}, 'met', 'onsite'],
    ['hybrid in a wanted city', { arrangement: 'hybrid' }, 'met', 'onsite'],
    ['one wanted city among several', { locations: ['Shenzhen', 'Guangzhou'] }, 'met', 'onsite'],
    ['another city', { locations: ['Shenzhen'] }, 'missed', 'elsewhere'],
    ['nothing said', { locations: [], arrangement: 'unknown' }, 'unknown', 'place_unknown'],
    ['remote worldwide', remote('worldwide'), 'met', 'remote'],
    ['remote in the home country', remote('China'), 'met', 'remote'],
    ['remote in the region of the home country', remote('Asia'), 'met', 'remote'],
    ['remote elsewhere', remote('Canada, United States'), 'missed', 'remote_elsewhere'],
    ['remote outside the home country', remote('outside China'), 'missed', 'remote_elsewhere'],
    ['remote, English, no scope', remote(null), 'unknown', 'remote_scope_unknown'],
    ['remote, Chinese, no scope', remote(null, { languageRequired: 'zh' }), 'met', 'remote_at_home'],
    ['remote, paid in CNY, no scope', remote(null, { ...pay(1, 2) }), 'met', 'remote_at_home'],
    ['remote with an office at home', remote(null, { locations: ['Beijing'] }), 'met', 'remote_at_home'],
    [
      'remote with an office abroad',
      remote(null, { locations: ['Berlin'] }),
      'unknown',
      'remote_scope_unknown',
    ],
  ])('%s', (_, changes, expected, code) => {
    expect(outcome(place, changes)).toEqual([expected, expect.objectContaining({ code })]);
  });

  test('remote work is no use to whoever wants none', () => {
    const onsiteOnly = { ...place, remoteFrom: null } as Criterion;
    expect(outcome(onsiteOnly, remote('worldwide'))[0]).toBe('unknown');
    expect(outcome(onsiteOnly, remote('worldwide', { locations: ['Berlin'] }))[0]).toBe('missed');
  });

  test('a seeker elsewhere does not profit from a post in Chinese', () => {
    const fromIndia = { ...place, remoteFrom: 'India' } as Criterion;
    expect(outcome(fromIndia, remote(null, { languageRequired: 'zh' }))[0]).toBe('unknown');
  });
});

describe('the pay', () => {
  test.each<[string, Partial<Opening>, Outcome | 'near', Reason['code']]>([
    ['a range that reaches the floor', pay(20_000, 25_000), 'met', 'pay'],
    ['a range above the wish', pay(60_000, 90_000), 'met', 'pay'],
    ['a lower end above the floor', pay(30_000, null), 'met', 'pay'],
    ['a lower end below the floor', pay(15_000, null), 'unknown', 'pay_open'],
    ['an upper end just below the floor', pay(null, 23_000), 'near', 'pay_short'],
    ['an upper end far below the floor', pay(null, 15_000), 'missed', 'pay_short'],
    ['nothing said', { salary: null }, 'unknown', 'pay_unknown'],
    ['neither end', pay(null, null), 'unknown', 'pay_unknown'],
    ['months beyond twelve', pay(20_000, 22_000, { monthsPerYear: 14 }), 'met', 'pay'],
    ['a year', pay(300_000, 300_000, { period: 'year' }), 'met', 'pay'],
    ['a year in dollars', pay(40_000, 50_000, { period: 'year', currency: 'USD' }), 'met', 'pay'],
    ['an hour in dollars', pay(10, 15, { period: 'hour', currency: 'USD' }), 'missed', 'pay_short'],
    ['a currency without a rate', pay(1000, 2000, { currency: 'XAU' }), 'unknown', 'pay_rate_missing'],
  ])('%s', (_, changes, expected, code) => {
    expect(outcome(salary, changes)).toEqual([expected, expect.objectContaining({ code })]);
  });

  test('is said in the currency and period of the criterion', () => {
    expect(outcome(salary, pay(60_000, 72_000, { period: 'year', currency: 'USD' }))[1]).toEqual({
      code: 'pay',
      min: 35_000,
      max: 42_000,
      currency: 'CNY',
      period: 'month',
    });
  });
});

describe('the other criteria', () => {
  test.each<[string, Criterion, Partial<Opening>, Outcome | 'near', Reason['code']]>([
    ['the wanted work', work, {}, 'met', 'work'],
    [
      'the wanted work among several jobs',
      work,
      { focus: 'frontend', titles: ['Web Designer', 'LLM Engineer'] },
      'met',
      'work',
    ],
    [
      'other work among several jobs',
      work,
      { focus: 'frontend', titles: ['Web Designer', 'Cook'] },
      'missed',
      'work_other',
    ],
    ['work close to it', work, { focus: 'backend' }, 'near', 'work_near'],
    ['other work', work, { focus: 'frontend' }, 'missed', 'work_other'],
    ['work that has no name', work, { focus: 'other', title: null }, 'unknown', 'work_unknown'],
    ['a base high enough', insurance, {}, 'met', 'base'],
    ['a base just below', insurance, { insuranceBase: 15_000 }, 'near', 'base_short'],
    ['a base far below', insurance, { insuranceBase: 5_000 }, 'missed', 'base_short'],
    ['no base', insurance, { insuranceBase: null }, 'unknown', 'base_unknown'],
    ['the preferred language', language, {}, 'met', 'language'],
    ['both languages', language, { languageRequired: 'both' }, 'met', 'language'],
    ['the accepted language', language, { languageRequired: 'zh' }, 'near', 'language_accepted'],
    ['no language', language, { languageRequired: 'unknown' }, 'unknown', 'language_unknown'],
    ['full time', contract, {}, 'met', 'contract'],
    ['a contract', contract, { contract: 'contract' }, 'near', 'contract_near'],
    ['an internship', contract, { contract: 'internship' }, 'missed', 'contract_other'],
    ['no form of employment', contract, { contract: 'unknown' }, 'unknown', 'contract_unknown'],
    ['any industry', industry, {}, 'met', 'any_industry'],
  ])('%s', (_, criterion, changes, expected, code) => {
    expect(outcome(criterion, changes)).toEqual([expected, expect.objectContaining({ code })]);
  });

  test('a language that is neither preferred nor accepted is missed', () => {
    const chineseOnly = { ...language, preferred: ['zh'], accepted: [] } as Criterion;
    expect(outcome(chineseOnly, { languageRequired: 'en' })).toEqual([
      'missed',
      { code: 'language_other', language: 'en' },
    ]);
  });
});

describe('the fit', () => {
  const fit = (changes: Partial<Opening>) => judge({ ...ideal, ...changes }, criteria, rates).fit;

  test('is good when all is met, and when only negotiable points and preferences are open', () => {
    expect(fit({})).toBe('good');
    expect(fit({ salary: null, insuranceBase: null, contract: 'unknown' })).toBe('good');
    expect(fit({ languageRequired: 'zh' })).toBe('good');
  });

  test('is partial with one doubt', () => {
    expect(fit({ focus: 'backend' })).toBe('partial');
    expect(fit({ locations: [], arrangement: 'unknown' })).toBe('partial');
    expect(fit(pay(null, 23_000))).toBe('partial');
  });

  test('is partial, not poor, when all that matters is unknown', () => {
    expect(fit({ locations: [], arrangement: 'unknown', focus: 'other', title: null })).toBe('partial');
  });

  test('is poor with a near miss and another doubt, or with a plain miss', () => {
    expect(fit({ focus: 'backend', ...pay(null, 23_000) })).toBe('poor');
    expect(fit({ focus: 'backend', locations: [], arrangement: 'unknown' })).toBe('poor');
    expect(fit({ locations: ['Shenzhen'] })).toBe('poor');
    expect(fit(pay(null, 10_000))).toBe('poor');
  });
});

const anyOpening: fc.Arbitrary<Opening> = fc.record({
  title: fc.option(fc.string()),
  titles: fc.constant([]),
  company: fc.option(fc.string()),
  locations: fc.subarray(['Guangzhou', 'Shenzhen', 'Berlin', 'Atlantis']),
  arrangement: fc.constantFrom(...arrangements),
  remoteScope: fc.constantFrom(null, 'worldwide', 'outside China', 'Canada, United States', 'Asia'),
  salary: fc.option(
    fc.record({
      min: fc.option(fc.nat(1_000_000)),
      max: fc.option(fc.nat(1_000_000)),
      currency: fc.constantFrom('CNY', 'USD', 'EUR', 'XAU'),
      period: fc.constantFrom(...periods),
      monthsPerYear: fc.option(fc.integer({ min: 12, max: 18 })),
    }),
  ),
  insuranceBase: fc.option(fc.nat(50_000)),
  contract: fc.constantFrom(...contracts),
  skills: fc.constant([]),
  languageRequired: fc.constantFrom(...requiredLanguages),
  focus: fc.constantFrom(...focuses),
  applyUrl: fc.constant(null),
  contact: fc.constant(null),
});

describe('for any opening', () => {
  property.prop([anyOpening])('the score is what the arithmetic says', (opening) => {
    const { score, best, judgements } = judge(opening, criteria, rates);
    const weight = { must: 3, negotiable: 2, prefer: 1 };
    const points = judgements.map(({ criterion, outcome: came, near }) =>
      near || came === 'unknown' ? 0 : weight[criterion.strength] * (came === 'met' ? 1 : -1),
    );
    expect(score).toBe(points.reduce((sum, one) => sum + one, 0));
    expect(Math.abs(score)).toBeLessThanOrEqual(best);
  });

  property.prop([anyOpening, fc.constantFrom('salary', 'insuranceBase', 'languageRequired', 'contract')])(
    'leaving something out never turns it into a miss',
    (opening, field) => {
      const unsaid = {
        salary: null,
        insuranceBase: null,
        languageRequired: 'unknown',
        contract: 'unknown',
      } as const;
      const kinds = {
        salary: 'salary',
        insuranceBase: 'insurance',
        languageRequired: 'language',
        contract: 'contract',
      };
      const { judgements } = judge({ ...opening, [field]: unsaid[field] }, criteria, rates);
      expect(judgements.find(({ criterion }) => criterion.kind === kinds[field])?.outcome).toBe('unknown');
    },
  );

  property.prop([anyOpening, fc.constantFrom(...strengths)])(
    'a preference alone never makes it worse than good',
    (opening) => {
      const preferences = criteria.map((criterion): Criterion => ({ ...criterion, strength: 'prefer' }));
      expect(judge(opening, preferences, rates).fit).toBe('good');
    },
  );
});
