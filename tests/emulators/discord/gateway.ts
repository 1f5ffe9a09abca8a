// The gateway, version 10, JSON without compression: sessions, heartbeats, resuming, and what a bot without the
// right intents does not hear. Knows nothing of what the events are about.

import { GatewayIntentBits } from 'discord.js';
import { WebSocketServer } from 'ws';
import type { RawData, WebSocket } from 'ws';

import { isRecord, numberOf, recordOf, stringOf } from './json.ts';
import type { Json } from './json.ts';
import { openMailbox } from './mailbox.ts';
import type { Emit } from './posting.ts';
import { guildCreateWire, memberWire } from './wire.ts';
import { may, permissionsOf } from './world.ts';
import type { Channel, World } from './world.ts';

export interface GatewaySettings {
  readonly token: string;
  /** How often the client shall send a heartbeat, in milliseconds. */
  readonly heartbeat: number;
  /** Privileged intents the application may ask for. */
  readonly privileged: number;
}

export interface Gateway {
  readonly emit: Emit;
  readonly server: WebSocketServer;
  /** Cuts the connection without a word; the session can be resumed. */
  drop(): void;
  /** Op 7: asks the client to come back and resume. */
  reconnect(): void;
  /** Op 9; with `resumable` false the client has to begin anew. */
  invalidate(resumable: boolean): void;
  /** Closes with a code. */
  close(code: number): void;
  /** A zombie: the connection stands, but nothing is answered or told any more until it is dropped. */
  freeze(): void;
  /** The next thing that happens to the connection. */
  next(patience?: number): Promise<GatewayMoment>;
  readonly connected: boolean;
  /** What the bot asked to hear, as it said when it identified. */
  readonly intents: number;
  /** Presence updates the bot sent. */
  readonly presences: readonly unknown[];
}

type GatewayMoment =
  | { readonly kind: 'identified' | 'resumed' | 'heartbeat' }
  | { readonly kind: 'closed'; readonly code: number };

interface Session {
  readonly id: string;
  readonly intents: number;
  readonly log: string[];
  socket: WebSocket | null;
}

const privilegedIntents =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;
const mostEventsAMinute = 120;

