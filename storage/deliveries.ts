// Letters on their way, part by part. What is begun is marked before it goes over the wire and again when the platform
// has answered, so that after a sudden end exactly those parts are uncertain that were on the wire. Only who has the
// platform's round begins anything.

import { type RawBuilder, sql } from 'kysely';

import type { Language } from '../core/language.ts';
import type { View } from '../core/view.ts';
import { dateOf, dateText } from './columns.ts';
import { atomically, type Database } from './connection.ts';
import type { Address } from './outbox.ts';
import type { LetterFailure, LetterKind } from './schema.ts';

export interface Letter {
  readonly id: number;
  readonly key: string;
  readonly kind: LetterKind;
  readonly address: Address;
  readonly language: Language;
  readonly view: View;
  /** How many of its parts are done with. */
  readonly partsSent: number;
  /** Since when the next part may have arrived, because nobody heard the platform's answer; `null`: it has not. */
  readonly begunAt: Date | null;
  readonly attempts: number;
}

/** Parts of letters by the number of the letter and their own, from 0. */
export interface PartId {
  readonly letterId: number;
  readonly part: number;
}

/** A part that may have arrived. */
export interface UnknownPart extends PartId {
  readonly language: Language;
  readonly view: View;
  readonly begunAt: Date;
}

export function deliveriesIn(db: Database) {
  /** Marks a part; and ends the letter with its last. */
  const endPart = ({ letterId, part }: PartId, mark: PartMark, isLast: boolean, now: Date): Promise<void> =>
    atomically(db, async (transaction) => {
      await transaction
        .updateTable('letter_parts')
        .set({ ...mark, ended_at: dateText(now) })
        .where('letter_id', '=', letterId)
        .where('part', '=', part)
        .execute();
      await transaction
        .updateTable('letters')
        .set({ parts_sent: part + 1 })
        .where('id', '=', letterId)
        .execute();
      if (isLast) await end(transaction, letterId, now);
    });

  return {
    /**
     * Letters that are due and may be sent, at most one to each address: those that were begun first, then alerts,
     * then news; places take turns.
     */
    async due(
      platform: string,
      { most, except }: { readonly most: number; readonly except: readonly number[] },
      now: Date,
    ): Promise<readonly Letter[]> {
      const urgency = sql<number>`case when parts_sent > 0 then 0 when kind = 'alert' then 1
        when kind = 'news' then 2 else 3 end`;
      const turn = (by: RawBuilder<unknown>) =>
        sql<number>`row_number() over (partition by ${by} order by ${urgency}, due_at, id)`;
      const silenced = await pausesOf(db, platform, now);
      if (silenced.some(({ external_id: place }) => place === '')) return [];
      const places = silenced.flatMap((one) => (one.channel === '' ? [one.external_id] : []));
      const channels = silenced.flatMap((one) =>
        one.channel === '' ? [] : [`${one.external_id} ${one.channel}`],
      );
      const waiting = db
        .selectFrom('letters')
        .select([
          'id as waiting_id',
          urgency.as('urgency'),
          turn(sql`external_id`).as('place_turn'),
          turn(sql`external_id, coalesce(channel, '')`).as('turn'),
        ])
        .where('platform', '=', platform)
        .where('state', '=', 'waiting')
        .where('due_at', '<=', dateText(now))
        .$if(except.length > 0, (query) => query.where('id', 'not in', except))
        .$if(places.length > 0, (query) => query.where('external_id', 'not in', places))
        .$if(channels.length > 0, (query) =>
          query.where(sql<string>`external_id || ' ' || coalesce(channel, '')`, 'not in', channels),
        );
      const rows = await db
        .selectFrom(waiting.as('waiting'))
        .innerJoin('letters', 'letters.id', 'waiting_id')
        .leftJoin('letter_parts', (join) =>
          join.onRef('letter_id', '=', 'letters.id').on('letter_parts.state', '=', 'begun'),
        )
        .selectAll('letters')
        .select('begun_at')
        .where('turn', '=', 1)
        .orderBy('urgency')
        .orderBy('place_turn')
        .orderBy('due_at')
        .orderBy('letters.id')
        .limit(most)
        .execute();
      return rows.map((row) => ({
        id: row.id,
        key: row.key,
        kind: row.kind,
        address: { platform, externalId: row.external_id, channel: row.channel },
        language: row.language,
        view: viewOf(row.view),
        partsSent: row.parts_sent,
        begunAt: row.begun_at === null ? null : dateOf(row.begun_at),
        attempts: row.attempts,
      }));
    },

    /**
     * Marks that the part is about to be given to the platform, which is certain only when this has settled. `false`
     * where it must not be: the letter is gone or further on, somebody else has the round, or there is a pause.
     * `isAmbiguous`: it was begun before, may have arrived, and the platform will not notice.
     */
    async begin(
      { letterId, part }: PartId,
      { holder, isAmbiguous }: { readonly holder: string; readonly isAmbiguous: boolean },
      now: Date,
    ): Promise<boolean> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('letter_parts')
        .columns(['letter_id', 'part', 'state', 'begun_at'])
        .expression(
          db
            .selectFrom('letters')
            .innerJoin('rounds', 'rounds.platform', 'letters.platform')
            .select([
              'letters.id',
              sql<number>`cast(${part} as integer)`.as('part'),
              sql<'begun'>`'begun'`.as('state'),
              sql<string>`cast(${dateText(now)} as text)`.as('begun_at'),
            ])
            .where('letters.id', '=', letterId)
            .where('state', '=', 'waiting')
            .where('parts_sent', '=', part)
            .where('holder', '=', holder)
            .where('held_until', '>', dateText(now))
            .where((eb) => eb.not(eb.exists(pauseOfLetter(db, now)))),
        )
        .onConflict((conflict) =>
          conflict
            .columns(['letter_id', 'part'])
            .doUpdateSet((eb) => ({ repeats: eb('letter_parts.repeats', '+', isAmbiguous ? 1 : 0) }))
            .where('letter_parts.state', '=', 'begun'),
        )
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },

    /** The platform took the part; `messageId` is what it calls it. */
    accept: (id: PartId, messageId: string, isLast: boolean, now: Date): Promise<void> =>
      endPart(id, { state: 'sent', message_id: messageId }, isLast, now),

    /** The platform's answer was lost: nobody knows whether the part arrived, and it is not sent again. */
    lose: (id: PartId, isLast: boolean, now: Date): Promise<void> =>
      endPart(id, { state: 'unknown' }, isLast, now),

    /** Every part of the letter is done with. */
    finish: (letterId: number, now: Date): Promise<void> => end(db, letterId, now),

    /** The platform did not take the letter this time; `isCertain`: the part that was begun has not arrived. */
    async putOff({ letterId, part }: PartId, isCertain: boolean): Promise<void> {
      await atomically(db, async (transaction) => {
        if (isCertain) {
          await transaction
            .deleteFrom('letter_parts')
            .where('letter_id', '=', letterId)
            .where('part', '=', part)
            .where('state', '=', 'begun')
            .execute();
        }
        await transaction
          .updateTable('letters')
          .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
          .where('id', '=', letterId)
          .execute();
      });
    },

    /** The rest of the letter will never arrive. */
    async fail(letterId: number, reason: LetterFailure, now: Date): Promise<void> {
      await atomically(db, async (transaction) => {
        await transaction
          .deleteFrom('letter_parts')
          .where('letter_id', '=', letterId)
          .where('state', '=', 'begun')
          .execute();
        await transaction
          .updateTable('letters')
          .set({ state: 'failed', reason, ended_at: dateText(now) })
          .where('id', '=', letterId)
          .where('state', '=', 'waiting')
          .execute();
      });
    },

    /** Parts of letters to this place that may have arrived, and whose text is still kept. */
    async unknown({ platform, externalId }: Pick<Address, 'platform' | 'externalId'>) {
      const rows = await db
        .selectFrom('letter_parts')
        .innerJoin('letters', 'letters.id', 'letter_id')
        .select(['letter_id', 'part', 'language', 'view', 'begun_at'])
        .where('platform', '=', platform)
        .where('external_id', '=', externalId)
        .where('letter_parts.state', '=', 'unknown')
        .where('view', 'is not', null)
        .execute();
      return rows.map((row): UnknownPart => ({
        letterId: row.letter_id,
        part: row.part,
        language: row.language,
        view: viewOf(row.view),
        begunAt: dateOf(row.begun_at),
      }));
    },

    /** A part that was unknown has been seen where it was meant to arrive. */
    async settle({ letterId, part }: PartId, messageId: string): Promise<void> {
      await atomically(db, async (transaction) => {
        await transaction
          .updateTable('letter_parts')
          .set({ state: 'sent', message_id: messageId })
          .where('letter_id', '=', letterId)
          .where('part', '=', part)
          .where('state', '=', 'unknown')
          .execute();
        await transaction
          .updateTable('letters')
          .set({ state: 'sent' })
          .where('id', '=', letterId)
          .where('state', '=', 'unknown')
          .where((eb) => eb.not(eb.exists(unknownParts(transaction, letterId))))
          .execute();
      });
    },
  };
}

