// What Telegram takes, as it is published, and the counting of replies: they go at once, letters make room for them,
// and neither goes while the platform wants nothing.

import type { Store } from '../../storage/open.ts';
import type { Limits } from '../allowance.ts';
import { longestOverall } from '../delivery.ts';
import type { Pacing } from '../pacing.ts';
import { type Api, ApiFault, type Method } from './api.ts';

/** Thirty messages a second in all, one a second to a chat, twenty a minute to a group. */
export const publishedLimits: Limits = {
  overall: { most: 30, span: 1000 },
  chat: (chat) => [
    { most: 1, span: 1000 },
    // Only people have positive numbers.
    ...(chat.startsWith('-') ? [{ most: 20, span: 60_000 }] : []),
  ],
};

const counted: ReadonlySet<Method> = new Set(['sendMessage', 'editMessageText', 'editEphemeralMessageText']);

/** The same calls, counted; while the platform wants nothing they are refused here, as it would refuse them. */
export function countedApi(api: Api, pacing: Pacing, { rounds }: Store): Api {
  /** Nothing goes to this chat before that time, and for a while nothing to any other. */
  function obey(chat: string, seconds: number): void {
    const overall = Math.min(seconds * 1000, longestOverall);
    pacing.hold(seconds * 1000, chat);
    pacing.hold(overall);
    const now = Date.now();
    // A pause that cannot be kept is told again by the next refusal.
    const keep = (address: Parameters<typeof rounds.pause>[1], milliseconds: number): void =>
      void rounds.pause('telegram', address, new Date(now + milliseconds)).catch(() => {});
    keep({ externalId: chat, channel: null }, seconds * 1000);
    keep(null, overall);
  }

  return {
    ...api,
    async call(method, values, options) {
      if (!counted.has(method)) return api.call(method, values, options);
      const chat = 'chat_id' in values ? String(values.chat_id) : '';
      const wait = pacing.heldFor(chat) / 1000;
      if (wait > 0) throw new ApiFault(`${method}: Telegram asked to wait`, 429, { retry_after: wait });
      const settle = pacing.leave(chat);
      try {
        const result = await api.call(method, values, options);
        settle(true);
        return result;
      } catch (fault) {
        if (fault instanceof ApiFault && fault.retryAfter !== null) obey(chat, fault.retryAfter);
        throw fault;
      } finally {
        settle(false);
      }
    },
  };
}
