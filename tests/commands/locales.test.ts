import { describe, expect, test } from 'vitest';

import { messagesOf } from '../../commands/locales/messages.ts';
import type { Criterion } from '../../core/criteria.ts';
import { languages } from '../../core/language.ts';
import type { Reason } from '../../core/matching.ts';
import { contracts, focuses, periods, type Salary } from '../../core/opening.ts';
import { contract, criteria, insurance, language, place, salary, work } from '../core/examples.ts';

const en = messagesOf('en');
const zh = messagesOf('zh');

/** Every reason there is; the object makes the compiler ask for a new one. */
const reasons: Readonly<Record<Reason['code'], Reason>> = {
  onsite: { code: 'onsite', place: 'Guangzhou' },
  elsewhere: { code: 'elsewhere', places: ['Shenzhen', 'Berlin'] },
  place_unknown: { code: 'place_unknown' },
  remote: { code: 'remote', scope: 'worldwide' },
  remote_at_home: { code: 'remote_at_home', country: 'China' },
  remote_elsewhere: { code: 'remote_elsewhere', scope: 'outside China' },
  remote_scope_unknown: { code: 'remote_scope_unknown' },
  work: { code: 'work', focus: 'ml' },
  work_near: { code: 'work_near', focus: 'backend' },
  work_other: { code: 'work_other', focus: 'frontend' },
  work_unknown: { code: 'work_unknown' },
  pay: { code: 'pay', min: 25_000, max: 40_000, currency: 'CNY', period: 'month' },
  pay_short: { code: 'pay_short', min: null, max: 20_000, currency: 'CNY', period: 'month' },
  pay_open: { code: 'pay_open', min: 20_000, currency: 'CNY', period: 'month' },
  pay_unknown: { code: 'pay_unknown' },
  pay_rate_missing: { code: 'pay_rate_missing', currency: 'XAU' },
  base: { code: 'base', amount: 20_000 },
  base_short: { code: 'base_short', amount: 8_000 },
  base_unknown: { code: 'base_unknown' },
  language: { code: 'language', language: 'en' },
  language_accepted: { code: 'language_accepted', language: 'zh' },
  language_other: { code: 'language_other', language: 'en' },
  language_unknown: { code: 'language_unknown' },
  contract: { code: 'contract', contract: 'full_time' },
  contract_near: { code: 'contract_near', contract: 'contract' },
  contract_other: { code: 'contract_other', contract: 'internship' },
  contract_unknown: { code: 'contract_unknown' },
  any_industry: { code: 'any_industry' },
};

describe('reasons', () => {
  test.each(Object.values(reasons))('$code is said in both languages', (reason) => {
    expect(en.reason(reason)).toMatch(/^[ -~–]+$/u);
    expect(zh.reason(reason)).toMatch(/\p{Script=Han}/u);
  });

  test('name places, scopes and amounts in the reader’s language', () => {
    expect(en.reason(reasons.elsewhere)).toBe('on site in Shenzhen or Berlin');
    expect(zh.reason(reasons.elsewhere)).toBe('要到深圳或柏林上班');
    expect(en.reason({ code: 'remote', scope: 'Canada, United States' })).toBe(
      'remote, Canada and the United States',
    );
    expect(zh.reason({ code: 'remote', scope: 'Canada, United States' })).toBe('远程，加拿大和美国');
    expect(en.reason(reasons.remote_elsewhere)).toBe('remote only for people outside China');
    expect(en.reason({ code: 'remote_elsewhere', scope: 'Canada, United States' })).toBe(
      'remote only for people in Canada and the United States',
    );
    expect(zh.reason(reasons.remote_elsewhere)).toBe('远程，但只限中国以外');
    expect(en.reason(reasons.pay_open)).toContain('from CNY 20,000 a month');
    expect(zh.reason(reasons.pay_short)).toBe('不超过 20,000 元/月，低于底线');
  });
});

