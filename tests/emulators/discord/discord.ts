// A stand-in for Discord that the real client logs in to: REST and gateway on one loopback port, and the hands of
// a test: set up guilds and people, act as them, read what happened, break things.

import type { AddressInfo } from 'node:net';

import type { Violation } from './description.ts';
import type { Fault } from './faults.ts';
import { openGateway } from './gateway.ts';
import type { Gateway } from './gateway.ts';
import { openInteractions } from './interactions.ts';
import type { Json } from './json.ts';
import { generous } from './limits.ts';
import type { Limits } from './limits.ts';
import type { Person } from './person.ts';
import { openPlaces } from './places.ts';
import type { DiscordGuild, GuildPlan, PersonPlan } from './places.ts';
import { applicationRoutes } from './routes-application.ts';
import { interactionRoutes } from './routes-interactions.ts';
import { placeRoutes } from './routes-places.ts';
import { openRest } from './server.ts';
import type { Exchange } from './server.ts';
import { channelTypes, snowflakes } from './world.ts';
import type { Account, Channel, World } from './world.ts';

export interface DiscordSettings {
  readonly token?: string;
  /** Privileged intents switched on for the application, as bits; none unless told. */
  readonly privileged?: number;
  /** In milliseconds. */
  readonly heartbeat?: number;
  /** Milliseconds the bot has for its first answer to an interaction. */
  readonly deadline?: number;
  readonly now?: () => number;
  /** Of a request and its answer together, in milliseconds; none unless told. */
  readonly latency?: number;
}

export interface DiscordEmulator extends AsyncDisposable {
  /** For `rest.api`. */
  readonly url: string;
  readonly token: string;
  readonly bot: Account;
  readonly gateway: Gateway;
  readonly violations: readonly Violation[];
  readonly exchanges: readonly Exchange[];
  /** Registered commands as they travel, of everywhere or of one guild. */
  commands(guild?: DiscordGuild): readonly Json[];
  addPerson(plan: PersonPlan): Person;
  addGuild(plan: GuildPlan): DiscordGuild;
  /** A private group chat without the bot; its commands get there with people who installed it. */
  addGroup(name: string, people: readonly Person[]): Channel;
  /** The next `times` requests whose `METHOD /path` matches go wrong, after so many were spared. */
  fail(matching: RegExp, fault: Fault, times?: number, after?: number): void;
  limit(limits: Partial<Limits>): void;
  /** How many requests were too many; and of these, how many came before the time they had been told. */
  readonly refused: number;
  readonly early: number;
  close(): Promise<void>;
}

export async function startDiscord(settings: DiscordSettings = {}): Promise<DiscordEmulator> {
  const {
    token = 'MTAwMDAwMDAwMDAwMDAwMDAw.stand.in-for-a-token',
    privileged = 0,
    heartbeat = 41_250,
    deadline = 3000,
    now = Date.now,
    latency = 0,
  } = settings;
  const nextId = snowflakes(now);
  const bot: Account = {
    wire: {
      id: nextId(),
      username: 'referral-bot',
      discriminator: '0',
      global_name: null,
      avatar: null,
      bot: true,
    },
    locale: 'en-US',
    acceptsMessages: false,
    installed: false,
    direct: null,
  };
  const world: World = {
    now,
    bot,
    accounts: new Map([[bot.wire.id, bot]]),
    guilds: new Map(),
    channels: new Map(),
    commands: [],
    nextId,
  };
  let port = 0;
  const gatewayUrl = () => `ws://127.0.0.1:${port}`;
  const gateway = openGateway(world, { token, heartbeat, privileged }, gatewayUrl);
  const interactions = openInteractions(world, deadline);
  const stage = { world, emit: gateway.emit, interactions, gatewayUrl };
  const rest = openRest(stage, token, [...applicationRoutes, ...placeRoutes, ...interactionRoutes], latency);
  rest.server.on('upgrade', (request, socket, head) => {
    gateway.server.handleUpgrade(request, socket, head, (client) =>
      gateway.server.emit('connection', client, request),
    );
  });
  const listening = Promise.withResolvers<void>();
  rest.server.listen(0, '127.0.0.1', listening.resolve);
  await listening.promise;
  // A TCP server's address is never a path.
  ({ port } = rest.server.address() as AddressInfo);

  const { addChannel, addPerson, addGuild } = openPlaces(stage);

  async function close(): Promise<void> {
    interactions.forget();
    for (const client of gateway.server.clients) client.terminate();
    gateway.server.close();
    const closed = Promise.withResolvers<void>();
    rest.server.close(() => closed.resolve());
    rest.server.closeAllConnections();
    await closed.promise;
  }

  return {
    url: `http://127.0.0.1:${port}/api`,
    token,
    bot,
    gateway,
    violations: rest.violations,
    exchanges: rest.exchanges,
    commands: (of) => (of?.guild ?? world).commands.map(({ wire }) => wire),
    addPerson,
    addGuild,
    addGroup: (name, people) =>
      addChannel({
        type: channelTypes.group,
        name,
        guild: null,
        parent: null,
        members: people.map(({ account }) => account),
      }),
    fail: rest.faults.add,
    get refused() {
      return rest.limiter.refused;
    },
    get early() {
      return rest.limiter.early;
    },
    limit(limits) {
      rest.limiter.limits = { ...generous, ...limits };
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
