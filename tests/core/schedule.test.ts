import { fc, test as property } from '@fast-check/vitest';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';

import {
  type Day,
  days,
  endOfQuiet,
  localDate,
  nextDue,
  slotsDue,
  type Weekly,
  zoneNamed,
} from '../../core/schedule.ts';

const weekly = (text: string): Weekly => {
  const [day = '', time = '', zone = ''] = text.split(' ');
  return { day: day as Day, time, zone };
};
const iso = (date: Date | null) => date?.toISOString() ?? null;
const inZone = (moment: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone);

describe('the next moment', () => {
  test.each([
    // Zones that never change their clock.
    ['monday 09:00 Asia/Shanghai', '2026-11-26T00:00Z', '2026-11-30T01:00Z'],
    ['monday 09:00 Asia/Shanghai', '2026-11-30T01:00Z', '2026-12-07T01:00Z'],
    ['monday 09:00 Asia/Shanghai', '2026-11-30T00:59:59.999Z', '2026-11-30T01:00Z'],
    ['friday 20:30 Asia/Kolkata', '2026-11-26T00:00Z', '2026-11-27T15:00Z'],
    ['friday 20:30 +05:30', '2026-11-26T00:00Z', '2026-11-27T15:00Z'],
    // Shanghai's summer time of 1986 to 1991.
    ['monday 09:00 Asia/Shanghai', '1990-07-01T00:00Z', '1990-07-02T00:00Z'],
    // Spring: from 2:00 on it is 3:00, and the hour between is moved to 3:00.
    ['sunday 01:59 America/New_York', '2026-03-05T00:00Z', '2026-03-08T06:59Z'],
    ['sunday 02:00 America/New_York', '2026-03-05T00:00Z', '2026-03-08T07:00Z'],
    ['sunday 02:30 America/New_York', '2026-03-05T00:00Z', '2026-03-08T07:00Z'],
    ['sunday 02:59 America/New_York', '2026-03-05T00:00Z', '2026-03-08T07:00Z'],
    ['sunday 03:00 America/New_York', '2026-03-05T00:00Z', '2026-03-08T07:00Z'],
    ['sunday 02:30 America/New_York', '2026-03-08T07:00Z', '2026-03-15T06:30Z'],
    ['sunday 01:30 Europe/London', '2026-03-28T00:00Z', '2026-03-29T01:00Z'],
    // Autumn: the hour that comes twice counts the first time.
    ['sunday 01:30 America/New_York', '2026-10-31T00:00Z', '2026-11-01T05:30Z'],
    ['sunday 01:30 America/New_York', '2026-11-01T05:30Z', '2026-11-08T06:30Z'],
    ['sunday 01:30 Europe/London', '2026-10-24T00:00Z', '2026-10-25T00:30Z'],
    ['sunday 01:30 Europe/London', '2026-10-25T00:30Z', '2026-11-01T01:30Z'],
    // Lord Howe changes by half an hour.
    ['sunday 02:15 Australia/Lord_Howe', '2026-10-01T00:00Z', '2026-10-03T15:30Z'],
    ['sunday 01:45 Australia/Lord_Howe', '2026-04-01T00:00Z', '2026-04-04T14:45Z'],
    ['sunday 01:45 Australia/Lord_Howe', '2026-04-04T14:45Z', '2026-04-11T15:15Z'],
    // São Paulo changed at midnight, while it did.
    ['sunday 00:00 America/Sao_Paulo', '2018-11-01T00:00Z', '2018-11-04T03:00Z'],
    ['sunday 00:30 America/Sao_Paulo', '2018-11-01T00:00Z', '2018-11-04T03:00Z'],
    ['saturday 23:30 America/Sao_Paulo', '2018-02-16T00:00Z', '2018-02-18T01:30Z'],
    ['monday 09:00 America/Sao_Paulo', '2026-11-26T00:00Z', '2026-11-30T12:00Z'],
    // Apia had no 30 December 2011: that Friday's moment is the first minute of Saturday.
    ['thursday 09:00 Pacific/Apia', '2011-12-27T00:00Z', '2011-12-29T19:00Z'],
    ['friday 09:00 Pacific/Apia', '2011-12-27T00:00Z', '2011-12-30T10:00Z'],
    ['friday 23:59 Pacific/Apia', '2011-12-30T09:59Z', '2011-12-30T10:00Z'],
    ['friday 09:00 Pacific/Apia', '2011-12-30T10:00Z', '2012-01-05T19:00Z'],
    ['saturday 09:00 Pacific/Apia', '2011-12-27T00:00Z', '2011-12-30T19:00Z'],
    // Leap day and year end.
    ['tuesday 12:00 UTC', '2028-02-26T00:00Z', '2028-02-29T12:00Z'],
    ['thursday 23:59 Pacific/Kiritimati', '2026-12-30T12:00Z', '2026-12-31T09:59Z'],
    ['friday 00:00 Pacific/Niue', '2026-12-31T00:00Z', '2027-01-01T11:00Z'],
  ])('of %s after %s is %s', (text, after, due) => {
    expect(iso(nextDue(weekly(text), new Date(after)))).toBe(new Date(due).toISOString());
  });
});

