// How soon people are answered when fifty ask at once, how many updates a second that makes, and how much work and
// memory it takes: the real program beside the barest bot, which echoes, or sends the very same answer. All of them
// run side by side and are asked in turn, so that they see the same noise.

import { rmSync } from 'node:fs';

import { freshDatabase, startPostgres } from '../postgres.ts';
import { type Program, startProgram, type Wave } from './program.ts';
import { startArguments } from './start-up.ts';
import type { Row } from './table.ts';

/** Of each program; the first one, in which a program warms up, is not counted. */
const waves = 6;

const connected = [/Discord: ready/u, /Telegram is connected/u];

export async function replyBench(): Promise<readonly Row[]> {
  // The first start after sources changed is the one that takes most.
  rmSync('node_modules/.cache/node', { recursive: true, force: true });
  const bot = await startProgram(startArguments(), connected);
  const server = await startPostgres();
  const url = await freshDatabase(server.folder);
  const onServer = await startProgram(startArguments(), connected, { DATABASE_URL: url });
  const echo = await startBare();
  const same = await startBare({ ANSWER: await bot.answer() });

  const [ours, theirs, echoed, served] = await inTurn([bot, same, echo, onServer]);
  const slash = await bot.slash();
  for (const program of [bot, onServer, echo, same]) await program.end();
  await server.stop();

  const answer = 'the same answer by bare telegraf';
  const row = (what: string, value: number, unit: string, against: string, bare: number): Row => ({
    what,
    value,
    unit,
    against,
    bare,
  });
  return [
    row('reply in Telegram, 50 at once, median', middle(ours.times), 'ms', answer, middle(theirs.times)),
    row('reply in Telegram, 50 at once, longest', last(ours.times), 'ms', answer, last(theirs.times)),
    row('reply on Discord, 50 at once, median', middle(slash), 'ms', answer, middle(theirs.times)),
    row('reply on Discord, 50 at once, longest', last(slash), 'ms', answer, last(theirs.times)),
    row('updates a second, /skills', ours.perSecond, '/s', answer, theirs.perSecond),
    row('updates a second, /skills', ours.perSecond, '/s', 'an echo by bare telegraf', echoed.perSecond),
    row('updates a second, PostgreSQL', served.perSecond, '/s', answer, theirs.perSecond),
    row('work for an update', ours.work, 'ms', answer, theirs.work),
    row('work for an update, PostgreSQL', served.work, 'ms', answer, theirs.work),
    row('memory, both connected, first start', bot.memory, 'MB', 'both bare clients', echo.memory),
  ];
}

const startBare = (settings = {}) =>
  startProgram(['tests/bench/bare-clients.ts'], [/^connected/mu], settings);

/** The median of each program's waves, and all of its times. */
async function inTurn<const Programs extends readonly Program[]>(
  programs: Programs,
): Promise<{ [Index in keyof Programs]: Wave }> {
  const seen = programs.map((): Wave[] => []);
  for (let wave = 0; wave < waves; wave += 1) {
    for (const [index, program] of programs.entries()) seen[index]?.push(await program.wave());
  }
  // One for each program, in their order.
  return seen.map((all) => summary(all.slice(1))) as { [Index in keyof Programs]: Wave };
}

const summary = (all: readonly Wave[]): Wave => ({
  perSecond: middle(all.map(({ perSecond }) => perSecond)),
  work: middle(all.map(({ work }) => work)),
  times: all.flatMap(({ times }) => times),
});

const middle = (values: readonly number[]): number => sorted(values)[Math.floor(values.length / 2)] ?? 0;
const last = (values: readonly number[]): number => sorted(values).at(-1) ?? 0;
const sorted = (values: readonly number[]): readonly number[] => values.toSorted((a, b) => a - b);
