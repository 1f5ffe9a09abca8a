import { describe, expect, onTestFinished, test, vi } from 'vitest';

import { freshStore, freshUrl, handedIn, kinds, lasting, noon, opened, population } from './stores.ts';

/** The clock stands still until it is set. */
function clockAt(time: Date): void {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(time);
  onTestFinished(() => {
    vi.useRealTimers();
  });
}

const after = (seconds: number): Date => new Date(noon.getTime() + seconds * 1000);

describe.each(kinds)('on %s', (kind) => {
  test('uses are counted by their key until the window ends', async () => {
    clockAt(noon);
    const { limits } = await freshStore(kind);
    expect(await limits.use('a', 60)).toEqual({ times: 1, endsIn: 60_000 });
    expect(await limits.use('b', 10)).toEqual({ times: 1, endsIn: 10_000 });
    vi.setSystemTime(after(59));
    expect(await limits.use('a', 60)).toEqual({ times: 2, endsIn: 1000 });
    vi.setSystemTime(after(60));
    expect(await limits.use('a', 60)).toEqual({ times: 1, endsIn: 60_000 });
  });

  test('uses are told without being counted, until the window ends', async () => {
    clockAt(noon);
    const { limits } = await freshStore(kind);
    expect(await limits.uses('a')).toBe(0);
    await limits.use('a', 60);
    await limits.use('a', 60);
    expect([await limits.uses('a'), await limits.uses('a'), await limits.uses('b')]).toEqual([2, 2, 0]);
    vi.setSystemTime(after(60));
    expect(await limits.uses('a')).toBe(0);
  });

  test('several uses are counted at once, and can be given back', async () => {
    clockAt(noon);
    const { limits } = await freshStore(kind);
    expect(await limits.use('a', 60, 3)).toEqual({ times: 3, endsIn: 60_000 });
    await limits.giveBack('a', 60, 2);
    expect(await limits.use('a', 60)).toEqual({ times: 2, endsIn: 60_000 });
  });

  test('uses at the same moment are all counted', async () => {
    const { limits } = await freshStore(kind);
    const uses = await Promise.all(Array.from({ length: 20 }, () => limits.use('a', 60)));
    expect(uses.map(({ times }) => times).toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
  });

  test('a use within a transaction does not disturb it, whether it is kept or not', async () => {
    const store = await freshStore(kind);
    const all = await population(store);
    const id = await store.transaction(async (bound) => {
      const added = await bound.openings.add(handedIn(all), noon);
      await bound.limits.use('a', 60);
      await store.limits.use('a', 60);
      return added;
    });
    expect(await store.openings.referrers(id)).toHaveLength(1);
    const failing = store.transaction(async (bound) => {
      await bound.openings.add(handedIn(all), noon);
      await store.limits.use('b', 60);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect((await store.limits.use('a', 60)).times).toBe(3);
    expect(await store.openings.referrers(id + 1)).toEqual([]);
  });
});

test.each(lasting)('on %s another process goes on counting', async (kind) => {
  const url = await freshUrl(kind);
  const first = await opened(url);
  await first.limits.use('a', 60);
  const second = await opened(url);
  expect((await second.limits.use('a', 60)).times).toBe(2);
  expect((await first.limits.use('a', 60)).times).toBe(3);
});
