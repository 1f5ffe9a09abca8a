import { once } from 'node:events';
import { connect } from 'node:net';

import { describe, expect, onTestFinished, test } from 'vitest';

import { openMetrics } from '../../../bots/web/metrics.ts';
import { serve, webApp, type WebParts } from '../../../bots/web/server.ts';

function open(change: Partial<WebParts> = {}) {
  const faults: unknown[] = [];
  const app = webApp({
    metrics: openMetrics(),
    troubles: () => Promise.resolve({}),
    webhooks: {},
    report: (fault) => void faults.push(fault),
    ...change,
  });
  return { app, faults };
}

test('the process is alive even when nothing else is right', async () => {
  const { app } = open({ troubles: () => Promise.resolve({ discord: 'away' }) });
  expect((await app.request('/healthz')).status).toBe(200);
});

test('ready is who has no trouble; every trouble is told otherwise', async () => {
  let troubles: Record<string, string | null> = { store: null };
  const { app } = open({ troubles: () => Promise.resolve(troubles) });
  expect((await app.request('/readyz')).status).toBe(200);
  const reasons = { discord: 'the token is wrong', telegram: 'no answer' };
  troubles = { store: null, ...reasons };
  const answer = await app.request('/readyz');
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({ ready: false, reasons });
});

describe('metrics', () => {
  test('count calls by command and outcome, and show who is connected', async () => {
    const metrics = openMetrics();
    let trouble: string | null = 'starting';
    metrics.watch([
      { platform: 'discord', trouble: () => trouble },
      { platform: 'telegram', trouble: () => null },
    ]);
    metrics.note('skills', 'answered', 4);
    metrics.note('skills', 'answered', 40);
    metrics.note('', 'unknown', 1);
    metrics.noteModel('sure');
    metrics.noteModel('late');
    metrics.noteModel('late');
    const { app } = open({ metrics });
    const answer = await app.request('/metrics');
    const text = await answer.text();
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/u);
    expect(text).toContain('referral_bot_calls_total{command="skills",outcome="answered"} 2');
    expect(text).toContain('referral_bot_calls_total{command="",outcome="unknown"} 1');
    expect(text).toContain('referral_bot_model_readings_total{outcome="sure"} 1');
    expect(text).toContain('referral_bot_model_readings_total{outcome="late"} 2');
    expect(text).toContain('referral_bot_call_seconds_bucket{le="0.02",command="skills"} 1');
    expect(text).toContain('referral_bot_platform_up{platform="discord"} 0');
    expect(text).toContain('referral_bot_platform_up{platform="telegram"} 1');
    expect(text).toContain('process_resident_memory_bytes');
    trouble = null;
    expect(await metrics.text()).toContain('referral_bot_platform_up{platform="discord"} 1');
  });
});

test('metrics tell how letters fare, as long as the database does', async () => {
  const metrics = openMetrics();
  const fares = { waiting: 3, late: 2, oldestDueAt: new Date(0), sent: 9, unknown: 1, ambiguous: 4 };
  let counts = () => Promise.resolve(new Map([['telegram', { ...fares, failed: { gone: 5 } }]]));
  metrics.watchLetters(() => counts());
  const text = await metrics.text();
  expect(text).toContain('referral_bot_letters{platform="telegram",state="waiting"} 3');
  expect(text).toContain('referral_bot_letters{platform="telegram",state="ambiguous"} 4');
  expect(text).toContain('referral_bot_letters_failed{platform="telegram",reason="gone"} 5');
  expect(Number(/letters_oldest_seconds\{platform="telegram"\} (\d+)/u.exec(text)?.[1])).toBeGreaterThan(1e9);
  counts = () => Promise.reject(new Error('no database'));
  expect(await metrics.text()).toContain('process_resident_memory_bytes');
});

describe('a webhook', () => {
  const webhooks = {
    telegram: async (request: Request) => new Response(`heard ${await request.text()}`, { status: 202 }),
  };

  test('gets what is posted beneath its platform, and nothing else', async () => {
    const { app } = open({ webhooks });
    const heard = await app.request('/telegram/abc', { method: 'POST', body: 'hello' });
    expect([heard.status, await heard.text()]).toEqual([202, 'heard hello']);
    expect((await app.request('/telegram/abc')).status).toBe(404);
    expect((await app.request('/discord/abc', { method: 'POST', body: '' })).status).toBe(404);
  });

  test('is spared what is too long', async () => {
    const { app } = open({ webhooks });
    const body = 'x'.repeat(1024 * 1024 + 1);
    expect((await app.request('/telegram/abc', { method: 'POST', body })).status).toBe(413);
  });

  test('that fails is reported, and the answer tells nothing of it', async () => {
    const { app, faults } = open({
      webhooks: { telegram: () => Promise.reject(new Error('secret inside')) },
    });
    const answer = await app.request('/telegram/abc', { method: 'POST', body: '' });
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('secret');
    expect(faults).toEqual([expect.objectContaining({ message: 'secret inside' })]);
  });
});

describe('the server', () => {
  test('listens where it is told, and finishes what is asked before it closes', async () => {
    const begun = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<void>();
    const { app } = open({
      webhooks: {
        telegram: async () => {
          begun.resolve();
          await answered.promise;
          return new Response('done');
        },
      },
    });
    const server = await serve(app, '127.0.0.1', 0);
    const asked = fetch(`http://127.0.0.1:${server.port}/telegram/x`, { method: 'POST', body: '' });
    await begun.promise;
    const closed = server.close();
    await expect(fetch(`http://127.0.0.1:${server.port}/healthz`)).rejects.toThrow('fetch failed');
    answered.resolve();
    expect(await (await asked).text()).toBe('done');
    await closed;
  });

  test('waits for nobody who only holds the line', async () => {
    const { app } = open();
    const server = await serve(app, '127.0.0.1', 0);
    const idler = connect(server.port, '127.0.0.1');
    onTestFinished(() => void idler.destroy());
    await once(idler, 'connect');
    idler.write('GET /healthz HTTP/1.1\r\n');
    const ended = once(idler, 'close');
    idler.resume();
    await server.close();
    await ended;
    expect(idler.destroyed).toBe(true);
  });

  test('says why it cannot listen', async () => {
    const { app } = open();
    const server = await serve(app, '127.0.0.1', 0);
    onTestFinished(() => server.close());
    await expect(serve(app, '127.0.0.1', server.port)).rejects.toMatchObject({
      code: 'EADDRINUSE',
      syscall: 'listen',
    });
  });
});
