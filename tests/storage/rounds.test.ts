import { describe, expect, test } from 'vitest';

import { after, letter, me, onlyDue, toEast, withRound } from './letters.ts';
import { freshStore, freshUrl, kinds, lasting, noon, opened } from './stores.ts';

describe.each(kinds)('on %s', (kind) => {
  test('one process has the round, as long as it says so', async () => {
    const { rounds } = await freshStore(kind);
    expect(await rounds.take('test', 'one', after(4), noon)).toEqual({ isNew: true });
    expect(await rounds.take('test', 'one', after(5), after(1))).toEqual({ isNew: false });
    expect(await rounds.take('test', 'two', after(8), after(4))).toBeNull();
    expect(await rounds.take('other', 'two', after(8), after(4))).toEqual({ isNew: true });
    expect(await rounds.take('test', 'two', after(9), after(5))).toEqual({ isNew: true });
    expect(await rounds.take('test', 'one', after(9), after(5))).toBeNull();
  });

  test('who gives the round back leaves it to others, and finds it as its own where nobody took it', async () => {
    const { rounds } = await freshStore(kind);
    await rounds.take('test', 'one', after(4), noon);
    await rounds.giveBack('test', 'two', after(1));
    expect(await rounds.take('test', 'two', after(8), after(1))).toBeNull();
    await rounds.giveBack('test', 'one', after(1));
    expect(await rounds.take('test', 'one', after(4), after(1))).toEqual({ isNew: false });
    await rounds.giveBack('test', 'one', after(2));
    expect(await rounds.take('test', 'two', after(8), after(2))).toEqual({ isNew: true });
  });

  test('a pause is only ever made longer, and over when its time has come', async () => {
    const { rounds } = await freshStore(kind);
    await rounds.pause('test', null, after(9));
    await rounds.pause('test', null, after(5));
    await rounds.pause('test', toEast, after(3));
    await rounds.pause('test', { externalId: 'east', channel: '7' }, after(8));
    expect(await rounds.pauses('test', after(2))).toHaveLength(3);
    expect(await rounds.pauses('test', after(3))).toEqual(
      expect.arrayContaining([
        { address: null, until: after(9) },
        { address: { externalId: 'east', channel: '7' }, until: after(8) },
      ]),
    );
    expect(await rounds.pauses('other', noon)).toEqual([]);
    expect(await rounds.pauses('test', after(9))).toEqual([]);
  });

  test('what was sent lately is known, with the time of the answer', async () => {
    const store = await withRound(await freshStore(kind));
    await store.outbox.write(letter(), noon);
    const { id } = await onlyDue(store);
    const part = (number: number) => ({ letterId: id, part: number });
    await store.deliveries.begin(part(0), { holder: me, isAmbiguous: false }, noon);
    await store.deliveries.accept(part(0), '70', false, after(3));
    await store.deliveries.begin(part(1), { holder: me, isAmbiguous: false }, after(4));
    expect(await store.rounds.passages('test', after(-1))).toEqual([
      { address: toEast, at: after(3) },
      { address: toEast, at: after(4) },
    ]);
    expect(await store.rounds.passages('test', noon)).toHaveLength(1);
    expect(await store.rounds.passages('other', after(-1))).toEqual([]);
  });
});

test.each(lasting)('on %s of processes that want the round at once, one gets it', async (kind) => {
  const url = await freshUrl(kind);
  const stores = await Promise.all([opened(url), opened(url), opened(url)]);
  for (let second = 0; second < 20; second += 1) {
    const takes = await Promise.all(
      stores.map(({ rounds }, n) => rounds.take('test', `process ${n}`, after(second + 1), after(second))),
    );
    expect(takes.filter((taken) => taken !== null)).toHaveLength(1);
  }
});
