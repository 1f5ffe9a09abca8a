// Openings that were handed in: how they are found, decided and changed.

import { sql, type SqlBool } from 'kysely';

import type { Fit } from '../core/matching.ts';
import { type Evidence, type Opening, type OpeningField, openingFields } from '../core/opening.ts';
import { canBeId, dateOf, dateText, openingOf, storable } from './columns.ts';
import { atomically, type Database } from './connection.ts';
import { keepKeys } from './duplicate-keys.ts';
import type { Dialect, OpeningState as RowState } from './schema.ts';
import { idsFound, indexText } from './search-index.ts';
import {
  inThisOrder,
  type Judged,
  type NewOpening,
  type StoredOpening,
  storedOpening,
  type Viewer,
  visibleTo,
  withMerged,
} from './stored-opening.ts';

export interface OpeningSearch {
  readonly profileId: string;
  readonly viewer: Viewer;
  readonly states: readonly RowState[];
  /** Words that all have to occur. */
  readonly query?: string;
  readonly fit?: Fit;
  /** By fit, then by score, the newest first among equals; or in the order they came. */
  readonly order: 'best' | 'oldest';
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

export interface Decision {
  readonly from: readonly RowState[];
  readonly to: Exclude<RowState, 'closed'>;
  readonly by: number;
  readonly reason: string | null;
}

export interface Correction extends Judged {
  readonly opening: Opening;
  readonly evidence: Evidence;
  readonly searchText: string;
}

export interface OpeningChange {
  readonly field: OpeningField;
  readonly before: unknown;
  readonly after: unknown;
  readonly by: number;
  readonly at: Date;
}

export interface Referrer {
  readonly personId: number;
  readonly name: string;
  readonly at: Date;
}

export function openingsIn(db: Database, dialect: Dialect) {
  return {
    async add(added: NewOpening, now: Date): Promise<number> {
      return atomically(db, async (transaction) => {
        const text = storable(added.text);
        const { id } = await transaction
          .insertInto('openings')
          .values({
            profile_id: added.profileId,
            place_id: added.placeId,
            audience: added.audience,
            submitter_id: added.submitterId,
            state: added.state,
            closed_from: null,
            merged_into: null,
            fit: added.fit,
            score: added.score,
            judged_by: added.judgedBy,
            created_at: dateText(now),
            decided_at: null,
            decided_by: null,
            reason: null,
            source: added.source,
            opening: JSON.stringify(added.opening),
            evidence: JSON.stringify(added.evidence),
            text,
            as_read: added.asRead ? JSON.stringify(added.asRead) : null,
            post_id: added.postId ?? null,
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        await indexText(transaction, dialect, id, indexedText(added.opening, text, added.searchText));
        await keepKeys(transaction, id, added.opening, text);
        await transaction
          .insertInto('opening_referrers')
          .values({ opening_id: id, person_id: added.submitterId, referred_at: dateText(now) })
          .execute();
        return id;
      });
    },

    /** `null` when there is none, and when this viewer must not know of it. */
    async find(id: number, viewer: Viewer): Promise<StoredOpening | null> {
      if (!canBeId(id)) return null;
      const row = await db
        .selectFrom('openings')
        .selectAll()
        .where('id', '=', id)
        .where(visibleTo(viewer))
        .executeTakeFirst();
      return row === undefined ? null : storedOpening(row);
    },

    /** Those that were handed in together from one post. */
    async ofPost(postId: number): Promise<readonly StoredOpening[]> {
      const rows = await db
        .selectFrom('openings')
        .selectAll()
        .where('post_id', '=', postId)
        .orderBy('id')
        .execute();
      return rows.map(storedOpening);
    },

    /** Within a transaction: as it is now, and so it stays for others until the end. `null` when there is none. */
    async hold(id: number): Promise<StoredOpening | null> {
      if (!canBeId(id)) return null;
      const found = db.selectFrom('openings').selectAll().where('id', '=', id);
      // A transaction on SQLite holds the whole database already.
      const row = await (dialect === 'postgres' ? found.forUpdate() : found).executeTakeFirst();
      return row === undefined ? null : storedOpening(row);
    },

    /** One page, and how many there are on all pages. */
    async search({
      profileId,
      viewer,
      states,
      query,
      fit,
      order,
      page,
      size,
    }: OpeningSearch): Promise<{ readonly items: readonly StoredOpening[]; readonly total: number }> {
      let found = db
        .selectFrom('openings')
        .where('profile_id', '=', profileId)
        .where('state', 'in', states)
        .where(visibleTo(viewer));
      if (fit !== undefined) found = found.where('fit', '=', fit);
      if (query !== undefined) found = found.where(sql<SqlBool>`id in ${idsFound(dialect, query)}`);
      const { total } = await found
        .select(sql<number>`cast(count(*) as integer)`.as('total'))
        .executeTakeFirstOrThrow();
      const offset = (page - 1) * size;
      if (offset >= total) return { items: [], total };
      // The names of the fits sort as the fits do: good, partial, poor.
      const inOrder =
        order === 'best'
          ? found.orderBy('fit', 'asc').orderBy('score', 'desc').orderBy('id', 'desc')
          : found.orderBy('id', 'asc');
      // Sorted by what the index holds: the rows themselves are large.
      const ids = await inOrder.select('id').limit(size).offset(offset).execute();
      return { items: await inThisOrder(ids, db), total };
    },

    /** Compare and set: `false` when it is in none of the states `from` any more. */
    async decide(id: number, { from, to, by, reason }: Decision, now: Date): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('openings')
        .set({ state: to, closed_from: null, ...decidedColumns(by, reason, now) })
        .where('id', '=', id)
        .where('state', 'in', from)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    /** `false` when it neither waits nor stands. */
    async close(
      id: number,
      { by, reason }: { readonly by: number; readonly reason: string | null },
      now: Date,
    ): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('openings')
        .set((eb) => ({
          state: 'closed',
          closed_from: eb.ref('state'),
          ...decidedColumns(by, reason, now),
        }))
        .where('id', '=', id)
        .where('state', 'in', ['pending', 'open'])
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    /** Back to the state it was closed from; `false` when it is not closed, or merged. */
    async reopen(id: number, { by }: { readonly by: number }, now: Date): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('openings')
        .set((eb) => ({
          state: eb.ref('closed_from').$notNull(),
          closed_from: null,
          ...decidedColumns(by, null, now),
        }))
        .where('id', '=', id)
        .where('state', '=', 'closed')
        .where('merged_into', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    /** One that is closed waits for review when it is opened again, also where it stood before. */
    async reviewOnReturn(id: number): Promise<void> {
      await db
        .updateTable('openings')
        .set({ closed_from: 'pending' })
        .where('id', '=', id)
        .where('state', '=', 'closed')
        .where('merged_into', 'is', null)
        .execute();
    },

    /** Corrects what is known, and keeps who changed which field; `false` when there is no such opening. */
    async change(
      id: number,
      { opening, evidence, searchText, fit, score, judgedBy }: Correction,
      by: number,
      now: Date,
    ): Promise<boolean> {
      return atomically(db, async (transaction) => {
        // Writing first locks the row on both databases, so that no other change comes between reading and writing.
        const row = await transaction
          .updateTable('openings')
          .set({ fit, score, judged_by: judgedBy })
          .where('id', '=', id)
          .returning(['opening', 'text'])
          .executeTakeFirst();
        if (row === undefined) return false;
        await transaction
          .updateTable('openings')
          .set({ opening: JSON.stringify(opening), evidence: JSON.stringify(evidence) })
          .where('id', '=', id)
          .execute();
        await indexText(transaction, dialect, id, indexedText(opening, row.text, searchText));
        await keepKeys(transaction, id, opening, row.text);
        const before = openingOf(row.opening);
        const changes = openingFields
          .map((field) => ({
            opening_id: id,
            field,
            value_before: JSON.stringify(before[field]),
            value_after: JSON.stringify(opening[field]),
            changed_by: by,
            changed_at: dateText(now),
          }))
          .filter((change) => change.value_before !== change.value_after);
        if (changes.length > 0) await transaction.insertInto('opening_changes').values(changes).execute();
        return true;
      });
    },

    /** Every change of a field, oldest first. */
    async changes(id: number): Promise<readonly OpeningChange[]> {
      const rows = await db
        .selectFrom('opening_changes')
        .selectAll()
        .where('opening_id', '=', id)
        .orderBy('id')
        .execute();
      return rows.flatMap((row) =>
        openingFields
          .filter((field) => field === row.field)
          .map((field) => ({
            field,
            before: JSON.parse(row.value_before) as unknown,
            after: JSON.parse(row.value_after) as unknown,
            by: row.changed_by,
            at: dateOf(row.changed_at),
          })),
      );
    },

    /** Who handed it in, or what was merged into it, the first one first. */
    async referrers(id: number): Promise<readonly Referrer[]> {
      const rows = await db
        .selectFrom('opening_referrers')
        .innerJoin('people', 'people.id', 'opening_referrers.person_id')
        .select(['people.id', 'people.name', (eb) => eb.fn.min('opening_referrers.referred_at').as('since')])
        .where(sql<SqlBool>`opening_referrers.opening_id in ${withMerged(id)}`)
        .groupBy(['people.id', 'people.name'])
        .orderBy('since')
        .orderBy('people.id')
        .execute();
      return rows.map((row) => ({ personId: row.id, name: row.name, at: dateOf(row.since) }));
    },
  };
}

export const decidedColumns = (by: number, reason: string | null, now: Date) => ({
  decided_at: dateText(now),
  decided_by: by,
  reason: reason === null ? null : storable(reason),
});

/** Everything that an opening is found by. */
export const indexedText = (opening: Opening, text: string, searchText: string): string =>
  [
    opening.title ?? '',
    ...opening.titles,
    opening.company ?? '',
    ...opening.locations,
    ...opening.skills,
    text,
    searchText,
  ].join('\n');
