// Letters: messages that the bot sends of its own accord. Written in the same transaction as what causes them, each
// under a key that cannot exist twice; and what became of them. How they are carried stands in deliveries.ts.

import { type Expression, type Selectable, sql, type SqlBool } from 'kysely';

import type { Language } from '../core/language.ts';
import type { View } from '../core/view.ts';
import { dateOf, dateText, storable } from './columns.ts';
import type { Database } from './connection.ts';
import type { LetterFailure, LetterKind, LetterState, PartState, Tables } from './schema.ts';

export type { DeadEnd, LetterFailure, LetterKind } from './schema.ts';

/** Where a letter goes, in the platform's own ids. */
export interface Address {
  readonly platform: string;
  /** The place: a group, a server, a channel, or in private the account. */
  readonly externalId: string;
  /** The part of the place that is written to: Discord's channel, Telegram's topic; `null` where there is but one. */
  readonly channel: string | null;
}

export interface NewLetter {
  /** Says what the letter is about, so that nothing is written twice: `digest 12 2026-11-30T09:00`. */
  readonly key: string;
  readonly kind: LetterKind;
  readonly address: Address;
  readonly language: Language;
  readonly view: View;
}

/** What became of a letter so far. */
export interface LetterRecord {
  readonly key: string;
  readonly kind: LetterKind;
  readonly address: Address;
  readonly state: LetterState;
  /** `null` unless it failed. */
  readonly reason: LetterFailure | null;
  /** How often the platform put it off. */
  readonly attempts: number;
  readonly dueAt: Date;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  /** The messages that were given to the platform, in order. */
  readonly parts: readonly PartRecord[];
}

interface PartRecord {
  readonly state: PartState;
  readonly begunAt: Date;
  readonly endedAt: Date | null;
  /** How often it was sent again although it may have arrived, because a process had died in mid-way. */
  readonly repeats: number;
}

/** Of what waits, and of what ended within the last week. */
export interface LetterCounts {
  readonly waiting: number;
  /** Of those that wait: how many should have been there minutes ago, and when the first of them should have been. */
  readonly late: number;
  readonly oldestDueAt: Date | null;
  readonly sent: number;
  readonly unknown: number;
  readonly failed: Readonly<Partial<Record<LetterFailure, number>>>;
  /** Messages that were sent again because a process had died in mid-way, and that may have arrived twice. */
  readonly ambiguous: number;
}

/** In milliseconds. */
const day = 24 * 60 * 60 * 1000;
/** What is due for longer than this is late. */
const punctual = 5 * 60 * 1000;
/** How far back what ended is counted. */
const counted = 7 * day;
/** What waited so long is not sent any more. */
const stale = 7 * day;
/** How long it is kept what an ended letter said, and that there was one. */
const kept = { view: 14 * day, record: 90 * day };

