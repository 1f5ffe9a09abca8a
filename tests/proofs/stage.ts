// What the proofs have in common: both platforms as stand-ins with many places, letters to all of them, the real
// program as often as it is started, and a look at what arrived where.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { View } from '../../core/view.ts';
import { openStore, type Store } from '../../storage/open.ts';
import type { Address } from '../../storage/outbox.ts';
import { startDiscord } from '../emulators/discord/discord.ts';
import { publishedLimits as discordLimits } from '../emulators/discord/limits.ts';
import type { Channel } from '../emulators/discord/world.ts';
import { publishedLimits as telegramLimits } from '../emulators/telegram/pacing.ts';
import type { Place } from '../emulators/telegram/place.ts';
import { openTelegram } from '../emulators/telegram/telegram.ts';
import { freshDatabase, startPostgres } from '../postgres.ts';

export type Platform = 'telegram' | 'discord';
export const platforms: readonly Platform[] = ['telegram', 'discord'];

export interface StageOptions {
  readonly database: 'sqlite' | 'postgres';
  /** How many places there are on each platform. */
  readonly places: Readonly<Record<Platform, number>>;
  /** In milliseconds, for a request and its answer. */
  readonly latency: number;
}

export interface Stage {
  readonly telegram: Awaited<ReturnType<typeof openTelegram>>;
  readonly discord: Awaited<ReturnType<typeof startDiscord>>;
  readonly store: Store;
  readonly addresses: Readonly<Record<Platform, readonly Address[]>>;
  /** Writes a letter of so many messages to every place on these platforms. */
  writeAll(round: number, messages: number, on?: readonly Platform[]): Promise<void>;
  /** How many messages arrived. */
  count(platform?: Platform): number;
  /** How often each message arrived that did, by `platform place round message`. */
  arrived(): ReadonlyMap<string, number>;
  /** How many letters wait. */
  waiting(platform?: Platform): Promise<number>;
  /** Starts the program; settles when it runs. */
  start(): Promise<Running>;
  close(): Promise<void>;
}

export interface Running {
  /** Ends it at once, without a chance to finish anything. */
  kill(): Promise<void>;
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>;
}

export async function openStage({ database, places, latency }: StageOptions): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'proof-'));
  const server = database === 'postgres' ? await startPostgres() : null;
  const url = server === null ? `sqlite:${join(folder, 'bot.db')}` : await freshDatabase(server.folder);
  const store = await openStore(url);
  const [discord, telegram] = await Promise.all([startDiscord({ latency }), openTelegram({ latency })]);
  telegram.pace(telegramLimits);
  discord.limit(discordLimits);
  const chats = Array.from({ length: places.telegram }, (_, n) => telegram.user({ name: `P${n}` }).opens());
  const names = Array.from({ length: places.discord }, (_, n) => `c${n}`);
  const guild = discord.addGuild({ name: 'Jobs', channels: names });
  const channels = names.map((name) => guild.channel(name));
  const running = new Set<ChildProcess>();

  const addresses = {
    telegram: chats.map(({ id }) => ({ platform: 'telegram', externalId: String(id), channel: null })),
    discord: channels.map(({ id }) => ({ platform: 'discord', externalId: guild.id, channel: id })),
  };

  async function start(): Promise<Running> {
    const { PATH = '' } = process.env;
    const child = spawn(process.execPath, ['--import', './bots/guard.js', 'bots/main.ts'], {
      env: {
        PATH,
        PORT: '0',
        DATABASE_URL: url,
        TELEGRAM_TOKEN: telegram.token,
        TELEGRAM_API: telegram.root,
        DISCORD_TOKEN: discord.token,
        DISCORD_API: discord.url,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    running.add(child);
    const closed = once(child, 'close').then(() => running.delete(child));
    const begun = Promise.withResolvers<void>();
    let log = '';
    child.stderr.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-4000);
      if (log.includes('"listening"')) begun.resolve();
    });
    void closed.then(() => begun.reject(new Error(`the program ended: ${log}`)));
    await begun.promise;
    const end = async (signal: NodeJS.Signals): Promise<void> => {
      child.kill(signal);
      await closed;
    };
    return { kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
  }

  return {
    telegram,
    discord,
    store,
    addresses,
    start,

    async writeAll(round, messages, on = platforms) {
      const now = new Date();
      await store.transaction(async ({ outbox }) => {
        for (const platform of on) {
          for (const [place, address] of addresses[platform].entries()) {
            const key = `${platform} ${place} ${round}`;
            const view = letterOf(key, messages);
            await outbox.write({ key, kind: 'digest', address, language: 'en', view }, now);
          }
        }
      });
    },

    count(platform) {
      const onTelegram = chats.reduce((sum, { unread }) => sum + unread.length, 0);
      const onDiscord = channels.reduce((sum, { messages }) => sum + messages.size, 0);
      return (platform === 'discord' ? 0 : onTelegram) + (platform === 'telegram' ? 0 : onDiscord);
    },

    arrived: () =>
      new Map(
        [
          ...Map.groupBy(
            [...chats.flatMap(textsInChat), ...channels.flatMap(textsInChannel)].flatMap(marksIn),
            (mark) => mark,
          ),
        ].map(([mark, all]) => [mark, all.length]),
      ),

    async waiting(platform) {
      const counts = await store.outbox.counts(new Date());
      const chosen = platform === undefined ? platforms : [platform];
      return chosen.reduce((sum, one) => sum + (counts.get(one)?.waiting ?? 0), 0);
    },

    async close() {
      for (const child of running) child.kill('SIGKILL');
      await Promise.all([discord.close(), telegram.close()]);
      await store.close();
      await server?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Each message begins with `[platform place round message]`. */
const letterOf = (key: string, messages: number): View => ({
  kind: 'view',
  blocks: Array.from({ length: messages }, (_, n) => ({
    kind: 'text',
    // Two of these do not fit into a message on either platform.
    text: [`[${key} ${n}] ${messages === 1 ? 'Hello' : 'lorem ipsum '.repeat(200)}`],
  })),
});

const marksIn = (text: string): readonly string[] => text.match(/(?<=\[)\w+ \d+ \d+ \d+(?=\])/gu) ?? [];
const textsInChat = ({ unread }: Place): readonly string[] => unread.map(({ text }) => text);
const textsInChannel = ({ messages }: Channel): readonly string[] =>
  [...messages.values()].map(({ text }) => text);

/** Every message of a letter to each place that there should be. */
export function* expected(
  places: StageOptions['places'],
  rounds: number,
  messages: number,
  on: readonly Platform[] = platforms,
): Generator<string> {
  for (const platform of on) {
    for (let place = 0; place < places[platform]; place += 1) {
      for (let round = 0; round < rounds; round += 1) {
        for (let message = 0; message < messages; message += 1)
          yield `${platform} ${place} ${round} ${message}`;
      }
    }
  }
}
