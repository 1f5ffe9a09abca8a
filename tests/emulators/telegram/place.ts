// A chat as a test plays it: what the bot says there, and what happens to the chat itself.

import { moveMembers } from './chats.ts';
import { announce, stored, tellMember, tellStanding, withEntities } from './incoming.ts';
import type { WireMessage, WireUser } from './wire.ts';
import {
  addChat,
  type ChatRecord,
  keep,
  type Said,
  seconds,
  seen,
  type Status,
  statusOf,
  wireChat,
  type World,
} from './world.ts';

export interface Place {
  readonly id: number;
  readonly record: ChatRecord;
  /** The bot's next message here. Rejects after `patience` milliseconds (2,000) with what the bot did instead. */
  next(patience?: number): Promise<Said>;
  /** The next message the bot edited here, as it is now. */
  nextEdit(patience?: number): Promise<Said>;
  /** The id of the next message the bot deleted here. */
  nextDeletion(patience?: number): Promise<number>;
  /** What the bot said and no `next` took. */
  readonly unread: readonly Said[];
  /** The message as it is now; undefined when it was deleted. */
  now(message: Said): Said | undefined;
}

interface Member {
  readonly id: number;
  readonly user: WireUser;
}

export interface Group extends Place {
  addsBot(by: Member): void;
  kicksBot(by: Member): void;
  promotesBot(by: Member): void;
  demotesBot(by: Member): void;
  /** The bot may only read from now on. */
  restrictsBot(by: Member): void;
  promotes(person: Member): void;
  /** Only administrators may write. */
  mutes(on: boolean): void;
  /** Opens a topic; its id is the thread's. */
  topic(name: string, by: Member): number;
  /** `General` closes the topic without a thread. */
  closesTopic(name: string, by: Member): void;
  reopensTopic(name: string, by: Member): void;
  deletesTopic(name: string): void;
  /** A group becomes a supergroup with another id; the old one refuses from now on. */
  migrates(by: Member): Group;
}

export interface Channel extends Place {
  posts(text: string, options?: { readonly signature?: string }): WireMessage;
  edits(message: WireMessage, text: string): void;
  promotesBot(by: Member): void;
  /** The bot stays an administrator, without the right to post. */
  mutesBot(by: Member): void;
  kicksBot(by: Member): void;
}

export function openPlace(world: World, record: ChatRecord): Place {
  return {
    id: record.id,
    record,
    next: (patience) => record.said.take(patience),
    nextEdit: (patience) => record.edited.take(patience),
    nextDeletion: (patience) => record.deleted.take(patience),
    unread: record.said.waiting,
    now({ message_id, ephemeralId }) {
      const message =
        ephemeralId === undefined ? record.messages.get(message_id) : record.ephemerals.get(ephemeralId);
      return message === undefined ? undefined : seen(world, message);
    },
  };
}

export interface GroupDetails {
  readonly title: string;
  readonly kind?: 'group' | 'supergroup';
  readonly username?: string;
  readonly owner?: Member;
  readonly admins?: readonly Member[];
  readonly members?: readonly Member[];
  /** Names of topics; any, even none, makes a forum. */
  readonly topics?: readonly string[];
  /** The bot's standing, a plain member when left out. */
  readonly bot?: Status;
}

export function openGroup(world: World, details: GroupDetails): Group {
  const {
    title,
    kind = 'supergroup',
    username,
    owner,
    admins = [],
    members = [],
    topics,
    bot = 'member',
  } = details;
  const record = addChat(world, kind, title, { username, forum: topics !== undefined });
  record.members.set(world.bot.id, bot);
  for (const { id } of members) record.members.set(id, 'member');
  for (const { id } of admins) record.members.set(id, 'administrator');
  if (owner !== undefined) record.members.set(owner.id, 'creator');
  for (const name of topics ?? []) addTopic(world, record, name, owner?.user ?? world.bot);
  return asGroup(world, record);
}

