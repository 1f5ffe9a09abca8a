import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';

import { compareCriteria, type Criterion, inForce, type Search } from '../../core/criteria.ts';
import { date, insurance, salary, search } from './examples.ts';

describe('the criteria in force', () => {
  test('are those of the first phase from the start until its months are over', () => {
    const start = date('2026-01-31');
    const first = inForce(search, start, date('2026-03-30'));
    expect(first.phase.id).toBe('trial');
    expect(first.until).toEqual(date('2026-03-31'));
    expect(first.next?.id).toBe('relaxed');
    const second = inForce(search, start, date('2026-03-31'));
    expect(second.phase.id).toBe('relaxed');
    expect(second.since).toEqual(date('2026-03-31'));
    expect(second.until).toBeNull();
    expect(second.next).toBeNull();
  });

  test('end on the last day of a shorter month', () => {
    expect(inForce(search, date('2026-12-31'), date('2027-01-01')).until).toEqual(date('2027-02-28'));
  });

  test('are those of the first phase before the search begins', () => {
    expect(inForce(search, date('2026-05-01'), date('2020-01-01')).phase.id).toBe('trial');
  });

  test('stay with the last phase when it had an end and nothing follows', () => {
    const ending: Search = { start: null, phases: search.phases.slice(0, 1) };
    const late = inForce(ending, date('2026-01-01'), date('2027-01-01'));
    expect(late.phase.id).toBe('trial');
    expect(late.until).toEqual(date('2026-03-01'));
  });

  test('cannot be told of a search without phases', () => {
    expect(() => inForce({ start: null, phases: [] }, date('2026-01-01'), date('2026-01-01'))).toThrow(
      RangeError,
    );
  });

  property.prop([fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 4000 })])(
    'never go back to an earlier phase as time passes',
    (one, other) => {
      const start = date('2024-02-29');
      const dayOf = (days: number) => new Date(start.getTime() + days * 24 * 60 * 60 * 1000);
      const index = (days: number) => search.phases.indexOf(inForce(search, start, dayOf(days)).phase);
      expect(index(Math.min(one, other))).toBeLessThanOrEqual(index(Math.max(one, other)));
    },
  );
});

describe('comparing criteria', () => {
  const lower: Criterion = { ...salary, min: 20_000 };

  test('shows what changed, came and went, and nothing else', () => {
    expect(compareCriteria([salary], [lower, insurance])).toEqual([
      { before: salary, after: lower },
      { before: null, after: insurance },
    ]);
    expect(compareCriteria([salary, insurance], [salary])).toEqual([{ before: insurance, after: null }]);
    expect(compareCriteria([salary, insurance], [insurance, salary])).toEqual([]);
  });
});
