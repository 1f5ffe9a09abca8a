// Openings that may be one and the same: finding them by their keys, merging one into another, and taking that back.
// A merged opening is a closed one that points to another; credit follows the pointer, so nothing has to be copied.

import { duplicateKeys } from '../core/duplicates.ts';
import type { Opening } from '../core/opening.ts';
import { canBeId, dateText } from './columns.ts';
import { atomically, type Database } from './connection.ts';
import { decidedColumns } from './openings.ts';
import { joinStages, partStages } from './stages.ts';
import { inThisOrder, type StoredOpening, type Viewer, visibleTo } from './stored-opening.ts';

export interface CandidateSearch {
  readonly profileId: string;
  readonly viewer: Viewer;
  readonly opening: Opening;
  readonly text: string;
}

/** More than this share a key by chance or by template. */
const mostCandidates = 50;

export function duplicatesIn(db: Database) {
  return {
    /**
     * Openings that wait, stand or were merged, that this viewer may know of, and that have a key in common with the
     * post; those with the most first.
     */
    async candidates({
      profileId,
      viewer,
      opening,
      text,
    }: CandidateSearch): Promise<readonly StoredOpening[]> {
      const keys = duplicateKeys({ opening, text });
      if (keys.length === 0) return [];
      // Counted first: the rows of openings are looked at for those that have a key in common, and for no others.
      const ids = await db
        .selectFrom((eb) =>
          eb
            .selectFrom('opening_keys')
            .select(['opening_id', (counted) => counted.fn.countAll().as('common')])
            .where('key', 'in', keys)
            .groupBy('opening_id')
            .as('sharing'),
        )
        .innerJoin('openings', 'openings.id', 'sharing.opening_id')
        .where('profile_id', '=', profileId)
        .where((eb) => eb.or([eb('state', 'in', ['pending', 'open']), eb('merged_into', 'is not', null)]))
        .where(visibleTo(viewer))
        .select('openings.id')
        .orderBy('common', 'desc')
        .orderBy('openings.id')
        .limit(mostCandidates)
        .execute();
      return inThisOrder(ids, db);
    },

    /**
     * Closes the opening for another that stays, which then has the referrers of both. `false` when one of them no
     * longer waits or stands, or when somebody who could see the one could not see the other.
     */
    async merge(id: number, into: number, { by }: { readonly by: number }, now: Date): Promise<boolean> {
      if (id === into || !canBeId(id) || !canBeId(into)) return false;
      return atomically(db, async (transaction) => {
        // Writing locks the rows; always in the same order, so that two mergers wait for each other in turn.
        for (const locked of [id, into].toSorted((one, other) => one - other)) {
          await transaction.updateTable('openings').set({ id: locked }).where('id', '=', locked).execute();
        }
        const rows = await transaction
          .selectFrom('openings')
          .select(['id', 'profile_id', 'state', 'audience'])
          .where('id', 'in', [id, into])
          .where('state', 'in', ['pending', 'open'])
          .execute();
        const gone = rows.find((row) => row.id === id);
        const kept = rows.find((row) => row.id === into);
        if (gone === undefined || kept === undefined || gone.profile_id !== kept.profile_id) return false;
        const isReached = kept.audience === 'public' || kept.audience === gone.audience;
        const isShown = kept.state === 'open' || gone.state === 'pending';
        if (!isReached || !isShown) return false;
        await transaction
          .updateTable('openings')
          .set({
            state: 'closed',
            closed_from: gone.state,
            merged_into: into,
            ...decidedColumns(by, null, now),
          })
          .where('id', '=', id)
          .execute();
        await joinStages(transaction, { gone: id, kept: into, by }, now);
        return true;
      });
    },

    /** Back to the state it was merged from; `false` when it is not merged. */
    async separate(id: number, { by }: { readonly by: number }, now: Date): Promise<boolean> {
      return atomically(db, async (transaction) => {
        await partStages(transaction, id);
        const { numUpdatedRows } = await transaction
          .updateTable('openings')
          .set((eb) => ({
            state: eb.ref('closed_from').$notNull(),
            closed_from: null,
            merged_into: null,
            ...decidedColumns(by, null, now),
          }))
          .where('id', '=', id)
          .where('merged_into', 'is not', null)
          .executeTakeFirst();
        return numUpdatedRows === 1n;
      });
    },

    /** Makes a person one of those who handed the opening in; `false` when they were already. */
    async credit(id: number, personId: number, now: Date): Promise<boolean> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('opening_referrers')
        .values({ opening_id: id, person_id: personId, referred_at: dateText(now) })
        .onConflict((conflict) => conflict.columns(['opening_id', 'person_id']).doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
  };
}
