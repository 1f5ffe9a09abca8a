// How far the seeker came with an opening: each move with what it was before, so that the newest can be taken back, and
// what becomes of stages when two openings turn out to be one.

import { joint, type Stage } from '../core/referral.ts';
import { canBeId, dateOf, dateText, storable } from './columns.ts';
import { atomically, type Database } from './connection.ts';

export interface Move {
  readonly from: Stage | null;
  readonly to: Stage;
  /** For those who referred it to read. */
  readonly note: string | null;
  readonly by: number;
}

export interface StageChange {
  readonly id: number;
  readonly before: Stage | null;
  readonly after: Stage | null;
  readonly note: string | null;
  readonly at: Date;
}

export function stagesIn(db: Database) {
  return {
    /** Compare and set: the id of the change, or `null` when the opening is not at the stage `from` any more. */
    async move(openingId: number, { from, to, note, by }: Move, now: Date): Promise<number | null> {
      return atomically(db, async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('openings')
          .set({ stage: to, staged_at: dateText(now) })
          .where('id', '=', openingId)
          .where('merged_into', 'is', null)
          .where('stage', from === null ? 'is' : '=', from)
          .executeTakeFirst();
        return numUpdatedRows === 1n ? record(transaction, openingId, { from, to, note, by }, now) : null;
      });
    },

    /** Undoes this change as if it had never been; `null` when it is not the newest of the opening. */
    async takeBack(openingId: number, changeId: number): Promise<StageChange | null> {
      if (!canBeId(changeId)) return null;
      return atomically(db, async (transaction) => {
        await hold(transaction, openingId);
        const change = await newest(transaction, openingId);
        if (change?.id !== changeId) return null;
        await remove(transaction, openingId, change);
        return change;
      });
    },

    /** The newest change of an opening that has a stage. */
    async newest(openingId: number): Promise<StageChange | null> {
      return newest(db, openingId);
    },
  };
}

/** Within a transaction: nobody else changes the row until the end. */
const hold = (db: Database, openingId: number) =>
  db.updateTable('openings').set({ id: openingId }).where('id', '=', openingId).execute();

async function record(
  db: Database,
  openingId: number,
  { from, to, note, by }: Move,
  now: Date,
): Promise<number> {
  const { id } = await db
    .insertInto('stage_changes')
    .values({
      opening_id: openingId,
      stage_before: from,
      stage_after: to,
      note: note === null ? null : storable(note),
      changed_by: by,
      changed_at: dateText(now),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function newest(db: Database, openingId: number): Promise<StageChange | null> {
  const row = await db
    .selectFrom('stage_changes')
    .selectAll()
    .where('opening_id', '=', openingId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { id, stage_before: before, stage_after: after, note } = row;
  return { id, before, after, note, at: dateOf(row.changed_at) };
}

async function remove(db: Database, openingId: number, { id, before }: StageChange): Promise<void> {
  await db.deleteFrom('stage_changes').where('id', '=', id).execute();
  const previous = await newest(db, openingId);
  await db
    .updateTable('openings')
    .set({ stage: before, staged_at: previous === null ? null : dateText(previous.at) })
    .where('id', '=', openingId)
    .execute();
}

/** Within the transaction that merges two openings at this moment: the one that stays takes over the further stage. */
export async function joinStages(
  db: Database,
  { gone, kept, by }: { readonly gone: number; readonly kept: number; readonly by: number },
  now: Date,
): Promise<void> {
  const rows = await db
    .selectFrom('openings')
    .select(['id', 'stage'])
    .where('id', 'in', [gone, kept])
    .execute();
  const stageOf = (id: number) => rows.find((row) => row.id === id)?.stage ?? null;
  const from = stageOf(kept);
  const to = joint(from, stageOf(gone));
  if (to === from || to === null) return;
  await db
    .updateTable('openings')
    .set({ stage: to, staged_at: dateText(now) })
    .where('id', '=', kept)
    .execute();
  await record(db, kept, { from, to, note: null, by }, now);
}

/** Within the transaction that separates an opening: what the other took over at their merger goes, unless it moved since. */
export async function partStages(db: Database, gone: number): Promise<void> {
  const merger = await db
    .selectFrom('openings')
    .select(['merged_into', 'decided_at', 'stage'])
    .where('id', '=', gone)
    .executeTakeFirst();
  if (merger === undefined || merger.merged_into === null || merger.decided_at === null) return;
  const change = await newest(db, merger.merged_into);
  if (change !== null && dateText(change.at) === merger.decided_at && change.after === merger.stage) {
    await remove(db, merger.merged_into, change);
  }
}
