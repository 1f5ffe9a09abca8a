import { describe, expect, test } from 'vitest';

import { openTalk } from '../chat.ts';
import { openPost } from '../letters.ts';

async function withLin() {
  const post = await openPost();
  const lin = post.chat({ name: 'Lin' });
  await lin.says('/help');
  return { ...post, lin };
}

describe('a question', () => {
  test('asked in private is passed on to the seeker, and answered in private', async () => {
    const { chat, lin, letters, lettersTo } = await withLin();
    const mei = chat({ language: 'zh' });
    expect(await mei.says('/ask 你用过 "Ray" 吗？\n想了解一下')).toContain('问题已经转给小林');
    expect(letters()).toMatchObject([
      {
        to: 'test:Lin',
        dueAt: '2026-11-10T12:00:00.000Z',
        text: expect.stringMatching(
          /^Mei asks:\n[^]*你用过 "Ray" 吗？\n[^]*想了解一下[^]*→ Answer: \/answer id=1/,
        ),
      },
    ]);
    await lin.says('/answer 1');
    expect(lin.reply()).toMatchObject({
      kind: 'form',
      fields: [{ name: 'text', hint: expect.stringContaining('Ray') }],
    });
    expect(await lin.fills({ text: '用过两年。\n很喜欢。' })).toBe(
      'Your answer is kept. In two minutes Mei reads it in private; until then you can still change it unseen.\n\n→ Change it: /answer id=1',
    );
    expect(lettersTo('Lin')).toEqual([]);
    expect(letters()).toMatchObject([
      {
        to: 'test:Mei',
        language: 'zh',
        dueAt: '2026-11-10T12:02:00.000Z',
        text: expect.stringMatching(/^你问过：[^]*Ray[^]*小林回答：\n+用过两年。\n很喜欢。$/),
      },
    ]);
    expect(await mei.says('/ask')).toMatch(/小林的回答[^]*Ray[^]*用过两年。/);
    expect(await chat({ name: 'Bo' }).says('/ask')).toContain('No question has been answered here yet.');
    expect(await chat({ name: 'Bo', group: 'west' }).says('/ask')).not.toContain('Ray');
  });

  test('asked in private is between two, whoever runs the bot', async () => {
    const { chat, lin } = await withLin();
    await chat().says('/ask Have you used Ray?');
    await lin.says('/answer 1 For two years.');
    expect(await chat({ name: 'Op', as: ['operator'] }).says('/ask')).not.toContain('Ray');
    expect(await lin.says('/ask')).toMatch(/Ray[^]*For two years/);
  });

  test('asked in a community is answered there and in private, and looked up there', async () => {
    const { chat, lin, letters } = await withLin();
    await chat().says('/help');
    const west = chat({ group: 'west' });
    expect(await west.says('/ask Have you used Ray?')).toBe(
      'Thank you. I have passed the question on to Lin; the answer comes here.',
    );
    expect(west.reply()).not.toHaveProperty('private');
    await chat({ name: 'Mo', group: 'west', as: ['moderator'] }).says('/language zh');
    expect(await lin.says('/answer 1 For two years.')).toContain(
      'Mei reads it in private and where it was asked',
    );
    expect(letters()).toMatchObject([
      { to: 'test:Mei', language: 'en', text: expect.stringContaining('You asked:') },
      {
        to: 'test:west',
        language: 'zh',
        text: expect.stringMatching(/^Mei问过：[^]*小林回答：[^]*For two years\.$/),
      },
    ]);
    expect(await chat({ name: 'Bo', group: 'west' }).says('/ask')).toMatch(/Ray[^]*For two years/);
    expect(await chat({ name: 'Bo', group: 'east' }).says('/ask')).not.toContain('Ray');
    expect(await chat({ name: 'Bo' }).says('/ask')).not.toContain('Ray');
  });

  test('is answered in the language it was asked in, where the community chose none', async () => {
    const { chat, lin, letters } = await withLin();
    await chat({ group: 'south', language: 'zh' }).says('/ask 用过 Ray 吗？');
    await lin.says('/answer 1 用过两年。');
    expect(letters()).toMatchObject([
      { to: 'test:south', language: 'zh', text: expect.stringContaining('Mei问过：') },
    ]);
  });

  test('goes back to exactly the channel or topic where it was asked', async () => {
    const { house, lin, letters } = await withLin();
    const { id } = await house.store.places.locate(
      { platform: 'test', externalId: 'west', kind: 'group' },
      { zone: 'UTC' },
      new Date(0),
    );
    const who = { platform: 'test', externalId: 'Mei', name: 'Mei', language: null };
    const { id: askerId } = await house.store.people.identify(who, new Date(0));
    await house.store.inquiries.ask(
      { profileId: 'lin', placeId: id, channel: '7', audience: `place:${id}`, askerId, question: 'Ray?' },
      new Date(0),
    );
    await lin.says('/answer 1 Yes.');
    expect(letters().map(({ to }) => to)).toEqual(['test:west/7']);
  });

  test('by somebody who cannot be written to is answered where it was asked', async () => {
    const { chat, lin } = await withLin();
    await chat({ group: 'west' }).says('/ask Ray?');
    expect(await lin.says('/answer 1 Yes.')).toContain('In two minutes Mei reads it where it was asked;');
  });

  test('can be written in a form', async () => {
    const { chat, letters } = await withLin();
    const mei = chat();
    expect(await mei.says('/ask')).toContain('Be the first to ask Lin something.');
    await mei.taps('Ask something');
    expect(mei.reply()).toMatchObject({ kind: 'form', title: 'Ask Lin' });
    expect(await mei.fills({ question: 'Ray?' })).toContain('passed your question on');
    expect(letters()).toHaveLength(1);
  });

  test('waits where the seeker is not known to the bot', async () => {
    const { chat, letters } = await openPost();
    await chat().says('/ask Ray?');
    expect(letters()).toEqual([]);
    expect(await chat({ name: 'Lin' }).says('/answer')).toContain('Ray?');
  });

  test('too many are put off, apart from openings', async () => {
    const { chat } = await openTalk({
      limits: { commandsPerPerson: 1000, submissionsPerPerson: 2, submissionsPerPlace: 1000 },
    });
    const mei = chat();
    await mei.says('/submit title=Poet');
    await mei.says('/draft confirm');
    for (let n = 0; n < 2; n += 1) expect(await mei.says('/ask Ray?')).toContain('Thank you');
    expect(await mei.says('/ask Ray?')).toMatch(/2 questions within a day[^]*again in 24 hours/);
    expect(await chat({ language: 'zh' }).says('/ask Ray?')).toContain('每人一天最多问 2 个问题');
  });

  test('and no place lets more of them through, whoever moderates it', async () => {
    const { chat } = await openTalk({
      limits: { commandsPerPerson: 1000, submissionsPerPerson: 2, submissionsPerPlace: 1000 },
    });
    const mod = chat({ name: 'Mo', as: ['moderator'], group: 'own' });
    await mod.says('/settings submissions_per_person 1000');
    const mei = chat({ group: 'own' });
    for (const asker of [mod, mei]) {
      for (let n = 0; n < 2; n += 1) expect(await asker.says('/ask Ray?')).toContain('Thank you');
      expect(await asker.says('/ask Ray?')).toContain('2 questions within a day');
    }
    await mod.says('/settings submissions_per_person 1');
    const bo = chat({ name: 'Bo', group: 'own' });
    await bo.says('/ask Ray?');
    expect(await bo.says('/ask Ray?')).toContain('1 question within a day');
    const lin = chat({ name: 'Lin', as: ['seeker'], group: 'own' });
    for (let n = 0; n < 3; n += 1) expect(await lin.says('/ask Ray?')).toContain('Thank you');
  });
});

