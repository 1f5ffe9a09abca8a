// A bot that runs, the real one or a bare one: a process on stand-ins of its own, and people who ask it for /skills
// all at once. Knows what the system tells of a process, which is nothing but on Linux.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

import { startDiscord } from '../emulators/discord/discord.ts';
import { openTelegram, type Telegram } from '../emulators/telegram/telegram.ts';
import { startArguments } from './start-up.ts';

/** So many people, each asking so many times: fewer than one person may in a minute. */
export interface Crowd {
  readonly people: number;
  readonly rounds: number;
}

const fifty: Crowd = { people: 50, rounds: 18 };

export interface Wave {
  readonly perSecond: number;
  /** Of the process, in milliseconds for each update. */
  readonly work: number;
  /** How long each person waited, in milliseconds. */
  readonly times: readonly number[];
}

export interface Program {
  /** In megabytes, as soon as it was connected. */
  readonly memory: number;
  /** To one person, as it travelled to Telegram. */
  answer(): Promise<string>;
  /** People whom it never met ask, fifty unless told, each again as soon as they are answered. */
  wave(crowd?: Crowd): Promise<Wave>;
  /** Fifty on Discord: how long each person waited, in milliseconds. */
  slash(): Promise<readonly number[]>;
  end(): Promise<void>;
}

export interface Surroundings {
  /** Variables of its environment. */
  readonly settings?: Readonly<Record<string, string>>;
  /** How far away the platforms are: a request and its answer together, in milliseconds. */
  readonly latency?: number;
}

/** The real one. */
export const startBot = (surroundings: Surroundings = {}): Promise<Program> =>
  startProgram(startArguments(), [/Discord: ready/u, /Telegram is connected/u], surroundings);

/** A bare one, which echoes, or sends the `ANSWER` of its settings. */
export const startBare = (surroundings: Surroundings = {}): Promise<Program> =>
  startProgram(['tests/bench/bare-clients.ts'], [/^connected/mu], surroundings);

/** Settles when every sign was in what it writes to its error output. */
async function startProgram(
  args: readonly string[],
  signs: readonly RegExp[],
  { settings = {}, latency = 0 }: Surroundings,
): Promise<Program> {
  const [discord, telegram] = await Promise.all([startDiscord({ latency }), openTelegram({ latency })]);
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
      ...settings,
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
  const pid = child.pid ?? 0;
  return {
    memory: residentMegabytes(pid),
    async answer() {
      await askAs(telegram, 'Person 0')();
      const sent = telegram.requests.findLast(({ method }) => method === 'sendMessage');
      return String(sent?.values['text']);
    },
    wave: (crowd = fifty) => waveOf(telegram, pid, crowd),
    slash: () => slashTimes(discord),
    async end() {
      child.kill('SIGTERM');
      await exit;
      await Promise.all([discord.close(), telegram.close()]);
    },
  };
}

/** What a new person does again and again: asks, and waits for the answer. */
function askAs(telegram: Telegram, name: string): () => Promise<void> {
  const person = telegram.user({ name });
  const chat = person.opens();
  return async () => {
    person.says(chat, '/skills');
    await chat.next(30_000);
  };
}

async function waveOf(telegram: Telegram, pid: number, { people, rounds }: Crowd): Promise<Wave> {
  const talks = Array.from({ length: people }, (_, n) => askAs(telegram, `Person ${n}`));
  await Promise.all(talks.map((ask) => ask()));
  const before = { time: performance.now(), work: workOf(pid) };
  const times = (await Promise.all(talks.map((ask) => inTurn(rounds, ask)))).flat();
  return {
    perSecond: times.length / ((performance.now() - before.time) / 1000),
    work: (workOf(pid) - before.work) / times.length,
    times,
  };
}

async function slashTimes(discord: Awaited<ReturnType<typeof startDiscord>>): Promise<readonly number[]> {
  const members = Array.from({ length: fifty.people }, (_, n) => discord.addPerson({ name: `Person ${n}` }));
  const guild = discord.addGuild({ name: 'Server', channels: ['general'], members });
  const channel = guild.channel('general');
  const all = members.map((person) =>
    inTurn(fifty.rounds, () => person.slash(channel, 'skills').answer(30_000)),
  );
  return (await Promise.all(all)).flat();
}

/** How long each round took, in milliseconds. */
async function inTurn(rounds: number, ask: () => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    await ask();
    times.push(performance.now() - started);
  }
  return times;
}

/** 0 where the system does not tell. */
const residentMegabytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/u.exec(told(pid, 'status'))?.[1] ?? 0) / 1024;

/** How long processors have worked for it, in milliseconds; 0 where the system does not tell. */
function workOf(pid: number): number {
  // After the name in parentheses, in hundredths of a second: its own work is the 12th, the system's for it the 13th.
  const fields = told(pid, 'stat').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10;
}

function told(pid: number, what: 'status' | 'stat'): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return '';
  }
}
