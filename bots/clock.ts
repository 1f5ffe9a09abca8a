// The clock: each minute it lets the work be done that is due. The only file that knows node-cron, and what that does
// when the machine's clock is put back or forth.

import { schedule } from 'node-cron';

import type { Log } from './log.ts';

/** In milliseconds. */
const minute = 60_000;
/** A tick that takes longer is no longer waited for: it may hang, and the others must not hang with it. */
const longestTick = 10 * minute;
/** How often the machine's clock is looked at, and by how much it has to be off to count as put back or forth. */
const look = 5_000;
const jump = minute / 2;

/** Ticks until `stop` is given, and settles when the work in hand is done. What fails is logged, and due again. */
export async function keepTime(
  work: (now: Date) => Promise<void>,
  log: Log,
  stop: AbortSignal,
): Promise<void> {
  const inHand = new Set<Promise<void>>();
  async function tick(): Promise<void> {
    const done = work(new Date())
      .catch((fault: unknown) => log.error({ err: fault }, 'a tick failed; the next one tries again'))
      .finally(() => inHand.delete(done));
    inHand.add(done);
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const limit = setTimeout(resolve, longestTick);
    await Promise.race([done, late]);
    clearTimeout(limit);
  }
  // In UTC no minute is skipped or repeated. A tick that is late by less than a minute is not given up.
  const ticks = schedule('* * * * *', tick, {
    timezone: 'UTC',
    noOverlap: true,
    missedExecutionTolerance: minute - 1,
    suppressMissedWarning: true,
    logger: log,
  });
  // Set back, node-cron would be silent until the clock has caught up; put forth, it goes through every minute between.
  let seen = Date.now();
  const watch = setInterval(() => {
    const passed = Date.now() - seen;
    seen += passed;
    if (Math.abs(passed - look) < jump) return;
    log.warn({ seconds: Math.round((passed - look) / 1000) }, 'the clock of this machine was changed');
    void ticks.stop();
    void ticks.start();
  }, look);
  await stopped(stop);
  clearInterval(watch);
  await ticks.destroy();
  await Promise.all(inHand);
}

function stopped(stop: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (stop.aborted) resolve();
  else stop.addEventListener('abort', () => resolve(), { once: true });
  return promise;
}
