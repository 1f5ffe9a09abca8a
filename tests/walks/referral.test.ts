// A referral's way through two communities, with the program stopped and started in between.

import { expect, test, vi } from 'vitest';

import { chinesePost, goodPost } from '../commands/posts.ts';
import type { Person as DiscordPerson } from '../emulators/discord/person.ts';
import type { Channel } from '../emulators/discord/world.ts';
import { connected, messageIn, openEmulators } from './emulators.ts';
import { openFolder, profileOf, startProgram } from './program.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Two communities and their people; nobody is connected yet. */
async function openWorld() {
  const { discord, telegram, settings } = await openEmulators();
  const recruiter = telegram.user({ name: '王招聘', username: 'wang_hr', language_code: 'zh-hans' });
  const seeker = telegram.user({ name: '志伟', username: 'zhiwei', language_code: 'zh-hans' });
  const seekerThere = discord.addPerson({ name: 'zhiwei', locale: 'zh-CN' });
  const engineer = discord.addPerson({ name: 'Ada', locale: 'en-US' });
  const colleague = discord.addPerson({ name: 'Bo', locale: 'en-US' });
  const moderator = discord.addPerson({ name: 'Mod', locale: 'en-GB' });
  const guild = discord.addGuild({
    name: 'Engineers',
    channels: ['jobs'],
    members: [engineer, colleague, seekerThere, { person: moderator, permissions: ['ManageGuild'] }],
  });
  const folder = openFolder();
  const profile = profileOf(folder.path, [`telegram:${seeker.id}`, `discord:${seekerThere.id}`]);
  const start = async () => {
    const bot = startProgram({ ...settings, DATABASE_URL: folder.database, PROFILES: profile });
    await Promise.all([bot.logged(connected.discord), bot.logged(connected.telegram)]);
    return bot;
  };
  const jobs = guild.channel('jobs');
  return { telegram, recruiter, seeker, engineer, colleague, moderator, seekerThere, jobs, start };
}

const asks = async (person: DiscordPerson, channel: Channel, command: string, values = {}) =>
  messageIn(await person.slash(channel, command, values).answer(10_000));

test('a post forwarded in Telegram and one from a menu on Discord are reviewed on Discord; the seeker sees both', async () => {
  const { telegram, recruiter, seeker, engineer, colleague, moderator, jobs, start } = await openWorld();
  let bot = await start();

  // A recruiter forwards a post from elsewhere to the bot, and begins to correct it.
  const jobChannel = telegram.channel({ title: '招聘频道', members: [recruiter], bot: 'left' });
  const post = jobChannel.posts(chinesePost);
  const chat = recruiter.opens();
  recruiter.forwards(chat, post);
  const preview = await chat.next(10_000);
  expect(preview.text).toContain('这样对吗？');
  expect(preview.text).toContain('大模型算法工程师');
  expect(preview.text).toContain('很合适');
  await recruiter.taps(preview, '修改');
  expect((await chat.next(10_000)).text).toContain('职位');

  // The program ends in the middle of the dialogue, and goes on with it afterwards.
  expect(await bot.ended('SIGTERM')).toBe(0);
  bot = await start();
  recruiter.says(chat, '大语言模型算法工程师');
  expect((await chat.next(10_000)).text).toContain('公司');
  recruiter.says(chat, '/cancel');
  expect((await chat.next(10_000)).text).toMatch(/停|取消/u);
  await recruiter.taps(preview, '确认');
  expect((await chat.nextEdit(10_000)).text).toContain('编号 1');

  // An engineer hands in what a colleague posted, from the menu of the message.
  const message = colleague.says(jobs, goodPost);
  const shown = messageIn(await engineer.menu(jobs, 'Submit as opening', message).answer(10_000));
  expect(shown.ephemeral).toBe(true);
  expect(shown.text).toContain('LLM Engineer');
  await engineer.presses(shown, 'Confirm').answer(10_000);

  // A moderator of the Discord server finds both in the queue; it was shown before the next restart.
  const queue = await asks(moderator, jobs, 'review');
  expect(queue.text).toContain('大模型算法工程师');
  expect(queue.text).toContain('LLM Engineer');
  const first = messageIn(await moderator.presses(queue, 'opening id=1').answer(10_000));
  expect(await bot.ended('SIGTERM')).toBe(0);
  bot = await start();
  await moderator.presses(first, 'Accept').answer(10_000);
  const second = await asks(moderator, jobs, 'review', { id: 2, decision: 'accept' });
  expect(second.text).toContain('2');

  // Nothing waits any more, and the seeker sees both in one list, in Chinese.
  expect((await asks(moderator, jobs, 'review')).text).toContain('Nothing');
  const room = seeker.opens();
  seeker.says(room, '/openings');
  const list = await room.next(10_000);
  expect(list.text).toContain('大模型算法工程师');
  expect(list.text).toContain('LLM Engineer');
  expect(list.text).toContain('共 2 个职位');
});

test('a button that somebody without the right presses is refused to them alone', async () => {
  const { recruiter, engineer, moderator, jobs, start } = await openWorld();
  await start();
  const chat = recruiter.opens();
  recruiter.says(chat, `/submit ${chinesePost}`);
  await recruiter.taps(await chat.next(10_000), '确认');
  await chat.nextEdit(10_000);

  const opening = await asks(moderator, jobs, 'opening', { id: 1 });
  const refused = await engineer.presses(opening, 'Accept').answer(10_000);
  expect(refused).toMatchObject({ ephemeral: true, text: expect.stringContaining('moderators') });
  expect((await asks(moderator, jobs, 'review')).text).toContain('大模型算法工程师');
});
