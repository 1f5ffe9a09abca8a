// Two processes with one token, as while one takes over from the other: everybody is answered once.

import { expect, test } from 'vitest';

import { goodPost } from '../../commands/posts.ts';
import { messageIn, modalIn, openServer, startBot } from './server.ts';

const drafts = (buttons: readonly { readonly customId: string | null }[]) =>
  buttons.flatMap(({ customId }) => /^draft id=(\d+)/u.exec(customId ?? '')?.[1] ?? []);

test('what reaches both is worked on by one of them', async () => {
  const { house, discord, mei, general, bot } = await openServer();
  const second = await startBot(house, discord);
  for (const expected of ['1', '2', '3']) {
    const { buttons } = messageIn(await mei.slash(general, 'submit', { text: goodPost }).answer());
    expect(new Set(drafts(buttons))).toEqual(new Set([expected]));
  }
  expect(modalIn(await mei.slash(general, 'submit').answer()).customId).toBe('submit');
  await bot.end();
  expect(messageIn(await mei.slash(general, 'criteria').answer()).text).toContain('What Lin looks for');
  for (const { log } of [bot, second]) expect(log.all.join('\n')).not.toContain('over before');
  const callbacks = discord.exchanges.filter(({ request }) => /\/callback/u.test(request));
  expect(callbacks).toHaveLength(5);
});

test('a database that cannot say whose it is leaves nobody without an answer', async () => {
  const { house, mei, general } = await openServer();
  house.store.updates.claim = async () => Promise.reject(new Error('the database is gone'));
  expect(messageIn(await mei.slash(general, 'criteria').answer()).text).toContain('What Lin looks for');
});
