import { describe, expect, test } from 'vitest';

import { freshStore, handedIn, kinds, later, noon, population } from './stores.ts';

const account = (externalId: string, language: 'en' | 'zh' | null = null, platform = 'test') => ({
  platform,
  externalId,
  name: externalId,
  language,
});

describe.each(kinds)('on %s', (kind) => {
  test('the account that was used last comes first, to the hour', async () => {
    const store = await freshStore(kind);
    const { mei, bo } = await population(store);
    await store.people.merge(bo, mei);
    const used = async () => (await store.contacts.of(mei)).map(({ externalId }) => externalId);
    await store.people.identify(account('Bo'), later);
    expect(await used()).toEqual(['Bo', 'Mei']);
    expect(await store.people.names([mei])).toEqual(new Map([[mei, 'Mei']]));
    const soon = new Date(later.getTime() + 59 * 60 * 1000);
    const late = new Date(later.getTime() + 60 * 60 * 1000);
    await store.people.identify(account('Mei'), later);
    await store.people.identify(account('Bo'), soon);
    await store.people.identify(account('Mei'), late);
    expect(await used()).toEqual(['Mei', 'Bo']);
  });

  test('a contact has a chat, a language and a wish', async () => {
    const store = await freshStore(kind);
    const { mei } = await population(store);
    const contact = async () => (await store.contacts.of(mei))[0];
    expect(await contact()).toEqual({
      personId: mei,
      platform: 'test',
      externalId: 'Mei',
      language: null,
      hasChat: false,
      isShutOut: false,
      wantsNews: true,
    });
    await store.places.locate(
      { platform: 'other', externalId: 'Mei', kind: 'private' },
      { zone: 'UTC' },
      noon,
    );
    await store.people.identify(account('Mei', 'zh'), noon);
    expect(await contact()).toMatchObject({ hasChat: false, language: 'zh' });
    await store.places.locate(
      { platform: 'test', externalId: 'Mei', kind: 'private' },
      { zone: 'UTC' },
      noon,
    );
    await store.people.setLanguage(mei, 'en');
    await store.contacts.setNews(mei, false);
    expect(await contact()).toMatchObject({ hasChat: true, language: 'en', wantsNews: false });
    await store.places.shutOut('test', 'Mei', 'blocked', later);
    expect(await contact()).toMatchObject({ hasChat: true, isShutOut: true });
    expect(await store.contacts.of(999)).toEqual([]);
  });

  test('accounts are found by their names, of which those that were never met are missing', async () => {
    const store = await freshStore(kind);
    const { contacts } = store;
    const { mei } = await population(store);
    await store.people.identify(account('a:b', null, 'other'), later);
    const found = async (...names: string[]) =>
      (await contacts.among(names)).map(({ externalId }) => externalId);
    expect(await found('test:Mei', 'test:nobody', 'other:a:b', 'other:Bo')).toEqual(['a:b', 'Mei']);
    expect(await found()).toEqual([]);
    expect((await contacts.among(['test:Mei']))[0]?.personId).toBe(mei);
  });

  test('wishes change one by one, and hold for both who become one', async () => {
    const store = await freshStore(kind);
    const { contacts, people } = store;
    const { mei, bo } = await population(store);
    expect(await contacts.wishes(mei)).toEqual({ isNamed: false, wantsNews: true });
    await contacts.setNamed(mei, true);
    expect(await contacts.wishes(mei)).toEqual({ isNamed: true, wantsNews: true });
    await contacts.setNews(mei, false);
    await people.merge(mei, bo);
    expect(await contacts.wishes(bo)).toEqual({ isNamed: true, wantsNews: false });
  });

  test('who decided on what others handed in is known, the last one first', async () => {
    const store = await freshStore(kind);
    const all = await population(store);
    const { mei, bo, east } = all;
    const { id: ed } = await store.people.identify(account('Ed'), noon);
    const decided = async (by: number, at: Date, audience = 'public') => {
      const id = await store.openings.add(handedIn(all, {}, { state: 'pending', audience }), noon);
      await store.openings.decide(id, { from: ['pending'], to: 'open', by, reason: null }, at);
    };
    await decided(bo, later);
    await decided(ed, noon);
    await decided(bo, noon);
    await decided(mei, later);
    await decided(ed, later, `place:${east}`);
    const before = new Date(noon.getTime() - 1);
    expect(await store.contacts.deciders('public', before, 5)).toEqual([bo, ed]);
    expect(await store.contacts.deciders('public', before, 1)).toEqual([bo]);
    expect(await store.contacts.deciders('public', noon, 5)).toEqual([bo]);
    expect(await store.contacts.deciders(`place:${east}`, before, 5)).toEqual([ed]);
  });
});
