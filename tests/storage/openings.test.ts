import { describe, expect, test } from 'vitest';

import { blankOpening } from '../../core/opening.ts';
import type { Viewer } from '../../storage/stored-opening.ts';
import { everything, freshStore, handedIn, kinds, later, noon, population, wide } from './stores.ts';

describe.each(kinds)('openings on %s', (kind) => {
  async function filled() {
    const store = await freshStore(kind);
    const people = await population(store);
    return { ...store, ...people, people: store.people, population: people };
  }

  test('come back as they were handed in', async () => {
    const { openings, population: all } = await filled();
    const opening = {
      ...blankOpening,
      title: '算法工程师 \u0000 “C++”',
      titles: ['a', 'b'],
      salary: { min: 1.5, max: null, currency: 'USD', period: 'hour', monthsPerYear: null },
      skills: ["O'Reilly", '\ud800'],
    } as const;
    const evidence = { title: ['算法工程师'], skills: ["O'Reilly"] };
    const added = handedIn(all, opening, {
      evidence,
      source: 'https://example.org/1',
      text: 'Ein “Text” \u{1F600}',
    });
    const id = await openings.add(added, noon);
    const { searchText: _, ...kept } = added;
    expect(await openings.find(id, everything)).toEqual({
      ...kept,
      postId: null,
      id,
      mergedInto: null,
      createdAt: noon,
      decidedAt: null,
      decidedBy: null,
      reason: null,
      stage: null,
      stagedAt: null,
    });
  });

  test('lose only what no database keeps in a text', async () => {
    const { openings, population: all } = await filled();
    const id = await openings.add(handedIn(all, {}, { text: 'a\0b\ud800c' }), noon);
    expect((await openings.find(id, everything))?.text).toBe('ab\ufffdc');
  });

  test('are not found by a number that is no id', async () => {
    const { openings } = await filled();
    for (const id of [0, -1, 1.5, 2 ** 31, 1e300, Number.NaN])
      expect(await openings.find(id, everything)).toBeNull();
  });

  test('of one community are unknown to all others, in lists, searches and totals', async () => {
    const { openings, population: all, mei, bo, east, west } = await filled();
    const add = (audience: string, submitterId: number, title: string) =>
      openings.add(handedIn(all, { title }, { audience, submitterId }), noon);
    const ids = {
      public: await add('public', mei, 'Public rust'),
      east: await add(`place:${east}`, mei, 'East rust'),
      west: await add(`place:${west}`, mei, 'West rust'),
      bosInWest: await add(`place:${west}`, bo, 'Rust by Bo in the west'),
    };
    const seenBy = async (viewer: Viewer) => {
      const found = await Promise.all(Object.values(ids).map((id) => openings.find(id, viewer)));
      const one = found.flatMap((opening) => (opening === null ? [] : [opening.id]));
      for (const query of [{}, { query: 'rust' }, { fit: 'good' }, { query: 'rust', fit: 'good' }] as const) {
        for (const order of ['best', 'oldest'] as const) {
          const { items, total } = await openings.search({ ...wide, ...query, order, viewer });
          expect(items.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(one);
          expect(total).toBe(one.length);
          const beyond = await openings.search({ ...wide, ...query, order, viewer, page: 9 });
          expect(beyond).toEqual({ items: [], total: one.length });
        }
      }
      return one;
    };
    const nobody = 999;
    const eyes = (personId: number, ...audiences: string[]): Viewer => ({ personId, all: false, audiences });
    expect(await seenBy(eyes(nobody, 'public'))).toEqual([ids.public]);
    expect(await seenBy(eyes(nobody))).toEqual([]);
    expect(await seenBy(eyes(nobody, `place:${east}`))).toEqual([ids.east]);
    expect(await seenBy(eyes(nobody, 'public', `place:${west}`))).toEqual([
      ids.public,
      ids.west,
      ids.bosInWest,
    ]);
    expect(await seenBy(eyes(bo, 'public'))).toEqual([ids.public, ids.bosInWest]);
    expect(await seenBy(eyes(nobody, `place:${west}0`, 'place:', '%', "' or 1=1 --"))).toEqual([]);
    expect(await seenBy(everything)).toEqual(Object.values(ids));
  });

  test('of one profile are not those of another', async () => {
    const { openings, verdicts, population: all } = await filled();
    const id = await openings.add(handedIn(all, {}, { profileId: 'other' }), noon);
    expect(await openings.search({ ...wide, viewer: everything })).toEqual({ items: [], total: 0 });
    for (const viewer of [everything, { personId: all.mei, all: false, audiences: ['public'] }]) {
      expect(await openings.find(id, { ...viewer, profileId: 'lin' })).toBeNull();
      expect((await openings.find(id, { ...viewer, profileId: 'other' }))?.id).toBe(id);
    }
    expect(await verdicts.outdated('lin', 'k2', 10)).toEqual([]);
  });

  test('come by fit and score, then the newest first, or in the order they came; page by page', async () => {
    const { openings, population: all } = await filled();
    const verdicts = [
      { fit: 'partial', score: 5 },
      { fit: 'partial', score: 9 },
      { fit: 'partial', score: 5 },
      { fit: 'poor', score: 12 },
      { fit: 'good', score: 4 },
    ] as const;
    const ids: number[] = [];
    for (const verdict of verdicts) ids.push(await openings.add(handedIn(all, {}, verdict), noon));
    const [a, b, c, d, e] = ids;
    const listed = async (order: 'best' | 'oldest', page: number, size: number) => {
      const { items, total } = await openings.search({ ...wide, viewer: everything, order, page, size });
      expect(total).toBe(5);
      return items.map(({ id }) => id);
    };
    expect(await listed('best', 1, 10)).toEqual([e, b, c, a, d]);
    expect(await listed('best', 2, 2)).toEqual([c, a]);
    expect(await listed('best', 3, 2)).toEqual([d]);
    expect(await listed('best', 4, 2)).toEqual([]);
    expect(await listed('best', 1e15, 1000)).toEqual([]);
    expect(await listed('oldest', 1, 3)).toEqual([a, b, c]);
  });

  test('are filtered by state and fit', async () => {
    const { openings, population: all } = await filled();
    const poor = await openings.add(handedIn(all, {}, { fit: 'poor' }), noon);
    const pending = await openings.add(handedIn(all, {}, { state: 'pending' }), noon);
    const found = async (more: Partial<Parameters<typeof openings.search>[0]>) =>
      (await openings.search({ ...wide, viewer: everything, ...more })).items.map(({ id }) => id);
    expect(await found({ fit: 'poor' })).toEqual([poor]);
    expect(await found({ states: ['pending'] })).toEqual([pending]);
    expect(await found({ states: ['rejected', 'closed'] })).toEqual([]);
  });

  test('are decided once, by whoever comes first', async () => {
    const { openings, population: all, mei, bo } = await filled();
    const id = await openings.add(handedIn(all, {}, { state: 'pending' }), noon);
    const decide = (to: 'open' | 'rejected', by: number) =>
      openings.decide(id, { from: ['pending'], to, by, reason: 'spam\0' }, later);
    const outcomes = await Promise.all([decide('rejected', mei), decide('open', bo), decide('rejected', bo)]);
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    expect(await openings.find(id, everything)).toMatchObject({ decidedAt: later, reason: 'spam' });
    expect(
      await openings.decide(id + 1, { from: ['pending'], to: 'open', by: mei, reason: null }, later),
    ).toBe(false);
  });

  test.each(['pending', 'open'] as const)('closed while %s go back there', async (state) => {
    const { openings, population: all, mei, bo } = await filled();
    const id = await openings.add(handedIn(all, {}, { state }), noon);
    expect(await openings.reopen(id, { by: mei }, later)).toBe(false);
    expect(await openings.close(id, { by: bo, reason: 'filled' }, later)).toBe(true);
    expect(await openings.close(id, { by: mei, reason: 'again' }, later)).toBe(false);
    expect(await openings.find(id, everything)).toMatchObject({
      state: 'closed',
      reason: 'filled',
      decidedBy: bo,
    });
    expect(await openings.reopen(id, { by: mei }, later)).toBe(true);
    expect(await openings.find(id, everything)).toMatchObject({ state, reason: null, decidedBy: mei });
  });

  test('that were rejected are not closed', async () => {
    const { openings, population: all, mei } = await filled();
    const id = await openings.add(handedIn(all, {}, { state: 'pending' }), noon);
    await openings.decide(id, { from: ['pending'], to: 'rejected', by: mei, reason: null }, later);
    expect(await openings.close(id, { by: mei, reason: null }, later)).toBe(false);
  });

  test('are found by what they were changed to, and remember each changed field', async () => {
    const { openings, population: all, bo } = await filled();
    const id = await openings.add(
      handedIn(all, { title: 'Rust' }, { text: 'the post', searchText: '深圳' }),
      noon,
    );
    const correction = {
      opening: { ...blankOpening, title: 'Go', skills: ['Go'] },
      evidence: { title: ['Go'] },
      searchText: '广州',
      fit: 'poor',
      score: 2,
      judgedBy: 'k9',
    } as const;
    expect(await openings.change(id, correction, bo, later)).toBe(true);
    const total = async (query: string) =>
      (await openings.search({ ...wide, viewer: everything, query })).total;
    expect(await Promise.all(['go', '广州', 'post', 'rust', '深圳'].map(total))).toEqual([1, 1, 1, 0, 0]);
    const { searchText: _, ...kept } = correction;
    expect(await openings.find(id, everything)).toMatchObject(kept);
    expect(await openings.changes(id)).toEqual([
      { field: 'title', before: 'Rust', after: 'Go', by: bo, at: later },
      { field: 'skills', before: [], after: ['Go'], by: bo, at: later },
    ]);
    expect(await openings.change(id, correction, bo, later)).toBe(true);
    expect(await openings.changes(id)).toHaveLength(2);
    expect(await openings.change(id + 1, correction, bo, later)).toBe(false);
  });

  test('judged with another key are handed out until they are judged with this one', async () => {
    const { openings, verdicts, population: all } = await filled();
    const add = (judgedBy: string) => openings.add(handedIn(all, {}, { judgedBy }), noon);
    const [a, b, c] = [await add('k0'), await add('k1'), await add('k2')];
    expect(await verdicts.outdated('lin', 'k1', 1)).toHaveLength(1);
    const outdated = await verdicts.outdated('lin', 'k1', 10);
    expect(outdated.map(({ id }) => id).toSorted((x, y) => x - y)).toEqual([a, c]);
    await verdicts.keep(
      [a, b, c].map((id) => ({ id, fit: 'poor', score: 1 })),
      'k1',
    );
    expect(await verdicts.outdated('lin', 'k1', 10)).toEqual([]);
    expect(await openings.find(a, everything)).toMatchObject({ fit: 'poor', score: 1, judgedBy: 'k1' });
    // It was judged with this key already, perhaps of newer facts.
    expect(await openings.find(b, everything)).toMatchObject({ fit: 'good', score: 10 });
  });

  test('name who handed them in, by the newest name', async () => {
    const { openings, people, population: all, mei } = await filled();
    const id = await openings.add(handedIn(all), noon);
    await people.identify({ platform: 'test', externalId: 'Mei', name: 'Mei Lin', language: null }, later);
    expect(await openings.referrers(id)).toEqual([{ personId: mei, name: 'Mei Lin', at: noon }]);
    expect(await openings.referrers(id + 1)).toEqual([]);
  });
});
