// What Telegram takes, as it is published, and the counting of replies: they go at once, letters make room for them,
// and neither goes while the platform wants nothing.

import type { Store } from '../../storage/open.ts';
import type { Post } from '../adapter.ts';
import type { Limits } from '../allowance.ts';
import { keepSilence } from '../delivery.ts';
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

const counted: ReadonlySet<Method> = new Set([
  'sendMessage',
  'sendPhoto',
  'editMessageText',
  'editEphemeralMessageText',
]);

/** The same calls, counted; while the platform wants nothing they are refused here, as it would refuse them. */
export function countedApi(api: Api, post: Post, { rounds }: Store): Api {
  const { pacing } = post;

  function obey(chat: string, seconds: number, isOverall: boolean): void {
    const address = { platform: post.platform, externalId: chat, channel: null };
    const until = new Date(Date.now() + seconds * 1000);
    // Should it not be written, the next refusal says it again.
    keepSilence(post, rounds, address, { until, isOverall }).catch(() => {});
  }

  return {
    ...api,
    async call(method, values, options) {
      if (!counted.has(method)) return api.call(method, values, options);
      const chat = 'chat_id' in values ? String(values.chat_id) : '';
      const wait = pacing.heldFor(chat) / 1000;
      if (wait > 0) throw new ApiFault(`${method}: Telegram asked to wait`, 429, { retry_after: wait });
      // Where the chat had enough already, a refusal is its own.
      const isFull = pacing.isFull(chat);
      const settle = pacing.leave(chat);
      try {
        const result = await api.call(method, values, options);
        settle(true);
        return result;
      } catch (fault) {
        if (fault instanceof ApiFault && fault.retryAfter !== null) obey(chat, fault.retryAfter, !isFull);
        throw fault;
      } finally {
        settle(false);
      }
    },
  };
}
