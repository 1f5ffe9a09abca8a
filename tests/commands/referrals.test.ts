import { describe, expect, test } from 'vitest';

import { messagesOf } from '../../commands/locales/messages.ts';
import { openTalk, type Person } from '../chat.ts';
import { chinesePost, farPost, goodPost } from './posts.ts';

const words = messagesOf('en');

type Talk = Awaited<ReturnType<typeof openTalk>>;

async function handIn({ chat }: Talk, post: string, person: Person = {}) {
  const giver = chat(person);
  await giver.says(`/submit ${post}`);
  await giver.says('/draft confirm');
  return giver;
}

describe('one’s own', () => {
  test('none yet: how to hand one in', async () => {
    const { chat } = await openTalk();
    const mei = chat();
    expect(await mei.says('/referrals')).toMatch(/It takes seconds[^]*Hand in an opening/);
    await mei.taps('Hand in an opening');
    expect(mei.reply()).toMatchObject({ kind: 'form' });
    expect(await chat({ language: 'zh', group: 'west' }).says('/referrals')).toContain('几秒钟就够');
  });

  test('with what became of each, the newest first', async () => {
    const talk = await openTalk();
    const mod = talk.chat({ name: 'Mo', as: ['moderator'] });
    for (const title of ['Poet', 'Painter', 'Cook', 'Clerk', 'Thief', 'Sailor']) {
      await handIn(talk, `title=${title} company=Acme`);
      talk.later(1);
    }
    await mod.says('/review 2 accept');
    await mod.says('/review 3 accept');
    await mod.says('/review 4 accept');
    await mod.says('/close 4 filled');
    await mod.says('/review 5 reject not a job');
    await talk.chat({ name: 'Lin' }).says('/stage 3 interview Thank you');
    const mei = talk.chat();
    const list = await mei.says('/referrals');
    expect(list.split('\n').filter((line) => line.startsWith('- '))).toEqual([
      '- #6 Sailor · Acme · waiting for review',
      '- #5 Thief · Acme · rejected: not a job',
      '- #4 Clerk · Acme · closed: filled',
      '- #3 Cook · Acme · interview, since November 16, 2026 · “Thank you”',
      '- #2 Painter · Acme · open, not taken up yet',
    ]);
    expect(list).toContain(words.referrals.own(6));
    expect(mei.reply()).toMatchObject({ private: true });
    expect(await mei.taps('Next page')).toContain('#1 Poet');
    expect(await mei.taps('Previous page')).toContain('#6 Sailor');
    expect(await mei.says('/referrals page=3')).toContain('only 2 pages');
    expect(await mei.says('/referrals interview')).toContain('Only the seeker can do that.');
  });

  test('one that was joined or merged is as far as the one that stays', async () => {
    const talk = await openTalk();
    await handIn(talk, goodPost, { name: 'Gil', as: ['moderator'] });
    const mei = talk.chat();
    await mei.says(`/submit ${goodPost}`);
    await mei.says('/draft action=merge');
    const bo = await handIn(talk, 'title="Large models" company=Acme', { name: 'Bo' });
    await talk.chat({ name: 'Mo', as: ['moderator'] }).says('/review 2 merge into=1');
    await talk.chat({ name: 'Lin' }).says('/stage 1 offer');
    expect(await mei.says('/referrals')).toContain('#1 LLM Engineer · Acme Robotics · offer, since');
    expect(await bo.says('/referrals')).toMatch(/#2 Large models · Acme · offer, since .* joined with/);
    expect(await bo.taps('Show 1')).toContain('LLM Engineer');
  });

  test('in a community are those that it may see, and in private all', async () => {
    const talk = await openTalk();
    await handIn(talk, 'title=Poet', { group: 'west' });
    await handIn(talk, 'title=Painter', { group: 'east' });
    await handIn(talk, 'title=Cook');
    const west = talk.chat({ group: 'west' });
    const here = await west.says('/referrals');
    expect(here).toMatch(/#3 Cook[^]*#1 Poet/);
    expect(here).not.toContain('Painter');
    expect(west.reply()).toMatchObject({ private: true });
    expect(await talk.chat().says('/referrals')).toMatch(/#3[^]*#2[^]*#1/);
    // Gil joins Mei's in the west, and may look at it there alone.
    await talk.chat({ name: 'Mo', group: 'west', as: ['moderator'] }).says('/review 1 accept');
    const gil = talk.chat({ name: 'Gil', group: 'west' });
    await gil.says('/submit title=Poet company=Acme');
    await gil.says('/draft confirm');
    await talk.chat({ name: 'Mo', group: 'west', as: ['moderator'] }).says('/review 4 merge into=1');
    const alone = talk.chat({ name: 'Gil' });
    expect(await alone.says('/referrals')).toContain('#4 Poet · Acme · open');
    expect(alone.reply()).not.toHaveProperty('actions.0.call', 'opening id=1');
    expect(await gil.says('/referrals')).toContain('Show 1');
  });

  test('an erased person has none', async () => {
    const talk = await openTalk();
    const mei = await handIn(talk, goodPost);
    await mei.says('/privacy erase confirm=yes');
    expect(await mei.says('/referrals')).toContain('You have not handed in an opening yet');
  });
});

describe('the seeker’s', () => {
  test('are counted by stage, beside what waits', async () => {
    const talk = await openTalk();
    const lin = talk.chat({ name: 'Lin' });
    expect(await lin.says('/referrals')).toMatch(/Nothing is taken up yet[^]*Nothing waits for you/);
    for (const post of [goodPost, chinesePost, farPost, 'title=Poet company=Acme', 'title=Cook'])
      await handIn(talk, post, { as: ['moderator'] });
    await talk.chat().says('/ask Do you like music?');
    expect(await lin.says('/referrals')).toMatch(
      /Nothing is taken up yet[^]*Waiting for you\n[^]*- 1 question to answer\n- \d openings? not taken up yet\n/,
    );
    await lin.says('/stage 1 interested');
    await lin.says('/stage 4 interview');
    await lin.says('/stage 5 declined');
    const overview = await lin.says('/referrals');
    expect(overview).toMatch(/Interested\s+1\nInterview\s+1\nDeclined\s+1\n/);
    expect(overview).toContain('- 1 interview\n');
    expect(await lin.taps('Interview')).toMatch(
      /Interview \(1\)\n\n- #4 Poet · Acme · since November 10, 2026/,
    );
    await lin.says('/referrals');
    expect(await lin.taps('Not taken up')).toMatch(/#2 大模型算法工程师[^]*good fit/);
    expect(await lin.taps('Show 2')).toContain('大模型算法工程师');
    await lin.says('/referrals');
    expect(await lin.taps('Answer')).toContain('Do you like music?');
    expect(await lin.says('/referrals offer')).toContain('No referral is at this stage: offer.');
    await lin.says('/stage 2 declined');
    expect(await lin.says('/referrals new')).toContain('Every opening that might fit is taken up.');
  });

  test('at one stage go over pages, and count in a community what it may see', async () => {
    const talk = await openTalk();
    const lin = talk.chat({ name: 'Lin', language: 'zh' });
    for (let id = 1; id <= 6; id += 1) {
      await handIn(talk, `title="Poet ${id}"`, { group: id === 1 ? 'west' : 'east', as: ['moderator'] });
      await lin.says(`/stage ${id} applied`);
    }
    expect(await lin.says('/referrals 已投递')).toMatch(/#6[^]*第 1 页，共 2 页/);
    expect(await lin.taps('下一页')).toContain('#1');
    expect(await lin.taps('上一页')).toContain('#6');
    const west = talk.chat({ name: 'Lin', group: 'west' });
    expect(await west.says('/referrals')).toMatch(/Applied\s+1\n/);
    expect(await west.says('/referrals applied')).not.toContain('#6');
  });
});

describe('to be named in the weekly thanks', () => {
  test('is offered after handing in, and agreed to with a tap', async () => {
    const talk = await openTalk();
    const mei = await handIn(talk, goodPost);
    expect(await mei.taps('Name me in the weekly thanks')).toContain('The weekly thanks may name you.');
    expect(await mei.says('/referrals')).not.toContain('Name me');
    expect(await mei.says('/privacy')).toMatch(/The weekly thanks may name you[^]*Do not name me/);
    expect(await mei.taps('Do not name me')).toContain('do not name you');
    expect(await mei.taps('Undo')).toContain('may name you');
    await mei.says('/privacy named=no');
    await mei.says('/referrals');
    expect(await mei.taps('Name me in the weekly thanks')).toContain('may name you');
  });

  test('is agreed to in a community as well, and seen by nobody else', async () => {
    const talk = await openTalk();
    const mei = await handIn(talk, goodPost, { group: 'west', language: 'zh' });
    expect(await mei.taps('每周致谢里写上我')).toContain('每周致谢里可以写你的名字。');
    expect(mei.reply()).toMatchObject({ private: true });
    const lin = await handIn(talk, chinesePost, { name: 'Lin' });
    expect(JSON.stringify(lin.reply())).not.toContain('named=yes');
  });
});
