// Letters on Telegram: messages that nobody asked for at that moment. Knows what the server's refusals mean for a
// letter, and which faults leave open whether it arrived.

import type { House } from '../../commands/context.ts';
import { messagesOf } from '../../commands/locales/messages.ts';
import { DeliveryError, type DeliveryFault, type Post } from '../adapter.ts';
import type { Pacing } from '../pacing.ts';
import { type Api, ApiFault } from './api.ts';
import { asMarkup } from './delivery.ts';
import { openMessages } from './message.ts';
import { render } from './render.ts';
import { shutOutBy } from './standing.ts';

/** In milliseconds; a letter's answer that has not come by then is not waited for any more. */
const patience = 10_000;

export function telegramPost(
  api: Api,
  { store, pictureOf }: Pick<House, 'store' | 'pictureOf'>,
  pacing: Pacing,
): Post {
  const sendMessage = openMessages((method, values) => api.call(method, values, { patience }), store);

  return {
    platform: 'telegram',
    noticesRepeatsFor: 0,
    pacing,
    chatOf: ({ externalId }) => externalId,
    async check() {
      await api.call('getMe', {}, { patience }).catch((fault: unknown) => refuse(fault, ''));
    },
    async messagesOf(view, language) {
      const picture = (await pictureOf?.(view)) ?? null;
      const { texts, keyboard } = render(view, messagesOf(language));
      return texts.map((text, index) => async ({ externalId, channel }) => {
        const markup = index === texts.length - 1 ? asMarkup(keyboard) : null;
        const sent = await sendMessage(
          { text, picture: index === 0 ? picture : null },
          {
            chat_id: Number(externalId),
            ...(channel === null ? {} : { message_thread_id: Number(channel) }),
            ...(markup === null ? {} : { reply_markup: markup }),
          },
        ).catch((fault: unknown) => refuse(fault, externalId));
        return String(sent.message_id);
      });
    },
  };
}

/** Throws what the fault means for a letter to this place. */
function refuse(fault: unknown, to: string): never {
  if (!(fault instanceof ApiFault)) throw fault;
  throw new DeliveryError(fault.message, meaningOf(fault, to), { cause: fault });
}

function meaningOf(fault: ApiFault, to: string): DeliveryFault {
  const { code, retryAfter, hasLeft, message } = fault;
  if (retryAfter !== null) {
    // Telegram does not say whether it means this chat or all.
    return { kind: 'later', at: new Date(Date.now() + retryAfter * 1000), isOverall: true };
  }
  // Of a gateway that waited in vain for the server nobody knows what the server did.
  if ((code === null && hasLeft) || code === 504) return { kind: 'unknown' };
  if (code === 400 && topicIsClosed.test(message)) return { kind: 'never', reason: 'closed' };
  const reason = shutOutBy(fault, Number(to)) ?? (code === 400 ? 'unfit' : null);
  return reason === null ? { kind: 'later', at: null, isOverall: true } : { kind: 'never', reason };
}

/** Refusals of this code differ by their words alone. */
const topicIsClosed = /TOPIC_(?:CLOSED|DELETED)|message thread not found/iu;
