// Correcting one field of a draft: one tap to the field and one to the value, what is uncertain or missing first.

import { describe, expect, test } from 'vitest';

import type { LinkReading } from '../../commands/linked-post.ts';
import type { Language } from '../../core/language.ts';
import type { OpeningField } from '../../core/opening.ts';
import { readOpening } from '../../core/reading/read.ts';
import { openTalk } from '../chat.ts';
import { chinesePost, goodPost } from './posts.ts';

const openPost = `ML Engineer wanted by Initech
Guangzhou or Shanghai
Pay: 25-35k CNY a month, juniors 18-22k CNY a month
You will train models with PyTorch. Apply at https://initech.example.com/jobs/7`;

/** A chat in which a link leads to a post that was read with these doubts. */
async function doubting(doubts: readonly OpeningField[], post = goodPost, language: Language = 'en') {
  const readLink = (): Promise<LinkReading> =>
    Promise.resolve({ reading: { ...readOpening(post), doubts }, text: post });
  const talk = await openTalk({ readLink });
  const mei = talk.chat({ as: ['moderator'], language });
  const card = await mei.says('/submit https://acme.example.com/jobs/llm');
  return { ...talk, mei, card };
}

type Mei = Awaited<ReturnType<typeof doubting>>['mei'];

const labels = (mei: Mei): readonly string[] => {
  const reply = mei.reply();
  return reply?.kind === 'view' ? (reply.actions ?? []).map(({ label }) => label) : [];
};

describe('the card', () => {
  test('marks what is uncertain, says what the mark means, and offers that and what is missing first', async () => {
    const { mei, card } = await doubting(['salary', 'arrangement']);
    expect(card).toMatch(/Pay +CNY 28,000–38,000 a month \(\?\)\n/);
    expect(card).toMatch(/Place +Guangzhou · on site \(\?\)\n/);
    expect(card).toMatch(/Company +Acme Robotics\n/);
    expect(card).toContain('(?) I am not sure of that. A tap on the field corrects it.');
    expect(labels(mei).slice(3)).toEqual([
      '? Place',
      '? Pay',
      '+ Contact',
      '+ Insurance',
      'Title',
      'Company',
      'Contract',
      'Language',
      'Work',
      'Skills',
      'Link',
    ]);
  });

  test('in Chinese', async () => {
    const { mei, card } = await doubting(['company'], chinesePost, 'zh');
    expect(card).toMatch(/公司 +蓝鲸科技（？）/);
    expect(card).toContain('标了（？）的我没把握，点一下那一项就能改。');
    expect(await mei.taps('? 公司')).toContain('公司（招聘的公司）［蓝鲸科技］：');
  });

  test('without doubts has no marks', async () => {
    const { card } = await doubting([]);
    expect(card).not.toContain('(?)');
  });

  test('of /judge is marked too', async () => {
    const { mei } = await doubting(['salary']);
    expect(await mei.says('/judge https://acme.example.com/jobs/llm')).toMatch(
      /a month \(\?\)[^]*\(\?\) I am not sure of that\./,
    );
  });
});

describe('a doubt', () => {
  test('goes when the value is right', async () => {
    const { mei } = await doubting(['salary', 'company']);
    const asked = await mei.taps('? Pay');
    expect(asked).toMatch(/Pay +CNY 28,000–38,000 a month \(\?\)/);
    const card = await mei.taps('It is right');
    expect(card).toMatch(/Pay +CNY 28,000–38,000 a month\n/);
    expect(card).toMatch(/Company +Acme Robotics \(\?\)/);
  });

  test('goes when the field is corrected, even to the same', async () => {
    const { mei } = await doubting(['salary', 'company']);
    await mei.taps('? Company');
    expect(await mei.fills({})).toMatch(/Company +Acme Robotics\n/);
    expect(await mei.says('/draft edit salary=30-40k CNY a month')).not.toContain('(?)');
  });

  test('stays where the form came back as it was', async () => {
    const { mei } = await doubting(['salary', 'company']);
    await mei.taps('Edit');
    const card = await mei.fills({ company: 'Acme Labs' });
    expect(card).toMatch(/Company +Acme Labs\n/);
    expect(card).toContain('a month (?)');
  });

  test('stays over what else is corrected, and until it is confirmed', async () => {
    const { mei } = await doubting(['salary']);
    await mei.taps('Title');
    expect(await mei.fills({ title: 'LLM Researcher' })).toContain('a month (?)');
    await mei.says('/draft');
    expect(await mei.taps('Confirm')).toContain('It is opening 1');
  });
});

