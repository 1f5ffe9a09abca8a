import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { describe, expect, it, onTestFinished } from 'vitest';

import { openTalk } from './telegram/client.ts';
import { publishedLimits } from './telegram/pacing.ts';

describe('long polling', () => {
  it('hands updates out until they are confirmed, a hundred at most', async () => {
    const { telegram, call } = await openTalk();
    const mei = telegram.user({ name: 'Mei' });
    const chat = mei.opens();
    for (let count = 0; count < 105; count += 1) mei.says(chat, `${count}`);
    const first = (await call('getUpdates')).result;
    expect(first).toHaveLength(100);
    expect((await call('getUpdates', { limit: 3 })).result).toEqual(first.slice(0, 3));
    expect((await call('getUpdates', { offset: first[99].update_id + 1 })).result).toHaveLength(5);
    expect(telegram.pending).toHaveLength(5);
    expect((await call('getUpdates', { offset: -1 })).result).toMatchObject([{ message: { text: '104' } }]);
    expect(telegram.pending).toHaveLength(1);
  });

  it('waits for an update and forgets a caller who hung up', async () => {
    const { telegram, call } = await openTalk();
    const mei = telegram.user({ name: 'Mei' });
    const chat = mei.opens();
    const hangUp = new AbortController();
    const left = call('getUpdates', { timeout: 50 }, hangUp.signal).catch(() => 'left');
    await call('getMe');
    hangUp.abort();
    expect(await left).toBe('left');
    const waiting = call('getUpdates', { timeout: 50 });
    await call('getMe');
    mei.says(chat, 'hello');
    expect((await waiting).result).toMatchObject([{ message: { text: 'hello' } }]);
    expect(telegram.requests.filter(({ refused }) => refused !== null)).toEqual([]);
  });

  it('ends the first of two pollers', async () => {
    const { telegram, call } = await openTalk();
    const mei = telegram.user({ name: 'Mei' });
    const first = call('getUpdates', { timeout: 50 });
    await call('getMe');
    const second = call('getUpdates', { timeout: 50 });
    expect(await first).toMatchObject({
      status: 409,
      description:
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    });
    mei.says(mei.opens(), 'hello');
    expect((await second).result).toHaveLength(1);
  });

  it('forgets updates after a day, and brings only the kinds asked for', async () => {
    let now = 1_800_000_000_000;
    const { telegram, call } = await openTalk({ now: () => now });
    const mei = telegram.user({ name: 'Mei' });
    const chat = mei.opens();
    mei.says(chat, 'old');
    now += 24 * 60 * 60 * 1000 + 1;
    await call('getUpdates', { allowed_updates: ['message'] });
    mei.blocks();
    mei.says(chat, 'new');
    expect((await call('getUpdates')).result).toMatchObject([{ message: { text: 'new' } }]);
  });
});

