// Every method the stand-in speaks, by the name it has in a request.

import { getChat, getChatAdministrators, getChatMember, getChatMemberCount, leaveChat } from './chats.ts';
import { deleteWebhook, getUpdates, getWebhookInfo, setWebhook } from './delivery.ts';
import {
  deleteMessage,
  editMessageCaption,
  editMessageReplyMarkup,
  editMessageText,
  pinChatMessage,
  sendChatAction,
  setMessageReaction,
  unpinChatMessage,
} from './editing.ts';
import {
  deleteEphemeralMessage,
  editEphemeralMessageCaption,
  editEphemeralMessageReplyMarkup,
  editEphemeralMessageText,
} from './ephemeral.ts';
import type { Params } from './params.ts';
import { answerCallbackQuery, answerInlineQuery } from './queries.ts';
import { copyMessage, forwardMessage, sendDocument, sendMessage, sendPhoto } from './sending.ts';
import { deleteMyCommands, getMyCommands, getter, setMyCommands, setter } from './settings.ts';
import type { World } from './world.ts';

/** Answers a request, at once or later; throws the refusal. `gone` takes what to do when the caller hangs up. */
export type Method = (world: World, params: Params, gone: (leave: () => void) => void) => unknown;

const getMe: Method = ({ bot, privacy, inline }) => ({
  ...bot,
  can_join_groups: true,
  can_read_all_group_messages: !privacy,
  supports_inline_queries: inline,
  supports_guest_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
});

export const methods: ReadonlyMap<string, Method> = new Map<string, Method>(
  Object.entries({
    answerCallbackQuery,
    answerInlineQuery,
    copyMessage,
    deleteEphemeralMessage,
    deleteMessage,
    deleteMyCommands,
    deleteWebhook,
    editEphemeralMessageCaption,
    editEphemeralMessageReplyMarkup,
    editEphemeralMessageText,
    editMessageCaption,
    editMessageReplyMarkup,
    editMessageText,
    forwardMessage,
    getChat,
    getChatAdministrators,
    getChatMember,
    getChatMemberCount,
    getMe,
    getMyCommands,
    getMyDescription: getter('description'),
    getMyName: getter('name'),
    getMyShortDescription: getter('short_description'),
    getUpdates,
    getWebhookInfo,
    leaveChat,
    pinChatMessage,
    sendChatAction,
    sendDocument,
    sendMessage,
    sendPhoto,
    setMessageReaction,
    setMyCommands,
    setMyDescription: setter('description'),
    setMyName: setter('name'),
    setMyShortDescription: setter('short_description'),
    setWebhook,
    unpinChatMessage,
  }),
);

/** What a bot may do only so fast. */
export const paced = new Set([
  'copyMessage',
  'editMessageCaption',
  'editMessageReplyMarkup',
  'editMessageText',
  'forwardMessage',
  'sendDocument',
  'sendMessage',
  'sendPhoto',
]);
