// Forms on their way, asked for question by question or to be filled in once more: one dialogue for each person in each
// place, so that a restart does not lose it. What is in it is its platform's business.

import { dateOf, dateText, storable } from './columns.ts';
import type { Database } from './connection.ts';

export interface Dialogue {
  readonly json: string;
  readonly savedAt: Date;
}

export function dialoguesIn(db: Database) {
  return {
    /** Keeps where the dialogue stands, instead of what was kept before. */
    async save(placeId: number, personId: number, json: string, now: Date): Promise<void> {
      const kept = { state: storable(json), saved_at: dateText(now) };
      await db
        .insertInto('dialogues')
        .values({ place_id: placeId, person_id: personId, ...kept })
        .onConflict((conflict) => conflict.columns(['place_id', 'person_id']).doUpdateSet(kept))
        .execute();
    },

    async find(placeId: number, personId: number): Promise<Dialogue | null> {
      const row = await db
        .selectFrom('dialogues')
        .select(['state', 'saved_at'])
        .where('place_id', '=', placeId)
        .where('person_id', '=', personId)
        .executeTakeFirst();
      return row === undefined ? null : { json: row.state, savedAt: dateOf(row.saved_at) };
    },

    /** `true` for exactly one caller; `false` when there is none. */
    async end(placeId: number, personId: number): Promise<boolean> {
      const { numDeletedRows } = await db
        .deleteFrom('dialogues')
        .where('place_id', '=', placeId)
        .where('person_id', '=', personId)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },
  };
}
