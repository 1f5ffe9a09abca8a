// Rate limits: a bucket for each route and place, one for everything, both in fixed windows; generous until told.

import { Refusal } from './refusal.ts';

export interface Limits {
  /** Requests to one route and place in `seconds`. */
  readonly perRoute: number;
  readonly seconds: number;
  /** Requests a second in all. */
  readonly global: number;
}

interface Window {
  used: number;
  ends: number;
  isTold: boolean;
}

/** What the documentation says of all requests, and what answers to messages say of one channel. */
export const publishedLimits: Limits = { perRoute: 5, seconds: 5, global: 50 };

export const generous: Limits = { perRoute: 1_000_000, seconds: 1, global: 1_000_000 };

export interface Limiter {
  limits: Limits;
  /** Requests that were too many; and of these the ones that came before the time they had been told. */
  readonly refused: number;
  readonly early: number;
  /** Counts a request. The headers to send with whatever is answered; with a refusal where it was one too many. */
  count(
    bucket: string,
    countsGlobally: boolean,
  ): { readonly headers: Readonly<Record<string, string>>; readonly refusal: Refusal | null };
}

/** The answer to too many requests; `seconds` until the next try, to the millisecond. */
export const tooMany = (seconds: number, global: boolean): Refusal =>
  new Refusal(429, 0, 'You are being rate limited.', { retry_after: seconds, global });

export function openLimiter(now: () => number): Limiter {
  const windows = new Map<string, Window>();
  const take = (key: string, length: number): Window => {
    const open = windows.get(key);
    const window =
      open === undefined || open.ends <= now() ? { used: 0, ends: now() + length, isTold: false } : open;
    window.used += 1;
    windows.set(key, window);
    return window;
  };
  let refused = 0;
  let early = 0;
  const refuse = (window: Window): void => {
    refused += 1;
    if (window.isTold) early += 1;
    window.isTold = true;
  };
  const limiter: Limiter = {
    limits: generous,
    get refused() {
      return refused;
    },
    get early() {
      return early;
    },
    count(bucket, countsGlobally) {
      const { perRoute, seconds, global } = limiter.limits;
      const all = countsGlobally ? take('', 1000) : null;
      if (all !== null && all.used > global) {
        refuse(all);
        const wait = (all.ends - now()) / 1000;
        const headers = {
          'retry-after': String(Math.ceil(wait)),
          'x-ratelimit-global': 'true',
          'x-ratelimit-scope': 'global',
        };
        return { headers, refusal: tooMany(wait, true) };
      }
      const window = take(bucket, seconds * 1000);
      const wait = (window.ends - now()) / 1000;
      const headers = {
        'x-ratelimit-limit': String(perRoute),
        'x-ratelimit-remaining': String(Math.max(0, perRoute - window.used)),
        'x-ratelimit-reset': (window.ends / 1000).toFixed(3),
        'x-ratelimit-reset-after': wait.toFixed(3),
        'x-ratelimit-bucket': bucketName(bucket),
      };
      if (window.used <= perRoute) return { headers, refusal: null };
      refuse(window);
      return {
        headers: { ...headers, 'retry-after': String(Math.ceil(wait)), 'x-ratelimit-scope': 'user' },
        refusal: tooMany(wait, false),
      };
    },
  };
  return limiter;
}

/** Without the place: clients add that themselves. */
const bucketName = (bucket: string): string =>
  Buffer.from(bucket.split(' ').slice(0, 2).join(' ')).toString('base64url').slice(0, 32);