function asGroup(world: World, record: ChatRecord): Group {
  const standing = setStanding(world, record);
  const topicNamed = (name: string) => {
    const topic = [...record.topics.values()].find((one) => one.name === name);
    if (topic === undefined) throw new Error(`"${record.title}" has no topic "${name}"`);
    return topic;
  };
  function closeTopic(name: string, by: Member, closed: boolean): void {
    const service = closed ? { forum_topic_closed: {} } : { forum_topic_reopened: {} };
    if (name === 'General') {
      record.generalClosed = closed;
      announce(world, record, by.user, service);
      return;
    }
    const topic = topicNamed(name);
    topic.closed = closed;
    announce(world, record, by.user, { ...service, message_thread_id: topic.id, is_topic_message: true });
  }
  return {
    ...openPlace(world, record),
    addsBot(by) {
      standing(by, 'member');
      announce(world, record, by.user, { new_chat_members: [world.bot] });
    },
    kicksBot: (by) => standing(by, 'kicked'),
    promotesBot: (by) => standing(by, 'administrator'),
    demotesBot: (by) => standing(by, 'member'),
    restrictsBot: (by) => standing(by, 'restricted'),
    promotes(person) {
      const before = statusOf(record, person.id);
      record.members.set(person.id, 'administrator');
      tellMember(world, record, person.user, before, 'administrator');
    },
    mutes(on) {
      record.readOnly = on;
    },
    topic: (name, by) => addTopic(world, record, name, by.user),
    closesTopic: (name, by) => closeTopic(name, by, true),
    reopensTopic: (name, by) => closeTopic(name, by, false),
    deletesTopic: (name) => void record.topics.delete(topicNamed(name).id),
    migrates(by) {
      const next = addChat(world, 'supergroup', record.title);
      moveMembers(record, next);
      announce(world, record, by.user, { migrate_to_chat_id: next.id });
      record.migratedTo = next.id;
      announce(world, next, by.user, { migrate_from_chat_id: record.id });
      return asGroup(world, next);
    },
  };
}

function addTopic(world: World, record: ChatRecord, name: string, by: WireUser): number {
  record.forum = true;
  const id = record.lastId + 1;
  const created = announce(world, record, by, {
    message_thread_id: id,
    is_topic_message: true,
    forum_topic_created: { name, icon_color: 7_322_096 },
  });
  record.topics.set(id, { id, name, closed: false, created });
  return id;
}

const setStanding = (world: World, record: ChatRecord) => (by: Member, after: Status) => {
  const before = statusOf(record, world.bot.id);
  record.members.set(world.bot.id, after);
  tellStanding(world, record, by.user, before, after);
};

export interface ChannelDetails {
  readonly title: string;
  readonly username?: string;
  readonly members?: readonly Member[];
  /** The bot's standing, an administrator when left out. */
  readonly bot?: Status;
}

export function openChannel(world: World, details: ChannelDetails): Channel {
  const { title, username, members = [], bot = 'administrator' } = details;
  const record = addChat(world, 'channel', title, { username });
  record.members.set(world.bot.id, bot);
  for (const { id } of members) record.members.set(id, 'member');
  const standing = setStanding(world, record);
  const told = () => statusOf(record, world.bot.id) === 'administrator';
  return {
    ...openPlace(world, record),
    posts(text, { signature } = {}) {
      const place = wireChat(world, record);
      const post = keep(world, record, {
        date: seconds(world),
        chat: place,
        sender_chat: place,
        author_signature: signature,
        ...withEntities({ text }),
      });
      if (told()) world.feed.push('channel_post', post, record.id);
      return post;
    },
    edits(message, text) {
      const kept = stored(record, message);
      Object.assign(kept, withEntities({ text }), { edit_date: seconds(world) });
      if (told()) world.feed.push('edited_channel_post', kept, record.id);
    },
    promotesBot(by) {
      record.readOnly = false;
      standing(by, 'administrator');
    },
    mutesBot(by) {
      record.readOnly = true;
      standing(by, 'administrator');
    },
    kicksBot: (by) => standing(by, 'kicked'),
  };
}
