import { describe, expect, test } from 'vitest';

import type { Stage } from '../../core/referral.ts';
import { everything, freshStore, handedIn, kinds, later, noon, population } from './stores.ts';

const evening = new Date('2026-11-10T20:00:00.000Z');

describe.each(kinds)('on %s', (kind) => {
  async function filled() {
    const store = await freshStore(kind);
    const all = await population(store);
    const add = () => store.openings.add(handedIn(all), noon);
    const move = (id: number, from: Stage | null, to: Stage, now = noon, note: string | null = null) =>
      store.stages.move(id, { from, to, note, by: all.mei }, now);
    const stageOf = async (id: number) => {
      const found = await store.openings.find(id, everything);
      return [found?.stage, found?.stagedAt] as const;
    };
    return { ...store, ...all, add, move, stageOf };
  }

  test('a move is made once, from the stage that was seen, and kept with its note', async () => {
    const { add, move, stageOf, stages } = await filled();
    const id = await add();
    expect(await stageOf(id)).toEqual([null, null]);
    const moves = await Promise.all(Array.from({ length: 5 }, () => move(id, null, 'interested')));
    expect(moves.filter((change) => change !== null)).toHaveLength(1);
    expect(await move(id, null, 'applied')).toBeNull();
    const change = await move(id, 'interested', 'interview', later, 'th\0ank you');
    expect(await stageOf(id)).toEqual(['interview', later]);
    expect(await stages.newest(id)).toEqual({
      id: change,
      before: 'interested',
      after: 'interview',
      note: 'thank you',
      at: later,
    });
    expect(await move(999, null, 'applied')).toBeNull();
  });

  test('the newest move is taken back, once, as if it had never been', async () => {
    const { add, move, stageOf, stages } = await filled();
    const id = await add();
    const first = await move(id, null, 'interested', noon);
    const second = await move(id, 'interested', 'applied', later);
    expect(await stages.takeBack(id, first!)).toBeNull();
    const other = await add();
    expect(await stages.takeBack(other, second!)).toBeNull();
    const taken = await Promise.all([stages.takeBack(id, second!), stages.takeBack(id, second!)]);
    expect(taken.filter((change) => change !== null)).toMatchObject([
      { before: 'interested', after: 'applied' },
    ]);
    expect(await stageOf(id)).toEqual(['interested', noon]);
    await stages.takeBack(id, first!);
    expect(await stageOf(id)).toEqual([null, null]);
    expect(await stages.newest(id)).toBeNull();
    expect(await stages.takeBack(id, 1e300)).toBeNull();
  });

  test('the further stage of two merged goes to the one that stays, and back when they part', async () => {
    const { add, move, stageOf, duplicates, mei } = await filled();
    const [kept, gone] = [await add(), await add()];
    await move(kept, null, 'interested', noon);
    await move(gone, null, 'interview', noon);
    await duplicates.merge(gone, kept, { by: mei }, evening);
    expect(await stageOf(kept)).toEqual(['interview', evening]);
    expect(await move(gone, 'interview', 'offer')).toBeNull();
    await duplicates.separate(gone, { by: mei }, later);
    expect(await stageOf(kept)).toEqual(['interested', noon]);
    expect(await stageOf(gone)).toEqual(['interview', noon]);
  });

  test('what moved on since a merger stays when they part', async () => {
    const { add, move, stageOf, duplicates, mei } = await filled();
    const [kept, gone] = [await add(), await add()];
    await move(gone, null, 'interview', noon);
    await duplicates.merge(gone, kept, { by: mei }, evening);
    await move(kept, 'interview', 'offer', evening);
    await duplicates.separate(gone, { by: mei }, later);
    expect(await stageOf(kept)).toEqual(['offer', evening]);
  });

  test('a merger that brings nothing new leaves the stage and its day alone', async () => {
    const { add, move, stageOf, duplicates, mei } = await filled();
    const [kept, gone, blank] = [await add(), await add(), await add()];
    await move(kept, null, 'interview', noon);
    await move(gone, null, 'interview', noon);
    for (const id of [gone, blank]) await duplicates.merge(id, kept, { by: mei }, evening);
    for (const id of [gone, blank]) await duplicates.separate(id, { by: mei }, later);
    expect(await stageOf(kept)).toEqual(['interview', noon]);
    expect(await stageOf(blank)).toEqual([null, null]);
  });

  test('the stage goes with neither closing nor opening again', async () => {
    const { add, move, stageOf, openings, mei } = await filled();
    const id = await add();
    await move(id, null, 'interview', noon);
    await openings.close(id, { by: mei, reason: null }, later);
    expect(await stageOf(id)).toEqual(['interview', noon]);
    expect(await move(id, 'interview', 'offer', later)).not.toBeNull();
    await openings.reopen(id, { by: mei }, later);
    expect(await stageOf(id)).toEqual(['offer', later]);
  });
});
