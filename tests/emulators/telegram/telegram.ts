// A stand-in for the Bot API server: real clients talk to it over HTTP, tests play the people and the chats.
//
//   const telegram = await openTelegram();
//   const bot = new Telegraf(telegram.token, { telegram: { apiRoot: telegram.root } });
//   const mei = telegram.user({ name: 'Mei', language_code: 'zh' });
//   const chat = mei.opens();
//   mei.says(chat, '/skills python');
//   expect((await chat.next()).text).toContain('Python');

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { type Fault, openFaults } from './faults.ts';
import { type Limits, openPacing } from './pacing.ts';
import { openPerson, type Person, type PersonDetails } from './person.ts';
import {
  type Channel,
  type ChannelDetails,
  type Group,
  type GroupDetails,
  openChannel,
  openGroup,
} from './place.ts';
import { openServer } from './server.ts';
import type { WireUpdate, WireUser } from './wire.ts';
import { openWorld, type Request } from './world.ts';

export interface Telegram {
  /** What a client takes for `apiRoot`. */
  readonly root: string;
  readonly token: string;
  readonly bot: WireUser;
  user(details: PersonDetails): Person;
  group(details: GroupDetails): Group;
  channel(details: ChannelDetails): Channel;
  /** Orders a fault; resolves when it has befallen a request. */
  fail(fault: Fault): Promise<void>;
  /** Turns the speed limits on, or off again. */
  pace(limits: Limits | undefined): void;
  /** Refuses everything for so many seconds, in one chat or everywhere. */
  flood(seconds: number, chat?: { readonly id: number }): void;
  /** How many requests were too many; and of these, how many came before the time they had been told. */
  readonly refused: number;
  readonly early: number;
  /** What the bot asked for, oldest first; the last few thousand. */
  readonly requests: readonly Request[];
  /** Where requests break the published description, where that is present; also faults of the stand-in itself. */
  readonly violations: readonly string[];
  /** Updates the bot has not confirmed. */
  readonly pending: readonly WireUpdate[];
  close(): Promise<void>;
}

export interface TelegramOptions {
  readonly token?: string;
  readonly username?: string;
  readonly privacy?: boolean;
  readonly inline?: boolean;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** 0, any free port, when left out. */
  readonly port?: number;
  /** Of a request and its answer together, in milliseconds; none when left out. */
  readonly latency?: number;
}

export async function openTelegram(options: TelegramOptions = {}): Promise<Telegram> {
  const { username = 'referral_test_bot', privacy = true, inline = true, now = Date.now } = options;
  const { port = 0, latency = 0 } = options;
  const token = options.token ?? '7000000001:AAF-stand_in_0123456789abcdefghijkl';
  const bot: WireUser = {
    id: Number(token.split(':')[0]),
    is_bot: true,
    first_name: 'Referral Bot',
    username,
  };
  const world = openWorld({ token, bot, now, privacy, inline });
  const faults = openFaults();
  const pacing = openPacing(now);
  const server = openServer(world, faults, pacing, latency);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  // Listening on a port, not on a pipe.
  const address = server.address() as AddressInfo;

  return {
    root: `http://127.0.0.1:${address.port}`,
    token,
    bot,
    user: (details) => openPerson(world, details),
    group: (details) => openGroup(world, details),
    channel: (details) => openChannel(world, details),
    fail: (fault) => faults.add(fault),
    pace(limits) {
      pacing.limits = limits;
    },
    flood: (seconds, chat) => pacing.flood(seconds, chat?.id),
    get refused() {
      return pacing.refused;
    },
    get early() {
      return pacing.early;
    },
    requests: world.requests,
    violations: world.violations,
    get pending() {
      return world.feed.pending;
    },
    async close() {
      world.feed.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
