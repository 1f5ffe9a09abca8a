import { expect, test } from 'vitest';

import { openTalk } from '../chat.ts';

test('lines of the last week are listed until they are removed', async () => {
  const { chat, later } = await openTalk();
  const lin = chat({ name: 'Lin' });
  expect(await lin.says('/note')).toContain('For example: /note');
  expect(await lin.says('/note Trained a "small" model')).toContain('goes into the next weekly digest');
  expect(lin.reply()).toMatchObject({ private: true });
  later(6);
  await lin.says('/note Thanks to Bo');
  expect(await lin.says('/note')).toMatch(
    /Lines of the last seven days[^]*Trained a "small" model[^]*Thanks to Bo/,
  );
  expect(await lin.taps('Remove line 2')).toMatch(/Removed:[^]*Thanks to Bo/);
  later(1);
  expect(await lin.says('/note')).not.toContain('small');
});

test('a slip is undone with a tap, once', async () => {
  const { chat } = await openTalk();
  const lin = chat({ name: 'Lin', language: 'zh' });
  expect(await lin.says('/近况 学会了')).toContain('下一期周报');
  expect(await lin.taps('撤销')).toContain('学会了');
  expect(await lin.says('/note drop=1')).toContain('这一句已经不在了');
});

test('is the seeker’s alone', async () => {
  const { chat } = await openTalk();
  expect(await chat().says('/note hello')).toContain('Only the seeker can do that.');
  await chat({ name: 'Lin' }).says('/note hello');
  expect(await chat({ name: 'Mo', as: ['moderator'] }).says('/note drop=1')).toContain('Only the seeker');
});
