// One send in a hundred is done and its answer lost. No message may arrive twice, and none that arrived be called
// failed; beside the outbox the best throttling library, with and without another try.

import { setTimeout as pause } from 'node:timers/promises';

import { pQueue, type Rival } from './rivals.ts';
import { expected, openStage, type Platform, platforms, type Stage } from './stage.ts';

export interface LostReport {
  readonly messages: number;
  /** How many answers were lost. */
  readonly lostAnswers: number;
  readonly twice: number;
  readonly never: number;
  /** What the sender says of the messages; and how many arrived of those that it does not call sent. */
  readonly sent: number;
  readonly unknown: number;
  readonly unknownThatArrived: number;
  readonly failedThatArrived: number;
}

/** By platform and by who sends. */
export async function proveLost(
  places: Readonly<Record<Platform, number>>,
): Promise<Readonly<Record<string, LostReport>>> {
  const reports: Record<string, LostReport> = {};
  for (const platform of platforms) {
    const only = { telegram: 0, discord: 0, [platform]: places[platform] };
    reports[`${platform}: the outbox`] = await onStage(only, (stage) =>
      carried(stage, platform, oneInAHundred(places[platform])),
    );
    for (const tries of [3, 1]) {
      const rival = pQueue(platform, tries);
      reports[`${platform}: ${rival.name}`] = await onStage(only, (stage) =>
        rivalled(stage, platform, rival),
      );
    }
  }
  return reports;
}

async function onStage<T>(
  places: Readonly<Record<Platform, number>>,
  work: (stage: Stage) => Promise<T>,
): Promise<T> {
  const stage = await openStage({ database: 'sqlite', places, latency: 0 });
  try {
    return await work(stage);
  } finally {
    await stage.close();
  }
}

/** Sends a letter to every place by the real program; the answers to these messages are lost. */
export async function carried(
  stage: Stage,
  platform: Platform,
  lost: readonly number[],
): Promise<LostReport> {
  orderFaults(stage, platform, lost);
  await stage.writeAll(0, 1, [platform]);
  const bot = await stage.start();
  while ((await stage.waiting()) > 0) await pause(100);
  await bot.stop();
  const records = await Promise.all(
    stage.addresses[platform].map(async (address) => (await stage.store.outbox.log(address, 1))[0]),
  );
  const marksOf = (state: string): readonly string[] =>
    records.flatMap((record) => (record?.state === state ? [`${record.key} 0`] : []));
  return report(stage, platform, {
    lostAnswers: lost.length,
    unknown: marksOf('unknown'),
    failed: marksOf('failed'),
  });
}

async function rivalled(stage: Stage, platform: Platform, rival: Rival): Promise<LostReport> {
  const lost = oneInAHundred(stage.addresses[platform].length);
  orderFaults(stage, platform, lost);
  const failed = await rival.send(stage, platform, 0);
  return report(stage, platform, { lostAnswers: lost.length, unknown: [], failed });
}

/** At random. */
const oneInAHundred = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, n) => n).filter(() => Math.random() < 0.01);

function orderFaults({ telegram, discord }: Stage, platform: Platform, lost: readonly number[]): void {
  for (const after of lost) {
    if (platform === 'telegram') void telegram.fail({ method: 'sendMessage', kind: 'dropped', after });
    else discord.fail(/^POST .*messages$/u, { kind: 'drop', accepted: true }, 1, after);
  }
}

function report(
  stage: Stage,
  platform: Platform,
  called: {
    readonly lostAnswers: number;
    readonly unknown: readonly string[];
    readonly failed: readonly string[];
  },
): LostReport {
  const { lostAnswers, unknown, failed } = called;
  const arrived = stage.arrived();
  const places = { telegram: 0, discord: 0, [platform]: stage.addresses[platform].length };
  const marks = [...expected(places, 1, 1, [platform])];
  const hasArrived = (mark: string): boolean => arrived.has(mark);
  return {
    messages: marks.length,
    lostAnswers,
    twice: marks.filter((mark) => (arrived.get(mark) ?? 0) > 1).length,
    never: marks.filter((mark) => !hasArrived(mark)).length,
    sent: marks.length - unknown.length - failed.length,
    unknown: unknown.length,
    unknownThatArrived: unknown.filter(hasArrived).length,
    failedThatArrived: failed.filter(hasArrived).length,
  };
}
