import { expect, test } from 'vitest';

import { openTalk } from '../chat.ts';

test('without a query, years and tools are listed', async () => {
  const { chat } = await openTalk();
  const answer = await chat().says('/skills');
  expect(answer).toMatch(/5 or more years.*Java, Chinese/);
  expect(answer).toMatch(/under 1 year.*Big Data/);
  expect(answer).toMatch(/databases.*Kafka, PostgreSQL, Kubernetes/);
});

test('a skill is found by name and by alias, with years, row and what is being learned', async () => {
  const { chat } = await openTalk();
  const mei = chat();
  expect(await mei.says('/skills java')).toContain('Java: 5 or more years; listed under languages');
  expect(await mei.says('/skills 机器学习')).toContain('Machine Learning: 1 to 2 years; learning now');
  expect(await mei.says('/skills k8s')).toContain('Kubernetes: used; no years given; listed under databases');
});

test('several skills at once, and a row of the matrix by its name', async () => {
  const { chat } = await openTalk();
  const mei = chat();
  const several = await mei.says('/skills kafka, java、rust');
  expect(several).toContain('Kafka');
  expect(several).toContain('Java:');
  expect(several).toContain('does not list “rust”');
  expect((await mei.says('/skills kafka, Apache Kafka')).match(/Kafka:/g)).toHaveLength(1);
  expect(await mei.says('/skills databases')).toContain('Kafka, PostgreSQL, Kubernetes');
  expect(await mei.says('/skills 编程语言')).toContain('JavaScript');
  expect(await mei.says('/skills kafka, rust and java')).toBe(await mei.says('/skills kafka, java、rust'));
  expect(await mei.says('/skills kafka和java')).toBe(await mei.says('/skills kafka、java'));
});

test('what is not there is never claimed; near names are offered', async () => {
  const { chat } = await openTalk();
  const mei = chat();
  const answer = await mei.says('/skills kafkaa');
  expect(answer).toContain('does not list “kafkaa”');
  expect(await mei.taps('Kafka')).toContain('Kafka: used');
  const nothing = await mei.says('/skills xyzzy');
  expect(nothing).toContain('does not list “xyzzy”');
  expect(mei.reply()).not.toHaveProperty('actions');
});

test('in Chinese', async () => {
  const { chat } = await openTalk();
  const mei = chat({ language: 'zh' });
  expect(await mei.says('/skills 机器学习')).toContain('机器学习：1–2 年；正在学');
  expect(await mei.says('/skills 量子')).toContain('小林的技能里没有“量子”');
});

test('a part of a Chinese name finds what it is part of', async () => {
  const { chat } = await openTalk();
  const mei = chat({ language: 'zh' });
  expect(await mei.says('/skills 机器学')).toContain('机器学习');
  expect(mei.reply()).toMatchObject({ actions: [{ call: 'skills query="Machine Learning"' }] });
});

test('what is being learned is not told where that part is private', async () => {
  const { house } = await openTalk();
  const hidden = {
    ...house.profile,
    visibility: { ...house.profile.visibility, learning: 'private' as const },
  };
  const { chat } = await openTalk({ profile: hidden });
  expect(await chat().says('/skills 机器学习')).toMatch(/1 to 2 years$/);
});

test('skills that are not public are not shown', async () => {
  const { house, ...talk } = await openTalk();
  const visibility = { ...house.profile.visibility, skills: 'private', tools: 'private' } as const;
  const { chat } = await openTalk({ profile: { ...house.profile, visibility } });
  expect(await chat().says('/skills java')).toContain('not shown here');
  const { chat: half } = await openTalk({
    profile: { ...house.profile, visibility: { ...visibility, tools: 'public' } },
  });
  expect(await half().says('/skills java')).not.toContain('5 or more years');
  expect(await half().says('/skills')).not.toContain('Big Data');
  expect(await talk.chat().says('/skills java')).toContain('5 or more years');
});

test('one list is the same for all who may see the same, and no other', async () => {
  const { house } = await openTalk();
  const visibility = { ...house.profile.visibility, tools: 'private' } as const;
  const { chat } = await openTalk({ profile: { ...house.profile, visibility } });
  const [lin, mei, bo] = [chat({ as: ['seeker'] }), chat(), chat({ name: 'Bo', language: 'zh' })];
  expect(await lin.says('/skills')).toContain('PostgreSQL');
  expect(await mei.says('/skills')).not.toContain('PostgreSQL');
  expect(await bo.says('/skills')).toContain('大数据');
  expect(await lin.says('/skills')).toContain('PostgreSQL');
  const seen = mei.reply();
  await mei.says('/skills');
  expect(mei.reply()).toBe(seen);
});

test('what is not there is said in Chinese without a stray space', async () => {
  const { chat } = await openTalk();
  expect(await chat({ language: 'zh' }).says('/skills 区块猫')).toContain('“区块猫”。查看全部：/skills');
});