describe('a field', () => {
  test('that can be counted is chosen', async () => {
    const { mei } = await doubting([]);
    await mei.taps('Contract');
    expect(await mei.taps('part time')).toMatch(/Contract +part time/);
    await mei.taps('Work');
    expect(await mei.taps('data')).toMatch(/Work +data/);
    await mei.taps('Language');
    expect(await mei.taps('English and Chinese')).toMatch(/Language +English and Chinese/);
    await mei.taps('Language');
    expect(await mei.taps('Not stated')).toMatch(/Language +not stated/);
    await mei.taps('+ Insurance');
    expect(await mei.taps('CNY 20,000 a month')).toMatch(/Insurance base +CNY 20,000 a month/);
  });

  test('is offered what the post names elsewhere', async () => {
    const { chat } = await openTalk();
    const mei = chat();
    await mei.says(`/submit ${openPost}`);
    await mei.taps('? Pay');
    expect(await mei.taps('CNY 18,000–22,000 a month')).toMatch(/Pay +CNY 18,000–22,000 a month/);
    await mei.says('/draft edit place=Berlin');
    await mei.taps('Place');
    expect(labels(mei)).toEqual(
      expect.arrayContaining(['Guangzhou', 'Shanghai', 'remote, worldwide', 'hybrid']),
    );
    expect(await mei.taps('Shanghai')).toMatch(/Place +Shanghai · on site/);
    await mei.taps('Place');
    expect(await mei.taps('hybrid')).toMatch(/Place +Shanghai · hybrid/);
    await mei.taps('Place');
    expect(await mei.taps('remote, worldwide')).toMatch(/Place +Shanghai · remote \(worldwide\)/);
  });

  test('that the post leaves open is offered around what is looked for', async () => {
    const { chat } = await openTalk();
    const mei = chat();
    await mei.says('/submit title="ML Engineer" company=Initech');
    await mei.taps('+ Pay');
    expect(await mei.taps('CNY 25,000–40,000 a month')).toMatch(/Pay +CNY 25,000–40,000 a month/);
    await mei.taps('+ Place');
    expect(await mei.taps('Guangzhou')).toMatch(/Place +Guangzhou/);
    await mei.taps('Place');
    expect(await mei.taps('Back')).toContain('Is this right?');
  });

  test('is typed, and emptied with a dash', async () => {
    const { mei } = await doubting([]);
    await mei.taps('Skills');
    expect(mei.reply()).toMatchObject({
      kind: 'form',
      fields: [{ name: 'skills', value: 'Robotics, LLM, PyTorch, Python, Docker' }],
    });
    expect(await mei.fills({ skills: 'k8s，Python' })).toMatch(/Skills +Kubernetes, Python/);
    await mei.taps('Skills');
    expect(await mei.fills({ skills: '-' })).not.toMatch(/^Skills/mu);
    await mei.taps('+ Contact');
    expect(await mei.fills({ contact: 'jobs@acme.example.com' })).toMatch(/Contact +jobs@acme.example.com/);
    await mei.taps('Contact');
    expect(await mei.fills({ contact: '-' })).not.toMatch(/^Contact +/mu);
    await mei.taps('Pay');
    await mei.taps('Type it');
    expect(await mei.fills({ salary: '-' })).toMatch(/Pay +not stated/);
    await mei.taps('+ Insurance');
    await mei.taps('Type it');
    expect(await mei.fills({ insurance: 'much' })).toContain('could not read an amount');
    expect(await mei.says('/draft insurance=2万')).toMatch(/Insurance base +CNY 20,000/);
    expect(await mei.says('/draft insurance=15,000')).toMatch(/Insurance base +CNY 15,000/);
    expect(await mei.says('/draft insurance=-')).toMatch(/Insurance base +not stated/);
  });

  test('of several places keeps all of them', async () => {
    const { mei } = await doubting([]);
    expect(await mei.says('/draft place="Shenzhen, Guangzhou"')).toMatch(/Place +Shenzhen, Guangzhou/);
    expect(await mei.says('/draft place=深圳,广州,北京')).toMatch(/Place +Shenzhen, Guangzhou, Beijing/);
  });

  test('that somebody chose is not changed by a new title', async () => {
    const { mei } = await doubting([]);
    expect(await mei.says('/draft title="Frontend Engineer"')).toMatch(/Work +frontend/);
    expect(await mei.says('/draft focus=data')).toMatch(/Work +data/);
    expect(await mei.says('/draft title="Research Engineer"')).toMatch(/Work +data/);
  });

  test('of an opening that is in is corrected by the same options', async () => {
    const { mei } = await doubting([]);
    await mei.taps('Confirm');
    await mei.says(
      '/edit 1 focus=backend skills=Go,Redis contact=wechat:acme arrangement=hybrid contract=unknown',
    );
    const opening = await mei.says('/opening 1');
    expect(opening).toMatch(
      /Place +Guangzhou · hybrid[^]*Work +backend[^]*Skills +Go, Redis[^]*Contact +WeChat acme/,
    );
    expect(opening).not.toMatch(/^Contract +/mu);
  });
});

test('every button fits into 64 bytes, however large the numbers', async () => {
  const { chat, house } = await openTalk();
  const mei = chat();
  await mei.says(`/submit ${openPost}`);
  const draft = await house.store.drafts.find(1, 1);
  expect(draft).not.toBeNull();
  for (const field of ['place', 'salary', 'contract', 'language', 'focus', 'insurance']) {
    await mei.says(`/draft field=${field}`);
    const reply = mei.reply();
    const calls =
      reply?.kind === 'view' ? (reply.actions ?? []).flatMap((one) => ('call' in one ? [one.call] : [])) : [];
    expect(calls.length).toBeGreaterThan(2);
    for (const call of calls)
      expect(new TextEncoder().encode(call.replace('id=1', 'id=1234567 n=50')).length).toBeLessThanOrEqual(
        64,
      );
  }
});