type PartMark = { readonly state: 'sent'; readonly message_id: string } | { readonly state: 'unknown' };

const unknownParts = (db: Database, letterId: number) =>
  db
    .selectFrom('letter_parts')
    .select('part')
    .where('letter_id', '=', letterId)
    .where('state', '=', 'unknown');

async function end(db: Database, letterId: number, now: Date): Promise<void> {
  await db
    .updateTable('letters')
    .set((eb) => ({
      state: eb
        .case()
        .when(eb.exists(unknownParts(db, letterId)))
        .then(sql<'unknown'>`'unknown'`)
        .else(sql<'sent'>`'sent'`)
        .end(),
      ended_at: dateText(now),
    }))
    .where('id', '=', letterId)
    .where('state', '=', 'waiting')
    .execute();
}

const pausesOf = (db: Database, platform: string, now: Date) =>
  db
    .selectFrom('delivery_pauses')
    .select(['external_id', 'channel'])
    .where('platform', '=', platform)
    .where('paused_until', '>', dateText(now))
    .execute();

/** Of the platform, of the place, or of the part of the place that the letter in the query around it is for. */
const pauseOfLetter = (db: Database, now: Date) =>
  db
    .selectFrom('delivery_pauses')
    .select('paused_until')
    .where('platform', '=', sql.ref<string>('letters.platform'))
    .where('external_id', 'in', [sql.ref<string>('letters.external_id'), sql.lit('')])
    .where('channel', 'in', [sql<string>`coalesce(letters.channel, '')`, sql.lit('')])
    .where('paused_until', '>', dateText(now));

/** Was written by this room, from a View. */
function viewOf(json: string | null): View {
  if (json === null) throw new Error('the text of a letter that is still needed was forgotten');
  return JSON.parse(json) as View;
}
