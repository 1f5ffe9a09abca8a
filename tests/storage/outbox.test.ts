import { describe, expect, test } from 'vitest';

import { after, dueKeys, letter, me, onlyDue, toEast, withRound } from './letters.ts';
import { freshStore, kinds, noon } from './stores.ts';

const day = 24 * 60 * 60;

describe.each(kinds)('on %s', (kind) => {
  test('a letter is written once, whoever else writes it', async () => {
    const { outbox } = await freshStore(kind);
    const written = await Promise.all(Array.from({ length: 5 }, () => outbox.write(letter(), noon)));
    expect(written.filter(Boolean)).toHaveLength(1);
    expect(await outbox.write(letter({ key: 'news 2' }), noon)).toBe(true);
  });

  test('a letter can be taken back until it is on its way', async () => {
    const store = await withRound(await freshStore(kind));
    await store.outbox.write(letter(), noon);
    expect(await store.outbox.withdraw('news 1')).toBe(true);
    expect(await store.outbox.withdraw('news 1')).toBe(false);
    await store.outbox.write(letter(), noon);
    const { id } = await onlyDue(store);
    await store.deliveries.begin({ letterId: id, part: 0 }, { holder: me, isAmbiguous: false }, noon);
    expect(await store.outbox.withdraw('news 1')).toBe(false);
    expect(await dueKeys(store)).toEqual(['news 1']);
  });

  test('what became of the letters to an address can be looked up, the newest first', async () => {
    const store = await withRound(await freshStore(kind));
    const { outbox, deliveries } = store;
    await outbox.write(letter(), noon);
    const { id } = await onlyDue(store);
    await deliveries.begin({ letterId: id, part: 0 }, { holder: me, isAmbiguous: false }, noon);
    await deliveries.accept({ letterId: id, part: 0 }, '77', true, after(1));
    await outbox.write(letter({ key: 'digest', kind: 'digest' }), noon, after(60));
    await outbox.write(letter({ key: 'elsewhere', address: { ...toEast, channel: '3' } }), noon);
    expect(await outbox.log(toEast, 5)).toEqual([
      expect.objectContaining({
        key: 'digest',
        state: 'waiting',
        dueAt: after(60),
        endedAt: null,
        parts: [],
      }),
      {
        key: 'news 1',
        kind: 'news',
        address: toEast,
        state: 'sent',
        reason: null,
        attempts: 0,
        dueAt: noon,
        createdAt: noon,
        endedAt: after(1),
        parts: [{ state: 'sent', begunAt: noon, endedAt: after(1), repeats: 0 }],
      },
    ]);
    expect(await outbox.log(toEast, 1)).toHaveLength(1);
    expect((await outbox.log({ ...toEast, channel: '3' }, 5)).map(({ key }) => key)).toEqual(['elsewhere']);
  });

  test('letters are counted by what became of them, everywhere or in one place', async () => {
    const store = await withRound(await freshStore(kind));
    const { outbox, deliveries } = store;
    const toWest = { ...toEast, externalId: 'west' };
    await outbox.write(letter({ key: 'refused', address: toWest }), noon);
    await deliveries.fail((await onlyDue(store)).id, 'removed', after(1));
    await outbox.write(letter({ key: 'lost' }), noon);
    const lost = { letterId: (await onlyDue(store)).id, part: 0 };
    await deliveries.begin(lost, { holder: me, isAmbiguous: true }, noon);
    await deliveries.begin(lost, { holder: me, isAmbiguous: true }, noon);
    await deliveries.lose(lost, true, after(1));
    await outbox.write(letter({ key: 'late' }), noon, after(2));
    await outbox.write(letter({ key: 'soon' }), noon, after(day));
    const other = { platform: 'other', externalId: 'x', channel: null };
    await outbox.write(letter({ key: 'other', address: other }), noon);

    const counts = await outbox.counts(after(600));
    expect([...counts.keys()].toSorted()).toEqual(['other', 'test']);
    const inEast = {
      waiting: 2,
      late: 1,
      oldestDueAt: after(2),
      sent: 0,
      unknown: 1,
      failed: {},
      ambiguous: 1,
    };
    expect(counts.get('test')).toEqual({ ...inEast, failed: { removed: 1 } });
    expect((await outbox.counts(after(600), toEast)).get('test')).toEqual(inEast);
    expect((await outbox.counts(after(8 * day), toEast)).get('test')).toMatchObject({
      waiting: 2,
      unknown: 0,
    });
  });

  test('what waits too long is given up, and what is long over is forgotten, its words first', async () => {
    const store = await withRound(await freshStore(kind));
    const { outbox, deliveries } = store;
    await outbox.write(letter({ key: 'sent' }), noon);
    const sent = { letterId: (await onlyDue(store)).id, part: 0 };
    await deliveries.begin(sent, { holder: me, isAmbiguous: false }, noon);
    await deliveries.lose(sent, true, noon);
    await outbox.write(letter({ key: 'waiting' }), noon);
    await outbox.sweep(after(6 * day));
    expect(await dueKeys(store, after(6 * day))).toEqual(['waiting']);
    expect(await deliveries.unknown(toEast)).toHaveLength(1);
    await outbox.sweep(after(15 * day));
    expect(await dueKeys(store, after(15 * day))).toEqual([]);
    expect(await deliveries.unknown(toEast)).toEqual([]);
    expect(await outbox.log(toEast, 5)).toMatchObject([
      { key: 'waiting', state: 'failed', reason: 'expired', endedAt: after(15 * day) },
      { key: 'sent', state: 'unknown' },
    ]);
    await outbox.sweep(after(91 * day));
    expect((await outbox.log(toEast, 5)).map(({ key }) => key)).toEqual(['waiting']);
  });
});
