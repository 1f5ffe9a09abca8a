// Updates that the platform posts: with the secret, kept before they count as delivered, once each, also over a
// restart; and whatever else is posted.

import { fc } from '@fast-check/vitest';
import { expect, onTestFinished, test } from 'vitest';

import type { TelegramAdapter } from '../../../bots/telegram/adapter.ts';
import { openMetrics } from '../../../bots/web/metrics.ts';
import { serve, webApp } from '../../../bots/web/server.ts';
import { openBot, type BotOptions, startBot } from './bot.ts';

const secret = 'a-secret_of_ours';

/** The bot behind its own web server, to which the stand-in posts. */
async function openHook(options: BotOptions = {}) {
  const { bot: polling, ...rest } = await openBot(options);
  await polling.end();
  const { telegram, house } = rest;
  let adapter: TelegramAdapter | null = null;
  const app = webApp({
    troubles: () => Promise.resolve({}),
    metrics: openMetrics(),
    webhooks: { telegram: (request) => adapter?.webhook?.(request) ?? Promise.resolve(new Response()) },
    report: (fault) => rest.faults.push(fault),
  });
  const web = await serve(app, '127.0.0.1', 0);
  const site = `http://127.0.0.1:${web.port}`;
  async function start() {
    const bot = await startBot(house, telegram, { webhookUrl: site, webhookSecret: secret });
    adapter = bot.adapter;
    await expect.poll(() => bot.adapter.trouble()).toBeNull();
    return bot;
  }
  const bot = await start();
  onTestFinished(async () => {
    await bot.end();
    await web.close();
  });
  const post = async (body: unknown, given: string = secret): Promise<number> => {
    const { status } = await fetch(`${site}/telegram/updates`, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'x-telegram-bot-api-secret-token': given },
    });
    return status;
  };
  return { ...rest, bot, post, start };
}

const says = (id: number, from: { readonly id: number }, text: string) => ({
  update_id: id,
  message: {
    message_id: id,
    date: 1_800_000_000,
    chat: { id: from.id, type: 'private', first_name: 'Mei' },
    from: { id: from.id, is_bot: false, first_name: 'Mei', language_code: 'en' },
    text,
  },
});

test('the platform posts, and people are answered', async () => {
  const { mei } = await openHook();
  const chat = mei.opens();
  mei.says(chat, '/criteria');
  expect((await chat.next()).text).toContain('What Lin looks for');
});

test('a post without the secret changes nothing', async () => {
  const { mei, post } = await openHook();
  const chat = mei.opens();
  expect(await post(says(1, mei, '/criteria'), '')).toBe(403);
  expect(await post(says(2, mei, '/criteria'), 'a-secret_of_Ours')).toBe(403);
  expect(await post(says(3, mei, '/skills'))).toBe(200);
  expect((await chat.next()).text).toContain('What Lin can do');
  expect(chat.unread).toEqual([]);
});

test('an update that comes twice is answered once, also by the process that follows', async () => {
  const { mei, post, bot, start } = await openHook();
  const chat = mei.opens();
  expect(await Promise.all([post(says(1, mei, '/criteria')), post(says(1, mei, '/criteria'))])).toEqual([
    200, 200,
  ]);
  await bot.end();
  const next = await start();
  expect(await post(says(1, mei, '/criteria'))).toBe(200);
  expect(await post(says(2, mei, '/skills'))).toBe(200);
  expect((await chat.next()).text).toContain('What Lin looks for');
  expect((await chat.next()).text).toContain('What Lin can do');
  await next.end();
});

test('slow work is not waited for, so that it is not delivered again', async () => {
  const { telegram, mei, post } = await openHook();
  const chat = mei.opens();
  const held = Promise.withResolvers<void>();
  const slow = telegram.fail({ method: 'sendMessage', kind: 'slow', until: held.promise });
  expect(await post(says(1, mei, '/criteria'))).toBe(200);
  await slow;
  held.resolve();
  expect((await chat.next()).text).toContain('What Lin looks for');
});

test('what was delivered to a process that is gone is worked on by the next one, in order, once', async () => {
  const { telegram, house, mei, bot, post, start } = await openHook();
  await bot.end();
  const chat = mei.opens();
  const left = [says(12, mei, '/skills'), says(9, mei, '/criteria'), says(10, mei, '/judge x')].map(
    (update) => ({ id: String(update.update_id), json: JSON.stringify(update) }),
  );
  const source = `telegram:${telegram.bot.id}`;
  const now = new Date();
  await house.store.updates.keep(source, left, new Date(now.getTime() + 60_000), now);
  await house.store.updates.finish(source, ['10']);
  const next = await start();
  expect((await chat.next()).text).toContain('What Lin looks for');
  expect((await chat.next()).text).toContain('What Lin can do');
  for (const id of [9, 10, 12]) expect(await post(says(id, mei, '/profile'))).toBe(200);
  await next.end();
  expect(chat.unread).toEqual([]);
  expect(await house.store.updates.takeOver(source, null, now)).toEqual([]);
});

