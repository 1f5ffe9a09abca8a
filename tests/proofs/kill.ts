// The program is killed again and again in the middle of a fan-out to many places on both platforms. Nothing may be
// lost, nothing may arrive twice on Discord, and on Telegram only what was on the wire, each one counted.

import { setTimeout as pause } from 'node:timers/promises';

import { expected, openStage, type Running, type Stage, type StageOptions } from './stage.ts';

export interface KillOptions extends Omit<StageOptions, 'latency'> {
  readonly kills: number;
  /** How many processes there are at a time; one of them is killed each time, and started anew. */
  readonly processes: number;
}

export interface KillReport {
  readonly kills: number;
  readonly messages: number;
  readonly lost: number;
  readonly twiceOnDiscord: number;
  readonly twiceOnTelegram: number;
  /** Of these the ones that are not counted as ambiguous. */
  readonly uncounted: number;
  /** What is counted as ambiguous. */
  readonly ambiguous: number;
  /** Messages on Telegram's wire when a process was killed: in all, and the most at once. */
  readonly onTheWire: number;
  readonly mostOnTheWire: number;
  readonly refusals: number;
  readonly seconds: number;
}

/** In milliseconds, after the first message has arrived since the last kill. */
const longestLife = 700;
const messages = 2;
const latency = 60;

export async function proveKills(options: KillOptions): Promise<KillReport> {
  const stage = await openStage({ ...options, latency });
  const started = performance.now();
  const { store } = stage;
  const running: Running[] = [];
  let rounds = 0;
  let onTheWire = 0;
  let mostOnTheWire = 0;

  async function untilNext(): Promise<void> {
    const before = stage.count();
    while (stage.count() === before) await pause(20);
  }

  async function look(): Promise<void> {
    const letters = await store.deliveries.due('telegram', { most: 100_000, except: [] }, new Date());
    const begun = letters.filter(({ begunAt }) => begunAt !== null).length;
    onTheWire += begun;
    mostOnTheWire = Math.max(mostOnTheWire, begun);
  }

  try {
    while (running.length < options.processes) running.push(await stage.start());
    for (let kill = 0; kill < options.kills; kill += 1) {
      if ((await stage.waiting()) < options.places.discord / 4) {
        await stage.writeAll(rounds, messages);
        rounds += 1;
      }
      await untilNext();
      await pause(Math.random() * longestLife);
      const victim = Math.floor(Math.random() * options.processes);
      await running[victim]?.kill();
      if (options.processes === 1) await look();
      running[victim] = await stage.start();
    }
    while ((await stage.waiting()) > 0) await pause(200);
    for (const process of running) await process.stop();

    const arrived = stage.arrived();
    const all = [...expected(options.places, rounds, messages)];
    const extra = (mark: string): number => Math.max(0, (arrived.get(mark) ?? 0) - 1);
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
    const onDiscord = all.filter((mark) => mark.startsWith('discord'));
    const onTelegram = all.filter((mark) => mark.startsWith('telegram'));
    const repeats = await repeatsOn(stage, rounds);
    return {
      kills: options.kills,
      messages: all.length,
      lost: all.filter((mark) => !arrived.has(mark)).length,
      twiceOnDiscord: sum(onDiscord.map(extra)),
      twiceOnTelegram: sum(onTelegram.map(extra)),
      uncounted: sum(onTelegram.map((mark) => Math.max(0, extra(mark) - (repeats.get(mark) ?? 0)))),
      ambiguous: sum([...repeats.values()]),
      onTheWire,
      mostOnTheWire,
      refusals: stage.telegram.refused + stage.discord.refused,
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    await stage.close();
  }
}

/** How often each message was sent again although it may have arrived, as the outbox counts it. */
async function repeatsOn({ store, addresses }: Stage, rounds: number): Promise<ReadonlyMap<string, number>> {
  const counted = new Map<string, number>();
  for (const address of addresses.telegram) {
    for (const { key, parts } of await store.outbox.log(address, rounds)) {
      for (const [part, { repeats }] of parts.entries()) counted.set(`${key} ${part}`, repeats);
    }
  }
  return counted;
}
