// A week of two communities: digests are set over the wire, the program ends, time moves in two processes at once, and
// the program that starts again tells what became of them.

import { expect, test, vi } from 'vitest';

import { openMailbag } from '../letters.ts';
import { tick } from '../ticking.ts';
import { connected, messageIn, openEmulators } from './emulators.ts';
import { startProgram } from './program.ts';

vi.setConfig({ testTimeout: 90_000 });

test('each place gets its digest once, where and as it was set, over restarts and several processes', async () => {
  const { discord, telegram, settings } = await openEmulators();
  const { url, letters } = await openMailbag();
  const start = async () => {
    const bot = startProgram({ ...settings, DATABASE_URL: url, TIME_ZONE: 'Europe/London' });
    await Promise.all([bot.logged(connected.discord), bot.logged(connected.telegram)]);
    return bot;
  };
  const owner = telegram.user({ name: '老王', language_code: 'zh-hans' });
  const forum = telegram.group({ title: '求职', owner, topics: ['内推'] });
  const mod = discord.addPerson({ name: 'Mod', locale: 'en-GB' });
  const guild = discord.addGuild({
    name: 'Jobs',
    channels: ['jobs'],
    members: [{ person: mod, permissions: ['ManageGuild'] }],
  });
  const jobs = guild.channel('jobs');

  let bot = await start();
  owner.says(forum, '/subscribe@referral_test_bot 周一 9点 广州 zh', { topic: '内推' });
  const set = await forum.next(10_000);
  expect(set.text).toContain('每周一 09:00（Asia/Shanghai）');
  const there = messageIn(
    await mod.slash(jobs, 'subscribe', { day: 'monday', time: '09:00' }).answer(10_000),
  );
  expect(there.text).toContain('Mondays at 09:00 (Europe/London)');
  expect(await bot.ended('SIGTERM')).toBe(0);

  // Past both Mondays, and less than an hour after London's.
  const now = nextMonday('T09:30:00Z');
  expect(await Promise.all([tick(url, now), tick(url, now)])).toEqual([0, 0]);
  expect(await tick(url, new Date(now.getTime() + 60_000))).toBe(0);
  expect(letters().toSorted((one, other) => one.to.localeCompare(other.to))).toMatchObject([
    { to: `discord:${guild.guild.id}/${jobs.id}`, language: 'en', text: expect.stringMatching(/quiet week/) },
    { to: `telegram:${forum.id}/${set.thread}`, language: 'zh', text: expect.stringMatching(/这周很安静/) },
  ]);

  bot = await start();
  owner.says(forum, '/digest@referral_test_bot why', { topic: '内推' });
  expect((await forum.next(10_000)).text).toMatch(/上一期定在[^]*下一期定在/);
  expect(messageIn(await mod.slash(jobs, 'unsubscribe').answer(10_000)).text).toContain('No more digests');
  expect(await bot.ended('SIGTERM')).toBe(0);
  await tick(url, new Date(now.getTime() + 7 * 24 * 60 * 60 * 1000));
  expect(letters().map(({ to }) => to)).toEqual([
    `telegram:${forum.id}/${set.thread}`,
    `telegram:${forum.id}/${set.thread}`,
  ]);
});

/** The next Monday in UTC that is not today, at this time. */
function nextMonday(time: string): Date {
  const date = new Date();
  date.setUTCDate(date.getUTCDate() + ((8 - date.getUTCDay()) % 7 || 7));
  return new Date(date.toISOString().slice(0, 10) + time);
}
