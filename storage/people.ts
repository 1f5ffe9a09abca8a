// People by their account on a platform. A person is made the first time they are seen.

import type { Language } from '../core/language.ts';
import { dateText, storable } from './columns.ts';
import type { Database } from './connection.ts';

export interface Account {
  readonly platform: string;
  readonly externalId: string;
  /** As the platform shows it. */
  readonly name: string;
}

export interface Person {
  readonly id: number;
  /** What they chose; `null` until then. */
  readonly language: Language | null;
}

export function peopleIn(db: Database) {
  return {
    /** The person of this account; keeps their newest name. Two calls at once make one person. */
    async identify({ platform, externalId, name }: Account, now: Date): Promise<Person> {
      const shown = storable(name);
      const known = await db
        .selectFrom('people')
        .select(['id', 'language', 'name'])
        .where('platform', '=', platform)
        .where('external_id', '=', externalId)
        .executeTakeFirst();
      if (known?.name === shown) return { id: known.id, language: known.language };
      return db
        .insertInto('people')
        .values({
          platform,
          external_id: externalId,
          name: shown,
          language: null,
          created_at: dateText(now),
        })
        .onConflict((conflict) => conflict.columns(['platform', 'external_id']).doUpdateSet({ name: shown }))
        .returning(['id', 'language'])
        .executeTakeFirstOrThrow();
    },

    async setLanguage(id: number, language: Language): Promise<void> {
      await db.updateTable('people').set({ language }).where('id', '=', id).execute();
    },

    /** The names of these people, by id; ids of nobody are missing in it. */
    async names(ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
      if (ids.length === 0) return new Map();
      const rows = await db.selectFrom('people').select(['id', 'name']).where('id', 'in', ids).execute();
      return new Map(rows.map(({ id, name }) => [id, name]));
    },
  };
}
