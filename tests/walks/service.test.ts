// How the service as a whole begins, lives through trouble and ends.

import { describe, expect, test, vi } from 'vitest';

import type { Person } from '../emulators/telegram/person.ts';
import type { Group } from '../emulators/telegram/place.ts';
import type { WireMessage } from '../emulators/telegram/wire.ts';
import { connected, messageIn, openEmulators } from './emulators.ts';
import { openFolder, startProgram } from './program.ts';

vi.setConfig({ testTimeout: 40_000 });

async function readiness(site: string): Promise<{ readonly status: number; readonly reasons: object }> {
  const answer = await fetch(`${site}/readyz`);
  const { reasons } = (await answer.json()) as { readonly reasons: object };
  return { status: answer.status, reasons };
}

describe('both platforms', () => {
  test('are connected by one process, which says so, and SIGTERM ends it in good order', async () => {
    const { discord, settings } = await openEmulators();
    const bot = startProgram(settings);
    await Promise.all([bot.logged(connected.discord), bot.logged(connected.telegram)]);
    const site = await bot.site();
    expect(await readiness(site)).toEqual({ status: 200, reasons: {} });
    expect((await fetch(`${site}/healthz`)).status).toBe(200);
    const metrics = await (await fetch(`${site}/metrics`)).text();
    expect(metrics).toContain('referral_bot_platform_up{platform="discord"} 1');
    expect(metrics).toContain('referral_bot_platform_up{platform="telegram"} 1');
    const mod = discord.addPerson({ name: 'Mod' });
    const members = [{ person: mod, permissions: ['ManageGuild'] as const }];
    const guild = discord.addGuild({ name: 'Jobs', channels: ['general'], members });
    const { text } = messageIn(await mod.slash(guild.channel('general'), 'status').answer());
    expect(text).toContain('Discord: connected; Telegram: connected');
    expect(text).toContain('Compared with Discord’s clock');
    expect(await bot.ended('SIGTERM')).toBe(0);
    expect(bot.written()).not.toMatch(/"level":[456]0/u);
  });

  test.each([
    ['npm alone', 1],
    ['npm and all that it started', -1],
  ])('are served by npm start, which ends in good order when %s hears the signal', async (_, whole) => {
    const { telegram, settings } = await openEmulators();
    const bot = startProgram(settings, ['npm', 'start', '-s']);
    await bot.logged(connected.telegram);
    const site = await bot.site();
    const held = Promise.withResolvers<void>();
    const slow = telegram.fail({ method: 'sendMessage', kind: 'slow', until: held.promise });
    const mei = telegram.user({ name: 'Mei' });
    mei.says(mei.opens(), '/skills');
    await slow;
    process.kill(whole * (bot.child.pid ?? 0), 'SIGTERM');
    await expect.poll(() => fetch(site).catch(() => null), { timeout: 5000 }).toBeNull();
    held.resolve();
    expect(await bot.ended()).toBe(0);
    expect(bot.written()).not.toMatch(/"level":[456]0/u);
  });

  test('are left at once when the signal is repeated, and not for the sake of its echo', async () => {
    const { telegram, settings } = await openEmulators();
    const bot = startProgram({ ...settings, DISCORD_TOKEN: '' });
    await bot.logged(connected.telegram);
    const never = new Promise<never>(() => {});
    const slow = telegram.fail({ method: 'sendMessage', kind: 'slow', until: never });
    const mei = telegram.user({ name: 'Mei' });
    mei.says(mei.opens(), '/skills');
    await slow;
    const site = await bot.site();
    bot.child.kill('SIGTERM');
    bot.child.kill('SIGINT');
    await expect.poll(() => fetch(site).catch(() => null), { timeout: 5000 }).toBeNull();
    expect(bot.child.exitCode).toBeNull();
    await expect.poll(() => (bot.child.kill('SIGTERM'), bot.child.exitCode), { timeout: 5000 }).toBe(1);
  });

  test('do without each other: one that is down stops the other neither at the start nor later', async () => {
    const { discord, telegram, settings } = await openEmulators();
    await discord.close();
    const bot = startProgram(settings);
    await bot.logged(connected.telegram);
    const mei = telegram.user({ name: 'Mei' });
    const chat = mei.opens();
    mei.says(chat, '/skills kafka');
    expect((await chat.next()).text).toContain('Kafka');
    const { status, reasons } = await readiness(await bot.site());
    expect(status).toBe(503);
    expect(Object.keys(reasons)).toEqual(['discord']);
    expect(await bot.ended('SIGTERM')).toBe(0);
  });

  test('come back when they were gone', async () => {
    const { discord, telegram, settings } = await openEmulators();
    const gone = telegram.fail({ kind: 'page', method: 'getUpdates', times: 1 });
    const bot = startProgram(settings);
    await Promise.all([gone, bot.logged(connected.discord)]);
    await bot.logged(connected.telegram);
    discord.gateway.drop();
    const mei = discord.addPerson({ name: 'Mei' });
    const guild = discord.addGuild({ name: 'Jobs', channels: ['general'], members: [mei] });
    await new Promise<void>((resumed) => {
      void (async () => {
        while ((await discord.gateway.next(10_000)).kind !== 'resumed');
        resumed();
      })();
    });
    const shown = await mei.slash(guild.channel('general'), 'skills', { query: 'kafka' }).answer();
    expect('text' in shown && shown.text).toContain('Kafka');
  });
});

