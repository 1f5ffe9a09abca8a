// A person as a test plays them: opens chats, writes, forwards, taps buttons, searches inline, blocks the bot.

import { contentOf } from './content.ts';
import {
  announce,
  hears,
  samplePhoto,
  type SayOptions,
  speak,
  stored,
  tellMember,
  tellStanding,
  withEntities,
} from './incoming.ts';
import { patient } from './mailbox.ts';
import { openPlace, type Place } from './place.ts';
import { originOf } from './sending.ts';
import { menuFor } from './settings.ts';
import type { WireMessage, WireUser } from './wire.ts';
import {
  addChat,
  type CallbackAnswer,
  type ChatRecord,
  type InlineAnswer,
  type Said,
  seconds,
  seen,
  statusOf,
  type WireCommand,
  type World,
} from './world.ts';

export interface Person {
  readonly id: number;
  readonly user: WireUser;
  /** Presses Start without a word: from now on the bot may write. */
  opens(): Place;
  says(place: Place, text: string, options?: SayOptions): WireMessage;
  shows(place: Place, caption?: string, options?: SayOptions): WireMessage;
  /** `hidden` senders forbid naming their account. */
  forwards(place: Place, message: WireMessage | Said, options?: { readonly hidden?: boolean }): WireMessage;
  edits(message: WireMessage, text: string): void;
  /** Resolves with what the bot answered to the tap: a toast, an alert, an address. */
  taps(message: Said, label: string, patience?: number): Promise<CallbackAnswer>;
  /** Types `@bot text`; resolves with the results, from the cache where the bot allowed that. */
  searches(
    text: string,
    options?: { readonly offset?: string; readonly patience?: number },
  ): Promise<InlineAnswer>;
  blocks(): void;
  unblocks(): void;
  /** The account is gone. */
  vanishes(): void;
  joins(place: Place): void;
  leaves(place: Place): void;
  /** The commands offered on typing `/`. */
  menu(place: Place): readonly WireCommand[];
  /** What of the bot's messages this person sees now, oldest first. */
  sees(place: Place): readonly Said[];
}

export interface PersonDetails {
  readonly name: string;
  readonly username?: string;
  readonly language_code?: string;
}

/** Beyond 32 bits, as ids of today are. */
const firstPerson = 6_000_000_000;

