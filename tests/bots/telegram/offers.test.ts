// What the platform shows before anybody asks the bot: the menu of commands, and inline offers in any chat.

import { expect, test } from 'vitest';

import { unlimited } from '../../../commands/limits.ts';
import type { Profile } from '../../../core/profile.ts';
import { goodPost } from '../../commands/posts.ts';
import { openBot, startBot } from './bot.ts';

const menus = (requests: readonly { readonly method: string }[]) =>
  requests.filter(({ method }) => method === 'setMyCommands').length;

test('the menu is in the reader’s language, and administrators see more of it', async () => {
  const { telegram, mei, hua } = await openBot();
  const group = telegram.group({ title: 'Jobs', owner: mei, members: [hua] });
  const entry = (name: string, description: string) =>
    expect.objectContaining({ command: name, description });
  expect(mei.menu(mei.opens())).toContainEqual(
    entry('skills', expect.stringContaining('What the seeker can do')),
  );
  expect(hua.menu(hua.opens())).toContainEqual(entry('skills', expect.stringContaining('掌握哪些技能')));
  expect(hua.menu(group).map(({ command }) => command)).not.toContain('review');
  expect(mei.menu(group).map(({ command }) => command)).toContain('review');
  const fritz = telegram.user({ name: 'Fritz', language_code: 'de' });
  expect(fritz.menu(fritz.opens())).toContainEqual(
    entry('skills', expect.stringContaining('What the seeker')),
  );
});

test('seekers and operators see in their own chats what is for them, once they have one', async () => {
  const { telegram, house, bot, mei, hua } = await openBot();
  await bot.end();
  const own = {
    ...house,
    profile: { ...house.profile, identities: [`telegram:${mei.id}`] },
    operators: [`telegram:${mei.id}`, `telegram:${hua.id}`, 'discord:7'],
  };
  const names = (person: typeof mei) => person.menu(person.opens()).map(({ command }) => command);
  expect(names(mei)).not.toContain('stage');
  await (await startBot(own, telegram)).end();
  expect(names(mei)).toEqual(expect.arrayContaining(['skills', 'stage', 'answer', 'note', 'status']));
  expect(names(hua)).not.toContain('status');
  await (await startBot(own, telegram)).end();
  expect(names(hua)).toContain('status');
  expect(names(hua)).not.toContain('stage');
});

test('the menu is sent only when it is not there yet', async () => {
  const { telegram, house, bot } = await openBot();
  const sent = menus(telegram.requests);
  expect(sent).toBe(9);
  await bot.end();
  await (await startBot(house, telegram)).end();
  expect(menus(telegram.requests)).toBe(sent);
  await house.store.marks.set(`telegram:${telegram.bot.id}:menu`, 'of an earlier release');
  await (await startBot(house, telegram)).end();
  expect(menus(telegram.requests)).toBe(2 * sent);
});

test('inline mode offers a skill, for this person alone and not for long', async () => {
  const { mei, hua } = await openBot();
  const { results, personal, cacheSeconds } = await mei.searches('kafka');
  expect({ personal, isShort: cacheSeconds <= 10 }).toEqual({ personal: true, isShort: true });
  expect(results).toMatchObject([
    {
      type: 'article',
      id: 'skills',
      input_message_content: { message_text: expect.stringContaining('Kafka'), parse_mode: 'HTML' },
    },
  ]);
  expect((await hua.searches('kafka')).results).toMatchObject([{ title: expect.stringContaining('小林') }]);
  expect((await mei.searches('underwater basket weaving')).results).toEqual([]);
});

test('inline mode says in the list what there is of a skill, and leads to all of them', async () => {
  const { mei, hua } = await openBot();
  expect((await mei.searches('kafka')).results).toMatchObject([
    {
      description: expect.stringMatching(/^Kafka: .*databases/u),
      reply_markup: { inline_keyboard: [[{ text: 'All skills' }]] },
    },
  ]);
  expect((await hua.searches('')).results).toMatchObject([
    { title: '小林的技能', reply_markup: { inline_keyboard: [[{ text: '全部技能' }]] } },
  ]);
});

test('searching uses up no commands', async () => {
  const { mei } = await openBot({ house: { limits: { ...unlimited, commandsPerPerson: 3 } } });
  const chat = mei.opens();
  for (const skill of ['java', 'kafka', 'postgresql', 'chinese'])
    expect((await mei.searches(skill)).results).toHaveLength(1);
  mei.says(chat, '/skills kafka');
  expect((await chat.next()).text).toContain('Kafka');
});

test('inline mode shows nobody’s private sections, also not those of the seeker who asks', async () => {
  const { telegram, house, bot, mei } = await openBot();
  await bot.end();
  const profile: Profile = {
    ...house.profile,
    identities: [`telegram:${mei.id}`],
    visibility: { ...house.profile.visibility, tools: 'private' },
  };
  const again = await startBot({ ...house, profile }, telegram);
  const chat = mei.opens();
  mei.says(chat, '/skills kafka');
  expect((await chat.next()).text).toContain('databases');
  expect((await mei.searches('kafka')).results).toEqual([]);
  expect(JSON.stringify((await mei.searches('')).results)).not.toContain('Kafka');
  await again.end();
});

test('inline mode offers openings that everybody may see, page by page, as cards that lead to the bot', async () => {
  const { telegram, house, mei, hua } = await openBot();
  const chat = mei.opens();
  const group = telegram.group({ title: 'Closed circle', owner: mei });
  for (let count = 0; count < 12; count += 1) {
    mei.says(chat, `/submit ${goodPost}`);
    await mei.taps(await chat.next(), 'Confirm');
    await chat.nextEdit();
    await house.store.openings.decide(
      count + 1,
      { from: ['pending'], to: 'open', by: 1, reason: null },
      new Date(),
    );
  }
  mei.says(group, `/submit ${goodPost.replace('Acme Robotics', 'Secret Corp')}`);
  await mei.taps(await group.next(), 'Confirm');
  await group.nextEdit();

  const first = await hua.searches('llm');
  expect(first.results).toHaveLength(10);
  expect(first.results[0]).toMatchObject({
    title: 'LLM Engineer',
    description: expect.stringContaining('Acme Robotics'),
    reply_markup: {
      inline_keyboard: [
        [
          {
            text: '详情与匹配结果',
            url: expect.stringMatching(/^https:\/\/t\.me\/referral_test_bot\?start=opening_\d+$/u),
          },
        ],
      ],
    },
  });
  const second = await hua.searches('llm', { offset: first.nextOffset });
  expect(second.results).toHaveLength(2);
  expect(second.nextOffset).toBe('');
  expect(JSON.stringify([first, second, await mei.searches('secret')])).not.toContain('Secret Corp');
});
