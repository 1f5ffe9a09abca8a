// Places where people talk with the bot, and what is set for each.

import type { Language } from '../core/language.ts';
import { dateText } from './columns.ts';
import type { Database } from './connection.ts';
import type { PlaceKind } from './schema.ts';

export type { PlaceKind } from './schema.ts';

export interface PlaceAddress {
  readonly platform: string;
  readonly externalId: string;
  readonly kind: PlaceKind;
}

export interface Place {
  readonly id: number;
  readonly kind: PlaceKind;
  /** What was set for it; `null` until then. */
  readonly language: Language | null;
  /** An IANA time zone. */
  readonly zone: string;
}

export function placesIn(db: Database) {
  return {
    /** The place at this address; made with `zone` the first time. Two calls at once make one place. */
    async locate(
      { platform, externalId, kind }: PlaceAddress,
      { zone }: { readonly zone: string },
      now: Date,
    ): Promise<Place> {
      const known = await db
        .selectFrom('places')
        .select(['id', 'kind', 'language', 'zone'])
        .where('platform', '=', platform)
        .where('external_id', '=', externalId)
        .executeTakeFirst();
      if (known?.kind === kind) return known;
      return db
        .insertInto('places')
        .values({ platform, external_id: externalId, kind, language: null, zone, created_at: dateText(now) })
        .onConflict((conflict) => conflict.columns(['platform', 'external_id']).doUpdateSet({ kind }))
        .returning(['id', 'kind', 'language', 'zone'])
        .executeTakeFirstOrThrow();
    },

    async setLanguage(id: number, language: Language): Promise<void> {
      await db.updateTable('places').set({ language }).where('id', '=', id).execute();
    },
  };
}
