import { describe, expect, test } from 'vitest';

import { nextDue } from '../../core/schedule.ts';
import type { Store } from '../../storage/open.ts';
import { freshStore, kinds, later, noon, population } from './stores.ts';

const mondays = { day: 'monday', time: '09:00', zone: 'Asia/Shanghai' } as const;
const choice = { ...mondays, language: null };
const due = nextDue(mondays, noon);
const week = 7 * 24 * 60 * 60 * 1000;
const afterThat = new Date(due.getTime() + week);
const view = { kind: 'view', blocks: [] } as const;

const slot = (dueAt: Date, letterKey: string | null = null) =>
  ({ dueAt, outcome: letterKey === null ? 'empty' : 'sent', letterKey, isLate: false }) as const;

const chatOf = async (store: Store, name: string) => {
  const { id } = await store.places.locate(
    { platform: 'test', externalId: name, kind: 'private' },
    { zone: 'Europe/London' },
    noon,
  );
  return id;
};

describe.each(kinds)('on %s', (kind) => {
  async function subscribed() {
    const store = await freshStore(kind);
    const all = await population(store);
    const spot = { placeId: all.east, channel: null };
    await store.subscriptions.setDigest(spot, choice, due, all.mei, noon);
    const set = await store.subscriptions.digest(spot);
    if (set === null) throw new Error('nothing was set');
    return { store, ...all, spot, id: set.id, ...store };
  }

  test('a digest is what was set last, in each channel of a place', async () => {
    const { subscriptions, spot, east, mei, bo, id } = await subscribed();
    expect(await subscriptions.digest(spot)).toEqual({
      id,
      weekly: mondays,
      language: null,
      spoken: null,
      nextDueAt: due,
      state: 'active',
      pauseReason: null,
      changedBy: mei,
      changedAt: noon,
    });
    const jobs = { placeId: east, channel: 'jobs' };
    expect(await subscriptions.digest(jobs)).toBeNull();
    await subscriptions.setDigest(jobs, { ...choice, day: 'friday' }, later, bo, later);
    await subscriptions.setDigest(spot, { ...choice, language: 'zh' }, later, bo, later);
    expect(await subscriptions.digest(spot)).toMatchObject({
      id,
      language: 'zh',
      nextDueAt: later,
      changedBy: bo,
    });
    expect(await subscriptions.digest(jobs)).toMatchObject({ weekly: { day: 'friday' } });
    expect(await subscriptions.alerts(east)).toBeNull();
  });

  test('it comes as the place speaks, or whoever set it, unless a language was chosen for it', async () => {
    const { people, places, subscriptions, digestSlots, spot, east, mei } = await subscribed();
    const spoken = async () => (await subscriptions.digest(spot))?.spoken;
    await people.identify({ platform: 'test', externalId: 'Mei', name: 'Mei', language: 'zh' }, noon);
    expect(await spoken()).toBe('zh');
    expect((await digestSlots.hold(afterThat, []))?.language).toBe('zh');
    await places.setLanguage(east, 'en');
    expect(await spoken()).toBe('en');
    await subscriptions.setDigest(spot, { ...choice, language: 'zh' }, due, mei, noon);
    expect(await spoken()).toBe('zh');
  });

  test('two who set one at once set one', async () => {
    const { subscriptions, mei, west } = await subscribed();
    const spot = { placeId: west, channel: 'jobs' };
    await Promise.all(Array.from({ length: 5 }, () => subscriptions.setDigest(spot, choice, due, mei, noon)));
    expect((await subscriptions.digest(spot))?.nextDueAt).toEqual(due);
  });

  test('what is stopped is due no more, keeps its settings, and goes on when it is resumed', async () => {
    const { store, subscriptions, digestSlots, spot, id, bo } = await subscribed();
    for (const state of ['paused', 'ended'] as const) {
      await subscriptions.stop(id, state, bo, later);
      expect(await subscriptions.digest(spot)).toMatchObject({
        state,
        weekly: mondays,
        nextDueAt: null,
        changedBy: bo,
      });
      expect(await store.transaction((rooms) => rooms.digestSlots.hold(afterThat, []))).toBeNull();
      expect(await digestSlots.move(id, due, afterThat)).toBe(false);
    }
    await subscriptions.adjust(id, { ...choice, day: 'friday', language: 'zh' });
    expect(await subscriptions.digest(spot)).toMatchObject({
      state: 'ended',
      weekly: { ...mondays, day: 'friday' },
      language: 'zh',
      nextDueAt: null,
      changedAt: later,
    });
    await subscriptions.resume(id, afterThat, bo, later);
    expect(await subscriptions.digest(spot)).toMatchObject({ state: 'active', nextDueAt: afterThat });
  });

  test('where nothing arrives, what is sent there is paused with the reason, and nothing else', async () => {
    const { store, subscriptions, spot, east, mei, id } = await subscribed();
    const jobs = { placeId: east, channel: 'jobs' };
    await subscriptions.setDigest(jobs, choice, due, mei, noon);
    const chat = await chatOf(store, 'Mei');
    await subscriptions.setDigest({ placeId: chat, channel: null }, choice, due, mei, noon);
    await subscriptions.setAlerts(chat, null, mei, noon);
    await subscriptions.pause({ platform: 'test', externalId: 'east', channel: 'jobs' }, 'closed', later);
    await subscriptions.pause({ platform: 'other', externalId: 'east', channel: null }, 'gone', later);
    await subscriptions.pause({ platform: 'test', externalId: 'Mei', channel: null }, 'blocked', later);
    expect(await subscriptions.digest(spot)).toMatchObject({ state: 'active' });
    expect(await subscriptions.digest(jobs)).toMatchObject({
      state: 'paused',
      pauseReason: 'closed',
      changedBy: null,
    });
    expect(await subscriptions.digest({ placeId: chat, channel: null })).toMatchObject({
      pauseReason: 'blocked',
    });
    expect(await subscriptions.alerts(chat)).toMatchObject({ state: 'paused', pauseReason: 'blocked' });
    expect(await subscriptions.alertReaders()).toEqual([]);
    await subscriptions.stop(id, 'ended', mei, later);
    await subscriptions.pause({ platform: 'test', externalId: 'east', channel: null }, 'gone', later);
    expect(await subscriptions.digest(spot)).toMatchObject({ state: 'ended', pauseReason: null });
  });

  test('those who want alerts are known with where, when and in which language', async () => {
    const { store, subscriptions, mei, bo } = await subscribed();
    const [meis, bos] = [await chatOf(store, 'Mei'), await chatOf(store, 'Bo')];
    const quiet = { from: '22:00', until: '08:00' };
    await subscriptions.setAlerts(meis, quiet, mei, noon);
    await subscriptions.setAlerts(bos, quiet, bo, noon);
    await subscriptions.setAlerts(bos, null, bo, noon);
    await store.people.setLanguage(mei, 'zh');
    await store.people.identify({ platform: 'test', externalId: 'Mei', name: 'Mei', language: 'en' }, noon);
    await store.people.identify({ platform: 'test', externalId: 'Bo', name: 'Bo', language: 'en' }, noon);
    expect(await subscriptions.alerts(meis)).toMatchObject({ quiet, state: 'active' });
    const to = (externalId: string) => ({ platform: 'test', externalId, channel: null });
    expect(await subscriptions.alertReaders()).toEqual([
      {
        id: expect.any(Number),
        kind: 'private',
        seeker: null,
        personId: mei,
        address: to('Mei'),
        zone: 'Europe/London',
        quiet,
        language: 'zh',
      },
      {
        id: expect.any(Number),
        kind: 'private',
        seeker: null,
        personId: bo,
        address: to('Bo'),
        zone: 'Europe/London',
        quiet: null,
        language: 'en',
      },
    ]);
  });

  test('the digest that is due longest is held, with what its readers need', async () => {
    const { store, subscriptions, west, bo, id } = await subscribed();
    await store.places.change(west, { emptyWeeks: 'skip' });
    const earlier = new Date(due.getTime() - 1);
    await subscriptions.setDigest(
      { placeId: west, channel: 'jobs' },
      { ...choice, language: 'zh' },
      earlier,
      bo,
      noon,
    );
    const hold = (now: Date, except: readonly number[] = []) =>
      store.transaction((rooms) => rooms.digestSlots.hold(now, except));
    expect(await hold(new Date(earlier.getTime() - 1))).toBeNull();
    const first = await hold(afterThat);
    expect(first).toEqual({
      id: expect.any(Number),
      seeker: null,
      placeId: west,
      kind: 'group',
      address: { platform: 'test', externalId: 'west', channel: 'jobs' },
      personId: bo,
      weekly: mondays,
      changedAt: noon,
      dueAt: earlier,
      language: 'zh',
      emptyWeeks: 'skip',
    });
    const except = [first?.id ?? 0];
    expect(await hold(afterThat, except)).toMatchObject({ id, language: null, emptyWeeks: 'say' });
    await store.places.setLanguage((await hold(afterThat, except))?.placeId ?? 0, 'en');
    expect(await hold(afterThat, except)).toMatchObject({ language: 'en' });
    expect(await hold(afterThat, [...except, id])).toBeNull();
  });

  test('a time is moved on by one of many, and recorded once', async () => {
    const { digestSlots, id } = await subscribed();
    const moves = await Promise.all(Array.from({ length: 5 }, () => digestSlots.move(id, due, afterThat)));
    expect(moves.filter(Boolean)).toHaveLength(1);
    const records = await Promise.all(
      Array.from({ length: 5 }, () => digestSlots.record(id, slot(due, 'a'), noon)),
    );
    expect(records.filter(Boolean)).toHaveLength(1);
    await digestSlots.record(id, { ...slot(afterThat), outcome: 'skipped_late', isLate: true }, later);
    expect(await digestSlots.last(id, 5)).toEqual([
      { dueAt: afterThat, outcome: 'skipped_late', letterKey: null, isLate: true },
      slot(due, 'a'),
    ]);
    expect(await digestSlots.last(id, 1)).toHaveLength(1);
  });

  test('readers have been told until the last digest that was written and not taken back', async () => {
    const { store, digestSlots, outbox, id } = await subscribed();
    expect([await digestSlots.toldUntil(id), await digestSlots.first(id)]).toEqual([null, null]);
    const address = { platform: 'test', externalId: 'east', channel: null };
    const write = (key: string) => outbox.write({ key, kind: 'digest', address, language: 'en', view }, noon);
    await write('first');
    await digestSlots.record(id, slot(noon, 'first'), noon);
    await write('second');
    await digestSlots.record(id, slot(due, 'second'), later);
    await digestSlots.record(id, { ...slot(afterThat), outcome: 'skipped_late' }, afterThat);
    expect(await digestSlots.toldUntil(id)).toEqual(later);
    expect(await store.outbox.withdraw('second')).toBe(true);
    expect(await store.outbox.withdraw('second')).toBe(false);
    expect(await digestSlots.toldUntil(id)).toEqual(noon);
    await digestSlots.record(id, slot(later), later);
    expect(await digestSlots.toldUntil(id)).toEqual(later);
    expect(await digestSlots.first(id)).toEqual(noon);
  });

  test('a place that moves takes its digests along, and those of the new address where it has none', async () => {
    const { store, subscriptions, spot, east, west, mei, bo, id } = await subscribed();
    await subscriptions.setDigest(
      { placeId: west, channel: null },
      { ...choice, day: 'friday' },
      due,
      bo,
      later,
    );
    await subscriptions.setDigest(
      { placeId: west, channel: 'jobs' },
      { ...choice, day: 'sunday' },
      due,
      bo,
      later,
    );
    await store.places.move('test', 'east', 'west');
    expect(await subscriptions.digest(spot)).toMatchObject({ id, weekly: { day: 'monday' }, changedBy: mei });
    expect(await subscriptions.digest({ placeId: east, channel: 'jobs' })).toMatchObject({
      weekly: { day: 'sunday' },
    });
    const held = await store.transaction((rooms) => rooms.digestSlots.hold(due, []));
    expect(held?.address).toEqual({ platform: 'test', externalId: 'west', channel: null });
  });

  test('of two people who become one, both keep what they set', async () => {
    const { store, subscriptions, spot, mei, bo, id } = await subscribed();
    const bos = await chatOf(store, 'Bo');
    await subscriptions.setAlerts(bos, null, bo, noon);
    await subscriptions.stop(id, 'paused', bo, later);
    await store.people.merge(bo, mei);
    expect(await subscriptions.digest(spot)).toMatchObject({ changedBy: mei });
    expect(await subscriptions.alertReaders()).toMatchObject([{ personId: mei }]);
  });

  test('a person is shown what they set, and erasing ends what is sent to them', async () => {
    const { store, subscriptions, spot, mei, bo, id } = await subscribed();
    const chat = await chatOf(store, 'Mei');
    await subscriptions.setDigest({ placeId: chat, channel: null }, choice, due, mei, noon);
    await subscriptions.setAlerts(chat, { from: '22:00', until: '08:00' }, mei, noon);
    await subscriptions.stop(id, 'paused', mei, later);
    const kept = await store.privacy.about(mei);
    expect(kept['subscriptions']).toMatchObject([
      { kind: 'digest', day: 'monday', zone: 'Asia/Shanghai', state: 'paused' },
      { kind: 'digest', place_id: chat },
      { kind: 'alerts', place_id: chat, quiet_from: '22:00' },
    ]);
    expect(kept['stopped_subscriptions']).toMatchObject([
      { state: 'paused', changed_at: later.toISOString() },
    ]);
    expect((await store.privacy.about(bo))['subscriptions']).toEqual([]);
    await store.privacy.erase(mei, () => '');
    expect(await subscriptions.alertReaders()).toEqual([]);
    expect(await subscriptions.digest({ placeId: chat, channel: null })).toBeNull();
    expect(await subscriptions.digest(spot)).toMatchObject({ weekly: mondays });
  });
});
