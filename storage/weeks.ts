// What happened in a stretch of time, as far as a viewer may know: openings that came to stand, referrals that moved,
// who is to be thanked.

import { type ExpressionBuilder, sql, type SqlBool } from 'kysely';

import type { Span } from '../core/digest.ts';
import type { Fit } from '../core/matching.ts';
import type { Stage } from '../core/referral.ts';
import { dateText } from './columns.ts';
import type { Database } from './connection.ts';
import type { Tables } from './schema.ts';
import { inThisOrder, type StoredOpening, type Viewer, visibleTo } from './stored-opening.ts';

interface Seen {
  readonly profileId: string;
  readonly viewer: Viewer;
}

export interface Moved {
  readonly openingId: number;
  /** Before the first move and after the last. */
  readonly before: Stage | null;
  readonly after: Stage | null;
}

export function weeksIn(db: Database) {
  /** Openings that stand, and that the viewer may see. */
  const standing = ({ profileId, viewer }: Seen) =>
    db
      .selectFrom('openings')
      .where('profile_id', '=', profileId)
      .where('state', '=', 'open')
      .where(visibleTo(viewer));

  return {
    /** How many openings of each fit came to stand in the span. */
    async arrivals(seen: Seen, span: Span): Promise<Readonly<Partial<Record<Fit, number>>>> {
      const rows = await standing(seen)
        .where(within(span))
        .select(['fit', sql<number>`cast(count(*) as integer)`.as('count')])
        .groupBy('fit')
        .execute();
      return Object.fromEntries(rows.map(({ fit, count }) => [fit, count]));
    },

    /** The best of those that came to stand in the span and may fit, at most so many; not what came to nothing. */
    async best(seen: Seen, span: Span, most: number): Promise<readonly StoredOpening[]> {
      const ids = await standing(seen)
        .where(within(span))
        .where('fit', 'in', ['good', 'partial'])
        .where((eb) => eb.or([eb('stage', 'is', null), eb('stage', 'not in', ['declined', 'rejected'])]))
        .orderBy('fit')
        .orderBy('score', 'desc')
        .orderBy('id', 'desc')
        .select('id')
        .limit(most)
        .execute();
      return inThisOrder(ids, db);
    },

    /**
     * Referrals that are at another stage at the end than at the beginning, the latest move first; not those of
     * openings that were never shown.
     */
    async moves({ profileId, viewer }: Seen, span: Span): Promise<readonly Moved[]> {
      const rows = await db
        .selectFrom('stage_changes')
        .where('changed_at', '>=', dateText(span.from))
        .where('changed_at', '<', dateText(span.until))
        // Not joined: the few changes of the span are to be looked at first.
        .where((eb) =>
          eb.exists(
            eb
              .selectFrom('openings')
              .select('id')
              .whereRef('openings.id', '=', 'stage_changes.opening_id')
              .where('profile_id', '=', profileId)
              .where('merged_into', 'is', null)
              .where((opening) =>
                opening.or([opening('state', '=', 'open'), opening('closed_from', '=', 'open')]),
              )
              .where(visibleTo(viewer)),
          ),
        )
        .select(['opening_id', 'stage_before', 'stage_after'])
        .orderBy('id', 'desc')
        .execute();
      const moved = new Map<number, Moved>();
      for (const { opening_id: openingId, stage_before: before, stage_after } of rows) {
        const after = moved.get(openingId)?.after ?? stage_after;
        moved.set(openingId, { openingId, before, after });
      }
      return [...moved.values()].filter(({ before, after }) => before !== after);
    },

    /** The openings of these ids, in that order. */
    async openings(ids: readonly number[]): Promise<readonly StoredOpening[]> {
      return inThisOrder(
        ids.map((id) => ({ id })),
        db,
      );
    },

    /** Names of those who handed in what came to stand in the span, and agreed to be named. */
    async referrers({ profileId, viewer }: Seen, span: Span): Promise<readonly string[]> {
      const rows = await db
        .selectFrom('opening_referrers')
        .innerJoin('openings', 'openings.id', 'opening_referrers.opening_id')
        .innerJoin('people', 'people.id', 'opening_referrers.person_id')
        .where('profile_id', '=', profileId)
        .where('state', '=', 'open')
        .where(visibleTo(viewer))
        .where(within(span))
        .where('people.is_named', '=', 1)
        .select(['people.id', 'people.name'])
        .groupBy(['people.id', 'people.name'])
        .orderBy('people.id')
        .execute();
      return rows.map(({ name }) => name);
    },

    /** Audiences that openings or questions are addressed to, besides what everybody may see. */
    async audiences(profileId: string): Promise<ReadonlySet<string>> {
      const addressed = await db
        .selectFrom('openings')
        .select('audience')
        .distinct()
        .where('profile_id', '=', profileId)
        .union(db.selectFrom('inquiries').select('audience').distinct().where('profile_id', '=', profileId))
        .execute();
      return new Set(addressed.map(({ audience }) => audience).filter((audience) => audience !== 'public'));
    },
  };
}

/** When an opening came to stand: when it was accepted, or at once. */
const stoodAt = sql<string>`coalesce(openings.decided_at, openings.created_at)`;

const within =
  ({ from, until }: Span) =>
  (eb: ExpressionBuilder<Tables, 'openings'>) =>
    eb.and([sql<SqlBool>`${stoodAt} >= ${dateText(from)}`, sql<SqlBool>`${stoodAt} < ${dateText(until)}`]);
