// How many updates a second are handled where more people ask than can be answered: with Telegram as far away as it is,
// and with none of the way, where nothing but work is left. The real program on either database, beside a bare bot that
// echoes and one that sends the very same answer; they run side by side and are asked in turn.

import { freshDatabase, startPostgres } from '../postgres.ts';
import { type Crowd, type Program, startBare, startBot, type Wave } from './program.ts';
import { median, type Row } from './table.ts';

/** More than the platform hands out at once, and fewer than the connections that Node keeps. */
const crowd: Crowd = { people: 250, rounds: 7 };

/** In milliseconds, there and back. */
const away = 60;

type Figures = Pick<Wave, 'perSecond' | 'work'>;

/** Of each program; the first one, in which a program warms up, is not counted. */
const waves = 6;

export async function throughputBench(): Promise<readonly Row[]> {
  const server = await startPostgres();
  const rows = [...(await rowsAt(away, server.folder)), ...(await rowsAt(0, server.folder))];
  await server.stop();
  return rows;
}

async function rowsAt(latency: number, server: string): Promise<readonly Row[]> {
  const bot = await startBot({ latency });
  const served = await startBot({ latency, settings: { DATABASE_URL: await freshDatabase(server) } });
  const echo = await startBare({ latency });
  const same = await startBare({ latency, settings: { ANSWER: await bot.answer() } });
  const [ours, onServer, echoed, answered] = await inTurn([bot, served, echo, same]);
  for (const program of [bot, served, echo, same]) await program.end();

  const [anEcho, theSame] = ['an echo by bare telegraf', 'the same answer by bare telegraf'];
  const row = (what: string, own: Figures, against: string, bare: Figures): Row => ({
    what: `updates a second, ${what}, ${latency} ms away`,
    value: own.perSecond,
    unit: '/s',
    against,
    bare: bare.perSecond,
  });
  return [
    row('SQLite', ours, anEcho, echoed),
    row('PostgreSQL', onServer, anEcho, echoed),
    row('SQLite', ours, theSame, answered),
    {
      what: `work for an update, SQLite, ${latency} ms away`,
      value: ours.work,
      unit: 'ms',
      against: theSame,
      bare: answered.work,
    },
  ];
}

/** Of each program the median of its waves. */
async function inTurn<const Programs extends readonly Program[]>(
  programs: Programs,
): Promise<{ [Index in keyof Programs]: Figures }> {
  const seen = programs.map((): Wave[] => []);
  for (let wave = 0; wave < waves; wave += 1) {
    for (const [index, program] of programs.entries()) seen[index]?.push(await program.wave(crowd));
  }
  // One for each program, in their order.
  return seen.map((all) => middle(all.slice(1))) as { [Index in keyof Programs]: Figures };
}

const middle = (all: readonly Wave[]): Figures => ({
  perSecond: median(all.map(({ perSecond }) => perSecond)),
  work: median(all.map(({ work }) => work)),
});
