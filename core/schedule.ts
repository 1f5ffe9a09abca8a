// Weekly times by the clock of a zone, the moments they mean, and which of them still count after an outage. Knows
// what becomes of a time that a change of the clock skips or repeats; hides Temporal.

import { Temporal } from 'temporal-polyfill';

export const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Day = (typeof days)[number];

export interface Weekly {
  readonly day: Day;
  /** `HH:MM`. */
  readonly time: string;
  /** An IANA time zone, or a distance from UTC such as `+08:00`. */
  readonly zone: string;
}

/** Hours of a day, `HH:MM`, from the first to the second, over midnight where the second is smaller. */
export interface Hours {
  readonly from: string;
  readonly until: string;
}

/** In milliseconds. */
const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** From here on a digest is marked as late. */
const punctual = hour;
/** A slot this close to the next one is left to that one. */
const closeToNext = day;

/**
 * The first of its moments after `after`. A time that the clock skips moves to the next minute that there is; one
 * that it repeats counts the first time only. So every week by the local calendar has one.
 */
export function nextDue({ day: wanted, time, zone }: Weekly, after: Date): Date {
  const here = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  const ahead = (days.indexOf(wanted) + 1 - here.dayOfWeek + days.length) % days.length;
  let date = here.add({ days: ahead });
  for (;;) {
    const moment = momentOf(date, time, zone);
    if (moment.getTime() > after.getTime()) return moment;
    date = date.add({ weeks: 1 });
  }
}

/** Which slots have come, the first of them around `dueAt`, and what is to be done with them at `now`. */
export interface SlotsDue {
  /** Passed over: older ones, and the newest where the next is close. */
  readonly skipped: readonly Date[];
  readonly slot: { readonly dueAt: Date; readonly isLate: boolean } | null;
  readonly next: Date;
}

/** After an outage one slot is left to be sent, be it late, and none where the next one is less than a day away. */
export function slotsDue(weekly: Weekly, dueAt: Date, now: Date): SlotsDue {
  const come: Date[] = [];
  // From a day before, since a zone's rules may have changed after `dueAt` was worked out.
  let next = nextDue(weekly, new Date(dueAt.getTime() - day));
  for (; next.getTime() <= now.getTime(); next = nextDue(weekly, next)) come.push(next);
  const newest = come.at(-1);
  if (newest === undefined) return { skipped: [], slot: null, next };
  if (next.getTime() - now.getTime() < closeToNext) return { skipped: come, slot: null, next };
  const isLate = now.getTime() - newest.getTime() > punctual;
  return { skipped: come.slice(0, -1), slot: { dueAt: newest, isLate }, next };
}

/** When the quiet hours end in which `moment` falls; `null` where it falls into none. */
export function endOfQuiet({ from, until }: Hours, zone: string, moment: Date): Date | null {
  const here = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone);
  const time = here.toPlainTime().toString({ smallestUnit: 'minute' });
  const isOverMidnight = until < from;
  const isQuiet = isOverMidnight ? time >= from || time < until : time >= from && time < until;
  if (!isQuiet) return null;
  const date = isOverMidnight && time >= from ? here.toPlainDate().add({ days: 1 }) : here.toPlainDate();
  const end = momentOf(date, until, zone);
  // The hour that an autumn night repeats may lie behind the end already.
  return end.getTime() > moment.getTime() ? end : null;
}

/** When the clock of the zone shows this, for the first time, or the first minute after what it skips. */
function momentOf(date: Temporal.PlainDate, time: string, zone: string): Date {
  const wanted = date.toPlainDateTime(time);
  const found = wanted.toZonedDateTime(zone, { disambiguation: 'compatible' });
  const isThere = found.toPlainDateTime().equals(wanted);
  // Behind a gap: the change itself, which can be this very moment, is the first minute there is.
  const moment = isThere ? found : (found.add({ minutes: 1 }).getTimeZoneTransition('previous') ?? found);
  return new Date(moment.epochMilliseconds);
}

/** The day by the calendar of the zone: `2026-11-30`. */
export const localDate = (moment: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();

/** The zone as it is spelt, whatever the case it was typed in; `null` for what is none. */
export function zoneNamed(text: string): string | null {
  try {
    return new Temporal.ZonedDateTime(0n, text).timeZoneId;
  } catch {
    return null;
  }
}