const zones = [
  'Asia/Shanghai',
  'Asia/Kolkata',
  'America/New_York',
  'Europe/London',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'America/St_Johns',
  '+05:45',
];
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const schedule: fc.Arbitrary<Weekly> = fc.record({
  day: fc.constantFrom(...days),
  time,
  zone: fc.constantFrom(...zones),
});
/** Any moment, and those around the changes of the clock in the zones above. */
const moment = fc.oneof(
  fc.date({ min: new Date('2005-01-01'), max: new Date('2037-12-31'), noInvalidDate: true }),
  fc
    .tuple(
      fc.constantFrom(
        '2011-12-30T10:00Z',
        '2018-11-04T03:00Z',
        '2026-03-08T07:00Z',
        '2026-10-03T15:30Z',
        '2026-10-25T01:00Z',
      ),
      fc.integer({ min: -8 * 24 * 60, max: 8 * 24 * 60 }),
    )
    .map(([at, minutes]) => new Date(new Date(at).getTime() + minutes * 60_000)),
);

describe('every week by the local calendar', () => {
  const mondayOf = (due: Date, zone: string) => {
    const date = inZone(due, zone).toPlainDate();
    return date.subtract({ days: date.dayOfWeek - 1 });
  };

  property.prop([schedule, moment], { numRuns: 300 })('has exactly one moment', (set, after) => {
    let due = nextDue(set, after);
    for (let week = 0; week < 4; week += 1) {
      const next = nextDue(set, due);
      expect(mondayOf(next, set.zone).since(mondayOf(due, set.zone)).days).toBe(7);
      due = next;
    }
  });

  property.prop([schedule, moment], { numRuns: 300 })(
    'shows that day and time then, unless the clock skips it',
    (set, after) => {
      const due = nextDue(set, after);
      const shown = inZone(due, set.zone);
      const wanted = shown.toPlainTime().toString({ smallestUnit: 'minute' }) === set.time;
      const before = inZone(new Date(due.getTime() - 1), set.zone);
      expect(wanted || shown.offset !== before.offset).toBe(true);
      if (wanted) expect(days[shown.dayOfWeek - 1]).toBe(set.day);
    },
  );

  property.prop([schedule, moment], { numRuns: 300 })(
    'nothing lies between a moment and the next',
    (set, after) => {
      const due = nextDue(set, after);
      expect(due > after).toBe(true);
      expect(nextDue(set, new Date(due.getTime() - 1))).toEqual(due);
    },
  );
});

