// Which questions about an opening its poster has dealt with, by answering or by not knowing.

import type { Database } from './connection.ts';

export function questionsIn(db: Database) {
  return {
    /** Keeps that this question is not to be asked again. */
    async settle(openingId: number, question: string): Promise<void> {
      await db
        .insertInto('opening_questions')
        .values({ opening_id: openingId, question })
        .onConflict((conflict) => conflict.columns(['opening_id', 'question']).doNothing())
        .execute();
    },

    async settled(openingId: number): Promise<ReadonlySet<string>> {
      const rows = await db
        .selectFrom('opening_questions')
        .select('question')
        .where('opening_id', '=', openingId)
        .execute();
      return new Set(rows.map(({ question }) => question));
    },
  };
}
