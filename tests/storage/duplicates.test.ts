import { describe, expect, test } from 'vitest';

import { blankOpening, type Opening } from '../../core/opening.ts';
import { connect, parseDatabaseUrl } from '../../storage/connection.ts';
import type { Viewer } from '../../storage/stored-opening.ts';
import {
  everything,
  freshStore,
  freshUrl,
  handedIn,
  kinds,
  lasting,
  later,
  noon,
  opened,
  population,
  wide,
} from './stores.ts';

const post = `We build a search engine for the archives of museums. You will write the services that read, cut and rank
letters, maps and diaries in forty languages; you will run them, measure them and make them fast.`;
const link = 'https://archivo.example.com/jobs/31';

async function filled(kind: (typeof kinds)[number]) {
  const store = await freshStore(kind);
  const all = await population(store);
  const add = (opening: Partial<Opening> = {}, more: Parameters<typeof handedIn>[2] = {}) =>
    store.openings.add(handedIn(all, opening, { text: post, ...more }), noon);
  const candidates = async (opening: Partial<Opening>, text: string, viewer: Viewer = everything) =>
    (
      await store.duplicates.candidates({
        profileId: 'lin',
        viewer,
        opening: { ...blankOpening, title: 'Engineer', ...opening },
        text,
      })
    ).map(({ id }) => id);
  return { ...store, ...all, add, candidates };
}

describe.each(kinds)('candidates on %s', (kind) => {
  test('share a link, near text, or employer and job', async () => {
    const { add, candidates } = await filled(kind);
    const byText = await add();
    const byLink = await add({ applyUrl: link }, { text: '' });
    const byJob = await add({ title: '后端工程师', company: '字节跳动' }, { text: '' });
    await add({ applyUrl: `${link}2`, title: 'Data Engineer', company: 'Other' }, { text: 'something else' });
    expect(await candidates({}, post.replace('forty', '40'))).toEqual([byText]);
    expect(await candidates({ applyUrl: `${link}?utm_source=x` }, '')).toEqual([byLink]);
    expect(await candidates({ title: 'Backend Engineer', company: 'ByteDance' }, '')).toEqual([byJob]);
    expect(await candidates({}, '')).toEqual([]);
    const everyKey = { applyUrl: link, title: 'Backend Engineer', company: 'ByteDance' };
    expect(await candidates(everyKey, post)).toEqual([byText, byLink, byJob]);
  });

  test('are found by what they were corrected to, no longer by what they were', async () => {
    const { add, candidates, openings, mei } = await filled(kind);
    const id = await add({ applyUrl: link }, { text: '' });
    const opening = { ...blankOpening, title: 'Engineer', applyUrl: `${link}2` };
    const corrected = {
      opening,
      evidence: {},
      searchText: '',
      fit: 'good',
      score: 1,
      judgedBy: 'k',
    } as const;
    await openings.change(id, corrected, mei, later);
    expect(await candidates({ applyUrl: link }, '')).toEqual([]);
    expect(await candidates({ applyUrl: `${link}2` }, '')).toEqual([id]);
  });

  test('of one community are unknown to all others', async () => {
    const { add, candidates, mei, bo, east, west } = await filled(kind);
    const id = await add({}, { audience: `place:${east}` });
    const seen = (personId: number, place: number) =>
      candidates({}, post, { personId, all: false, audiences: ['public', `place:${place}`] });
    expect(await seen(bo, east)).toEqual([id]);
    expect(await seen(bo, west)).toEqual([]);
    expect(await seen(mei, west)).toEqual([id]);
  });

  test('are those that wait, stand or were merged, for this seeker', async () => {
    const { add, candidates, openings, duplicates, mei } = await filled(kind);
    const [open, pending, rejected, closed, merged] = [
      await add(),
      await add({}, { state: 'pending' }),
      await add({}, { state: 'pending' }),
      await add(),
      await add(),
    ];
    await add({}, { profileId: 'other' });
    await openings.decide(rejected, { from: ['pending'], to: 'rejected', by: mei, reason: null }, later);
    await openings.close(closed, { by: mei, reason: null }, later);
    await duplicates.merge(merged, open, { by: mei }, later);
    expect(await candidates({}, post)).toEqual([open, pending, merged]);
  });
});

