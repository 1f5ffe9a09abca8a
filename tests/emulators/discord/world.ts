// Who and what there is: accounts, guilds, roles, channels and what was written in them. Knows who may do what where.

import { PermissionFlagsBits } from 'discord.js';
import type { PermissionsString } from 'discord.js';

import type { Command } from './commands.ts';
import type { Mailbox } from './mailbox.ts';
import type { Message } from './message.ts';

export interface WireUser {
  readonly id: string;
  readonly username: string;
  readonly discriminator: string;
  readonly global_name: string | null;
  readonly avatar: null;
  readonly bot: boolean;
}

export interface Account {
  readonly wire: WireUser;
  locale: string;
  /** Whether the bot may write to this account in private. */
  acceptsMessages: boolean;
  /** Whether this account added the bot to itself, so that its commands go along everywhere. */
  installed: boolean;
  direct: Channel | null;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  permissions: bigint;
  readonly mentionable: boolean;
}

export interface Member {
  readonly account: Account;
  roles: Role[];
  readonly joinedAt: string;
}

interface Overwrite {
  /** Of a role or of an account. */
  readonly id: string;
  readonly type: 0 | 1;
  readonly allow: bigint;
  readonly deny: bigint;
}

export interface Channel {
  readonly id: string;
  readonly type: number;
  readonly name: string;
  readonly guild: Guild | null;
  readonly parent: Channel | null;
  readonly members: readonly Account[];
  overwrites: Overwrite[];
  archived: boolean;
  locked: boolean;
  readonly messages: Map<string, Message>;
  readonly sent: Mailbox<Message>;
  /** The next message the bot sent there on its own account; answers to interactions come to who began them. */
  next(patience?: number): Promise<Message>;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  locale: string;
  readonly owner: Account;
  readonly roles: Map<string, Role>;
  readonly members: Map<string, Member>;
  readonly channels: Map<string, Channel>;
  commands: readonly Command[];
}

export interface World {
  readonly now: () => number;
  readonly bot: Account;
  readonly accounts: Map<string, Account>;
  readonly guilds: Map<string, Guild>;
  /** Of guilds and private ones alike. */
  readonly channels: Map<string, Channel>;
  commands: readonly Command[];
  readonly nextId: () => string;
}

export const channelTypes = {
  text: 0,
  direct: 1,
  voice: 2,
  group: 3,
  category: 4,
  news: 5,
  thread: 11,
  forum: 15,
} as const;

const everything = Object.values(PermissionFlagsBits).reduce((sum, bit) => sum | bit, 0n);

export const bitsOf = (names: readonly PermissionsString[]): bigint =>
  names.reduce((sum, name) => sum | PermissionFlagsBits[name], 0n);

/** What @everyone may do in a new guild. */
export const usualPermissions = bitsOf([
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'EmbedLinks',
  'AttachFiles',
  'AddReactions',
  'ReadMessageHistory',
  'UseApplicationCommands',
  'UseExternalApps',
]);

/** Ids as Discord makes them: the time in milliseconds, then a running number. */
export function snowflakes(now: () => number): () => string {
  const epoch = 1_420_070_400_000;
  let last = 0n;
  return () => {
    const earliest = BigInt(now() - epoch) << 22n;
    last = earliest > last ? earliest : last + 1n;
    return String(last);
  };
}

/** In a channel, or in the guild as a whole without one. 0n for those who are no members. */
export function permissionsOf(guild: Guild, account: Account, channel?: Channel): bigint {
  const member = guild.members.get(account.wire.id);
  if (member === undefined) return 0n;
  const roles = [guild.roles.get(guild.id), ...member.roles].filter((role) => role !== undefined);
  let bits = roles.reduce((sum, role) => sum | role.permissions, 0n);
  if (guild.owner === account || (bits & PermissionFlagsBits.Administrator) !== 0n) return everything;
  const overwrites = (channel?.parent?.overwrites ?? []).concat(channel?.overwrites ?? []);
  const apply = (of: readonly Overwrite[]) => {
    bits &= ~of.reduce((sum, { deny }) => sum | deny, 0n);
    bits |= of.reduce((sum, { allow }) => sum | allow, 0n);
  };
  apply(overwrites.filter(({ id }) => id === guild.id));
  apply(overwrites.filter(({ id }) => id !== guild.id && member.roles.some((role) => role.id === id)));
  apply(overwrites.filter(({ id }) => id === account.wire.id));
  return bits;
}

export const may = (bits: bigint, ...names: readonly PermissionsString[]): boolean =>
  (bits & bitsOf(names)) === bitsOf(names);
