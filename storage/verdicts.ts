// The verdicts that are stored beside openings, kept in step with what they are made with.

import type { Fit } from '../core/matching.ts';
import type { Opening } from '../core/opening.ts';
import { openingOf } from './columns.ts';
import { atomically, type Database } from './connection.ts';

export function verdictsIn(db: Database) {
  return {
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
    async keep(
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
  };
}
