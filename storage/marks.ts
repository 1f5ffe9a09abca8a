// Small values by name that have to outlive the process: what was registered with a platform, how far its updates
// were read.

import { storable } from './columns.ts';
import type { Database } from './connection.ts';
import { prepared } from './prepared.ts';

export function marksIn(db: Database) {
  return {
    async find(name: string): Promise<string | null> {
      const row = await db.selectFrom('marks').select('value').where('name', '=', name).executeTakeFirst();
      return row?.value ?? null;
    },

    async set(name: string, value: string): Promise<void> {
      await keep(db, { name, value: storable(value) });
    },
  };
}

const keep = prepared((db, { name, value }: { readonly name: string; readonly value: string }) =>
  db
    .insertInto('marks')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value })),
);
