// Everything that is kept about one person: shown to them, or taken away. What others rely on stays without its
// author: an opening that was shown keeps its facts, not the words or the contact that came with it.

import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely';

import type { Opening } from '../core/opening.ts';
import { asReadOf, doubtsOf, evidenceOf, openingOf } from './columns.ts';
import { atomically, type Database } from './connection.ts';
import { keepKeys } from './duplicate-keys.ts';
import { inquiryKey } from './inquiries.ts';
import { indexedText } from './openings.ts';
import type { Dialect, Tables } from './schema.ts';
import { indexText, unindex } from './search-index.ts';
import { withMerged } from './stored-opening.ts';

export function privacyIn(db: Database, dialect: Dialect) {
  return {
    /** Everything about this person by what it is, as it is kept: ready to be written as JSON. */
    async about(personId: number): Promise<Readonly<Record<string, unknown>>> {
      return {
        person: await db
          .selectFrom('people')
          .select(['name', 'language', 'created_at', 'is_named', 'wants_news'])
          .where('id', '=', personId)
          .executeTakeFirst(),
        accounts: await db
          .selectFrom('accounts')
          .select(['platform', 'external_id', 'name', 'language', 'created_at', 'used_at'])
          .where('person_id', '=', personId)
          .execute(),
        private_chats: await privateChats(db, personId),
        openings: (
          await db
            .selectFrom('openings')
            .select([
              'id',
              'state',
              'reason',
              'created_at',
              'source',
              'text',
              'opening',
              'evidence',
              'as_read',
            ])
            .where('submitter_id', '=', personId)
            .orderBy('id')
            .execute()
        ).map(parsed),
        referrals: await db
          .selectFrom('opening_referrers')
          .select(['opening_id', 'referred_at'])
          .where('person_id', '=', personId)
          .orderBy('opening_id')
          .execute(),
        corrections: await db
          .selectFrom('opening_changes')
          .select(['opening_id', 'field', 'value_before', 'value_after', 'changed_at'])
          .where('changed_by', '=', personId)
          .orderBy('id')
          .execute(),
        decisions: await db
          .selectFrom('openings')
          .select(['id as opening_id', 'state', 'reason', 'decided_at'])
          .where('decided_by', '=', personId)
          .orderBy('id')
          .execute(),
        moves: await db
          .selectFrom('stage_changes')
          .select(['opening_id', 'stage_before', 'stage_after', 'note', 'changed_at'])
          .where('changed_by', '=', personId)
          .orderBy('id')
          .execute(),
        questions: await db
          .selectFrom('inquiries')
          .select(['id', 'question', 'asked_at', 'answer', 'answered_at'])
          .where('asker_id', '=', personId)
          .orderBy('id')
          .execute(),
        notes: await db
          .selectFrom('notes')
          .select(['text', 'written_at'])
          .where('written_by', '=', personId)
          .orderBy('id')
          .execute(),
        drafts: (
          await db
            .selectFrom('drafts')
            .select([
              'id',
              'state',
              'created_at',
              'source',
              'text',
              'opening',
              'evidence',
              'doubts',
              'as_read',
            ])
            .where('person_id', '=', personId)
            .orderBy('id')
            .execute()
        ).map((row) => ({ ...parsed(row), doubts: doubtsOf(row.doubts) })),
        draft_jobs: (
          await db
            .selectFrom('draft_jobs')
            .innerJoin('drafts', 'drafts.id', 'draft_jobs.draft_id')
            .selectAll('draft_jobs')
            .where('drafts.person_id', '=', personId)
            .orderBy('draft_id')
            .orderBy('n')
            .execute()
        ).map((row) => ({ ...parsed(row), doubts: doubtsOf(row.doubts) })),
        dialogues: await db
          .selectFrom('dialogues')
          .select(['state', 'saved_at'])
          .where('person_id', '=', personId)
          .execute(),
        link_codes: await db
          .selectFrom('link_codes')
          .select(['code', 'expires_at'])
          .where('person_id', '=', personId)
          .execute(),
        subscriptions: await db
          .selectFrom('subscriptions')
          .select([
            'place_id',
            'channel',
            'kind',
            'day',
            'time',
            'zone',
            'language',
            'quiet_from',
            'quiet_until',
            'state',
            'created_at',
          ])
          .where('person_id', '=', personId)
          .orderBy('id')
          .execute(),
        stopped_subscriptions: await db
          .selectFrom('subscriptions')
          .select(['place_id', 'channel', 'kind', 'state', 'changed_at'])
          .where('changed_by', '=', personId)
          .where('state', '<>', 'active')
          .orderBy('id')
          .execute(),
        letters: (
          await db
            .selectFrom('letters')
            .select(['kind', 'platform', 'language', 'view', 'state', 'reason', 'due_at', 'ended_at'])
            .where(toPrivateChats(personId))
            .orderBy('letters.id')
            .execute()
        ).map(({ view, ...row }) => ({ ...row, view: view === null ? null : (JSON.parse(view) as unknown) })),
      };
    },

    /**
     * Takes away everything about this person, for good. Openings that nobody has seen yet go; those that were shown
     * stay without their author. `searchText` is what such an opening is found by besides its fields.
     */
    async erase(personId: number, searchText: (opening: Opening) => string): Promise<void> {
      await atomically(db, async (transaction) => {
        await removeUnseen(transaction, dialect, personId);
        await anonymise(transaction, dialect, personId, searchText);
        await transaction.deleteFrom('drafts').where('person_id', '=', personId).execute();
        await transaction.deleteFrom('opening_referrers').where('person_id', '=', personId).execute();
        await removeWords(transaction, personId);
        await transaction.deleteFrom('dialogues').where('person_id', '=', personId).execute();
        await transaction.deleteFrom('link_codes').where('person_id', '=', personId).execute();
        await transaction.deleteFrom('letters').where(toPrivateChats(personId)).execute();
        await leavePrivateChats(transaction, personId);
        await transaction.deleteFrom('accounts').where('person_id', '=', personId).execute();
        await transaction
          .updateTable('people')
          .set({ name: '', language: null, is_named: 0, wants_news: 1 })
          .where('id', '=', personId)
          .execute();
      });
    },
  };
}

