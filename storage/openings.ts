// Openings that were handed in: who may see them, how they are found, decided, changed and judged again.
// The one condition of visibility stands here and is part of every query that a viewer makes, totals included.

import { type ExpressionBuilder, type ExpressionWrapper, sql, type SqlBool } from 'kysely';

import type { Fit } from '../core/matching.ts';
import { type Evidence, type Opening, type OpeningField, openingFields } from '../core/opening.ts';
import type { AsRead } from '../core/reading/read.ts';
import type { Stage } from '../core/referral.ts';
import { canBeId, dateOf, dateText, evidenceOf, openingOf, storable } from './columns.ts';
import { atomically, type Database } from './connection.ts';
import { keepKeys } from './duplicate-keys.ts';
import type { Dialect, OpeningRow, OpeningState as RowState, Tables } from './schema.ts';
import { idsFound, indexText } from './search-index.ts';

/** `merged` is closed for another opening, which is the same one. */
export type OpeningState = RowState | 'merged';

/**
 * Sees what is addressed to one of the audiences, and what this person handed in, unless others read along
 * (`personId` is `null`); `all`: everything.
 */
export interface Viewer {
  /** Sees openings for this profile and no other; of every profile where it is left out. */
  readonly profileId?: string;
  readonly personId: number | null;
  readonly all: boolean;
  readonly audiences: readonly string[];
}

interface Judged {
  readonly fit: Fit;
  readonly score: number;
  /** A key of what the verdict was made with: criteria and rates. */
  readonly judgedBy: string;
}

export interface NewOpening extends Judged {
  readonly profileId: string;
  readonly placeId: number;
  /** `public`, or `place:ID`. */
  readonly audience: string;
  readonly submitterId: number;
  readonly state: 'pending' | 'open';
  readonly opening: Opening;
  readonly evidence: Evidence;
  /** What was handed in, as it was. */
  readonly text: string;
  /** A link, or the platform's reference of a message. */
  readonly source: string | null;
  /** What else it is to be found by: names in other languages. */
  readonly searchText: string;
  /** What was read before anybody corrected it, where a post was read. */
  readonly asRead?: AsRead | null;
  /** Of one job of several: the draft in which they were. */
  readonly postId?: number | null;
}

export interface StoredOpening extends Omit<NewOpening, 'searchText' | 'state' | 'asRead'> {
  readonly id: number;
  readonly state: OpeningState;
  readonly postId: number | null;
  /** The opening it is one with; `null` unless it is merged. */
  readonly mergedInto: number | null;
  readonly createdAt: Date;
  /** When, by whom and why it came to its state; `null` while nobody decided. */
  readonly decidedAt: Date | null;
  readonly decidedBy: number | null;
  readonly reason: string | null;
  /** How far the seeker came with it, and since when; `null` while it is not taken up. */
  readonly stage: Stage | null;
  readonly stagedAt: Date | null;
}

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

    /** Up to `limit` openings whose verdict was made with another key. */
    async outdated(
      profileId: string,
      judgedBy: string,
      limit: number,
    ): Promise<readonly { readonly id: number; readonly opening: Opening }[]> {
      const rows = await db
        .selectFrom('openings')
        .select(['id', 'opening'])
        .where('profile_id', '=', profileId)
        // Two ranges of the index, where "not equal" would read all of it.
        .where((eb) => eb.or([eb('judged_by', '<', judgedBy), eb('judged_by', '>', judgedBy)]))
        .limit(limit)
        .execute();
      return rows.map(({ id, opening }) => ({ id, opening: openingOf(opening) }));
    },

    /** Keeps verdicts made with this key; an opening that was judged with it meanwhile keeps that verdict. */
    async setVerdicts(
      verdicts: readonly { readonly id: number; readonly fit: Fit; readonly score: number }[],
      judgedBy: string,
    ): Promise<void> {
      await atomically(db, async (transaction) => {
        for (const { id, fit, score } of verdicts) {
          await transaction
            .updateTable('openings')
            .set({ fit, score, judged_by: judgedBy })
            .where('id', '=', id)
            .where('judged_by', '<>', judgedBy)
            .execute();
        }
      });
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

/** A subquery of this id and those of all openings that were merged into it, at once or in turn. */
export const withMerged = (id: number) => sql`(
  with recursive family (id) as (
    select cast(${id} as integer)
    union select openings.id from openings join family on openings.merged_into = family.id
  )
  select id from family
)`;

/** The openings of these ids, in the order of the ids. */
export async function inThisOrder(
  ids: readonly { readonly id: number }[],
  db: Database,
): Promise<readonly StoredOpening[]> {
  if (ids.length === 0) return [];
  const wanted = ids.map(({ id }) => id);
  const rows = await db.selectFrom('openings').selectAll().where('id', 'in', wanted).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return wanted.flatMap((id) => byId.get(id) ?? []).map(storedOpening);
}

export const visibleTo =
  ({ profileId, all, audiences, personId }: Viewer) =>
  (eb: ExpressionBuilder<Tables, 'openings'>): ExpressionWrapper<Tables, 'openings', SqlBool> => {
    const shown = all
      ? eb.lit(true)
      : eb.or([
          ...(personId === null ? [] : [eb('submitter_id', '=', personId)]),
          ...(audiences.length === 0 ? [] : [eb('audience', 'in', audiences)]),
        ]);
    return profileId === undefined ? shown : eb.and([eb('profile_id', '=', profileId), shown]);
  };

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

const storedOpening = (row: OpeningRow): StoredOpening => ({
  id: row.id,
  profileId: row.profile_id,
  placeId: row.place_id,
  audience: row.audience,
  submitterId: row.submitter_id,
  state: row.merged_into === null ? row.state : 'merged',
  mergedInto: row.merged_into,
  fit: row.fit,
  score: row.score,
  judgedBy: row.judged_by,
  createdAt: dateOf(row.created_at),
  decidedAt: row.decided_at === null ? null : dateOf(row.decided_at),
  decidedBy: row.decided_by,
  reason: row.reason,
  stage: row.stage,
  stagedAt: row.staged_at === null ? null : dateOf(row.staged_at),
  source: row.source,
  opening: openingOf(row.opening),
  evidence: evidenceOf(row.evidence),
  text: row.text,
  postId: row.post_id,
});
