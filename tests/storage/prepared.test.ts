import { describe, expect, onTestFinished, test } from 'vitest';

import { connect, parseDatabaseUrl } from '../../storage/connection.ts';
import { migrate } from '../../storage/migrations.ts';
import { prepared } from '../../storage/prepared.ts';
import { freshUrl, type Kind, kinds } from './stores.ts';

const valueOf = prepared((db, { name }: { readonly name: string }) =>
  db.selectFrom('marks').select('value').where('name', '=', name),
);

const keep = prepared((db, { name, value }: { readonly name: string; readonly value: string }) =>
  db
    .insertInto('marks')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .returning('name'),
);

async function database(kind: Kind) {
  const { db, dialect } = await connect(parseDatabaseUrl(await freshUrl(kind)));
  onTestFinished(() => db.destroy());
  await migrate(db, dialect);
  return db;
}

describe.each(kinds)('on %s, a query that is built once', (kind) => {
  test('is asked for other values each time', async () => {
    const db = await database(kind);
    expect(await valueOf(db, { name: 'a' })).toEqual([]);
    expect(await keep(db, { name: 'a', value: 'old' })).toEqual([{ name: 'a' }]);
    await keep(db, { value: 'other', name: 'b' });
    await keep(db, { name: 'a', value: 'new' });
    expect(await valueOf(db, { name: 'a' })).toEqual([{ value: 'new' }]);
    expect(await valueOf(db, { name: 'b' })).toEqual([{ value: 'other' }]);
  });

  test('is asked on another database as well', async () => {
    const [one, other] = [await database(kind), await database(kind)];
    await keep(one, { name: 'a', value: 'here' });
    expect(await valueOf(other, { name: 'a' })).toEqual([]);
  });

  test('sees what its own transaction did, and of others nothing that is taken back', async () => {
    const db = await database(kind);
    await keep(db, { name: 'a', value: 'old' });
    let outside: ReturnType<typeof valueOf> | undefined;
    const failing = db.transaction().execute(async (transaction) => {
      await keep(transaction, { name: 'a', value: 'new' });
      outside = valueOf(db, { name: 'a' });
      expect(await valueOf(transaction, { name: 'a' })).toEqual([{ value: 'new' }]);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await outside).toEqual([{ value: 'old' }]);
  });

  test('fails as every query does', async () => {
    const db = await database(kind);
    const nameless = keep(db, { name: null as never, value: '' });
    await expect(nameless).rejects.toThrow(/not.null/iu);
  });

  test('has to take every value as it is', async () => {
    const db = await database(kind);
    const bent = prepared((on: typeof db, { name }: { readonly name: string }) =>
      on.selectFrom('marks').select('value').where('name', '=', JSON.stringify({ name })),
    );
    await expect(bent(db, { name: 'a' })).rejects.toThrow('name is not in the query');
  });
});
