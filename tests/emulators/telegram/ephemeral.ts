// Messages in a group that one person alone sees (Bot API 10.2 and later). They have ids of their own and 0 for a
// message id.

import { findChat } from './access.ts';
import { asCaption, asText, type Content, readCaption, readText } from './content.ts';
import { readMarkup } from './keyboard.ts';
import type { Params } from './params.ts';
import { badRequest } from './refusal.ts';
import type { WireMessage } from './wire.ts';
import { type ChatRecord, noteExtras, seconds, seen, statusOf, wireChat, type World } from './world.ts';

/** Milliseconds in which a person's ephemeral message may be answered. */
const answerable = 15_000;

export function sendEphemeral(world: World, chat: ChatRecord, params: Params, content: Content): WireMessage {
  if (chat.type !== 'group' && chat.type !== 'supergroup') {
    throw badRequest('ephemeral messages can be sent only in groups');
  }
  const receiver = findReceiver(world, chat, params.object('ephemeral_message_parameters'));
  checkReply(world, chat, params);
  chat.lastEphemeralId += 1;
  const message: WireMessage = {
    message_id: 0,
    ephemeral_message_id: chat.lastEphemeralId,
    receiver_user: receiver,
    from: world.bot,
    date: seconds(world),
    chat: wireChat(world, chat),
    ...content,
    reply_markup: readMarkup(params).keyboard,
    message_thread_id: params.integer('message_thread_id'),
    is_topic_message: params.integer('message_thread_id') === undefined ? undefined : true,
  };
  chat.ephemerals.set(chat.lastEphemeralId, message);
  noteExtras(message, { preview: params.object('link_preview_options')?.values['is_disabled'] !== true });
  chat.said.put(seen(world, message));
  return message;
}

function findReceiver(world: World, chat: ChatRecord, wanted: Params | undefined) {
  const id = wanted?.integer('receiver_user_id') ?? 0;
  const person = world.people.get(id);
  const status = statusOf(chat, id);
  if (person === undefined || status === 'left' || status === 'kicked')
    throw badRequest('USER_NOT_PARTICIPANT');
  const query = wanted?.text('callback_query_id');
  if (query !== undefined && world.taps.get(query)?.person !== id) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  if (wanted?.flag('replace_callback_query_message') === true && query === undefined) {
    throw badRequest('callback_query_id must be specified');
  }
  return person.user;
}

function checkReply(world: World, chat: ChatRecord, params: Params): void {
  const id = params.object('reply_parameters')?.integer('ephemeral_message_id');
  if (id === undefined) return;
  const message = chat.ephemerals.get(id);
  const late = message === undefined || world.now() - message.date * 1000 > answerable + 1000;
  if (late) throw badRequest('message to be replied not found');
}

function find(world: World, params: Params): { chat: ChatRecord; message: WireMessage } {
  const chat = findChat(world, params);
  const message = chat.ephemerals.get(params.integer('ephemeral_message_id') ?? 0);
  if (message === undefined || message.receiver_user?.id !== params.integer('receiver_user_id')) {
    throw badRequest('message to edit not found');
  }
  return { chat, message };
}

function change(world: World, params: Params, content: Content): true {
  const { chat, message } = find(world, params);
  Object.assign(message, content, { reply_markup: readMarkup(params).keyboard });
  chat.edited.put(seen(world, message));
  return true;
}

export const editEphemeralMessageText = (world: World, params: Params) =>
  change(world, params, asText(readText(world, params)));

export const editEphemeralMessageCaption = (world: World, params: Params) =>
  change(world, params, asCaption(readCaption(params)));

export const editEphemeralMessageReplyMarkup = (world: World, params: Params) => change(world, params, {});

export function deleteEphemeralMessage(world: World, params: Params): true {
  const { chat, message } = find(world, params);
  chat.ephemerals.delete(message.ephemeral_message_id ?? 0);
  chat.deleted.put(message.ephemeral_message_id ?? 0);
  return true;
}
