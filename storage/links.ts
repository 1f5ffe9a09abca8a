// Codes by which a person shows on one platform that they are the same as on another. A code works once, and not
// for long.

import { dateText } from './columns.ts';
import { atomically, type Database } from './connection.ts';

export function linksIn(db: Database) {
  return {
    /** Keeps this code as the person's only one. */
    async offer(code: string, personId: number, expiresAt: Date): Promise<void> {
      await atomically(db, async (transaction) => {
        await transaction.deleteFrom('link_codes').where('person_id', '=', personId).execute();
        await transaction
          .insertInto('link_codes')
          .values({ code, person_id: personId, expires_at: dateText(expiresAt) })
          .execute();
      });
    },

    /** Whose code it is, as long as it can be used; leaves it as it is. */
    async owner(code: string, now: Date): Promise<number | null> {
      const row = await db
        .selectFrom('link_codes')
        .select('person_id')
        .where('code', '=', code)
        .where('expires_at', '>', dateText(now))
        .executeTakeFirst();
      return row?.person_id ?? null;
    },

    /** Uses the code up: whose it was for exactly one caller, `null` for all others. */
    async take(code: string, now: Date): Promise<number | null> {
      const row = await db
        .deleteFrom('link_codes')
        .where('code', '=', code)
        .where('expires_at', '>', dateText(now))
        .returning('person_id')
        .executeTakeFirst();
      return row?.person_id ?? null;
    },
  };
}
