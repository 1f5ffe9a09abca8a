// Who wants a digest or alerts, where, when and in which language. A place has one digest in each of its channels,
// a private chat besides one set of alerts; what was stopped keeps its settings.

import { sql } from 'kysely';

import type { Language } from '../core/language.ts';
import type { Hours, Weekly } from '../core/schedule.ts';
import { dateOf, dateText, storable } from './columns.ts';
import type { Database } from './connection.ts';
import type { Address } from './outbox.ts';
import type { PlaceKind, SubscriptionKind, SubscriptionRow, SubscriptionState } from './schema.ts';

/** A place and the part of it that is written to, as in an `Address`. */
export interface Spot {
  readonly placeId: number;
  readonly channel: string | null;
}

interface Standing {
  readonly id: number;
  readonly state: SubscriptionState;
  /** Why nothing could be sent; `null` unless the bot paused it. */
  readonly pauseReason: string | null;
  /** Who brought it to its state, and when; nobody where the bot did. */
  readonly changedBy: number | null;
  readonly changedAt: Date;
}

export interface DigestSubscription extends Standing {
  readonly weekly: Weekly;
  /** What was chosen for it; `null`: as the place or the person speaks. */
  readonly language: Language | null;
  /** In which it comes; `null` where nobody knows. */
  readonly spoken: Language | null;
  /** `null` unless it is active. */
  readonly nextDueAt: Date | null;
}

export interface AlertSubscription extends Standing {
  /** By the clock of the place. */
  readonly quiet: Hours | null;
}

/** Somebody who is told of good fits at once. */
export interface AlertReader {
  readonly id: number;
  readonly kind: PlaceKind;
  /** Whom the place chose; `null` where it chose nobody. */
  readonly seeker: string | null;
  readonly personId: number;
  readonly address: Address;
  readonly zone: string;
  readonly quiet: Hours | null;
  /** What they chose or speak; `null` where nobody knows. */
  readonly language: Language | null;
}

export interface DigestChoice extends Weekly {
  readonly language: Language | null;
}

export function subscriptionsIn(db: Database) {
  const rowAt = ({ placeId, channel }: Spot, kind: SubscriptionKind) =>
    addressed(db)
      .where('subscriptions.place_id', '=', placeId)
      .where('subscriptions.kind', '=', kind)
      .where('subscriptions.channel', 'is not distinct from', channel)
      .executeTakeFirst();

  async function set(
    { placeId, channel }: Spot,
    by: number,
    now: Date,
    columns: Pick<SubscriptionRow, 'kind' | 'next_due_at'> & Partial<SubscriptionRow>,
  ): Promise<void> {
    const chosen = {
      person_id: by,
      state: 'active',
      pause_reason: null,
      ...columns,
      ...changed(by, now),
    } as const;
    await db
      .insertInto('subscriptions')
      .values({ place_id: placeId, channel, created_at: dateText(now), ...chosen })
      .onConflict((conflict) =>
        conflict.expression(sql`place_id, kind, coalesce(channel, '')`).doUpdateSet(chosen),
      )
      .execute();
  }

  return {
    async digest(spot: Spot): Promise<DigestSubscription | null> {
      const row = await rowAt(spot, 'digest');
      if (row === undefined) return null;
      const nextDueAt = row.next_due_at === null ? null : dateOf(row.next_due_at);
      return {
        ...standingOf(row),
        weekly: weeklyOf(row),
        language: row.language,
        spoken: languageOf(row),
        nextDueAt,
      };
    },

    async alerts(placeId: number): Promise<AlertSubscription | null> {
      const row = await rowAt({ placeId, channel: null }, 'alerts');
      return row === undefined ? null : { ...standingOf(row), quiet: quietOf(row) };
    },

    /** A digest is due there from now on, whatever was set or stopped before. */
    async setDigest(spot: Spot, choice: DigestChoice, nextDueAt: Date, by: number, now: Date): Promise<void> {
      await set(spot, by, now, { kind: 'digest', ...choice, next_due_at: dateText(nextDueAt) });
    },

    /** What is chosen for a digest that is paused or was stopped, which it stays. */
    async adjust(id: number, choice: DigestChoice): Promise<void> {
      await db
        .updateTable('subscriptions')
        .set({ ...choice })
        .where('id', '=', id)
        .execute();
    },

    async setAlerts(placeId: number, quiet: Hours | null, by: number, now: Date): Promise<void> {
      const hours = { quiet_from: quiet?.from ?? null, quiet_until: quiet?.until ?? null };
      await set({ placeId, channel: null }, by, now, { kind: 'alerts', ...hours, next_due_at: null });
    },

    /** Nothing is due any more; the settings stay. */
    async stop(id: number, state: 'paused' | 'ended', by: number, now: Date): Promise<void> {
      await db
        .updateTable('subscriptions')
        .set({ state, pause_reason: null, next_due_at: null, ...changed(by, now) })
        .where('id', '=', id)
        .execute();
    },

    /** With what was set before it was stopped; a digest needs to know when it is due, alerts have no time. */
    async resume(id: number, nextDueAt: Date | null, by: number, now: Date): Promise<void> {
      const next_due_at = nextDueAt === null ? null : dateText(nextDueAt);
      await db
        .updateTable('subscriptions')
        .set({ state: 'active', pause_reason: null, next_due_at, ...changed(by, now) })
        .where('id', '=', id)
        .execute();
    },

    /**
     * Pauses whatever is sent to this address, since nothing arrives there for the reason given. Returns who set it up;
     * `null` where nothing was.
     */
    async pause(
      { platform, externalId, channel }: Address,
      reason: string,
      now: Date,
    ): Promise<number | null> {
      const [paused] = await db
        .updateTable('subscriptions')
        .set({ state: 'paused', pause_reason: storable(reason), next_due_at: null, ...changed(null, now) })
        .where('state', '=', 'active')
        .where('channel', 'is not distinct from', channel)
        .where('place_id', 'in', (eb) =>
          eb
            .selectFrom('places')
            .select('places.id')
            .where('places.platform', '=', platform)
            .where('places.external_id', '=', externalId),
        )
        .returning('person_id')
        .execute();
      return paused?.person_id ?? null;
    },

    async alertReaders(): Promise<readonly AlertReader[]> {
      const rows = await addressed(db)
        .where('subscriptions.kind', '=', 'alerts')
        .where('subscriptions.state', '=', 'active')
        .orderBy('subscriptions.id')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        kind: row.place_kind,
        seeker: row.seeker,
        personId: row.person_id,
        address: addressOf(row),
        zone: row.place_zone,
        quiet: quietOf(row),
        language: languageOf(row),
      }));
    },
  };
}