describe('a webhook', () => {
  async function openHook(answer: (count: number) => { status?: number; body?: string }) {
    const calls: { readonly secret: string | undefined; readonly update: { update_id: number } }[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
      const body = Buffer.concat(await request.toArray()).toString();
      calls.push({
        secret: request.headersDistinct['x-telegram-bot-api-secret-token']?.[0],
        update: JSON.parse(body),
      });
      const { status = 200, body: reply = '' } = answer(calls.length);
      response.writeHead(status).end(reply);
      if (status === 200) resolve();
    }
    const server = createServer((request, response) => void take(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return {
      calls,
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
      accepted: promise,
    };
  }

  it('gets every update with the secret until it accepts it', async () => {
    const { telegram, call } = await openTalk();
    const mei = telegram.user({ name: 'Mei' });
    const chat = mei.opens();
    const hook = await openHook((count) => (count < 3 ? { status: 500 } : {}));
    expect((await call('setWebhook', { url: hook.url, secret_token: 'geheim' })).ok).toBe(true);
    expect(await call('getUpdates')).toMatchObject({
      status: 409,
      description: expect.stringContaining('webhook is active'),
    });
    mei.says(chat, 'hello');
    await hook.accepted;
    expect(hook.calls).toHaveLength(3);
    expect(new Set(hook.calls.map(({ update }) => update.update_id)).size).toBe(1);
    expect(hook.calls[0]?.secret).toBe('geheim');
    expect((await call('getWebhookInfo')).result).toMatchObject({
      url: hook.url,
      last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
    });
    await call('deleteWebhook');
    expect((await call('getUpdates', { offset: hook.calls[0]!.update.update_id + 1 })).result).toEqual([]);
  });

  it('may answer with a call', async () => {
    const { telegram, call } = await openTalk();
    const mei = telegram.user({ name: 'Mei' });
    const chat = mei.opens();
    const body = JSON.stringify({ method: 'sendMessage', chat_id: chat.id, text: 'from the hook' });
    const hook = await openHook(() => ({ body }));
    await call('setWebhook', { url: hook.url });
    mei.says(chat, 'hello');
    expect((await chat.next()).text).toBe('from the hook');
  });

  it('needs https and a plain secret', async () => {
    const { call } = await openTalk();
    expect((await call('setWebhook', { url: 'http://example.com/' })).description).toContain(
      'HTTPS URL must be provided',
    );
    expect((await call('setWebhook', { url: 'https://a.cn', secret_token: 'ä' })).description).toContain(
      'unallowed',
    );
  });

  it('ends a poller', async () => {
    const { call } = await openTalk();
    const polling = call('getUpdates', { timeout: 50 });
    await call('getMe');
    const hook = await openHook(() => ({}));
    await call('setWebhook', { url: hook.url });
    expect(await polling).toMatchObject({
      status: 409,
      description: 'Conflict: terminated by setWebhook request',
    });
  });
});

describe('speed limits', () => {
  it('are off until asked for', async () => {
    const { telegram, call } = await openTalk();
    const chat = telegram.user({ name: 'Mei' }).opens();
    for (let count = 0; count < 40; count += 1) {
      expect((await call('sendMessage', { chat_id: chat.id, text: 'x' })).ok).toBe(true);
    }
  });

  it('allow a short burst, then one a second, and count who does not wait', async () => {
    let now = 1_800_000_000_000;
    const { telegram, call } = await openTalk({ now: () => now });
    telegram.pace(publishedLimits);
    const chat = telegram.user({ name: 'Mei' }).opens();
    const send = () => call('sendMessage', { chat_id: chat.id, text: 'x' });
    for (let count = 0; count < 3; count += 1) expect((await send()).ok).toBe(true);
    expect(await send()).toMatchObject({
      status: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    });
    expect(telegram.early).toBe(0);
    expect((await send()).status).toBe(429);
    expect(telegram.early).toBe(1);
    now += 1000;
    expect((await send()).ok).toBe(true);
    expect((await send()).status).toBe(429);
    telegram.pace(undefined);
    expect((await send()).ok).toBe(true);
  });

  it('allow a group twenty a minute and everybody thirty a second', async () => {
    let now = 1_800_000_000_000;
    const { telegram, call } = await openTalk({ now: () => now });
    telegram.pace(publishedLimits);
    const group = telegram.group({ title: 'G' });
    for (let count = 0; count < 20; count += 1) {
      expect((await call('sendMessage', { chat_id: group.id, text: 'x' })).ok).toBe(true);
      now += 1000;
    }
    expect((await call('sendMessage', { chat_id: group.id, text: 'x' })).parameters).toEqual({
      retry_after: 40,
    });
    now += 60_000;
    const chats = Array.from({ length: 31 }, (_, index) => telegram.user({ name: `P${index}` }).opens());
    const answers = await Promise.all(chats.map(({ id }) => call('sendMessage', { chat_id: id, text: 'x' })));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
  });

  it('can shut one chat for long, and count who comes again', async () => {
    const { telegram, call } = await openTalk();
    const [one, two] = [telegram.user({ name: 'A' }).opens(), telegram.user({ name: 'B' }).opens()];
    telegram.flood(3600, one);
    expect((await call('sendMessage', { chat_id: one.id, text: 'x' })).parameters).toEqual({
      retry_after: 3600,
    });
    expect((await call('sendMessage', { chat_id: two.id, text: 'x' })).ok).toBe(true);
    expect(telegram.early).toBe(0);
    await call('sendMessage', { chat_id: one.id, text: 'x' });
    expect([telegram.refused, telegram.early]).toEqual([2, 1]);
  });

  it('count messages as they arrive, half of the latency after they were sent', async () => {
    const { telegram, call } = await openTalk({ latency: 60 });
    const chat = telegram.user({ name: 'Mei' }).opens();
    const sent = call('sendMessage', { chat_id: chat.id, text: 'x' });
    await call('nothing');
    expect(chat.unread).toEqual([]);
    await chat.next();
    expect(await Promise.race([sent, Promise.resolve('not yet')])).toBe('not yet');
    expect((await sent).ok).toBe(true);
  });
});

describe('faults', () => {
  it.each([
    ['refused', false, 'fetch failed'],
    ['dropped', true, 'fetch failed'],
    ['cut', true, 'terminated'],
    ['page', false, 'not valid JSON'],
    ['garbled', true, 'not valid JSON'],
  ] as const)('of the kind %s leave the client without an answer', async (kind, sent, why) => {
    const { telegram, call } = await openTalk();
    const chat = telegram.user({ name: 'Mei' }).opens();
    const befallen = telegram.fail({ kind, method: 'sendMessage' });
    expect((await call('getMe')).ok).toBe(true);
    await expect(call('sendMessage', { chat_id: chat.id, text: 'x' })).rejects.toThrow(why);
    await befallen;
    expect(chat.unread).toHaveLength(sent ? 1 : 0);
    expect((await call('sendMessage', { chat_id: chat.id, text: 'y' })).ok).toBe(true);
  });

  it('can spare some requests first', async () => {
    const { telegram, call } = await openTalk();
    void telegram.fail({ kind: 'error', code: 500, description: 'third', method: 'getMe', after: 2 });
    void telegram.fail({ kind: 'error', code: 500, description: 'second', method: 'getMe', after: 1 });
    await call('getChat', { chat_id: 1 });
    const answers = [await call('getMe'), await call('getMe'), await call('getMe'), await call('getMe')];
    expect(answers.map(({ description }) => description)).toEqual([undefined, 'second', 'third', undefined]);
  });

  it('can hold an answer back, stop in the middle of it, and refuse at will', async () => {
    const { telegram, call } = await openTalk();
    const { promise, resolve } = Promise.withResolvers<void>();
    const chat = telegram.user({ name: 'Mei' }).opens();
    void telegram.fail({ kind: 'slow', until: promise });
    const slow = call('sendMessage', { chat_id: chat.id, text: 'x' });
    expect((await chat.next()).text).toBe('x');
    resolve();
    expect((await slow).ok).toBe(true);
    void telegram.fail({ kind: 'stalled' });
    await expect(call('getMe', {}, AbortSignal.timeout(50))).rejects.toThrow('timeout');
    void telegram.fail({
      kind: 'error',
      code: 429,
      description: 'Too Many Requests: retry after 9',
      retryAfter: 9,
      times: 2,
    });
    expect(await call('getMe')).toMatchObject({ status: 429, parameters: { retry_after: 9 } });
    expect((await call('getMe')).status).toBe(429);
    expect((await call('getMe')).ok).toBe(true);
  });
});