test('SIGTERM loses no question: who was heard gets an answer, who was not is heard the next time', async () => {
  const { telegram, settings } = await openEmulators();
  const bot = startProgram(settings);
  await bot.logged(connected.telegram);
  const talks = Array.from({ length: 20 }, (_, n) => {
    const person = telegram.user({ name: `Person ${n}` });
    return { person, chat: person.opens() };
  });
  for (const { person, chat } of talks) person.says(chat, '/criteria');
  await Promise.race(talks.map(({ chat }) => chat.next(10_000)));
  expect(await bot.ended('SIGTERM')).toBe(0);
  const answered = telegram.requests.filter(({ method }) => method === 'sendMessage');
  const waiting = telegram.pending.map(({ message }) => (message as WireMessage).chat.id);
  const heard = new Set([...answered.map(({ values }) => Number(values['chat_id'])), ...waiting]);
  expect(talks.filter(({ chat }) => !heard.has(chat.id))).toEqual([]);
});

test('updates that Telegram posts are answered, and nobody else’s', async () => {
  const { telegram, settings } = await openEmulators();
  const bot = startProgram({
    ...settings,
    DISCORD_TOKEN: '',
    TELEGRAM_WEBHOOK_URL: 'https://bot.example.org',
    TELEGRAM_WEBHOOK_SECRET: 'only-Telegram-knows',
  });
  await bot.logged(connected.telegram);
  const mei = telegram.user({ name: 'Mei' });
  const chat = mei.opens();
  const message = {
    message_id: 1,
    date: 1,
    text: '/skills kafka',
    chat: { id: mei.id, type: 'private', first_name: 'Mei' },
    from: mei.user,
  };
  const site = await bot.site();
  const post = (secret: string): Promise<Response> =>
    fetch(`${site}/telegram/updates`, {
      method: 'POST',
      headers: { 'x-telegram-bot-api-secret-token': secret },
      body: JSON.stringify({ update_id: 1, message }),
    });
  expect((await post('somebody-else')).status).toBe(403);
  expect((await post('only-Telegram-knows')).status).toBe(200);
  expect((await chat.next(10_000)).text).toContain('Kafka');
  expect(chat.unread).toEqual([]);
});

describe('a process that is killed in the middle of its work', () => {
  const message = (group: Group, mei: Person) => ({
    message_id: 1,
    date: 1,
    text: '/review@referral_test_bot',
    chat: { id: group.id, type: 'supergroup', title: 'Jobs' },
    from: mei.user,
  });

  test.each([
    ['asks for updates', {}],
    [
      'has them posted',
      { TELEGRAM_WEBHOOK_URL: 'https://bot.example.org', TELEGRAM_WEBHOOK_SECRET: 'only-Telegram-knows' },
    ],
  ])('and %s leaves it to the next one', async (_, webhook) => {
    const { telegram, settings } = await openEmulators();
    const all = { ...settings, ...webhook, DISCORD_TOKEN: '', DATABASE_URL: openFolder().database };
    const first = startProgram(all);
    await first.logged(connected.telegram);
    const mei = telegram.user({ name: 'Mei' });
    const group = telegram.group({ title: 'Jobs', owner: mei });
    const never = new Promise<never>(() => {});
    const stuck = telegram.fail({ method: 'getChatAdministrators', kind: 'slow', until: never });
    if ('TELEGRAM_WEBHOOK_URL' in webhook) {
      const posted = await fetch(`${await first.site()}/telegram/updates`, {
        method: 'POST',
        headers: { 'x-telegram-bot-api-secret-token': webhook.TELEGRAM_WEBHOOK_SECRET },
        body: JSON.stringify({ update_id: 1, message: message(group, mei) }),
      });
      expect(posted.status).toBe(200);
    } else {
      mei.says(group, '/review');
    }
    await stuck;
    await expect.poll(() => telegram.pending).toEqual([]);
    await first.ended('SIGKILL');
    expect(group.unread).toEqual([]);
    startProgram(all);
    expect((await group.next(20_000)).text).toContain('Nothing waits for review');
    expect(group.unread).toEqual([]);
  });
});

describe('before the start', () => {
  test('a port that is taken is named, with exit code 2', async () => {
    const { settings } = await openEmulators();
    const first = startProgram({ ...settings, TELEGRAM_TOKEN: '' });
    const port = new URL(await first.site()).port;
    const second = startProgram({ ...settings, TELEGRAM_TOKEN: '', PORT: port });
    expect(await second.ended()).toBe(2);
    expect(second.written()).toBe(
      `HOST, PORT: listen EADDRINUSE: address already in use 127.0.0.1:${port}\n`,
    );
  });
});

test('with a token and no terminal the console is off', async () => {
  const { settings } = await openEmulators();
  const bot = startProgram(settings);
  await bot.logged(connected.discord);
  expect(await bot.ended('SIGTERM')).toBe(0);
  expect(bot.written()).not.toContain('/help');
});
