// Setting up guilds, channels and people while the bot may be looking on: every change is told to it as it happens.

import type { PermissionsString } from 'discord.js';

import { openMailbox } from './mailbox.ts';
import type { Message } from './message.ts';
import { personOf } from './person.ts';
import type { Person } from './person.ts';
import type { Stage } from './router.ts';
import { channelWire, guildCreateWire, memberWire } from './wire.ts';
import { bitsOf, channelTypes, usualPermissions } from './world.ts';
import type { Account, Channel, Guild, Member, Role } from './world.ts';

export interface ChannelPlan {
  readonly name: string;
  readonly type?: keyof typeof channelTypes;
  /** Taken from @everyone here, bot included. */
  readonly deny?: readonly PermissionsString[];
}

export interface GuildPlan {
  readonly name: string;
  readonly locale?: string;
  readonly channels?: readonly (string | ChannelPlan)[];
  readonly roles?: readonly {
    readonly name: string;
    readonly permissions?: readonly PermissionsString[];
    readonly mentionable?: boolean;
  }[];
  readonly members?: readonly (
    | Person
    | {
        readonly person: Person;
        readonly roles?: readonly string[];
        readonly permissions?: readonly PermissionsString[];
      }
  )[];
  /** What the bot's own role allows beyond @everyone's; `false`: the bot is no member. */
  readonly bot?: readonly PermissionsString[] | false;
}

export interface DiscordGuild {
  readonly id: string;
  readonly guild: Guild;
  channel(name: string): Channel;
  role(name: string): Role;
  addChannel(plan: string | ChannelPlan): Channel;
  addThread(
    parent: Channel,
    name: string,
    state?: { readonly archived?: boolean; readonly locked?: boolean },
  ): Channel;
  addMember(person: Person, permissions?: readonly PermissionsString[]): void;
  removeMember(person: Person): void;
  /** Changes what the bot may do in a channel. */
  denyBot(channel: Channel, permissions: readonly PermissionsString[]): void;
  /** The bot is thrown out. */
  removeBot(): void;
  /** The bot is invited again. */
  inviteBot(): void;
  /** Discord itself has lost the server for a while. */
  failsForAWhile(): void;
}

export interface PersonPlan {
  readonly name: string;
  readonly locale?: string;
  readonly acceptsMessages?: boolean;
  readonly installed?: boolean;
}

