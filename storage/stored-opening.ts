// An opening as it is stored, and who may see it. The one condition of visibility stands here and is part of every query
// that a viewer makes, totals included.

import { type ExpressionBuilder, type ExpressionWrapper, sql, type SqlBool } from 'kysely';

import type { Fit } from '../core/matching.ts';
import type { Evidence, Opening } from '../core/opening.ts';
import type { AsRead } from '../core/reading/read.ts';
import type { Stage } from '../core/referral.ts';
import { dateOf, evidenceOf, openingOf } from './columns.ts';
import type { Database } from './connection.ts';
import type { OpeningRow, OpeningState as RowState, Tables } from './schema.ts';

/** `merged` is closed for another opening, which is the same one. */
export type OpeningState = RowState | 'merged';

/**
 * Sees what is addressed to one of the audiences, and what this person handed in, unless others read along
 * (`personId` is `null`); `all`: everything.
 */
export interface Viewer {
  /** Sees openings for this profile and no other; of every profile where it is left out. */
  readonly profileId?: string;
  readonly personId: number | null;
  readonly all: boolean;
  readonly audiences: readonly string[];
}

export interface Judged {
  readonly fit: Fit;
  readonly score: number;
  /** A key of what the verdict was made with: criteria and rates. */
  readonly judgedBy: string;
}

export interface NewOpening extends Judged {
  readonly profileId: string;
  readonly placeId: number;
  /** `public`, or `place:ID`. */
  readonly audience: string;
  readonly submitterId: number;
  readonly state: 'pending' | 'open';
  readonly opening: Opening;
  readonly evidence: Evidence;
  /** What was handed in, as it was. */
  readonly text: string;
  /** A link, or the platform's reference of a message. */
  readonly source: string | null;
  /** What else it is to be found by: names in other languages. */
  readonly searchText: string;
  /** What was read before anybody corrected it, where a post was read. */
  readonly asRead?: AsRead | null;
  /** Of one job of several: the draft in which they were. */
  readonly postId?: number | null;
}

export interface StoredOpening extends Omit<NewOpening, 'searchText' | 'state' | 'asRead'> {
  readonly id: number;
  readonly state: OpeningState;
  readonly postId: number | null;
  /** The opening it is one with; `null` unless it is merged. */
  readonly mergedInto: number | null;
  readonly createdAt: Date;
  /** When, by whom and why it came to its state; `null` while nobody decided. */
  readonly decidedAt: Date | null;
  readonly decidedBy: number | null;
  readonly reason: string | null;
  /** How far the seeker came with it, and since when; `null` while it is not taken up. */
  readonly stage: Stage | null;
  readonly stagedAt: Date | null;
}

/** A subquery of this id and those of all openings that were merged into it, at once or in turn. */
export const withMerged = (id: number) => sql`(
  with recursive family (id) as (
    select cast(${id} as integer)
    union select openings.id from openings join family on openings.merged_into = family.id
  )
  select id from family
)`;

/** The openings of these ids, in the order of the ids. */
export async function inThisOrder(
  ids: readonly { readonly id: number }[],
  db: Database,
): Promise<readonly StoredOpening[]> {
  if (ids.length === 0) return [];
  const wanted = ids.map(({ id }) => id);
  const rows = await db.selectFrom('openings').selectAll().where('id', 'in', wanted).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return wanted.flatMap((id) => byId.get(id) ?? []).map(storedOpening);
}

export const visibleTo =
  ({ profileId, all, audiences, personId }: Viewer) =>
  (eb: ExpressionBuilder<Tables, 'openings'>): ExpressionWrapper<Tables, 'openings', SqlBool> => {
    const shown = all
      ? eb.lit(true)
      : eb.or([
          ...(personId === null ? [] : [eb('submitter_id', '=', personId)]),
          ...(audiences.length === 0 ? [] : [eb('audience', 'in', audiences)]),
        ]);
    return profileId === undefined ? shown : eb.and([eb('profile_id', '=', profileId), shown]);
  };

export const storedOpening = (row: OpeningRow): StoredOpening => ({
  id: row.id,
  profileId: row.profile_id,
  placeId: row.place_id,
  audience: row.audience,
  submitterId: row.submitter_id,
  state: row.merged_into === null ? row.state : 'merged',
  mergedInto: row.merged_into,
  fit: row.fit,
  score: row.score,
  judgedBy: row.judged_by,
  createdAt: dateOf(row.created_at),
  decidedAt: row.decided_at === null ? null : dateOf(row.decided_at),
  decidedBy: row.decided_by,
  reason: row.reason,
  stage: row.stage,
  stagedAt: row.staged_at === null ? null : dateOf(row.staged_at),
  source: row.source,
  opening: openingOf(row.opening),
  evidence: evidenceOf(row.evidence),
  text: row.text,
  postId: row.post_id,
});
