// Letters on their way in tests: the real carrier on a store and a platform's stand-in.

import { Writable } from 'node:stream';

import { expect, onTestFinished } from 'vitest';

import type { Post } from '../../bots/adapter.ts';
import type { Desk } from '../../bots/delivery.ts';
import { openLog } from '../../bots/log.ts';
import { carryLetters, openDesk } from '../../bots/outbox.ts';
import type { House } from '../../commands/context.ts';
import type { View } from '../../core/view.ts';
import type { Address, LetterRecord, NewLetter } from '../../storage/outbox.ts';

/** A view of one short paragraph. */
export const saying = (text: string, more: Partial<View> = {}): View => ({
  kind: 'view',
  blocks: [{ kind: 'text', text: [text] }],
  ...more,
});

/** Carries letters until the test ends, or until `end`. */
export function startCarrier(house: House, post: Post, change: Partial<Desk> = {}) {
  const lines: string[] = [];
  const output = new Writable({
    write(line, _, done) {
      lines.push(String(line));
      done();
    },
  });
  const log = openLog({ level: 'info', secrets: [] }, output);
  const desk = { ...openDesk(house, log), ...change };
  const stop = new AbortController();
  const running = carryLetters(post, desk, stop.signal);
  const end = async (): Promise<void> => {
    stop.abort();
    await running;
  };
  onTestFinished(end);
  return { end, lines };
}

/** What tests do with the outbox of a house. */
export function outboxOf({ store }: House) {
  let written = 0;
  return {
    /** Writes a letter that is due now; returns its key. */
    write: async (address: Address, view: View, change: Partial<NewLetter> = {}): Promise<string> => {
      written += 1;
      const key = change.key ?? `letter ${written}`;
      await store.outbox.write({ key, kind: 'news', address, language: 'en', view, ...change }, new Date());
      return key;
    },
    /** What became of the last letter to the address, as soon as it has ended. */
    ended: async (address: Address): Promise<LetterRecord> => {
      const last = async () => (await store.outbox.log(address, 1))[0];
      await expect
        .poll(async () => (await last())?.state, { interval: 10, timeout: 15_000 })
        .toMatch(/sent|unknown|failed/u);
      const ended = await last();
      if (ended === undefined) throw new Error('the letter vanished');
      return ended;
    },
  };
}
