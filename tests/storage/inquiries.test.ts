import { describe, expect, test } from 'vitest';

import type { Viewer } from '../../storage/stored-opening.ts';
import { everything, freshStore, kinds, later, noon, population } from './stores.ts';

describe.each(kinds)('on %s', (kind) => {
  async function filled() {
    const store = await freshStore(kind);
    const all = await population(store);
    const ask = (question: string, more = {}) =>
      store.inquiries.ask(
        {
          profileId: 'lin',
          placeId: all.east,
          channel: null,
          audience: 'private',
          askerId: all.mei,
          question,
          ...more,
        },
        noon,
      );
    const search = async (answered: boolean, viewer: Viewer = everything, page = 1, size = 10) => {
      const { items, total } = await store.inquiries.search({
        profileId: 'lin',
        viewer,
        answered,
        page,
        size,
      });
      return { ids: items.map(({ id }) => id), total };
    };
    return { ...store, ...all, ask, search };
  }

  test('a question comes back as it was asked, until it is dropped, once', async () => {
    const { ask, inquiries, mei, east } = await filled();
    const id = await ask('Why\0?', { channel: '7' });
    expect(await inquiries.find(id, everything)).toEqual({
      id,
      profileId: 'lin',
      placeId: east,
      channel: '7',
      audience: 'private',
      askerId: mei,
      askerName: 'Mei',
      question: 'Why?',
      askedAt: noon,
      answer: null,
      answeredAt: null,
    });
    expect((await Promise.all([inquiries.drop(id), inquiries.drop(id)])).toSorted()).toEqual([false, true]);
    expect(await inquiries.find(id, everything)).toBeNull();
    expect(await inquiries.find(1e300, everything)).toBeNull();
  });

  test('is known to whoever asked, to the place where it was asked, and to nobody else', async () => {
    const { ask, inquiries, mei, bo, east, west } = await filled();
    const alone = await ask('In private?');
    const shared = await ask('In the east?', { audience: `place:${east}` });
    const seen = async (personId: number | null, place: number) => {
      const viewer = { personId, all: false, audiences: ['public', `place:${place}`] };
      const found = [await inquiries.find(alone, viewer), await inquiries.find(shared, viewer)];
      return found.flatMap((one) => one?.id ?? []);
    };
    expect(await seen(mei, west)).toEqual([alone, shared]);
    expect(await seen(bo, west)).toEqual([]);
    expect(await seen(null, east)).toEqual([shared]);
    expect(await seen(null, west)).toEqual([]);
    expect(await inquiries.find(alone, { personId: null, all: false, audiences: [] })).toBeNull();
    const seekers = ['lin', 'other'].map((profileId) => ({ ...everything, profileId }));
    const found = await Promise.all(seekers.map((seeker) => inquiries.find(alone, seeker)));
    expect(found.map((one) => one?.id)).toEqual([alone, undefined]);
  });

  test('is answered once for what was seen of it, and may be answered anew', async () => {
    const { ask, inquiries } = await filled();
    const id = await ask('Why?');
    const answers = await Promise.all(
      ['Because', 'Well'].map((answer) => inquiries.answer(id, { answer, since: null }, noon)),
    );
    expect(answers.toSorted()).toEqual([false, true]);
    expect(await inquiries.answer(id, { answer: 'So', since: later }, later)).toBe(false);
    expect(await inquiries.answer(id, { answer: 'So', since: noon }, later)).toBe(true);
    expect(await inquiries.find(id, everything)).toMatchObject({ answer: 'So', answeredAt: later });
    expect(await inquiries.answer(999, { answer: 'So', since: null }, later)).toBe(false);
  });

  test('those that wait come in their order, those answered the newest first', async () => {
    const { ask, inquiries, search, bo } = await filled();
    const [one, two, three] = [await ask('1?'), await ask('2?'), await ask('3?', { askerId: bo })];
    await ask('4?', { profileId: 'other' });
    expect(await search(false)).toEqual({ ids: [one, two, three], total: 3 });
    expect(await search(false, everything, 2, 2)).toEqual({ ids: [three], total: 3 });
    expect(await search(false, { personId: bo, all: false, audiences: [] })).toEqual({
      ids: [three],
      total: 1,
    });
    await inquiries.answer(two, { answer: 'a', since: null }, noon);
    await inquiries.answer(one, { answer: 'b', since: null }, later);
    expect(await search(true)).toEqual({ ids: [one, two], total: 2 });
    expect(await search(true, { personId: null, all: false, audiences: ['public'] })).toEqual({
      ids: [],
      total: 0,
    });
  });

  test('notes are those of one seeker since a moment, and are dropped once', async () => {
    const { notes, mei } = await filled();
    const id = await notes.write('lin', 'learned\0', mei, later);
    await notes.write('other', 'made', mei, later);
    expect(await notes.since('lin', noon)).toEqual([{ id, text: 'learned', at: later }]);
    expect(await notes.since('lin', later)).toEqual([]);
    expect(await notes.drop('other', id)).toBeNull();
    expect(await notes.drop('lin', 1e300)).toBeNull();
    expect(await notes.drop('lin', id)).toBe('learned');
    expect(await notes.drop('lin', id)).toBeNull();
  });
});
