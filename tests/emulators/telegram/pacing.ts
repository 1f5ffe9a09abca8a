// How fast a bot may send: so many a second in all, about one a second to a chat, twenty a minute to a group. Whoever
// is told to wait and does not is counted.

import { Refusal } from './refusal.ts';

export interface Limits {
  /** Messages a second over all chats. */
  readonly overall: number;
  /** Messages a second to one chat, after a short burst. */
  readonly perChat: number;
  readonly burst: number;
  /** Messages a minute to one group. */
  readonly perGroup: number;
}

export const publishedLimits: Limits = { overall: 30, perChat: 1, burst: 3, perGroup: 20 };

export interface Pacing {
  limits: Limits | undefined;
  /** Requests that were too many; and of these the ones that came before the time they had been told. */
  readonly refused: number;
  readonly early: number;
  /** Refuses everything to this chat, or to all, for so many seconds. */
  flood(seconds: number, chat?: number): void;
  /** Counts a message. Throws the refusal with the seconds to wait. */
  spend(chat: number, group: boolean): void;
}

export function openPacing(now: () => number): Pacing {
  const everywhere = 0;
  const sent = new Map<number, number[]>();
  const closedUntil = new Map<number, number>();
  const credit = new Map<number, { left: number; at: number }>();
  /** Who has been refused, and knows until when. */
  const told = new Set<number>();
  let limits: Limits | undefined;
  let refused = 0;
  let early = 0;

  const refuse = (key: number, until: number): never => {
    closedUntil.set(key, until);
    told.add(key);
    refused += 1;
    const wait = Math.max(1, Math.ceil((until - now()) / 1000));
    throw new Refusal(429, `Too Many Requests: retry after ${wait}`, { retry_after: wait });
  };

  /** When the next one is welcome; 0: now. */
  function full(key: number, most: number, span: number): number {
    const recent = (sent.get(key) ?? []).filter((at) => at > now() - span);
    sent.set(key, recent);
    const first = recent.at(-most);
    return first === undefined ? 0 : first + span;
  }

  function drained(chat: number, { perChat, burst }: Limits): number {
    const { left, at } = credit.get(chat) ?? { left: burst, at: now() };
    const filled = Math.min(burst, left + ((now() - at) / 1000) * perChat);
    credit.set(chat, { left: filled, at: now() });
    return filled >= 1 ? 0 : now() + ((1 - filled) / perChat) * 1000;
  }

  return {
    get limits() {
      return limits;
    },
    set limits(next) {
      limits = next;
      for (const memory of [sent, closedUntil, credit, told]) memory.clear();
    },
    get refused() {
      return refused;
    },
    get early() {
      return early;
    },
    flood(seconds, chat = everywhere) {
      told.delete(chat);
      closedUntil.set(chat, now() + seconds * 1000);
    },
    spend(chat, group) {
      for (const key of [everywhere, chat]) {
        const until = closedUntil.get(key);
        if (until === undefined) continue;
        if (until > now()) {
          if (told.has(key)) early += 1;
          refuse(key, until);
        }
        closedUntil.delete(key);
      }
      if (limits === undefined) return;
      const all = full(everywhere, limits.overall, 1000);
      if (all > 0) refuse(everywhere, all);
      const inGroup = group ? full(chat, limits.perGroup, 60_000) : 0;
      if (inGroup > 0) refuse(chat, inGroup);
      const here = drained(chat, limits);
      if (here > 0) refuse(chat, here);
      for (const key of [everywhere, chat]) sent.set(key, [...(sent.get(key) ?? []), now()]);
      const left = credit.get(chat);
      if (left !== undefined) left.left -= 1;
    },
  };
}
