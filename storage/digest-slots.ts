// Times at which digests are due, and what became of each. A digest is held by one process at a time and moved on by
// compare and set; a time is recorded once for good, whatever the clock does.

import type { Language } from '../core/language.ts';
import type { Weekly } from '../core/schedule.ts';
import { dateOf, dateText } from './columns.ts';
import type { Database } from './connection.ts';
import type { Address } from './outbox.ts';
import type { Dialect, EmptyWeeks, PlaceKind, SlotOutcome } from './schema.ts';
import { addressed, addressOf, languageOf, weeklyOf } from './subscriptions.ts';

export type { SlotOutcome } from './schema.ts';

/** A digest whose time has come. */
export interface DueDigest {
  readonly id: number;
  readonly placeId: number;
  readonly kind: PlaceKind;
  readonly address: Address;
  readonly personId: number;
  readonly weekly: Weekly;
  /** When it was set, or resumed. */
  readonly changedAt: Date;
  readonly dueAt: Date;
  /** What was chosen or is spoken there; `null` where nobody knows. */
  readonly language: Language | null;
  readonly emptyWeeks: EmptyWeeks;
  /** Whom the place chose; `null` where it chose nobody. */
  readonly seeker: string | null;
}

export interface Slot {
  readonly dueAt: Date;
  readonly outcome: SlotOutcome;
  readonly letterKey: string | null;
  readonly isLate: boolean;
}

export function digestSlotsIn(db: Database, dialect: Dialect) {
  return {
    /** Within a transaction: the digest that is due longest and that no other process holds; `null` when none is. */
    async hold(now: Date, except: readonly number[]): Promise<DueDigest | null> {
      const due = db
        .selectFrom('subscriptions')
        .select('id')
        .where('next_due_at', '<=', dateText(now))
        .where('id', 'not in', [0, ...except])
        .orderBy('next_due_at')
        .orderBy('id')
        .limit(1);
      // A transaction on SQLite holds the whole database already.
      const held = await (dialect === 'postgres' ? due.forUpdate().skipLocked() : due).executeTakeFirst();
      if (held === undefined) return null;
      const row = await addressed(db).where('subscriptions.id', '=', held.id).executeTakeFirstOrThrow();
      if (row.next_due_at === null) throw new Error(`subscription ${row.id} was due and is not`);
      return {
        id: row.id,
        placeId: row.place_id,
        kind: row.place_kind,
        address: addressOf(row),
        personId: row.person_id,
        weekly: weeklyOf(row),
        changedAt: dateOf(row.changed_at),
        dueAt: dateOf(row.next_due_at),
        language: languageOf(row),
        emptyWeeks: row.empty_weeks,
        seeker: row.seeker,
      };
    },

    /** Compare and set: `false` where it is not due at `from` any more. */
    async move(id: number, from: Date, to: Date): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('subscriptions')
        .set({ next_due_at: dateText(to) })
        .where('id', '=', id)
        .where('next_due_at', '=', dateText(from))
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    /** `false` where something became of this time before. */
    async record(id: number, { dueAt, outcome, letterKey, isLate }: Slot, now: Date): Promise<boolean> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('digest_slots')
        .values({
          subscription_id: id,
          due_at: dateText(dueAt),
          outcome,
          letter_key: letterKey,
          is_late: isLate ? 1 : 0,
          at: dateText(now),
        })
        .onConflict((conflict) => conflict.columns(['subscription_id', 'due_at']).doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },

    /** Until when its readers have been told what happened; `null` before their first digest. What could not be delivered was not told. */
    async toldUntil(id: number): Promise<Date | null> {
      const row = await db
        .selectFrom('digest_slots')
        .leftJoin('letters', 'letters.key', 'digest_slots.letter_key')
        .select('digest_slots.at')
        .where('digest_slots.subscription_id', '=', id)
        .where('digest_slots.outcome', '<>', 'skipped_late')
        .where((eb) =>
          eb.or([eb('digest_slots.letter_key', 'is', null), eb('letters.state', '<>', 'failed')]),
        )
        .orderBy('digest_slots.at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : dateOf(row.at);
    },

    /** When something became of the first of its times; `null` before that. */
    async first(id: number): Promise<Date | null> {
      const { at } = await db
        .selectFrom('digest_slots')
        .select((eb) => eb.fn.min('at').as('at'))
        .where('subscription_id', '=', id)
        .executeTakeFirstOrThrow();
      return at === null ? null : dateOf(at);
    },

    /** The last of its times, the newest first. */
    async last(id: number, count: number): Promise<readonly Slot[]> {
      const rows = await db
        .selectFrom('digest_slots')
        .selectAll()
        .where('subscription_id', '=', id)
        .orderBy('due_at', 'desc')
        .limit(count)
        .execute();
      return rows.map((row) => ({
        dueAt: dateOf(row.due_at),
        outcome: row.outcome,
        letterKey: row.letter_key,
        isLate: row.is_late === 1,
      }));
    },
  };
}
