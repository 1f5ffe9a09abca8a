// A post with several jobs on Telegram: forwarded, chosen from, corrected and handed in by taps, also after a restart.

import { expect, test } from 'vitest';

import { fourJobs, fourJobsInChinese } from '../several-jobs.ts';
import { openBot, startBot } from './bot.ts';

const callsIn = (keyboard: readonly (readonly { readonly callback_data?: string | undefined }[])[]) =>
  keyboard.flat().map((button) => button.callback_data ?? '');

test('a forwarded post with four jobs is chosen from, corrected and handed in', async () => {
  const { telegram, mei, house, bot } = await openBot();
  const chat = mei.opens();
  const channel = telegram.channel({ title: 'Jobs' });
  mei.forwards(chat, channel.posts(fourJobs));
  const list = await chat.next();
  expect(list.text).toContain('4 jobs in one post');
  expect(list.text).toContain('1. ☑ ML Engineer · CNY 28,000–38,000 a month · good fit');
  expect(list.text).toContain('4. ☐ Office Manager');
  expect(list.buttons).toEqual([
    ['Hand in 3', 'Untick all', 'Correct all'],
    ['Cancel'],
    ['☑ 1', '☑ 2', '☑ 3', '☐ 4'],
    ['Edit 1', 'Edit 2', 'Edit 3', 'Edit 4'],
  ]);
  expect(callsIn(list.keyboard)).toContain('draft id=1 action=untick n=3');

  // One is taken out; the message changes where it stands.
  await mei.taps(list, '☑ 2');
  expect((await chat.nextEdit()).text).toContain('2. ☐ AI Agent Engineer');

  // One is corrected: two taps.
  await mei.taps(chat.now(list)!, 'Edit 3');
  const card = await chat.nextEdit();
  expect(card.text).toContain('Job 3 of 4');
  expect(card.text).toContain('LLM Engineer');
  await mei.taps(chat.now(list)!, 'Contract');
  await chat.nextEdit();

  // The bot ends in between, and goes on.
  await bot.end();
  const again = await startBot(house, telegram);
  await mei.taps(chat.now(list)!, 'part time');
  expect((await chat.nextEdit()).text).toMatch(/Job 3 of 4[^]*Contract: part time/u);
  await mei.taps(chat.now(list)!, 'Title');
  expect((await chat.next()).text).toContain('So far: LLM Engineer');
  mei.says(chat, 'LLM Researcher');
  const corrected = await chat.next();
  expect(corrected.text).toMatch(/Job 3 of 4[^]*LLM Researcher/u);
  await mei.taps(corrected, 'All jobs');
  expect((await chat.nextEdit()).text).toMatch(/1\. ☑[^]*2\. ☐[^]*3\. ☑ LLM Researcher[^]*4\. ☐/u);

  await mei.taps(chat.now(corrected)!, 'Hand in 2');
  const thanks = await chat.nextEdit();
  expect(thanks.text).toContain('2 openings were handed in');
  expect(thanks.text).toMatch(/#1 ML Engineer[^]*#2 LLM Researcher/u);
  expect((await house.store.openings.ofPost(1)).map(({ opening }) => opening.contract)).toEqual([
    'full_time',
    'part_time',
  ]);

  // All of it is taken back, and handed in again.
  await mei.taps(chat.now(corrected)!, 'Close all');
  expect((await chat.nextEdit()).text).toContain('Closed: #1 and #2.');
  await mei.taps(chat.now(corrected)!, 'Undo');
  expect((await chat.nextEdit()).text).toContain('Open again: #1 and #2.');
  await again.end();
});

test('in a group the list is for the person alone, in Chinese', async () => {
  const { telegram, mei, hua } = await openBot();
  const group = telegram.group({ title: '招聘', members: [mei, hua] });
  const post = mei.says(group, fourJobsInChinese);
  hua.says(group, '/submit', { replyTo: post });
  const list = await group.next();
  expect(list).toMatchObject({ visibleTo: hua.id, text: expect.stringContaining('这段内容里有 4 个职位') });
  await hua.taps(list, '☑ 1');
  expect((await group.nextEdit()).text).toContain('1. ☐ 大模型算法工程师');
  await hua.taps(list, '提交 2 个');
  expect((await group.nextEdit()).text).toContain('已收到 2 个职位，管理员会看一下');
});
