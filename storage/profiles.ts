// What a seeker looked for, and since when: a version for every change of the criteria.

import type { Search } from '../core/criteria.ts';
import { dateOf, dateText, searchOf } from './columns.ts';
import { atomically, type Database } from './connection.ts';

export interface SearchVersion {
  readonly since: Date;
  readonly search: Search;
}

export function profilesIn(db: Database) {
  return {
    /**
     * Keeps this version, a Search as JSON, unless it is the newest already. `startedAt` is when the profile was
     * first recorded.
     */
    async record(
      profileId: string,
      search: string,
      now: Date,
    ): Promise<{ readonly startedAt: Date; readonly changed: boolean }> {
      searchOf(search);
      return atomically(db, async (transaction) => {
        const versions = await versionsOf(transaction, profileId);
        const changed = versions.at(-1)?.search !== search;
        if (changed) {
          await transaction
            .insertInto('profile_versions')
            .values({ profile_id: profileId, search, since: dateText(now) })
            .execute();
        }
        return { startedAt: versions[0] === undefined ? now : dateOf(versions[0].since), changed };
      });
    },

    /** All versions, oldest first. */
    async history(profileId: string): Promise<readonly SearchVersion[]> {
      const versions = await versionsOf(db, profileId);
      return versions.map(({ since, search }) => ({ since: dateOf(since), search: searchOf(search) }));
    },
  };
}

const versionsOf = (db: Database, profileId: string) =>
  db
    .selectFrom('profile_versions')
    .select(['since', 'search'])
    .where('profile_id', '=', profileId)
    .orderBy('id')
    .execute();
