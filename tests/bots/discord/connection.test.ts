// Logging in, losing the connection, coming back, and ending.

import { expect, test, vi } from 'vitest';

import { openTalk } from '../../chat.ts';
import { startDiscord } from '../../emulators/discord/discord.ts';
import { heldBack, messageIn, openServer, startBot } from './server.ts';

const token = 'MTAwMDAwMDAwMDAwMDAwMDAw.wrong.token-of-somebody';

test('the bot listens to servers only, and asks for no intent that needs approval', async () => {
  const { discord, bot } = await openServer();
  expect(discord.gateway.intents).toBe(1);
  expect(bot.adapter.trouble()).toBeNull();
});

test('a connection that is cut comes back by itself, and what was asked meanwhile is answered', async () => {
  const { discord, mei, general, bot } = await openServer();
  discord.gateway.drop();
  const shown = await mei.slash(general, 'criteria').answer();
  expect(messageIn(shown).text).toContain('What Lin looks for');
  expect(bot.adapter.trouble()).toBeNull();
});

test.each([
  [4004, 'the token is refused'],
  [4014, 'the intents are refused'],
  [4011, 'too many servers'],
])('a session that Discord ends with %i is explained and begun anew', async (code, why) => {
  const { discord, mei, general, bot } = await openServer();
  discord.gateway.close(code);
  const line = await bot.log.line(/the next try is in/u);
  expect(line).toContain(why);
  expect(line).not.toContain(discord.token);
  expect(bot.adapter.trouble()).toContain(why);
  await bot.log.line(/Discord: ready/u);
  expect(bot.adapter.trouble()).toBeNull();
  expect(messageIn(await mei.slash(general, 'criteria').answer()).text).toContain('What Lin looks for');
});

test('while the connection is being restored, the bot says so', async () => {
  const { discord, bot, mei, general } = await openServer();
  discord.gateway.invalidate(false);
  await vi.waitFor(() => expect(bot.adapter.trouble()).toContain('being restored'), { interval: 5 });
  await vi.waitFor(() => expect(bot.adapter.trouble()).toBeNull(), { timeout: 8000 });
  expect(messageIn(await mei.slash(general, 'criteria').answer()).text).toContain('What Lin looks for');
}, 15_000);

test('a wrong token is said in one line, without the token, and tried again later and later', async () => {
  const discord = await startDiscord();
  const { house } = await openTalk();
  const bot = await startBot(house, discord, { token });
  const first = await bot.log.line(/Discord: /u);
  expect(first).toContain('the token is refused');
  expect(first).toContain('the next try is in 1 s');
  expect(await bot.log.line(/Discord: /u)).toContain('the next try is in 2 s');
  expect(bot.log.all.join('\n')).not.toContain(token);
  expect(bot.adapter.trouble()).toContain('DISCORD_TOKEN');
  await bot.end();
  await discord.close();
});

test('a server that is not there is tried again', async () => {
  const discord = await startDiscord();
  await discord.close();
  const { house } = await openTalk();
  const bot = await startBot(house, discord, { token });
  expect(await bot.log.line(/Discord: /u)).toContain('cannot connect');
  expect(bot.adapter.trouble()).toContain('cannot connect');
});

test('work in hand is finished before the bot ends', async () => {
  const { discord, mei, general, bot, house } = await openServer();
  const gate = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  const { people } = house.store;
  const identify = heldBack(people.identify.bind(people), gate.promise);
  people.identify = async (...given) => {
    asked.resolve();
    return identify(...given);
  };
  const action = mei.slash(general, 'criteria');
  await asked.promise;
  const answer = action.answer();
  const ended = bot.end();
  setTimeout(gate.resolve, 200);
  const first = await Promise.race([answer.then(() => 'answered'), ended.then(() => 'ended')]);
  expect(first).toBe('answered');
  expect(messageIn(await answer).text).toContain('What Lin looks for');
  await ended;
  expect(discord.gateway.connected).toBe(false);
  expect(bot.adapter.trouble()).toBe('stopped');
});

test('an interaction that is over is a line in the log, nothing more', async () => {
  const { discord, mei, general, bot, faults } = await openServer();
  discord.fail(/\/callback/u, {
    kind: 'error',
    status: 404,
    code: 10_062,
    message: 'Unknown interaction',
  });
  mei.slash(general, 'criteria');
  expect(await bot.log.line(/over before/u)).toContain('"command":"criteria"');
  expect(faults).toEqual([]);
  expect(messageIn(await mei.slash(general, 'criteria').answer()).text).toContain('What Lin looks for');
});

test('an answer that Discord refuses is reported and admitted', async () => {
  const { discord, hua, general, faults } = await openServer();
  discord.fail(/\/callback/u, { kind: 'error', status: 400, code: 50_035, message: 'Invalid Form Body' });
  const shown = await hua.slash(general, 'criteria').answer();
  expect(shown).toMatchObject({ ephemeral: true });
  expect(messageIn(shown).text).toContain('我这边出了点问题');
  expect(faults).toHaveLength(1);
});

test('whoever looks for faults is told the command of a button, not what somebody asked with it', async () => {
  const told: string[] = [];
  const report = (_: unknown, command: string): string => `F-${told.push(command)}`;
  const { discord, mei, general } = await openServer({ house: { report } });
  const near = messageIn(await mei.slash(general, 'skills', { query: 'kafk' }).answer());
  discord.fail(/\/callback/u, { kind: 'error', status: 400, code: 50_035, message: 'Invalid Form Body' });
  expect(messageIn(await mei.presses(near, 'Kafka').answer()).text).toContain('F-1');
  expect(told).toEqual(['skills']);
});

test('a database that is gone is admitted', async () => {
  const { mei, general, faults, house } = await openServer();
  house.store.people.identify = async () => Promise.reject(new Error('the database is gone'));
  expect(messageIn(await mei.slash(general, 'criteria').answer()).text).toContain('quote F-1');
  expect(faults).toHaveLength(1);
});

test('events that are not whole are lines in the log, and the next one is answered', async () => {
  const { discord, mei, general, bot, faults } = await openServer();
  const envelope = {
    id: '1',
    application_id: discord.bot.wire.id,
    token: 'x',
    version: 1,
    channel_id: general.id,
    locale: 'en-US',
    user: { id: mei.id, username: 'Mei' },
  };
  for (const type of [undefined, 1, 2, 3, 4, 5, 99]) {
    discord.gateway.emit('INTERACTION_CREATE', { ...envelope, type });
    discord.gateway.emit('INTERACTION_CREATE', { ...envelope, type, data: { name: 7, custom_id: 7 } });
  }
  expect(await bot.log.line(/could not be read/u)).toContain('TypeError');
  expect(messageIn(await mei.slash(general, 'criteria').answer()).text).toContain('What Lin looks for');
  expect(faults).toEqual([]);
});
