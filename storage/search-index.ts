// The index of openings by token: FTS5 on SQLite, a tsvector with GIN on PostgreSQL. Everything about tokens is
// decided by core/search-tokens.ts, so that both find the same.

import { type RawBuilder, sql } from 'kysely';

import { type QueryToken, queryTokens, searchTokens } from '../core/search-tokens.ts';
import type { Database } from './connection.ts';
import type { Dialect } from './schema.ts';

/** Makes this text what the opening is found by, instead of what it was before. */
export async function indexText(
  db: Database,
  dialect: Dialect,
  openingId: number,
  text: string,
): Promise<void> {
  const tokens = searchTokens(text);
  if (dialect === 'sqlite') {
    await unindex(db, dialect, openingId);
    await sql`insert into opening_search (rowid, tokens) values (${openingId}, ${tokens.join(' ')})`.execute(
      db,
    );
  } else {
    await sql`insert into opening_search (opening_id, tokens)
      values (${openingId}, array_to_tsvector(${tokens}::text[]))
      on conflict (opening_id) do update set tokens = excluded.tokens`.execute(db);
  }
}

/** Lets the opening be found by nothing. */
export async function unindex(db: Database, dialect: Dialect, openingId: number): Promise<void> {
  await (
    dialect === 'sqlite'
      ? sql`delete from opening_search where rowid = ${openingId}`
      : sql`delete from opening_search where opening_id = ${openingId}`
  ).execute(db);
}

/** A subquery of the ids of all openings that have every word of the query; a query without words finds nothing. */
export function idsFound(dialect: Dialect, query: string): RawBuilder<number> {
  const wanted = queryTokens(query);
  if (wanted.length === 0) return sql`(select id from openings where 1 = 0)`;
  return dialect === 'sqlite'
    ? sql`(select rowid from opening_search where opening_search match ${wanted.map(ftsTerm).join(' AND ')})`
    : sql`(select opening_id from opening_search where tokens @@ ${wanted.map(tsTerm).join(' & ')}::tsquery)`;
}

// A token holds neither quotes nor backslashes, so quoting it is all that is needed.
const ftsTerm = ({ token, prefix }: QueryToken): string => `"${token}"${prefix ? '*' : ''}`;
const tsTerm = ({ token, prefix }: QueryToken): string => `'${token}'${prefix ? ':*' : ''}`;
