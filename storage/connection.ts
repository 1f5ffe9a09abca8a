// Connections: which database a URL means, how it is opened, and what a transaction is. Hides both drivers and turns
// what they throw on opening into a StoreError.

import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

import Sqlite from 'better-sqlite3';
import { Kysely, PostgresDialect, sql, SqliteDialect } from 'kysely';
import { RateLimiterPostgres, RateLimiterSQLite } from 'rate-limiter-flexible';

import type { Dialect, Tables } from './schema.ts';
import { StoreError, type StoreFault } from './store-error.ts';

export type Database = Kysely<Tables>;

export type DatabaseUrl =
  | { readonly dialect: 'sqlite'; readonly path: string }
  | { readonly dialect: 'postgres'; readonly url: string };

/** How long one process waits for another that writes, in milliseconds. */
const patience = 5000;

/** Reads a URL without opening anything; fails with `bad_url`. */
export function parseDatabaseUrl(url: string): DatabaseUrl {
  if (url.startsWith('sqlite:')) {
    const path = url.slice('sqlite:'.length);
    if (path === '' || path.includes('\0')) throw new StoreError('bad_url', 'no path after sqlite:');
    return { dialect: 'sqlite', path };
  }
  if (/^postgres(?:ql)?:\/\//u.test(url) && URL.canParse(url)) return { dialect: 'postgres', url };
  throw new StoreError('bad_url', 'neither sqlite:PATH, sqlite::memory: nor postgres://…');
}

type Shortcut = (text: string, values: readonly unknown[]) => unknown[] | null;

/** By what a database and its transactions have in common. */
const shortcuts = new WeakMap<object, Shortcut>();

/**
 * Runs a statement without the turns that kysely's queries wait for; `null` where they have to be waited for, because
 * a transaction is open or the database is a server.
 */
export const atOnce = (db: Database, text: string, values: readonly unknown[]): unknown[] | null =>
  shortcuts.get(db.getExecutor().adapter)?.(text, values) ?? null;

export interface Connection {
  readonly db: Database;
  readonly dialect: Dialect;
  /** Counts in the same database, with statements of its own. */
  readonly counter: Counter;
}

export type Counter = RateLimiterSQLite | RateLimiterPostgres;

/** What a counter is made with. It counts and does not judge, so it has no points or duration of its own. */
const counting = {
  tableName: 'rate_limits',
  tableCreated: true,
  keyPrefix: '',
  clearExpiredByTimeout: false,
  points: 0,
  duration: 0,
};

export const connect = async (url: DatabaseUrl): Promise<Connection> =>
  url.dialect === 'sqlite' ? openFile(url.path) : openPool(url.url);

async function openFile(path: string): Promise<Connection> {
  if (path !== ':memory:') await makeFolder(dirname(resolve(path)));
  const file = new Sqlite(path, { timeout: patience });
  try {
    file.pragma('journal_mode = wal');
    file.pragma('synchronous = normal');
    file.pragma('foreign_keys = on');
  } catch (error) {
    file.close();
    throw error;
  }
  const prepared = new Map<string, Sqlite.Statement>();
  const prepare = (text: string): Sqlite.Statement => {
    // A transaction that reads first and writes later would fail, not wait, when another process wrote between.
    const statement = prepared.get(text) ?? file.prepare(text === 'begin' ? 'begin immediate' : text);
    if (prepared.size < 500) prepared.set(text, statement);
    return statement;
  };
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: { close: () => file.close(), prepare } }),
  });
  shortcuts.set(db.getExecutor().adapter, (text, values) => {
    if (file.inTransaction) return null;
    const statement = prepare(text);
    if (statement.reader) return statement.all(values);
    statement.run(values);
    return [];
  });
  // On the same connection, a single statement each time: it neither waits for a transaction that is open there nor
  // ends it, and needs none of its own.
  const storeClient = { prepare, transaction: <T>(work: () => T) => work };
  const counter = new RateLimiterSQLite({ ...counting, storeClient, storeType: 'better-sqlite3' });
  return { db, dialect: 'sqlite', counter };
}

/** Folder by folder: Node's own recursive mkdir tries for ever where a file system refuses, such as /proc. */
async function makeFolder(path: string): Promise<void> {
  if (existsSync(path)) return;
  await makeFolder(dirname(path));
  await mkdir(path).catch((error: unknown) => {
    if (!existsSync(path)) throw new StoreError('unwritable', String(error), { cause: error });
  });
}

/** Its driver is loaded for those alone who have a server. */
async function openPool(connectionString: string): Promise<Connection> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ connectionString, connectionTimeoutMillis: patience });
  // A connection lost while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const counter = new RateLimiterPostgres({ ...counting, storeClient: pool, storeType: 'pool' });
  return { db, dialect: 'postgres', counter };
}

/** All of `work` or nothing. Inside a transaction it is a part that can fail alone; one part at a time. */
export async function atomically<T>(db: Database, work: (db: Database) => Promise<T>): Promise<T> {
  if (!db.isTransaction) return db.transaction().execute(work);
  await sql`savepoint part`.execute(db);
  try {
    const result = await work(db);
    await sql`release savepoint part`.execute(db);
    return result;
  } catch (error) {
    await sql`rollback to savepoint part`.execute(db);
    await sql`release savepoint part`.execute(db);
    throw error;
  }
}

const faults: readonly (readonly [RegExp, StoreFault])[] = [
  [
    /^(?:SQLITE_(?:CANTOPEN|READONLY|PERM|IOERR|FULL)|EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOSPC)/u,
    'unwritable',
  ],
  [/^SQLITE_(?:NOTADB|CORRUPT)/u, 'not_a_database'],
  [/^(?:ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOENT|57P03|53300)/u, 'unreachable'],
  [/^(?:28|3D|42501)/u, 'refused'],
];

/** What a driver threw on opening, as a StoreError. */
export function openingError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error && error.message !== '' ? error.message : code;
  const timedOut = /timeout exceeded when trying to connect|Connection terminated/u.test(message);
  const known = faults.find(([pattern]) => pattern.test(code))?.[1];
  return new StoreError(known ?? (timedOut ? 'unreachable' : 'other'), message, { cause: error });
}
