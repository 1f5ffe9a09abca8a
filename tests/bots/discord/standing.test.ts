// Servers that remove the bot and invite it again: it is kept with the place, and an outage of Discord's is no removal.

import { expect, test, vi } from 'vitest';

import type { House } from '../../../commands/context.ts';
import { messageIn, openServer, startBot } from './server.ts';

const standingIn = async ({ store }: House, id: string) =>
  (
    await store.places.locate(
      { platform: 'discord', externalId: id, kind: 'group' },
      { zone: 'UTC' },
      new Date(),
    )
  ).shutOut?.reason ?? null;

test('a server that removes the bot and invites it again keeps what was set for it', async () => {
  const { house, guild, general, mod, mei } = await openServer();
  await mod.slash(general, 'language', { language: 'zh' }).answer();
  const reason = () => standingIn(house, guild.id);
  guild.removeBot();
  await vi.waitFor(async () => expect(await reason()).toBe('removed'));
  guild.inviteBot();
  await vi.waitFor(async () => expect(await reason()).toBeNull());
  expect(messageIn(await mei.slash(general, 'criteria').answer()).text).toContain('小林想找的工作');
});

test('a server that Discord loses for a while has removed nobody', async () => {
  const { house, guild, general, mei } = await openServer();
  await mei.slash(general, 'criteria').answer();
  guild.failsForAWhile();
  await mei.slash(mei.direct, 'criteria').answer();
  expect(await standingIn(house, guild.id)).toBeNull();
});

test('a bot that was invited while it was away knows once it is back', async () => {
  const { house, guild, discord, bot, general, mei } = await openServer();
  await mei.slash(general, 'criteria').answer();
  guild.removeBot();
  await vi.waitFor(async () => expect(await standingIn(house, guild.id)).toBe('removed'));
  await bot.end();
  guild.inviteBot();
  await startBot(house, discord);
  await vi.waitFor(async () => expect(await standingIn(house, guild.id)).toBeNull());
});

test('a private chat that took nothing is open when its person comes by', async () => {
  const { house, mei } = await openServer();
  await mei.slash(mei.direct, 'criteria').answer();
  await house.store.places.shutOut('discord', mei.id, 'blocked', new Date());
  await mei.slash(mei.direct, 'criteria').answer();
  expect(await house.store.places.exclusion('discord', mei.id)).toBeNull();
});

test('a server is open where a command shows that the bot may write, and not where it may not', async () => {
  const { house, guild, general, mei } = await openServer();
  await mei.slash(general, 'criteria').answer();
  await house.store.places.shutOut('discord', guild.id, 'muted', new Date());
  const quiet = guild.channel('quiet');
  guild.denyBot(quiet, ['SendMessages']);
  await mei.slash(quiet, 'criteria').answer();
  expect(await standingIn(house, guild.id)).toBe('muted');
  await mei.slash(general, 'criteria').answer();
  expect(await standingIn(house, guild.id)).toBeNull();
});
