import { describe, expect, test } from 'vitest';

import { letter } from './letters.ts';
import { everything, freshStore, handedIn, kinds, later, noon, population } from './stores.ts';

const group = { platform: 'test', externalId: 'east', kind: 'group' } as const;

describe.each(kinds)('on %s', (kind) => {
  test('a place begins with settings that hold back, and keeps what is changed', async () => {
    const store = await freshStore(kind);
    const { east, west } = await population(store);
    const first = {
      moderatorRole: null,
      submitWithoutReview: 'nobody',
      submissionsPerPerson: null,
      submissionsPerPlace: null,
      commandsPerPerson: null,
      emptyWeeks: 'say',
      seeker: null,
    } as const;
    expect(await store.places.settings(east)).toEqual(first);
    const limits = { submissionsPerPerson: 5, submissionsPerPlace: 50, commandsPerPerson: 10, seeker: 'lin' };
    await Promise.all([
      store.places.change(east, { moderatorRole: 'r\0ole' }),
      store.places.change(east, { submitWithoutReview: 'members' }),
      store.places.change(east, limits),
    ]);
    await store.places.change(east, {});
    const changed = { ...first, moderatorRole: 'role', submitWithoutReview: 'members', ...limits };
    expect(await store.places.settings(east)).toEqual(changed);
    expect((await store.places.locate(group, { zone: 'UTC' }, later)).settings).toEqual(changed);
    expect(await store.places.settings(west)).toEqual(first);
    await store.places.change(east, { ...first, submitWithoutReview: 'members' });
    expect(await store.places.settings(east)).toEqual({ ...first, submitWithoutReview: 'members' });
  });

  test('a place tells where messages reach it, and in which language', async () => {
    const { places, ...store } = await freshStore(kind);
    const { east } = await population({ ...store, places });
    const address = { platform: 'test', externalId: 'east' };
    expect(await places.whereabouts(east)).toEqual({ ...address, language: null });
    await places.setLanguage(east, 'zh');
    expect(await places.whereabouts(east)).toEqual({ ...address, language: 'zh' });
  });

  test('a place that shuts the bot out keeps its settings, and since when, until the bot is back', async () => {
    const { places } = await freshStore(kind);
    const find = () => places.locate(group, { zone: 'UTC' }, later);
    const { id } = await places.locate(group, { zone: 'UTC' }, noon);
    await places.change(id, { submissionsPerPerson: 5 });
    await places.shutOut('test', 'nowhere', 'gone', noon);
    expect((await find()).shutOut).toBeNull();
    expect(await places.exclusion('test', 'east')).toBeNull();
    await places.shutOut('test', 'east', 'muted', noon);
    await places.shutOut('test', 'east', 'removed', later);
    await places.letIn('test');
    await places.letIn('other', 'east');
    expect(await find()).toMatchObject({
      id,
      settings: { submissionsPerPerson: 5 },
      shutOut: { reason: 'removed', since: noon },
    });
    expect(await places.exclusion('test', 'east')).toBe('removed');
    await places.letIn('test', 'nowhere', 'east');
    expect(await find()).toMatchObject({ id, settings: { submissionsPerPerson: 5 }, shutOut: null });
  });

  test('a place that moved can be written to, whatever was said of its old address', async () => {
    const { places } = await freshStore(kind);
    await places.locate(group, { zone: 'UTC' }, noon);
    await places.shutOut('test', 'east', 'removed', noon);
    await places.move('test', 'east', '-100east');
    expect(await places.exclusion('test', '-100east')).toBeNull();
  });

  test('a place that moved is the same one at its new address', async () => {
    const store = await freshStore(kind);
    const { east } = await population(store);
    await store.places.setLanguage(east, 'zh');
    expect(await store.places.move('test', 'east', '-100east')).toBe(true);
    const moved = await store.places.locate({ ...group, externalId: '-100east' }, { zone: 'UTC' }, later);
    expect(moved).toMatchObject({ id: east, language: 'zh' });
    expect(await store.places.move('test', 'east', '-100east')).toBe(false);
    expect(await store.places.move('test', '-100east', '-100east')).toBe(false);
    expect(await store.places.move('other', '-100east', 'x')).toBe(false);
  });

  test('letters follow a place that moved, also one that nothing else is known of', async () => {
    const store = await freshStore(kind);
    await population(store);
    for (const externalId of ['east', 'unknown']) {
      const address = { platform: 'test', externalId, channel: null };
      await store.outbox.write(letter({ key: externalId, address }), noon);
      await store.places.move('test', externalId, `new ${externalId}`);
      const moved = { ...address, externalId: `new ${externalId}` };
      expect(await store.outbox.log(moved, 9)).toMatchObject([{ key: externalId }]);
      expect(await store.outbox.log(address, 9)).toEqual([]);
    }
  });

  test('a place that moved takes along what was already begun at its new address', async () => {
    const store = await freshStore(kind);
    const { mei, bo, east, west } = await population(store);
    const all = { mei, bo, east, west };
    const begun = handedIn(all, {}, { placeId: west, audience: `place:${west}`, submitterId: bo });
    const id = await store.openings.add(begun, noon);
    const asked = {
      profileId: 'lin',
      channel: '7',
      audience: `place:${west}`,
      askerId: bo,
      question: 'Why?',
    };
    const question = await store.inquiries.ask({ ...asked, placeId: west }, noon);
    await store.dialogues.save(west, mei, 'newer', later);
    await store.dialogues.save(east, mei, 'older', noon);
    await store.dialogues.save(west, bo, 'his', noon);
    expect(await store.places.move('test', 'east', 'west')).toBe(true);
    expect((await store.places.locate({ ...group, externalId: 'west' }, { zone: 'UTC' }, later)).id).toBe(
      east,
    );
    const seen = await store.openings.find(id, { personId: mei, all: false, audiences: [`place:${east}`] });
    expect(seen).toMatchObject({ placeId: east, audience: `place:${east}` });
    expect(await store.inquiries.find(question, everything)).toMatchObject({
      placeId: east,
      audience: `place:${east}`,
    });
    expect((await store.dialogues.find(east, mei))?.json).toBe('older');
    expect((await store.dialogues.find(east, bo))?.json).toBe('his');
    expect((await store.openings.find(id, everything))?.id).toBe(id);
  });

  test('a dialogue is kept for one person in one place, and ends once', async () => {
    const store = await freshStore(kind);
    const { mei, bo, east, west } = await population(store);
    const { dialogues } = store;
    await dialogues.save(east, mei, '{"step":1}', noon);
    await dialogues.save(east, mei, '{"step":2}', later);
    await dialogues.save(west, mei, '{}', noon);
    expect(await dialogues.find(east, mei)).toEqual({ json: '{"step":2}', savedAt: later });
    expect(await dialogues.find(east, bo)).toBeNull();
    const ends = await Promise.all(Array.from({ length: 5 }, () => dialogues.end(east, mei)));
    expect(ends.filter(Boolean)).toHaveLength(1);
    expect(await dialogues.find(east, mei)).toBeNull();
    expect(await dialogues.find(west, mei)).toEqual({ json: '{}', savedAt: noon });
  });

  test('a mark is what it was set to last', async () => {
    const { marks } = await freshStore(kind);
    expect(await marks.find('telegram.update')).toBeNull();
    await marks.set('telegram.update', '7');
    await marks.set('telegram.update', '8');
    await marks.set('other', '');
    expect(await marks.find('telegram.update')).toBe('8');
    expect(await marks.find('other')).toBe('');
  });
});