describe('of the slots that have come', () => {
  const mondays = weekly('monday 09:00 UTC');
  const due = new Date('2026-11-02T09:00Z');
  const at = (now: string) => {
    const { skipped, slot, next } = slotsDue(mondays, due, new Date(now));
    return {
      skipped: skipped.map((one) => localDate(one, 'UTC')),
      slot: slot && { ...slot, dueAt: localDate(slot.dueAt, 'UTC') },
      next: localDate(next, 'UTC'),
    };
  };

  test.each([
    ['2026-11-02T08:59Z', [], null, '2026-11-02'],
    ['2026-11-02T09:00Z', [], { dueAt: '2026-11-02', isLate: false }, '2026-11-09'],
    ['2026-11-02T10:00Z', [], { dueAt: '2026-11-02', isLate: false }, '2026-11-09'],
    ['2026-11-02T10:01Z', [], { dueAt: '2026-11-02', isLate: true }, '2026-11-09'],
    ['2026-11-08T09:00Z', [], { dueAt: '2026-11-02', isLate: true }, '2026-11-09'],
    ['2026-11-08T09:01Z', ['2026-11-02'], null, '2026-11-09'],
    ['2026-11-09T09:00Z', ['2026-11-02'], { dueAt: '2026-11-09', isLate: false }, '2026-11-16'],
    [
      '2026-11-25T12:00Z',
      ['2026-11-02', '2026-11-09', '2026-11-16'],
      { dueAt: '2026-11-23', isLate: true },
      '2026-11-30',
    ],
    ['2026-11-30T08:00Z', ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23'], null, '2026-11-30'],
  ])('at %s %j are passed over and %j is sent', (now, skipped, slot, next) => {
    expect(at(now)).toEqual({ skipped, slot, next });
  });

  test('one whose moment the rules of its zone have moved since is not lost', () => {
    const moved = new Date('2026-11-02T10:00Z');
    expect(slotsDue(mondays, moved, moved).slot).toEqual({ dueAt: due, isLate: false });
    const early = new Date('2026-11-02T08:00Z');
    expect(slotsDue(mondays, early, early)).toEqual({ skipped: [], slot: null, next: due });
  });

  property.prop([schedule, moment, fc.integer({ min: 0, max: 40 * 24 * 60 })], { numRuns: 200 })(
    'each is sent or passed over once, in whatever steps the clock comes by',
    (set, start, minutes) => {
      const end = new Date(start.getTime() + minutes * 60_000);
      const middle = new Date(start.getTime() + (minutes / 2) * 60_000);
      const seen: Date[] = [];
      let next = nextDue(set, start);
      for (const now of [start, middle, start, end, end]) {
        if (next > now) continue;
        const { skipped, slot, next: after } = slotsDue(set, next, now);
        seen.push(...skipped, ...(slot === null ? [] : [slot.dueAt]));
        next = after;
      }
      const all: Date[] = [];
      for (let one = nextDue(set, start); one <= end; one = nextDue(set, one)) all.push(one);
      expect(seen).toEqual(all);
      expect(next > end).toBe(true);
    },
  );
});

describe('quiet hours', () => {
  const night = { from: '22:00', until: '08:00' };
  const noon = { from: '12:00', until: '13:30' };

  test.each([
    [night, 'Asia/Shanghai', '2026-11-26T13:59Z', null],
    [night, 'Asia/Shanghai', '2026-11-26T14:00Z', '2026-11-27T00:00:00.000Z'],
    [night, 'Asia/Shanghai', '2026-11-26T17:00Z', '2026-11-27T00:00:00.000Z'],
    [night, 'Asia/Shanghai', '2026-11-26T23:59Z', '2026-11-27T00:00:00.000Z'],
    [night, 'Asia/Shanghai', '2026-11-27T00:00Z', null],
    [noon, 'UTC', '2026-11-26T11:59Z', null],
    [noon, 'UTC', '2026-11-26T12:00Z', '2026-11-26T13:30:00.000Z'],
    [noon, 'UTC', '2026-11-26T13:30Z', null],
    // Over the change of the clock, and up to a time that it skips or repeats.
    [night, 'America/New_York', '2026-03-08T04:00Z', '2026-03-08T12:00:00.000Z'],
    [{ from: '22:00', until: '02:30' }, 'America/New_York', '2026-03-08T04:00Z', '2026-03-08T07:00:00.000Z'],
    [{ from: '22:00', until: '01:30' }, 'America/New_York', '2026-11-01T05:10Z', '2026-11-01T05:30:00.000Z'],
    [{ from: '22:00', until: '01:30' }, 'America/New_York', '2026-11-01T06:10Z', null],
  ])('%j in %s at %s end at %s', (hours, zone, now, end) => {
    expect(iso(endOfQuiet(hours, zone, new Date(now)))).toBe(end);
  });

  property.prop([time, time, fc.constantFrom(...zones), moment], { numRuns: 200 })(
    'end within a day, and what comes then waits no more',
    (from, until, zone, now) => {
      const end = endOfQuiet({ from, until }, zone, now);
      if (end === null) return;
      expect(end > now && end.getTime() - now.getTime() <= 26 * 60 * 60 * 1000).toBe(true);
      const again = endOfQuiet({ from, until }, zone, end);
      // Only where the hour comes twice is it quiet once more by the clock.
      expect(again === null || inZone(now, zone).offset !== inZone(again, zone).offset).toBe(true);
    },
  );
});

test.each([
  ['asia/shanghai', 'Asia/Shanghai'],
  ['AMERICA/NEW_YORK', 'America/New_York'],
  ['+0530', '+05:30'],
  ['Asia/Atlantis', null],
  ['', null],
])('the zone %s is spelt %s', (typed, zone) => {
  expect(zoneNamed(typed)).toBe(zone);
});
