import { expect, test } from 'vitest';

import { openTalk } from '../chat.ts';
import { goodPost } from './posts.ts';

const codeIn = (answer: string): string => /\/link ([A-Z]{8})/.exec(answer)?.[1] ?? '';

test('a code made on one platform joins the account that sends it on the other', async () => {
  const { chat } = await openTalk();
  const discord = chat({ name: 'mei', platform: 'discord' });
  const telegram = chat({ name: 'Mei L', platform: 'telegram', language: 'zh' });
  await discord.says(`/submit ${goodPost}`);
  await discord.says('/draft confirm');
  await telegram.says(`/submit ${goodPost}`);
  await telegram.says('/draft confirm');
  await telegram.says('/language zh');
  expect(await telegram.says('/opening 1')).toContain('找不到 1 号职位');

  const offer = await telegram.says('/link');
  expect(offer).toMatch(/只能用一次，10 分钟内有效[^]*关联之后无法撤销/);
  expect(telegram.reply()).toMatchObject({ private: true });
  const done = await discord.says(`/link ${codeIn(offer)}`);
  expect(done).toContain('one person now on Discord (mei) and Telegram (Mei L)');

  for (const own of [discord, telegram]) {
    expect(await own.says('/opening 1')).toContain('LLM Engineer');
    expect(await own.says('/opening 2')).toContain('LLM Engineer');
  }
  expect(await discord.says('/help')).toContain('我替小林找内推');
});

test('a code says beforehand what it does, works typed anyhow, once, and not for long', async () => {
  const { chat, later } = await openTalk();
  const mei = chat({ platform: 'discord' });
  const bo = chat({ name: 'Bo', platform: 'telegram' });
  const offer = await mei.says('/link');
  expect(offer).toMatch(/once, within 10 minutes[^]*Linking cannot be undone[^]*give it to nobody/);
  const code = codeIn(offer);
  expect(await mei.says(`/link ${code}`)).toContain('You made that code on this account');
  const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `;
  expect(await bo.says(`/link ${typed}`)).toContain('You are one person now');
  expect(await chat({ name: 'Cai' }).says(`/link ${code}`)).toContain('That code does not work');

  const another = codeIn(await mei.says('/link'));
  expect(another).not.toBe(code);
  later(1);
  expect(await chat({ name: 'Cai' }).says(`/link ${another}`)).toContain('That code does not work');
});

test('a newer code takes the place of the one before', async () => {
  const { chat } = await openTalk();
  const mei = chat();
  const first = codeIn(await mei.says('/link'));
  const second = codeIn(await mei.says('/link'));
  const bo = chat({ name: 'Bo' });
  expect(await bo.says(`/link ${first}`)).toContain('That code does not work');
  expect(await bo.says(`/link ${second}`)).toContain('You are one person now');
});

test('codes are shown and taken in private only', async () => {
  const { chat } = await openTalk();
  const here = chat({ group: 'west' });
  expect(await here.says('/link')).toContain('in a private chat');
  expect(here.reply()).toMatchObject({ private: true });
  const code = codeIn(await chat().says('/link'));
  expect(await chat({ name: 'Bo', group: 'west', language: 'zh' }).says(`/link ${code}`)).toContain(
    '已经作废',
  );
  expect(await chat({ name: 'Eve' }).says(`/link ${code}`)).toContain('That code does not work');
  expect(await chat({ name: 'Bo' }).says('/link nonsense')).toContain('That code does not work');
});

test('a code sent twice at the same moment links once', async () => {
  const { chat } = await openTalk();
  const code = codeIn(await chat().says('/link'));
  const answers = await Promise.all(['Bo', 'Cai', 'Dan'].map((name) => chat({ name }).says(`/link ${code}`)));
  expect(answers.filter((answer) => answer.includes('one person'))).toHaveLength(1);
  expect(answers.filter((answer) => answer.includes('does not work'))).toHaveLength(2);
});

test('rights come with an account, not with the person', async () => {
  const { chat } = await openTalk();
  const seeker = chat({ name: 'Lin' });
  const other = chat({ name: 'Eve' });
  await other.says(`/link ${codeIn(await seeker.says('/link'))}`);
  expect(await seeker.says('/profile circumstances')).toContain('A mortgage.');
  expect(await other.says('/profile circumstances')).not.toContain('A mortgage.');
});
