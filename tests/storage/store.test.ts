import { describe, expect, test } from 'vitest';

import { search } from '../core/examples.ts';
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

describe.each(lasting)('on %s, what one process changes, another sees at its next question:', (kind) => {
  const mei = { platform: 'test', externalId: '7', name: 'Mei', language: null };
  const east = { platform: 'test', externalId: 'east', kind: 'group' } as const;

  async function two() {
    const url = await freshUrl(kind);
    const [one, other] = [await opened(url), await opened(url)];
    const person = () => other.people.identify(mei, noon);
    const place = () => other.places.locate(east, { zone: 'UTC' }, noon);
    return { one, other, person, place, id: (await person()).id, placeId: (await place()).id };
  }

  test('names and languages', async () => {
    const { one, other, person, place, id, placeId } = await two();
    await one.people.identify({ ...mei, name: 'Mei Lin' }, noon);
    expect(await other.people.names([id])).toEqual(new Map([[id, 'Mei Lin']]));
    await one.people.setLanguage(id, 'zh');
    await one.places.setLanguage(placeId, 'zh');
    expect(await person()).toEqual({ id, language: 'zh' });
    expect(await other.people.names([id])).toEqual(new Map([[id, 'Mei']]));
    expect((await place()).language).toBe('zh');
  });

  test('settings, and where a place is', async () => {
    const { one, other, place, placeId } = await two();
    await one.places.change(placeId, { commandsPerPerson: 3 });
    expect((await place()).settings.commandsPerPerson).toBe(3);
    await one.places.move('test', 'east', '-100east');
    expect((await place()).id).not.toBe(placeId);
    const moved = await other.places.locate({ ...east, externalId: '-100east' }, { zone: 'UTC' }, noon);
    expect(moved.id).toBe(placeId);
  });

  test('who is one person, and who is gone', async () => {
    const { one, person, id } = await two();
    const bo = await one.people.identify({ ...mei, externalId: '8', name: 'Bo' }, noon);
    await one.people.merge(id, bo.id);
    expect((await person()).id).toBe(bo.id);
    await one.privacy.erase(bo.id, () => '');
    expect([id, bo.id]).not.toContain((await person()).id);
  });
});

