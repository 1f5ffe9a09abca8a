// Who carries the letters of a platform: one process at a time, as long as it says again and again that it is there.
// And until when a platform, or a place on it, wants nothing; all processes keep to that.

import { dateOf, dateText } from './columns.ts';
import type { Database } from './connection.ts';
import type { Address } from './outbox.ts';

/** `null`: the whole platform. */
type Silenced = Pick<Address, 'externalId' | 'channel'> | null;

export interface Pause {
  readonly address: Silenced;
  readonly until: Date;
}

/** A message that was given to the platform a short time ago. */
export interface Passage {
  readonly address: Address;
  /** When it was answered, or begun where it was not. */
  readonly at: Date;
}

export function roundsIn(db: Database) {
  return {
    /**
     * Takes the round, or keeps it, until this moment. `null` where somebody else has it; else whether it was
     * somebody else's before.
     */
    async take(
      platform: string,
      holder: string,
      until: Date,
      now: Date,
    ): Promise<{ readonly isNew: boolean } | null> {
      const before = await db
        .selectFrom('rounds')
        .select(['holder', 'held_until'])
        .where('platform', '=', platform)
        .executeTakeFirst();
      const isMine = before?.holder === holder;
      if (before !== undefined && !isMine && before.held_until > dateText(now)) return null;
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('rounds')
        .values({ platform, holder, held_until: dateText(until) })
        .onConflict((conflict) =>
          conflict
            .column('platform')
            .doUpdateSet({ holder, held_until: dateText(until) })
            .where((eb) =>
              eb.or([eb('rounds.holder', '=', holder), eb('rounds.held_until', '<=', dateText(now))]),
            ),
        )
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n ? { isNew: !isMine } : null;
    },

    /** Lets others take the round at once. */
    async giveBack(platform: string, holder: string, now: Date): Promise<void> {
      await db
        .updateTable('rounds')
        .set({ held_until: dateText(now) })
        .where('platform', '=', platform)
        .where('holder', '=', holder)
        .execute();
    },

    /** Sends nothing there before this moment; a longer pause that is in force stays so. */
    async pause(platform: string, address: Silenced, until: Date): Promise<void> {
      await db
        .insertInto('delivery_pauses')
        .values({
          platform,
          external_id: address?.externalId ?? '',
          channel: address?.channel ?? '',
          paused_until: dateText(until),
        })
        .onConflict((conflict) =>
          conflict
            .columns(['platform', 'external_id', 'channel'])
            .doUpdateSet({ paused_until: dateText(until) })
            .where('delivery_pauses.paused_until', '<', dateText(until)),
        )
        .execute();
    },

    /** The pauses in force; forgets the others. */
    async pauses(platform: string, now: Date): Promise<readonly Pause[]> {
      const rows = await db
        .selectFrom('delivery_pauses')
        .selectAll()
        .where('platform', '=', platform)
        .execute();
      const isOver = (row: { readonly paused_until: string }): boolean => row.paused_until <= dateText(now);
      if (rows.some(isOver)) {
        await db
          .deleteFrom('delivery_pauses')
          .where('platform', '=', platform)
          .where('paused_until', '<=', dateText(now))
          .execute();
      }
      return rows
        .filter((row) => !isOver(row))
        .map((row) => ({
          address:
            row.external_id === ''
              ? null
              : { externalId: row.external_id, channel: row.channel === '' ? null : row.channel },
          until: dateOf(row.paused_until),
        }));
    },

    /** What was given to the platform since then, by whomever, the oldest first. */
    async passages(platform: string, since: Date): Promise<readonly Passage[]> {
      const rows = await db
        .selectFrom('letter_parts')
        .innerJoin('letters', 'letters.id', 'letter_parts.letter_id')
        .select(['external_id', 'channel', 'letter_parts.begun_at', 'letter_parts.ended_at'])
        .where('letter_parts.begun_at', '>', dateText(since))
        .where('platform', '=', platform)
        .orderBy('begun_at')
        .execute();
      return rows.map((row) => ({
        address: { platform, externalId: row.external_id, channel: row.channel },
        at: dateOf(row.ended_at ?? row.begun_at),
      }));
    },
  };
}
