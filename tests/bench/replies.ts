// How soon people are answered when fifty ask at once, and how much memory that takes: the real program beside a bare
// bot that sends the very same answer, and beside one that echoes. They run side by side and are asked in turn, so that
// they see the same noise.

import { rmSync } from 'node:fs';

import { startBare, startBot } from './program.ts';
import { median, type Row } from './table.ts';

/** Of each program; the first one, in which a program warms up, is not counted. */
const waves = 6;

export async function replyBench(): Promise<readonly Row[]> {
  // The first start after sources changed is the one that takes most.
  rmSync('node_modules/.cache/node', { recursive: true, force: true });
  const bot = await startBot();
  const echo = await startBare();
  const same = await startBare({ settings: { ANSWER: await bot.answer() } });

  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let wave = 0; wave < waves; wave += 1) {
    const [our, their] = [await bot.wave(), await same.wave()];
    if (wave === 0) continue;
    ours.push(...our.times);
    theirs.push(...their.times);
  }
  const slash = await bot.slash();
  for (const program of [bot, echo, same]) await program.end();

  const row = (what: string, pick: (times: readonly number[]) => number, times: readonly number[]): Row => ({
    what: `reply ${what}`,
    value: pick(times),
    unit: 'ms',
    against: 'the same answer by bare telegraf',
    bare: pick(theirs),
  });
  return [
    row('in Telegram, 50 at once, median', median, ours),
    row('in Telegram, 50 at once, longest', longest, ours),
    row('on Discord, 50 at once, median', median, slash),
    row('on Discord, 50 at once, longest', longest, slash),
    {
      what: 'memory, both connected, first start',
      value: bot.memory,
      unit: 'MB',
      against: 'both bare clients',
      bare: echo.memory,
    },
  ];
}

const longest = (times: readonly number[]): number => times.toSorted((one, other) => one - other).at(-1) ?? 0;
