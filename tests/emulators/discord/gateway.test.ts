// The gateway seen by a bare socket: what it greets with, what it closes for, and what it remembers.

import { GatewayIntentBits } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';

import { startDiscord } from './discord.ts';
import type { DiscordEmulator } from './discord.ts';
import { openMailbox } from './mailbox.ts';
import type { DiscordGuild } from './places.ts';

interface Packet {
  readonly op: number;
  readonly t?: string;
  readonly s?: number;
  readonly d?: unknown;
}

let discord: DiscordEmulator;
let guild: DiscordGuild;

beforeEach(async () => {
  discord = await startDiscord({ privileged: GatewayIntentBits.GuildMembers });
  guild = discord.addGuild({ name: 'Jobs', members: [discord.addPerson({ name: 'ann' })] });
});

afterEach(() => discord.close());

/** A connection that has been greeted. */
async function connect() {
  const socket = new WebSocket(discord.url.replace('http', 'ws').replace('/api', '/?v=10&encoding=json'));
  const packets = openMailbox<Packet>('packet', () => `the socket is in state ${socket.readyState}`);
  const closed = Promise.withResolvers<number>();
  socket.on('message', (raw) => packets.put(JSON.parse((raw as Buffer).toString())));
  socket.on('close', closed.resolve);
  expect(await packets.take()).toMatchObject({ op: 10, d: { heartbeat_interval: 41_250 } });
  const send = (op: number, d: unknown) => socket.send(JSON.stringify({ op, d }));
  return { socket, send, next: () => packets.take(), closed: closed.promise };
}

const identity = (more: object = {}) => ({
  token: discord.token,
  intents: GatewayIntentBits.Guilds,
  properties: {},
  ...more,
});

test.each<[string, number, (send: (op: number, d: unknown) => void, socket: WebSocket) => void]>([
  ['no JSON', 4002, (_, socket) => socket.send('hello')],
  ['something before identifying', 4003, (send) => send(3, {})],
  ['a wrong token', 4004, (send) => send(2, identity({ token: 'wrong' }))],
  ['identifying twice', 4005, (send) => [1, 2].forEach(() => send(2, identity()))],
  ['an unknown opcode', 4001, (send) => (send(2, identity()), send(99, {}))],
  ['a shard that does not exist', 4010, (send) => send(2, identity({ shard: [1, 2] }))],
  ['intents that are no number', 4013, (send) => send(2, identity({ intents: 'all' }))],
  [
    'an intent that is switched off',
    4014,
    (send) => send(2, identity({ intents: GatewayIntentBits.MessageContent })),
  ],
  ['more than 120 events in a minute', 4008, (send) => Array.from({ length: 122 }, () => send(1, null))],
])('%s closes the connection with %i', async (_, code, act) => {
  const { send, socket, closed } = await connect();
  act(send, socket);
  expect(await closed).toBe(code);
});

test('the bot learns its guilds, and of members only with the intent that may be switched on', async () => {
  const { send, next } = await connect();
  send(2, identity({ intents: GatewayIntentBits.Guilds | GatewayIntentBits.GuildMembers }));
  expect(await next()).toMatchObject({ t: 'READY', d: { guilds: [{ id: guild.id, unavailable: true }] } });
  expect(await next()).toMatchObject({
    t: 'GUILD_CREATE',
    s: 2,
    d: { id: guild.id, members: { length: 3 } },
  });
  send(1, 2);
  expect(await next()).toEqual({ op: 11 });
  send(8, { guild_id: guild.id, query: 'an', limit: 0 });
  expect(await next()).toMatchObject({
    t: 'GUILD_MEMBERS_CHUNK',
    d: { members: [{ user: { username: 'ann' } }] },
  });
});

test('after a cut a session goes on where it was, after a polite goodbye it is gone', async () => {
  const first = await connect();
  first.send(2, identity());
  const { d } = await first.next();
  const session = (d as { session_id: string }).session_id;
  discord.gateway.drop();
  await first.closed;
  guild.addChannel('new');

  const second = await connect();
  second.send(6, { token: discord.token, session_id: session, seq: 2 });
  expect(await second.next()).toMatchObject({ t: 'CHANNEL_CREATE', s: 3, d: { name: 'new' } });
  expect(await second.next()).toMatchObject({ t: 'RESUMED', s: 4 });
  second.socket.close(1000);
  await second.closed;

  const third = await connect();
  third.send(6, { token: discord.token, session_id: session, seq: 4 });
  expect(await third.next()).toEqual({ op: 9, d: false });
});

test('a session that was made invalid cannot be resumed, a sequence from the future neither', async () => {
  const first = await connect();
  first.send(2, identity());
  const session = ((await first.next()).d as { session_id: string }).session_id;
  await first.next();
  discord.gateway.invalidate(true);
  expect(await first.next()).toEqual({ op: 9, d: true });
  discord.gateway.reconnect();
  expect(await first.next()).toEqual({ op: 7, d: null });
  const future = await connect();
  future.send(6, { token: discord.token, session_id: session, seq: 99 });
  expect(await future.closed).toBe(4007);
  discord.gateway.invalidate(false);
  const second = await connect();
  second.send(6, { token: discord.token, session_id: session, seq: 2 });
  expect(await second.next()).toEqual({ op: 9, d: false });
});

test('waiting in vain says what there was instead', async () => {
  const general = guild.channel('general');
  await expect(general.next(5)).rejects.toThrow('no message in general within 5 ms; it has 0 messages');
});
