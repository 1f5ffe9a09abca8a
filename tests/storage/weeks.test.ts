import { describe, expect, test } from 'vitest';

import { everything, freshStore, handedIn, kinds, noon, population } from './stores.ts';

const day = (number: number): Date => new Date(noon.getTime() + number * 24 * 60 * 60 * 1000);
const span = (from: number, until: number) => ({ from: day(from), until: day(until) });
const all = { profileId: 'lin', viewer: everything };

describe.each(kinds)('on %s', (kind) => {
  async function peopled() {
    const store = await freshStore(kind);
    return { store, ...(await population(store)) };
  }

  describe('openings come to stand', () => {
    test('when they are handed in, or when they are accepted, each in one span', async () => {
      const { store, ...people } = await peopled();
      await store.openings.add(handedIn(people), day(0));
      await store.openings.add(handedIn(people, {}, { fit: 'poor' }), day(3));
      const id = await store.openings.add(handedIn(people, {}, { state: 'pending' }), day(0));
      await store.openings.add(handedIn(people, {}, { state: 'pending' }), day(1));
      await store.openings.decide(id, { from: ['pending'], to: 'open', by: people.bo, reason: null }, day(7));
      expect(await store.weeks.arrivals(all, span(-7, 0))).toEqual({});
      expect(await store.weeks.arrivals(all, span(0, 7))).toEqual({ good: 1, poor: 1 });
      expect(await store.weeks.arrivals(all, span(7, 14))).toEqual({ good: 1 });
    });

    test('and the best of them are those with the most points that fit at all', async () => {
      const { store, ...people } = await peopled();
      await store.openings.add(handedIn(people, {}, { fit: 'partial', score: 9 }), day(0));
      await store.openings.add(handedIn(people, {}, { fit: 'good', score: 3 }), day(0));
      await store.openings.add(handedIn(people, {}, { fit: 'poor', score: 9 }), day(0));
      await store.openings.add(handedIn(people, {}, { fit: 'good', score: 5 }), day(0));
      await store.openings.add(handedIn(people, {}, { fit: 'good', score: 99 }), day(8));
      const best = async (most: number) =>
        (await store.weeks.best(all, span(0, 7), most)).map(({ id }) => id);
      expect(await best(5)).toEqual([4, 2, 1]);
      expect(await best(1)).toEqual([4]);
      await store.stages.move(4, { from: null, to: 'declined', note: null, by: people.mei }, day(1));
      await store.stages.move(2, { from: null, to: 'applied', note: null, by: people.mei }, day(1));
      expect(await best(5)).toEqual([2, 1]);
    });

    test('only for those who may see them', async () => {
      const { store, ...people } = await peopled();
      await store.openings.add(handedIn(people, {}, { audience: `place:${people.east}` }), day(0));
      const seen = (audiences: readonly string[]) => ({
        profileId: 'lin',
        viewer: { personId: null, all: false, audiences },
      });
      expect(await store.weeks.arrivals(seen(['public']), span(0, 7))).toEqual({});
      expect(await store.weeks.best(seen(['public']), span(0, 7), 5)).toEqual([]);
      expect(await store.weeks.arrivals(seen([`place:${people.east}`]), span(0, 7))).toEqual({
        good: 1,
      });
      expect(await store.weeks.arrivals({ ...all, profileId: 'other' }, span(0, 7))).toEqual({});
      expect(await store.weeks.audiences('lin')).toEqual(new Set([`place:${people.east}`]));
    });
  });

  test('referrals move from the first stage of a span to the last, if that is another', async () => {
    const { store, ...people } = await peopled();
    for (let n = 0; n < 3; n += 1) await store.openings.add(handedIn(people), day(0));
    const move = (
      id: number,
      from: 'applied' | 'interview' | null,
      to: 'applied' | 'interview',
      at: number,
    ) => store.stages.move(id, { from, to, note: null, by: people.bo }, day(at));
    await move(1, null, 'applied', 1);
    await move(1, 'applied', 'interview', 2);
    await move(2, null, 'applied', 3);
    await move(2, 'applied', 'interview', 8);
    await move(3, null, 'applied', -1);
    await move(3, 'applied', 'interview', 4);
    await move(3, 'interview', 'applied', 5);
    expect(await store.weeks.moves(all, span(0, 7))).toEqual([
      { openingId: 2, before: null, after: 'applied' },
      { openingId: 1, before: null, after: 'interview' },
    ]);
    expect((await store.weeks.openings([2, 1])).map(({ id }) => id)).toEqual([2, 1]);
  });

  test('no move is told of what was withdrawn before anybody else saw it', async () => {
    const { store, ...people } = await peopled();
    for (const state of ['open', 'pending'] as const) {
      const id = await store.openings.add(handedIn(people, {}, { state }), day(0));
      await store.stages.move(id, { from: null, to: 'applied', note: null, by: people.bo }, day(1));
      await store.openings.close(id, { by: people.mei, reason: null }, day(2));
    }
    expect((await store.weeks.moves(all, span(0, 7))).map(({ openingId }) => openingId)).toEqual([1]);
  });

  test('those are thanked who agreed to it, for what came to stand', async () => {
    const { store, ...people } = await peopled();
    await store.openings.add(handedIn(people), day(0));
    await store.openings.add(handedIn(people), day(1));
    await store.openings.add(handedIn(people, {}, { submitterId: people.bo, state: 'pending' }), day(0));
    expect(await store.weeks.referrers(all, span(0, 7))).toEqual([]);
    for (const id of [people.mei, people.bo]) await store.contacts.setNamed(id, true);
    expect(await store.weeks.referrers(all, span(0, 7))).toEqual(['Mei']);
    expect(await store.weeks.referrers(all, span(7, 14))).toEqual([]);
  });
});
