// Digests on Telegram: where they are set and where their letters go. Delivery has tests of its own.

import { describe, expect, test } from 'vitest';

import type { House } from '../../../commands/context.ts';
import { writeDueDigests } from '../../../commands/due-digests.ts';
import { openBot } from './bot.ts';

/** Hour by hour, so that whatever was set to a full hour becomes due in time. */
async function aWeekPasses(house: House): Promise<void> {
  const hour = 60 * 60 * 1000;
  const start = Math.ceil(Date.now() / hour);
  for (let passed = 0; passed < 7 * 24; passed += 1) {
    await writeDueDigests(house, new Date((start + passed) * hour), new AbortController().signal);
  }
}

const lettersTo = (house: House, externalId: number, channel: number | null = null) =>
  house.store.outbox.log(
    {
      platform: 'telegram',
      externalId: String(externalId),
      channel: channel === null ? null : String(channel),
    },
    10,
  );

describe('in a topic', () => {
  test('a moderator sets a digest with taps, and its letters go there', async () => {
    const { telegram, house, mei } = await openBot();
    const group = telegram.group({ title: 'Forum', owner: mei, topics: ['Jobs'] });
    mei.says(group, '/subscribe monday 09:00 Asia/Shanghai zh', { topic: 'Jobs' });
    const set = await group.next();
    expect(set.text).toMatch(/Mondays at 09:00 \(Asia\/Shanghai\)[^]*Next.* at 09:00 \(Asia\/Shanghai\)/);
    await mei.taps(set, 'Other day');
    await mei.taps(await group.next(), 'Friday');
    expect((await group.nextEdit()).text).toContain('Fridays at 09:00');
    await aWeekPasses(house);
    expect(await lettersTo(house, group.id)).toEqual([]);
    expect(await lettersTo(house, group.id, set.thread)).toMatchObject([
      { kind: 'digest', state: 'waiting' },
    ]);
  });

  test('members are refused, and find their own digest in the private chat', async () => {
    const { telegram, house, mei, hua } = await openBot();
    const group = telegram.group({ title: 'Jobs', owner: mei, members: [hua] });
    hua.says(group, '/subscribe');
    expect((await group.next()).text).toContain('群里的周报由管理员设置');
    const chat = hua.opens();
    hua.says(chat, '/订阅 周一 上午9点 广州');
    expect((await chat.next()).text).toContain('每周一 09:00（Asia/Shanghai）');
    await aWeekPasses(house);
    expect(await lettersTo(house, hua.id)).toMatchObject([{ kind: 'digest' }]);
    hua.says(chat, '/退订');
    const ended = await chat.next();
    expect(ended.text).toContain('不再往这里发');
    expect(await lettersTo(house, hua.id)).toEqual([]);
    await hua.taps(ended, '撤销');
    expect((await chat.nextEdit()).text).toContain('每周一 09:00');
  });
});

test('in a channel its own posts set the digest, and are answered where all can read', async () => {
  const { telegram, house } = await openBot();
  const channel = telegram.channel({ title: 'Jobs' });
  channel.posts('/subscribe');
  expect((await channel.next()).text).toContain('No digest comes here yet');
  channel.posts('/subscribe friday 18:00 London');
  expect((await channel.next()).text).toContain('Fridays at 18:00 (Europe/London)');
  await aWeekPasses(house);
  expect(await lettersTo(house, channel.id)).toMatchObject([{ kind: 'digest' }]);
  channel.posts('/digest why');
  expect((await channel.next()).text).toContain('What came here last, and why');
});

test('a group that becomes a supergroup keeps its digest', async () => {
  const { telegram, house, mei } = await openBot();
  const group = telegram.group({ title: 'Jobs', kind: 'group', owner: mei });
  mei.says(group, '/subscribe monday');
  expect((await group.next()).text).toContain('Mondays at 09:00');
  const next = group.migrates(mei);
  mei.says(next, '/subscribe');
  expect((await next.next()).text).toContain('Mondays at 09:00');
  await aWeekPasses(house);
  expect(await lettersTo(house, next.id)).toMatchObject([{ kind: 'digest' }]);
});