describe('an answer', () => {
  test('is better unseen until it is sent, and a correction afterwards', async () => {
    const { chat, lin, lettersTo, send, later } = await withLin();
    await chat().says('/ask Ray?');
    await lin.says('/answer 1 Yess.');
    await lin.taps('Change it');
    expect(lin.reply()).toMatchObject({ kind: 'form', fields: [{ value: 'Yess.' }] });
    await lin.fills({ text: 'Yes.' });
    expect(lettersTo('Mei')).toEqual([expect.stringMatching(/Lin answers:\n+Yes\.$/)]);
    send();
    later(1);
    await lin.says('/answer 1 No.');
    await lin.says('/answer 1 No!');
    expect(lettersTo('Mei')).toEqual([expect.stringMatching(/Lin has corrected the answer:\n+No!$/)]);
  });

  test('comes to those too who want no letters', async () => {
    const { chat, lin, letters, lettersTo } = await withLin();
    const mei = chat();
    await mei.says('/privacy news=off');
    await mei.says('/ask Ray?');
    await lin.says('/answer 1 Yes.');
    expect(lettersTo('Mei')).toHaveLength(1);
    expect(letters().at(-1)?.view.actions).toEqual([]);
  });

  test('is the seeker’s alone to give, and to what is asked here', async () => {
    const { chat, lin } = await withLin();
    await chat({ group: 'west' }).says('/ask Ray?');
    expect(await chat().says('/answer 1 No.')).toContain('Only the seeker can do that.');
    expect(await chat({ name: 'Lin', group: 'east' }).says('/answer 1 No.')).toContain('no question 1 here');
    expect(await chat({ name: 'Lin', group: 'east' }).says('/answer')).toContain(
      'No question waits for you.',
    );
    expect(await lin.says('/answer 7 No.')).toContain('no question 7 here');
  });
});

describe('what waits for the seeker', () => {
  test('is listed, the oldest first, over pages', async () => {
    const { chat, lin } = await withLin();
    for (let n = 1; n <= 4; n += 1) await chat({ name: `Mei${n}` }).says(`/ask Question ${n}?`);
    expect(await lin.says('/answer')).toMatch(/4 questions to answer[^]*#1 Mei1 asks:[^]*Page 1 of 2/);
    expect(await lin.taps('Next page')).toContain('#4 Mei4 asks:');
    await lin.taps('Answer 4');
    expect(await lin.fills({ text: 'Yes.' })).toContain('Mei4 reads it in private');
    expect(await lin.says('/answer')).toContain('3 questions to answer');
  });

  test('can be taken away, after one more question', async () => {
    const { chat, lin, letters } = await withLin();
    await chat({ name: 'Troll' }).says('/ask Rude?');
    await lin.says('/answer');
    expect(await lin.taps('Delete question 1')).toMatch(/for good\?[^]*Troll asks:[^]*Rude\?/);
    expect(await lin.taps('Delete question 1')).toContain('Question 1 is deleted.');
    expect(letters()).toEqual([]);
    expect(await lin.says('/answer 1 drop=sure')).toContain('no question 1 here');
    expect(await lin.says('/answer')).toContain('No question waits for you.');
  });

  test('is gone with whoever asked', async () => {
    const { chat, lin, letters } = await withLin();
    const mei = chat();
    await mei.says('/ask Ray?');
    expect(await mei.says('/privacy export')).toMatch(/"question": "Ray\?"/);
    await mei.says('/privacy erase confirm=yes');
    expect(letters()).toEqual([]);
    expect(await lin.says('/answer')).toContain('No question waits for you.');
  });
});
