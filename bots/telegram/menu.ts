// The list of commands that the platform offers on typing `/`: in each language, for private chats, groups and their
// administrators, and for seekers and operators in their own chats. It is sent only when it has changed since it was
// sent last.

import { createHash } from 'node:crypto';

import type { BotCommand } from '@grammyjs/types';

import { type Audience, type House, seekersOf } from '../../commands/context.ts';
import { commands } from '../../commands/dispatch.ts';
import { messagesOf } from '../../commands/locales/messages.ts';
import { type Language, languages } from '../../core/language.ts';
import type { Api } from './api.ts';
import { shutOutBy } from './standing.ts';

/** In UTF-16 units. */
const longestDescription = 256;

const scopes = {
  all_private_chats: ['anyone'],
  all_group_chats: ['anyone'],
  all_chat_administrators: ['anyone', 'staff', 'moderator'],
} as const satisfies Readonly<Record<string, readonly Audience[]>>;

type Scope = { readonly type: keyof typeof scopes } | { readonly type: 'chat'; readonly chat_id: number };

/** `name` is the mark under which is kept what was sent. */
export async function sendMenu(api: Api, house: House, name: string): Promise<void> {
  const shared = Object.entries(scopes).flatMap(([type, roles]) =>
    menusFor({ type: type as keyof typeof scopes }, roles, house),
  );
  await sendOnce(shared, name, api, house);
  for (const [id, roles] of ownRoles(house)) {
    const own = menusFor({ type: 'chat', chat_id: id }, ['anyone', ...roles], house);
    await sendOnce(own, `${name}:${id}`, api, house).catch((fault: unknown) => {
      // Whoever never wrote to the bot has no chat with it yet; the next start tries again.
      if (shutOutBy(fault, id) === null) throw fault;
    });
  }
}

/** For whom there is more, by the person's number, which is also that of their private chat. */
function ownRoles(house: House): ReadonlyMap<number, readonly Audience[]> {
  const seekers = seekersOf(house).flatMap(({ profile }) => profile.identities);
  const all = [
    ...seekers.map((account) => ({ account, role: 'seeker' as const })),
    ...house.operators.map((account) => ({ account, role: 'staff' as const })),
  ];
  const roles = new Map<number, Audience[]>();
  for (const { account, role } of all) {
    const id = Number(/^telegram:(\d+)$/u.exec(account)?.[1] ?? 0);
    if (id > 0) roles.set(id, [...(roles.get(id) ?? []), role]);
  }
  return roles;
}

type Menu = ReturnType<typeof menusFor>[number];

async function sendOnce(menus: readonly Menu[], name: string, api: Api, { store }: House): Promise<void> {
  const hash = createHash('sha256').update(JSON.stringify(menus)).digest('hex');
  if ((await store.marks.find(name)) === hash) return;
  for (const menu of menus) await api.call('setMyCommands', menu);
  await store.marks.set(name, hash);
}

/** One menu in each language, and the bot's own for readers of all others. */
const menusFor = (scope: Scope, roles: readonly Audience[], { language: fallback }: House) => [
  { scope, commands: entries(roles, fallback) },
  ...languages.map((language) => ({
    scope,
    language_code: language,
    commands: entries(roles, language),
  })),
];

const entries = (roles: readonly Audience[], language: Language): BotCommand[] =>
  commands
    .filter(({ role }) => roles.includes(role))
    .map(({ name }) => ({
      command: name,
      description: messagesOf(language).commandWords(name).summary.slice(0, longestDescription),
    }));