export function openPerson(world: World, { name, username, language_code }: PersonDetails): Person {
  const id = firstPerson + world.nextId();
  const user: WireUser = { id, is_bot: false, first_name: name, username, language_code };
  const record = { user, opened: false, blocked: false, deactivated: false };
  world.people.set(id, record);

  const chat = (place: Place): ChatRecord => place.record;
  const ownChat = () => world.chats.get(id) ?? addChat(world, 'private', name, { id });
  const cache = inlineCache(world);

  function changeBlock(blocked: boolean): void {
    if (record.blocked === blocked) return;
    record.blocked = blocked;
    const [before, after] = blocked ? (['member', 'kicked'] as const) : (['kicked', 'member'] as const);
    tellStanding(world, ownChat(), user, before, after);
  }

  return {
    id,
    user,
    opens() {
      record.opened = true;
      const own = ownChat();
      own.members.set(id, 'member');
      return openPlace(world, own);
    },
    says: (place, text, options) => speak(world, chat(place), user, { text }, options),
    shows: (place, caption, options) =>
      speak(world, chat(place), user, { photo: [samplePhoto(world)], caption }, options),
    forwards(place, message, { hidden = false } = {}) {
      const from = world.chats.get('chatId' in message ? message.chatId : message.chat.id);
      if (from === undefined) throw new Error('that message is nowhere');
      const source = stored(from, message);
      const origin = originOf(source);
      const content = contentOf(source);
      const forward_origin =
        hidden && origin.type === 'user'
          ? {
              type: 'hidden_user' as const,
              date: origin.date,
              sender_user_name: origin.sender_user.first_name,
            }
          : origin;
      return speak(world, chat(place), user, { ...content, forward_origin });
    },
    edits(message, text) {
      const where = world.chats.get(message.chat.id);
      if (where === undefined) throw new Error('that message is nowhere');
      const kept = stored(where, message);
      Object.assign(kept, withEntities({ text }), { edit_date: seconds(world) });
      if (hears(world, where, kept)) world.feed.push('edited_message', kept, where.id);
    },
    taps(message, label, patience = 2000) {
      const where = world.chats.get(message.chatId);
      if (where === undefined) throw new Error('that message is nowhere');
      const kept = stored(where, message);
      if (kept.receiver_user !== undefined && kept.receiver_user.id !== id) {
        throw new Error(`${name} does not see that message`);
      }
      const button = kept.reply_markup?.inline_keyboard.flat().find(({ text }) => text === label);
      if (button === undefined) {
        const labels = kept.reply_markup?.inline_keyboard.flat().map(({ text }) => text) ?? [];
        throw new Error(`no button "${label}" among ${JSON.stringify(labels)}`);
      }
      const { callback_data: data, url } = button;
      if (data === undefined) return Promise.resolve({ text: undefined, alert: false, url });
      return patient(
        `answer to the tap on "${label}"`,
        () => 'the bot let it spin',
        patience,
        (answer) => {
          const query = String(4_000_000_000_000 + world.nextId());
          world.taps.set(query, { askedAt: world.now(), person: id, answer });
          const tap = { id: query, from: user, message: kept, chat_instance: String(where.id), data };
          world.feed.push('callback_query', tap, where.id);
          return () => {};
        },
      );
    },
    searches(text, { offset = '', patience = 2000 } = {}) {
      if (!world.inline) throw new Error('inline mode is off');
      const kept = cache.find(id, text, offset);
      if (kept !== undefined) return Promise.resolve(kept);
      return patient(
        `answer to "${text}"`,
        () => 'the list stayed empty',
        patience,
        (resolve) => {
          const query = String(5_000_000_000_000 + world.nextId());
          const answer = (given: InlineAnswer) => {
            cache.keep(id, text, offset, given);
            resolve(given);
          };
          world.inlineQueries.set(query, { askedAt: world.now(), person: id, answer });
          world.feed.push('inline_query', { id: query, from: user, query: text, offset }, id);
          return () => {};
        },
      );
    },
    blocks: () => changeBlock(true),
    unblocks: () => changeBlock(false),
    vanishes() {
      record.deactivated = true;
    },
    joins(place) {
      const before = statusOf(chat(place), id);
      chat(place).members.set(id, 'member');
      if (place.record.type !== 'channel') announce(world, chat(place), user, { new_chat_members: [user] });
      tellMember(world, chat(place), user, before, 'member');
    },
    leaves(place) {
      const before = statusOf(chat(place), id);
      chat(place).members.set(id, 'left');
      if (place.record.type !== 'channel') announce(world, chat(place), user, { left_chat_member: user });
      tellMember(world, chat(place), user, before, 'left');
    },
    menu: (place) => menuFor(world, chat(place), id),
    sees(place) {
      const { messages, ephemerals } = chat(place);
      const own = (message: WireMessage) =>
        message.from?.id === world.bot.id || message.sender_chat !== undefined;
      return [
        ...[...messages.values()].filter(own),
        ...[...ephemerals.values()].filter(({ receiver_user: receiver }) => receiver?.id === id),
      ].map((message) => seen(world, message));
    },
  };
}

const caches = new WeakMap<World, Map<string, { readonly answer: InlineAnswer; readonly until: number }>>();

/** Answers stay with the server as long as the bot allowed, for one person or for everybody. */
function inlineCache(world: World) {
  const kept = caches.get(world) ?? new Map();
  caches.set(world, kept);
  const key = (person: number | 'all', text: string, offset: string) =>
    JSON.stringify([person, text, offset]);
  return {
    find(person: number, text: string, offset: string): InlineAnswer | undefined {
      const entry = kept.get(key(person, text, offset)) ?? kept.get(key('all', text, offset));
      return entry === undefined || entry.until <= world.now() ? undefined : entry.answer;
    },
    keep(person: number, text: string, offset: string, answer: InlineAnswer): void {
      const until = world.now() + answer.cacheSeconds * 1000;
      kept.set(key(answer.personal ? person : 'all', text, offset), { answer, until });
    },
  };
}
