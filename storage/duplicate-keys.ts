// The keys that openings with the same post have in common, as rows, so that either database finds candidates by its
// index. Everything about keys is decided by core/duplicates.ts.

import { duplicateKeys, keysVersion } from '../core/duplicates.ts';
import type { Opening } from '../core/opening.ts';
import { openingOf } from './columns.ts';
import { atomically, type Database } from './connection.ts';
import { marksIn } from './marks.ts';

/** Makes these the keys of the opening, instead of those it had before. */
export async function keepKeys(db: Database, id: number, opening: Opening, text: string): Promise<void> {
  await db.deleteFrom('opening_keys').where('opening_id', '=', id).execute();
  const keys = new Set(duplicateKeys({ opening, text }));
  if (keys.size === 0) return;
  await db
    .insertInto('opening_keys')
    .values([...keys].map((key) => ({ opening_id: id, key })))
    .execute();
}

const mark = 'duplicate keys';
const batch = 500;

/** Gives every opening keys as this release makes them, where an earlier one made other keys or none. */
export async function refreshKeys(db: Database): Promise<void> {
  if ((await marksIn(db).find(mark)) === keysVersion) return;
  await atomically(db, async (transaction) => {
    for (let last = 0; ;) {
      const rows = await transaction
        .selectFrom('openings')
        .select(['id', 'opening', 'text'])
        .where('id', '>', last)
        .orderBy('id')
        .limit(batch)
        .execute();
      for (const { id, opening, text } of rows) await keepKeys(transaction, id, openingOf(opening), text);
      const end = rows.at(-1);
      if (end === undefined) break;
      last = end.id;
    }
    await marksIn(transaction).set(mark, keysVersion);
  });
}
