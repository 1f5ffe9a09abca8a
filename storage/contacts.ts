// How people are reached, and what they want of it: whether they hear what became of things, whether they are named.

import type { Language } from '../core/language.ts';
import { dateText } from './columns.ts';
import type { Database } from './connection.ts';

/** An account of a person, as far as it matters for writing to it. */
export interface Contact {
  readonly personId: number;
  readonly platform: string;
  readonly externalId: string;
  /** What the person chose, else what the platform says they speak. */
  readonly language: Language | null;
  /** They have talked with the bot in private. */
  readonly hasChat: boolean;
  /** They let it write there no more, for all it knows. */
  readonly isShutOut: boolean;
  readonly wantsNews: boolean;
}

export interface Wishes {
  /** To be named where referrers are thanked. */
  readonly isNamed: boolean;
  /** To hear what became of what they did. */
  readonly wantsNews: boolean;
}

export function contactsIn(db: Database) {
  const accounts = () =>
    db
      .selectFrom('accounts')
      .innerJoin('people', 'people.id', 'accounts.person_id')
      .leftJoin('places', (join) =>
        join
          .onRef('places.platform', '=', 'accounts.platform')
          .onRef('places.external_id', '=', 'accounts.external_id')
          .on('places.kind', '=', 'private'),
      )
      .select([
        'people.id',
        'people.language as chosen',
        'people.wants_news',
        'accounts.platform',
        'accounts.external_id',
        'accounts.language as spoken',
        'places.id as chat',
        'places.shut_out_at',
      ])
      .orderBy('accounts.used_at', (order) => order.desc().nullsLast())
      .orderBy('accounts.created_at', 'desc');

  return {
    /** All accounts of a person, the one used last first. */
    async of(personId: number): Promise<readonly Contact[]> {
      return (await accounts().where('people.id', '=', personId).execute()).map(contactOf);
    },

    /** Those of these accounts, as `platform:ID`, that the bot has met, the one used last first. */
    async among(names: readonly string[]): Promise<readonly Contact[]> {
      if (names.length === 0) return [];
      const isOne = names.map((name) => [name.split(':', 1).join(''), name.replace(/^[^:]*:/u, '')] as const);
      const rows = await accounts()
        .where((eb) =>
          eb.or(
            isOne.map(([platform, externalId]) =>
              eb.and([eb('accounts.platform', '=', platform), eb('accounts.external_id', '=', externalId)]),
            ),
          ),
        )
        .execute();
      return rows.map(contactOf);
    },

    /** Who decided on what others handed in for this audience since then, whoever did so last first. */
    async deciders(audience: string, since: Date, most: number): Promise<readonly number[]> {
      const rows = await db
        .selectFrom('openings')
        .select('decided_by')
        .where('audience', '=', audience)
        .where('decided_at', '>', dateText(since))
        .whereRef('decided_by', '<>', 'submitter_id')
        .groupBy('decided_by')
        .orderBy((eb) => eb.fn.max('decided_at'), 'desc')
        .limit(most)
        .execute();
      return rows.flatMap(({ decided_by: id }) => id ?? []);
    },

    async wishes(personId: number): Promise<Wishes> {
      const row = await db
        .selectFrom('people')
        .select(['is_named', 'wants_news'])
        .where('id', '=', personId)
        .executeTakeFirstOrThrow();
      return { isNamed: row.is_named === 1, wantsNews: row.wants_news === 1 };
    },

    async setNamed(personId: number, isNamed: boolean): Promise<void> {
      await db
        .updateTable('people')
        .set({ is_named: Number(isNamed) })
        .where('id', '=', personId)
        .execute();
    },

    async setNews(personId: number, wantsNews: boolean): Promise<void> {
      await db
        .updateTable('people')
        .set({ wants_news: Number(wantsNews) })
        .where('id', '=', personId)
        .execute();
    },
  };
}

const contactOf = (row: {
  readonly id: number;
  readonly chosen: Language | null;
  readonly spoken: Language | null;
  readonly wants_news: number;
  readonly platform: string;
  readonly external_id: string;
  readonly chat: number | null;
  readonly shut_out_at: string | null;
}): Contact => ({
  personId: row.id,
  platform: row.platform,
  externalId: row.external_id,
  language: row.chosen ?? row.spoken,
  hasChat: row.chat !== null,
  isShutOut: row.shut_out_at !== null,
  wantsNews: row.wants_news === 1,
});
