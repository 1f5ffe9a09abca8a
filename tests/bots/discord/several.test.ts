// A post with several jobs on Discord: from the menu of a message, chosen from, corrected and handed in by taps.

import { expect, test } from 'vitest';

import { fourJobs } from '../several-jobs.ts';
import { labels, messageIn, modalIn, openServer, startBot } from './server.ts';

test('a message with four jobs is chosen from, corrected and handed in', async () => {
  const { mei, mod, general, house, discord, bot } = await openServer();
  const post = mod.says(general, fourJobs);
  const list = messageIn(await mei.menu(general, 'Submit as opening', post).answer());
  expect(list.ephemeral).toBe(true);
  expect(list.text).toContain('4 jobs in one post');
  expect(list.text).toContain('1. ☑ **ML Engineer** · CNY 28,000–38,000 a month · good fit');
  expect(list.text).toContain('4. ☐ **Office Manager**');
  const jobs = ['☑ 1', '☑ 2', '☑ 3', '☐ 4', 'Edit 1', 'Edit 2', 'Edit 3', 'Edit 4'];
  expect(labels(list)).toEqual(['Hand in 3', 'Untick all', 'Correct all', 'Cancel', ...jobs]);

  const unticked = await mei.presses(list, '☑ 2').answer();
  expect(unticked).toMatchObject({ kind: 'edit', ephemeral: true });
  expect(messageIn(unticked).id).toBe(list.id);
  expect(messageIn(unticked).text).toContain('2. ☐ **AI Agent Engineer**');

  const card = await mei.presses(messageIn(unticked), 'Edit 3').answer();
  expect(card).toMatchObject({ kind: 'edit' });
  expect(messageIn(card).text).toMatch(/Job 3 of 4[^]*LLM Engineer/u);
  const choices = messageIn(await mei.presses(messageIn(card), 'Contract').answer());

  // The bot ends in between, and goes on.
  await bot.end();
  await startBot(house, discord);
  const chosen = await mei.presses(choices, 'part time').answer();
  expect(chosen).toMatchObject({ kind: 'edit' });
  expect(messageIn(chosen).text).toContain('**Contract**: part time');
  const modal = modalIn(await mei.presses(messageIn(chosen), 'Title').answer());
  expect(modal.customId).toBe('draft id=1 n=3 field=title');
  const corrected = await mei.submitsModal(modal, { title: 'LLM Researcher' }).answer();
  expect(corrected).toMatchObject({ kind: 'edit' });
  expect(messageIn(corrected).text).toContain('**Title**: LLM Researcher');
  const again = messageIn(await mei.presses(messageIn(corrected), 'All jobs').answer());
  expect(again.text).toMatch(/1\. ☑[^]*2\. ☐[^]*3\. ☑ \*\*LLM Researcher[^]*4\. ☐/u);

  const thanks = messageIn(await mei.presses(again, 'Hand in 2').answer());
  expect(thanks.id).toBe(list.id);
  expect(thanks.text).toContain('2 openings were handed in');
  const closed = messageIn(await mei.presses(thanks, 'Close all').answer());
  expect(closed.text).toContain('Closed: #1 and #2.');
  expect(messageIn(await mei.presses(closed, 'Undo').answer()).text).toContain('Open again: #1 and #2.');
  expect(discord.violations).toEqual([]);
});
