import { expect, test } from 'vitest';

import { openTalk } from '../chat.ts';

test('the overview says who it is and offers the other parts', async () => {
  const { chat } = await openTalk();
  const mei = chat();
  const answer = await mei.says('/profile');
  expect(answer).toContain('Lin – from cloud to machine learning');
  expect(answer).toContain('Please refer me.');
  expect(await mei.taps('What you get in return')).toContain('Critical thinking.');
  expect(await mei.says('/profile ideas')).toContain('Nothing here yet.');
  expect(await mei.says('/profile learning')).toContain('Machine Learning');
});

test('a private part is for the seeker alone, and only in private', async () => {
  const { chat } = await openTalk();
  const lin = chat({ name: 'Lin' });
  const answer = await lin.says('/profile circumstances');
  expect(answer).toContain('A mortgage.');
  expect(answer).toContain('Only you');
  expect(lin.reply()).toMatchObject({ private: true });

  const others = [
    chat(),
    chat({ as: ['moderator'] }),
    chat({ as: ['operator'] }),
    chat({ name: 'Lin', group: 'engineers' }),
  ];
  for (const person of others) {
    expect(await person.says('/profile circumstances')).not.toContain('mortgage');
    expect(await person.says('/profile')).not.toContain('Circumstances');
  }
});

test('the seeker is told where a private part is shown', async () => {
  const { chat } = await openTalk();
  const answer = await chat({ name: 'Lin', group: 'engineers', as: ['seeker'] }).says(
    '/profile circumstances',
  );
  expect(answer).toContain('Ask me in a private chat.');
});

test('a part for members is shown in communities, not to strangers in private', async () => {
  const { chat } = await openTalk();
  expect(await chat().says('/profile works')).toContain('not shown here');
  const answer = await chat({ group: 'engineers' }).says('/profile works');
  expect(answer).toContain('A book, worked through: All examples.');
  expect(answer).toContain('https://example.org/article');
});

test('in Chinese', async () => {
  const { chat } = await openTalk();
  const answer = await chat({ language: 'zh' }).says('/profile');
  expect(answer).toContain('小林 · 从云计算转向机器学习');
  expect(answer).toContain('求内推。');
});

test('a part that does not exist is named, with those that do', async () => {
  const { chat } = await openTalk();
  expect(await chat().says('/profile hobbies')).toMatch(
    /“hobbies” is not one of the choices for section.*about, request/,
  );
});
