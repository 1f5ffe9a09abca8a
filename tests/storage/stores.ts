// The stores that every promise of the storage room is tested on: the same test bodies run over each of them.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { inject, onTestFinished } from 'vitest';

import { blankOpening, type Opening } from '../../core/opening.ts';
import type { NewDraft } from '../../storage/drafts.ts';
import { openStore, type Store } from '../../storage/open.ts';
import type { KeptReading } from '../../storage/readings.ts';
import type { NewOpening, Viewer } from '../../storage/stored-opening.ts';
import { freshDatabase } from '../postgres.ts';

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'store-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const urls = {
  'SQLite in memory': () => Promise.resolve('sqlite::memory:'),
  'an SQLite file': async () => `sqlite:${join(await temporaryFolder(), 'data', 'store.db')}`,
  PostgreSQL: () => freshDatabase(inject('postgres')),
} as const;

export const kinds = ['SQLite in memory', 'an SQLite file', 'PostgreSQL'] as const;
/** Those that several processes can open. */
export const lasting = ['an SQLite file', 'PostgreSQL'] as const;
export type Kind = (typeof kinds)[number];

export const freshUrl = (kind: Kind): Promise<string> => urls[kind]();

/** A store that is closed after the test. */
export async function opened(url: string): Promise<Store> {
  const store = await openStore(url);
  onTestFinished(() => store.close());
  return store;
}

export const freshStore = async (kind: Kind): Promise<Store> => opened(await freshUrl(kind));

export const noon = new Date('2026-11-10T12:00:00.000Z');
export const later = new Date('2026-11-11T08:30:00.500Z');

/** Two people, and the two groups they are in. */
export async function population(store: Store) {
  const person = async (name: string) =>
    (await store.people.identify({ platform: 'test', externalId: name, name, language: null }, noon)).id;
  const group = async (externalId: string) =>
    (await store.places.locate({ platform: 'test', externalId, kind: 'group' }, { zone: 'UTC' }, noon)).id;
  return {
    mei: await person('Mei'),
    bo: await person('Bo'),
    east: await group('east'),
    west: await group('west'),
  };
}
export type Population = Awaited<ReturnType<typeof population>>;

/** Something to hand in, by Mei in the east, for everybody. */
export const handedIn = (
  { mei, east }: Population,
  opening: Partial<Opening> = {},
  more: Partial<NewOpening> = {},
): NewOpening => ({
  profileId: 'lin',
  placeId: east,
  audience: 'public',
  submitterId: mei,
  state: 'open',
  opening: { ...blankOpening, title: 'Engineer', ...opening },
  evidence: {},
  text: '',
  source: null,
  searchText: '',
  fit: 'good',
  score: 10,
  judgedBy: 'k1',
  ...more,
});

/** Something that Mei is about to hand in, in the east. */
export const aboutToHandIn = (
  { mei, east }: Pick<Population, 'mei' | 'east'>,
  more: Partial<NewDraft> = {},
): NewDraft => ({
  profileId: 'lin',
  personId: mei,
  placeId: east,
  text: 'a post',
  opening: { ...blankOpening, title: 'Engineer' },
  evidence: { title: ['Engineer'] },
  doubts: [],
  source: null,
  asRead: null,
  jobs: [],
  ...more,
});

/** All that is kept of what was read, in its order. */
export async function readingsOf({ readings }: Store): Promise<readonly KeptReading[]> {
  const all: KeptReading[] = [];
  for await (const one of readings.all()) all.push(one);
  return all;
}

export const everything: Viewer = { personId: 0, all: true, audiences: [] };

/** A first page that everything fits on. */
export const wide = {
  profileId: 'lin',
  states: ['pending', 'open', 'rejected', 'closed'],
  order: 'best',
  page: 1,
  size: 1000,
} as const;
