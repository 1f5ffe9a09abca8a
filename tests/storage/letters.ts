// Letters for tests of the outbox, and a process that may carry them.

import type { Store } from '../../storage/open.ts';
import type { NewLetter } from '../../storage/outbox.ts';
import { noon } from './stores.ts';

/** So many seconds after noon. */
export const after = (seconds: number): Date => new Date(noon.getTime() + seconds * 1000);

export const toEast = { platform: 'test', externalId: 'east', channel: null } as const;

export const letter = (change: Partial<NewLetter> = {}): NewLetter => ({
  key: 'news 1',
  kind: 'news',
  address: toEast,
  language: 'en',
  view: { kind: 'view', blocks: [{ kind: 'text', text: ['Hello'] }] },
  ...change,
});

export const me = 'this process';

/** The store, with the round of the platform `test` taken by this process until an hour later. */
export async function withRound(store: Store): Promise<Store> {
  await store.rounds.take('test', me, after(3600), noon);
  return store;
}

/** The keys of the letters that may be sent, in order. */
export const dueKeys = async ({ deliveries }: Store, now = noon, most = 100): Promise<readonly string[]> =>
  (await deliveries.due('test', { most, except: [] }, now)).map(({ key }) => key);

/** Takes the only letter that is due. */
export async function onlyDue({ deliveries }: Store, now = noon) {
  const [first, ...others] = await deliveries.due('test', { most: 10, except: [] }, now);
  if (first === undefined || others.length > 0) throw new Error(`${others.length + 1} letters are due`);
  return first;
}
