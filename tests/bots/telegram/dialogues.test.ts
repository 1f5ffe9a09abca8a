// Forms that do not go straight: what people send instead of an answer, and what becomes of their answers then.

import { expect, test } from 'vitest';

import { unlimited } from '../../../commands/limits.ts';
import { openBot } from './bot.ts';

test('a mistyped command leaves the question open', async () => {
  const { mei } = await openBot();
  const chat = mei.opens();
  mei.says(chat, '/submit');
  await chat.next();
  mei.says(chat, 'ML Engineer');
  await chat.next();
  mei.says(chat, '/bakc');
  expect((await chat.next()).text).toContain('I do not know /bakc');
  mei.says(chat, '/opening');
  expect((await chat.next()).text).toContain('The number is missing');
  mei.says(chat, '/back');
  expect((await chat.next()).text).toContain('So far: ML Engineer');
});

test('another form takes the place of one that is open', async () => {
  const { hua } = await openBot();
  const chat = hua.opens();
  hua.says(chat, '/submit');
  await chat.next();
  hua.says(chat, '算法工程师');
  await chat.next();
  hua.says(chat, '/submit');
  expect((await chat.next()).text).toContain('第 1 项，共 6 项');
  hua.says(chat, '/skills kafka');
  expect((await chat.next()).text).toBe('已放弃填写“提交职位”。');
  expect((await chat.next()).text).toContain('Kafka');
  hua.says(chat, '/cancel');
  expect((await chat.next()).text).toBe('这一步已经结束了。');
});

test('a picture is no answer, in private and in a group', async () => {
  const { telegram, mei } = await openBot();
  const chat = mei.opens();
  const group = telegram.group({ title: 'Jobs', members: [mei] });
  mei.says(chat, '/submit');
  await chat.next();
  mei.shows(chat);
  expect((await chat.next()).text).toMatch(/Question 1 of 6[^]*Please answer in words/u);
  mei.says(group, '/submit');
  const question = await group.next();
  mei.shows(group, undefined, { replyTo: question });
  expect((await group.next()).text).toContain('Please answer in words');
});

test('a form that is refused keeps what was answered, until it is taken or cancelled', async () => {
  const { mei } = await openBot({ house: { limits: { ...unlimited, submissionsPerPerson: 1 } } });
  const chat = mei.opens();
  mei.says(chat, '/ask Kafka?');
  expect((await chat.next()).text).toContain('passed your question on');
  mei.says(chat, '/ask form=yes');
  expect((await chat.next()).text).not.toContain('1 of 1');
  mei.says(chat, 'Have you trained a model on many machines?');
  const refused = await chat.next();
  expect(refused.text).toMatch(/1 question within a day[^]*So far: Have you trained a model/u);
  expect(refused.buttons).toEqual([['Keep it', 'Cancel']]);
  await mei.taps(refused, 'Keep it');
  await mei.taps(refused, 'Cancel');
  expect((await chat.nextEdit()).text).toContain('Stopped');
});

test('a question in a group says only what can be typed', async () => {
  const { telegram, mei } = await openBot();
  const group = telegram.group({ title: 'Jobs', members: [mei] });
  mei.says(group, '/submit');
  const title = await group.next();
  expect(title.text).toMatch(/\n\/cancel stops\.$/u);
  mei.says(group, 'ML Engineer', { replyTo: title });
  const company = await group.next();
  expect(company.text).toMatch(/\n\/skip skips it, \/back goes one question back, \/cancel stops\.$/u);
  mei.says(group, '/back', { replyTo: company });
  expect((await group.next()).text).toMatch(/\n\/skip leaves it as it is, \/cancel stops\.$/u);
});

test('a reply to a picture without a word is told that there is nothing to read', async () => {
  const { telegram, hua, mei } = await openBot();
  const group = telegram.group({ title: 'Jobs', members: [mei, hua] });
  const picture = mei.shows(group);
  hua.says(group, '/submit', { replyTo: picture });
  expect(await group.next()).toMatchObject({ visibleTo: hua.id, text: expect.stringContaining('没有文字') });
});
