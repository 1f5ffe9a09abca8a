import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';

import { readDay, readTime } from '../../core/clock-time.ts';
import { days } from '../../core/schedule.ts';
import { readZone } from '../../core/vocabulary/zones.ts';
import { readWeeklyWords } from '../../core/weekly-words.ts';

const others = { language: (words: string) => words === 'zh' };

describe('the parts are found', () => {
  test.each([
    ['周一早上9点', { day: '周一', time: '早上9点' }],
    ['每周一早上九点半', { day: '每周一', time: '早上九点半' }],
    ['北京时间周五21:30', { zone: '北京时间', day: '周五', time: '21:30' }],
    ['周五，9点，上海', { day: '周五', time: '9点', zone: '上海' }],
    ['周1 东8时区', { day: '周1', zone: '东8时区' }],
    ['Mondays at 09:00 (UTC+5:30)', { day: 'Mondays', time: '09:00', zone: 'UTC+5:30' }],
    [
      'New York time 9 pm every Friday zh',
      { zone: 'New York time', time: '9 pm', day: 'Friday', language: 'zh' },
    ],
    ['Portland (America/Los_Angeles)', { zone: 'America/Los_Angeles' }],
    ['Toronto, Canada', { zone: 'Toronto' }],
    ['weekly', {}],
  ])('%s', (text, parts) => {
    expect(readWeeklyWords(text, others)).toEqual({ parts, rest: '' });
  });

  test.each([
    ['someday 9:00', 'someday'],
    ['monday friday', 'friday'],
    ['Berlin Tokyo', 'Tokyo'],
    ['on '.repeat(31) + 'fun', 'fun'],
    ['fun '.repeat(31), 'fun '.repeat(31)],
  ])('%s leaves a rest', (text, rest) => {
    expect(readWeeklyWords(text, others).rest).toBe(rest);
  });

  test('9:00-10:00 is like a time', () => {
    expect(readWeeklyWords('9:00-10:00', others).parts).toEqual({ time: '9:00-10:00' });
  });
});

const dayNames = days.map((day, index) => [
  day,
  day.slice(0, 3),
  `every ${day}`,
  `周${'一二三四五六日'[index]}`,
]);
const times = [
  ['09:00', '9am', '上午9点', '9 am', 'at 9:00'],
  ['21:30', '9:30 pm', '晚上九点半', '2130'],
] as const;
const zones = ['Asia/Shanghai', '广州', 'in New York', 'GMT+8', '北京时间'];
const separators = [' ', ', ', '，', '、 ', '（'];

property.prop([
  fc
    .nat(dayNames.length - 1)
    .chain((day) => fc.constantFrom(...(dayNames[day] ?? [])).map((said) => [day, said] as const)),
  fc
    .constantFrom(...times)
    .chain((spellings) => fc.constantFrom(...spellings).map((said) => [spellings[0], said] as const)),
  fc.constantFrom(...zones),
  fc.constantFrom(...separators),
  fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
])('in any order, with anything between them', ([day, saidDay], [time, saidTime], zone, separator, order) => {
  const said = [saidDay, saidTime, zone];
  const { parts, rest } = readWeeklyWords(order.map((index) => said[index]).join(separator), others);
  expect(rest).toBe('');
  expect(readDay(parts['day'] ?? '')).toBe(days[day]);
  expect(readTime(parts['time'] ?? '')).toBe(time);
  expect(readZone(parts['zone'] ?? '')).toEqual(readZone(zone.replace('in ', '')));
});
