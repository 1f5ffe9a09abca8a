// The real program as a child process, as people start it: its settings, its log as it comes, and its end.

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { onTestFinished } from 'vitest';

/** In milliseconds, for a line of the log; a busy machine starts programs slowly. */
const patience = 20_000;

type Settings = Readonly<Record<string, string>>;

export interface Program {
  readonly child: ChildProcessWithoutNullStreams;
  /** Settles when a line of the log, old or new, contains the words; rejects when it never does. */
  logged(words: string): Promise<string>;
  /** What it has written so far, both outputs. */
  written(): string;
  /** Where its HTTP side is reached; waits until it is. */
  site(): Promise<string>;
  /** Settles with the exit code; it has to end by itself. */
  ended(signal?: NodeJS.Signals): Promise<number | null>;
}

/** A folder that ends with the test; `database` in it outlives the program. */
export function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'referral-bot-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { path: folder, database: `sqlite:${join(folder, 'bot.db')}` };
}

/** The profile that the project brings, with these accounts as the seeker's. */
export function profileOf(folder: string, identities: readonly string[]): string {
  const path = join(folder, 'profile.yaml');
  const yaml = readFileSync('config/profiles/zhiwei.yaml', 'utf8');
  writeFileSync(path, yaml.replace(/^identities: .*$/mu, `identities: [${identities.join(', ')}]`));
  return path;
}

const asItIs = [process.execPath, '--import', './bots/guard.js', 'bots/main.ts'] as const;

/** `start`: in another way than by itself, in a group of processes of its own. */
export function startProgram(settings: Settings, start?: readonly [string, ...string[]]): Program {
  const { PATH = '' } = process.env;
  const [command, ...args] = start ?? asItIs;
  const child = spawn(command, args, {
    env: { PATH, DATABASE_URL: 'sqlite::memory:', PORT: '0', ...settings },
    detached: start !== undefined,
  });
  child.stdin.end();
  let output = '';
  let log = '';
  let isOver = false;
  let news = Promise.withResolvers<void>();
  const tell = (): void => {
    news.resolve();
    news = Promise.withResolvers();
  };
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => {
    log += chunk.toString();
    tell();
  });
  const closed = once(child, 'close').then(([code]) => {
    isOver = true;
    tell();
    return code === null ? null : Number(code);
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await closed;
  });

  async function logged(words: string): Promise<string> {
    const started = performance.now();
    for (;;) {
      const line = log.split('\n').find((one) => one.includes(words));
      if (line !== undefined) return line;
      if (isOver || performance.now() - started > patience)
        throw new Error(`“${words}” never came; there was:\n${output}${log}`);
      await Promise.race([news.promise, pause(patience, undefined, { ref: false })]);
    }
  }

  return {
    child,
    logged,
    written: () => output + log,
    async site() {
      const line: unknown = JSON.parse(await logged('"listening"'));
      const { host, port } = line as { readonly host: string; readonly port: number };
      return `http://${host}:${port}`;
    },
    ended(signal) {
      if (signal !== undefined) child.kill(signal);
      return closed;
    },
  };
}
