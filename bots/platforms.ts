// Several platforms side by side: each runs on its own, so that one that is down or broken stops none of the others.

import { setTimeout as pause } from 'node:timers/promises';

import type { Context } from '../commands/context.ts';
import type { Fact } from '../core/view.ts';
import type { Adapter } from './adapter.ts';

type Runner = Pick<Adapter, 'platform' | 'run' | 'trouble'>;

/** In milliseconds, between a fault of an adapter itself and its next beginning: twice as long each time. */
const pauses = { shortest: 1000, longest: 60_000 };

/** Settles when `stop` has been given and every platform has finished its work in hand, or ended of itself. */
export async function runPlatforms(
  adapters: readonly Runner[],
  stop: AbortSignal,
  report: (fault: unknown, platform: string) => void,
): Promise<void> {
  await Promise.all(adapters.map((adapter) => keepRunning(adapter, stop, report)));
}

async function keepRunning(
  adapter: Runner,
  stop: AbortSignal,
  report: (fault: unknown, platform: string) => void,
): Promise<void> {
  for (let wait = pauses.shortest; !stop.aborted; wait = Math.min(wait * 2, pauses.longest)) {
    try {
      await adapter.run(stop);
      return;
    } catch (fault) {
      report(fault, adapter.platform);
      await pause(wait, undefined, { signal: stop }).catch(() => {});
    }
  }
}

/** By platform: why it is not connected, or `null`. `hide` takes secrets out of what libraries say. */
export const troublesOf = (
  adapters: readonly Runner[],
  hide: (text: string) => string,
): Readonly<Record<string, string | null>> =>
  Object.fromEntries(
    adapters.map((adapter) => {
      const trouble = adapter.trouble();
      return [adapter.platform, trouble === null ? null : hide(trouble)];
    }),
  );

/** What the platform of this place says of itself there. */
export async function factsOf(
  adapters: readonly Pick<Adapter, 'platform' | 'facts'>[],
  hide: (text: string) => string,
  context: Context,
): Promise<readonly Fact[]> {
  const here = adapters.find(({ platform }) => platform === context.place.address.platform);
  const facts = (await here?.facts(context)) ?? [];
  return facts.map(([label, value]) => [
    label,
    value.map((segment) => (typeof segment === 'string' ? hide(segment) : segment)),
  ]);
}
