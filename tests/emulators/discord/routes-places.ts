// Guilds, channels, users and the messages in them, with the rights the bot needs for each.

import type { PermissionsString } from 'discord.js';

import { readBody } from './body.ts';
import { isRecord, stringOf } from './json.ts';
import type { Message } from './message.ts';
import { edit, post, remove } from './posting.ts';
import {
  Form,
  cannotMessage,
  missingAccess,
  missingPermissions,
  notOthersMessage,
  notTextChannel,
  threadLocked,
  unknownChannel,
  unknownGuild,
  unknownMember,
  unknownMessage,
  unknownUser,
} from './refusal.ts';
import { noContent, ok } from './router.ts';
import type { Request, Route } from './router.ts';
import { channelWire, guildWire, memberWire, rolesWire } from './wire.ts';
import { channelTypes, may, permissionsOf } from './world.ts';
import type { Account, Channel, Guild, World } from './world.ts';

const nonceLifetime = 5 * 60_000;
const { category, forum } = channelTypes;

function guildOf({ world, part }: Request): Guild {
  const guild = world.guilds.get(part('guild_id'));
  if (guild === undefined) throw unknownGuild();
  if (!guild.members.has(world.bot.wire.id)) throw missingAccess();
  return guild;
}

function channelOf({ world, part }: Request): Channel {
  const channel = world.channels.get(part('channel_id'));
  if (channel === undefined) throw unknownChannel();
  if (channel.guild === null ? !channel.members.includes(world.bot) : !allowed(world, channel, 'ViewChannel'))
    throw missingAccess();
  return channel;
}

const allowed = (world: World, channel: Channel, ...names: readonly PermissionsString[]): boolean =>
  channel.guild === null || may(permissionsOf(channel.guild, world.bot, channel), ...names);

function messageOf(request: Request): Message {
  const channel = channelOf(request);
  const message = channel.messages.get(request.part('message_id'));
  if (message === undefined) throw unknownMessage();
  return message;
}

/** Throws unless the bot may write there; an archived thread is opened again by writing. */
function checkMayWrite(world: World, channel: Channel): void {
  if (channel.type === category || channel.type === forum) throw notTextChannel();
  if (channel.guild === null) {
    const other = channel.members.find((account) => account !== world.bot);
    if (other === undefined || !canBeReached(world, other)) throw cannotMessage();
    return;
  }
  const inThread = channel.type === channelTypes.thread;
  if (!allowed(world, channel, inThread ? 'SendMessagesInThreads' : 'SendMessages'))
    throw missingPermissions();
  if (channel.locked && !allowed(world, channel, 'ManageThreads')) throw threadLocked();
  channel.archived = false;
}

/** The bot may write to people it shares a guild with, or who installed it, if they let it. */
const canBeReached = (world: World, account: Account): boolean =>
  account.acceptsMessages &&
  (account.installed ||
    [...world.guilds.values()].some(
      ({ members }) => members.has(account.wire.id) && members.has(world.bot.wire.id),
    ));

