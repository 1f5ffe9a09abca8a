// How updates come in while the network, the platform or the process fails.

import { describe, expect, test } from 'vitest';

import type { Place } from '../../emulators/telegram/place.ts';
import type { Telegram } from '../../emulators/telegram/telegram.ts';
import { openBot, startBot } from './bot.ts';

/** So many people whom the bot never met, each with a question. */
const askAll = (count: number, telegram: Telegram): readonly Place[] =>
  Array.from({ length: count }, (_, n) => {
    const person = telegram.user({ name: `Person ${n}` });
    const chat = person.opens();
    person.says(chat, '/criteria');
    return chat;
  });

describe('polling', () => {
  test.each([
    ['drops the connection', { kind: 'dropped' }],
    ['cuts the answer short', { kind: 'cut' }],
    ['stops in the middle of the answer', { kind: 'stalled' }],
    ['answers with a page', { kind: 'page' }],
    ['answers with what is no JSON', { kind: 'garbled' }],
    ['asks for patience', { kind: 'error', code: 429, description: 'Too Many Requests', retryAfter: 0 }],
  ] as const)('goes on, and loses nothing, when the platform %s', async (_, fault) => {
    const { telegram, mei, bot } = await openBot();
    const chat = mei.opens();
    await telegram.fail({ method: 'getUpdates', ...fault });
    mei.says(chat, '/criteria');
    expect((await chat.next()).text).toContain('What Lin looks for');
    expect(chat.unread).toEqual([]);
    await expect.poll(() => bot.adapter.trouble()).toBeNull();
  });

  test.each([
    ['is cut short', 'cut', { idle: 60_000 }],
    ['stops in the middle', 'stalled', { idle: 50 }],
  ] as const)('does not wait for the rest of an answer that %s', async (_, kind, pace) => {
    const { telegram, house, mei, bot } = await openBot();
    await bot.end();
    const again = await startBot(house, telegram, {}, { patience: 60_000, late: 60_000, ...pace });
    const chat = mei.opens();
    await telegram.fail({ method: 'getUpdates', kind });
    mei.says(chat, '/criteria');
    expect((await chat.next(5000)).text).toContain('What Lin looks for');
    await again.end();
  });

  test('is explained, not given up, when another program polls too', async () => {
    const { telegram, mei, bot } = await openBot();
    const conflict = { code: 409, description: 'Conflict: terminated by other getUpdates request' };
    await telegram.fail({ method: 'getUpdates', kind: 'error', ...conflict, times: 3 });
    await expect.poll(() => bot.adapter.trouble()).toContain('another program');
    expect(bot.lines.filter((line) => line.includes('another program'))).toHaveLength(1);
    const chat = mei.opens();
    mei.says(chat, '/criteria');
    await chat.next();
    expect(bot.adapter.trouble()).toBeNull();
  });

  test('begins when the platform does', async () => {
    const { telegram, house, bot, mei } = await openBot();
    await bot.end();
    expect(bot.adapter.trouble()).toBe('stopped');
    const failing = telegram.fail({ method: 'getMe', kind: 'page', times: 3 });
    const again = await startBot(house, telegram);
    await failing;
    const chat = mei.opens();
    mei.says(chat, '/criteria');
    await chat.next();
    await again.end();
  });

  test('with a token that nobody knows says so, and shows none of it', async () => {
    const { telegram, house, bot } = await openBot();
    await bot.end();
    const token = '7000000002:AAF-somebody_elses_0123456789abcdefgh';
    const again = await startBot(house, telegram, { token });
    await expect.poll(() => again.adapter.trouble()).toContain('does not know the token');
    expect(again.lines.join('')).not.toContain('AAF-somebody');
    await again.end();
  });

  test('does not show the token in what it logs of a broken answer', async () => {
    const { telegram, bot } = await openBot();
    await telegram.fail({ method: 'getUpdates', kind: 'garbled' });
    await expect.poll(() => bot.lines.join(''), { timeout: 3000 }).toContain('not connected');
    expect(bot.lines.join('')).not.toContain(telegram.token.split(':')[1]);
  });
});

