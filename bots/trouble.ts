// Why a platform is not connected, and when that was so last; in words for operators.

import type { Context } from '../commands/context.ts';
import { platformName } from '../commands/names.ts';
import type { Fact } from '../core/view.ts';

export interface Trouble {
  /** `null` while it is connected. */
  readonly now: () => string | null;
  set(why: string | null): void;
  /** The last interruption, if there was one. */
  facts(context: Context): readonly Fact[];
}

export function openTrouble(): Trouble {
  let current: string | null = 'not connected yet';
  let last: { readonly why: string; readonly at: Date } | null = null;
  return {
    now: () => current,
    set(why) {
      if (why !== null && why !== current) last = { why, at: new Date() };
      current = why;
    },
    facts: ({ words, place }) =>
      last === null
        ? []
        : [[words.status.interruption, [words.status.interrupted(last.why, last.at, place.zone)]]],
  };
}

/** In milliseconds; less may be the way that a message takes. */
const noticeable = 3000;

/** How the clock of this machine stands beside the platform's; `ahead` is in milliseconds, `null`: nobody knows. */
export function clockFacts(platform: string, ahead: number | null, { words }: Context): readonly Fact[] {
  if (ahead === null) return [];
  const { clocks } = words.status;
  const name = platformName(platform);
  if (Math.abs(ahead) < noticeable) return [[clocks.label(name), [clocks.same]]];
  return [[clocks.label(name), [(ahead > 0 ? clocks.ahead : clocks.behind)(Math.abs(ahead))]]];
}
