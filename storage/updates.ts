// Events of platforms, each worked on once. What a platform counts as delivered is kept from before it hears so until
// it is worked on, by the process that took it or, where that one was killed, by another; what it tells several processes
// at once is claimed by one of them. What is in them is the platform's business.

import { dateText } from './columns.ts';
import type { Database } from './connection.ts';

export interface Update {
  /** Unique within its source. */
  readonly id: string;
  readonly json: string;
}

/** An event that ended so many processes will end the next one too. */
const mostTries = 3;

/** In milliseconds: what is told to several processes reaches them all within it. */
const claimed = 60 * 60 * 1000;
/** So many claims share one look at those that are over. */
const claimsSwept = 500;

export function updatesIn(db: Database) {
  let claims = 0;
  return {
    /** Makes the event the caller's: `true` for exactly one. */
    async claim(source: string, id: string, now: Date): Promise<boolean> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('updates')
        .values({ source, id, body: '', received_at: dateText(now), tries: 1, taken_until: null })
        .onConflict((conflict) => conflict.columns(['source', 'id']).doNothing())
        .executeTakeFirst();
      if (claims % claimsSwept === 0) {
        const before = dateText(new Date(now.getTime() - claimed));
        await db
          .deleteFrom('updates')
          .where('source', '=', source)
          .where('received_at', '<', before)
          .execute();
      }
      claims += 1;
      return numInsertedOrUpdatedRows === 1n;
    },

    /** Keeps what was never kept before, and returns the ids of that; nobody else takes it before `until`. */
    async keep(
      source: string,
      updates: readonly Update[],
      until: Date,
      now: Date,
    ): Promise<ReadonlySet<string>> {
      if (updates.length === 0) return new Set();
      const rows = await db
        .insertInto('updates')
        .values(
          updates.map(({ id, json }) => ({
            source,
            id,
            body: json,
            received_at: dateText(now),
            tries: 1,
            taken_until: dateText(until),
          })),
        )
        .onConflict((conflict) => conflict.columns(['source', 'id']).doNothing())
        .returning('id')
        .execute();
      return new Set(rows.map(({ id }) => id));
    },

    /** Still being worked on: nobody else takes these before `until`. */
    async hold(source: string, ids: readonly string[], until: Date): Promise<void> {
      if (ids.length === 0) return;
      await db
        .updateTable('updates')
        .set({ taken_until: dateText(until) })
        .where('source', '=', source)
        .where('id', 'in', ids)
        .where('taken_until', 'is not', null)
        .execute();
    },

    /**
     * What is not worked on yet and nobody has held since `before`, or whoever holds it where that is `null`: for
     * exactly one caller, in no order. Nobody else takes it before `until`.
     */
    async takeOver(source: string, before: Date | null, until: Date): Promise<readonly Update[]> {
      return db
        .updateTable('updates')
        .set((eb) => ({ taken_until: dateText(until), tries: eb('tries', '+', 1) }))
        .where('source', '=', source)
        .where('taken_until', 'is not', null)
        .$if(before !== null, (left) => left.where('taken_until', '<=', dateText(before ?? until)))
        .where('tries', '<', mostTries)
        .returning(['id', 'body as json'])
        .execute();
    },

    /** Worked on: of these nothing is left but that they came. */
    async finish(source: string, ids: readonly string[]): Promise<void> {
      if (ids.length === 0) return;
      await db
        .updateTable('updates')
        .set({ taken_until: null, body: '' })
        .where('source', '=', source)
        .where('id', 'in', ids)
        .execute();
    },

    /** Forgets what came before this moment, worked on or not. */
    async forget(before: Date): Promise<void> {
      await db.deleteFrom('updates').where('received_at', '<', dateText(before)).execute();
    },
  };
}
