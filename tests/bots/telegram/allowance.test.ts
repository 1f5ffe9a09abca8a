// Replies and letters share what Telegram takes.

import { expect, test } from 'vitest';

import { publishedLimits } from '../../emulators/telegram/pacing.ts';
import { outboxOf, saying, startCarrier } from '../outbox.ts';
import { openBot } from './bot.ts';

test('a letter waits until the chat takes one more after a reply; the reply waits for nothing', async () => {
  const { house, telegram, bot, mei } = await openBot();
  telegram.pace({ ...publishedLimits, burst: 1 });
  const chat = mei.opens();
  const { write, ended } = outboxOf(house);
  const address = { platform: 'telegram', externalId: String(chat.id), channel: null };
  await write(address, saying('a letter'));
  await write(address, saying('another letter'));
  mei.says(chat, '/criteria');
  expect((await chat.next()).text).toContain('What Lin looks for');
  startCarrier(house, bot.adapter.post);
  expect((await chat.next(5000)).text).toBe('a letter');
  expect((await chat.next(5000)).text).toBe('another letter');
  await ended(address);
  expect(telegram.requests.filter(({ refused }) => refused !== null)).toEqual([]);
});

test('a chat that has had more than it takes waits alone', async () => {
  const { house, telegram, mei, hua } = await openBot();
  telegram.pace({ ...publishedLimits, burst: 1 });
  const [chat, other] = [mei.opens(), hua.opens()];
  mei.says(chat, '/criteria');
  mei.says(chat, '/skills kafka');
  expect((await chat.next()).text).toContain('What Lin looks for');
  await expect.poll(() => house.store.rounds.pauses('telegram', new Date())).toHaveLength(1);
  hua.says(other, '/criteria');
  const [first] = await Promise.race([
    chat.next(4000).then((said) => [said.text]),
    other.next(4000).then((said) => [said.text]),
  ]);
  expect(first).toContain('小林');
  expect(telegram.early).toBe(0);
});

test('a refused reply holds letters and other replies too, and is told to other processes', async () => {
  const { house, telegram, bot, mei, hua } = await openBot();
  const { write } = outboxOf(house);
  const [chat, other] = [mei.opens(), hua.opens()];
  telegram.flood(2);
  mei.says(chat, '/criteria');
  await expect.poll(() => telegram.requests.some(({ refused }) => refused !== null)).toBe(true);
  await expect.poll(() => house.store.rounds.pauses('telegram', new Date())).toHaveLength(2);
  await write({ platform: 'telegram', externalId: String(other.id), channel: null }, saying('a letter'));
  startCarrier(house, bot.adapter.post);
  hua.says(other, '/criteria');
  expect((await chat.next(6000)).text).toContain('What Lin looks for');
  const texts = [(await other.next(6000)).text, (await other.next(6000)).text];
  expect(texts).toContain('a letter');
  expect(telegram.early).toBe(0);
});
