import { describe, expect, test } from 'vitest';

import { messagesOf } from '../../commands/locales/messages.ts';
import { requiredLanguages } from '../../core/opening.ts';
import { questionKinds } from '../../core/questions.ts';
import { openTalk } from '../chat.ts';
import { farPost, goodPost } from './posts.ts';

const words = messagesOf('en');
const { ask } = words.questions;
const chinese = messagesOf('zh');

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
    expect(confirmed).toContain(ask.remote);
    const second = await mei.taps(words.questions.remote(words.scope('worldwide')));
    expect(second).toContain(words.edit.done(1));
    expect(second).toContain(ask.salary);
    const third = await mei.taps('CNY 25,000–40,000 a month');
    expect(third).toContain(ask.insurance);
    const last = await mei.taps('CNY 20,000 a month');
    expect(last).toContain(words.edit.done(1));
    expect(last).toMatch(/\d+ of 15/);
    expect(last).not.toContain(words.questions.unknown);
    expect(await mei.says('/opening 1')).not.toContain(words.questions.unknown);
    const seen = await chat({ name: 'Mo', as: ['moderator'] }).says('/opening 1');
    expect(seen).toMatch(/remote \(worldwide\)[^]*CNY 25,000–40,000 a month[^]*CNY 20,000 a month/);
    expect(seen).toMatch(/✓ Place[^]*✓ Pay[^]*✓ Insurance base/);
  });

  test('nothing is asked where all is known, or where no answer would help', async () => {
    const { mei, confirmed } = await handedIn(goodPost);
    expect(confirmed).toContain(ask.insurance);
    expect(await mei.says('/edit 1 insurance=25000')).not.toContain(words.questions.unknown);
    expect((await handedIn(farPost)).confirmed).not.toContain(words.questions.unknown);
  });

  test('a form that leaves a box empty is no answer', async () => {
    const { mei } = await handedIn(remotePost);
    await mei.taps(words.questions.unknown);
    await mei.says('/edit 1');
    expect(await mei.fills({ company: 'Initech Labs', salary: '-' })).toContain(ask.salary);
  });

  test('not to know is an answer, and is remembered', async () => {
    const { mei } = await handedIn(remotePost);
    const second = await mei.taps(words.questions.unknown);
    expect(second).toContain(words.questions.skipped);
    expect(second).toContain(ask.salary);
    expect(await mei.taps(words.questions.unknown)).toContain(ask.insurance);
    expect(await mei.says('/opening 1')).toContain(ask.insurance);
    expect(await mei.taps(words.questions.unknown)).not.toContain(words.questions.unknown);
    expect(await mei.says('/opening 1')).not.toContain(words.questions.unknown);
  });

  test('an answer can be typed', async () => {
    const { mei } = await handedIn(remotePost);
    await mei.taps(words.questions.type);
    expect(await mei.fills({ remote: 'Japan, 中国' })).toContain(ask.salary);
    await mei.taps(words.questions.type);
    expect(await mei.fills({ salary: '6000-7000 USD a month' })).toContain(words.edit.done(1));
    const shown = await mei.says('/opening 1');
    expect(shown).toMatch(/remote \(China and Japan\)/);
    expect(shown).toContain('USD 6,000–7,000 a month');
  });

  test('where nothing is said of the place, cities and remote work are offered', async () => {
    const { mei, confirmed } = await handedIn(remotePost.replace('Remote, full-time', 'Full-time'));
    expect(confirmed).toContain(ask.place);
    expect(await mei.taps('Guangzhou')).toContain(ask.salary);
    expect(await mei.says('/opening 1')).toContain('✓ Place: in Guangzhou');
  });
});

describe('answers', () => {
  test.each([
    ['remote=worldwide', /remote \(worldwide\)/],
    ['remote=outside China', /remote \(outside China\)/],
    ['remote=中国以外', /remote \(outside China\)/],
    ['remote=outside Russia, China', /remote \(outside China and Russia\)/],
    ['remote=不限', /remote \(worldwide\)/],
    ['insurance=18000', /Insurance base +CNY 18,000 a month/],
    ['contract=contract', /Contract +contract/],
    ['language=both', /Language +English and Chinese/],
  ])('%s can be given as an option', async (option, shown) => {
    const { mei } = await handedIn(remotePost);
    expect(await mei.says(`/edit 1 ${option}`)).toContain(words.edit.done(1));
    expect(await mei.says('/opening 1')).toMatch(shown);
  });

  test.each([
    ['remote=Xanadu', words.questions.unreadableScope('Xanadu')],
    ['remote=outside Xanadu', words.questions.unreadableScope('outside Xanadu')],
    ['insurance=much', words.draft.unreadable.insurance('much')],
    ['language=fr', words.refusals.notAChoice(words.option('language'), 'fr', requiredLanguages)],
    ['skip=everything', words.refusals.notAChoice(words.option('skip'), 'everything', questionKinds)],
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
    expect(await mei.taps(words.questions.remote(words.scope('worldwide')))).toContain(words.edit.done(1));
    expect(await mei.taps('CNY 25,000–40,000 a month')).toContain(words.edit.done(1));
    expect(await mo.says('/openings')).toContain('#1 Senior ML Engineer');
    expect(await mei.says('/edit 1 salary=1000-2000 CNY a month')).toContain(words.edit.reviewed(1));
  });

  test('come from whoever handed it in', async () => {
    const { chat } = await handedIn(remotePost, { as: ['moderator'] });
    const bo = chat({ name: 'Bo' });
    expect(await bo.says('/opening 1')).not.toContain(words.questions.unknown);
    for (const line of ['/edit 1 skip=remote', '/edit 1 remote=worldwide', '/edit 1 field=remote']) {
      expect(await bo.says(line)).toContain(words.close.notYours);
    }
    const mo = chat({ name: 'Mo', as: ['moderator'] });
    expect(await mo.says('/edit 1 skip=remote')).not.toContain(words.questions.unknown);
    expect(await chat().says('/opening 1')).toContain(ask.remote);
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
  expect(confirmed).toContain(chinese.questions.ask.remote);
  const second = await mei.taps(chinese.questions.remote(chinese.scope('worldwide')));
  expect(second).toContain(chinese.edit.done(1));
  expect(second).toContain(chinese.questions.ask.salary);
  expect(await mei.taps('25,000–40,000 元/月')).toContain(chinese.questions.ask.insurance);
  expect(await mei.taps(chinese.questions.unknown)).toContain(chinese.questions.skipped);
  expect(await mei.says('/opening 1')).toMatch(/✓ 地点[^]*✓ 薪资/);
});
