// The list of commands that the platform offers on typing `/`: in each language, for private chats, groups and their
// administrators. It is sent only when it has changed since it was sent last.

import { createHash } from 'node:crypto';

import type { BotCommand } from '@grammyjs/types';

import type { Audience, House } from '../../commands/context.ts';
import { commands } from '../../commands/dispatch.ts';
import { messagesOf } from '../../commands/locales/messages.ts';
import { type Language, languages } from '../../core/language.ts';
import type { Api } from './api.ts';

/** In UTF-16 units. */
const longestDescription = 256;

const scopes = {
  all_private_chats: ['anyone'],
  all_group_chats: ['anyone'],
  all_chat_administrators: ['anyone', 'staff', 'moderator'],
} as const satisfies Readonly<Record<string, readonly Audience[]>>;

/** `name` is the mark under which is kept what was sent. */
export async function sendMenu(api: Api, { store, language }: House, name: string): Promise<void> {
  const menus = menusFor(language);
  const hash = createHash('sha256').update(JSON.stringify(menus)).digest('hex');
  if ((await store.marks.find(name)) === hash) return;
  for (const menu of menus) await api.call('setMyCommands', menu);
  await store.marks.set(name, hash);
}

/** For each scope one menu in each language, and the bot's own for readers of all others. */
const menusFor = (fallback: Language) =>
  Object.entries(scopes).flatMap(([type, roles]) => {
    const scope = { type: type as keyof typeof scopes };
    return [
      { scope, commands: entries(roles, fallback) },
      ...languages.map((language) => ({
        scope,
        language_code: language,
        commands: entries(roles, language),
      })),
    ];
  });

const entries = (roles: readonly Audience[], language: Language): BotCommand[] =>
  commands
    .filter(({ role }) => roles.includes(role))
    .map(({ name }) => ({
      command: name,
      description: messagesOf(language).commandWords(name).summary.slice(0, longestDescription),
    }));
