// Later signs that a letter arrived of which nobody knew: somebody taps on it, or answers it, and the platform sends
// the message along. Knows how a message looks from outside that was sent from here.

import type { Message, Update } from '@grammyjs/types';

import { messagesOf } from '../../commands/locales/messages.ts';
import type { UnknownPart } from '../../storage/deliveries.ts';
import type { Store } from '../../storage/open.ts';
import { render } from './render.ts';

/** In milliseconds, by how much the platform's clock may differ from when the message was given to it. */
const skew = 60_000;

/** Takes note of the message that the update is about, if it is one of these letters; `me` is the bot. */
export async function takeSigns(update: Update, me: number, { deliveries }: Store): Promise<void> {
  const seen = messageIn(update, me);
  if (seen === null) return;
  const place = { platform: 'telegram', externalId: String(seen.chat.id) };
  for (const part of await deliveries.unknown(place)) {
    if (isSame(part, seen)) await deliveries.settle(part, String(seen.message_id));
  }
}

/** The bot's message that was tapped on or answered. */
function messageIn({ callback_query: query, message }: Update, me: number): Message | null {
  const answered = message?.reply_to_message;
  if (answered !== undefined) return answered.from?.id === me ? answered : null;
  const tapped = query?.message;
  // A message that is out of reach has no date.
  return tapped === undefined || tapped.date === 0 ? null : tapped;
}

function isSame({ part, view, language, begunAt }: UnknownPart, { text, caption, date }: Message): boolean {
  const html = render(view, messagesOf(language)).texts[part] ?? '';
  const isTime = Math.abs(date * 1000 - begunAt.getTime()) < skew;
  return isTime && squeezed(withoutMarkup(html)) === squeezed(text ?? caption ?? '');
}

const withoutMarkup = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

const squeezed = (text: string): string => text.replaceAll(/\s+/gu, '');
