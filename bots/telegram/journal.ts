// Updates that the platform counts as delivered before they are worked on: kept in the store until they are, so that
// those of a process that was killed are worked on by the one that follows, or by another beside it.

import { setTimeout as pause } from 'node:timers/promises';

import type { Update } from '@grammyjs/types';

import type { Store } from '../../storage/open.ts';
import type { Intake } from './intake.ts';
import { openWriter } from './writer.ts';

export interface Journal {
  /** Keeps these, and has those worked on that never came before. Fails with the database. */
  keep(updates: readonly Update[]): Promise<void>;
  /** Takes up what is left of a process that is gone. Fails with the database. */
  resume(): Promise<void>;
  /** Takes up what other processes leave behind, and holds what is in hand here, until `stop`. */
  tend(stop: AbortSignal): Promise<void>;
  /** Settles when it is written what has been worked on. */
  settled(): Promise<void>;
}

/** Where updates come in. */
export interface Inlet {
  readonly intake: Intake;
  readonly journal: Journal;
}

/** In milliseconds: longer than the platform goes on delivering what it was not answered for. */
const memory = 48 * 60 * 60 * 1000;
const hour = 60 * 60 * 1000;

/**
 * `source` tells this bot's updates from those of others. `lease` is for how many milliseconds what is in hand belongs
 * to this process alone, counted anew thrice as often.
 */
export function openJournal(
  { updates, dialect }: Pick<Store, 'updates' | 'dialect'>,
  source: string,
  intake: Intake,
  lease: number,
): Journal {
  const held = new Set<string>();
  const done = new Set<string>();
  const end = (): Date => new Date(Date.now() + lease);

  const writer = openWriter(async () => {
    const ids = [...done];
    try {
      await updates.finish(source, ids);
    } catch {
      // They are held on to, and written with the next ones.
      return;
    }
    for (const id of ids) {
      done.delete(id);
      held.delete(id);
    }
  });

  async function work(update: Update): Promise<void> {
    const id = String(update.update_id);
    held.add(id);
    await intake.take(update);
    done.add(id);
    writer.soon();
  }

  async function takeOver(before: Date | null): Promise<void> {
    const left = await updates.takeOver(source, before, end());
    // Kept as the platform sent them.
    const found = left.map(({ json }) => JSON.parse(json) as Update);
    for (const update of found.toSorted((one, other) => one.update_id - other.update_id)) void work(update);
  }

  return {
    async keep(given) {
      const rows = given.map((update) => ({ id: String(update.update_id), json: JSON.stringify(update) }));
      const fresh = await updates.keep(source, rows, end(), new Date());
      for (const update of given) if (fresh.has(String(update.update_id))) void work(update);
    },

    async resume() {
      await updates.forget(new Date(Date.now() - memory));
      // A file has no other process that could be working on them.
      await takeOver(dialect === 'sqlite' ? null : new Date());
    },

    async tend(stop) {
      let cleared = Date.now();
      while (!stop.aborted) {
        await pause(lease / 3, undefined, { signal: stop }).catch(() => {});
        if (stop.aborted) break;
        try {
          if (done.size > 0) writer.soon();
          await updates.hold(source, [...held], end());
          await takeOver(new Date());
          if (Date.now() - cleared > hour) {
            cleared = Date.now();
            await updates.forget(new Date(cleared - memory));
          }
        } catch {
          // The database is away; what is kept there can wait until it is back.
        }
      }
    },

    settled: () => writer.settled(),
  };
}
