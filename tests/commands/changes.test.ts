import { describe, expect, test } from 'vitest';

import { openTalk } from '../chat.ts';
import { goodPost, handIn } from './posts.ts';

const twoJobs = `Acme Robotics | Guangzhou | ONSITE | Full-time
We build robots that carry things. Fluent English. We are hiring:
- ML Engineer | 28-38k CNY a month
- AI Agent Engineer | 30-40k CNY a month
Apply: jobs@acme.example.com`;

describe('closing', () => {
  test('takes an opening off the list; it can be taken back', async () => {
    const talk = await openTalk();
    await handIn(talk, goodPost, { name: 'Mei' });
    const mei = talk.chat();
    expect(await mei.says('/close 1 filled by a friend')).toContain('Opening 1 is closed.');
    expect(await mei.says('/openings')).toContain('No openings yet');
    expect(await mei.says('/opening 1')).toMatch(/State.*closed[^]*Reason.*filled by a friend/);
    expect(await mei.says('/close 1')).toContain('was already closed');
  });

  test('and opening again brings it back to where it was', async () => {
    const talk = await openTalk();
    const mei = talk.chat();
    await mei.says(`/submit ${goodPost}`);
    await mei.says('/draft confirm');
    await mei.says('/close 1');
    expect(await mei.taps('Undo')).toContain('Opening 1 is open again.');
    expect(await mei.says('/opening 1')).toMatch(/State.*waiting for review/);
    expect(await mei.says('/close 1 undo=yes')).toContain('is not closed. To close it: /close 1');
  });

  test('by a moderator is undone by them; by the submitter it waits for review', async () => {
    const talk = await openTalk();
    const mei = talk.chat();
    await mei.says(`/submit ${goodPost}`);
    await mei.says('/draft confirm');
    const mod = talk.chat({ name: 'Mo', as: ['moderator'] });
    await mod.says('/review 1 accept');
    await mod.says('/close 1 a scam');
    await mei.says('/close 1 undo=yes');
    expect(await mod.says('/openings')).toContain('/submit');
    expect(await mod.says('/review')).toContain('#1');
  });

  test('is for whoever handed it in, and moderators', async () => {
    const talk = await openTalk();
    await handIn(talk, goodPost);
    expect(await talk.chat({ name: 'Bo' }).says('/close 1')).toContain('Only whoever handed it in');
    expect(await talk.chat({ name: 'Bo', as: ['moderator'] }).says('/close 1')).toContain('is closed');
  });
});

describe('editing', () => {
  test('corrects an opening and judges it anew', async () => {
    const talk = await openTalk();
    await handIn(talk, goodPost);
    const mod = talk.chat({ name: 'Mo', as: ['moderator'] });
    expect(await mod.says('/edit 1 salary=8,000-9,000 CNY a month')).toContain('Opening 1 is corrected.');
    expect(await mod.says('/opening 1')).toMatch(/CNY 8,000–9,000 a month[^]*Poor fit/);
    await mod.says('/edit 1');
    expect(await mod.fills({ title: 'Staff LLM Engineer' })).toContain('corrected');
    expect(await mod.says('/openings staff')).toContain('#1 Staff LLM Engineer');
    await mod.says('/edit 1');
    expect(await mod.fills({})).toContain('Nothing was changed. To change something: /edit 1 salary=30-40k');
    expect(await mod.says('/edit 1 title=-')).toContain('needs a title');
  });

  test('by two at once keeps what both corrected', async () => {
    const talk = await openTalk();
    await handIn(talk, goodPost);
    const mod = talk.chat({ name: 'Mo', as: ['moderator'] });
    await Promise.all([mod.says('/edit 1 title=Staff LLM Engineer'), mod.says('/edit 1 company=Initech')]);
    expect(await mod.says('/opening 1')).toMatch(/Staff LLM Engineer[^]*Initech/);
  });

  test('by a member sends an accepted opening back to review', async () => {
    const talk = await openTalk();
    const mei = talk.chat();
    await mei.says(`/submit ${goodPost}`);
    await mei.says('/draft confirm');
    await talk.chat({ name: 'Mo', as: ['moderator'] }).says('/review 1 accept');
    expect(await mei.says('/edit 1 title=Buy my course')).toContain('a moderator will look at it again');
    expect(await talk.chat({ name: 'Bo' }).says('/openings')).toContain('No openings yet');
  });

  test.each([
    ['/close 1', '/close 1 undo=yes'],
    ['/draft 1 close', '/draft 1 reopen'],
  ])('by a member is looked at again also behind “%s”', async (away, back) => {
    const talk = await openTalk();
    const mei = talk.chat();
    await mei.says(`/submit ${twoJobs}`);
    await mei.says('/draft confirm');
    const mod = talk.chat({ name: 'Mo', as: ['moderator'] });
    await mod.says('/review 1 accept');
    await mei.says(away);
    await mei.says('/edit 1 title=Buy my course');
    await mei.says(back);
    expect(await mod.says('/openings')).not.toContain('Buy my course');
    expect(await mod.says('/review')).toContain('Buy my course');
  });

  test('in another community goes by what moderators want where it is shown', async () => {
    const talk = await openTalk();
    const mei = talk.chat();
    await mei.says(`/submit ${goodPost}`);
    await mei.says('/draft confirm');
    await talk.chat({ name: 'Mo', as: ['moderator'], group: 'west' }).says('/review 1 accept');
    const own = talk.chat({ name: 'Ed', as: ['moderator'], group: 'east' });
    await own.says('/settings submit_without_review members');
    const there = talk.chat({ group: 'east' });
    expect(await there.says('/edit 1 title=Buy my course')).toContain('a moderator will look at it again');
    expect(await talk.chat({ name: 'Bo' }).says('/openings')).toContain('No openings yet');
  });
});
