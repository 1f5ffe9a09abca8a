// What is due becomes a letter once, whoever ticks: one process or several, be it killed on the way.

import { describe, expect, test } from 'vitest';

import { nextDue } from '../../core/schedule.ts';
import type { Store } from '../../storage/open.ts';
import { tick } from '../ticking.ts';
import { freshUrl, lasting, noon, opened } from './stores.ts';

const mondays = { day: 'monday', time: '09:00', zone: 'UTC' } as const;
const due = nextDue(mondays, noon);
const inAMinute = new Date(due.getTime() + 60_000);
const places = Array.from({ length: 40 }, (_, n) => `group ${n}`);

async function subscribed(url: string): Promise<Store> {
  const store = await opened(url);
  const account = { platform: 'test', externalId: 'Mei', name: 'Mei', language: null };
  const mei = await store.people.identify(account, noon);
  await store.transaction(async (rooms) => {
    for (const externalId of places) {
      const address = { platform: 'test', externalId, kind: 'group' } as const;
      const { id } = await rooms.places.locate(address, { zone: 'UTC' }, noon);
      const spot = { placeId: id, channel: null };
      await rooms.subscriptions.setDigest(spot, { ...mondays, language: null }, due, mei.id, noon);
    }
  });
  return store;
}

/** How many letters went to each place. */
async function letters({ outbox }: Store): Promise<readonly number[]> {
  const logs = places.map((externalId) => outbox.log({ platform: 'test', externalId, channel: null }, 5));
  return (await Promise.all(logs)).map(({ length }) => length);
}

const one = places.map(() => 1);

describe.each(lasting)('on %s', (kind) => {
  test('several processes that tick at once write each letter once', { timeout: 60_000 }, async () => {
    const url = await freshUrl(kind);
    const store = await subscribed(url);
    const ends = await Promise.all([due, due, inAMinute].map((moment) => tick(url, moment)));
    expect(ends).toEqual([0, 0, 0]);
    expect(await letters(store)).toEqual(one);
  });

  test('a process that is killed on the way leaves the rest to the next', { timeout: 60_000 }, async () => {
    const url = await freshUrl(kind);
    const store = await subscribed(url);
    expect(await tick(url, due, 10)).toBe('SIGKILL');
    expect((await letters(store)).filter((count) => count === 1)).toHaveLength(9);
    expect(await tick(url, inAMinute)).toBe(0);
    expect(await letters(store)).toEqual(one);
  });
});
