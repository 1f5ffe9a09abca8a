// Everything the stand-in remembers: people, chats with their members, topics and messages, and what the bot did.

import { type Checker, openChecker } from './check.ts';
import { type Feed, openFeed } from './feed.ts';
import { renderHtml } from './html.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';
import type { ChatType, WireButton, WireChat, WireEntity, WireMessage, WireUser } from './wire.ts';

export type Status = 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';

interface PersonRecord {
  user: WireUser;
  /** Only who opened the private chat can be written to. */
  opened: boolean;
  blocked: boolean;
  deactivated: boolean;
}

export interface Topic {
  readonly id: number;
  readonly name: string;
  closed: boolean;
  readonly created: WireMessage;
}

export interface ChatRecord {
  id: number;
  type: ChatType;
  title: string;
  username: string | undefined;
  forum: boolean;
  generalClosed: boolean;
  readOnly: boolean;
  readonly members: Map<number, Status>;
  readonly topics: Map<number, Topic>;
  readonly messages: Map<number, WireMessage>;
  readonly ephemerals: Map<number, WireMessage>;
  lastId: number;
  lastEphemeralId: number;
  migratedTo: number | undefined;
  pinned: number | undefined;
  readonly said: Mailbox<Said>;
  readonly edited: Mailbox<Said>;
  readonly deleted: Mailbox<number>;
}

/** One message of the bot, as the people in the chat see it. */
export interface Said {
  readonly chatId: number;
  readonly message_id: number;
  /** Set when one person alone sees it; `message_id` is 0 then. */
  readonly ephemeralId: number | undefined;
  readonly visibleTo: number | undefined;
  /** Text or caption. */
  readonly text: string;
  readonly entities: readonly WireEntity[];
  readonly html: string;
  /** Labels, row by row. */
  readonly buttons: readonly (readonly string[])[];
  readonly keyboard: readonly (readonly WireButton[])[];
  readonly photo: Buffer | undefined;
  readonly document: Buffer | undefined;
  readonly replyTo: number | undefined;
  readonly thread: number | undefined;
  readonly forcesReply: boolean;
  readonly silent: boolean;
  /** Whether clients may show a preview of the first link. */
  readonly preview: boolean;
}

export interface Extras {
  readonly forcesReply?: boolean;
  readonly silent?: boolean;
  readonly preview?: boolean;
}

/** What the bot asked for and what it got. */
export interface Request {
  readonly method: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** The words of the refusal; null when the request was granted. */
  readonly refused: string | null;
}

export interface InlineAnswer {
  readonly results: readonly unknown[];
  readonly nextOffset: string;
  readonly cacheSeconds: number;
  readonly personal: boolean;
}

export interface CallbackAnswer {
  readonly text: string | undefined;
  readonly alert: boolean;
  readonly url: string | undefined;
}

/** A tap or an inline query that waits for the bot. */
export interface Pending<T> {
  readonly askedAt: number;
  readonly person: number;
  readonly answer: (answer: T) => void;
}

export interface Settings {
  readonly token: string;
  readonly bot: WireUser;
  /** Milliseconds since 1970; what is too old is judged by it. */
  readonly now: () => number;
  /** With privacy mode a bot that is no administrator hears commands, mentions and replies to it alone. */
  readonly privacy: boolean;
  readonly inline: boolean;
}

export interface World extends Settings {
  readonly people: Map<number, PersonRecord>;
  readonly chats: Map<number, ChatRecord>;
  readonly files: Map<string, Buffer>;
  readonly taps: Map<string, Pending<CallbackAnswer>>;
  readonly inlineQueries: Map<string, Pending<InlineAnswer>>;
  readonly commands: Map<string, readonly WireCommand[]>;
  readonly profile: Map<string, string>;
  readonly requests: Request[];
  readonly violations: string[];
  readonly feed: Feed;
  readonly checker: Checker;
  nextId(): number;
}

export interface WireCommand {
  readonly command: string;
  readonly description: string;
  readonly is_ephemeral?: true;
}

export const anonymous: WireUser = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
};

const supergroupBase = -1_000_000_000_000;

