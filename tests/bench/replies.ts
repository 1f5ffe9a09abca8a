// How soon people are answered when fifty ask at once, how many updates a second that makes, and how much memory
// both platforms take: the real program against the barest bot, each on stand-ins of its own.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

import { startDiscord } from '../emulators/discord/discord.ts';
import { openTelegram } from '../emulators/telegram/telegram.ts';
import type { Row } from './table.ts';

const people = 50;
/** Together they stay below what one person may ask for in a minute. */
const rounds = 18;
/** Different people each time. */
const waves = 3;

interface Figures {
  /** In milliseconds, sorted. */
  readonly telegram: readonly number[];
  readonly perSecond: number;
  readonly megabytes: number;
  /** In milliseconds, sorted; none where no command is answered. */
  readonly discord: readonly number[];
}

export async function replyBench(): Promise<readonly Row[]> {
  const bare = await measure(['tests/bench/bare-clients.ts'], [/^connected/mu]);
  const bot = await measure(startArguments(), [/Discord: ready/u, /Telegram is connected/u]);
  const echo = 'an echo by bare telegraf';
  return [
    row('reply in Telegram, 50 at once, median', middle(bot.telegram), 'ms', echo, middle(bare.telegram)),
    row('reply in Telegram, 50 at once, longest', last(bot.telegram), 'ms', echo, last(bare.telegram)),
    row('reply on Discord, 50 at once, median', middle(bot.discord), 'ms', echo, middle(bare.telegram)),
    row('reply on Discord, 50 at once, longest', last(bot.discord), 'ms', echo, last(bare.telegram)),
    row('updates a second, /skills', bot.perSecond, '/s', echo, bare.perSecond),
    row('memory, both connected', bot.megabytes, 'MB', 'both bare clients', bare.megabytes),
  ];
}

/** What `npm start` gives to Node. */
function startArguments(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  return scripts['start']?.split(' ').slice(1) ?? [];
}

const row = (what: string, value: number, unit: string, against: string, bare: number): Row => ({
  what,
  value,
  unit,
  against,
  bare,
});

async function measure(args: readonly string[], signs: readonly RegExp[]): Promise<Figures> {
  const [discord, telegram] = await Promise.all([startDiscord(), openTelegram()]);
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, args, {
    env: {
      PATH,
      PORT: '0',
      DATABASE_URL: 'sqlite::memory:',
      DISCORD_TOKEN: discord.token,
      DISCORD_API: discord.url,
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API: telegram.root,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exit = once(child, 'close');
  let log = '';
  for await (const chunk of child.stderr.iterator({ destroyOnReturn: false })) {
    log += String(chunk);
    if (signs.every((sign) => sign.test(log))) break;
  }
  if (!signs.every((sign) => sign.test(log))) throw new Error(`${args.join(' ')} did not connect: ${log}`);
  child.stderr.resume();
  const megabytes = residentMegabytes(child.pid ?? 0);

  const times: number[] = [];
  let seconds = 0;
  for (let wave = 0; wave < waves; wave += 1) seconds += await waveOf(telegram, times);
  const slash = args.includes('bots/main.ts') ? await slashTimes(discord) : [];
  child.kill('SIGTERM');
  await exit;
  await Promise.all([discord.close(), telegram.close()]);
  return {
    telegram: times.toSorted((a, b) => a - b),
    perSecond: times.length / seconds,
    megabytes,
    discord: slash.toSorted((a, b) => a - b),
  };
}

/** Fifty people ask, each again as soon as they are answered; returns how long it took, in seconds. */
async function waveOf(telegram: Awaited<ReturnType<typeof openTelegram>>, times: number[]): Promise<number> {
  const talks = Array.from({ length: people }, (_, n) => {
    const person = telegram.user({ name: `Person ${n}` });
    return { person, chat: person.opens() };
  });
  const ask = async ({ person, chat }: (typeof talks)[number]): Promise<void> => {
    person.says(chat, '/skills');
    await chat.next(30_000);
  };
  await Promise.all(talks.map(ask));
  const started = performance.now();
  await Promise.all(
    talks.map(async (talk) => {
      for (let round = 0; round < rounds; round += 1) times.push(await timed(() => ask(talk)));
    }),
  );
  return (performance.now() - started) / 1000;
}

async function slashTimes(discord: Awaited<ReturnType<typeof startDiscord>>): Promise<readonly number[]> {
  const members = Array.from({ length: people }, (_, n) => discord.addPerson({ name: `Person ${n}` }));
  const guild = discord.addGuild({ name: 'Server', channels: ['general'], members });
  const channel = guild.channel('general');
  const all = members.map(async (person) => {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      times.push(await timed(() => person.slash(channel, 'skills').answer(30_000)));
    }
    return times;
  });
  return (await Promise.all(all)).flat();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Of another process, where the system tells (Linux); 0 elsewhere. */
function residentMegabytes(pid: number): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes) / 1024;
  } catch {
    return 0;
  }
}

const middle = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)] ?? 0;
const last = (sorted: readonly number[]): number => sorted.at(-1) ?? 0;