describe('criteria', () => {
  const variants: readonly Criterion[] = [
    ...criteria,
    { ...place, onsite: [] } as Criterion,
    { ...place, remoteFrom: null } as Criterion,
    { ...language, accepted: [] } as Criterion,
  ];

  test.each(variants)('$kind is said in both languages', (wanted) => {
    expect(en.criterion(wanted)).toMatch(/^[ -~–]+$/u);
    expect(zh.criterion(wanted)).toMatch(/\p{Script=Han}/u);
  });

  test('say how far they are open to discussion, where they can', () => {
    expect(en.distance(salary)).toBe('up to 10% less is open to discussion');
    expect(zh.distance(insurance)).toBe('低 25% 以内也可以谈');
    expect(zh.distance(work)).toBe('后端可以谈');
    expect(en.distance(contract)).toBe('contract is open to discussion');
    const firm = [
      { ...salary, below: 0 },
      { ...insurance, below: 0 },
      { ...work, near: [] } as Criterion,
      { ...contract, near: [] } as Criterion,
      place,
      language,
    ];
    for (const wanted of firm) for (const words of [en, zh]) expect(words.distance(wanted)).toBe('');
  });
});

describe('pay', () => {
  const monthly: Salary = { min: 25_000, max: 40_000, currency: 'CNY', period: 'month', monthsPerYear: 14 };

  test.each<[Partial<Salary>, string, string]>([
    [{}, 'CNY 25,000–40,000 a month, 14 months a year', '25,000–40,000 元/月，14 薪'],
    [{ max: null, monthsPerYear: null }, 'from CNY 25,000 a month', '不低于 25,000 元/月'],
    [{ min: null, monthsPerYear: null }, 'up to CNY 40,000 a month', '不超过 40,000 元/月'],
    [{ max: 25_000, monthsPerYear: null }, 'CNY 25,000 a month', '25,000 元/月'],
    [
      { currency: 'USD', period: 'year', monthsPerYear: null },
      'USD 25,000–40,000 a year',
      '25,000–40,000 USD/年',
    ],
    [
      { currency: 'USDT', period: 'hour', monthsPerYear: null },
      'USDT 25,000–40,000 an hour',
      '25,000–40,000 USDT/小时',
    ],
  ])('%j', (change, english, chinese) => {
    expect(en.pay({ ...monthly, ...change })).toBe(english);
    expect(zh.pay({ ...monthly, ...change })).toBe(chinese);
  });
});

test.each(languages)('nothing is left without a name, in %s', (spoken) => {
  const words = messagesOf(spoken);
  for (const focus of focuses) expect(words.focuses[focus]).not.toBe('');
  for (const form of contracts) expect(words.contracts[form]).not.toBe('');
  for (const period of periods) {
    expect(words.pay({ min: 1, max: 2, currency: 'EUR', period, monthsPerYear: null })).toContain('EUR');
  }
});

test('lists in Chinese keep a space between their own words and Latin ones', () => {
  expect(zh.or(['poor', 'any'])).toBe('poor 或 any');
  expect(zh.and(['中文', 'English'])).toBe('中文和 English');
  expect(zh.and(['/as member', '/as moderator', '求职者'])).toBe('/as member、/as moderator 和求职者');
  expect(zh.or(['深圳', '柏林'])).toBe('深圳或柏林');
  expect(en.or(['poor', 'any'])).toBe('poor or any');
});

test('phrases with a number in them agree with it', () => {
  expect(en.openings.title(1)).toBe('1 opening');
  expect(en.openings.title(1234)).toBe('1,234 openings');
  expect(en.openings.pastEnd(1)).toBe('There is only 1 page: leave the page out.');
  expect(en.review.title(1)).toBe('1 opening waits for review');
  expect(en.criteria.review(1, new Date('2027-01-01'))).toContain('1 day until');
  expect(zh.openings.pastEnd(3)).toBe('一共只有 3 页，请选 1 到 3。');
  expect(zh.review.title(2)).toBe('2 个职位待审核');
  expect(zh.criteria.review(0, new Date('2027-01-01'))).toBe('这些条件原定 2027年1月1日重新评估。');
});
