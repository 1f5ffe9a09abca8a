// What people are about to hand in, from a post with one job or with several, until they confirm or cancel it.

import { describe, expect, test } from 'vitest';

import { blankOpening } from '../../core/opening.ts';
import type { NewDraftJob } from '../../storage/drafts.ts';
import {
  aboutToHandIn,
  everything,
  freshStore,
  handedIn,
  kinds,
  later,
  noon,
  population,
  readingsOf,
} from './stores.ts';

const known = (title: string) => ({ ...blankOpening, title });

const jobOf = (title: string, more: Partial<NewDraftJob> = {}): NewDraftJob => ({
  opening: known(title),
  evidence: { title: [title] },
  doubts: ['title'],
  text: `about ${title}`,
  asRead: { isOpening: true, opening: known(title) },
  choice: 'in',
  ...more,
});

describe.each(kinds)('on %s, drafts', (kind) => {
  async function begun(more: Partial<ReturnType<typeof aboutToHandIn>> = {}) {
    const store = await freshStore(kind);
    const all = await population(store);
    const draft = aboutToHandIn(all, more);
    const id = await store.drafts.begin(draft, noon);
    return { store, drafts: store.drafts, draft, id, all, ...all };
  }

  test('come back as they were begun, to their author only', async () => {
    const asRead = { isOpening: false, opening: known('Poet') };
    const { drafts, draft, id, mei, bo } = await begun({ doubts: ['salary', 'company'], asRead });
    expect(await drafts.find(id, mei)).toEqual({ ...draft, id, state: 'open', createdAt: noon });
    expect(await drafts.find(id, bo)).toBeNull();
    expect(await drafts.find(1e300, mei)).toBeNull();
    expect(await drafts.change(id, bo, { opening: blankOpening, evidence: {}, doubts: [] })).toBe(false);
    expect(await drafts.end(id, bo, 'confirmed')).toBe(false);
    expect((await drafts.find(id, mei))?.state).toBe('open');
  });

  test('without an id are the newest open one of this place', async () => {
    const { drafts, draft, id, mei, bo, east, west } = await begun();
    const newer = await drafts.begin(draft, later);
    await drafts.begin({ ...draft, placeId: west }, later);
    await drafts.begin({ ...draft, personId: bo }, later);
    expect((await drafts.latest(mei, east))?.id).toBe(newer);
    await drafts.end(newer, mei, 'cancelled');
    expect((await drafts.latest(mei, east))?.id).toBe(id);
    await drafts.end(id, mei, 'confirmed');
    expect(await drafts.latest(mei, east)).toBeNull();
  });

  test('end once, however often they are confirmed, and do not change afterwards', async () => {
    const { drafts, id, mei } = await begun({ jobs: [jobOf('Poet')] });
    const taps = await Promise.all(Array.from({ length: 5 }, () => drafts.end(id, mei, 'confirmed')));
    expect(taps.filter(Boolean)).toHaveLength(1);
    const other = { opening: known('Cook'), evidence: {}, doubts: [] };
    expect(await drafts.change(id, mei, other)).toBe(false);
    expect(await drafts.changeJobs(id, mei, [{ n: 1, ...other }])).toBe(false);
    expect(await drafts.choose(id, mei, 'out', [1])).toBe(false);
    expect(await drafts.find(id, mei)).toMatchObject({
      opening: { title: 'Engineer' },
      jobs: [{ opening: { title: 'Poet' }, choice: 'in' }],
    });
  });

  test('can be corrected', async () => {
    const { drafts, id, mei } = await begun({ doubts: ['company'] });
    const corrected = { opening: known('Poet'), evidence: {}, doubts: [] };
    expect(await drafts.change(id, mei, corrected)).toBe(true);
    expect(await drafts.find(id, mei)).toMatchObject({
      opening: { title: 'Poet' },
      evidence: {},
      doubts: [],
    });
  });

  test('of several jobs are chosen from and corrected one by one, by their author', async () => {
    const jobs = ['Poet', 'Cook', 'Clerk'].map((title) => jobOf(title));
    const { drafts, id, mei, bo } = await begun({ jobs });
    expect((await drafts.find(id, mei))?.jobs).toEqual(jobs.map((job, index) => ({ ...job, n: index + 1 })));
    expect(await drafts.choose(id, bo, 'out', [1])).toBe(false);
    expect(await drafts.choose(id, mei, 'out', [1, 3])).toBe(true);
    expect(await drafts.choose(id, mei, 'apart', [2])).toBe(true);
    expect(await drafts.choose(id, mei, 'in', [])).toBe(true);
    const corrected = { n: 2, opening: known('Baker'), evidence: {}, doubts: [] };
    expect(await drafts.changeJobs(id, bo, [corrected])).toBe(false);
    expect(await drafts.changeJobs(id, mei, [corrected])).toBe(true);
    expect((await drafts.find(id, mei))?.jobs).toMatchObject([
      { choice: 'out', opening: { title: 'Poet' } },
      { choice: 'apart', opening: { title: 'Baker' }, doubts: [], asRead: { opening: { title: 'Cook' } } },
      { choice: 'out', opening: { title: 'Clerk' } },
    ]);
  });

  test('are where the openings of one post came from', async () => {
    const { store, id, all } = await begun({ jobs: [jobOf('Poet'), jobOf('Cook')] });
    const add = (title: string, postId: number | null) =>
      store.openings.add(handedIn(all, { title }, { postId }), noon);
    const ids = [await add('Poet', id), await add('Cook', id)];
    const alone = await add('Clerk', null);
    expect((await store.openings.ofPost(id)).map((one) => one.id)).toEqual(ids);
    expect((await store.openings.find(alone, everything))?.postId).toBeNull();
  });
});

describe.each(kinds)('on %s, what was read', (kind) => {
  test('is kept beside what it has become: of openings, and of drafts that became none', async () => {
    const store = await freshStore(kind);
    const all = await population(store);
    const asRead = { isOpening: true, opening: known('Enginer') };
    const add = (text: string, more = {}) => store.openings.add(handedIn(all, {}, { text, ...more }), noon);
    const opening = await add('a post', { asRead });
    await add('of an earlier release');
    await add('', { asRead });
    const begin = (more: Partial<ReturnType<typeof aboutToHandIn>>) =>
      store.drafts.begin(aboutToHandIn(all, more), noon);
    const open = await begin({ asRead });
    await begin({});
    const several = await begin({ asRead, jobs: [jobOf('Poet'), jobOf('Cook')] });
    const confirmed = await begin({ asRead });
    await store.drafts.end(confirmed, all.mei, 'confirmed');
    const kept = await readingsOf(store);
    expect(kept).toMatchObject([
      { id: `opening-${opening}`, text: 'a post', asRead, opening: { title: 'Engineer' } },
      { id: `draft-${open}`, text: 'a post', asRead },
      { id: `draft-${several}-1`, text: 'about Poet', opening: { title: 'Poet' } },
      { id: `draft-${several}-2`, text: 'about Cook' },
    ]);
  });

  test('is found however much there is', async () => {
    const store = await freshStore(kind);
    const all = await population(store);
    const asRead = { isOpening: true, opening: known('Poet') };
    await store.transaction(async ({ drafts }) => {
      for (let n = 0; n < 450; n += 1) await drafts.begin(aboutToHandIn(all, { asRead }), noon);
    });
    const kept = await readingsOf(store);
    expect(new Set(kept.map(({ id }) => id)).size).toBe(450);
  });
});
