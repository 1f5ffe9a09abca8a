// What is promised of letters, shown in small over the real program; `npm run prove` shows it at length.

import { expect, test, vi } from 'vitest';

import { proveKills } from '../proofs/kill.ts';
import { carried } from '../proofs/lost.ts';
import { openStage } from '../proofs/stage.ts';

vi.setConfig({ testTimeout: 240_000 });

test.each([
  ['sqlite', 1],
  ['postgres', 2],
] as const)(
  'on %s %d processes that are killed lose nothing, and double nothing uncounted',
  async (database, processes) => {
    const places = { telegram: 6, discord: 6 };
    expect(await proveKills({ database, processes, places, kills: 2 })).toMatchObject({
      lost: 0,
      twiceOnDiscord: 0,
      uncounted: 0,
      refusals: 0,
    });
  },
);

test.each(['telegram', 'discord'] as const)(
  'on %s a lost answer doubles nothing, and calls nothing failed',
  async (platform) => {
    const stage = await openStage({
      database: 'sqlite',
      places: { telegram: 0, discord: 0, [platform]: 40 },
      latency: 0,
    });
    try {
      const lostAnswers = 4;
      const report = await carried(stage, platform, [3, 11, 12, 30]);
      expect(report).toMatchObject({ lostAnswers, twice: 0, never: 0, failedThatArrived: 0 });
      expect(report.unknown).toBe(platform === 'telegram' ? lostAnswers : 0);
    } finally {
      await stage.close();
    }
  },
);