/** A row with its JSON as what it stands for. */
const parsed = <Row extends { opening: string; evidence: string; as_read: string | null }>(row: Row) => ({
  ...row,
  opening: openingOf(row.opening),
  evidence: evidenceOf(row.evidence),
  as_read: row.as_read === null ? null : asReadOf(row.as_read),
});

/** A private chat has the id of the account it is with. */
const privateChats = (db: Database, personId: number) =>
  db
    .selectFrom('places')
    .innerJoin('accounts', (join) =>
      join
        .onRef('accounts.platform', '=', 'places.platform')
        .onRef('accounts.external_id', '=', 'places.external_id'),
    )
    .select([
      'places.id',
      'places.platform',
      'places.external_id',
      'places.language',
      'places.zone',
      'places.shut_out_reason',
      'places.shut_out_at',
    ])
    .where('places.kind', '=', 'private')
    .where('accounts.person_id', '=', personId)
    .execute();

/** What they asked with what was answered, and what they wrote to others. */
async function removeWords(db: Database, personId: number): Promise<void> {
  const asked = await db.selectFrom('inquiries').select('id').where('asker_id', '=', personId).execute();
  for (const { id } of asked) {
    await db
      .deleteFrom('letters')
      .where('key', 'like', `${inquiryKey(id)}%`)
      .execute();
    await db.deleteFrom('inquiries').where('id', '=', id).execute();
  }
  await db.updateTable('stage_changes').set({ note: null }).where('changed_by', '=', personId).execute();
  await db.deleteFrom('notes').where('written_by', '=', personId).execute();
}

/** Letters to these chats; in the open they are addressed to a part of a place, or to a place that nobody is. */
const toPrivateChats =
  (personId: number) =>
  (eb: ExpressionBuilder<Tables, 'letters'>): Expression<SqlBool> =>
    eb.and([
      eb('channel', 'is', null),
      eb.exists(
        eb
          .selectFrom('accounts')
          .select('person_id')
          .whereRef('accounts.platform', '=', 'letters.platform')
          .whereRef('accounts.external_id', '=', 'letters.external_id')
          .where('person_id', '=', personId),
      ),
    ]);

/** Openings that waited, were refused, or were withdrawn before anybody saw them, and that nobody else handed in too. */
async function removeUnseen(db: Database, dialect: Dialect, personId: number): Promise<void> {
  const unseen = await db
    .selectFrom('openings')
    .select('id')
    .where('submitter_id', '=', personId)
    .where((eb) => eb.or([eb('state', 'in', ['pending', 'rejected']), eb('closed_from', '=', 'pending')]))
    .execute();
  for (const { id } of unseen) {
    const others = await db
      .selectFrom('opening_referrers')
      .select('person_id')
      .where(sql<SqlBool>`opening_id in ${withMerged(id)}`)
      .where('person_id', '<>', personId)
      .limit(1)
      .execute();
    if (others.length > 0) continue;
    await unindex(db, dialect, id);
    await db.deleteFrom('openings').where('id', '=', id).execute();
  }
}

async function anonymise(
  db: Database,
  dialect: Dialect,
  personId: number,
  searchText: (opening: Opening) => string,
): Promise<void> {
  const shown = await db
    .selectFrom('openings')
    .select(['id', 'opening', 'evidence'])
    .where('submitter_id', '=', personId)
    .execute();
  for (const row of shown) {
    const opening: Opening = { ...openingOf(row.opening), contact: null };
    const { contact: _, ...evidence } = evidenceOf(row.evidence);
    await db
      .updateTable('openings')
      .set({
        opening: JSON.stringify(opening),
        evidence: JSON.stringify(evidence),
        as_read: null,
        text: '',
        source: null,
      })
      .where('id', '=', row.id)
      .execute();
    await db
      .updateTable('openings')
      .set({ reason: null })
      .where('id', '=', row.id)
      .where('decided_by', '=', personId)
      .execute();
    await indexText(db, dialect, row.id, indexedText(opening, '', searchText(opening)));
    await keepKeys(db, row.id, opening, '');
    await db
      .deleteFrom('opening_changes')
      .where('opening_id', '=', row.id)
      .where('field', '=', 'contact')
      .execute();
  }
}

/** What was handed in there stays in a place that belongs to nobody any more, and to which nothing is sent. */
async function leavePrivateChats(db: Database, personId: number): Promise<void> {
  for (const { id } of await privateChats(db, personId)) {
    await db.deleteFrom('subscriptions').where('place_id', '=', id).execute();
    await db
      .updateTable('places')
      .set({ external_id: `erased-${id}`, language: null, shut_out_reason: null, shut_out_at: null })
      .where('id', '=', id)
      .execute();
  }
}
