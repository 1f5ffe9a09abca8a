// Searching 100,000 openings, beside a bare better-sqlite3 that answers the same question from the same file: the
// same index, visibility, order and page, the same total.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import Sqlite from 'better-sqlite3';

import { openStore, type Store } from '../../storage/open.ts';
import { fill } from './fill.ts';
import { median, type Row } from './table.ts';

const openings = 100_000;
const size = 20;

/** A rare word, common ones, Chinese ones, and two at once. */
const queries = [
  { query: 'job777', match: '"job777"' },
  { query: 'python', match: '"python"' },
  { query: 'C++', match: '"c++"' },
  { query: '推理', match: '"推理"' },
  { query: '深', match: '"深"*' },
  { query: 'kafka berlin', match: '"kafka" AND "berlin"' },
  { query: '大模型 rust', match: '"大模" AND "模型" AND "rust"' },
] as const;

export async function searchBench(): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const path = join(folder, 'store.db');
  const store = await openStore(`sqlite:${path}`);
  const bare = new Sqlite(path, { readonly: true });
  try {
    await fill(store, openings, new Date('2026-11-10T12:00:00Z'));
    return [await compare(store, bare)];
  } finally {
    bare.close();
    await store.close();
    await rm(folder, { recursive: true });
  }
}

/** The medians of all queries, in turn with the bare ones so that both see the same noise, summed. */
async function compare(store: Store, bare: Sqlite.Database): Promise<Row> {
  const where = `profile_id = ? and state in ('open') and (submitter_id = ? or audience in ('public', 'place:1'))
    and id in (select rowid from opening_search where opening_search match ?)`;
  const count = bare.prepare(`select count(*) as total from openings where ${where}`);
  const page = bare.prepare<unknown[], { readonly id: number }>(`select * from openings where id in (
    select id from openings where ${where} order by fit, score desc, id desc limit ? offset 0
  ) order by fit, score desc, id desc`);
  const viewer = { personId: 4711, all: false, audiences: ['public', 'place:1'] };
  let ours = 0;
  let theirs = 0;
  for (const { query, match } of queries) {
    const times: { ours: number; theirs: number }[] = [];
    for (let round = 0; round < 15; round += 1) {
      const started = performance.now();
      const found = await store.openings.search({
        profileId: 'lin',
        viewer,
        states: ['open'],
        order: 'best',
        page: 1,
        size,
        query,
      });
      const between = performance.now();
      const total = count.get('lin', viewer.personId, match);
      const rows = page.all('lin', viewer.personId, match, size);
      times.push({ ours: between - started, theirs: performance.now() - between });
      const same = isDeepStrictEqual(
        [total, rows.map(({ id }) => id)],
        [{ total: found.total }, found.items.map(({ id }) => id)],
      );
      if (!same) throw new Error(`the bare query for ${query} answers another question`);
    }
    ours += median(times.map((time) => time.ours));
    theirs += median(times.map((time) => time.theirs));
  }
  return {
    what: `search of ${openings} openings, first page and total`,
    value: ours / queries.length,
    unit: 'ms',
    against: 'bare better-sqlite3, same index',
    bare: theirs / queries.length,
  };
}