export function openGateway(world: World, settings: GatewaySettings, url: () => string): Gateway {
  const server = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const presences: unknown[] = [];
  const moments = openMailbox<GatewayMoment>('moment of the gateway', () => `${sessions.size} sessions`);
  let current: Session | null = null;
  let frozen = false;

  const live = () => (current?.socket?.readyState === 1 ? current.socket : null);

  function dispatch(session: Session, event: string, data: unknown): void {
    const line = JSON.stringify({ op: 0, s: session.log.length + 1, t: event, d: data });
    session.log.push(line);
    if (!frozen) session.socket?.send(line);
  }

  // Whoever runs the same bot twice hears everything twice.
  const emit: Emit = (event, data, channel) => {
    for (const session of sessions.values()) {
      const heard = asHeard(world, session.intents, event, data, channel);
      if (heard !== null) dispatch(session, event, heard);
    }
  };

  function identify(socket: WebSocket, data: Json): Session | null {
    const refuse = (code: number, reason: string) => {
      socket.close(code, reason);
      return null;
    };
    if (data['token'] !== settings.token && data['token'] !== `Bot ${settings.token}`)
      return refuse(4004, 'Authentication failed.');
    const intents = data['intents'];
    if (!Number.isInteger(intents) || !isRecord(data['properties']))
      return refuse(4013, 'Invalid intent(s).');
    if ((Number(intents) & privilegedIntents & ~settings.privileged) !== 0)
      return refuse(4014, 'Disallowed intent(s).');
    if (Array.isArray(data['shard']) && (data['shard'][0] !== 0 || data['shard'][1] !== 1))
      return refuse(4010, 'Invalid shard.');
    const session: Session = { id: world.nextId(), intents: Number(intents), log: [], socket };
    sessions.set(session.id, session);
    current = session;
    const guilds = [...world.guilds.values()].filter(({ members }) => members.has(world.bot.wire.id));
    dispatch(session, 'READY', {
      v: 10,
      user: { ...world.bot.wire, verified: true, mfa_enabled: true, email: null, flags: 0 },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: url(),
      shard: [0, 1],
      application: { id: world.bot.wire.id, flags: 0 },
    });
    if ((session.intents & GatewayIntentBits.Guilds) !== 0) {
      for (const guild of guilds)
        dispatch(session, 'GUILD_CREATE', guildCreateWire(world, guild, hasMembers(session.intents)));
    }
    moments.put({ kind: 'identified' });
    return session;
  }

  function resume(socket: WebSocket, data: Json): Session | null {
    if (data['token'] !== settings.token) {
      socket.close(4004, 'Authentication failed.');
      return null;
    }
    const session = sessions.get(stringOf(data['session_id']));
    const seen = numberOf(data['seq'], -1);
    if (session === undefined) {
      socket.send('{"op":9,"d":false}');
      return null;
    }
    if (seen < 0 || seen > session.log.length) {
      socket.close(4007, 'Invalid seq.');
      return null;
    }
    session.socket = socket;
    current = session;
    for (const line of session.log.slice(seen)) socket.send(line);
    dispatch(session, 'RESUMED', { _trace: [] });
    moments.put({ kind: 'resumed' });
    return session;
  }

  function sendMembers(session: Session, data: Json): void {
    const guild = world.guilds.get(stringOf(data['guild_id']));
    if (guild === undefined) return;
    const ids = data['user_ids'] === undefined ? null : new Set([data['user_ids']].flat());
    const query = stringOf(data['query']).toLowerCase();
    const members = [...guild.members.values()].filter(({ account: { wire } }) =>
      ids === null ? wire.username.startsWith(query) : ids.has(wire.id),
    );
    dispatch(session, 'GUILD_MEMBERS_CHUNK', {
      guild_id: guild.id,
      members: members.map(memberWire),
      chunk_index: 0,
      chunk_count: 1,
      ...(data['nonce'] === undefined ? {} : { nonce: data['nonce'] }),
    });
  }

  server.on('connection', (socket) => {
    let session: Session | null = null;
    const times: number[] = [];
    frozen = false;
    socket.on('error', () => socket.terminate());
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: settings.heartbeat, _trace: [] } }));
    socket.on('close', (code) => {
      if (session?.socket === socket) {
        session.socket = null;
        // Who leaves politely does not mean to come back.
        if (code === 1000 || code === 1001) {
          sessions.delete(session.id);
          if (current === session) current = null;
        }
      }
      moments.put({ kind: 'closed', code });
    });
    socket.on('message', (raw) => {
      if (frozen) return;
      const now = world.now();
      times.push(now);
      if (times.length > mostEventsAMinute && now - (times.shift() ?? 0) < 60_000) {
        socket.close(4008, 'Rate limited.');
        return;
      }
      const payload = parse(textOf(raw));
      if (payload === null) {
        socket.close(4002, 'Error while decoding payload.');
        return;
      }
      const data = recordOf(payload['d']);
      const op = payload['op'];
      if (op === 1) {
        socket.send('{"op":11}');
        moments.put({ kind: 'heartbeat' });
      } else if (op === 2 || op === 6) {
        if (session !== null) socket.close(4005, 'Already authenticated.');
        else session = op === 2 ? identify(socket, data) : resume(socket, data);
      } else if (session === null) socket.close(4003, 'Not authenticated.');
      else if (op === 3) presences.push(payload['d']);
      else if (op === 8) sendMembers(session, data);
      else if (op !== 4) socket.close(4001, 'Unknown opcode.');
    });
  });

  return {
    emit,
    server,
    presences,
    drop() {
      live()?.terminate();
    },
    reconnect() {
      live()?.send('{"op":7,"d":null}');
    },
    invalidate(resumable) {
      const socket = live();
      if (!resumable && current !== null) {
        sessions.delete(current.id);
        current = null;
      }
      socket?.send(JSON.stringify({ op: 9, d: resumable }));
    },
    close(code) {
      live()?.close(code);
    },
    freeze() {
      frozen = true;
    },
    next: (patience) => moments.take(patience),
    get connected() {
      return live() !== null;
    },
    get intents() {
      return current?.intents ?? 0;
    },
  };
}

const textOf = (raw: RawData): string =>
  (Array.isArray(raw) ? Buffer.concat(raw) : Buffer.from(raw as Buffer)).toString();

function parse(raw: string): Json | null {
  try {
    const value: unknown = JSON.parse(raw);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

const hasMembers = (intents: number): boolean => (intents & GatewayIntentBits.GuildMembers) !== 0;

/** The event as a session with these intents gets it; null where it gets none. */
function asHeard(world: World, intents: number, event: string, data: Json, channel?: Channel): Json | null {
  if (channel?.guild && !may(permissionsOf(channel.guild, world.bot, channel), 'ViewChannel')) return null;
  if (channel && channel.guild === null && !channel.members.includes(world.bot)) return null;
  if (event.startsWith('MESSAGE_')) {
    const needed = channel?.guild ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages;
    if ((intents & needed) === 0) return null;
    const mentioned = JSON.stringify(data['mentions'] ?? []).includes(`"${world.bot.wire.id}"`);
    const own = recordOf(data['author'])['id'] === world.bot.wire.id;
    const open = (intents & GatewayIntentBits.MessageContent) !== 0 || !channel?.guild || mentioned || own;
    return open || event === 'MESSAGE_DELETE'
      ? data
      : { ...data, content: '', embeds: [], attachments: [], components: [] };
  }
  if (event.startsWith('GUILD_MEMBER_')) return hasMembers(intents) ? data : null;
  if (/^(?:GUILD|CHANNEL|THREAD)_/u.test(event))
    return (intents & GatewayIntentBits.Guilds) === 0 ? null : data;
  return data;
}
