// Bad days: what a test can ask the stand-in to do to the next matching request.

import { tooMany } from './limits.ts';
import { Refusal } from './refusal.ts';

export type Fault =
  /** Refused as too many; `seconds` until the next try. */
  | { readonly kind: 'rate limit'; readonly seconds: number; readonly global?: boolean }
  /** Refused by a proxy, with a page instead of JSON; what was asked is done first if `accepted`. */
  | { readonly kind: 'status'; readonly status: number; readonly accepted?: boolean }
  /** Refused with an error of the API. */
  | { readonly kind: 'error'; readonly status: number; readonly code: number; readonly message: string }
  /** The connection breaks without an answer; what was asked is done first if `accepted`. */
  | { readonly kind: 'drop'; readonly accepted: boolean }
  /** Done, but the answer ends in mid-body. */
  | { readonly kind: 'cut' }
  /** Done, but the answer waits for the promise. */
  | { readonly kind: 'slow'; readonly until: Promise<unknown> };

export interface Faults {
  /** The next `times` requests whose `METHOD /path` matches suffer the fault, after so many were spared. */
  readonly add: (matching: RegExp, fault: Fault, times?: number, after?: number) => void;
  take(request: string): Fault | null;
}

export function openFaults(): Faults {
  const planned: { readonly matching: RegExp; readonly fault: Fault; times: number; spared: number }[] = [];
  return {
    add(matching, fault, times = 1, after = 0) {
      planned.push({ matching, fault, times, spared: after });
    },
    take(request) {
      const concerned = planned.filter(({ matching }) => matching.test(request));
      const plan = concerned.find(({ spared }) => spared === 0);
      for (const one of concerned) one.spared = Math.max(0, one.spared - 1);
      if (plan === undefined) return null;
      plan.times -= 1;
      if (plan.times === 0) planned.splice(planned.indexOf(plan), 1);
      return plan.fault;
    },
  };
}

/** The refusal a fault stands for; null for those that are no answer of the API. */
export function refusalOf(fault: Fault | null): Refusal | null {
  if (fault?.kind === 'rate limit') return tooMany(fault.seconds, fault.global === true);
  if (fault?.kind === 'error') return new Refusal(fault.status, fault.code, fault.message);
  return null;
}
