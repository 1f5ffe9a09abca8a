// Long polling: asks for updates, hands them in, confirms them, and begins again after growing pauses when the
// platform does not answer. It has its own loop, because telegraf's ends with the first conflict, waits for the
// slowest handler of a batch, and goes deaf when an answer is cut short.

import { setTimeout as pause } from 'node:timers/promises';

import { type Api, ApiFault } from './api.ts';
import { allowedUpdates, type Intake } from './intake.ts';
import type { Inlet } from './journal.ts';

export interface Pace {
  /** In milliseconds, for an answer to anything else than the question for updates. */
  readonly patience: number;
  /** In milliseconds: how long an answer may pause once it began. */
  readonly idle: number;
  /** In seconds, how long the platform may hold a question to which there is nothing to say. */
  readonly hold: number;
  /** In milliseconds: how much later than that an answer may come. */
  readonly late: number;
  /** In milliseconds: the pauses after faults, each twice as long as the one before. */
  readonly shortest: number;
  readonly longest: number;
  /** In milliseconds: what takes longer is kept, and finished while the next updates are asked for. */
  readonly grace: number;
  /** In milliseconds: how long after a process was killed another takes over what it had in hand. */
  readonly lease: number;
}

export const usualPace: Pace = {
  patience: 20_000,
  idle: 5000,
  hold: 25,
  late: 10_000,
  shortest: 500,
  longest: 60_000,
  grace: 250,
  lease: 15_000,
};

/** As many as the platform hands out at once. */
const most = 100;

/** With more updates in hand no more are asked for. */
const mostInHand = 300;

/** Until `stop`; then what was handled is confirmed. `tell` hears why nothing comes in, and `null` when it does. */
export async function poll(
  api: Api,
  { intake, journal }: Inlet,
  pace: Pace,
  tell: (fault: unknown) => void,
  stop: AbortSignal,
): Promise<void> {
  let offset = 0;
  let wait = pace.shortest;
  // The first answer comes at once, so that it is known soon whether the bot is connected.
  let hold = 0;
  while (!stop.aborted) {
    try {
      const updates = await api.call(
        'getUpdates',
        { offset, limit: most, timeout: hold, allowed_updates: allowedUpdates },
        { patience: hold * 1000 + pace.late, signal: stop },
      );
      tell(null);
      hold = pace.hold;
      wait = pace.shortest;
      const open = new Set(updates);
      const all = updates.map((update) => intake.take(update).then(() => open.delete(update)));
      // Where more are waiting, they are worked on beside these.
      if (updates.length < most) await within(pace.grace, Promise.all(all));
      // The next question confirms them all, and what is slow would be lost with the process.
      await journal.keep([...open]);
      offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
      await intake.atMost(mostInHand);
    } catch (fault) {
      if (stop.aborted) break;
      tell(fault);
      hold = 0;
      const asked = fault instanceof ApiFault ? (fault.retryAfter ?? 0) * 1000 : 0;
      await pause(Math.max(wait, asked), undefined, { signal: stop }).catch(() => {});
      wait = Math.min(wait * 2, pace.longest);
    }
  }
  await intake.drained();
  // Unconfirmed updates come again, and are known then.
  await api.call('getUpdates', { offset, limit: 1, timeout: 0 }, { patience: pace.late }).catch(() => {});
}

/** Slows down whoever brings more than can be worked on. */
export async function slowDown(intake: Intake, { grace }: Pace): Promise<void> {
  await within(grace, intake.atMost(mostInHand));
}

/** Settles with the work, or after so many milliseconds. */
async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const over = new AbortController();
  await Promise.race([work, pause(milliseconds, undefined, { signal: over.signal }).catch(() => {})]);
  over.abort();
}
