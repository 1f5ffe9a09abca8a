// Composing digests from 10,000 openings and 1,000 referrals, beside a bare better-sqlite3 that reads the same rows; and
// 10,000 places, of which only few have anything of their own.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Sqlite from 'better-sqlite3';

import type { House } from '../../commands/context.ts';
import { openPress } from '../../commands/digest-content.ts';
import { openStore, type Store } from '../../storage/open.ts';
import { rates } from '../core/examples.ts';
import { seeker } from '../seeker.ts';
import { fill } from './fill.ts';
import { median, type Row } from './table.ts';

const openings = 10_000;
const referrals = 1000;
const places = 10_000;

const until = new Date('2026-11-10T12:00:00Z');
const span = { from: new Date('2026-11-03T12:00:00Z'), until };
const readers = {
  kind: 'group',
  personId: null,
  language: 'en',
  zone: 'UTC',
  all: false,
  emptyWeeks: 'say',
} as const;

export async function digestBench(): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const path = join(folder, 'store.db');
  const store = await openStore(`sqlite:${path}`);
  const bare = new Sqlite(path, { readonly: true });
  try {
    await fill(store, openings, until, 80);
    await refer(store);
    const house: House = {
      store,
      profile: seeker,
      startedAt: new Date('2026-09-15T00:00:00Z'),
      rates,
      language: 'en',
      zone: 'UTC',
      operators: [],
      report: (fault) => {
        throw fault;
      },
    };
    // The first one judges every opening by the criteria in force.
    await compose(house, 1);
    return [await single(house, bare), await many(house)];
  } finally {
    bare.close();
    await store.close();
    await rm(folder, { recursive: true });
  }
}

/** Every tenth opening moves in this week. */
async function refer(store: Store): Promise<void> {
  await store.transaction(async ({ stages }) => {
    for (let id = 1; id <= referrals; id += 1) {
      const moved = new Date(span.from.getTime() + id * 60_000);
      await stages.move(id * 10, { from: null, to: 'applied', note: null, by: 1 }, moved);
    }
  });
}

async function compose(house: House, count: number): Promise<number> {
  const press = openPress();
  const started = performance.now();
  for (let placeId = 1; placeId <= count; placeId += 1) {
    const view = await press(house, { ...readers, placeId, audience: `place:${placeId}` }, span, {
      lateSince: null,
    });
    if (view === null) throw new Error('there is something to tell');
  }
  return performance.now() - started;
}

async function single(house: House, bare: Sqlite.Database): Promise<Row> {
  const rows = bare.prepare(
    `select id, fit, stage, coalesce(decided_at, created_at) as at from openings where state = 'open'`,
  );
  const times: { ours: number; theirs: number }[] = [];
  for (let round = 0; round < 15; round += 1) {
    const ours = await compose(house, 1);
    const started = performance.now();
    rows.all();
    times.push({ ours, theirs: performance.now() - started });
  }
  return {
    what: `a digest of ${openings} openings and ${referrals} referrals`,
    value: median(times.map(({ ours }) => ours)),
    unit: 'ms',
    against: 'bare better-sqlite3, the same rows',
    bare: median(times.map(({ theirs }) => theirs)),
  };
}

async function many(house: House): Promise<Row> {
  const one = await compose(house, 1);
  return {
    what: `digests for ${places} places`,
    value: await compose(house, places),
    unit: 'ms',
    against: 'as many, each composed anew',
    bare: one * places,
  };
}
