// A post with several jobs: a list to choose from, each job looked at and corrected by itself, handed in together.

import { describe, expect, test } from 'vitest';

import { ordinaryLimits } from '../../commands/limits.ts';
import { openTalk } from '../chat.ts';
import { openPost } from '../letters.ts';
import { goodPost } from './posts.ts';

const post = `Acme Robotics | Guangzhou | ONSITE | Full-time
We build robots that carry things. Fluent English.
We are hiring:
- Office Manager | 10-12k CNY a month
- ML Engineer | 28-38k CNY a month
- Data Engineer | 26-30k CNY a month
- AI Agent Engineer | 30-40k CNY a month
Apply: jobs@acme.example.com`;

const chinesePost = `蓝鲸科技招聘，坐标广州
1. 大模型算法工程师 30-45K
2. 前端工程师 15-20K
3. AI Agent 开发工程师 28-40K
简历发 hr@lanjing.example.com`;

type Talk = Awaited<ReturnType<typeof openTalk>>;
type Reply = ReturnType<ReturnType<Talk['chat']>['reply']>;

const labels = (reply: Reply): readonly string[] =>
  reply?.kind === 'view' ? (reply.actions ?? []).map(({ label }) => label) : [];

describe('the list', () => {
  test('has the best fit first, and what fits is ticked', async () => {
    const { chat } = await openTalk();
    const mei = chat();
    const list = await mei.says(`/submit ${post}`);
    expect(list).toContain('4 jobs in one post');
    expect(list).toMatch(/Company +Acme Robotics\nPlace +Guangzhou · on site/);
    expect(list).toMatch(/1\. ☑ ML Engineer · CNY 28,000–38,000 a month · good fit/);
    expect(list).toMatch(/2\. ☑ AI Agent Engineer · .* · good fit/);
    expect(list).toMatch(/3\. ☐ Data Engineer · .* · poor fit/);
    expect(list).toMatch(/4\. ☐ Office Manager · .* · poor fit/);
    expect(labels(mei.reply())).toEqual(
      expect.arrayContaining(['Hand in 2', 'Untick all', 'Correct all', 'Cancel', '☑ 1', '☐ 3', 'Edit 4']),
    );
    expect(mei.reply()).toMatchObject({ private: true });
  });

  test('in Chinese', async () => {
    const { chat } = await openTalk();
    const mei = chat({ language: 'zh', as: ['moderator'] });
    const list = await mei.says(`/submit ${chinesePost}`);
    expect(list).toContain('这段内容里有 3 个职位');
    expect(list).toMatch(/1\. ☑ 大模型算法工程师 · 30,000–45,000 元\/月 · 很合适/);
    expect(list).toContain('3. ☐ 前端工程师');
    expect(await mei.taps('☑ 2')).toContain('2. ☐ AI Agent 开发工程师');
    expect(await mei.taps('提交 1 个')).toMatch(/已收录 1 个职位。\n\n- #1 大模型算法工程师/);
  });

  test('a tap ticks or unticks, all at once too, and twice is once', async () => {
    const { chat } = await openTalk();
    const mei = chat();
    await mei.says(`/submit ${post}`);
    expect(await mei.taps('☑ 1')).toContain('1. ☐ ML Engineer');
    expect(await mei.says('/draft id=1 action=untick n=1')).toContain('1. ☐ ML Engineer');
    expect(await mei.taps('☐ 4')).toContain('4. ☑ Office Manager');
    expect(await mei.taps('Untick all')).toContain('None of them is ticked.');
    expect(labels(mei.reply()).join()).not.toContain('Hand in');
    expect(await mei.says('/draft confirm')).toContain('No job is ticked.');
    expect(await mei.says('/draft all')).toMatch(/1\. ☑[^]*4\. ☑/);
    expect(await mei.says('/draft tick n=9')).toContain('There is no job 9: the post has 4.');
    expect(await mei.says('/draft tick')).toContain('Say which job: n=1 to n=4.');
    expect(await mei.says('/draft merge')).toContain('4 jobs in one post');
  });

  test('of jobs that all do not fit says so', async () => {
    const { chat } = await openTalk();
    const far = 'Contoso | Berlin | ONSITE\nWe are hiring:\n- Frontend Engineer\n- Office Manager';
    const list = await chat().says(`/submit ${far}`);
    expect(list).toContain('None of them fits, so none is ticked. Tap the number of a job to hand it in.');
    expect(await chat({ language: 'zh' }).says('/draft')).toContain('没有合适的，所以一个都没选。');
  });

  test('of many jobs has pages, and a tick stays on its page', async () => {
    const { chat } = await openTalk();
    const mei = chat();
    const many = Array.from({ length: 19 }, (_, index) => `- ML Engineer (Team ${index + 1})`);
    const first = await mei.says(`/submit Acme | Guangzhou | ONSITE\nWe are hiring:\n${many.join('\n')}`);
    expect(first).toContain('19 jobs in one post');
    expect(first).toContain('Page 1 of 3');
    expect(first).not.toContain('9. ☑');
    const second = await mei.taps('Next page');
    expect(second).toMatch(/9\. ☑ ML Engineer \(Team 9\)[^]*16\. ☑/);
    expect(await mei.taps('☑ 10')).toMatch(/10\. ☐[^]*Page 2 of 3/);
    expect(await mei.says('/draft page=4')).toContain('There are only 3 pages');
    expect(await mei.says('/draft confirm')).toContain('18 openings were handed in');
  });

  test('marks a job of which something is uncertain', async () => {
    const { chat } = await openTalk();
    const unclear = '蓝鲸科技招聘，远程办公：\n- 算法工程师\n- 大模型工程师（广州）\n微信 lanjing_hr';
    const list = await chat().says(`/submit ${unclear}`);
    expect(list).toMatch(/大模型工程师 · Guangzhou · on site \(\?\) · \w+ fit$/mu);
    expect(list).toMatch(/ 算法工程师 · remote · \w+ fit$/mu);
    expect(list).toContain('(?) I am not sure of that. Edit a job to correct it.');
    const clear = unclear.replace('（广州）', '');
    expect(await chat().says(`/submit ${clear}`)).not.toContain('(?)');
  });

  test('is judged line by line without keeping anything', async () => {
    const { chat } = await openTalk();
    const mei = chat();
    const answer = await mei.says(`/judge ${post}`);
    expect(answer).toContain('4 jobs in one post');
    expect(answer).toMatch(/1\. ML Engineer · .* · Good fit: \d+ of \d+ points/);
    expect(answer).toMatch(/4\. Office Manager · .* · Poor fit/);
    expect(await mei.says('/draft')).toContain('nothing of yours');
  });
});

describe('one job of it', () => {
  test('is looked at by itself, left out, and taken again', async () => {
    const { chat } = await openTalk();
    const mei = chat();
    await mei.says(`/submit ${post}`);
    const card = await mei.taps('Edit 1');
    expect(card).toMatch(/Job 1 of 4[^]*Title +ML Engineer[^]*Contact +jobs@acme.example.com[^]*Good fit:/);
    expect(card).not.toContain('Office Manager');
    expect(await mei.taps('Leave it out')).toContain('1. ☐ ML Engineer');
    await mei.taps('Edit 1');
    expect(await mei.taps('Hand it in')).toContain('1. ☑ ML Engineer');
    expect(await mei.says('/draft n=7')).toContain('There is no job 7');
  });

  test('is corrected by itself, by a button or in the form', async () => {
    const { chat } = await openTalk();
    const mei = chat({ as: ['moderator'] });
    await mei.says(`/submit ${post}`);
    await mei.taps('Edit 2');
    await mei.taps('Contract');
    expect(await mei.taps('part time')).toMatch(/Job 2 of 4[^]*Contract +part time/);
    await mei.taps('Edit');
    expect(await mei.fills({ title: 'Agent Engineer' })).toMatch(/Title +Agent Engineer/);
    const list = await mei.taps('All jobs');
    expect(list).toContain('2. ☑ Agent Engineer');
    expect(list).toContain('1. ☑ ML Engineer');
    await mei.taps('Hand in 2');
    expect(await mei.says('/opening 2')).toMatch(/Agent Engineer[^]*Contract +part time/);
    expect(await mei.says('/opening 1')).not.toContain('part time');
  });

  test('is corrected with all the others at once', async () => {
    const { chat } = await openTalk();
    const mei = chat();
    await mei.says(`/submit ${post}`);
    expect(await mei.taps('Correct all')).toContain('What is to be corrected for all of them?');
    await mei.taps('Company');
    const list = await mei.fills({ company: 'Acme Labs' });
    expect(list).toMatch(/Company +Acme Labs/);
    expect(await mei.says('/draft n=4')).toMatch(/Title +Office Manager[^]*Company +Acme Labs/);
  });

  test('for all at once is shown as far as the jobs have it in common, and their titles are not', async () => {
    const { chat } = await openTalk();
    const mei = chat();
    await mei.says(`/submit ${post}`);
    await mei.says('/draft salary=20-30k CNY a month');
    await mei.says('/draft edit');
    expect(labels(mei.reply()).join(', ')).not.toContain('Title');
    expect(await mei.taps('Pay')).toContain('CNY 20,000–30,000 a month');
    await mei.says('/draft n=2 salary=40k CNY a month');
    expect(await mei.says('/draft field=salary')).toMatch(/Pay +not stated/);
  });

  test('needs a title', async () => {
    const { chat } = await openTalk();
    const mei = chat();
    await mei.says(`/submit ${post}`);
    await mei.says('/draft n=1 title=-');
    expect(await mei.says('/draft confirm')).toMatch(
      /Add that of job 1\.\s+For example: \/draft n=1 title=…/u,
    );
    expect(await mei.says('/draft')).toContain('4 jobs in one post');
  });
});

describe('what is ticked', () => {
  test('is handed in at once, each an opening of its own with its own text, and can be taken back', async () => {
    const { chat, house } = await openTalk();
    const mei = chat();
    await mei.says(`/submit ${post}`);
    const thanks = await mei.taps('Hand in 2');
    expect(thanks).toContain('2 openings were handed in, and a moderator will look at them.');
    expect(thanks).toMatch(/#1 ML Engineer[^]*#2 AI Agent Engineer/);
    const stored = await house.store.openings.ofPost(1);
    expect(stored.map(({ opening }) => opening.title)).toEqual(['ML Engineer', 'AI Agent Engineer']);
    expect(stored[0]?.text).toContain('robots that carry things');
    expect(stored[0]?.text).not.toContain('Agent');
    expect(await mei.says('/draft 1 confirm')).toContain('already confirmed or cancelled');

    expect(await mei.says('/draft 1 close')).toContain('Closed: #1 and #2.');
    expect(await mei.says('/opening 1')).toMatch(/State +closed/);
    expect(await mei.says('/draft 1 close')).toContain('Nothing of that post is left');
    await mei.says('/draft 1 reopen');
    expect(await mei.says('/opening 2')).toMatch(/State +waiting for review/);
  });

  test('is taken back by a tap, and the tap too', async () => {
    const { chat } = await openTalk();
    const mei = chat({ as: ['moderator'] });
    await mei.says(`/submit ${post}`);
    expect(await mei.taps('Hand in 2')).toContain('2 openings were handed in.');
    await mei.taps('Close all');
    expect(await mei.says('/openings')).toContain('No openings yet');
    await mei.says('/draft 1 reopen');
    expect(await mei.taps('Close all')).toContain('Closed: #1 and #2.');
    expect(await mei.taps('Undo')).toContain('Open again: #1 and #2.');
    expect(await mei.says('/openings')).toContain('2 openings');
  });

  test('is told to those whom it concerns, and so is its end', async () => {
    const { chat, lettersTo } = await openPost();
    await chat({ name: 'Lin' }).says('/help');
    const mei = chat({ as: ['moderator'] });
    await mei.says(`/submit ${post}`);
    await mei.taps('Hand in 2');
    const good = [/#1 ML Engineer/, /#2 AI Agent Engineer/].map((name) => expect.stringMatching(name));
    expect(lettersTo('Lin')).toEqual(good);
    const bo = chat({ name: 'Bo' });
    await bo.says(`/submit ${post}`);
    await bo.taps('Hand in 2');
    await mei.says('/draft 1 close');
    expect(lettersTo('Bo')).toEqual([
      expect.stringMatching(/“ML Engineer” at Acme Robotics, which you handed in, is closed/),
      expect.stringMatching(/“AI Agent Engineer” at Acme Robotics, which you handed in, is closed/),
    ]);
    expect(lettersTo('Lin')).toEqual([]);
    await mei.says('/draft 1 reopen');
    expect(lettersTo('Bo')).toEqual([]);
    expect(lettersTo('Lin')).toEqual(good);
  });

  test('reaches those who want alerts', async () => {
    const { chat, lettersTo } = await openPost();
    await chat({ name: 'Gil' }).says('/subscribe alerts=on');
    const mei = chat({ as: ['moderator'] });
    await mei.says(`/submit ${post}`);
    await mei.taps('Hand in 2');
    expect(lettersTo('Gil')).toHaveLength(2);
  });

  test('is nobody else’s to confirm or to close', async () => {
    const { chat } = await openTalk();
    const mei = chat();
    await mei.says(`/submit ${post}`);
    const bo = chat({ name: 'Bo', as: ['moderator'] });
    expect(await bo.says('/draft 1 tick n=4')).toContain('nothing of yours');
    await mei.says('/draft 1 confirm');
    expect(await bo.says('/draft 1 close')).toContain('nothing of yours');
  });

  test('joins what is known already, unless it is not the same', async () => {
    const { chat } = await openTalk();
    await chat({ name: 'Gil', as: ['moderator'] }).says(`/submit ${post}`);
    await chat({ name: 'Gil', as: ['moderator'] }).says('/draft confirm');
    const mei = chat({ as: ['moderator'] });
    const list = await mei.says(`/submit ${post}`);
    expect(list).toMatch(/1\. ☑ ML Engineer .*the same as #1/);
    const card = await mei.taps('Edit 2');
    expect(card).toContain('This looks like opening 2, handed in by Gil.');
    expect(await mei.taps('Not the same: hand it in')).not.toMatch(/2\. .*the same/);
    const thanks = await mei.taps('Hand in 2');
    expect(thanks).toContain('1 opening was handed in.');
    expect(thanks).toMatch(/#3 AI Agent Engineer[^]*#1 ML Engineer.*you are counted in/);
    expect(await mei.says('/opening 1')).toContain('Gil and Mei');
  });

  test('leaves out what the person handed in before', async () => {
    const { chat } = await openTalk();
    const mei = chat({ as: ['moderator'] });
    await mei.says(`/submit ${post}`);
    await mei.taps('Hand in 2');
    const again = await mei.says(`/submit ${post}`);
    expect(again).toMatch(/1\. ☐ ML Engineer .*yours already: #1/);
    await mei.taps('☐ 1');
    expect(await mei.taps('Hand in 1')).toContain('You are now among those who handed in 1 opening.');
    expect(labels(mei.reply())).not.toContain('Close all');
  });

  test('counts one by one, and what is too much is not counted', async () => {
    const { chat } = await openTalk({ limits: { ...ordinaryLimits, submissionsPerPerson: 3 } });
    const mei = chat();
    await mei.says(`/submit ${post}`);
    await mei.says('/draft all');
    const refused = await mei.says('/draft confirm');
    expect(refused).toContain('I take 3 openings a day from one person, so only 3 more for now.');
    await mei.says('/draft untick n=4');
    expect(await mei.says('/draft confirm')).toContain('3 openings were handed in');
    await mei.says(`/submit ${goodPost}`);
    expect(await mei.says('/draft confirm')).toContain('You have handed in 3 openings within a day');
  });

  test('counts for the place as well, in Chinese too', async () => {
    const { chat } = await openTalk({ limits: { ...ordinaryLimits, submissionsPerPlace: 1 } });
    const mei = chat({ group: 'west', language: 'zh' });
    await mei.says(`/submit ${chinesePost}`);
    expect(await mei.says('/draft confirm')).toContain('这里一天最多收 1 个职位，现在还能收 1 个');
    await mei.says('/draft untick n=2');
    expect(await mei.says('/draft confirm')).toContain('已收到 1 个职位，管理员会看一下');
  });
});

test('a post that was forwarded to a form keeps to one opening', async () => {
  const { chat } = await openTalk();
  expect(
    await chat().says('/submit title="ML Engineer" details="Or: Data Engineer, Product Manager"'),
  ).toContain('Is this right?');
});
