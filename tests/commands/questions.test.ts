import { describe, expect, test } from 'vitest';

import { openTalk } from '../chat.ts';
import { farPost, goodPost } from './posts.ts';

const remotePost = `Initech is hiring: Senior ML Engineer
Remote, full-time.
You will train and serve large language models with PyTorch and Python.
Apply: https://initech.example.com/jobs/9`;

async function handedIn(post: string, person: { as?: readonly ['moderator']; language?: 'en' | 'zh' } = {}) {
  const talk = await openTalk();
  const mei = talk.chat(person);
  await mei.says(`/submit ${post}`);
  return { ...talk, mei, confirmed: await mei.says('/draft confirm') };
}

describe('after confirming', () => {
  test('what a criterion leaves unknown is asked, one tap at a time, never more than three times', async () => {
    const { mei, confirmed, chat } = await handedIn(remotePost);
    expect(confirmed).toMatch(/as opening 1[^]*from where may people work\?/);
    const second = await mei.taps('remote, worldwide');
    expect(second).toMatch(/Opening 1 is corrected\. Partial fit|Opening 1 is corrected\. Good fit/);
    expect(second).toContain('what does it pay?');
    const third = await mei.taps('CNY 25,000–40,000 a month');
    expect(third).toContain('on what monthly base are social insurance');
    const last = await mei.taps('CNY 20,000 a month');
    expect(last).toMatch(/Opening 1 is corrected\. Good fit: \d+ of 15 points\./);
    expect(last).not.toContain('One thing the post leaves open');
    expect(await mei.says('/opening 1')).not.toContain('One thing the post leaves open');
    const seen = await chat({ name: 'Mo', as: ['moderator'] }).says('/opening 1');
    expect(seen).toMatch(/remote \(worldwide\)[^]*CNY 25,000–40,000 a month[^]*CNY 20,000 a month/);
    expect(seen).toMatch(/✓ Place[^]*✓ Pay[^]*✓ Insurance base/);
  });

  test('nothing is asked where all is known, or where no answer would help', async () => {
    const { mei, confirmed } = await handedIn(goodPost);
    expect(confirmed).toContain('on what monthly base');
    expect(await mei.says('/edit 1 insurance=25000')).not.toContain('leaves open');
    expect((await handedIn(farPost)).confirmed).not.toContain('leaves open');
  });

  test('not to know is an answer, and is remembered', async () => {
    const { mei } = await handedIn(remotePost);
    const second = await mei.taps('I do not know');
    expect(second).toMatch(/All right, that stays open\. Partial fit[^]*what does it pay\?/);
    expect(await mei.taps('I do not know')).toContain('on what monthly base');
    expect(await mei.says('/opening 1')).toContain('on what monthly base');
    expect(await mei.taps('I do not know')).not.toContain('leaves open');
    expect(await mei.says('/opening 1')).not.toContain('leaves open');
  });

  test('an answer can be typed', async () => {
    const { mei } = await handedIn(remotePost);
    await mei.taps('Type it');
    expect(await mei.fills({ remote: 'Japan, 中国' })).toContain('what does it pay?');
    await mei.taps('Type it');
    expect(await mei.fills({ salary: '6000-7000 USD a month' })).toContain('is corrected');
    const shown = await mei.says('/opening 1');
    expect(shown).toMatch(/remote \(China and Japan\)/);
    expect(shown).toContain('USD 6,000–7,000 a month');
  });

  test('where nothing is said of the place, cities and remote work are offered', async () => {
    const { mei, confirmed } = await handedIn(remotePost.replace('Remote, full-time', 'Full-time'));
    expect(confirmed).toContain('where is the work done?');
    expect(await mei.taps('Guangzhou')).toContain('what does it pay?');
    expect(await mei.says('/opening 1')).toContain('✓ Place: in Guangzhou');
  });
});

describe('answers', () => {
  test.each([
    ['remote=worldwide', /remote \(worldwide\)/],
    ['remote=outside China', /remote \(outside China\)/],
    ['remote=中国以外', /remote \(outside China\)/],
    ['remote=不限', /remote \(worldwide\)/],
    ['insurance=18000', /Insurance base +CNY 18,000 a month/],
    ['contract=contract', /Contract +contract/],
    ['language=both', /Language +English and Chinese/],
  ])('%s can be given as an option', async (option, shown) => {
    const { mei } = await handedIn(remotePost);
    expect(await mei.says(`/edit 1 ${option}`)).toContain('Opening 1 is corrected.');
    expect(await mei.says('/opening 1')).toMatch(shown);
  });

  test.each([
    ['remote=Xanadu', 'could not read from where “Xanadu” is'],
    ['remote=outside Xanadu', 'could not read from where'],
    ['insurance=much', 'has to be a number'],
    ['language=fr', 'no language I know'],
    ['skip=everything', 'no question I know'],
  ])('%s is refused, and changes nothing', async (option, refusal) => {
    const { mei } = await handedIn(remotePost);
    const before = await mei.says('/opening 1');
    expect(await mei.says(`/edit 1 ${option}`)).toContain(refusal);
    expect(await mei.says('/opening 1')).toBe(before);
  });

  test('to what was open need no second review; a correction of what was known does', async () => {
    const { mei, chat } = await handedIn(remotePost);
    const mo = chat({ name: 'Mo', as: ['moderator'] });
    await mo.says('/review 1 accept');
    await mei.says('/opening 1');
    expect(await mei.taps('remote, worldwide')).toContain('Opening 1 is corrected.');
    expect(await mei.taps('CNY 25,000–40,000 a month')).toContain('Opening 1 is corrected.');
    expect(await mo.says('/openings')).toContain('#1 Senior ML Engineer');
    expect(await mei.says('/edit 1 salary=1000-2000 CNY a month')).toContain(
      'a moderator will look at it again',
    );
  });

  test('come from whoever handed it in', async () => {
    const { chat } = await handedIn(remotePost, { as: ['moderator'] });
    const bo = chat({ name: 'Bo' });
    expect(await bo.says('/opening 1')).not.toContain('leaves open');
    for (const line of ['/edit 1 skip=remote', '/edit 1 remote=worldwide', '/edit 1 field=remote']) {
      expect(await bo.says(line)).toContain('Only whoever handed it in');
    }
    const mo = chat({ name: 'Mo', as: ['moderator'] });
    expect(await mo.says('/edit 1 skip=remote')).not.toContain('leaves open');
    expect(await chat().says('/opening 1')).toContain('from where may people work?');
  });

  test('keep the places that the post names', async () => {
    const { mei } = await handedIn(
      remotePost.replace('Remote, full-time', 'Location: Berlin (remote possible)'),
    );
    await mei.says('/edit 1 remote=worldwide');
    expect(await mei.says('/opening 1')).toMatch(/Berlin · remote \(worldwide\)/);
  });
});

test('in Chinese', async () => {
  const { mei, confirmed } = await handedIn(remotePost, { language: 'zh' });
  expect(confirmed).toContain('还想问一下：可以在哪里远程？');
  const second = await mei.taps('远程（全球）');
  expect(second).toMatch(/1 号职位已更正。.*合适：\d+ 分（满分 15）。/);
  expect(second).toContain('薪资大概多少？');
  expect(await mei.taps('25,000–40,000 元/月')).toContain('社保公积金每月按多少基数交？');
  expect(await mei.taps('不清楚')).toContain('好的，这一项先空着。');
  expect(await mei.says('/opening 1')).toMatch(/✓ 地点[^]*✓ 薪资/);
});
