// Referrals: what a person handed in and what became of it, and for the seeker all that is on its way. A referral of a
// merged opening is one of the opening that stays.

import { type ExpressionBuilder, sql, type SqlBool } from 'kysely';

import type { Stage } from '../core/referral.ts';
import type { Database } from './connection.ts';
import type { Tables } from './schema.ts';
import { inThisOrder, type StoredOpening, type Viewer, visibleTo, withMerged } from './stored-opening.ts';

interface View {
  readonly profileId: string;
  readonly viewer: Viewer;
}

interface Page extends View {
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

interface Found<Item> {
  readonly items: readonly Item[];
  /** On all pages. */
  readonly total: number;
}

export interface Referral {
  /** As it was handed in. */
  readonly opening: StoredOpening;
  /** The one that it went into, or itself. */
  readonly stays: StoredOpening;
}

/** Somebody who is to hear of an opening, and what they handed in themselves. */
export interface HandedIn {
  readonly personId: number;
  readonly opening: StoredOpening;
}

export function referralsIn(db: Database) {
  return {
    /**
     * What this person handed in, the newest first; where others read along (the viewer is nobody in particular), only
     * what may be seen there.
     */
    async of(personId: number, { profileId, viewer, page, size }: Page): Promise<Found<Referral>> {
      const rows = await db
        .withRecursive('way(via, id, merged_into, at)', (start) => {
          const own = start
            .selectFrom('opening_referrers')
            .innerJoin('openings', 'openings.id', 'opening_referrers.opening_id')
            .select(['openings.id as via', 'openings.id', 'merged_into', 'referred_at as at'])
            .where('opening_referrers.person_id', '=', personId)
            .where('profile_id', '=', profileId);
          const seen = viewer.personId === null ? own.where(visibleTo(viewer)) : own;
          return seen.unionAll((next) =>
            next
              .selectFrom('way')
              .innerJoin('openings', 'openings.id', 'way.merged_into')
              .select(['way.via', 'openings.id', 'openings.merged_into', 'way.at']),
          );
        })
        .selectFrom('way')
        .where('merged_into', 'is', null)
        .select(({ fn }) => ['id', fn.min('via').as('via')])
        .groupBy('id')
        .orderBy((eb) => eb.fn.min('at'), 'desc')
        .orderBy('id', 'desc')
        .execute();
      const shown = rows.slice((page - 1) * size, page * size);
      const ids = new Set(shown.flatMap(({ id, via }) => [id, via]));
      const found = await inThisOrder(
        [...ids].map((id) => ({ id })),
        db,
      );
      const byId = new Map(found.map((one) => [one.id, one]));
      const items = shown.flatMap(({ id, via }) => {
        const [opening, stays] = [byId.get(via), byId.get(id)];
        return opening === undefined || stays === undefined ? [] : [{ opening, stays }];
      });
      return { items, total: rows.length };
    },

    /** Everybody who handed in this opening or one that went into it, each by what they handed in first. */
    async referrers(openingId: number): Promise<readonly HandedIn[]> {
      const rows = await db
        .selectFrom('opening_referrers')
        .select(['person_id', 'opening_id'])
        .where(sql<SqlBool>`opening_id in ${withMerged(openingId)}`)
        .orderBy('referred_at')
        .orderBy('opening_id')
        .execute();
      const openings = await inThisOrder(
        rows.map(({ opening_id: id }) => ({ id })),
        db,
      );
      const first = new Map<number, HandedIn>();
      for (const [index, { person_id: personId }] of rows.entries()) {
        const opening = openings[index];
        if (opening !== undefined && !first.has(personId)) first.set(personId, { personId, opening });
      }
      return [...first.values()];
    },

    /** How many are at each stage; what was refused or went into another counts nowhere, what waits only if wanted. */
    async counts(
      { profileId, viewer }: View,
      { withPending }: { readonly withPending: boolean },
    ): Promise<ReadonlyMap<Stage, number>> {
      const rows = await db
        .selectFrom('openings')
        .select(['stage', sql<number>`cast(count(*) as integer)`.as('count')])
        .where('profile_id', '=', profileId)
        .where(visibleTo(viewer))
        .where(isLive)
        .$if(!withPending, (all) => all.where('state', '!=', 'pending'))
        .where('stage', 'is not', null)
        .groupBy('stage')
        .execute();
      return new Map(rows.flatMap(({ stage, count }) => (stage === null ? [] : [[stage, count] as const])));
    },

    /** Those at one stage, the latest move first; `null`: those that stand or wait, may fit and are not taken up, best first. */
    async at(stage: Stage | null, { profileId, viewer, page, size }: Page): Promise<Found<StoredOpening>> {
      const all = db.selectFrom('openings').where('profile_id', '=', profileId).where(visibleTo(viewer));
      const found =
        stage === null
          ? all
              .where('stage', 'is', null)
              .where('state', 'in', ['open', 'pending'])
              .where('fit', 'in', ['good', 'partial'])
          : all.where('stage', '=', stage).where(isLive);
      const { total } = await found
        .select(sql<number>`cast(count(*) as integer)`.as('total'))
        .executeTakeFirstOrThrow();
      const inOrder =
        stage === null ? found.orderBy('fit').orderBy('score', 'desc') : found.orderBy('staged_at', 'desc');
      const ids = await inOrder
        .orderBy('id', 'desc')
        .select('id')
        .limit(size)
        .offset((page - 1) * size)
        .execute();
      return { items: await inThisOrder(ids, db), total };
    },
  };
}

const isLive = (eb: ExpressionBuilder<Tables, 'openings'>) =>
  eb.and([eb('state', 'in', ['pending', 'open', 'closed']), eb('merged_into', 'is', null)]);
