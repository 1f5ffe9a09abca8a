// People by their accounts on platforms; one person may have several. A person is made the first time an account is
// seen, and two people become one when they show that they are.

import type { Language } from '../core/language.ts';
import { dateOf, dateText, storable } from './columns.ts';
import { atomically, type Database } from './connection.ts';
import { prepared } from './prepared.ts';

export interface Account {
  readonly platform: string;
  readonly externalId: string;
  /** As the platform shows it. */
  readonly name: string;
  /** What the platform says they speak, if the bot speaks it. */
  readonly language: Language | null;
}

export interface Person {
  readonly id: number;
  /** What they chose; `null` until then. */
  readonly language: Language | null;
}

/** In milliseconds; how exactly it is kept when an account was used last. */
const usedWithin = 60 * 60 * 1000;

export function peopleIn(db: Database) {
  return {
    /** The person of this account; keeps their newest name and language. Two calls at once make one person. */
    async identify({ platform, externalId, name, language }: Account, now: Date): Promise<Person> {
      const shown = storable(name);
      const account = { platform, externalId, name: shown, language };
      const [known] = await personOf(db, { platform, externalId });
      if (known?.account === shown && known.spoken === language && wasUsed(known.used_at, now))
        return { id: known.id, language: known.language };
      return atomically(db, async (transaction) => {
        if (known !== undefined) {
          await refresh(transaction, account, now);
          if (known.account !== shown) await rename(transaction, known.id, shown);
          return { id: known.id, language: known.language };
        }
        const { id } = await transaction
          .insertInto('people')
          .values({ name: shown, language: null, created_at: dateText(now) })
          .returning('id')
          .executeTakeFirstOrThrow();
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('accounts')
          .values({
            platform,
            external_id: externalId,
            person_id: id,
            name: shown,
            created_at: dateText(now),
            language,
            used_at: dateText(now),
          })
          .onConflict((conflict) => conflict.columns(['platform', 'external_id']).doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows === 1n) return { id, language: null };
        await transaction.deleteFrom('people').where('id', '=', id).execute();
        const [other] = await personOf(transaction, { platform, externalId });
        if (other === undefined) throw new Error('an account vanished while it was looked up');
        return { id: other.id, language: other.language };
      });
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

    /** The accounts of a person, in the order they came. */
    async accounts(id: number): Promise<readonly Account[]> {
      const rows = await db
        .selectFrom('accounts')
        .select(['platform', 'external_id', 'name', 'language'])
        .where('person_id', '=', id)
        .orderBy('created_at')
        .orderBy('platform')
        .orderBy('external_id')
        .execute();
      return rows.map((row) => ({
        platform: row.platform,
        externalId: row.external_id,
        name: row.name,
        language: row.language,
      }));
    },

    /**
     * Makes two people one: whatever belonged to `from` belongs to `into`, who keeps their own language if they
     * chose one. What either agreed to or refused to hear holds for both. There is no way back.
     */
    async merge(from: number, into: number): Promise<void> {
      if (from === into) return;
      await atomically(db, (transaction) => merged(transaction, from, into));
    },
  };
}

const personOf = prepared((db, { platform, externalId }: Pick<Account, 'platform' | 'externalId'>) =>
  db
    .selectFrom('accounts')
    .innerJoin('people', 'people.id', 'accounts.person_id')
    .select([
      'people.id',
      'people.language',
      'accounts.name as account',
      'accounts.language as spoken',
      'accounts.used_at',
    ])
    .where('accounts.platform', '=', platform)
    .where('accounts.external_id', '=', externalId),
);

const wasUsed = (at: string | null, now: Date): boolean =>
  at !== null && now.getTime() - dateOf(at).getTime() < usedWithin;

const refresh = (db: Database, { platform, externalId, name, language }: Account, now: Date) =>
  db
    .updateTable('accounts')
    .set({ name, language, used_at: dateText(now) })
    .where('platform', '=', platform)
    .where('external_id', '=', externalId)
    .execute();

const rename = (db: Database, id: number, name: string) =>
  db.updateTable('people').set({ name }).where('id', '=', id).execute();

async function merged(db: Database, from: number, into: number): Promise<void> {
  const people = await db
    .selectFrom('people')
    .select(['id', 'language', 'is_named', 'wants_news'])
    .where('id', 'in', [from, into])
    .execute();
  const [kept, gone] = [into, from].map((id) => people.find((person) => person.id === id));
  if (kept === undefined || gone === undefined)
    throw new Error(`there is no person ${kept === undefined ? into : from}`);
  if (kept.language === null && gone.language !== null) {
    await db.updateTable('people').set({ language: gone.language }).where('id', '=', into).execute();
  }
  await db
    .updateTable('people')
    .set({
      is_named: Math.max(kept.is_named, gone.is_named),
      wants_news: Math.min(kept.wants_news, gone.wants_news),
    })
    .where('id', '=', into)
    .execute();
  await db.updateTable('accounts').set({ person_id: into }).where('person_id', '=', from).execute();
  await db.updateTable('openings').set({ submitter_id: into }).where('submitter_id', '=', from).execute();
  await db.updateTable('openings').set({ decided_by: into }).where('decided_by', '=', from).execute();
  await db.updateTable('opening_changes').set({ changed_by: into }).where('changed_by', '=', from).execute();
  await db.updateTable('stage_changes').set({ changed_by: into }).where('changed_by', '=', from).execute();
  await db.updateTable('inquiries').set({ asker_id: into }).where('asker_id', '=', from).execute();
  await db.updateTable('notes').set({ written_by: into }).where('written_by', '=', from).execute();
  await db.updateTable('drafts').set({ person_id: into }).where('person_id', '=', from).execute();
  await db.updateTable('subscriptions').set({ person_id: into }).where('person_id', '=', from).execute();
  await db.updateTable('subscriptions').set({ changed_by: into }).where('changed_by', '=', from).execute();
  await mergeReferrals(db, from, into);
  const busy = db.selectFrom('dialogues').select('place_id').where('person_id', '=', into);
  await db
    .updateTable('dialogues')
    .set({ person_id: into })
    .where('person_id', '=', from)
    .where('place_id', 'not in', busy)
    .execute();
  await db.deleteFrom('people').where('id', '=', from).execute();
}

/** Where both handed in the same opening, the earlier of the two counts. */
async function mergeReferrals(db: Database, from: number, into: number): Promise<void> {
  const moved = await db
    .deleteFrom('opening_referrers')
    .where('person_id', '=', from)
    .returning(['opening_id', 'referred_at'])
    .execute();
  for (const { opening_id, referred_at } of moved) {
    await db
      .insertInto('opening_referrers')
      .values({ opening_id, person_id: into, referred_at })
      .onConflict((conflict) =>
        conflict
          .columns(['opening_id', 'person_id'])
          .doUpdateSet({ referred_at })
          .where('opening_referrers.referred_at', '>', referred_at),
      )
      .execute();
  }
}
