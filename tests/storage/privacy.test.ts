import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';

import { blankOpening } from '../../core/opening.ts';
import { connect, parseDatabaseUrl } from '../../storage/connection.ts';
import { inquiryKey } from '../../storage/inquiries.ts';
import { letter } from './letters.ts';
import {
  aboutToHandIn,
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
  readingsOf,
  wide,
} from './stores.ts';

const secret = 'mei@example.org';
const noNames = () => '';

test.each(lasting)('on %s an erased opening leaves no word in the index', async (kind) => {
  const url = await freshUrl(kind);
  const store = await opened(url);
  const all = await population(store);
  for (const state of ['pending', 'open'] as const)
    await store.openings.add(handedIn(all, { title: 'Poet' }, { state }), noon);
  await store.privacy.erase(all.mei, noNames);
  const { db, dialect } = await connect(parseDatabaseUrl(url));
  onTestFinished(() => db.destroy());
  const id = sql.ref(dialect === 'sqlite' ? 'rowid' : 'opening_id');
  const { rows } = await sql<{ id: number }>`select ${id} as id from opening_search`.execute(db);
  expect(rows).toEqual([{ id: 2 }]);
});

describe.each(kinds)('on %s', (kind) => {
  /** Mei has left a trace of every kind; Bo has things of the same kinds, which must not be touched. */
  async function traces() {
    const store = await freshStore(kind);
    const all = await population(store);
    const { mei, bo, east } = all;
    const own = { platform: 'test', externalId: 'Mei', kind: 'private' } as const;
    const chat = await store.places.locate(own, { zone: 'UTC' }, noon);
    await store.places.setLanguage(chat.id, 'zh');
    await store.places.shutOut('test', 'Mei', 'blocked', noon);
    await store.people.setLanguage(mei, 'zh');
    const opening = { title: 'Poet', contact: secret, applyUrl: 'https://acme.example.org' };
    const add = (title: string, personId: number, state: 'open' | 'pending' = 'open') =>
      store.openings.add(
        handedIn(
          all,
          { ...opening, title },
          {
            submitterId: personId,
            state,
            placeId: personId === mei ? chat.id : east,
            text: `${title}: write to ${secret}`,
            source: 'message 7',
            evidence: { title: [title], contact: [secret] },
            asRead: { isOpening: true, opening: { ...blankOpening, ...opening, title } },
          },
        ),
        noon,
      );
    const shown = await add('Poet', mei);
    const waiting = await add('Clerk', mei, 'pending');
    const withdrawn = await add('Cook', mei, 'pending');
    await store.openings.close(withdrawn, { by: mei, reason: null }, noon);
    const refused = await add('Thief', mei, 'pending');
    await store.openings.decide(refused, { from: ['pending'], to: 'rejected', by: bo, reason: null }, noon);
    const bos = await add('Painter', bo);
    await store.openings.close(bos, { by: mei, reason: 'filled' }, noon);
    await store.openings.change(
      shown,
      {
        opening: { ...blankOpening, ...opening, contact: `new ${secret}` },
        evidence: { title: ['Poet'], contact: [secret] },
        searchText: '',
        fit: 'good',
        score: 10,
        judgedBy: 'k1',
      },
      mei,
      later,
    );
    const asRead = { isOpening: true, opening: { ...blankOpening, contact: secret } };
    const job = {
      opening: blankOpening,
      evidence: {},
      doubts: [],
      text: secret,
      asRead,
      choice: 'in',
    } as const;
    const draft = aboutToHandIn(all, {
      text: secret,
      opening: blankOpening,
      evidence: {},
      asRead,
      jobs: [job],
    });
    await store.drafts.begin(draft, noon);
    await store.drafts.begin({ ...draft, personId: bo }, noon);
    await store.dialogues.save(east, mei, '{"step":1}', noon);
    await store.dialogues.save(east, bo, '{"step":2}', noon);
    await store.links.offer('CODE', mei, later);
    const asked = { profileId: 'lin', placeId: east, channel: null, audience: `place:${east}` };
    const question = await store.inquiries.ask({ ...asked, askerId: mei, question: secret }, noon);
    const bosQuestion = await store.inquiries.ask({ ...asked, askerId: bo, question: 'Bo asks' }, noon);
    await store.stages.move(bos, { from: null, to: 'applied', note: secret, by: mei }, noon);
    await store.notes.write('lin', secret, mei, noon);
    await store.contacts.setNamed(mei, true);
    await store.contacts.setNews(mei, false);
    const write = (key: string, externalId: string, text: string) =>
      store.outbox.write(
        {
          key,
          kind: 'news',
          address: { platform: 'test', externalId, channel: null },
          language: 'en',
          view: { kind: 'view', blocks: [{ kind: 'text', text: [text] }] },
        },
        noon,
      );
    await write('decision 1', 'Mei', `Dear ${secret}`);
    await write(`${inquiryKey(question)}asked`, 'Bo', secret);
    await write(`${inquiryKey(bosQuestion)}asked`, 'Bo', 'Bo asks');
    await store.outbox.write(
      letter({ key: 'to the east', address: { platform: 'test', externalId: 'Mei', channel: '7' } }),
      noon,
    );
    return { store, ...all, question, bosQuestion, shown, waiting, withdrawn, refused, bos };
  }

  test('a person is shown everything that is kept about them, and nothing of others', async () => {
    const { store, mei, shown, waiting, withdrawn, refused, bos } = await traces();
    const kept = JSON.parse(JSON.stringify(await store.privacy.about(mei))) as Record<string, unknown[]>;
    expect(kept['person']).toMatchObject({ name: 'Mei', language: 'zh' });
    expect(kept['accounts']).toMatchObject([{ platform: 'test', external_id: 'Mei' }]);
    expect(kept['private_chats']).toMatchObject([
      { external_id: 'Mei', language: 'zh', shut_out_reason: 'blocked', shut_out_at: noon.toISOString() },
    ]);
    const ids = [shown, waiting, withdrawn, refused];
    expect(kept['openings']).toMatchObject(
      ids.map((id) => ({ id, opening: { applyUrl: 'https://acme.example.org' } })),
    );
    expect(kept['referrals']).toMatchObject(ids.map((id) => ({ opening_id: id })));
    expect(kept['corrections']).toMatchObject([{ opening_id: shown, field: 'contact' }]);
    expect(kept['decisions']).toMatchObject([
      { opening_id: withdrawn },
      { opening_id: bos, reason: 'filled' },
    ]);
    expect(kept['drafts']).toMatchObject([{ text: secret, opening: { title: null } }]);
    expect(kept['draft_jobs']).toMatchObject([
      { n: 1, text: secret, as_read: { opening: { contact: secret } } },
    ]);
    expect(kept['dialogues']).toMatchObject([{ state: '{"step":1}' }]);
    expect(kept['link_codes']).toMatchObject([{ code: 'CODE' }]);
    expect(kept['person']).toMatchObject({ is_named: 1, wants_news: 0 });
    expect(kept['moves']).toMatchObject([{ opening_id: bos, stage_after: 'applied', note: secret }]);
    expect(kept['questions']).toMatchObject([{ question: secret, answer: null }]);
    expect(kept['notes']).toMatchObject([{ text: secret }]);
    expect(kept['letters']).toMatchObject([
      { kind: 'news', view: { blocks: [{ text: [`Dear ${secret}`] }] } },
    ]);
    expect(JSON.stringify(kept)).not.toMatch(/Bo|step":2/);
  });

  test('of an erased person nothing is left but what was shown, without author, words and contact', async () => {
    const { store, mei, bo, east, shown, waiting, withdrawn, refused, bos, bosQuestion } = await traces();
    await store.privacy.erase(mei, noNames);
    expect(JSON.stringify(await store.privacy.about(mei))).not.toMatch(/Mei|mei@|message 7|CODE|step/);
    for (const id of [waiting, withdrawn, refused])
      expect(await store.openings.find(id, everything)).toBeNull();
    expect(await store.openings.find(shown, everything)).toMatchObject({
      opening: { title: 'Poet', contact: null, applyUrl: 'https://acme.example.org' },
      evidence: { title: ['Poet'] },
      text: '',
      source: null,
    });
    const readings = await readingsOf(store);
    expect(readings.map(({ id }) => id)).toEqual([`opening-${bos}`, 'draft-2-1']);
    expect(await store.openings.referrers(shown)).toEqual([]);
    expect(await store.openings.changes(shown)).toEqual([]);
    const found = async (query: string) =>
      (await store.openings.search({ ...wide, viewer: everything, query })).items.map(({ id }) => id);
    expect(await found('poet')).toEqual([shown]);
    expect(await found('write')).toEqual([bos]);
    expect(await found('clerk')).toEqual([]);
    expect(await store.links.owner('CODE', noon)).toBeNull();
    expect(await store.dialogues.find(east, mei)).toBeNull();
    const keys = (await store.deliveries.due('test', { most: 9, except: [] }, noon)).map(({ key }) => key);
    expect(keys.toSorted()).toEqual([`${inquiryKey(bosQuestion)}asked`, 'to the east']);

    expect(await store.openings.find(bos, everything)).toMatchObject({
      text: expect.stringContaining(secret),
    });
    expect(await store.openings.referrers(bos)).toHaveLength(1);
    expect(await store.drafts.latest(bo, east)).not.toBeNull();
    expect(await store.dialogues.find(east, bo)).not.toBeNull();
  });

  test('an erased person leaves no question, no note, no letter and no consent behind', async () => {
    const { store, mei, bo, question, bosQuestion, bos } = await traces();
    await store.privacy.erase(mei, noNames);
    expect(await store.inquiries.find(question, everything)).toBeNull();
    expect(await store.inquiries.find(bosQuestion, everything)).not.toBeNull();
    expect(await store.notes.since('lin', new Date(0))).toEqual([]);
    expect(await store.stages.newest(bos)).toMatchObject({ after: 'applied', note: null });
    expect(await store.contacts.wishes(mei)).toEqual({ isNamed: false, wantsNews: true });
    expect((await store.privacy.about(bo))['letters']).toMatchObject([
      { view: { blocks: [{ text: ['Bo asks'] }] } },
    ]);
    expect(await store.outbox.withdraw('decision 1')).toBe(false);
  });

  test('why an erased person closed what was theirs goes with them, why a moderator did stays', async () => {
    const { store, mei, bo, shown, bos } = await traces();
    await store.openings.close(shown, { by: mei, reason: secret }, noon);
    await store.openings.reopen(bos, { by: bo }, noon);
    await store.openings.close(bos, { by: mei, reason: 'filled' }, noon);
    await store.privacy.erase(mei, noNames);
    expect(await store.openings.find(shown, everything)).toMatchObject({ state: 'closed', reason: null });
    expect(await store.openings.find(bos, everything)).toMatchObject({ state: 'closed', reason: 'filled' });
  });

  test('what somebody else handed in too stays theirs, and waits on', async () => {
    const store = await freshStore(kind);
    const all = await population(store);
    const { mei, bo } = all;
    const add = (submitterId: number) =>
      store.openings.add(handedIn(all, {}, { submitterId, state: 'pending' }), noon);
    const [kept, merged, joined] = [await add(mei), await add(bo), await add(mei)];
    await store.duplicates.merge(merged, kept, { by: bo }, noon);
    await store.duplicates.credit(joined, bo, noon);
    await store.privacy.erase(mei, noNames);
    for (const id of [kept, joined]) {
      expect(await store.openings.find(id, everything)).toMatchObject({ state: 'pending', text: '' });
      expect((await store.openings.referrers(id)).map(({ personId }) => personId)).toEqual([bo]);
    }
    expect(await store.openings.find(merged, everything)).toMatchObject({
      state: 'merged',
      mergedInto: kept,
    });
  });

  test('an erased person who comes back is somebody new, in a new private chat', async () => {
    const { store, mei, shown } = await traces();
    await store.privacy.erase(mei, noNames);
    const account = { platform: 'test', externalId: 'Mei', name: 'Mei', language: null };
    const again = await store.people.identify(account, later);
    expect(again).toEqual({ id: expect.any(Number), language: null });
    expect(again.id).not.toBe(mei);
    const own = { platform: 'test', externalId: 'Mei', kind: 'private' } as const;
    const chat = await store.places.locate(own, { zone: 'UTC' }, later);
    expect(chat.language).toBeNull();
    expect((await store.openings.find(shown, everything))?.placeId).not.toBe(chat.id);
  });
});
