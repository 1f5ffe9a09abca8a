// What was read of each post before anybody corrected it, beside what it has become: data to learn from. Openings whose
// text was taken away with its author are not among it.

import type { Opening } from '../core/opening.ts';
import type { AsRead } from '../core/reading/read.ts';
import { asReadOf, openingOf } from './columns.ts';
import type { Database } from './connection.ts';

export interface KeptReading {
  /** `opening-7`, `draft-3`, or `draft-3-2` for one job of several. */
  readonly id: string;
  readonly text: string;
  readonly asRead: AsRead;
  readonly opening: Opening;
}

interface Row {
  readonly id: number;
  readonly text: string;
  readonly as_read: string | null;
  readonly opening: string;
}

const batch = 200;

export function readingsIn(db: Database) {
  return {
    /** Of openings, then of drafts that became none, each in the order they came. */
    async *all(): AsyncGenerator<KeptReading> {
      const openings = (after: number): Promise<readonly Row[]> =>
        db
          .selectFrom('openings')
          .select(['id', 'text', 'as_read', 'opening'])
          .where('id', '>', after)
          .where('as_read', 'is not', null)
          .where('text', '<>', '')
          .orderBy('id')
          .limit(batch)
          .execute();
      for await (const row of inBatches(openings)) yield* readingOf(row, `opening-${row.id}`);

      const drafts = (after: number): Promise<readonly Row[]> =>
        db
          .selectFrom('drafts')
          .select(['id', 'text', 'as_read', 'opening'])
          .where('id', '>', after)
          .where('as_read', 'is not', null)
          .where('state', '<>', 'confirmed')
          .orderBy('id')
          .limit(batch)
          .execute();
      for await (const row of inBatches(drafts)) {
        const jobs = await db
          .selectFrom('draft_jobs')
          .select(['n', 'text', 'as_read', 'opening'])
          .where('draft_id', '=', row.id)
          .orderBy('n')
          .execute();
        if (jobs.length === 0) yield* readingOf(row, `draft-${row.id}`);
        for (const job of jobs) yield* readingOf(job, `draft-${row.id}-${job.n}`);
      }
    },
  };
}

async function* inBatches(rowsAfter: (id: number) => Promise<readonly Row[]>): AsyncGenerator<Row> {
  for (let last: number | undefined = 0; last !== undefined;) {
    const rows: readonly Row[] = await rowsAfter(last);
    yield* rows;
    last = rows.at(-1)?.id;
  }
}

const readingOf = ({ text, as_read, opening }: Omit<Row, 'id'>, id: string): readonly KeptReading[] =>
  as_read === null ? [] : [{ id, text, asRead: asReadOf(as_read), opening: openingOf(opening) }];
