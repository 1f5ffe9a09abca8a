// Several seekers on Telegram: links lead to the one that they are about.

import { expect, test } from 'vitest';

import { goodPost } from '../../commands/posts.ts';
import { seeker } from '../../seeker.ts';
import { openBot } from './bot.ts';

const ola = { ...seeker, id: 'ola', name: { en: 'Ola', zh: '小奥' }, identities: [] };
const house = { others: [{ profile: ola, startedAt: new Date('2026-11-05T00:00:00Z') }] };

test('a card that somebody sends leads to the seeker it is about, also whom it finds with another', async () => {
  const { mei, hua } = await openBot({ house });
  const chat = mei.opens();
  mei.says(chat, '/profile seeker=ola');
  await chat.next();
  const { results } = await mei.searches('kafka');
  const [card] = results as { reply_markup: { inline_keyboard: { url: string }[][] } }[];
  const url = new URL(card?.reply_markup.inline_keyboard[0]?.[0]?.url ?? '');
  expect(url.searchParams.get('start')).toBe('skills_ola');

  const chatOfHua = hua.opens();
  hua.says(chatOfHua, '/skills');
  expect((await chatOfHua.next()).text).toContain('小林的技能');
  hua.says(chatOfHua, `/start ${url.searchParams.get('start')}`);
  expect((await chatOfHua.next()).text).toContain('小奥的技能');
  hua.says(chatOfHua, '/start opening_1_lin');
  expect((await chatOfHua.next()).text).toContain('找不到 1 号职位');
  hua.says(chatOfHua, '/skills');
  expect((await chatOfHua.next()).text).toContain('小林的技能');
  hua.says(chatOfHua, '/start skills_nobody');
  expect((await chatOfHua.next()).text).toContain('小林的技能');
});

test('a chat about one seeker offers only what is for them, and its buttons work', async () => {
  const { mei } = await openBot({ house: { ...house, operators: [] } });
  const chat = mei.opens();
  mei.says(chat, '/profile');
  const profile = await chat.next();
  await mei.taps(profile, 'Ola');
  const chosen = await chat.nextEdit();
  expect(chosen.text).toContain('I speak for Ola');
  mei.says(chat, `/submit ${goodPost}`);
  await mei.taps(await chat.next(), 'Confirm');
  await chat.nextEdit();
  const waiting = (await mei.searches('engineer')).results;
  expect(waiting).toEqual([]);
  mei.says(chat, '/opening 1');
  expect((await chat.next()).text).toContain('waiting for review');
  mei.says(chat, '/profile seeker=lin');
  await chat.next();
  mei.says(chat, '/opening 1');
  expect((await chat.next()).text).toContain('no opening 1');
});