test('what another process left behind is taken up while this one runs', async () => {
  const { telegram, house, mei } = await openHook();
  const chat = mei.opens();
  const update = { id: '5', json: JSON.stringify(says(5, mei, '/criteria')) };
  const now = new Date();
  await house.store.updates.keep(`telegram:${telegram.bot.id}`, [update], now, now);
  expect((await chat.next()).text).toContain('What Lin looks for');
});

test('what is in hand for long stays in hand', async () => {
  const { telegram, house, mei, post } = await openHook();
  const { updates } = house.store;
  const takeOver = updates.takeOver.bind(updates);
  const taken: string[][] = [];
  updates.takeOver = async (...given) => {
    const found = await takeOver(...given);
    taken.push(found.map(({ id }) => id));
    return found;
  };
  const chat = mei.opens();
  const held = Promise.withResolvers<void>();
  const slow = telegram.fail({ method: 'sendMessage', kind: 'slow', until: held.promise });
  expect(await post(says(1, mei, '/criteria'))).toBe(200);
  await slow;
  // A lease is three of these rounds long.
  await expect.poll(() => taken.length).toBeGreaterThan(6);
  held.resolve();
  await chat.next();
  expect(taken.flat()).toEqual([]);
});

test('what cannot be kept is not delivered', async () => {
  const { house, mei, post, faults } = await openHook({ careless: true });
  const chat = mei.opens();
  const { updates } = house.store;
  const keep = updates.keep.bind(updates);
  updates.keep = async () => Promise.reject(new Error('the database is gone'));
  expect(await post(says(1, mei, '/criteria'))).toBe(500);
  expect(faults).toHaveLength(1);
  updates.keep = keep;
  expect(await post(says(1, mei, '/criteria'))).toBe(200);
  expect((await chat.next()).text).toContain('What Lin looks for');
});

test('what is no update is refused', async () => {
  const { post } = await openHook();
  expect(await post('no JSON')).toBe(400);
  expect(await post({ message: {} })).toBe(400);
  expect(await post(null)).toBe(400);
});

test('a bot that is not connected yet asks the platform to come again', async () => {
  const { bot, post, mei } = await openHook();
  await bot.end();
  expect(await post(says(1, mei, '/criteria'))).toBe(503);
});

test('updates of any shape crash nothing and break no limit', { timeout: 30_000 }, async () => {
  const { telegram, mei, post } = await openHook({ careless: true });
  const chat = mei.opens();
  const kinds = [
    'message',
    'channel_post',
    'callback_query',
    'inline_query',
    'my_chat_member',
    'edited_message',
  ];
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom(
      '/submit',
      '/opening <b>',
      '/start opening_1',
      '＜',
      '</code>',
      '@mei',
      'draft id=1',
      '/skills ',
    ),
  );
  const sender = fc.record({ id: fc.constant(mei.id), is_bot: fc.boolean(), first_name: hostile });
  const place = fc.record({
    id: fc.constant(mei.id),
    type: fc.constantFrom('private', 'group', 'channel', 'x'),
  });
  const message = fc.record(
    {
      message_id: fc.nat(),
      date: fc.nat(),
      chat: fc.oneof({ weight: 5, arbitrary: place }, fc.anything()),
      from: fc.oneof({ weight: 5, arbitrary: sender }, fc.anything()),
      text: fc.oneof({ weight: 5, arbitrary: hostile }, fc.anything()),
      entities: fc.anything(),
      reply_to_message: fc.anything(),
      forward_origin: fc.anything(),
    },
    { requiredKeys: [] },
  );
  const query = fc.record({
    id: fc.string(),
    from: sender,
    data: hostile,
    query: hostile,
    offset: hostile,
    message,
  });
  const content = fc.oneof(message, query, fc.anything());
  let id = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...kinds), content, async (kind, value) => {
      id += 1;
      expect(await post({ update_id: id, [kind]: value })).toBe(200);
    }),
    { numRuns: 200 },
  );
  await post(says(id + 1, mei, '/help criteria'));
  while (!(await chat.next(10_000)).text.includes('/criteria'));
  expect(telegram.violations.filter((violation) => !violation.startsWith('Update'))).toEqual([]);
});
