// What /status says of Telegram: how updates come in, what the bot hears and is, clocks, and the last interruption.

import { expect, test } from 'vitest';

import { type BotOptions, openBot, startBot } from './bot.ts';

/** The bot, whose house asks it for facts as the service does. */
async function openTold(options: BotOptions = {}) {
  const open = await openBot(options);
  Object.assign(open.house, { facts: open.bot.adapter.facts });
  return open;
}

test('an ordinary member under privacy mode says what it does not hear', async () => {
  const { telegram, mei } = await openTold();
  const group = telegram.group({ title: 'Jobs', owner: mei });
  mei.says(group, '/status');
  const { text } = await group.next();
  expect(text).toContain('Updates: I ask for them\n');
  expect(text).toContain('In groups: I hear commands and replies to me (privacy mode)');
  expect(text).toContain('My role here: ordinary member');
  expect(text).toContain('Compared with Telegram’s clock: the same');
  expect(text).not.toContain('Last interruption');
});

test('an administrator, and a bot without privacy mode, hear all that is said', async () => {
  const { telegram, mei } = await openTold();
  const group = telegram.group({ title: 'Jobs', owner: mei, bot: 'administrator' });
  mei.says(group, '/status');
  const { text } = await group.next();
  expect(text).toContain('In groups: I hear all that is said');
  expect(text).toContain('My role here: administrator');

  const open = await openTold({ privacy: false });
  const other = open.telegram.group({ title: 'Jobs', owner: open.mei });
  open.mei.says(other, '/status');
  expect((await other.next()).text).toContain('In groups: I hear all that is said');
});

test('a wrong clock is told, and by how much', async () => {
  const { telegram, mei } = await openTold({ now: () => Date.now() - 90_000 });
  const group = telegram.group({ title: 'Jobs', owner: mei });
  mei.says(group, '/status');
  expect((await group.next()).text).toContain('Compared with Telegram’s clock: 2 minutes ahead');
  const behind = await openTold({ now: () => Date.now() + 90_000 });
  const other = behind.telegram.group({ title: 'Jobs', owner: behind.mei });
  behind.mei.says(other, '/status');
  expect((await other.next()).text).toContain('Compared with Telegram’s clock: 2 minutes behind');
});

test('the last interruption is told when it is over', async () => {
  const { telegram, mei } = await openTold();
  const group = telegram.group({ title: 'Jobs', owner: mei });
  await telegram.fail({ method: 'getUpdates', kind: 'error', code: 409, description: 'Conflict' });
  mei.says(group, '/status');
  const { text } = await group.next(5000);
  expect(text).toMatch(/Last interruption: .*: another program asks/);
});

test('what Telegram does not say in time is left out', async () => {
  const { telegram, mei } = await openTold();
  const group = telegram.group({ title: 'Jobs', owner: mei });
  for (const method of ['getMe', 'getWebhookInfo']) void telegram.fail({ method, kind: 'page' });
  mei.says(group, '/status');
  const { text } = await group.next();
  expect(text).not.toContain('Updates');
  expect(text).not.toContain('In groups');
  expect(text).toContain('Database');
});

test('a webhook is told as one, with what Telegram last failed at; operators hear of places that are shut', async () => {
  const { telegram, house, mei, bot } = await openTold();
  await bot.end();
  const hook = { webhookUrl: 'http://127.0.0.1:9', webhookSecret: 'secret' };
  const next = await startBot(house, telegram, hook);
  Object.assign(house, { facts: next.adapter.facts, operators: [`telegram:${mei.id}`] });
  const chat = mei.opens();
  await house.store.places.locate(
    { platform: 'telegram', externalId: '-7', kind: 'group' },
    { zone: 'UTC' },
    new Date(),
  );
  await house.store.places.shutOut('telegram', '-7', 'removed', new Date());
  const message = { message_id: 1, date: 1, chat: { id: mei.id, type: 'private', first_name: 'Mei' } };
  mei.says(chat, 'not delivered');
  await next.adapter.webhook?.(
    new Request('http://127.0.0.1:9/telegram/updates', {
      method: 'POST',
      headers: { 'x-telegram-bot-api-secret-token': 'secret' },
      body: JSON.stringify({ update_id: 1, message: { ...message, from: mei.user, text: '/status' } }),
    }),
  );
  const { text } = await chat.next();
  expect(text).toMatch(/Updates: Telegram posts them; 1 waits; .*: Connection failed/);
  expect(text).toContain('Cannot write to: 1 place that blocked, muted or removed me');
  await next.end();
});
