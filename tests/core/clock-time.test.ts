import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';

import { isLikeTime, readDay, readHours, readTime } from '../../core/clock-time.ts';
import { days } from '../../core/schedule.ts';

describe('a day', () => {
  test.each([
    ['monday', 'monday'],
    ['Mon', 'monday'],
    ['MONDAYS', 'monday'],
    ['Tues.', 'tuesday'],
    ['thurs', 'thursday'],
    ['every Friday', 'friday'],
    ['周一', 'monday'],
    ['星期三', 'wednesday'],
    ['礼拜六', 'saturday'],
    ['星期天', 'sunday'],
    ['周日', 'sunday'],
    ['每周五', 'friday'],
    ['每个星期二', 'tuesday'],
    ['周4', 'thursday'],
    ['星期７', 'sunday'],
    ['週二', 'tuesday'],
  ])('%s is %s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  test.each(['', 'm', 'mo', 'someday', '周', '周末', '周八', '周0', '一', 'constructor'])(
    '“%s” is none',
    (text) => {
      expect(readDay(text)).toBeNull();
    },
  );
});

describe('a time', () => {
  test.each([
    ['9:00', '09:00'],
    ['09:00', '09:00'],
    ['２１：３０', '21:30'],
    ['9', '09:00'],
    ['0930', '09:30'],
    ['9.30', '09:30'],
    ['9am', '09:00'],
    ['9:15 p.m.', '21:15'],
    ['12am', '00:00'],
    ['12pm', '12:00'],
    ['noon', '12:00'],
    ['上午9点', '09:00'],
    ['早上八点半', '08:30'],
    ['21点半', '21:30'],
    ['晚上9点', '21:00'],
    ['晚上21点', '21:00'],
    ['下午三点一刻', '15:15'],
    ['傍晚6点三刻', '18:45'],
    ['中午', '12:00'],
    ['中午12点', '12:00'],
    ['中午1点', '13:00'],
    ['中午11点半', '11:30'],
    ['凌晨12点', '00:00'],
    ['凌晨1点', '01:00'],
    ['二十一点零五分', '21:05'],
    ['9点钟', '09:00'],
    ['9點30分', '09:30'],
    ['9时', '09:00'],
    ['930', '09:30'],
    ['9h30', '09:30'],
    ['21h', '21:00'],
    ['AM 9:00', '09:00'],
    ['PM 9', '21:00'],
    ['midnight', '00:00'],
    ['午夜', '00:00'],
    ['半夜', '00:00'],
    ['半夜12点', '00:00'],
    ['半夜2点', '02:00'],
    ['半夜11点', '23:00'],
  ])('%s is %s', (text, time) => {
    expect(readTime(text)).toBe(time);
    expect(isLikeTime(text)).toBe(true);
  });

  // Half of them could be meant in two ways.
  test.each([
    '',
    '24:00',
    '9:60',
    '9:5',
    '13pm',
    '0am',
    '0pm',
    '晚上12点',
    '晚上3点',
    '上午12点',
    '下午0点',
    '中午3点',
    '九',
    '半',
    '点',
    '半夜8点',
    'am',
    '960',
    'am 13:00',
  ])('“%s” is none', (text) => {
    expect(readTime(text)).toBeNull();
  });

  test.each(['25:00', '9:5', '13pm', '二十五点', '晚上12点'])('%s is like one', (text) => {
    expect(isLikeTime(text)).toBe(true);
  });

  test.each(['Shanghai', '广州', 'GMT+8', '+8', '9/11', 'zh', '', '9:00 Shanghai'])('%s is not', (text) => {
    expect(isLikeTime(text)).toBe(false);
  });

  property.prop([fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })])(
    'is read as it is written, by each clock',
    (hour, minute) => {
      const two = (number: number) => String(number).padStart(2, '0');
      const time = `${two(hour)}:${two(minute)}`;
      const english = `${hour % 12 === 0 ? 12 : hour % 12}:${two(minute)} ${hour < 12 ? 'AM' : 'PM'}`;
      for (const written of [time, `${hour}点${minute}分`, `${two(hour)}${two(minute)}`, english]) {
        expect(readTime(written)).toBe(time);
      }
    },
  );
});

describe('hours', () => {
  const night = { from: '22:00', until: '08:00' };

  test.each([
    '22:00-08:00',
    '22-8',
    '22:00 – 8:00',
    '10pm to 8am',
    '10pm until 8am',
    '晚上10点到早上8点',
    '22点至8点',
    '22:00～08:00',
    'from 22:00 to 08:00',
    '从晚上10点到早上8点',
  ])('%s', (text) => {
    expect(readHours(text)).toEqual(night);
  });

  test.each(['', '22:00', '22:00-', '9-9', '22-8-9', '22:00-25:00', 'off'])('“%s” are none', (text) => {
    expect(readHours(text)).toBeNull();
  });
});

test('every day has a name of its own in both languages', () => {
  expect(['一', '二', '三', '四', '五', '六', '日'].map((one) => readDay(`周${one}`))).toEqual(days);
});
