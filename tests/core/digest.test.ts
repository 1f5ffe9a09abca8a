import { test as property } from '@fast-check/vitest';
import fc from 'fast-check';
import { expect } from 'vitest';

import { weeksUpTo } from '../../core/digest.ts';

const hour = 60 * 60 * 1000;

property.prop([
  fc.date({ noInvalidDate: true, min: new Date('1990-01-01'), max: new Date('2090-01-01') }),
  fc.integer({ min: 1, max: 2000 }),
  fc.integer({ min: 1, max: 60 }),
])('weeks follow one another without a gap, and end with the span itself', (until, hours, count) => {
  const span = { from: new Date(until.getTime() - hours * hour), until };
  const weeks = weeksUpTo(span, count);
  expect(weeks).toHaveLength(count);
  expect(weeks.at(-1)).toEqual(span);
  for (const [index, week] of weeks.slice(0, -1).entries()) {
    expect(week.until).toEqual(weeks[index + 1]?.from);
    expect(week.until.getTime() - week.from.getTime()).toBe(168 * hour);
  }
});
