// A letter to many places at once, on stand-ins that enforce the platforms’ limits and are 60 ms away: how much of
// what is allowed is used, and how often the platform had to refuse, beside a loop that tries again and p-queue.

import { setTimeout as pause } from 'node:timers/promises';

import { allowed, loop, pQueue, type Rival } from '../proofs/rivals.ts';
import { openStage, type Platform, platforms, type Stage } from '../proofs/stage.ts';
import type { Row } from './table.ts';

const latency = 60;

interface Figures {
  /** Messages a second, from the first that arrived to the last. */
  readonly perSecond: number;
  readonly refusals: number;
  /** Requests that came before the time they had been told. */
  readonly early: number;
}

/** The whole takes a hundred seconds on Telegram, three times. */
export const wholePlaces = { telegram: 3000, discord: 500 };

export async function fanOutBench(places: Readonly<Record<Platform, number>>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const platform of platforms) {
    const outbox = await measure(places, platform, carry);
    for (const rival of [loop, pQueue(platform, 3)]) {
      const bare = await measure(places, platform, (stage) => rivalled(stage, platform, rival));
      const what = `to ${places[platform]} places on ${platform === 'telegram' ? 'Telegram' : 'Discord'}`;
      const share = (perSecond: number): number => (perSecond / allowed[platform]) * 100;
      rows.push(
        row(`${what}, of the allowed rate`, '%', rival, share(outbox.perSecond), share(bare.perSecond)),
        row(`${what}, refused`, '', rival, outbox.refusals, bare.refusals),
        row(`${what}, sent while told to wait`, '', rival, outbox.early, bare.early),
      );
    }
  }
  return rows;
}

const row = (what: string, unit: string, { name }: Rival, value: number, bare: number): Row => ({
  what,
  value,
  unit,
  against: name,
  bare,
});

/** Sends one message to each place of the platform, by whatever is given. */
async function measure(
  places: Readonly<Record<Platform, number>>,
  platform: Platform,
  send: (stage: Stage, platform: Platform) => Promise<() => Promise<unknown>>,
): Promise<Figures> {
  const stage = await openStage({
    database: 'sqlite',
    places: { telegram: 0, discord: 0, [platform]: places[platform] },
    latency,
  });
  try {
    const ended = await send(stage, platform);
    let first = 0;
    while (stage.count() < places[platform]) {
      if (first === 0 && stage.count() > 0) first = performance.now();
      await pause(5);
    }
    const seconds = (performance.now() - first) / 1000;
    await ended();
    return {
      perSecond: (places[platform] - 1) / seconds,
      refusals: stage[platform].refused,
      early: stage[platform].early,
    };
  } finally {
    await stage.close();
  }
}

/** Begins, and returns what waits for the end. */
async function carry(stage: Stage, platform: Platform): Promise<() => Promise<void>> {
  await stage.writeAll(0, 1, [platform]);
  const bot = await stage.start();
  return () => bot.stop();
}

async function rivalled(stage: Stage, platform: Platform, rival: Rival): Promise<() => Promise<unknown>> {
  const sending = rival.send(stage, platform, 0);
  return () => sending;
}
