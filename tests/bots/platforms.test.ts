import { once } from 'node:events';

import { expect, test } from 'vitest';

import type { Adapter } from '../../bots/adapter.ts';
import { factsOf, runPlatforms, troublesOf } from '../../bots/platforms.ts';
import { openTalk } from '../chat.ts';

const adapter = (
  platform: string,
  run: Adapter['run'],
  trouble: string | null = null,
): Omit<Adapter, 'post'> => ({
  platform,
  run,
  trouble: () => trouble,
  facts: () => Promise.resolve([[platform, ['its secret']]]),
});

const untilStopped = async (stop: AbortSignal): Promise<void> => void (await once(stop, 'abort'));

test('a platform that breaks stops no other, and begins anew', async () => {
  const stop = new AbortController();
  const reports: unknown[] = [];
  const again = Promise.withResolvers<void>();
  let runs = 0;
  let hasEnded = false;
  const done = runPlatforms(
    [
      adapter('broken', async (signal) => {
        runs += 1;
        if (runs === 1) throw new Error('a bug');
        again.resolve();
        await untilStopped(signal);
      }),
      adapter('sound', async (signal) => {
        await untilStopped(signal);
        hasEnded = true;
      }),
    ],
    stop.signal,
    (fault, platform) => reports.push([platform, fault]),
  );
  await again.promise;
  expect(hasEnded).toBe(false);
  expect(reports).toEqual([['broken', new Error('a bug')]]);
  stop.abort();
  await done;
  expect(hasEnded).toBe(true);
});

test('the end waits for the work in hand of every platform, and not for a pause', async () => {
  const stop = new AbortController();
  const work = Promise.withResolvers<void>();
  const ended: string[] = [];
  const done = runPlatforms(
    [
      adapter('busy', async (signal) => {
        await untilStopped(signal);
        await work.promise;
        ended.push('busy');
      }),
      adapter('broken', () => Promise.reject(new Error('a bug'))),
    ],
    stop.signal,
    () => stop.abort(),
  );
  await once(stop.signal, 'abort');
  expect(ended).toEqual([]);
  work.resolve();
  await done;
  expect(ended).toEqual(['busy']);
});

test('each platform tells its trouble, and no secret', () => {
  const adapters = [
    adapter('discord', untilStopped, 'no answer to s3cret'),
    adapter('telegram', untilStopped),
  ];
  const hide = (text: string): string => text.replaceAll('s3cret', '[secret]');
  expect(troublesOf(adapters, hide)).toEqual({ discord: 'no answer to [secret]', telegram: null });
});

test('of the facts those of the platform at hand are told, without secrets', async () => {
  const adapters = [adapter('near', untilStopped), adapter('far', untilStopped)];
  const hide = (text: string): string => text.replace('secret', '…');
  const { chat } = await openTalk({ facts: (context) => factsOf(adapters, hide, context) });
  const here = chat({ as: ['moderator'], group: 'west', platform: 'near' });
  expect(await here.says('/status')).toMatch(/near +its …/);
  expect(await here.says('/status')).not.toContain('far');
  expect(await chat({ as: ['moderator'], group: 'west' }).says('/status')).not.toContain('near');
});