describe.each(kinds)('on %s', (kind) => {
  describe('people', () => {
    const mei = { platform: 'test', externalId: '7', name: 'Mei', language: null };

    test('are the same at every meeting, and another on another platform', async () => {
      const { people } = await freshStore(kind);
      const { id } = await people.identify(mei, noon);
      expect(await people.identify(mei, later)).toEqual({ id, language: null });
      expect((await people.identify({ ...mei, platform: 'other' }, later)).id).not.toBe(id);
    });

    test('met by many at once are one', async () => {
      const { people } = await freshStore(kind);
      const met = await Promise.all(Array.from({ length: 20 }, () => people.identify(mei, noon)));
      expect(new Set(met.map(({ id }) => id)).size).toBe(1);
      expect((await people.names(Array.from({ length: 30 }, (_, index) => index + 1))).size).toBe(1);
    });

    test('keep the language that the platform says they speak, until it says another', async () => {
      const { people } = await freshStore(kind);
      const { id } = await people.identify(mei, noon);
      await people.identify({ ...mei, language: 'zh' }, later);
      expect(await people.accounts(id)).toEqual([{ ...mei, language: 'zh' }]);
      await people.identify(mei, later);
      expect(await people.accounts(id)).toEqual([mei]);
    });

    test('keep their newest name and their language', async () => {
      const { people } = await freshStore(kind);
      const { id } = await people.identify(mei, noon);
      await people.setLanguage(id, 'zh');
      expect(await people.identify({ ...mei, name: 'Mei \0Lin' }, later)).toEqual({ id, language: 'zh' });
      expect(await people.names([id, 99])).toEqual(new Map([[id, 'Mei Lin']]));
      expect(await people.names([])).toEqual(new Map());
    });
  });

  describe('places', () => {
    const group = { platform: 'test', externalId: '-5', kind: 'group' } as const;

    test('are the same at every visit, with the zone of the first', async () => {
      const { places } = await freshStore(kind);
      const [first, ...others] = await Promise.all(
        ['Asia/Shanghai', 'UTC', 'UTC'].map((zone) => places.locate(group, { zone }, noon)),
      );
      expect(new Set(others.map(({ id }) => id))).toEqual(new Set([first?.id]));
      const { zone } = await places.locate(group, { zone: 'Europe/Berlin' }, later);
      expect(['Asia/Shanghai', 'UTC']).toContain(zone);
    });

    test('keep their language, and follow a change of kind', async () => {
      const { places } = await freshStore(kind);
      const { id, language } = await places.locate(group, { zone: 'UTC' }, noon);
      expect(language).toBeNull();
      await places.setLanguage(id, 'zh');
      const moved = await places.locate({ ...group, kind: 'channel' }, { zone: 'Asia/Tokyo' }, later);
      expect(moved).toMatchObject({ id, kind: 'channel', language: 'zh', zone: 'UTC' });
    });
  });

  describe('profiles', () => {
    const raised = { ...search, start: '2026-12-01' };

    test('have a version for each change, and start with the first', async () => {
      const { profiles } = await freshStore(kind);
      const record = (version: unknown, now: Date) => profiles.record('lin', JSON.stringify(version), now);
      expect(await record(search, noon)).toEqual({ startedAt: noon, changed: true });
      expect(await record(search, later)).toEqual({ startedAt: noon, changed: false });
      expect(await record(raised, later)).toEqual({ startedAt: noon, changed: true });
      expect(await record(search, later)).toEqual({ startedAt: noon, changed: true });
      expect(await profiles.history('lin')).toEqual([
        { since: noon, search },
        { since: later, search: raised },
        { since: later, search },
      ]);
      expect(await profiles.history('other')).toEqual([]);
    });

    test('are not recorded unless they are a search', async () => {
      const { profiles } = await freshStore(kind);
      for (const wrong of ['', '{}', '{"start":null,"phases":[]}', '{"start":null,"phases":[{"id":"a"}]}']) {
        await expect(profiles.record('lin', wrong, noon)).rejects.toThrow('no valid search');
      }
      expect(await profiles.history('lin')).toEqual([]);
    });
  });

  describe('a transaction', () => {
    const total = async ({ openings }: Pick<Awaited<ReturnType<typeof freshStore>>, 'openings'>) =>
      (await openings.search({ ...wide, viewer: everything })).total;

    test('is kept as a whole, and hands on its result', async () => {
      const store = await freshStore(kind);
      const all = await population(store);
      const id = await store.transaction((bound) => bound.openings.add(handedIn(all), noon));
      expect((await store.openings.find(id, everything))?.id).toBe(id);
    });

    test('leaves nothing behind when it fails, not even in the index', async () => {
      const store = await freshStore(kind);
      const all = await population(store);
      const failing = store.transaction(async (bound) => {
        await bound.openings.add(handedIn(all, { title: 'Ghost' }), noon);
        expect(await total(bound)).toBe(1);
        throw new Error('changed my mind');
      });
      await expect(failing).rejects.toThrow('changed my mind');
      expect(await total(store)).toBe(0);
      await store.openings.add(handedIn(all, { title: 'Poet' }), noon);
      expect((await store.openings.search({ ...wide, viewer: everything, query: 'ghost' })).total).toBe(0);
    });

    test('within a transaction fails alone', async () => {
      const store = await freshStore(kind);
      const all = await population(store);
      await store.transaction(async (outer) => {
        await outer.openings.add(handedIn(all), noon);
        const failing = outer.transaction(async (inner) => {
          await inner.openings.add(handedIn(all), noon);
          await inner.openings.add(handedIn(all, {}, { submitterId: 4711 }), noon);
        });
        await expect(failing).rejects.toThrow(/foreign key/iu);
        await outer.transaction((inner) => inner.openings.add(handedIn(all), noon));
        expect(await total(outer)).toBe(2);
      });
      expect(await total(store)).toBe(2);
    });

    test('waits for another one', async () => {
      const store = await freshStore(kind);
      const all = await population(store);
      await Promise.all(
        Array.from({ length: 10 }, () =>
          store.transaction(async (bound) => {
            await bound.people.identify(
              { platform: 'test', externalId: 'Mei', name: 'Mei', language: null },
              later,
            );
            await bound.openings.add(handedIn(all), noon);
          }),
        ),
      );
      expect(await total(store)).toBe(10);
    });
  });
});
