// Who speaks, and where: a message or a tap as the rest of the bot knows it. Knows what the platform makes of
// administrators who speak as their group, and of channels.

import type { Chat, Message, User } from '@grammyjs/types';

import type { Origin, Role } from '../../commands/context.ts';
import type { Language } from '../../core/language.ts';
import type { Administrators } from './administrators.ts';

/** An account of the platform: a person, or a chat that speaks for itself. */
export interface Speaker {
  readonly id: number;
  readonly name: string;
  readonly language: Language | null;
  /** A person, who can be answered so that nobody else sees it; not a group or a channel. */
  readonly isPerson: boolean;
}

/** Who wrote a message; `null` for bots, service accounts and posts that a channel passes on by itself. */
export function speakerOf({
  from,
  sender_chat: sender,
  chat,
  is_automatic_forward,
}: Message): Speaker | null {
  if (is_automatic_forward === true) return null;
  if (chat.type === 'channel') return asSpeaker(chat);
  if (sender !== undefined) return asSpeaker(sender);
  return from === undefined || from.is_bot ? null : personOf(from);
}

export const personOf = ({ id, first_name, last_name, language_code }: User): Speaker => ({
  id,
  name: [first_name, last_name].filter((part) => part !== undefined && part !== '').join(' '),
  language: languageOf(language_code),
  isPerson: true,
});

const asSpeaker = (chat: Chat): Speaker => ({
  id: chat.id,
  name: chat.title ?? chat.first_name ?? '',
  language: null,
  isPerson: false,
});

/** Where a message stands, as far as that says whose it is. */
export type Where = Pick<Message, 'chat' | 'message_thread_id' | 'is_topic_message'>;

/** Whoever speaks as the group itself, or posts in a channel, administers it. */
export async function originOf(
  speaker: Speaker,
  message: Where,
  administrators: Administrators,
): Promise<Origin> {
  const { chat } = message;
  const thread = threadOf(message);
  const isModerator =
    speaker.id === chat.id
      ? chat.type !== 'private'
      : chat.type !== 'private' && speaker.isPerson && (await administrators.includes(chat.id, speaker.id));
  const roles: readonly Role[] = isModerator ? ['moderator'] : [];
  return {
    platform: 'telegram',
    person: { externalId: String(speaker.id), name: speaker.name, language: speaker.language },
    place: {
      externalId: String(chat.id),
      kind: kindOf(chat),
      channel: thread === null ? null : String(thread),
    },
    isOpen: true,
    roles,
  };
}

/** The topic; General and chats without topics have none. */
export const threadOf = ({ is_topic_message: isInTopic, message_thread_id: thread }: Where): number | null =>
  isInTopic === true ? (thread ?? null) : null;

function kindOf({ type }: Chat): Origin['place']['kind'] {
  if (type === 'private' || type === 'channel') return type;
  return 'group';
}

/** From an IETF tag such as `zh-hans`. */
function languageOf(tag: string | undefined): Language | null {
  const [primary] = (tag ?? '').toLowerCase().split('-');
  if (primary === 'zh' || primary === 'en') return primary;
  return null;
}