function send(request: Request) {
  const { world, emit, body: json, uploads } = request;
  const channel = channelOf(request);
  checkMayWrite(world, channel);
  const form = new Form();
  const body = readBody(form, [], json, uploads, false);
  const replyTo = body.replyTo === undefined ? undefined : channel.messages.get(body.replyTo);
  if (
    body.replyTo !== undefined &&
    replyTo === undefined &&
    (!isRecord(json['message_reference']) || json['message_reference']['fail_if_not_exists'] !== false)
  ) {
    form.fault(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
  }
  form.close();
  if ((body.embeds?.length ?? 0) > 0 && !allowed(world, channel, 'EmbedLinks')) throw missingPermissions();
  if (uploads.length > 0 && !allowed(world, channel, 'AttachFiles')) throw missingPermissions();
  const twin =
    body.enforceNonce && body.nonce !== undefined ? withNonce(world, String(body.nonce)) : undefined;
  if (twin !== undefined) return ok(twin.wire);
  const message = post(world, emit, channel, world.bot, body, { replyTo });
  channel.sent.put(message);
  if (body.nonce !== undefined) noncesOf(world).set(String(body.nonce), message);
  return ok(message.wire);
}

const nonces = new WeakMap<World, Map<string, Message>>();

function noncesOf(world: World): Map<string, Message> {
  const known = nonces.get(world) ?? new Map<string, Message>();
  nonces.set(world, known);
  return known;
}

/** What the bot sent with this nonce in the last minutes, wherever it was. */
function withNonce(world: World, nonce: string): Message | undefined {
  const message = noncesOf(world).get(nonce);
  const recent =
    message !== undefined && world.now() - Date.parse(String(message.wire['timestamp'])) < nonceLifetime;
  return recent ? message : undefined;
}

function change(request: Request) {
  const { world, emit, body: json, uploads } = request;
  const before = messageOf(request);
  if (before.wire.author.id !== world.bot.wire.id) throw notOthersMessage();
  const form = new Form();
  const present = before.wire.attachments.map(({ filename }) => stringOf(filename));
  const body = readBody(form, [], json, uploads, (before.wire.flags & 32_768) !== 0, present);
  form.close();
  return ok(edit(world, emit, before, body).wire);
}

function takeBack(request: Request) {
  const message = messageOf(request);
  const own = message.wire.author.id === request.world.bot.wire.id;
  if (!own && (message.channel.guild === null || !allowed(request.world, message.channel, 'ManageMessages')))
    throw missingPermissions();
  remove(request.emit, message);
  return noContent;
}

function history(request: Request) {
  const channel = channelOf(request);
  if (!allowed(request.world, channel, 'ReadMessageHistory')) return ok([]);
  const limit = Number(request.query.get('limit') ?? 50);
  const form = new Form();
  form.integer(['limit'], limit, 1, 100);
  form.close();
  const before = BigInt(request.query.get('before') ?? 2n ** 63n);
  const after = BigInt(request.query.get('after') ?? 0n);
  const found = [...channel.messages.values()].filter(({ id }) => BigInt(id) < before && BigInt(id) > after);
  return ok(
    found
      .slice(-limit)
      .toReversed()
      .map(({ wire }) => wire),
  );
}

function openDirect({ world, body }: Request) {
  const account = world.accounts.get(stringOf(body['recipient_id']));
  if (account === undefined || account === world.bot) throw unknownUser();
  const channel = account.direct;
  if (channel === null) throw unknownUser();
  return ok(channelWire(channel, world.bot));
}

function sharesGuild(world: World, id: string) {
  const account = world.accounts.get(id === '@me' ? world.bot.wire.id : id);
  if (account === undefined) throw unknownUser();
  return account.wire;
}

function memberOf(request: Request, id: string) {
  const member = guildOf(request).members.get(id);
  if (member === undefined) throw unknownMember();
  return member;
}

const botGuilds = ({ world }: Request) =>
  [...world.guilds.values()].filter(({ members }) => members.has(world.bot.wire.id));

export const placeRoutes: readonly Route[] = [
  { method: 'POST', template: '/channels/{channel_id}/messages', answer: send },
  { method: 'GET', template: '/channels/{channel_id}/messages', answer: history },
  {
    method: 'GET',
    template: '/channels/{channel_id}/messages/{message_id}',
    answer: (request) => ok(messageOf(request).wire),
  },
  { method: 'PATCH', template: '/channels/{channel_id}/messages/{message_id}', answer: change },
  { method: 'DELETE', template: '/channels/{channel_id}/messages/{message_id}', answer: takeBack },
  {
    method: 'POST',
    template: '/channels/{channel_id}/typing',
    answer(request) {
      checkMayWrite(request.world, channelOf(request));
      return noContent;
    },
  },
  {
    method: 'GET',
    template: '/channels/{channel_id}',
    answer: (request) => ok(channelWire(channelOf(request), request.world.bot)),
  },
  { method: 'GET', template: '/guilds/{guild_id}', answer: (request) => ok(guildWire(guildOf(request))) },
  {
    method: 'GET',
    template: '/guilds/{guild_id}/channels',
    answer: (request) =>
      ok(
        [...guildOf(request).channels.values()]
          .filter(({ type }) => type !== channelTypes.thread)
          .map((channel) => channelWire(channel)),
      ),
  },
  {
    method: 'GET',
    template: '/guilds/{guild_id}/roles',
    answer: (request) => ok(rolesWire(guildOf(request))),
  },
  {
    method: 'GET',
    template: '/guilds/{guild_id}/members/{user_id}',
    answer: (request) => ok(memberWire(memberOf(request, request.part('user_id')))),
  },
  {
    method: 'GET',
    template: '/users/@me/guilds',
    answer: (request) =>
      ok(botGuilds(request).map(({ id, name }) => ({ id, name, icon: null, owner: false, features: [] }))),
  },
  { method: 'POST', template: '/users/@me/channels', answer: openDirect },
  {
    method: 'GET',
    template: '/users/{user_id}',
    answer: (request) => ok(sharesGuild(request.world, request.part('user_id'))),
  },
];