export function openPlaces(stage: Stage) {
  const { world, emit } = stage;
  const { bot } = world;

  function addChannel(
    of: Pick<Channel, 'type' | 'name' | 'guild' | 'parent' | 'members'> &
      Partial<Pick<Channel, 'archived' | 'locked' | 'overwrites'>>,
  ): Channel {
    const sent = openMailbox<Message>(
      `message in ${of.name}`,
      () =>
        `it has ${room.messages.size} messages: ${[...room.messages.values()].map(({ text }) => text).join(' | ')}`,
    );
    const room: Channel = {
      overwrites: [],
      archived: false,
      locked: false,
      ...of,
      id: world.nextId(),
      messages: new Map(),
      sent,
      next: (patience) => sent.take(patience),
    };
    world.channels.set(room.id, room);
    of.guild?.channels.set(room.id, room);
    return room;
  }

  function addPerson({ name, locale = 'en-US', acceptsMessages = true, installed = false }: PersonPlan) {
    const account: Account = {
      wire: {
        id: world.nextId(),
        username: name,
        discriminator: '0',
        global_name: name,
        avatar: null,
        bot: false,
      },
      locale,
      acceptsMessages,
      installed,
      direct: null,
    };
    world.accounts.set(account.wire.id, account);
    const direct = addChannel({
      type: channelTypes.direct,
      name: `@${name}`,
      guild: null,
      parent: null,
      members: [account, bot],
    });
    account.direct = direct;
    return personOf(stage, account, direct);
  }

  function addGuild(plan: GuildPlan): DiscordGuild {
    const id = world.nextId();
    const everyone: Role = { id, name: '@everyone', permissions: usualPermissions, mentionable: false };
    const founder = addPerson({ name: `${plan.name}-owner` });
    const guild: Guild = {
      id,
      name: plan.name,
      locale: plan.locale ?? 'en-US',
      owner: founder.account,
      roles: new Map([[id, everyone]]),
      members: new Map(),
      channels: new Map(),
      commands: [],
    };
    world.guilds.set(id, guild);
    const addRole = (
      name: string,
      permissions: readonly PermissionsString[] = [],
      mentionable = false,
    ): Role => {
      const role = { id: world.nextId(), name, permissions: bitsOf(permissions), mentionable };
      guild.roles.set(role.id, role);
      return role;
    };
    const join = (account: Account, roles: Role[]): Member => {
      const member = { account, roles, joinedAt: new Date(world.now()).toISOString() };
      guild.members.set(account.wire.id, member);
      return member;
    };
    const role = (name: string): Role => named([...guild.roles.values()], name, 'role');
    const build = (of: string | ChannelPlan): Channel => {
      const { name, type = 'text', deny = [] } = typeof of === 'string' ? { name: of } : of;
      const overwrites = deny.length === 0 ? [] : [{ id, type: 0 as const, allow: 0n, deny: bitsOf(deny) }];
      return addChannel({ type: channelTypes[type], name, guild, parent: null, members: [], overwrites });
    };
    const admit = (
      person: Person,
      roles: readonly string[] = [],
      permissions: readonly PermissionsString[] = [],
    ): Member =>
      join(person.account, [
        ...roles.map(role),
        ...(permissions.length > 0 ? [addRole(`${person.account.wire.username}'s`, permissions)] : []),
      ]);

    join(founder.account, []);
    for (const of of plan.roles ?? []) addRole(of.name, of.permissions, of.mentionable);
    for (const of of plan.members ?? []) {
      if ('person' in of) admit(of.person, of.roles, of.permissions);
      else admit(of);
    }
    if (plan.bot !== false) join(bot, [addRole(bot.wire.username, plan.bot)]);
    const rooms = (plan.channels ?? ['general']).map(build);
    const announce = () => emit('GUILD_CREATE', guildCreateWire(world, guild, false));
    if (plan.bot !== false) announce();

    return {
      id,
      guild,
      role,
      channel: (name) => named(rooms, name, 'channel'),
      addChannel(of) {
        const room = build(of);
        rooms.push(room);
        emit('CHANNEL_CREATE', channelWire(room), room);
        return room;
      },
      addThread(parent, name, state = {}) {
        const room = addChannel({ type: channelTypes.thread, name, guild, parent, members: [], ...state });
        rooms.push(room);
        emit('THREAD_CREATE', channelWire(room), room);
        return room;
      },
      addMember(person, permissions) {
        emit('GUILD_MEMBER_ADD', { ...memberWire(admit(person, [], permissions)), guild_id: id });
      },
      removeMember(person) {
        guild.members.delete(person.id);
        emit('GUILD_MEMBER_REMOVE', { guild_id: id, user: person.account.wire });
      },
      denyBot(channel, permissions) {
        channel.overwrites = [
          ...channel.overwrites.filter((of) => of.id !== bot.wire.id),
          { id: bot.wire.id, type: 1, allow: 0n, deny: bitsOf(permissions) },
        ];
        emit('CHANNEL_UPDATE', channelWire(channel));
      },
      removeBot() {
        guild.members.delete(bot.wire.id);
        emit('GUILD_DELETE', { id });
      },
      inviteBot() {
        join(bot, [addRole(bot.wire.username)]);
        announce();
      },
      failsForAWhile() {
        emit('GUILD_DELETE', { id, unavailable: true });
      },
    };
  }

  return { addChannel, addPerson, addGuild };
}

function named<T extends { readonly name: string }>(list: readonly T[], name: string, what: string): T {
  const found = list.find((one) => one.name === name);
  if (found === undefined)
    throw new Error(`no ${what} "${name}"; there are: ${list.map((one) => one.name).join(', ')}`);
  return found;
}
