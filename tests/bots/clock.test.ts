// The clock over node-cron, with time that the test moves.

import { Writable } from 'node:stream';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { keepTime } from '../../bots/clock.ts';
import { openLog } from '../../bots/log.ts';

const minute = 60_000;
const start = new Date('2026-11-16T08:58:30Z');

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    now: start,
  });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A clock that does this work; what it has begun is kept, by the minute. */
function openClock(
  work: (now: Date) => Promise<void> = () => Promise.resolve(),
  stop = new AbortController(),
) {
  const ticks: string[] = [];
  const lines: string[] = [];
  let isOver = false;
  const stream = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk));
      done();
    },
  });
  async function run(): Promise<void> {
    const counted = (now: Date): Promise<void> => {
      ticks.push(now.toISOString().slice(0, 16));
      return work(now);
    };
    await keepTime(counted, openLog({ level: 'info', secrets: [] }, stream), stop.signal);
    isOver = true;
  }
  return { ticks, lines, stop, running: run(), isOver: () => isOver };
}

test('it ticks at every full minute, until it is told to stop', async () => {
  const { ticks, lines, stop, running } = openClock();
  await vi.advanceTimersByTimeAsync(2 * minute);
  expect(ticks).toEqual(['2026-11-16T08:59', '2026-11-16T09:00']);
  stop.abort();
  await running;
  await vi.advanceTimersByTimeAsync(2 * minute);
  expect(ticks).toHaveLength(2);
  expect(lines).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test('one that is told to stop before it begins never ticks', async () => {
  const stop = new AbortController();
  stop.abort();
  const { ticks, running } = openClock(undefined, stop);
  await running;
  await vi.advanceTimersByTimeAsync(2 * minute);
  expect(ticks).toEqual([]);
});

test('a tick that fails is logged, and the next tries again', async () => {
  let failures = 0;
  const { ticks, lines, stop, running } = openClock(() => {
    failures += 1;
    return failures === 1 ? Promise.reject(new Error('the database is away')) : Promise.resolve();
  });
  await vi.advanceTimersByTimeAsync(2 * minute);
  expect(ticks).toHaveLength(2);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('the database is away');
  stop.abort();
  await running;
});

test('a tick that takes long is not joined by another, and is finished before the end', async () => {
  const { promise: gate, resolve } = Promise.withResolvers<void>();
  const { ticks, lines, stop, running, isOver } = openClock(() => gate);
  await vi.advanceTimersByTimeAsync(5 * minute);
  expect(ticks).toEqual(['2026-11-16T08:59']);
  expect(lines[0]).toContain('task still running');
  stop.abort();
  await vi.advanceTimersByTimeAsync(minute);
  expect(isOver()).toBe(false);
  resolve();
  await running;
});

test('a tick that hangs does not hold up the others for ever', async () => {
  const { ticks } = openClock(() => new Promise(() => {}));
  await vi.advanceTimersByTimeAsync(12 * minute);
  expect(ticks).toHaveLength(2);
});

test.each([
  ['back by three hours', '2026-11-16T05:59:40Z', ['2026-11-16T06:00', '2026-11-16T06:01']],
  ['forth by a year', '2027-11-16T08:59:40Z', ['2027-11-16T09:00', '2027-11-16T09:01']],
])('a clock that is put %s goes on ticking at every minute', async (_, now, after) => {
  const { ticks, lines, stop, running } = openClock();
  await vi.advanceTimersByTimeAsync(minute);
  vi.setSystemTime(new Date(now));
  await vi.advanceTimersByTimeAsync(1.5 * minute);
  expect(ticks).toEqual(['2026-11-16T08:59', ...after]);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('the clock of this machine was changed');
  stop.abort();
  await running;
});

test('a tick that comes some seconds late still comes', async () => {
  const { ticks, stop, running } = openClock();
  await vi.advanceTimersByTimeAsync(25_000);
  // The machine was busy for twenty seconds, in which no timer ran.
  vi.setSystemTime(new Date('2026-11-16T08:59:15Z'));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(ticks).toEqual(['2026-11-16T08:59']);
  stop.abort();
  await running;
});