describe('an update', () => {
  test('in one chat waits for the one before, and in another does not', async () => {
    const { telegram, mei, hua } = await openBot();
    const [chat, chatOfHua] = [mei.opens(), hua.opens()];
    const held = Promise.withResolvers<void>();
    const first = telegram.fail({ method: 'sendMessage', kind: 'slow', until: held.promise });
    mei.says(chat, '/skills');
    await first;
    mei.says(chat, '/criteria');
    hua.says(chatOfHua, '/criteria');
    expect((await chatOfHua.next()).text).toContain('小林');
    expect((await chat.next()).text).toContain('What Lin can do');
    expect(chat.unread).toEqual([]);
    held.resolve();
    expect((await chat.next()).text).toContain('What Lin looks for');
  });
});

test('updates that one answer has no room for do not wait for those in it', async () => {
  const { telegram, house, bot, hua } = await openBot();
  await bot.end();
  const chats = askAll(100, telegram);
  const chatOfHua = hua.opens();
  hua.says(chatOfHua, '/criteria');
  const held = Promise.withResolvers<void>();
  void telegram.fail({ method: 'sendMessage', kind: 'slow', until: held.promise, times: 100 });
  const again = await startBot(house, telegram, {}, { patience: 60_000, grace: 60_000 });
  expect((await chatOfHua.next()).text).toContain('小林');
  held.resolve();
  for (const chat of chats) await chat.next();
  await again.end();
});

test('with hundreds of updates in hand no more are asked for until some are handled', async () => {
  const { telegram, house, bot } = await openBot();
  await bot.end();
  const chats = askAll(500, telegram);
  const [some, rest] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  void telegram.fail({ method: 'sendMessage', kind: 'slow', until: some.promise, times: 100 });
  void telegram.fail({ method: 'sendMessage', kind: 'slow', until: rest.promise, times: 400 });
  const again = await startBot(house, telegram, {}, { patience: 60_000 });
  const sent = () => telegram.requests.filter(({ method }) => method === 'sendMessage').length;
  await expect.poll(sent, { timeout: 10_000 }).toBe(400);
  expect(telegram.pending).toHaveLength(200);
  some.resolve();
  await expect.poll(sent, { timeout: 10_000 }).toBe(500);
  rest.resolve();
  for (const chat of chats) await chat.next();
  await again.end();
});

test('an update that takes long is kept before Telegram counts it as heard', async () => {
  const { telegram, house, mei } = await openBot();
  const chat = mei.opens();
  const held = Promise.withResolvers<void>();
  const slow = telegram.fail({ method: 'sendMessage', kind: 'slow', until: held.promise });
  mei.says(chat, '/skills');
  await slow;
  await expect.poll(() => telegram.pending).toEqual([]);
  const left = await house.store.updates.takeOver(`telegram:${telegram.bot.id}`, null, new Date());
  expect(left).toMatchObject([{ json: expect.stringContaining('/skills') }]);
  held.resolve();
  await chat.next();
});

describe('an answer', () => {
  test('waits as long as the platform asks, and comes once', async () => {
    const { telegram, mei } = await openBot();
    const chat = mei.opens();
    const limit = { code: 429, description: 'Too Many Requests: retry after 1', retryAfter: 1 };
    const refused = telegram.fail({ method: 'sendMessage', kind: 'error', ...limit });
    const started = performance.now();
    mei.says(chat, '/criteria');
    await refused;
    await chat.next(3000);
    expect(performance.now() - started).toBeGreaterThan(900);
    expect(telegram.requests.filter(({ method }) => method === 'sendMessage')).toHaveLength(1);
  });

  test('that may have arrived is not sent twice', async () => {
    const { telegram, mei, faults } = await openBot({ careless: true });
    const chat = mei.opens();
    const cut = telegram.fail({ method: 'sendMessage', kind: 'cut' });
    mei.says(chat, '/skills');
    await cut;
    expect((await chat.next()).text).toContain('What Lin can do');
    expect((await chat.next(4000)).text).toMatch(/See whether it was done[^]*F-1/u);
    expect(faults).toHaveLength(1);
    expect(String(faults[0])).not.toContain(telegram.token);
  });
});
