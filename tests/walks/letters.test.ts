// What begins in a private chat on Telegram and goes on on Discord, and the letters that tell of it: a referral up to an
// interview, a question up to its answer.

import { join } from 'node:path';

import { expect, test, vi } from 'vitest';

import { chinesePost } from '../commands/posts.ts';
import { lettersIn } from '../letters.ts';
import { connected, messageIn, openEmulators } from './emulators.ts';
import { openFolder, profileOf, startProgram } from './program.ts';

vi.setConfig({ testTimeout: 60_000 });

/** The running bot, a recruiter on Telegram, the seeker and a moderator on Discord. */
async function openWorld() {
  const { discord, telegram, settings } = await openEmulators();
  const recruiter = telegram.user({ name: '王招聘', username: 'wang_hr', language_code: 'zh-hans' });
  const seeker = discord.addPerson({ name: 'zhiwei', locale: 'en-US' });
  const moderator = discord.addPerson({ name: 'Mod', locale: 'en-GB' });
  const guild = discord.addGuild({
    name: 'Engineers',
    channels: ['jobs'],
    members: [seeker, { person: moderator, permissions: ['ManageGuild'] }],
  });
  const folder = openFolder();
  const profile = profileOf(folder.path, [`discord:${seeker.id}`]);
  const bot = startProgram({ ...settings, DATABASE_URL: folder.database, PROFILES: profile });
  await Promise.all([bot.logged(connected.discord), bot.logged(connected.telegram)]);
  /** To the recruiter, and not sent yet. */
  const letters = () =>
    lettersIn(join(folder.path, 'bot.db')).filter(
      ({ to, state }) => to === `telegram:${recruiter.id}` && state === 'waiting',
    );
  return { recruiter, seeker, moderator, jobs: guild.channel('jobs'), letters };
}

test('who handed in an opening hears in their own chat and language what became of it', async () => {
  const { recruiter, seeker, moderator, jobs, letters } = await openWorld();
  const chat = recruiter.opens();
  recruiter.says(chat, `/submit ${chinesePost}`);
  await recruiter.taps(await chat.next(10_000), '确认');
  const thanks = await chat.nextEdit(10_000);
  await recruiter.taps(thanks, '每周致谢里写上我');
  expect((await chat.next(10_000)).text).toContain('每周致谢里可以写你的名字');

  await moderator.slash(jobs, 'review', { id: 1, decision: 'accept' }).answer(10_000);
  const opening = messageIn(await seeker.slash(jobs, 'opening', { id: 1 }).answer(10_000));
  await seeker.presses(opening, 'I applied').answer(10_000);
  const moved = { id: 1, stage: 'interview', note: '周四面试，谢谢' };
  const answer = messageIn(await seeker.slash(jobs, 'stage', moved).answer(10_000));
  expect(answer).toMatchObject({ ephemeral: true, text: expect.stringContaining('whoever referred it') });

  expect(letters()).toMatchObject([
    { language: 'zh', text: expect.stringContaining('“大模型算法工程师”（蓝鲸科技）通过了审核') },
    { language: 'zh', text: expect.stringContaining('志伟已经投递了') },
    { language: 'zh', text: expect.stringMatching(/进入面试了。[^]*周四面试，谢谢/u) },
  ]);

  // A slip is undone on Discord before anybody hears of it.
  await seeker.presses(answer, 'Undo').answer(10_000);
  expect(letters()).toHaveLength(2);

  // In the letter's own chat, letters are stopped for good.
  recruiter.says(chat, '/privacy news=off');
  expect((await chat.next(10_000)).text).toContain('我不主动打扰你');
  await seeker.slash(jobs, 'stage', { id: 1, stage: 'offer' }).answer(10_000);
  expect(letters()).toHaveLength(2);
});

test('a question from Telegram is answered in a form on Discord, and the answer goes back', async () => {
  const { recruiter, seeker, jobs, letters } = await openWorld();
  const chat = recruiter.opens();
  recruiter.says(chat, '/ask');
  await recruiter.taps(await chat.next(10_000), '我要提问');
  expect((await chat.next(10_000)).text).toContain('向志伟提问');
  recruiter.says(chat, '可以远程面试吗？');
  expect((await chat.next(10_000)).text).toContain('问题已经转给志伟');

  // What was asked in private is nothing for a server; the seeker looks in the private chat.
  const here = messageIn(await seeker.slash(jobs, 'answer').answer(10_000));
  expect(here.text).toBe('No question waits for you.');
  const list = messageIn(await seeker.slash(seeker.direct, 'answer').answer(10_000));
  expect(list.text).toContain('可以远程面试吗？');
  const shown = await seeker.presses(list, 'Answer 1').answer(10_000);
  if (shown.kind !== 'modal') throw new Error(`a ${shown.kind}, not a modal`);
  const given = messageIn(
    await seeker.submitsModal(shown.modal, { text: '可以，随时都行。' }).answer(10_000),
  );
  expect(given.text).toContain('王招聘 reads it in private');
  expect(letters()).toMatchObject([
    {
      language: 'zh',
      text: expect.stringMatching(/你问过：[^]*可以远程面试吗？[^]*志伟回答：[^]*随时都行/u),
    },
  ]);
});
