import { describe, expect, test } from 'vitest';

import type { Stage } from '../../core/referral.ts';
import type { NewOpening, Viewer } from '../../storage/stored-opening.ts';
import { everything, freshStore, handedIn, kinds, later, noon, population } from './stores.ts';

describe.each(kinds)('on %s', (kind) => {
  async function filled() {
    const store = await freshStore(kind);
    const all = await population(store);
    const add = (more: Partial<NewOpening> = {}, at = noon) =>
      store.openings.add(handedIn(all, {}, more), at);
    const move = (id: number, to: Stage, at = noon) =>
      store.stages.move(id, { from: null, to, note: null, by: all.mei }, at);
    const of = async (personId: number, viewer: Viewer, page = 1, size = 10) => {
      const { items, total } = await store.referrals.of(personId, { profileId: 'lin', viewer, page, size });
      return { ids: items.map(({ opening, stays }) => [opening.id, stays.id]), total };
    };
    const at = async (stage: Stage | null, viewer = everything, page = 1, size = 10) => {
      const { items, total } = await store.referrals.at(stage, { profileId: 'lin', viewer, page, size });
      return { ids: items.map(({ id }) => id), total };
    };
    return { ...store, ...all, add, move, of, at };
  }

  const own = (personId: number): Viewer => ({ personId, all: false, audiences: ['public'] });
  const inPlace = (place: number): Viewer => ({
    personId: null,
    all: false,
    audiences: ['public', `place:${place}`],
  });

  test('a person’s referrals are those they handed in or joined, newest first, over pages', async () => {
    const { add, of, duplicates, mei, bo } = await filled();
    const first = await add();
    const second = await add({ state: 'pending' }, later);
    const bos = await add({ submitterId: bo }, later);
    await add({ profileId: 'other' }, later);
    expect(await of(mei, own(mei))).toEqual({
      ids: [
        [second, second],
        [first, first],
      ],
      total: 2,
    });
    expect(await of(mei, own(mei), 2, 1)).toEqual({ ids: [[first, first]], total: 2 });
    expect(await of(mei, own(mei), 3, 1)).toEqual({ ids: [], total: 2 });
    await duplicates.credit(first, bo, later);
    expect((await of(bo, own(bo))).ids.toSorted()).toEqual([
      [first, first],
      [bos, bos],
    ]);
    expect(await of(999, own(999))).toEqual({ ids: [], total: 0 });
  });

  test('what went into another, in turn too, is a referral of the one that stays, once', async () => {
    const { add, of, duplicates, referrals, mei, bo } = await filled();
    const [kept, middle, gone] = [await add({}, later), await add({ submitterId: bo }, later), await add()];
    await duplicates.merge(gone, middle, { by: bo }, later);
    await duplicates.merge(middle, kept, { by: bo }, later);
    expect(await of(mei, own(mei))).toEqual({ ids: [[kept, kept]], total: 1 });
    expect(await of(bo, own(bo))).toEqual({ ids: [[middle, kept]], total: 1 });
    const handed = async (id: number) =>
      (await referrals.referrers(id)).map(({ personId, opening }) => [personId, opening.id]);
    expect(await handed(kept)).toEqual([
      [mei, gone],
      [bo, middle],
    ]);
    expect(await handed(gone)).toEqual([[mei, gone]]);
  });

  test('where others read along, only what may be seen there', async () => {
    const { add, of, mei, east, west } = await filled();
    const inEast = await add({ audience: `place:${east}` });
    const shared = await add({}, later);
    expect((await of(mei, inPlace(west))).ids).toEqual([[shared, shared]]);
    expect((await of(mei, inPlace(east))).ids).toEqual([
      [shared, shared],
      [inEast, inEast],
    ]);
    expect((await of(mei, own(mei))).total).toBe(2);
  });

  test('the pipeline counts and lists what is alive and may be seen', async () => {
    const { add, move, at, referrals, openings, duplicates, mei, east, west } = await filled();
    const [one, two, refused, gone, hidden] = [
      await add(),
      await add({ state: 'pending' }),
      await add({ state: 'pending' }),
      await add({ state: 'pending' }),
      await add({ audience: `place:${east}` }),
    ];
    await add({ profileId: 'other' });
    await move(one, 'interview', noon);
    await move(two, 'interview', later);
    await move(refused, 'interview');
    await move(gone, 'interested');
    await move(hidden, 'offer');
    await openings.close(one, { by: mei, reason: null }, later);
    await openings.decide(refused, { from: ['pending'], to: 'rejected', by: mei, reason: null }, later);
    await duplicates.merge(gone, two, { by: mei }, later);
    const counts = (viewer: Viewer) => referrals.counts({ profileId: 'lin', viewer }, { withPending: true });
    expect(await counts(everything)).toEqual(
      new Map([
        ['interview', 2],
        ['offer', 1],
      ]),
    );
    expect(await counts(inPlace(west))).toEqual(new Map([['interview', 2]]));
    expect(await at('interview')).toEqual({ ids: [two, one], total: 2 });
    expect(await at('interview', everything, 2, 1)).toEqual({ ids: [one], total: 2 });
    expect(await at('offer', inPlace(west))).toEqual({ ids: [], total: 0 });
    await move(await add({ state: 'pending' }), 'applied');
    const withPending = await counts(everything);
    const standing = await referrals.counts({ profileId: 'lin', viewer: everything }, { withPending: false });
    expect([withPending.get('applied'), standing.get('applied')]).toEqual([1, undefined]);
  });

  test('not taken up are those that stand or wait and may fit, the best first', async () => {
    const { add, move, at } = await filled();
    const [partial, good, better] = [
      await add({ fit: 'partial' }),
      await add({ score: 8 }),
      await add({ score: 9 }),
    ];
    await add({ fit: 'poor' });
    const waiting = await add({ state: 'pending', score: 7 });
    await move(await add(), 'interested');
    expect(await at(null)).toEqual({ ids: [better, good, waiting, partial], total: 4 });
    expect(await at(null, everything, 2, 3)).toEqual({ ids: [partial], total: 4 });
  });
});
