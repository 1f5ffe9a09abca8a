// Lines that the seeker wrote for the next digest: learned, made, thanks.

import { canBeId, dateOf, dateText, storable } from './columns.ts';
import type { Database } from './connection.ts';

export interface Note {
  readonly id: number;
  readonly text: string;
  readonly at: Date;
}

export function notesIn(db: Database) {
  return {
    async write(profileId: string, text: string, by: number, now: Date): Promise<number> {
      const { id } = await db
        .insertInto('notes')
        .values({ profile_id: profileId, text: storable(text), written_by: by, written_at: dateText(now) })
        .returning('id')
        .executeTakeFirstOrThrow();
      return id;
    },

    /** Those written after this moment, in the order they came. */
    async since(profileId: string, moment: Date): Promise<readonly Note[]> {
      const rows = await db
        .selectFrom('notes')
        .select(['id', 'text', 'written_at'])
        .where('profile_id', '=', profileId)
        .where('written_at', '>', dateText(moment))
        .orderBy('written_at')
        .orderBy('id')
        .execute();
      return rows.map(({ id, text, written_at: at }) => ({ id, text, at: dateOf(at) }));
    },

    /** Takes the note away and returns what it said; `null` where there is no such note of this seeker. */
    async drop(profileId: string, id: number): Promise<string | null> {
      if (!canBeId(id)) return null;
      const row = await db
        .deleteFrom('notes')
        .where('id', '=', id)
        .where('profile_id', '=', profileId)
        .returning('text')
        .executeTakeFirst();
      return row?.text ?? null;
    },
  };
}
