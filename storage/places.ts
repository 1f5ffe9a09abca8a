// Places where people talk with the bot, and what is set for each.

import type { Language } from '../core/language.ts';
import { dateOf, dateText, storable } from './columns.ts';
import { atomically, type Database } from './connection.ts';
import { prepared } from './prepared.ts';
import type { EmptyWeeks, Freedom, PlaceKind, ShutOutReason } from './schema.ts';

export { type EmptyWeeks, emptyWeeks, freedoms, type PlaceKind, type ShutOutReason } from './schema.ts';

export interface PlaceAddress {
  readonly platform: string;
  readonly externalId: string;
  readonly kind: PlaceKind;
}

/** What moderators decide for their place. */
export interface PlaceSettings {
  /** The platform's id of a role whose members are moderators too. */
  readonly moderatorRole: string | null;
  /** Whose openings are shown at once, besides those of moderators and the seeker. */
  readonly submitWithoutReview: Freedom;
  /** How many openings one person, and all together, may hand in here within a day; `null`: as everywhere. */
  readonly submissionsPerPerson: number | null;
  readonly submissionsPerPlace: number | null;
  /** How many commands one person may give here within a minute; `null`: as everywhere. */
  readonly commandsPerPerson: number | null;
  /** What becomes of a digest with nothing in it. */
  readonly emptyWeeks: EmptyWeeks;
  /** The id of the profile whose seeker the bot carries here; `null`: the first one's. */
  readonly seeker: string | null;
}

export interface Place {
  readonly id: number;
  readonly kind: PlaceKind;
  /** What was set for it; `null` until then. */
  readonly language: Language | null;
  /** An IANA time zone. */
  readonly zone: string;
  readonly settings: PlaceSettings;
  /** `null` as long as the bot can write here, for all it knows. */
  readonly shutOut: ShutOut | null;
}

interface ShutOut {
  readonly reason: ShutOutReason;
  readonly since: Date;
}

const columns = [
  'id',
  'kind',
  'language',
  'zone',
  'moderator_role',
  'submit_without_review',
  'submissions_per_person',
  'submissions_per_place',
  'commands_per_person',
  'empty_weeks',
  'seeker',
  'shut_out_reason',
  'shut_out_at',
] as const;

interface PlaceRow {
  readonly id: number;
  readonly kind: PlaceKind;
  readonly language: Language | null;
  readonly zone: string;
  readonly moderator_role: string | null;
  readonly submit_without_review: Freedom;
  readonly submissions_per_person: number | null;
  readonly submissions_per_place: number | null;
  readonly commands_per_person: number | null;
  readonly empty_weeks: EmptyWeeks;
  readonly seeker: string | null;
  readonly shut_out_reason: ShutOutReason | null;
  readonly shut_out_at: string | null;
}

