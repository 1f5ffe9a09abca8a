import { describe, expect, test } from 'vitest';

import { openTalk } from '../chat.ts';

const post = 'Senior ML Engineer at Acme, remote worldwide, 30-40k CNY a month';

describe('in private, without a command,', () => {
  test.each([
    post,
    '我朋友公司在招算法工程师',
    'Acme is hiring an ML engineer',
    'Acme\n\nTraining of models\nGuangzhou, from Monday',
  ])('“%s” is handed in, up to the preview', async (text) => {
    const { chat } = await openTalk();
    const mei = chat();
    expect(await mei.says(text)).toContain('Is this right?');
  });

  test.each([
    'hello',
    'any remote jobs?',
    'we are hiring',
    '我想找内推',
    '他会 Python 吗',
    'thanks, I got an offer as ML Engineer at Acme',
    'what can he do?\ncan he do python?',
  ])('“%s” is chat', async (text) => {
    const { chat } = await openTalk();
    expect(await chat().says(text)).toContain('/help lists them');
  });

  test('a post that is longer than can be taken is refused as one', async () => {
    const { chat } = await openTalk();
    expect(await chat().says(`${post}\n`.repeat(1000))).toContain('too long');
  });
});

test('in a group a post is handed in by a command alone', async () => {
  const { chat } = await openTalk();
  expect(await chat({ group: 'west' }).says(post)).toContain('/help lists them');
});

test('what was handed in without a command can be confirmed', async () => {
  const { chat } = await openTalk();
  const mei = chat();
  await mei.says(post);
  expect(await mei.taps('Confirm')).toContain('opening 1');
});
