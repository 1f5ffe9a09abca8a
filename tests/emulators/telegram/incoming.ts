// What people write, on its way to the bot: stored in the chat, and delivered if the bot may hear it.

import { wireMember } from './chats.ts';
import { detect } from './detect.ts';
import { menuFor } from './settings.ts';
import type { WireEntity, WireMessage, WirePhoto, WireUser } from './wire.ts';
import {
  anonymous,
  type ChatRecord,
  isAdmin,
  keep,
  quoted,
  type Said,
  seconds,
  type Status,
  statusOf,
  type Topic,
  wireChat,
  type World,
} from './world.ts';

export interface SayOptions {
  readonly replyTo?: WireMessage | Said;
  /** A topic's name; General when left out. */
  readonly topic?: string;
  /** As the group itself, the way administrators may. */
  readonly anonymous?: boolean;
}

export type Spoken = Pick<
  WireMessage,
  'text' | 'entities' | 'caption' | 'caption_entities' | 'photo' | 'forward_origin'
>;

const onePixel = { width: 1280, height: 720, file_size: 4096 };

export const samplePhoto = (world: World): WirePhoto => {
  const id = `photo-${world.nextId()}`;
  world.files.set(id, Buffer.alloc(0));
  return { file_id: id, file_unique_id: `u-${id}`, ...onePixel };
};

/** A person's message in a chat. Throws when they cannot write there. */
export function speak(
  world: World,
  chat: ChatRecord,
  person: WireUser,
  spoken: Spoken,
  options: SayOptions = {},
): WireMessage {
  const status = statusOf(chat, person.id);
  if (chat.type !== 'private' && (status === 'left' || status === 'kicked')) {
    throw new Error(`${person.first_name} is not in "${chat.title}"`);
  }
  if (chat.type === 'channel') throw new Error('in a channel nobody speaks; it posts');
  const place = wireChat(world, chat);
  const topic = findTopic(chat, options.topic);
  const replied = options.replyTo === undefined ? undefined : stored(chat, options.replyTo);
  const inThread = chat.type === 'supergroup' && !chat.forum && replied !== undefined;
  const content = {
    date: seconds(world),
    chat: place,
    from: options.anonymous === true ? anonymous : person,
    sender_chat: options.anonymous === true ? place : undefined,
    message_thread_id:
      topic?.id ?? (inThread ? (replied.message_thread_id ?? replied.message_id) : undefined),
    is_topic_message: topic === undefined ? undefined : (true as const),
    reply_to_message: replied === undefined ? topic?.created : quoted(replied),
    ...withEntities(spoken),
  };
  if (isEphemeral(world, chat, person, spoken.text) || (replied?.ephemeral_message_id ?? 0) > 0) {
    chat.lastEphemeralId += 1;
    const message = {
      message_id: 0,
      ephemeral_message_id: chat.lastEphemeralId,
      receiver_user: world.bot,
      ...content,
    };
    chat.ephemerals.set(chat.lastEphemeralId, message);
    world.feed.push('message', message, chat.id);
    return message;
  }
  const message = keep(world, chat, content);
  if (hears(world, chat, message)) world.feed.push('message', message, chat.id);
  return message;
}

/** Links behind words stay with what is passed on; the rest is found anew. */
export function withEntities({ text, entities, caption, caption_entities, ...rest }: Spoken) {
  const kept = (entities ?? caption_entities ?? []).filter(({ type }) => type === 'text_link');
  const found = [...kept, ...detect(text ?? caption ?? '').filter((one) => !kept.some(overlaps(one)))];
  const all = found.length === 0 ? undefined : found;
  return text === undefined ? { ...rest, caption, caption_entities: all } : { ...rest, text, entities: all };
}

const overlaps = (one: WireEntity) => (other: WireEntity) =>
  one.offset < other.offset + other.length && other.offset < one.offset + one.length;

function findTopic(chat: ChatRecord, name: string | undefined): Topic | undefined {
  if (name === undefined) return undefined;
  const topic = [...chat.topics.values()].find((one) => one.name === name);
  if (topic === undefined) throw new Error(`"${chat.title}" has no topic "${name}"`);
  return topic;
}

export function stored(chat: ChatRecord, message: WireMessage | Said): WireMessage {
  const ephemeral = 'ephemeralId' in message ? message.ephemeralId : message.ephemeral_message_id;
  const found =
    ephemeral === undefined ? chat.messages.get(message.message_id) : chat.ephemerals.get(ephemeral);
  if (found === undefined) throw new Error(`"${chat.title}" has no message ${message.message_id}`);
  return found;
}

function isEphemeral(world: World, chat: ChatRecord, person: WireUser, text: string | undefined): boolean {
  if (chat.type === 'private' || text === undefined) return false;
  const name = /^\/([a-z0-9_]+)/u.exec(text)?.[1];
  return menuFor(world, chat, person.id).some(
    ({ command, is_ephemeral: own }) => command === name && own === true,
  );
}

/** Privacy mode: an ordinary member hears what is meant for it, and service messages. */
export function hears(world: World, chat: ChatRecord, message: WireMessage): boolean {
  const status = statusOf(chat, world.bot.id);
  if (chat.type === 'private') return true;
  if (status === 'left' || status === 'kicked') return false;
  if (!world.privacy || isAdmin(chat, world.bot.id)) return true;
  const text = message.text ?? message.caption;
  if (text === undefined && message.photo === undefined) return true;
  if (message.reply_to_message?.from?.id === world.bot.id || message.via_bot?.id === world.bot.id)
    return true;
  const me = `@${world.bot.username}`.toLowerCase();
  return (message.entities ?? message.caption_entities ?? []).some(({ type, offset, length }) => {
    const written = (text ?? '').slice(offset, offset + length).toLowerCase();
    if (type === 'mention') return written === me;
    return type === 'bot_command' && (written.endsWith(me) || (offset === 0 && !written.includes('@')));
  });
}

/** The bot's own standing in a chat changed. */
export function tellStanding(
  world: World,
  chat: ChatRecord,
  by: WireUser,
  before: Status,
  after: Status,
): void {
  world.feed.push(
    'my_chat_member',
    {
      chat: wireChat(world, chat),
      from: by,
      date: seconds(world),
      old_chat_member: wireMember(chat.type, world.bot, before),
      new_chat_member: wireMember(chat.type, world.bot, after, !chat.readOnly),
    },
    chat.id,
  );
}

/** Somebody else's standing changed; told to administrators who asked for it. */
export function tellMember(
  world: World,
  chat: ChatRecord,
  user: WireUser,
  before: Status,
  after: Status,
): void {
  if (!isAdmin(chat, world.bot.id)) return;
  world.feed.push(
    'chat_member',
    {
      chat: wireChat(world, chat),
      from: user,
      date: seconds(world),
      old_chat_member: wireMember(chat.type, user, before),
      new_chat_member: wireMember(chat.type, user, after),
    },
    chat.id,
  );
}

export type Service = Omit<WireMessage, 'message_id' | 'date' | 'chat' | 'from'>;

/** A line of the platform's own, such as "Mei joined". */
export function announce(world: World, chat: ChatRecord, by: WireUser, service: Service): WireMessage {
  const message = keep(world, chat, {
    date: seconds(world),
    chat: wireChat(world, chat),
    from: by,
    ...service,
  });
  if (hears(world, chat, message)) world.feed.push('message', message, chat.id);
  return message;
}