describe.each(kinds)('merging on %s', (kind) => {
  test('credits the referrers of both, and can be taken back', async () => {
    const { add, openings, duplicates, mei, bo } = await filled(kind);
    const kept = await add();
    const gone = await add({}, { submitterId: bo, state: 'pending' });
    const names = async (id: number) => (await openings.referrers(id)).map(({ name }) => name);
    expect(await duplicates.merge(gone, kept, { by: mei }, later)).toBe(true);
    expect(await openings.find(gone, everything)).toMatchObject({
      state: 'merged',
      mergedInto: kept,
      decidedBy: mei,
      decidedAt: later,
    });
    expect(await names(kept)).toEqual(['Mei', 'Bo']);
    expect(await names(gone)).toEqual(['Bo']);
    expect(await duplicates.separate(gone, { by: bo }, later)).toBe(true);
    expect(await duplicates.separate(gone, { by: bo }, later)).toBe(false);
    expect(await openings.find(gone, everything)).toMatchObject({ state: 'pending', mergedInto: null });
    expect(await names(kept)).toEqual(['Mei']);
  });

  test('in turn credits all of them, each once', async () => {
    const { add, openings, duplicates, mei, bo } = await filled(kind);
    const [first, second, third] = [await add({}, { submitterId: bo }), await add(), await add()];
    await duplicates.merge(first, second, { by: mei }, later);
    await duplicates.merge(second, third, { by: mei }, later);
    expect(await openings.referrers(third)).toEqual([
      { personId: mei, name: 'Mei', at: noon },
      { personId: bo, name: 'Bo', at: noon },
    ]);
  });

  test('is refused where one is gone, the other is hidden, or somebody would lose sight of it', async () => {
    const { add, openings, duplicates, mei, east, west } = await filled(kind);
    const open = await add();
    const pending = await add({}, { state: 'pending' });
    const inEast = await add({}, { audience: `place:${east}` });
    const inWest = await add({}, { audience: `place:${west}` });
    const elsewhere = await add({}, { profileId: 'other' });
    const closed = await add();
    await openings.close(closed, { by: mei, reason: null }, later);
    const merge = (id: number, into: number) => duplicates.merge(id, into, { by: mei }, later);
    for (const [id, into] of [
      [open, open],
      [open, pending],
      [open, inEast],
      [inWest, inEast],
      [open, elsewhere],
      [open, closed],
      [closed, open],
      [open, 999],
      [open, 1e300],
    ] as const) {
      expect(await merge(id, into)).toBe(false);
    }
    expect(await merge(inEast, open)).toBe(true);
    expect(await merge(open, inEast)).toBe(false);
    expect(await merge(pending, open)).toBe(true);
  });

  test('both ways at once merges one way', async () => {
    const { add, duplicates, mei } = await filled(kind);
    const [one, other] = [await add(), await add()];
    const done = await Promise.all([
      duplicates.merge(one, other, { by: mei }, later),
      duplicates.merge(other, one, { by: mei }, later),
    ]);
    expect(done.toSorted()).toEqual([false, true]);
  });

  test('is not undone as if it were closed, nor decided over', async () => {
    const { add, openings, duplicates, mei } = await filled(kind);
    const [kept, gone] = [await add(), await add()];
    await duplicates.merge(gone, kept, { by: mei }, later);
    expect(await openings.reopen(gone, { by: mei }, later)).toBe(false);
    expect(await openings.close(gone, { by: mei, reason: null }, later)).toBe(false);
    const open = { profileId: 'lin', viewer: everything, states: ['open'] } as const;
    expect((await openings.search({ ...wide, ...open })).items.map(({ id }) => id)).toEqual([kept]);
  });

  test('a person is credited once', async () => {
    const { add, openings, duplicates, bo } = await filled(kind);
    const id = await add();
    expect(await duplicates.credit(id, bo, later)).toBe(true);
    expect(await duplicates.credit(id, bo, later)).toBe(false);
    expect((await openings.referrers(id)).map(({ name }) => name)).toEqual(['Mei', 'Bo']);
  });
});

test.each(lasting)('%s of an earlier release gets the keys that it lacks', async (kind) => {
  const url = await freshUrl(kind);
  const store = await opened(url);
  const id = await store.openings.add(handedIn(await population(store), {}, { text: post }), noon);
  const { db } = await connect(parseDatabaseUrl(url));
  await db.deleteFrom('opening_keys').execute();
  await db.deleteFrom('marks').execute();
  const opening = { ...blankOpening, title: 'Engineer' };
  const search = { profileId: 'lin', viewer: everything, opening, text: post };
  expect(await store.duplicates.candidates(search)).toEqual([]);
  await db.destroy();
  const again = await opened(url);
  expect((await again.duplicates.candidates(search)).map((one) => one.id)).toEqual([id]);
});

test.each(kinds)('a question that is settled stays so, on %s', async (kind) => {
  const { add, questions } = await filled(kind);
  const [one, other] = [await add(), await add()];
  await questions.settle(one, 'salary');
  await questions.settle(one, 'salary');
  await questions.settle(one, 'language');
  expect(await questions.settled(one)).toEqual(new Set(['salary', 'language']));
  expect(await questions.settled(other)).toEqual(new Set());
});
