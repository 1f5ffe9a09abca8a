import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';

import { readChineseNumeral } from '../../../core/reading/numerals.ts';
import { readOpening } from '../../../core/reading/read.ts';

const digits = '零一二三四五六七八九';

/** Writes a number below 10000 万 as it is spoken in full. */
function spoken(value: number): string {
  if (value >= 10_000) {
    const low = value % 10_000;
    const gap = low > 0 && low < 1000 ? '零' : '';
    return `${spoken(Math.floor(value / 10_000))}万${low === 0 ? '' : gap + spoken(low)}`;
  }
  let text = '';
  let rest = value;
  let skipped = false;
  for (const [power, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(rest / power);
    rest %= power;
    if (digit === 0) skipped = text !== '';
    else {
      text += `${skipped ? '零' : ''}${digits[digit]}${name}`;
      skipped = false;
    }
  }
  return text;
}

describe('Chinese numerals', () => {
  property.prop([fc.integer({ min: 1, max: 99_999_999 })])(
    'what is written in full is read back',
    (value) => {
      expect(readChineseNumeral(spoken(value))).toBe(value);
    },
  );

  test.each([
    ['三万五', 35_000],
    ['两万', 20_000],
    ['一万八', 18_000],
    ['十五', 15],
    ['两千五', 2500],
    ['一百零五', 105],
    ['三万零五', 30_005],
    ['两万五千', 25_000],
  ])('%s is %i', (text, value) => {
    expect(readChineseNumeral(text)).toBe(value);
  });

  property.prop([fc.string()])('other text is no numeral and never throws', (text) => {
    expect(readChineseNumeral(`${text}x`)).toBeNull();
  });
});

const salaryOf = (pay: string) =>
  readOpening(`青山网络 诚聘 后端工程师\n地点：广州\n薪资：${pay}`).opening.salary;

describe('pay that is printed is read back', () => {
  const range = fc
    .tuple(fc.integer({ min: 5, max: 60 }), fc.integer({ min: 1, max: 60 }))
    .map(([low, more]) => [low, low + more] as const);

  property.prop([range, fc.constantFrom('K', 'k', '千'), fc.constantFrom('-', '~', '至', '到', ' - ')])(
    'thousands of CNY a month',
    ([low, high], unit, to) => {
      expect(salaryOf(`${low}${unit}${to}${high}${unit}`)).toMatchObject({
        min: low * 1000,
        max: high * 1000,
        currency: 'CNY',
        period: 'month',
      });
    },
  );

  property.prop([range, fc.constantFrom('', '/年')])('ten thousands of CNY a year', ([low, high]) => {
    expect(salaryOf(`${low + 20}-${high + 20}万/年`)).toMatchObject({
      min: (low + 20) * 10_000,
      max: (high + 20) * 10_000,
      period: 'year',
    });
  });

  property.prop([range, fc.constantFrom('USD', 'USDT', 'EUR', 'SGD', 'HKD')])(
    'plain amounts of a currency',
    ([low, high], currency) => {
      expect(salaryOf(`${low * 100}-${high * 100} ${currency}/月`)).toMatchObject({
        min: low * 100,
        max: high * 100,
        currency,
        period: 'month',
      });
    },
  );

  property.prop([range])('the digits of what is read stand in its evidence', ([low, high]) => {
    const { evidence } = readOpening(`招聘前端工程师 base 杭州 ${low}k-${high}k`);
    expect(evidence.salary?.join(' ')).toContain(String(low));
    expect(evidence.salary?.join(' ')).toContain(String(high));
  });
});

describe('pay whose period stands at each figure, or behind a word on taxes', () => {
  test.each([
    ['$160,000.00/yr - $190,000.00/yr', 160_000, 190_000, 'USD', 'year'],
    ['CA$95K/year to CA$120K/year', 95_000, 120_000, 'CAD', 'year'],
    ['€70k p.a. – €85k p.a.', 70_000, 85_000, 'EUR', 'year'],
    ['USD 60 per hour - USD 80 per hour', 60, 80, 'USD', 'hour'],
    ['35万/年-50万/年', 350_000, 500_000, 'CNY', 'year'],
    ["CHF 120'000 - 140’000 per year", 120_000, 140_000, 'CHF', 'year'],
    ["CHF 9'500.- / Monat", 9500, 9500, 'CHF', 'month'],
    ['50万一年', 500_000, 500_000, 'CNY', 'year'],
    ['3万-4万一个月', 30_000, 40_000, 'CNY', 'month'],
    ["薪资：120'000 - 140'000 USD 一年", 120_000, 140_000, 'USD', 'year'],
    ['28k/月~36k/月', 28_000, 36_000, 'CNY', 'month'],
    ['300/天-500/天', 300, 500, 'CNY', 'day'],
    ['25-30k 每周三天到岗', 25_000, 30_000, 'CNY', 'month'],
  ])('%s', (pay, min, max, currency, period) => {
    expect(salaryOf(pay)).toMatchObject({ min, max, currency, period });
  });

  test.each(['PLN 21-27k net/month', '21k - 27k PLN net + VAT / month', '21-27k gross/mo'])(
    'in a head: %s',
    (pay) => {
      const { salary } = readOpening(`Mica Labs | ML Engineer | Warsaw | ${pay}`).opening;
      expect(salary).toMatchObject({ min: 21_000, max: 27_000, currency: 'PLN', period: 'month' });
    },
  );
});

describe('pay for no period that pay is kept by', () => {
  test.each([
    '3k-1w 每个项目',
    '每个项目 3000-9000元',
    '一单 2000元',
    '$500-$900 per project',
    '$1,100/week',
  ])('%s', (pay) => {
    expect(salaryOf(pay)).toBeNull();
  });
});

describe('figures that are no pay', () => {
  test.each([
    '3-5年经验',
    '面议',
    'open',
    '4K 显示器',
    '401k',
    '团队 20-30人',
    '餐补 500元',
    '日活 300k用户',
  ])('%s', (text) => {
    expect(readOpening(`招聘后端工程师\n地点：广州\n${text}`).opening.salary).toBeNull();
  });
});

test.each(['最高 10K+ USD/月', 'up to 10k+ USD/月', '10K+ 以内 USD/月'])('%s has an end', (pay) => {
  expect(salaryOf(pay)).toMatchObject({ min: null, max: 10_000 });
});