export function placesIn(db: Database) {
  return {
    /** The place at this address; made with `zone` the first time. Two calls at once make one place. */
    async locate(
      { platform, externalId, kind }: PlaceAddress,
      { zone }: { readonly zone: string },
      now: Date,
    ): Promise<Place> {
      const [known] = await placeAt(db, { platform, externalId });
      if (known?.kind === kind) return placeOf(known);
      const row = await db
        .insertInto('places')
        .values({ platform, external_id: externalId, kind, language: null, zone, created_at: dateText(now) })
        .onConflict((conflict) => conflict.columns(['platform', 'external_id']).doUpdateSet({ kind }))
        .returning(columns)
        .executeTakeFirstOrThrow();
      return placeOf(row);
    },

    async setLanguage(id: number, language: Language): Promise<void> {
      await db.updateTable('places').set({ language }).where('id', '=', id).execute();
    },

    /** Where messages reach the place, and in which language if one was set. */
    async whereabouts(id: number): Promise<Omit<PlaceAddress, 'kind'> & Pick<Place, 'language'>> {
      const row = await db
        .selectFrom('places')
        .select(['platform', 'external_id', 'language'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return { platform: row.platform, externalId: row.external_id, language: row.language };
    },

    async setZone(id: number, zone: string): Promise<void> {
      await db.updateTable('places').set({ zone }).where('id', '=', id).execute();
    },

    async settings(id: number): Promise<PlaceSettings> {
      const row = await db
        .selectFrom('places')
        .select(columns)
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return settingsOf(row);
    },

    /** Sets what is named in `patch`, and leaves the rest as it is. */
    async change(id: number, patch: Partial<PlaceSettings>): Promise<void> {
      await atomically(db, async (transaction) => {
        const row = await transaction
          .updateTable('places')
          .set({ id })
          .where('id', '=', id)
          .returning(columns)
          .executeTakeFirstOrThrow();
        const settings = { ...settingsOf(row), ...patch };
        await transaction.updateTable('places').set(columnsOf(settings)).where('id', '=', id).execute();
      });
    },

    /** The bot cannot write at this address any more; what is set there stays. Does nothing where it never was. */
    async shutOut(platform: string, externalId: string, reason: ShutOutReason, now: Date): Promise<void> {
      await db
        .updateTable('places')
        .set((eb) => ({
          shut_out_reason: reason,
          shut_out_at: eb.fn.coalesce('shut_out_at', eb.val(dateText(now))),
        }))
        .where('platform', '=', platform)
        .where('external_id', '=', externalId)
        .execute();
    },

    /** Why the bot cannot write at this address; `null` where it can, for all it knows. */
    async exclusion(platform: string, externalId: string): Promise<ShutOutReason | null> {
      const row = await db
        .selectFrom('places')
        .select('shut_out_reason')
        .where('platform', '=', platform)
        .where('external_id', '=', externalId)
        .executeTakeFirst();
      return row?.shut_out_reason ?? null;
    },

    /** How many places the bot cannot write to. */
    async shutOuts(): Promise<number> {
      const { count } = await db
        .selectFrom('places')
        .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
        .where('shut_out_at', 'is not', null)
        .executeTakeFirstOrThrow();
      return count;
    },

    /** The bot can write at these addresses, again or as before. */
    async letIn(platform: string, ...externalIds: readonly string[]): Promise<void> {
      if (externalIds.length === 0) return;
      await db
        .updateTable('places')
        .set(reachable)
        .where('platform', '=', platform)
        .where('external_id', 'in', externalIds)
        .where('shut_out_at', 'is not', null)
        .execute();
    },

    /**
     * The platform gave the place another id, under which it is the same place with all that is set for it; letters
     * follow. What was already begun under the new id is taken along; `false` when the old id is unknown.
     */
    async move(platform: string, oldExternalId: string, newExternalId: string): Promise<boolean> {
      if (oldExternalId === newExternalId) return false;
      return atomically(db, async (transaction) => {
        await transaction
          .updateTable('letters')
          .set({ external_id: newExternalId })
          .where('platform', '=', platform)
          .where('external_id', '=', oldExternalId)
          .execute();
        const idOf = async (externalId: string) =>
          (
            await transaction
              .selectFrom('places')
              .select('id')
              .where('platform', '=', platform)
              .where('external_id', '=', externalId)
              .executeTakeFirst()
          )?.id;
        const old = await idOf(oldExternalId);
        if (old === undefined) return false;
        const begun = await idOf(newExternalId);
        if (begun !== undefined) await absorb(transaction, begun, old);
        await transaction
          .updateTable('places')
          .set({ external_id: newExternalId, ...reachable })
          .where('id', '=', old)
          .execute();
        return true;
      });
    },
  };
}

const reachable = { shut_out_reason: null, shut_out_at: null };

const placeAt = prepared((db, { platform, externalId }: Omit<PlaceAddress, 'kind'>) =>
  db
    .selectFrom('places')
    .select(columns)
    .where('platform', '=', platform)
    .where('external_id', '=', externalId),
);

const settingsOf = (row: PlaceRow): PlaceSettings => ({
  moderatorRole: row.moderator_role,
  submitWithoutReview: row.submit_without_review,
  submissionsPerPerson: row.submissions_per_person,
  submissionsPerPlace: row.submissions_per_place,
  commandsPerPerson: row.commands_per_person,
  emptyWeeks: row.empty_weeks,
  seeker: row.seeker,
});

const columnsOf = (settings: PlaceSettings) => ({
  moderator_role: settings.moderatorRole === null ? null : storable(settings.moderatorRole),
  submit_without_review: settings.submitWithoutReview,
  submissions_per_person: settings.submissionsPerPerson,
  submissions_per_place: settings.submissionsPerPlace,
  commands_per_person: settings.commandsPerPerson,
  empty_weeks: settings.emptyWeeks,
  seeker: settings.seeker,
});

const placeOf = (row: PlaceRow): Place => ({
  id: row.id,
  kind: row.kind,
  language: row.language,
  zone: row.zone,
  settings: settingsOf(row),
  shutOut:
    row.shut_out_reason === null || row.shut_out_at === null
      ? null
      : { reason: row.shut_out_reason, since: dateOf(row.shut_out_at) },
});

/** Hands everything in the place `begun` over to `kept`. */
async function absorb(db: Database, begun: number, kept: number): Promise<void> {
  await db
    .updateTable('openings')
    .set({ audience: `place:${kept}` })
    .where('audience', '=', `place:${begun}`)
    .execute();
  await db
    .updateTable('inquiries')
    .set({ audience: `place:${kept}` })
    .where('audience', '=', `place:${begun}`)
    .execute();
  await db.updateTable('inquiries').set({ place_id: kept }).where('place_id', '=', begun).execute();
  await db.updateTable('openings').set({ place_id: kept }).where('place_id', '=', begun).execute();
  await db.updateTable('drafts').set({ place_id: kept }).where('place_id', '=', begun).execute();
  const busy = db.selectFrom('dialogues').select('person_id').where('place_id', '=', kept);
  await db
    .updateTable('dialogues')
    .set({ place_id: kept })
    .where('place_id', '=', begun)
    .where('person_id', 'not in', busy)
    .execute();
  await absorbSubscriptions(db, begun, kept);
  await db.deleteFrom('places').where('id', '=', begun).execute();
}

/** What both have of one kind in one channel stays as it is in `kept`. */
async function absorbSubscriptions(db: Database, begun: number, kept: number): Promise<void> {
  await db
    .updateTable('subscriptions')
    .set({ place_id: kept })
    .where('place_id', '=', begun)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('subscriptions as other')
            .select('other.id')
            .where('other.place_id', '=', kept)
            .whereRef('other.kind', '=', 'subscriptions.kind')
            .whereRef('other.channel', 'is not distinct from', 'subscriptions.channel'),
        ),
      ),
    )
    .execute();
}
