// Methods by which the bot describes itself: its command menus, name and descriptions, each per language.

import { findChat } from './access.ts';
import type { Params } from './params.ts';
import { badRequest } from './refusal.ts';
import { type ChatRecord, isAdmin, type WireCommand, type World } from './world.ts';

const mostCommands = 100;

export function setMyCommands(world: World, params: Params): true {
  const list = params.list('commands');
  if (list.length > mostCommands) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  world.commands.set(place(world, params), list.map(readCommand));
  return true;
}

export const getMyCommands = (world: World, params: Params) => world.commands.get(place(world, params)) ?? [];

export function deleteMyCommands(world: World, params: Params): true {
  world.commands.delete(place(world, params));
  return true;
}

function readCommand(item: unknown): WireCommand {
  // Untrusted input: every field is looked at below.
  const fields = (typeof item === 'object' && item !== null ? item : {}) as Record<string, unknown>;
  const { command: name, description, is_ephemeral: ephemeral } = fields;
  if (typeof name !== 'string') throw badRequest('can\'t parse BotCommand: Can\'t find field "command"');
  if (typeof description !== 'string')
    throw badRequest('can\'t parse BotCommand: Can\'t find field "description"');
  const command = name.replace(/^\//u, '');
  if (command === '') throw badRequest('command must be non-empty');
  if (command.length > 32) throw badRequest('command length must not exceed 32');
  if (!/^[a-z0-9_]+$/u.test(command)) throw badRequest('BOT_COMMAND_INVALID');
  if (description.trim() === '') throw badRequest('command description must be non-empty');
  if (Array.from(description).length > 256)
    throw badRequest('command description length must not exceed 256');
  return { command, description, ...(ephemeral === true ? { is_ephemeral: true } : {}) };
}

function place(world: World, params: Params): string {
  const scope = params.object('scope');
  const type = scope?.text('type') ?? 'default';
  const language = params.text('language_code') ?? '';
  if (language !== '' && !/^[a-z]{2}$/u.test(language)) throw badRequest('invalid language code specified');
  switch (type) {
    case 'default':
    case 'all_private_chats':
    case 'all_group_chats':
    case 'all_chat_administrators':
      return `${type}:${language}`;
    case 'chat':
    case 'chat_administrators': {
      const chat = findChat(world, scope ?? params);
      return `${type}/${chat.id}:${language}`;
    }
    case 'chat_member': {
      const chat = findChat(world, scope ?? params);
      return `${type}/${chat.id}/${scope?.integer('user_id') ?? 0}:${language}`;
    }
    default:
      throw badRequest("can't parse BotCommandScope: Unsupported type specified");
  }
}

/** The menu a person sees in a chat: the narrowest scope that has commands, their language before the general one. */
export function menuFor(world: World, chat: ChatRecord, person: number): readonly WireCommand[] {
  const language = world.people.get(person)?.user.language_code?.slice(0, 2) ?? '';
  const admin = isAdmin(chat, person);
  const scopes =
    chat.type === 'private'
      ? [`chat/${chat.id}`, 'all_private_chats', 'default']
      : [
          `chat_member/${chat.id}/${person}`,
          ...(admin ? [`chat_administrators/${chat.id}`] : []),
          `chat/${chat.id}`,
          ...(admin ? ['all_chat_administrators'] : []),
          'all_group_chats',
          'default',
        ];
  for (const scope of scopes) {
    const commands = world.commands.get(`${scope}:${language}`) ?? world.commands.get(`${scope}:`);
    if (commands !== undefined && commands.length > 0) return commands;
  }
  return [];
}

const lengths = { name: 64, description: 512, short_description: 120 } as const;

/** A setter for one line about the bot, per language. */
export const setter =
  (field: keyof typeof lengths) =>
  (world: World, params: Params): true => {
    const text = params.text(field) ?? '';
    if (Array.from(text).length > lengths[field])
      throw badRequest(`bot ${field.replaceAll('_', ' ')} is too long`);
    world.profile.set(`${field}:${params.text('language_code') ?? ''}`, text);
    return true;
  };

export const getter =
  (field: keyof typeof lengths) =>
  (world: World, params: Params): object => ({
    [field]:
      world.profile.get(`${field}:${params.text('language_code') ?? ''}`) ??
      world.profile.get(`${field}:`) ??
      '',
  });
