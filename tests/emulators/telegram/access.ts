// Who the bot may write to and what it may see: every request about a chat passes here first.

import type { Params } from './params.ts';
import { badRequest, forbidden } from './refusal.ts';
import { type ChatRecord, isAdmin, statusOf, type Topic, type World } from './world.ts';

/** The chat a request is about. Throws when it is missing, unknown, moved away, or closed to the bot. */
export function findChat(world: World, params: Params, field = 'chat_id'): ChatRecord {
  const text = params.text(field) ?? '';
  if (text === '') throw badRequest(`${field} is empty`);
  const chat = text.startsWith('@')
    ? [...world.chats.values()].find(
        ({ username }) => username?.toLowerCase() === text.slice(1).toLowerCase(),
      )
    : world.chats.get(Number(text));
  if (chat === undefined) {
    if (world.people.has(Number(text))) throw forbidden("bot can't initiate conversation with a user");
    throw badRequest('chat not found');
  }
  if (chat.migratedTo !== undefined) {
    throw badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: chat.migratedTo });
  }
  if (chat.type !== 'private') {
    const status = statusOf(chat, world.bot.id);
    if (status === 'kicked') throw forbidden(`bot was kicked from the ${chat.type} chat`);
    if (status === 'left') throw forbidden(`bot is not a member of the ${chat.type} chat`);
  }
  return chat;
}

/** The chat, where the bot may also send. */
export function findWritable(world: World, params: Params): ChatRecord {
  const chat = findChat(world, params);
  if (chat.type === 'private') {
    const person = world.people.get(chat.id);
    if (person?.deactivated === true) throw forbidden('user is deactivated');
    if (person?.blocked === true) throw forbidden('bot was blocked by the user');
    if (person?.opened !== true) throw forbidden("bot can't initiate conversation with a user");
    return chat;
  }
  const admin = isAdmin(chat, world.bot.id);
  if (chat.type === 'channel' && (!admin || chat.readOnly))
    throw badRequest('need administrator rights in the channel chat');
  if (!admin && (chat.readOnly || statusOf(chat, world.bot.id) === 'restricted')) {
    throw badRequest('not enough rights to send text messages to the chat');
  }
  return chat;
}

/**
 * The topic to send to; undefined for chats without topics and for General, which is reached without a thread only.
 * In a plain supergroup a thread is named by its first message.
 */
export function findThread(world: World, chat: ChatRecord, params: Params): Topic | undefined {
  const thread = params.integer('message_thread_id');
  const manages = isAdmin(chat, world.bot.id);
  if (thread === undefined) {
    if (chat.forum && chat.generalClosed && !manages) throw badRequest('TOPIC_CLOSED');
    return undefined;
  }
  const topic = chat.topics.get(thread);
  if (topic === undefined) {
    if (!chat.forum && chat.type === 'supergroup' && chat.messages.has(thread)) return undefined;
    throw badRequest('message thread not found');
  }
  if (topic.closed && !manages) throw badRequest('TOPIC_CLOSED');
  return topic;
}
