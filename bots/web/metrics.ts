// What the bot counts, in the text format of Prometheus: its calls by command and outcome, what a language model came
// to, which platforms are connected, what became of letters, and how the process fares. Hides prom-client.

import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

import type { House } from '../../commands/context.ts';
import type { LetterCounts } from '../../storage/outbox.ts';
import type { Adapter } from '../adapter.ts';

export interface Metrics {
  readonly note: NonNullable<House['note']>;
  readonly noteModel: NonNullable<House['noteModel']>;
  /** From now on tells whether these are connected. */
  watch(adapters: readonly Pick<Adapter, 'platform' | 'trouble'>[]): void;
  /** From now on tells how letters fare, by platform. */
  watchLetters(counts: () => Promise<ReadonlyMap<string, LetterCounts>>): void;
  readonly contentType: string;
  text(): Promise<string>;
}

/** In seconds. */
const buckets = [0.005, 0.02, 0.1, 0.3, 1, 3];

export function openMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  let refresh = (): Promise<void> => Promise.resolve();
  collectDefaultMetrics({ register: registry });
  const calls = new Counter({
    name: 'referral_bot_calls_total',
    help: 'Calls by command and how they ended; a call of no command has none',
    labelNames: ['command', 'outcome'],
    registers,
  });
  const durations = new Histogram({
    name: 'referral_bot_call_seconds',
    help: 'How long it took until the answer stood, not counting its way out',
    labelNames: ['command'],
    buckets,
    registers,
  });
  const modelReadings = new Counter({
    name: 'referral_bot_model_readings_total',
    help: 'Readings that a language model could complete, by what it came to; sure, resting and spent asked nothing',
    labelNames: ['outcome'],
    registers,
  });
  return {
    note(command, outcome, milliseconds) {
      calls.inc({ command, outcome });
      durations.observe({ command }, milliseconds / 1000);
    },
    noteModel(outcome) {
      modelReadings.inc({ outcome });
    },
    watch(adapters) {
      registry.registerMetric(
        new Gauge({
          name: 'referral_bot_platform_up',
          help: '1 while the platform is connected',
          labelNames: ['platform'],
          registers: [],
          collect() {
            for (const adapter of adapters)
              this.set({ platform: adapter.platform }, adapter.trouble() === null ? 1 : 0);
          },
        }),
      );
    },
    watchLetters(counts) {
      const gauge = (name: string, help: string, label?: string) =>
        new Gauge({
          name: `referral_bot_letters${name}`,
          help,
          labelNames: ['platform', ...(label === undefined ? [] : [label])],
          registers,
        });
      const letters = gauge('', 'Letters that wait, and of the last week by what became of them', 'state');
      const failed = gauge('_failed', 'Letters of the last week that will never arrive, by why', 'reason');
      const oldest = gauge('_oldest_seconds', 'Since when the letter that waits longest should be there');
      refresh = async () => {
        const all = await counts();
        for (const one of [letters, failed, oldest]) one.reset();
        for (const [platform, { failed: failures, oldestDueAt, ...states }] of all) {
          for (const [state, count] of Object.entries(states)) letters.set({ platform, state }, count);
          for (const [reason, count] of Object.entries(failures)) failed.set({ platform, reason }, count);
          const age = oldestDueAt === null ? 0 : (Date.now() - oldestDueAt.getTime()) / 1000;
          oldest.set({ platform }, Math.max(0, age));
        }
      };
    },
    contentType: registry.contentType,
    async text() {
      // Where the database does not answer, the rest is told all the same.
      await refresh().catch(() => {});
      return registry.metrics();
    },
  };
}
