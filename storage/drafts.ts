// Openings that somebody is about to hand in: read and shown, not yet confirmed. One post may hold several jobs, of
// which its author chooses. Only the author gets at a draft.

import type { Evidence, Opening, OpeningField } from '../core/opening.ts';
import type { AsRead } from '../core/reading/read.ts';
import { asReadOf, canBeId, dateOf, dateText, doubtsOf, evidenceOf, openingOf, storable } from './columns.ts';
import { atomically, type Database } from './connection.ts';
import type { DraftJobRow, DraftRow, DraftState, JobChoice } from './schema.ts';

export type { JobChoice } from './schema.ts';

/** An opening as far as it is known, read from a post and corrected since. */
export interface Drafted {
  readonly opening: Opening;
  readonly evidence: Evidence;
  /** Fields whose value may well be another. */
  readonly doubts: readonly OpeningField[];
}

/** One job of a post with several. */
export interface NewDraftJob extends Drafted {
  /** What of the post is not about the others. */
  readonly text: string;
  readonly asRead: AsRead;
  readonly choice: JobChoice;
}

export interface DraftJob extends NewDraftJob {
  /** Counts from 1. */
  readonly n: number;
}

export interface NewDraft extends Drafted {
  /** Whom it is meant for. */
  readonly profileId: string;
  readonly personId: number;
  readonly placeId: number;
  /** What was handed in, as it was. */
  readonly text: string;
  /** A link, or the platform's reference of a message. */
  readonly source: string | null;
  /** What was read before anybody corrected it; `null` in drafts of earlier releases. */
  readonly asRead: AsRead | null;
  /** The jobs of a post with several, else empty. */
  readonly jobs: readonly NewDraftJob[];
}

export interface Draft extends Omit<NewDraft, 'profileId'> {
  readonly id: number;
  /** `null` where it was begun when there was but one. */
  readonly profileId: string | null;
  readonly state: DraftState;
  readonly createdAt: Date;
  readonly jobs: readonly DraftJob[];
}

export function draftsIn(db: Database) {
  const openDraft = (on: Database, id: number, personId: number) =>
    on
      .updateTable('drafts')
      .where('id', '=', id)
      .where('person_id', '=', personId)
      .where('state', '=', 'open');

  /** Does `work` while nobody else can end the draft; `false` when it is not this person's or has ended. */
  const whileOpen = (id: number, personId: number, work: (on: Database) => Promise<void>): Promise<boolean> =>
    atomically(db, async (transaction) => {
      const { numUpdatedRows } = await openDraft(transaction, id, personId)
        .set({ state: 'open' })
        .executeTakeFirst();
      if (numUpdatedRows === 1n) await work(transaction);
      return numUpdatedRows === 1n;
    });

  return {
    async begin(
      { profileId, personId, placeId, text, source, jobs, ...drafted }: NewDraft,
      now: Date,
    ): Promise<number> {
      return atomically(db, async (transaction) => {
        const { id } = await transaction
          .insertInto('drafts')
          .values({
            profile_id: profileId,
            person_id: personId,
            place_id: placeId,
            state: 'open',
            created_at: dateText(now),
            source,
            text: storable(text),
            as_read: drafted.asRead === null ? null : JSON.stringify(drafted.asRead),
            ...columnsOf(drafted),
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        if (jobs.length > 0) {
          const rows = jobs.map((job, index) => ({
            draft_id: id,
            n: index + 1,
            choice: job.choice,
            text: storable(job.text),
            as_read: JSON.stringify(job.asRead),
            ...columnsOf(job),
          }));
          await transaction.insertInto('draft_jobs').values(rows).execute();
        }
        return id;
      });
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
      return row === undefined ? null : draftOf(row, await jobsOf(db, row.id));
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
      return row === undefined ? null : draftOf(row, await jobsOf(db, row.id));
    },

    /** Replaces what is known; `false` when the draft is not this person's or has ended. */
    async change(id: number, personId: number, drafted: Drafted): Promise<boolean> {
      const { numUpdatedRows } = await openDraft(db, id, personId).set(columnsOf(drafted)).executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    /** The same for jobs of a draft with several. */
    changeJobs: (
      id: number,
      personId: number,
      jobs: readonly (Drafted & Pick<DraftJob, 'n'>)[],
    ): Promise<boolean> =>
      whileOpen(id, personId, async (transaction) => {
        for (const { n, ...drafted } of jobs) {
          await transaction
            .updateTable('draft_jobs')
            .set(columnsOf(drafted))
            .where('draft_id', '=', id)
            .where('n', '=', n)
            .execute();
        }
      }),

    /** Chooses for these jobs; `false` when the draft is not this person's or has ended. */
    choose: (id: number, personId: number, choice: JobChoice, jobs: readonly number[]): Promise<boolean> =>
      whileOpen(id, personId, async (transaction) => {
        if (jobs.length === 0) return;
        await transaction
          .updateTable('draft_jobs')
          .set({ choice })
          .where('draft_id', '=', id)
          .where('n', 'in', jobs)
          .execute();
      }),

    /** `true` for exactly one caller; `false` when the draft is not this person's or has ended. */
    async end(id: number, personId: number, state: Exclude<DraftState, 'open'>): Promise<boolean> {
      const { numUpdatedRows } = await openDraft(db, id, personId).set({ state }).executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}

const columnsOf = ({ opening, evidence, doubts }: Drafted) => ({
  opening: JSON.stringify(opening),
  evidence: JSON.stringify(evidence),
  doubts: JSON.stringify(doubts),
});

const jobsOf = (db: Database, draftId: number): Promise<readonly DraftJobRow[]> =>
  db.selectFrom('draft_jobs').selectAll().where('draft_id', '=', draftId).orderBy('n').execute();

const draftedOf = (row: Pick<DraftRow, 'opening' | 'evidence' | 'doubts'>): Drafted => ({
  opening: openingOf(row.opening),
  evidence: evidenceOf(row.evidence),
  doubts: doubtsOf(row.doubts),
});

const draftOf = (row: DraftRow, jobs: readonly DraftJobRow[]): Draft => ({
  id: row.id,
  profileId: row.profile_id,
  personId: row.person_id,
  placeId: row.place_id,
  state: row.state,
  createdAt: dateOf(row.created_at),
  source: row.source,
  text: row.text,
  asRead: row.as_read === null ? null : asReadOf(row.as_read),
  ...draftedOf(row),
  jobs: jobs.map((job) => ({
    n: job.n,
    choice: job.choice,
    text: job.text,
    asRead: asReadOf(job.as_read),
    ...draftedOf(job),
  })),
});