export function openWorld(settings: Settings): World {
  let last = 1000;
  const violations: string[] = [];
  const checker = openChecker(violations);
  return {
    ...settings,
    people: new Map(),
    chats: new Map(),
    files: new Map(),
    taps: new Map(),
    inlineQueries: new Map(),
    commands: new Map(),
    profile: new Map(),
    requests: [],
    violations,
    feed: openFeed(settings.now, (update) => checker.type('Update', update)),
    checker,
    nextId: () => (last += 1),
  };
}

export function addChat(
  world: World,
  type: ChatType,
  title: string,
  { id, username, forum = false }: { id?: number; username?: string | undefined; forum?: boolean } = {},
): ChatRecord {
  const serial = world.nextId();
  const chatId = id ?? (type === 'group' ? -serial : supergroupBase - serial);
  const instead = () => lately(world);
  const chat: ChatRecord = {
    id: chatId,
    type,
    title,
    username,
    forum,
    generalClosed: false,
    readOnly: false,
    members: new Map(),
    topics: new Map(),
    messages: new Map(),
    ephemerals: new Map(),
    // The first message of a chat says that it was created.
    lastId: 1,
    lastEphemeralId: 0,
    migratedTo: undefined,
    pinned: undefined,
    said: openMailbox(`message in "${title}"`, instead),
    edited: openMailbox(`edit in "${title}"`, instead),
    deleted: openMailbox(`deletion in "${title}"`, instead),
  };
  world.chats.set(chatId, chat);
  return chat;
}

/** What the bot did last, for whoever waited in vain. */
function lately({ requests }: World): string {
  const lines = requests
    .filter(({ method }) => method !== 'getUpdates')
    .slice(-5)
    .map(
      ({ method, values, refused }) =>
        `${method} ${JSON.stringify(values)}${refused === null ? '' : ` -> ${refused}`}`,
    );
  return lines.length === 0 ? 'the bot asked for nothing' : `the bot lately asked for\n${lines.join('\n')}`;
}

export const seconds = (world: World) => Math.floor(world.now() / 1000);

export function wireChat(world: World, chat: ChatRecord): WireChat {
  const { id, type, title, username } = chat;
  if (type !== 'private') return { id, type, title, username, is_forum: chat.forum ? true : undefined };
  const user = world.people.get(id)?.user;
  return { id, type, first_name: user?.first_name ?? title, username: user?.username };
}

/** Gives the message its place in the chat; private chats and groups count together, as accounts do. */
export function keep(world: World, chat: ChatRecord, message: Omit<WireMessage, 'message_id'>): WireMessage {
  const shared = chat.type === 'private' || chat.type === 'group';
  const id = shared ? world.nextId() : chat.lastId + 1;
  chat.lastId = id;
  const kept: WireMessage = { message_id: id, ...message };
  chat.messages.set(id, kept);
  return kept;
}

export const statusOf = (chat: ChatRecord, id: number): Status => chat.members.get(id) ?? 'left';

export const isAdmin = (chat: ChatRecord, id: number) =>
  statusOf(chat, id) === 'administrator' || statusOf(chat, id) === 'creator';

/** A reply shows what it answers, but not what that answered. */
export const quoted = (message: WireMessage): WireMessage => ({ ...message, reply_to_message: undefined });

const extras = new WeakMap<WireMessage, Extras>();

export function noteExtras(message: WireMessage, noted: Extras): void {
  extras.set(message, noted);
}

export function seen(world: World, message: WireMessage): Said {
  const { forcesReply = false, silent = false, preview = true } = extras.get(message) ?? {};
  const text = message.text ?? message.caption ?? '';
  const entities = message.entities ?? message.caption_entities ?? [];
  const keyboard = message.reply_markup?.inline_keyboard ?? [];
  const file = (id: string | undefined) => (id === undefined ? undefined : world.files.get(id));
  return {
    chatId: message.chat.id,
    message_id: message.message_id,
    ephemeralId: message.ephemeral_message_id,
    visibleTo: message.receiver_user?.id,
    text,
    entities,
    html: renderHtml({ text, entities }),
    buttons: keyboard.map((row) => row.map((button) => button.text)),
    keyboard,
    photo: file(message.photo?.at(-1)?.file_id),
    document: file(message.document?.file_id),
    replyTo: message.reply_to_message?.message_id,
    thread: message.message_thread_id,
    forcesReply,
    silent,
    preview,
  };
}
