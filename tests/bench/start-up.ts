// How long the bot takes to answer one line in the terminal, and how much memory that needs, against a bare Node.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

import type { Row } from './table.ts';

const runs = 5;

export function startUpBench(): readonly Row[] {
  const bot = median(() => measure(startArguments(), '/help\n'));
  const bare = median(() => measure(['-e', '0'], ''));
  return [
    {
      what: 'start, answer /help, end',
      value: bot.milliseconds,
      unit: 'ms',
      against: 'node -e 0',
      bare: bare.milliseconds,
    },
    {
      what: 'memory at its peak',
      value: bot.megabytes,
      unit: 'MB',
      against: 'node -e 0',
      bare: bare.megabytes,
    },
  ];
}

/** What `npm start` gives to Node. */
export function startArguments(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  return scripts['start']?.replace(/^exec node /u, '').split(' ') ?? [];
}

interface Cost {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** One process from start to end; its peak memory is told by a hook that it runs as it exits. */
function measure(args: readonly string[], input: string): Cost {
  const hook = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS))`;
  const started = performance.now();
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(hook)}`, ...args],
    { input, encoding: 'utf8', env: { PATH: process.env['PATH'], DATABASE_URL: 'sqlite::memory:' } },
  );
  const milliseconds = performance.now() - started;
  const peak = /peak (\d+)/.exec(stderr)?.[1];
  if (status !== 0 || peak === undefined) throw new Error(`could not measure ${args.join(' ')}: ${stderr}`);
  return { milliseconds, megabytes: Number(peak) / 1024 };
}

function median(once: () => Cost): Cost {
  const costs = Array.from({ length: runs }, once);
  const middle = (pick: (cost: Cost) => number) =>
    costs.map(pick).toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
  return { milliseconds: middle((cost) => cost.milliseconds), megabytes: middle((cost) => cost.megabytes) };
}
