// The description of the tables that row types are made from, compared with what the migrations made.

import { join } from 'node:path';

import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';

import { tables } from '../../storage/schema.ts';
import { freshDatabase } from '../postgres.ts';
import { opened, temporaryFolder } from './stores.ts';

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
}

/** The index and the limits are not read as rows, and differ between the databases. */
const isRows = ({ table }: Column) => !table.startsWith('opening_search') && table !== 'rate_limits';

const declared: readonly Column[] = Object.entries(tables).flatMap(([table, columns]) =>
  Object.entries(columns).map(([name, { type, nullable }]) => ({ table, name, type, nullable })),
);

const sorted = (columns: readonly Column[]) =>
  columns
    .filter(isRows)
    .map(({ table, name, type, nullable }) => `${table}.${name} ${type}${nullable ? ' or null' : ''}`)
    .toSorted();

test('the row types are the columns of SQLite', async () => {
  const path = join(await temporaryFolder(), 'store.db');
  await opened(`sqlite:${path}`);
  const file = new Sqlite(path, { readonly: true });
  onTestFinished(() => {
    file.close();
  });
  const columns = file
    .prepare<[], { table: string; name: string; type: string; nullable: number }>(
      `select tables.name as "table", columns.name, lower(columns.type) as type,
        columns."notnull" = 0 and columns.pk = 0 as nullable
      from sqlite_schema as tables join pragma_table_info(tables.name) as columns
      where tables.type = 'table' and tables.name not like 'sqlite_%'`,
    )
    .all()
    .map((column) => ({ ...column, nullable: column.nullable === 1 }));
  expect(sorted(columns)).toEqual(sorted(declared));
});

test('the row types are the columns of PostgreSQL', async () => {
  const url = await freshDatabase(inject('postgres'));
  await opened(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  const { rows } = await client.query<Column>(
    `select table_name as "table", column_name as name, data_type as type, is_nullable = 'YES' as nullable
    from information_schema.columns where table_schema = 'public'`,
  );
  expect(sorted(rows)).toEqual(sorted(declared));
});
