// Messages on their way out: sent, edited, or shown to one person alone, with the waits and detours that the
// platform asks for. Knows groups that moved, chats that shut the bot out, and servers that cannot show a message to
// one person.

import { setTimeout as pause } from 'node:timers/promises';

import type { ForceReply, InlineKeyboardMarkup, Message } from '@grammyjs/types';

import type { Messages } from '../../commands/locales/messages.ts';
import { say } from '../../commands/say.ts';
import type { Store } from '../../storage/open.ts';
import { type Api, ApiFault, isUnchanged, type Method, type Result, type Values } from './api.ts';
import { asHtml, openMessages } from './message.ts';
import { follow } from './migration.ts';
import { render, type Rendered } from './render.ts';
import { shutOutBy } from './standing.ts';

/** Where an answer goes. */
export interface Destination {
  readonly chatId: number;
  readonly isPrivate: boolean;
  /** The topic; `null` for General and for chats without topics. */
  readonly thread: number | null;
  /** The message that is answered; `null` where that goes without saying. */
  readonly replyTo: number | null;
  /** The person who can be answered alone; `null` where a group or a channel speaks for itself. */
  readonly person: number | null;
  /** Set when that person alone sees the talk already: what is answered, or 0 for a tap. */
  readonly ephemeral: number | null;
  /** The tap that is answered. */
  readonly tap: string | null;
}

export interface Delivery {
  /** The picture stands above the first of the texts. */
  send(
    rendered: Rendered,
    to: Destination,
    options?: { readonly forceReply?: boolean; readonly picture?: Uint8Array | null },
  ): Promise<void>;
  /** Shows it in the group, to the person alone; `false` where the platform cannot do that. */
  whisper(rendered: Rendered, to: Destination): Promise<boolean>;
  /** Shows it to the person alone: in the group where the platform can do that, else in the private chat. */
  sendAlone(rendered: Rendered, to: Destination, words: Messages): Promise<void>;
  /** Puts it in the place of one of the bot's messages; what does not fit there is sent. */
  edit(
    rendered: Rendered,
    message: Pick<Message, 'message_id' | 'ephemeral_message_id'>,
    to: Destination,
    words: Messages,
  ): Promise<void>;
  /** Lets the chat show for some seconds that an answer is on its way. */
  showTyping(to: Destination): Promise<void>;
  answerTap(id: string, note: TapNote): Promise<void>;
}

/** What comes up over the chat, for this person alone; nothing only ends the wait. */
export interface TapNote {
  readonly text?: string;
  readonly isAlert?: boolean;
  /** Instead of words, opens the private chat with this. */
  readonly start?: string;
}

/** In seconds; who has to wait longer is not answered. */
const longestWait = 60;
/** In milliseconds, before a server that failed is asked again. */
const recovery = 1000;
/** In milliseconds, beyond what was asked for: a timer may fire a little early, and would be refused for that. */
const margin = 5;
/** In characters, of the note that a tap brings up. */
export const longestNote = 200;

type Writing = 'sendMessage' | 'sendPhoto' | 'editMessageText' | 'editEphemeralMessageText';

