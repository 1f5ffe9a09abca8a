// What /status says of Discord: clocks, the last interruption, and permissions that are missing here.

import { expect, test } from 'vitest';

import { messageIn, openServer, type Shop } from './server.ts';

/** The bot, whose house asks it for facts as the service does. */
async function openTold(shop: Shop = {}) {
  const open = await openServer(shop);
  Object.assign(open.house, { facts: open.bot.adapter.facts });
  return open;
}

test('all is well where nothing is missing', async () => {
  const { mod, general } = await openTold();
  const { text } = messageIn(await mod.slash(general, 'status').answer());
  expect(text).toContain('**Compared with Discord’s clock**: the same');
  expect(text).not.toContain('Last interruption');
  expect(text).not.toContain('I cannot write');
});

test('a wrong clock and the last interruption are told', async () => {
  const { discord, mod, general, bot } = await openTold({ standIn: { now: () => Date.now() - 3_600_000 } });
  discord.gateway.close(4011);
  await bot.log.line(/the next try is in/u);
  await bot.log.line(/Discord: ready/u);
  const { text } = messageIn(await mod.slash(general, 'status').answer());
  expect(text).toContain('**Compared with Discord’s clock**: 2 hours ahead');
  expect(text).toMatch(/\*\*Last interruption\*\*: .*: the bot is in too many servers/);
});