const changed = (by: number | null, now: Date) => ({ changed_by: by, changed_at: dateText(now) });

const standingOf = (row: SubscriptionRow): Standing => ({
  id: row.id,
  state: row.state,
  pauseReason: row.pause_reason,
  changedBy: row.changed_by,
  changedAt: dateOf(row.changed_at),
});

export function weeklyOf({ id, day, time, zone }: SubscriptionRow): Weekly {
  if (day === null || time === null || zone === null) throw new Error(`subscription ${id} has no time`);
  return { day, time, zone };
}

const quietOf = ({ quiet_from: from, quiet_until: until }: SubscriptionRow): Hours | null =>
  from === null || until === null ? null : { from, until };

/** Subscriptions with where they go and what decides about the language. */
export const addressed = (db: Database) =>
  db
    .selectFrom('subscriptions')
    .innerJoin('places', 'places.id', 'subscriptions.place_id')
    .innerJoin('people', 'people.id', 'subscriptions.person_id')
    // A private chat has the id of the account it is with.
    .leftJoin('accounts', (join) =>
      join
        .onRef('accounts.platform', '=', 'places.platform')
        .onRef('accounts.external_id', '=', 'places.external_id')
        .on('places.kind', '=', 'private'),
    )
    .selectAll('subscriptions')
    .select((eb) =>
      eb
        .selectFrom('accounts as own')
        .select('own.language')
        .whereRef('own.person_id', '=', 'subscriptions.person_id')
        .whereRef('own.platform', '=', 'places.platform')
        .orderBy('own.used_at', (order) => order.desc().nullsLast())
        .limit(1)
        .as('setter_language'),
    )
    .select([
      'places.platform',
      'places.external_id',
      'places.kind as place_kind',
      'places.zone as place_zone',
      'places.language as place_language',
      'places.empty_weeks',
      'places.seeker',
      'people.language as person_language',
      'accounts.language as account_language',
    ]);

interface Addressed extends Pick<SubscriptionRow, 'channel' | 'language'> {
  readonly platform: string;
  readonly external_id: string;
  readonly place_kind: PlaceKind;
  readonly place_language: Language | null;
  readonly person_language: Language | null;
  readonly account_language: Language | null;
  readonly setter_language: Language | null;
}

export const addressOf = ({ platform, external_id, channel }: Addressed): Address => ({
  platform,
  externalId: external_id,
  channel,
});

/** What was chosen for it, else by the person or the place, else what the platform says a person speaks: who set it. */
export const languageOf = (row: Addressed): Language | null =>
  row.language ??
  (row.place_kind === 'private'
    ? (row.person_language ?? row.account_language)
    : (row.place_language ?? row.setter_language));