export function outboxIn(db: Database) {
  return {
    /** Puts it on its way, at `dueAt` at the earliest; `false` where there is a letter with this key already. */
    async write(
      { key, kind, address, language, view }: NewLetter,
      now: Date,
      dueAt: Date = now,
    ): Promise<boolean> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('letters')
        .values({
          key,
          kind,
          platform: address.platform,
          external_id: address.externalId,
          channel: address.channel,
          language,
          view: storable(JSON.stringify(view)),
          state: 'waiting',
          parts_sent: 0,
          attempts: 0,
          due_at: dateText(dueAt),
          reason: null,
          created_at: dateText(now),
          ended_at: null,
        })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },

    /** Takes the letter with this key back; `false` where there is none, or where it is on its way already. */
    async withdraw(key: string): Promise<boolean> {
      const { numDeletedRows } = await db
        .deleteFrom('letters')
        .where('key', '=', key)
        .where('state', '=', 'waiting')
        .where('id', 'not in', db.selectFrom('letter_parts').select('letter_id'))
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },

    /** The letters to this address that were due last, the newest first. */
    async log({ platform, externalId, channel }: Address, most: number): Promise<readonly LetterRecord[]> {
      const letters = await db
        .selectFrom('letters')
        .select(['id', 'key', 'kind', 'state', 'reason', 'attempts', 'due_at', 'created_at', 'ended_at'])
        .where('platform', '=', platform)
        .where('external_id', '=', externalId)
        .where('channel', channel === null ? 'is' : '=', channel)
        .orderBy('due_at', 'desc')
        .orderBy('id', 'desc')
        .limit(most)
        .execute();
      const parts = await partsOf(
        db,
        letters.map(({ id }) => id),
      );
      return letters.map((row) => ({
        key: row.key,
        kind: row.kind,
        address: { platform, externalId, channel },
        state: row.state,
        reason: row.reason,
        attempts: row.attempts,
        dueAt: dateOf(row.due_at),
        createdAt: dateOf(row.created_at),
        endedAt: row.ended_at === null ? null : dateOf(row.ended_at),
        parts: parts.get(row.id) ?? [],
      }));
    },

    /** How letters fare, by platform: those of everywhere, or of one place. */
    async counts(
      now: Date,
      place?: Pick<Address, 'platform' | 'externalId'>,
    ): Promise<ReadonlyMap<string, LetterCounts>> {
      const ago = (age: number): string => dateText(new Date(now.getTime() - age));
      let query = db
        .selectFrom('letters')
        .select((eb) => [
          'platform',
          'state',
          'reason',
          eb.fn.countAll<DatabaseNumber>().as('count'),
          eb.fn.min('due_at').as('oldest'),
          numberOf(eb('due_at', '<', ago(punctual))).as('late'),
          sql<DatabaseNumber>`sum(coalesce(${eb
            .selectFrom('letter_parts')
            .select((part) => part.fn.sum<number>('repeats').as('repeats'))
            .whereRef('letter_id', '=', 'letters.id')
            .where('repeats', '>', 0)}, 0))`.as('ambiguous'),
        ])
        .where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_at', '>', ago(counted))]))
        .groupBy(['platform', 'state', 'reason']);
      if (place !== undefined) {
        query = query.where('platform', '=', place.platform).where('external_id', '=', place.externalId);
      }
      const counts = new Map<string, LetterCounts>();
      for (const row of await query.execute()) {
        counts.set(row.platform, withRow(counts.get(row.platform) ?? nothing, row));
      }
      return counts;
    },

    /** Gives up what has waited for so long that nobody wants it any more, and forgets what is long over. */
    async sweep(now: Date): Promise<void> {
      const before = (age: number): string => dateText(new Date(now.getTime() - age));
      await db
        .updateTable('letters')
        .set({ state: 'failed', reason: 'expired', ended_at: dateText(now) })
        .where('state', '=', 'waiting')
        .where('due_at', '<', before(stale))
        .execute();
      await db
        .updateTable('letters')
        .set({ view: null })
        .where('ended_at', '<', before(kept.view))
        .where('view', 'is not', null)
        .execute();
      await db.deleteFrom('letters').where('ended_at', '<', before(kept.record)).execute();
    },
  };
}

const nothing: LetterCounts = {
  waiting: 0,
  late: 0,
  oldestDueAt: null,
  sent: 0,
  unknown: 0,
  failed: {},
  ambiguous: 0,
};

/** PostgreSQL's driver hands large numbers out as text. */
type DatabaseNumber = number | string;

/** Of the rows of a group, how many fulfil the condition. */
const numberOf = (condition: Expression<SqlBool>) =>
  sql<DatabaseNumber>`sum(case when ${condition} then 1 else 0 end)`;

function withRow(
  counts: LetterCounts,
  row: {
    readonly state: LetterState;
    readonly reason: LetterFailure | null;
    readonly count: DatabaseNumber;
    readonly oldest: string;
    readonly late: DatabaseNumber;
    readonly ambiguous: DatabaseNumber;
  },
): LetterCounts {
  const count = Number(row.count);
  const all = { ...counts, ambiguous: counts.ambiguous + Number(row.ambiguous) };
  if (row.state === 'failed') {
    return row.reason === null ? all : { ...all, failed: { ...all.failed, [row.reason]: count } };
  }
  if (row.state !== 'waiting') return { ...all, [row.state]: count };
  return { ...all, waiting: count, late: Number(row.late), oldestDueAt: dateOf(row.oldest) };
}

async function partsOf(
  db: Database,
  letterIds: readonly number[],
): Promise<ReadonlyMap<number, readonly PartRecord[]>> {
  if (letterIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('letter_parts')
    .selectAll()
    .where('letter_id', 'in', letterIds)
    .orderBy('part')
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.letter_id)].map(([id, parts]) => [id, parts.map(recordOf)]),
  );
}

const recordOf = (row: Selectable<Tables['letter_parts']>): PartRecord => ({
  state: row.state,
  begunAt: dateOf(row.begun_at),
  endedAt: row.ended_at === null ? null : dateOf(row.ended_at),
  repeats: row.repeats,
});
