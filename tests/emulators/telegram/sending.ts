// Methods that put something new into a chat: text, pictures, files, copies and forwards.

import { findChat, findThread, findWritable } from './access.ts';
import { asCaption, asText, type Content, contentOf, readCaption, readText } from './content.ts';
import { sendEphemeral } from './ephemeral.ts';
import { readMarkup } from './keyboard.ts';
import type { Params } from './params.ts';
import { badRequest } from './refusal.ts';
import type { WireDocument, WireMessage, WireOrigin, WirePhoto } from './wire.ts';
import { type ChatRecord, keep, noteExtras, quoted, seconds, seen, wireChat, type World } from './world.ts';

export const sendMessage = (world: World, params: Params) =>
  send(world, params, asText(readText(world, params)));

export function sendPhoto(world: World, params: Params): WireMessage {
  const photo = readPhoto(world, params);
  return send(world, params, { photo: [photo], ...asCaption(readCaption(params)) });
}

export function sendDocument(world: World, params: Params): WireMessage {
  const document = readDocument(world, params);
  return send(world, params, { document, ...asCaption(readCaption(params)) });
}

function send(world: World, params: Params, content: Content): WireMessage {
  const chat = findWritable(world, params);
  const topic = findThread(world, chat, params);
  if (params.values['ephemeral_message_parameters'] !== undefined)
    return sendEphemeral(world, chat, params, content);
  const reply = readReply(chat, params);
  const { keyboard, forcesReply } = readMarkup(params);
  const link = params.object('link_preview_options');
  const message = post(world, chat, {
    ...content,
    message_thread_id: topic?.id ?? (reply === undefined ? undefined : reply.message_thread_id),
    is_topic_message: topic === undefined ? undefined : true,
    reply_to_message: reply === undefined ? topic?.created : quoted(reply),
    reply_markup: keyboard,
    link_preview_options: link?.values,
  });
  noteExtras(message, {
    forcesReply,
    silent: params.flag('disable_notification'),
    preview: link?.values['is_disabled'] !== true,
  });
  chat.said.put(seen(world, message));
  return message;
}

/** A message of the bot's own in the chat. */
function post(
  world: World,
  chat: ChatRecord,
  rest: Omit<WireMessage, 'message_id' | 'date' | 'chat'>,
): WireMessage {
  const place = { date: seconds(world), chat: wireChat(world, chat) };
  const author = chat.type === 'channel' ? { sender_chat: place.chat } : { from: world.bot };
  return keep(world, chat, { ...author, ...place, ...rest });
}

function readReply(chat: ChatRecord, params: Params): WireMessage | undefined {
  const reply = params.object('reply_parameters');
  const id = reply?.integer('message_id') ?? params.integer('reply_to_message_id');
  if (reply !== undefined && id === undefined) throw badRequest('can\'t find field "message_id"');
  if (id === undefined) return undefined;
  const message = chat.messages.get(id);
  if (message !== undefined) return message;
  const anyway = reply?.flag('allow_sending_without_reply') ?? params.flag('allow_sending_without_reply');
  if (anyway) return undefined;
  throw badRequest('message to be replied not found');
}

function readFile(world: World, params: Params, field: string): { id: string; bytes: Buffer; name: string } {
  const value = params.text(field);
  const attached = value?.startsWith('attach://') === true ? value.slice('attach://'.length) : field;
  const upload = params.uploads.get(attached);
  if (upload !== undefined) {
    if (upload.bytes.length === 0) throw badRequest('file must be non-empty');
    const id = `file-${world.nextId()}`;
    world.files.set(id, upload.bytes);
    return { id, bytes: upload.bytes, name: upload.name };
  }
  if (value === undefined || value === '') throw badRequest(`there is no ${field} in the request`);
  const bytes = world.files.get(value);
  if (bytes === undefined) throw badRequest('wrong file identifier/HTTP URL specified');
  return { id: value, bytes, name: field };
}

function readPhoto(world: World, params: Params): WirePhoto {
  const { id, bytes } = readFile(world, params, 'photo');
  if (bytes.length > 10_485_760) throw badRequest('file of size more than 10 MB');
  const png = bytes.subarray(1, 4).toString('latin1') === 'PNG' && bytes.length > 24;
  const jpeg = bytes[0] === 0xff && bytes[1] === 0xd8;
  if (!png && !jpeg) throw badRequest('IMAGE_PROCESS_FAILED');
  const [width, height] = png ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : [800, 600];
  if (width + height > 10_000 || width > 20 * height || height > 20 * width) {
    throw badRequest('PHOTO_INVALID_DIMENSIONS');
  }
  return { file_id: id, file_unique_id: `u-${id}`, width, height, file_size: bytes.length };
}

function readDocument(world: World, params: Params): WireDocument {
  const { id, bytes, name } = readFile(world, params, 'document');
  return { file_id: id, file_unique_id: `u-${id}`, file_name: name, file_size: bytes.length };
}

function findSource(world: World, params: Params, verb: string): WireMessage {
  const from = findChat(world, params, 'from_chat_id');
  const message = from.messages.get(params.integer('message_id') ?? 0);
  if (message === undefined) throw badRequest(`message to ${verb} not found`);
  return message;
}

export const originOf = (message: WireMessage): WireOrigin => {
  const { date, forward_origin: origin, chat, message_id, from, sender_chat: sender } = message;
  if (origin !== undefined) return origin;
  if (chat.type === 'channel') return { type: 'channel', date, chat, message_id };
  if (sender !== undefined) return { type: 'chat', date, sender_chat: sender };
  if (from === undefined) return { type: 'hidden_user', date, sender_user_name: 'Deleted account' };
  return { type: 'user', date, sender_user: from };
};

export function forwardMessage(world: World, params: Params): WireMessage {
  const chat = findWritable(world, params);
  const topic = findThread(world, chat, params);
  const source = findSource(world, params, 'forward');
  const message = post(world, chat, {
    ...contentOf(source),
    forward_origin: originOf(source),
    message_thread_id: topic?.id,
    is_topic_message: topic === undefined ? undefined : true,
  });
  chat.said.put(seen(world, message));
  return message;
}

export function copyMessage(world: World, params: Params): { message_id: number } {
  const source = findSource(world, params, 'copy');
  const caption = params.text('caption') === undefined ? {} : asCaption(readCaption(params));
  const { message_id } = send(world, params, { ...contentOf(source), ...caption });
  return { message_id };
}
