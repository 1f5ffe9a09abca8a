// How often somebody did something within a window of time that begins with the first time. Kept in the database, so
// that neither a restart nor a second process forgets it; the clock is the process's own.

import { sql } from 'kysely';

import type { Counter, Database } from './connection.ts';

export interface Use {
  /** How often within the window, what was just counted included. */
  readonly times: number;
  /** Milliseconds until the window ends. */
  readonly endsIn: number;
}

export function limitsOn(db: Database, counter: Counter) {
  return {
    /** Counts a use under this key, or several at once; `window` is in seconds. */
    async use(key: string, window: number, times = 1): Promise<Use> {
      const { consumedPoints, msBeforeNext } = await counter.penalty(key, times, { customDuration: window });
      return { times: consumedPoints, endsIn: msBeforeNext };
    },

    /** How often this key was used within the window that is open, without using it. */
    async uses(key: string): Promise<number> {
      return (await counter.get(key))?.consumedPoints ?? 0;
    },

    /** Takes back uses that came to nothing. */
    async giveBack(key: string, window: number, times: number): Promise<void> {
      await counter.reward(key, times, { customDuration: window });
    },

    /** Forgets what ended before this moment. */
    async forget(before: Date): Promise<void> {
      await sql`delete from rate_limits where expire < ${before.getTime()}`.execute(db);
    },
  };
}