export function openDelivery(api: Api, store: Store, username: string): Delivery {
  let canSendAlone = true;

  /** Calls, and keeps what a refusal says of the chat. */
  async function write<M extends Writing>(method: M, values: Values<M>): Promise<Result<M>> {
    try {
      return await insist(method, values);
    } catch (fault) {
      const chatId = 'chat_id' in values ? Number(values.chat_id) : Number.NaN;
      const reason = shutOutBy(fault, chatId);
      // A chat that takes no pictures may take words.
      const isOfPictures = method === 'sendPhoto' && reason === 'muted';
      if (reason !== null && !isOfPictures)
        await store.places.shutOut('telegram', String(chatId), reason, new Date());
      throw fault;
    }
  }

  /** Calls, and once again where the server asks for patience or fails without having looked. */
  async function insist<M extends Method>(method: M, values: Values<M>): Promise<Result<M>> {
    try {
      return await api.call(method, values);
    } catch (fault) {
      if (!(fault instanceof ApiFault) || fault.code === null) throw fault;
      const wait = fault.retryAfter === null ? recovery : fault.retryAfter * 1000;
      if ((fault.code !== 429 && fault.code < 500) || wait > longestWait * 1000) throw fault;
      await pause(Math.ceil(wait) + margin);
      return api.call(method, values);
    }
  }

  const sendMessage = openMessages(write, store);

  /** The first part answers the message, the last one carries the buttons. */
  async function sendParts(
    texts: readonly string[],
    picture: Uint8Array | null,
    { chatId, thread, replyTo }: Pick<Destination, 'chatId' | 'thread' | 'replyTo'>,
    markup: InlineKeyboardMarkup | ForceReply | null,
  ): Promise<void> {
    for (const [index, text] of texts.entries()) {
      const part = { text, picture: index === 0 ? picture : null };
      await sendMessage(part, {
        chat_id: chatId,
        ...(thread === null ? {} : { message_thread_id: thread }),
        ...(replyTo === null || index > 0
          ? {}
          : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
        ...(index < texts.length - 1 ? {} : withMarkup(markup)),
      });
    }
  }

  async function whisper({ texts, keyboard }: Rendered, to: Destination): Promise<boolean> {
    if (!canSendAlone || to.person === null) return false;
    for (const [index, text] of texts.entries()) {
      try {
        const sent = await write('sendMessage', {
          chat_id: to.chatId,
          ...asHtml(text),
          ephemeral_message_parameters: {
            receiver_user_id: to.person,
            ...(to.tap === null ? {} : { callback_query_id: to.tap }),
          },
          ...(to.thread === null ? {} : { message_thread_id: to.thread }),
          ...(to.ephemeral === null || to.ephemeral === 0 || index > 0
            ? {}
            : { reply_parameters: { ephemeral_message_id: to.ephemeral } }),
          ...(index < texts.length - 1 ? {} : withMarkup(asMarkup(keyboard))),
        });
        if (sent.ephemeral_message_id === undefined) {
          // An old server does not know what it was asked for, and showed it to everybody.
          canSendAlone = false;
          await api.call('deleteMessage', { chat_id: to.chatId, message_id: sent.message_id });
          return false;
        }
      } catch (fault) {
        if (!(fault instanceof ApiFault)) throw fault;
        if (fault.movedTo !== null) {
          await follow(to.chatId, fault.movedTo, store);
          const ephemeral = to.ephemeral === null ? null : 0;
          const there = { ...to, chatId: fault.movedTo, ephemeral };
          return whisper({ texts: texts.slice(index), keyboard }, there);
        }
        if (fault.code === 400 && index === 0) return false;
        throw fault;
      }
    }
    return true;
  }

  async function sendInPrivate(
    { texts, keyboard }: Rendered,
    to: Destination,
    words: Messages,
  ): Promise<void> {
    const { telegram } = words;
    const link = { label: telegram.openChat, link: `https://t.me/${username}?start=help` };
    const chatId = to.person ?? to.chatId;
    const isOpen = (await store.places.exclusion('telegram', String(chatId))) === null;
    const isThere = isOpen && (await arrives(chatId, texts, keyboard));
    const where = isThere ? telegram.sentInPrivate : telegram.startFirst;
    await delivery.send(render(say(where, { actions: [link] }), words), to);
  }

  /** `false` where the person has not let the bot write in private. */
  async function arrives(
    chatId: number,
    texts: Rendered['texts'],
    keyboard: Rendered['keyboard'],
  ): Promise<boolean> {
    try {
      await sendParts(texts, null, { chatId, thread: null, replyTo: null }, asMarkup(keyboard));
      return true;
    } catch (fault) {
      if (shutOutBy(fault, chatId) === null) throw fault;
      return false;
    }
  }

  const delivery: Delivery = {
    whisper,

    async send({ texts, keyboard }, to, { forceReply = false, picture = null } = {}) {
      await sendParts(
        texts,
        picture,
        to,
        forceReply ? { force_reply: true, selective: true } : asMarkup(keyboard),
      );
    },

    async sendAlone(rendered, to, words) {
      if (to.isPrivate) return delivery.send(rendered, to);
      if (!(await whisper(rendered, to))) await sendInPrivate(rendered, to, words);
    },

    async edit({ texts: [first = '', ...rest], keyboard }, message, to, words) {
      const markup = rest.length > 0 ? null : asMarkup(keyboard);
      const what = { chat_id: to.chatId, ...asHtml(first) };
      const { ephemeral_message_id: ephemeral } = message;
      // The tap may be answered by now, and an answered one is refused.
      const again = (rendered: Rendered): Promise<void> =>
        ephemeral === undefined
          ? delivery.send(rendered, to)
          : delivery.sendAlone(rendered, { ...to, tap: null }, words);
      try {
        if (ephemeral === undefined || to.person === null) {
          const values = { ...what, message_id: message.message_id };
          await write('editMessageText', markup === null ? values : { ...values, reply_markup: markup });
        } else {
          const values = { ...what, receiver_user_id: to.person, ephemeral_message_id: ephemeral };
          await write(
            'editEphemeralMessageText',
            markup === null ? values : { ...values, reply_markup: markup },
          );
        }
      } catch (fault) {
        if (isUnchanged(fault)) return;
        const isGone = fault instanceof ApiFault && fault.code === 400;
        if (!isGone) throw fault;
        return again({ texts: [first, ...rest], keyboard });
      }
      if (rest.length > 0) await again({ texts: rest, keyboard });
    },

    async showTyping({ chatId, thread }) {
      const where = { chat_id: chatId, ...(thread === null ? {} : { message_thread_id: thread }) };
      // Nothing depends on it.
      await api.call('sendChatAction', { ...where, action: 'typing' }).catch(() => {});
    },

    async answerTap(id, { text = '', isAlert = false, start }) {
      try {
        const note = text === '' ? {} : { text, show_alert: isAlert };
        const link = start === undefined ? {} : { url: `https://t.me/${username}?start=${start}` };
        await api.call('answerCallbackQuery', { callback_query_id: id, ...note, ...link });
      } catch (fault) {
        // It waited too long, and whoever tapped has gone on.
        if (!(fault instanceof ApiFault) || fault.code !== 400) throw fault;
      }
    },
  };
  return delivery;
}

export const asMarkup = (keyboard: Rendered['keyboard']): InlineKeyboardMarkup | null =>
  keyboard.length === 0 ? null : { inline_keyboard: keyboard.map((row) => [...row]) };

const withMarkup = (markup: InlineKeyboardMarkup | ForceReply | null) =>
  markup === null ? {} : { reply_markup: markup };
