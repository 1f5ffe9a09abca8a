// Writing, changing and removing messages: what becomes of a checked body, whom it rings for, who hears of it.

import { checkNotEmpty, flags } from './body.ts';
import type { Body } from './body.ts';
import { flatten, kinds } from './component-tree.ts';
import { listOf, stringOf } from './json.ts';
import type { Json } from './json.ts';
import { Message } from './message.ts';
import type { Pings, WireMessage } from './message.ts';
import { may, permissionsOf } from './world.ts';
import type { Account, Channel, World } from './world.ts';

/** Tells the bot's connection, where it listens for such things. */
export type Emit = (event: string, data: Json, channel?: Channel) => void;

interface Circumstances {
  readonly flags?: number;
  readonly replyTo?: Message | undefined;
  readonly interaction?: Json;
  /** Shown to one person: kept out of the channel, and nobody is told. */
  readonly ephemeral?: boolean;
}

const none: Pings = { everyone: false, users: [], roles: [] };

export function post(
  world: World,
  emit: Emit,
  channel: Channel,
  author: Account,
  body: Body,
  around: Circumstances = {},
): Message {
  if ((around.flags ?? 0) === 0 || ((around.flags ?? 0) & flags.loading) === 0) checkNotEmpty(body);
  const id = world.nextId();
  const ephemeral = around.ephemeral === true;
  const pings = ephemeral ? none : pingsOf(world, channel, author, body, around.replyTo);
  const wire: WireMessage = {
    id,
    type: around.replyTo === undefined ? (around.interaction === undefined ? 0 : 20) : 19,
    channel_id: channel.id,
    ...(channel.guild === null || ephemeral ? {} : { guild_id: channel.guild.id }),
    author: author.wire,
    content: body.content ?? '',
    timestamp: new Date(world.now()).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: pings.everyone,
    mentions: pings.users.flatMap((user) => world.accounts.get(user)?.wire ?? []),
    mention_roles: pings.roles,
    attachments: attachmentsOf(world, channel, body),
    embeds: body.embeds ?? [],
    components: body.components ?? [],
    pinned: false,
    flags:
      (body.flags & (flags.suppressEmbeds | flags.silent | flags.v2)) |
      (around.flags ?? 0) |
      (ephemeral ? flags.ephemeral : 0),
    ...(body.nonce === undefined ? {} : { nonce: body.nonce }),
    ...(around.interaction === undefined
      ? {}
      : {
          interaction_metadata: around.interaction,
          webhook_id: world.bot.wire.id,
          application_id: world.bot.wire.id,
        }),
    ...(around.replyTo === undefined
      ? {}
      : {
          message_reference: {
            type: 0,
            message_id: around.replyTo.id,
            channel_id: channel.id,
            ...(channel.guild === null ? {} : { guild_id: channel.guild.id }),
          },
          referenced_message: around.replyTo.wire,
        }),
  };
  const message = new Message(
    channel,
    wire,
    pings,
    new Map(body.files.map(({ name, bytes }) => [name, bytes])),
  );
  if (!ephemeral) {
    channel.messages.set(id, message);
    emit('MESSAGE_CREATE', { ...wire, ...memberPart(channel, author) }, channel);
  }
  return message;
}

/** The message as it stands after the edit; what the body leaves out stays. Throws where nothing would be left. */
export function edit(world: World, emit: Emit, before: Message, body: Body): Message {
  const kept = before.wire.attachments.filter(({ id }) => body.keptFiles?.has(String(id)) !== false);
  const wire: WireMessage = {
    ...before.wire,
    content: body.content ?? before.wire.content,
    embeds: body.embeds ?? before.wire.embeds,
    components: body.components ?? before.wire.components,
    attachments: [...kept, ...attachmentsOf(world, before.channel, body)],
    flags: (before.wire.flags & ~flags.loading) | (body.flags & (flags.suppressEmbeds | flags.v2)),
    edited_timestamp: new Date(world.now()).toISOString(),
  };
  checkNotEmpty({
    ...wire,
    files:
      wire.attachments.length > 0 ? [{ field: '', name: '', bytes: Buffer.alloc(0), description: null }] : [],
  });
  const names = new Set(wire.attachments.map(({ filename }) => stringOf(filename)));
  const files = [...before.files, ...body.files.map(({ name, bytes }) => [name, bytes] as const)].filter(
    ([name]) => names.has(name),
  );
  // Changing a message rings for nobody; the first answer in place of "is thinking" does.
  const pings =
    (before.wire.flags & flags.loading) !== 0 && !before.ephemeral
      ? pingsOf(world, before.channel, world.bot, body)
      : before.pings;
  const after = new Message(before.channel, wire, pings, new Map(files));
  if (!before.ephemeral) {
    before.channel.messages.set(after.id, after);
    emit('MESSAGE_UPDATE', wire, before.channel);
  }
  return after;
}

export function remove(emit: Emit, message: Message): void {
  const { channel, id } = message;
  if (!channel.messages.delete(id)) return;
  emit(
    'MESSAGE_DELETE',
    { id, channel_id: channel.id, ...(channel.guild === null ? {} : { guild_id: channel.guild.id }) },
    channel,
  );
}

const attachmentsOf = (world: World, channel: Channel, body: Body): readonly Json[] =>
  body.files.map(({ name, bytes, description }) => {
    const id = world.nextId();
    const url = `https://cdn.discordapp.com/attachments/${channel.id}/${id}/${encodeURIComponent(name)}`;
    return { id, filename: name, size: bytes.length, url, proxy_url: url, description };
  });

const memberPart = (channel: Channel, author: Account): Json => {
  const member = channel.guild?.members.get(author.wire.id);
  if (member === undefined) return {};
  const { roles, joinedAt } = member;
  return {
    member: { roles: roles.map(({ id }) => id), joined_at: joinedAt, deaf: false, mute: false, flags: 0 },
  };
};

function pingsOf(world: World, channel: Channel, author: Account, body: Body, replyTo?: Message): Pings {
  const { guild } = channel;
  const text = [
    body.content ?? '',
    ...flatten(body.components ?? [])
      .filter(({ type }) => type === kinds.text)
      .map(({ content }) => stringOf(content)),
  ].join('\n');
  const allowed = body.allowedMentions;
  const allows = (kind: string, id?: string) =>
    allowed === undefined ||
    listOf(allowed['parse']).includes(kind) ||
    (id !== undefined && listOf(allowed[kind]).includes(id));
  const loud = guild !== null && may(permissionsOf(guild, author, channel), 'MentionEveryone');
  const named = [...text.matchAll(/<@!?(\d+)>/gu)].flatMap(([, id = '']) =>
    world.accounts.has(id) && allows('users', id) ? [id] : [],
  );
  const replied =
    replyTo !== undefined && (allowed === undefined || allowed['replied_user'] === true)
      ? [replyTo.wire.author.id]
      : [];
  const roles = [...text.matchAll(/<@&(\d+)>/gu)].flatMap(([, id = '']) => {
    const role = guild?.roles.get(id);
    return role !== undefined && (role.mentionable || loud) && allows('roles', id) ? [id] : [];
  });
  return {
    everyone: loud && /@(?:everyone|here)\b/u.test(text) && allows('everyone'),
    users: [...new Set([...named, ...replied])],
    roles: [...new Set(roles)],
  };
}
