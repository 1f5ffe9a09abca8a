// Questions that people ask the seeker, and the answers. What was asked in private is seen by whoever asked and by the
// seeker; what was asked in a community is seen there.

import { type ExpressionBuilder, sql } from 'kysely';

import { canBeId, dateOf, dateText, storable } from './columns.ts';
import type { Database } from './connection.ts';
import type { InquiryRow, Tables } from './schema.ts';
import type { Viewer } from './stored-opening.ts';

export interface NewInquiry {
  readonly profileId: string;
  readonly placeId: number;
  /** The part of the place where it was asked. */
  readonly channel: string | null;
  /** `place:ID`, or `private`. */
  readonly audience: string;
  readonly askerId: number;
  readonly question: string;
}

export interface Inquiry extends NewInquiry {
  readonly id: number;
  readonly askerName: string;
  readonly askedAt: Date;
  /** `null` until it is answered. */
  readonly answer: string | null;
  /** When the answer became what it is. */
  readonly answeredAt: Date | null;
}

export interface InquirySearch {
  readonly profileId: string;
  readonly viewer: Viewer;
  /** Those that have an answer, the newest first; else those that wait, in the order they came. */
  readonly answered: boolean;
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

/** How the keys of all letters about a question begin. */
export const inquiryKey = (id: number): string => `inquiry ${id} `;

export function inquiriesIn(db: Database) {
  return {
    async ask(asked: NewInquiry, now: Date): Promise<number> {
      const { id } = await db
        .insertInto('inquiries')
        .values({
          profile_id: asked.profileId,
          place_id: asked.placeId,
          channel: asked.channel,
          audience: asked.audience,
          asker_id: asked.askerId,
          question: storable(asked.question),
          asked_at: dateText(now),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return id;
    },

    /** `null` when there is none, and when this viewer must not know of it. */
    async find(id: number, viewer: Viewer): Promise<Inquiry | null> {
      if (!canBeId(id)) return null;
      const row = await withNames(db)
        .selectAll('inquiries')
        .select('people.name')
        .where('inquiries.id', '=', id)
        .where(visibleTo(viewer))
        .executeTakeFirst();
      return row === undefined ? null : inquiryOf(row);
    },

    /** One page, and how many there are on all pages. */
    async search({
      profileId,
      viewer,
      answered,
      page,
      size,
    }: InquirySearch): Promise<{ readonly items: readonly Inquiry[]; readonly total: number }> {
      const found = withNames(db)
        .where('profile_id', '=', profileId)
        .where('answered_at', answered ? 'is not' : 'is', null)
        .where(visibleTo(viewer));
      const { total } = await found
        .select(sql<number>`cast(count(*) as integer)`.as('total'))
        .executeTakeFirstOrThrow();
      const inOrder = answered
        ? found.orderBy('answered_at', 'desc').orderBy('inquiries.id', 'desc')
        : found.orderBy('inquiries.id');
      const rows = await inOrder
        .selectAll('inquiries')
        .select('people.name')
        .limit(size)
        .offset((page - 1) * size)
        .execute();
      return { items: rows.map(inquiryOf), total };
    },

    /** Compare and set: `false` when the answer is not of the moment `since` any more (`null`: was not answered). */
    async answer(
      id: number,
      { answer, since }: { readonly answer: string; readonly since: Date | null },
      now: Date,
    ): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('inquiries')
        .set({ answer: storable(answer), answered_at: dateText(now) })
        .where('id', '=', id)
        .where('answered_at', since === null ? 'is' : '=', since === null ? null : dateText(since))
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    /** `true` for exactly one caller. */
    async drop(id: number): Promise<boolean> {
      const { numDeletedRows } = await db.deleteFrom('inquiries').where('id', '=', id).executeTakeFirst();
      return numDeletedRows === 1n;
    },
  };
}

const withNames = (db: Database) =>
  db.selectFrom('inquiries').innerJoin('people', 'people.id', 'inquiries.asker_id');

const visibleTo =
  ({ profileId, all, audiences, personId }: Viewer) =>
  (eb: ExpressionBuilder<Tables, 'inquiries'>) => {
    const shown = all
      ? eb.lit(true)
      : eb.or([
          ...(personId === null ? [] : [eb('asker_id', '=', personId)]),
          ...(audiences.length === 0 ? [] : [eb('audience', 'in', audiences)]),
        ]);
    return profileId === undefined ? shown : eb.and([eb('profile_id', '=', profileId), shown]);
  };

const inquiryOf = (row: InquiryRow & { readonly name: string }): Inquiry => ({
  id: row.id,
  profileId: row.profile_id,
  placeId: row.place_id,
  channel: row.channel,
  audience: row.audience,
  askerId: row.asker_id,
  askerName: row.name,
  question: row.question,
  askedAt: dateOf(row.asked_at),
  answer: row.answer,
  answeredAt: row.answered_at === null ? null : dateOf(row.answered_at),
});
