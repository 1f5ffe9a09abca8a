import { describe, expect, test } from 'vitest';

import type { Language } from '../../core/language.ts';
import { openTalk } from '../chat.ts';
import { chinesePost, farPost, goodPost } from './posts.ts';

describe('a pasted post', () => {
  test('is shown as it was read, with its verdict, and kept when confirmed', async () => {
    const { chat } = await openTalk();
    const mei = chat({ as: ['moderator'] });
    const preview = await mei.says(`/submit ${goodPost}`);
    expect(preview).toContain('Is this right?');
    expect(preview).toMatch(/Title.*LLM Engineer/);
    expect(preview).toMatch(/Pay.*CNY 28,000–38,000 a month/);
    expect(preview).toMatch(/Good fit: \d+ of \d+ points/);
    expect(preview).toMatch(/\? Insurance base: not stated/);
    expect(mei.reply()).toMatchObject({ private: true });
    expect(await mei.says('/openings')).toContain('No openings yet');
    await mei.says('/draft');
    expect(await mei.taps('Confirm')).toContain('It is opening 1 now.');
    expect(await mei.taps('Show 1')).toMatch(/#1 LLM Engineer[^]*Acme Robotics[^]*Handed in by.*Mei/);
  });

  test('in Chinese', async () => {
    const { chat } = await openTalk();
    const mei = chat({ language: 'zh', as: ['moderator'] });
    const preview = await mei.says(`/submit ${chinesePost}`);
    expect(preview).toContain('这样对吗？');
    expect(preview).toMatch(/职位.*大模型算法工程师/);
    expect(preview).toMatch(/薪资.*30,000–45,000 元\/月，14 薪/);
    expect(preview).toContain('很合适：');
    expect(preview).toContain('? 社保公积金基数：未写明');
    expect(await mei.taps('确认')).toContain('已收录，编号 1');
  });

  test('names the network of an account', async () => {
    const { chat } = await openTalk();
    const post = '招聘算法工程师，深圳，30-50k，投递微信 abc_123x';
    expect(await chat().says(`/judge ${post}`)).toContain('WeChat abc_123x');
    expect(await chat({ language: 'zh' }).says(`/judge ${post}`)).toContain('微信 abc_123x');
    const other = '招聘算法工程师，深圳，30-50k，Telegram: @abc_123x';
    expect(await chat().says(`/judge ${other}`)).toContain('Telegram @abc_123x');
  });

  test('by a member waits for review and is not listed', async () => {
    const { chat } = await openTalk();
    const mei = chat();
    await mei.says(`/submit ${goodPost}`);
    expect(await mei.says('/draft confirm')).toContain('a moderator will look at it.');
    expect(await mei.says('/openings')).toContain('No openings yet');
    expect(await mei.says('/opening 1')).toMatch(/State.*waiting for review/);
    expect(await chat({ name: 'Bo' }).says('/opening 1')).toContain('no opening 1 that you can see');
  });

  test('that is no opening is doubted, yet not lost', async () => {
    const { chat } = await openTalk();
    const mei = chat();
    expect(await mei.says('/submit I had noodles for lunch today, and they were great.')).toContain(
      'does not look like a job opening',
    );
    expect(mei.reply()).not.toMatchObject({
      actions: expect.arrayContaining([expect.objectContaining({ label: 'Confirm' })]),
    });
    expect(await mei.says('/draft confirm')).toContain('needs a title');
    expect(await mei.says('/draft edit title=Noodle Engineer')).toMatch(/Title.*Noodle Engineer/);
    expect(await mei.taps('Confirm')).toContain('It is opening');
  });

  test('with name=value in it is text, not options', async () => {
    const { chat } = await openTalk();
    const preview = await chat().says(
      '/submit Data Engineer wanted\nLocation: Berlin\ncompany=Evil title=Pwned',
    );
    expect(preview).not.toMatch(/Company.*Evil/);
    expect(preview).not.toMatch(/Title.*Pwned/);
    const pasted = await chat().says('/submit company=Evil\nData Engineer wanted\nLocation: Berlin');
    expect(pasted).not.toMatch(/Company +Evil\n/);
    expect(pasted).toMatch(/Place +Berlin/);
  });

  test('that is too long is refused with its length', async () => {
    const { chat } = await openTalk();
    expect(await chat().says(`/submit ${'a'.repeat(20_001)}`)).toContain(
      '20,001 characters, and I can take 20,000. Make it shorter. Leave out what does not describe the job.',
    );
  });
});

describe('a form', () => {
  test('asks for what an opening needs and reads places and pay as people write them', async () => {
    const { chat } = await openTalk();
    const mei = chat({ as: ['seeker'] });
    await mei.says('/submit');
    const form = mei.reply();
    const names = form?.kind === 'form' ? form.fields.map(({ name }) => name) : [];
    expect(names).toEqual(['title', 'company', 'link', 'place', 'salary', 'details']);
    const preview = await mei.fills({
      title: 'Senior ML Engineer',
      company: 'Initech',
      place: 'remote, worldwide',
      salary: '5000-6000 USD a month',
      link: 'initech.example.com/jobs/1',
      details: 'Python and PyTorch',
    });
    expect(preview).toMatch(/Title.*Senior ML Engineer/);
    expect(preview).toMatch(/Place.*remote \(worldwide\)/);
    expect(preview).toMatch(/Pay.*USD 5,000–6,000 a month/);
    expect(preview).toContain('https://initech.example.com/jobs/1');
    expect(preview).toMatch(/Good fit/);
  });

  test('asks for no language by its labels, and is judged by the title as it is corrected', async () => {
    const { chat } = await openTalk();
    const mei = chat();
    expect(await mei.says('/submit title="ML Engineer" place=Guangzhou')).toMatch(/Language +not stated/);
    expect(await mei.says('/draft edit title=Java Backend Engineer')).toMatch(/Work +backend/);
  });

  test.each<[Language, string, string]>([
    ['en', 'remote, worldwide', 'remote (worldwide)'],
    ['en', 'remote (outside the United States)', 'remote (outside the United States)'],
    ['en', 'remote, worldwide except Russia', 'remote (outside Russia)'],
    ['en', 'remote (outside Russia and the United States)', 'remote (outside Russia and the United States)'],
    ['en', 'remote (Canada and Japan)', 'remote (Canada and Japan)'],
    ['zh', '远程，全球', '远程（全球）'],
    ['zh', '远程（美国以外）', '远程（美国以外）'],
    ['zh', '远程，除了俄罗斯、美国', '远程（俄罗斯和美国以外）'],
    ['zh', '远程（俄罗斯和美国以外）', '远程（俄罗斯和美国以外）'],
  ])(
    'reads the place as its hint and its own preview write it, in %s: %s',
    async (language, typed, shown) => {
      const { chat } = await openTalk();
      expect(await chat({ language }).says(`/submit title=Poet place="${typed}"`)).toContain(shown);
    },
  );

  test('can be typed as options in one line', async () => {
    const { chat } = await openTalk();
    const preview = await chat().says('/submit title="Senior ML Engineer" company=Initech place=Guangzhou');
    expect(preview).toMatch(/Company.*Initech/);
    expect(preview).toMatch(/✓ Place: in Guangzhou/);
  });

  test.each([
    ['salary=peanuts', 'could not read the pay in “peanuts”'],
    ['place=Xanadu', 'could not read the place in “Xanadu”'],
    ['link=nonsense', '“nonsense” is not a link'],
    ['link=javascript://alert', '“javascript://alert” is not a link'],
  ])('says what it cannot read: %s', async (field, refusal) => {
    const { chat, faults } = await openTalk();
    expect(await chat().says(`/submit title=Engineer ${field}`)).toContain(refusal);
    expect(faults).toEqual([]);
  });
});

describe('a draft', () => {
  test('is corrected in a form that is filled in; what was not touched stays', async () => {
    const { chat } = await openTalk();
    const mei = chat();
    const before = await mei.says(`/submit ${farPost}`);
    await mei.taps('Edit');
    const after = await mei.fills({ company: 'Contoso Research' });
    expect(after).toBe(before.replace(/Contoso(?=\s)/, 'Contoso Research'));
  });

  test('fields are emptied with a dash', async () => {
    const { chat } = await openTalk();
    const mei = chat();
    await mei.says(`/submit ${goodPost}`);
    const answer = await mei.says('/draft edit salary=- place=-');
    expect(answer).toMatch(/Pay.*not stated/);
    expect(answer).toMatch(/\? Place: not stated/);
  });

  test('is confirmed once, however often the button is pressed', async () => {
    const { chat } = await openTalk();
    const mei = chat({ as: ['moderator'] });
    await mei.says(`/submit ${goodPost}`);
    const answers = await Promise.all([
      mei.says('/draft id=1 action=confirm'),
      mei.says('/draft id=1 action=confirm'),
      mei.says('/draft id=1 action=confirm'),
    ]);
    expect(answers.filter((answer) => answer.includes('It is opening'))).toHaveLength(1);
    expect(answers.filter((answer) => answer.includes('already confirmed or cancelled'))).toHaveLength(2);
    expect(await mei.says('/openings')).toContain('1 opening\n');
  });

  test('that is cancelled cannot be confirmed', async () => {
    const { chat } = await openTalk();
    const mei = chat();
    await mei.says(`/submit ${goodPost}`);
    expect(await mei.taps('Cancel')).toContain('nothing was handed in');
    expect(await mei.says('/draft 1 confirm')).toContain('already confirmed or cancelled');
    expect(await mei.says('/draft')).toContain('nothing of yours');
  });

  test('is confirmed where it was begun, so that nobody else gets to see it', async () => {
    const { chat } = await openTalk();
    const east = chat({ group: 'east' });
    await east.says(`/submit ${goodPost}`);
    expect(await chat().says('/draft 1 confirm')).toContain('where you began it');
    expect(await east.says('/draft 1 confirm')).toContain('opening 1');
  });

  test('belongs to whoever began it', async () => {
    const { chat } = await openTalk();
    await chat().says(`/submit ${goodPost}`);
    const bo = chat({ name: 'Bo', as: ['moderator'] });
    expect(await bo.says('/draft 1 confirm')).toContain('nothing of yours');
    expect(await bo.says('/draft 1 cancel')).toContain('nothing of yours');
  });
});

describe('/judge', () => {
  test('reads and judges, and keeps nothing', async () => {
    const { chat } = await openTalk();
    const mei = chat({ as: ['moderator'] });
    const answer = await mei.says(`/judge ${farPost}`);
    expect(answer).toMatch(/Poor fit/);
    expect(answer).toContain('✗ Place: on site in Berlin');
    expect(await mei.says('/draft')).toContain('nothing of yours');
    expect(await mei.says('/judge what is for lunch?')).toContain('does not look like a job opening');
    expect(await mei.says('/judge')).toContain('The text is missing.');
  });
});
