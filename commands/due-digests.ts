// Digests whose time has come: each becomes a letter, and its time is recorded, in one transaction of its own. Late
// ticks, several processes and clocks that are set back all end in the same: every time is dealt with once.

import { slotsDue } from '../core/schedule.ts';
import type { DueDigest } from '../storage/digest-slots.ts';
import type { Rooms } from '../storage/open.ts';
import { audienceOf, type House, houseIn, rolesOf, seesAll } from './context.ts';
import { openPress, type Readership, type weeklyDigest } from './digest-content.ts';

/** In milliseconds: how far back the first digest of a place looks at least. */
const week = 7 * 24 * 60 * 60 * 1000;

/**
 * Writes all that is due at `now`; `stop` ends it between two. What cannot be composed is reported and holds nobody
 * else up: it is due the next time again.
 */
export async function writeDueDigests(house: House, now: Date, stop: AbortSignal): Promise<void> {
  const failed: number[] = [];
  const press = openPress();
  let isMore = true;
  while (isMore && !stop.aborted) {
    isMore = await house.store.transaction(async (store) => {
      const due = await store.digestSlots.hold(now, failed);
      if (due === null) return false;
      try {
        await store.transaction((part) => settle(due, inside(house, part), press, now));
      } catch (fault) {
        failed.push(due.id);
        house.report(fault, 'digest');
      }
      return true;
    });
  }
}

async function settle(due: DueDigest, whole: House, press: typeof weeklyDigest, now: Date): Promise<void> {
  const { store } = whole;
  const { id, weekly, dueAt, address } = due;
  const account = `${address.platform}:${address.externalId}`;
  const house = houseIn(whole, due, account);
  const { skipped, slot, next } = slotsDue(weekly, dueAt, now);
  if (!(await store.digestSlots.move(id, dueAt, next))) return;
  for (const passed of skipped) {
    const left = { dueAt: passed, outcome: 'skipped_late', letterKey: null, isLate: true } as const;
    await store.digestSlots.record(id, left, now);
  }
  if (slot === null) return;
  const readers = readersOf(due, house, account);
  const span = await spanUntil(now, due, store);
  const view = await press(house, readers, span, { lateSince: slot.isLate ? slot.dueAt : null });
  const key = `digest ${id} ${slot.dueAt.toISOString()}`;
  const became = view === null ? 'empty' : 'sent';
  const isNew = await store.digestSlots.record(
    id,
    { ...slot, outcome: became, letterKey: view === null ? null : key },
    now,
  );
  if (!isNew || view === null) return;
  await store.outbox.write({ key, kind: 'digest', address, language: readers.language, view }, now);
}

const readersOf = (
  { placeId, kind, personId, language, weekly, emptyWeeks }: DueDigest,
  house: House,
  account: string,
): Readership => ({
  placeId,
  kind,
  audience: audienceOf({ id: placeId, kind }),
  personId: kind === 'private' ? personId : null,
  all: seesAll(kind, rolesOf(account, house)),
  language: language ?? house.language,
  zone: weekly.zone,
  emptyWeeks,
});

/**
 * From where the last digest ended that was told; until then, from a week before the first, or from when it was set where
 * that is longer ago.
 */
export async function spanUntil(
  now: Date,
  set: Pick<DueDigest, 'id' | 'changedAt'> | null,
  { digestSlots }: Pick<Rooms, 'digestSlots'>,
) {
  const weekBefore = (moment: Date) => new Date(moment.getTime() - week);
  if (set === null) return { from: weekBefore(now), until: now };
  const told = await digestSlots.toldUntil(set.id);
  if (told !== null) return { from: told, until: now };
  const begun = weekBefore((await digestSlots.first(set.id)) ?? now);
  return { from: set.changedAt < begun ? set.changedAt : begun, until: now };
}

/** The house with the rooms of one transaction, beside which the others must not be used. */
export const inside = (house: House, store: Rooms): House => ({
  ...house,
  store: { ...house.store, ...store },
});
