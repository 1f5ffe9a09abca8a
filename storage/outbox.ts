// Letters: messages that the bot sends of its own accord. Written in the same transaction as what causes them, each
// under a key that cannot exist twice.

import type { Language } from '../core/language.ts';
import type { View } from '../core/view.ts';
import { dateOf, dateText, storable } from './columns.ts';
import type { Database } from './connection.ts';
import type { LetterKind, LetterState } from './schema.ts';

export type { LetterKind } from './schema.ts';

/** Where a letter goes, in the platform's own ids. */
export interface Address {
  readonly platform: string;
  /** The place: a group, a server, a channel, or in private the account. */
  readonly externalId: string;
  /** The part of the place that is written to: Discord's channel, Telegram's topic; `null` where there is but one. */
  readonly channel: string | null;
}

export interface NewLetter {
  /** Says what the letter is about, so that nothing is written twice: `digest 12 2026-11-30T09:00`. */
  readonly key: string;
  readonly kind: LetterKind;
  readonly address: Address;
  readonly language: Language;
  readonly view: View;
}

/** What became of a letter so far. */
export interface LetterRecord {
  readonly key: string;
  readonly kind: LetterKind;
  readonly state: LetterState;
  /** Why it failed; else `null`. */
  readonly reason: string | null;
  readonly dueAt: Date;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

export function outboxIn(db: Database) {
  return {
    /** Puts it on its way, at `dueAt` at the earliest; `false` where there is a letter with this key already. */
    async write(
      { key, kind, address, language, view }: NewLetter,
      now: Date,
      dueAt: Date = now,
    ): Promise<boolean> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('letters')
        .values({
          key,
          kind,
          platform: address.platform,
          external_id: address.externalId,
          channel: address.channel,
          language,
          view: storable(JSON.stringify(view)),
          state: 'waiting',
          parts_sent: 0,
          attempts: 0,
          due_at: dateText(dueAt),
          leased_until: null,
          leased_by: null,
          reason: null,
          created_at: dateText(now),
          ended_at: null,
        })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },

    /** Takes the letter with this key back; `false` where there is none, or where it is on its way already. */
    async withdraw(key: string): Promise<boolean> {
      const { numDeletedRows } = await db
        .deleteFrom('letters')
        .where('key', '=', key)
        .where('state', '=', 'waiting')
        .where('parts_sent', '=', 0)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },

    /** The letters to this address that were due last, the newest first. */
    async log({ platform, externalId, channel }: Address, most: number): Promise<readonly LetterRecord[]> {
      const rows = await db
        .selectFrom('letters')
        .select(['key', 'kind', 'state', 'reason', 'due_at', 'created_at', 'ended_at'])
        .where('platform', '=', platform)
        .where('external_id', '=', externalId)
        .where('channel', channel === null ? 'is' : '=', channel)
        .orderBy('due_at', 'desc')
        .orderBy('id', 'desc')
        .limit(most)
        .execute();
      return rows.map((row) => ({
        key: row.key,
        kind: row.kind,
        state: row.state,
        reason: row.reason,
        dueAt: dateOf(row.due_at),
        createdAt: dateOf(row.created_at),
        endedAt: row.ended_at === null ? null : dateOf(row.ended_at),
      }));
    },
  };
}
