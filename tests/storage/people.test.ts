import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';

import { blankOpening } from '../../core/opening.ts';
import { connect, parseDatabaseUrl } from '../../storage/connection.ts';
import {
  aboutToHandIn,
  freshStore,
  freshUrl,
  handedIn,
  kinds,
  lasting,
  later,
  noon,
  opened,
  population,
} from './stores.ts';

const tomorrow = new Date('2026-11-12T00:00:00.000Z');

test.each(lasting)('on %s, who referred an opening twice did so at the earlier time', async (kind) => {
  const url = await freshUrl(kind);
  const store = await opened(url);
  const all = await population(store);
  const { mei, bo } = all;
  const first = await store.openings.add(handedIn(all), noon);
  const second = await store.openings.add(handedIn(all), later);
  const { db } = await connect(parseDatabaseUrl(url));
  onTestFinished(() => db.destroy());
  for (const [id, at] of [
    [first, later],
    [second, noon],
  ] as const) {
    await sql`insert into opening_referrers values (${id}, ${bo}, ${at.toISOString()})`.execute(db);
  }
  await store.people.merge(mei, bo);
  for (const id of [first, second])
    expect(await store.openings.referrers(id)).toEqual([{ personId: bo, name: 'Bo', at: noon }]);
});

describe.each(kinds)('on %s', (kind) => {
  describe('two people who become one', () => {
    async function met() {
      const store = await freshStore(kind);
      return { store, ...(await population(store)) };
    }

    test('are met as one person by either account, and have both', async () => {
      const { store, mei, bo } = await met();
      await store.people.merge(bo, mei);
      expect(
        (
          await store.people.identify(
            { platform: 'test', externalId: 'Bo', name: 'Bo', language: null },
            later,
          )
        ).id,
      ).toBe(mei);
      expect(
        (
          await store.people.identify(
            { platform: 'test', externalId: 'Mei', name: 'Mei', language: null },
            later,
          )
        ).id,
      ).toBe(mei);
      expect(await store.people.names([mei, bo])).toEqual(new Map([[mei, 'Mei']]));
      expect(await store.people.accounts(mei)).toEqual([
        { platform: 'test', externalId: 'Bo', name: 'Bo', language: null },
        { platform: 'test', externalId: 'Mei', name: 'Mei', language: null },
      ]);
    });

    test('have their openings, decisions, changes, drafts and dialogues together', async () => {
      const { store, mei, bo, east, west } = await met();
      const all = { mei, bo, east, west };
      const { openings } = store;
      const id = await openings.add(handedIn(all, {}, { submitterId: bo, audience: 'place:0' }), noon);
      await openings.decide(id, { from: ['open'], to: 'rejected', by: bo, reason: null }, noon);
      const judged = { fit: 'good', score: 1, judgedBy: 'k' } as const;
      const poet = { opening: { ...blankOpening, title: 'Poet' }, evidence: {}, searchText: '', ...judged };
      await openings.change(id, poet, bo, noon);
      const draft = await store.drafts.begin(aboutToHandIn({ mei: bo, east }), noon);
      await store.dialogues.save(east, mei, 'hers', noon);
      await store.dialogues.save(east, bo, 'his', later);
      await store.dialogues.save(west, bo, 'his', later);

      await store.people.merge(bo, mei);
      const found = await openings.find(id, { personId: mei, all: false, audiences: [] });
      expect(found).toMatchObject({ submitterId: mei, decidedBy: mei });
      expect((await openings.changes(id)).map(({ by }) => by)).toEqual([mei]);
      expect((await store.drafts.find(draft, mei))?.id).toBe(draft);
      expect(await store.dialogues.find(east, mei)).toEqual({ json: 'hers', savedAt: noon });
      expect(await store.dialogues.find(west, mei)).toEqual({ json: 'his', savedAt: later });
    });

    test('have their moves, questions and notes together', async () => {
      const { store, mei, bo, east, west } = await met();
      const id = await store.openings.add(handedIn({ mei, bo, east, west }), noon);
      await store.stages.move(id, { from: null, to: 'applied', note: 'his', by: bo }, noon);
      const asked = { profileId: 'lin', placeId: east, channel: null, audience: 'private', question: 'Why?' };
      const question = await store.inquiries.ask({ ...asked, askerId: bo }, noon);
      await store.notes.write('lin', 'his', bo, noon);
      await store.people.merge(bo, mei);
      const own = { personId: mei, all: false, audiences: [] };
      expect((await store.inquiries.find(question, own))?.askerId).toBe(mei);
      expect(await store.privacy.about(mei)).toMatchObject({
        moves: [{ opening_id: id, stage_after: 'applied', note: 'his' }],
        notes: [{ text: 'his' }],
      });
    });

    test('have referred what either of them did', async () => {
      const { store, mei, bo, east, west } = await met();
      const all = { mei, bo, east, west };
      const id = await store.openings.add(handedIn(all), later);
      const other = await store.openings.add(handedIn(all, {}, { submitterId: bo }), noon);
      await store.people.merge(mei, bo);
      expect(await store.openings.referrers(id)).toEqual([{ personId: bo, name: 'Bo', at: later }]);
      expect(await store.openings.referrers(other)).toEqual([{ personId: bo, name: 'Bo', at: noon }]);
    });

    test.each([
      { mine: null, theirs: 'zh', after: 'zh' },
      { mine: 'en', theirs: 'zh', after: 'en' },
      { mine: 'zh', theirs: null, after: 'zh' },
      { mine: null, theirs: null, after: null },
    ] as const)('speak $after after $mine and $theirs', async ({ mine, theirs, after }) => {
      const { store, mei, bo } = await met();
      if (mine !== null) await store.people.setLanguage(mei, mine);
      if (theirs !== null) await store.people.setLanguage(bo, theirs);
      await store.people.merge(bo, mei);
      const account = { platform: 'test', externalId: 'Bo', name: 'Bo', language: null };
      expect(await store.people.identify(account, later)).toEqual({ id: mei, language: after });
    });

    test('stay as they are when one of them does not exist, or both are the same', async () => {
      const { store, mei } = await met();
      await store.people.merge(mei, mei);
      await expect(store.people.merge(4711, mei)).rejects.toThrow('there is no person 4711');
      await expect(store.people.merge(mei, 4711)).rejects.toThrow('there is no person 4711');
      expect(await store.people.names([mei])).toEqual(new Map([[mei, 'Mei']]));
    });
  });

  describe('a code for linking', () => {
    test('works once, for one of many', async () => {
      const store = await freshStore(kind);
      const { mei } = await population(store);
      await store.links.offer('code', mei, later);
      expect(await store.links.owner('code', noon)).toBe(mei);
      const takers = await Promise.all(Array.from({ length: 5 }, () => store.links.take('code', noon)));
      expect(takers.filter((taker) => taker === mei)).toHaveLength(1);
      expect(await store.links.owner('code', noon)).toBeNull();
    });

    test('ends at its time, and with the next code', async () => {
      const store = await freshStore(kind);
      const { mei, bo } = await population(store);
      await store.links.offer('first', mei, later);
      await store.links.offer('other', bo, later);
      expect(await store.links.take('first', later)).toBeNull();
      await store.links.offer('second', mei, tomorrow);
      expect(await store.links.take('first', noon)).toBeNull();
      expect(await store.links.take('second', later)).toBe(mei);
      expect(await store.links.take('other', noon)).toBe(bo);
    });
  });
});
