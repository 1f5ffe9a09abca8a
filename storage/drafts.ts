// Openings that somebody is about to hand in: read and shown, not yet confirmed. Only their author gets at them.

import type { Evidence, Opening } from '../core/opening.ts';
import { canBeId, dateOf, dateText, evidenceOf, openingOf, storable } from './columns.ts';
import type { Database } from './connection.ts';
import type { DraftRow, DraftState } from './schema.ts';

export interface NewDraft {
  /** Whom it is meant for. */
  readonly profileId: string;
  readonly personId: number;
  readonly placeId: number;
  /** What was handed in, as it was. */
  readonly text: string;
  readonly opening: Opening;
  readonly evidence: Evidence;
  /** A link, or the platform's reference of a message. */
  readonly source: string | null;
}

export interface Draft extends Omit<NewDraft, 'profileId'> {
  readonly id: number;
  /** `null` where it was begun when there was but one. */
  readonly profileId: string | null;
  readonly state: DraftState;
  readonly createdAt: Date;
}

export function draftsIn(db: Database) {
  const openDraft = (id: number, personId: number) =>
    db
      .updateTable('drafts')
      .where('id', '=', id)
      .where('person_id', '=', personId)
      .where('state', '=', 'open');

  return {
    async begin(draft: NewDraft, now: Date): Promise<number> {
      const { id } = await db
        .insertInto('drafts')
        .values({
          profile_id: draft.profileId,
          person_id: draft.personId,
          place_id: draft.placeId,
          state: 'open',
          created_at: dateText(now),
          source: draft.source,
          opening: JSON.stringify(draft.opening),
          evidence: JSON.stringify(draft.evidence),
          text: storable(draft.text),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return id;
    },

    /** A draft of this person, in any state. */
    async find(id: number, personId: number): Promise<Draft | null> {
      if (!canBeId(id)) return null;
      const row = await db
        .selectFrom('drafts')
        .selectAll()
        .where('id', '=', id)
        .where('person_id', '=', personId)
        .executeTakeFirst();
      return row === undefined ? null : draftOf(row);
    },

    /** The newest open draft of this person in this place. */
    async latest(personId: number, placeId: number): Promise<Draft | null> {
      const row = await db
        .selectFrom('drafts')
        .selectAll()
        .where('person_id', '=', personId)
        .where('place_id', '=', placeId)
        .where('state', '=', 'open')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : draftOf(row);
    },

    /** Replaces what was read; `false` when the draft is not this person's or has ended. */
    async change(id: number, personId: number, opening: Opening, evidence: Evidence): Promise<boolean> {
      const { numUpdatedRows } = await openDraft(id, personId)
        .set({ opening: JSON.stringify(opening), evidence: JSON.stringify(evidence) })
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    /** `true` for exactly one caller; `false` when the draft is not this person's or has ended. */
    async end(id: number, personId: number, state: Exclude<DraftState, 'open'>): Promise<boolean> {
      const { numUpdatedRows } = await openDraft(id, personId).set({ state }).executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}

const draftOf = (row: DraftRow): Draft => ({
  id: row.id,
  profileId: row.profile_id,
  personId: row.person_id,
  placeId: row.place_id,
  state: row.state,
  createdAt: dateOf(row.created_at),
  source: row.source,
  opening: openingOf(row.opening),
  evidence: evidenceOf(row.evidence),
  text: row.text,
});
