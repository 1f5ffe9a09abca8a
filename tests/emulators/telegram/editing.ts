// Methods that change what is already in a chat: edits, deletions, pins, reactions, and the sign of typing.

import { findChat, findThread, findWritable } from './access.ts';
import { asCaption, asText, type Content, readCaption, readText } from './content.ts';
import { readMarkup } from './keyboard.ts';
import type { Params } from './params.ts';
import { badRequest } from './refusal.ts';
import type { WireMessage } from './wire.ts';
import { type ChatRecord, isAdmin, seconds, seen, type World } from './world.ts';

/** Milliseconds after which a bot can no longer delete a message in a group. */
const deletable = 48 * 60 * 60 * 1000;

function findOwn(world: World, params: Params): { chat: ChatRecord; message: WireMessage } {
  const chat = findWritable(world, params);
  const id = params.integer('message_id');
  if (id === undefined) throw badRequest('message identifier is not specified');
  const message = chat.messages.get(id);
  if (message === undefined) throw badRequest('message to edit not found');
  const own = message.from?.id === world.bot.id || chat.type === 'channel';
  if (!own || message.forward_origin !== undefined) throw badRequest("message can't be edited");
  return { chat, message };
}

function change(world: World, params: Params, content: (message: WireMessage) => Content): WireMessage {
  const { chat, message } = findOwn(world, params);
  const fresh = { ...content(message), reply_markup: readMarkup(params).keyboard };
  const before = { ...message, ...fresh };
  if (JSON.stringify(before) === JSON.stringify(message)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  Object.assign(message, fresh, { edit_date: seconds(world) });
  chat.edited.put(seen(world, message));
  return message;
}

export const editMessageText = (world: World, params: Params) => {
  const text = asText(readText(world, params));
  return change(world, params, (message) => {
    if (message.text === undefined) throw badRequest('there is no text in the message to edit');
    return text;
  });
};

export const editMessageCaption = (world: World, params: Params) => {
  const caption = asCaption(readCaption(params));
  return change(world, params, (message) => {
    if (message.photo === undefined && message.document === undefined) {
      throw badRequest('there is no caption in the message to edit');
    }
    return caption;
  });
};

export const editMessageReplyMarkup = (world: World, params: Params) => change(world, params, () => ({}));

export function deleteMessage(world: World, params: Params): true {
  const chat = findChat(world, params);
  const message = chat.messages.get(params.integer('message_id') ?? 0);
  if (message === undefined) throw badRequest('message to delete not found');
  const own = message.from?.id === world.bot.id;
  const allowed = own || chat.type === 'private' || isAdmin(chat, world.bot.id);
  const old = world.now() - message.date * 1000 > deletable;
  if (!allowed || (old && !isAdmin(chat, world.bot.id)))
    throw badRequest("message can't be deleted for everyone");
  chat.messages.delete(message.message_id);
  chat.deleted.put(message.message_id);
  return true;
}

export function pinChatMessage(world: World, params: Params): true {
  const chat = findWritable(world, params);
  const id = params.integer('message_id') ?? 0;
  if (chat.type !== 'private' && !isAdmin(chat, world.bot.id)) {
    throw badRequest('not enough rights to manage pinned messages in the chat');
  }
  if (!chat.messages.has(id)) throw badRequest('message to pin not found');
  chat.pinned = id;
  return true;
}

export function unpinChatMessage(world: World, params: Params): true {
  findWritable(world, params).pinned = undefined;
  return true;
}

export function setMessageReaction(world: World, params: Params): true {
  const chat = findChat(world, params);
  if (!chat.messages.has(params.integer('message_id') ?? 0)) throw badRequest('message to react not found');
  if (params.list('reaction').length > 1) throw badRequest('REACTIONS_TOO_MANY');
  return true;
}

const actions = new Set(
  'typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker find_location record_video_note upload_video_note'.split(
    ' ',
  ),
);

export function sendChatAction(world: World, params: Params): true {
  const chat = findWritable(world, params);
  findThread(world, chat, params);
  if (!actions.has(params.text('action') ?? '')) throw badRequest('wrong parameter action in request');
  return true;
}
