import { describe, expect, test } from 'vitest';

import type { Store } from '../../storage/open.ts';
import { after, dueKeys, letter, me, onlyDue, toEast, withRound } from './letters.ts';
import { freshStore, kinds, later, noon } from './stores.ts';

const certain = { holder: me, isAmbiguous: false };

describe.each(kinds)('on %s', (kind) => {
  const open = async (): Promise<Store> => withRound(await freshStore(kind));

  async function written(store: Store, change: Parameters<typeof letter>[0] = {}) {
    await store.outbox.write(letter(change), noon);
    const { id } = await onlyDue(store);
    return (part: number) => ({ letterId: id, part });
  }

  test('places take turns, each address with one letter at a time, and alerts overtake', async () => {
    const store = await open();
    const write = (
      key: string,
      externalId: string,
      kindOfLetter: 'alert' | 'news' | 'digest',
      channel?: string,
    ) =>
      store.outbox.write(
        letter({ key, kind: kindOfLetter, address: { ...toEast, externalId, channel: channel ?? null } }),
        noon,
      );
    for (const n of [1, 2, 3]) await write(`noisy ${n}`, 'noisy', 'digest', 'a');
    for (const channel of ['b', 'c']) await write(`noisy ${channel}`, 'noisy', 'digest', channel);
    await write('digest', 'quiet', 'digest');
    await write('alert', 'quiet', 'alert');
    await write('news', 'other', 'news');
    expect(await dueKeys(store)).toEqual(['alert', 'news', 'noisy 1', 'noisy b', 'noisy c']);
    expect(await dueKeys(store, noon, 2)).toEqual(['alert', 'news']);
    const [alert] = await store.deliveries.due('test', { most: 1, except: [] }, noon);
    const others = await store.deliveries.due('test', { most: 9, except: [alert!.id] }, noon);
    expect(others.map(({ key }) => key)).toEqual(['news', 'noisy 1', 'digest', 'noisy b', 'noisy c']);
  });

  test('a letter comes back as it was written, and not before it is due', async () => {
    const store = await open();
    await store.outbox.write(letter({ language: 'zh' }), noon, later);
    await store.outbox.write(letter({ key: 'x', address: { ...toEast, platform: 'other' } }), noon);
    expect(await dueKeys(store)).toEqual([]);
    expect(await onlyDue(store, later)).toEqual({
      id: expect.any(Number),
      ...letter({ language: 'zh' }),
      partsSent: 0,
      begunAt: null,
      attempts: 0,
    });
  });

  test('a part that was begun and not answered is known afterwards, and begins the letter’s turn', async () => {
    const store = await open();
    const part = await written(store, { kind: 'digest' });
    expect(await store.deliveries.begin(part(0), certain, noon)).toBe(true);
    expect(await onlyDue(store)).toMatchObject({ partsSent: 0, begunAt: noon });
    await store.deliveries.accept(part(0), '70', false, after(1));
    expect(await onlyDue(store)).toMatchObject({ partsSent: 1, begunAt: null });
    await store.outbox.write(letter({ key: 'alert', kind: 'alert' }), noon);
    expect(await dueKeys(store)).toEqual(['news 1']);
    await store.deliveries.begin(part(1), certain, after(2));
    expect(await onlyDue(store)).toMatchObject({ partsSent: 1, begunAt: after(2) });
    expect(await store.deliveries.begin(part(1), { ...certain, isAmbiguous: true }, after(9))).toBe(true);
    expect(await onlyDue(store)).toMatchObject({ begunAt: after(2) });
    await store.deliveries.accept(part(1), '71', true, after(10));
    expect(await dueKeys(store)).toEqual(['alert']);
    expect((await store.outbox.log(toEast, 2)).find(({ key }) => key === 'news 1')).toMatchObject({
      state: 'sent',
      endedAt: after(10),
      parts: [{ repeats: 0 }, { repeats: 1, begunAt: after(2), endedAt: after(10) }],
    });
  });

  test('nothing is begun without the round, of a letter that is over, or in a pause', async () => {
    const store = await open();
    const part = await written(store);
    const begins = (now = noon, holder = me) =>
      store.deliveries.begin(part(0), { holder, isAmbiguous: false }, now);
    expect(await begins(noon, 'another process')).toBe(false);
    expect(await begins(after(3600))).toBe(false);
    for (const address of [null, toEast]) {
      await store.rounds.pause('test', address, after(5));
      expect(await begins(after(4))).toBe(false);
      expect(await dueKeys(store, after(4))).toEqual([]);
      expect(await store.rounds.pauses('test', after(5))).toEqual([]);
    }
    await store.rounds.pause('test', { externalId: 'west', channel: null }, after(9));
    await store.rounds.pause('test', { externalId: 'east', channel: '7' }, after(9));
    await store.rounds.pause('other', null, after(9));
    await store.outbox.write(letter({ key: 'topic 7', address: { ...toEast, channel: '7' } }), noon);
    expect(await dueKeys(store, after(6))).toEqual(['news 1']);
    expect(await begins(after(6))).toBe(true);
    await store.deliveries.fail(part(0).letterId, 'gone', after(7));
    expect(await begins(after(8))).toBe(false);
  });

  test('what was put off for certain has not begun; what may have arrived has', async () => {
    const store = await open();
    const part = await written(store);
    await store.deliveries.begin(part(0), certain, noon);
    await store.deliveries.putOff(part(0), true);
    expect(await onlyDue(store)).toMatchObject({ begunAt: null, attempts: 1 });
    await store.deliveries.begin(part(0), certain, after(1));
    await store.deliveries.putOff(part(0), false);
    expect(await onlyDue(store)).toMatchObject({ begunAt: after(1), attempts: 2 });
  });

  test('a letter of which a part is unknown is so itself, until the part is seen', async () => {
    const store = await open();
    const part = await written(store);
    for (const number of [0, 1, 2]) {
      await store.deliveries.begin(part(number), certain, after(number));
      if (number === 1) await store.deliveries.accept(part(1), '71', false, after(1));
      else await store.deliveries.lose(part(number), number === 2, after(number));
    }
    const state = async () => (await store.outbox.log(toEast, 1))[0]?.state;
    expect(await state()).toBe('unknown');
    const unknown = await store.deliveries.unknown(toEast);
    expect(unknown).toMatchObject([
      { part: 0, language: 'en', view: letter().view, begunAt: noon },
      { part: 2, begunAt: after(2) },
    ]);
    expect(await store.deliveries.unknown({ platform: 'test', externalId: 'west' })).toEqual([]);
    await store.deliveries.settle(part(2), '72');
    expect(await state()).toBe('unknown');
    await store.deliveries.settle(part(0), '70');
    expect(await state()).toBe('sent');
    expect(await store.deliveries.unknown(toEast)).toEqual([]);
  });

  test('a letter without a part that is left ends as sent, and only once', async () => {
    const store = await open();
    const part = await written(store);
    await store.deliveries.finish(part(0).letterId, after(1));
    await store.deliveries.fail(part(0).letterId, 'gone', after(2));
    expect(await store.outbox.log(toEast, 1)).toMatchObject([{ state: 'sent', endedAt: after(1) }]);
  });
});
