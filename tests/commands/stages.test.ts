import { expect, test } from 'vitest';

import { openPost } from '../letters.ts';
import { goodPost } from './posts.ts';

/** Mei's opening stands, Bo has joined it, and all that was to be told of that has been. */
async function referred() {
  const post = await openPost();
  const mei = post.chat();
  const bo = post.chat({ name: 'Bo', language: 'zh' });
  const lin = post.chat({ name: 'Lin' });
  await mei.says(`/submit ${goodPost}`);
  await mei.says('/draft confirm');
  await post.chat({ name: 'Mo', as: ['moderator'] }).says('/review 1 accept');
  await bo.says(`/submit ${goodPost}`);
  await bo.says('/draft action=merge');
  await lin.says('/help');
  post.send();
  return { ...post, mei, bo, lin };
}

test('a move is told to everybody who referred it, in their language, two minutes later', async () => {
  const { lin, letters } = await referred();
  expect(await lin.says('/stage 1 interview See you, and "thank you"\nLin')).toContain(
    'Opening 1 is at this stage now: interview. In two minutes I tell the 2 people who referred it.',
  );
  expect(letters()).toMatchObject([
    {
      to: 'test:Mei',
      language: 'en',
      dueAt: '2026-11-10T12:02:00.000Z',
      text: expect.stringMatching(
        /^Your referral is at the interview stage: “LLM Engineer” at Acme Robotics\.\n[^]*See you, and "thank you"\n[^]*Lin/,
      ),
    },
    { to: 'test:Bo', language: 'zh', text: expect.stringContaining('进入面试了') },
  ]);
});

test('the opening shows its stage to all, and to the seeker the next ones', async () => {
  const { lin, mei } = await referred();
  expect(await mei.says('/opening 1')).not.toContain('Stage');
  await lin.says('/opening 1');
  expect(await lin.taps('I am interested')).toContain('is at this stage now: interested');
  expect(await lin.taps('Show 1')).toMatch(/Stage\s+interested, since November 10, 2026/);
  await lin.taps('I applied');
  expect(await mei.says('/opening 1')).toMatch(/Stage\s+applied, since/);
  expect(mei.reply()).not.toMatchObject({
    actions: expect.arrayContaining([expect.objectContaining({ label: 'Interview' })]),
  });
  expect(await lin.says('/stage 1')).toMatch(/LLM Engineer[^]*applied, since[^]*few words to those/);
  expect(await lin.taps('They said no')).toContain('rejected');
});

test('a slip that is undone in time is told to nobody', async () => {
  const { lin, letters } = await referred();
  await lin.says('/stage 1 applied');
  await lin.says('/stage 1 rejected');
  expect(await lin.taps('Undo')).toBe(
    'Taken back: opening 1 is at the stage before: applied. Nobody has heard of it.\n\n→ Show 1: /opening id=1',
  );
  expect(letters().map(({ text }) => text.split('\n')[0])).toEqual([
    'Lin has applied for “LLM Engineer” at Acme Robotics, thanks to you.',
    expect.stringContaining('小林已经投递了'),
  ]);
  expect(await lin.says('/opening 1')).toMatch(/Stage\s+applied/);
});

test('what was told before it is undone is corrected', async () => {
  const { lin, letters, lettersTo, send } = await referred();
  await lin.says('/stage 1 interview');
  send();
  expect(await lin.taps('Undo')).toContain('opening 1 is not taken up. 2 people had heard of it');
  expect(lettersTo('Mei')).toEqual([expect.stringContaining('A correction: “LLM Engineer” at Acme')]);
  expect(letters().at(-1)?.text).toContain('更正一下：你推荐的“LLM Engineer”（Acme Robotics）还没有跟进。');
  await lin.says('/stage 1 applied');
  await lin.says('/stage 1 interview');
  send();
  await lin.taps('Undo');
  expect(lettersTo('Mei')).toEqual([expect.stringContaining('is at this stage: applied')]);
});

test('the example of a note leads on, and there is none where the way has ended', async () => {
  const { chat, lin } = await referred();
  expect(await lin.says('/stage 1')).toContain('/stage 1 interested …');
  await lin.says('/stage 1 interview');
  const phone = chat({ name: 'Lin', language: 'zh' });
  expect(await phone.says('/stage 1')).toContain('/stage 1 offer …');
  await lin.says('/stage 1 offer');
  expect(await lin.says('/stage 1')).toContain('/stage 1 accepted …');
  await lin.says('/stage 1 declined');
  expect(await lin.says('/stage 1')).not.toContain('…');
});

test('a step back is told as a correction', async () => {
  const { lin, lettersTo, send } = await referred();
  await lin.says('/stage 1 offer');
  send();
  await lin.says('/stage 1 interview');
  expect(lettersTo('Mei')).toEqual([
    expect.stringContaining('A correction: “LLM Engineer” at Acme Robotics is at this stage: interview.'),
  ]);
});

test('only the newest move can be undone, and none twice', async () => {
  const { chat, lin } = await referred();
  await lin.says('/stage 1 applied');
  const phone = chat({ name: 'Lin' });
  await phone.says('/stage 1 interview');
  expect(await lin.taps('Undo')).toContain('was moved in the meantime');
  expect(await phone.taps('Undo')).toContain('Taken back');
  expect(await phone.says('/stage 1 undo=2')).toContain('was moved in the meantime');
  expect(await phone.says('/stage 1 applied')).toContain('at that stage already: applied');
});

test('what cannot go its own way is refused', async () => {
  const { chat, mei, lin } = await referred();
  const mod = chat({ name: 'Mo', as: ['moderator'] });
  for (const title of ['Poet', 'Painter']) {
    await mei.says(`/submit title=${title} company=Acme`);
    await mei.says('/draft confirm');
  }
  await mod.says('/review 2 reject');
  await mod.says('/review 3 merge into=1');
  expect(await lin.says('/stage 2 applied')).toContain('was already rejected');
  expect(await lin.says('/stage 3 applied')).toContain('went into it');
  expect(await lin.says('/stage 9 applied')).toContain('no opening 9');
  await mod.says('/close 1 filled');
  expect(await lin.says('/stage 1 interview')).toContain('is at this stage now');
});

test('a merged opening leaves its stage to the one that stays, until they are separated', async () => {
  const { chat, mei, lin, send, lettersTo } = await referred();
  const mod = chat({ name: 'Mo', as: ['moderator'] });
  await mei.says('/submit title="Large models" company=Acme');
  await mei.says('/draft confirm');
  await lin.says('/stage 2 interview');
  send();
  await mod.says('/review 2 merge into=1');
  expect(await lin.says('/opening 1')).toMatch(/Stage\s+interview/);
  await mod.says('/review 2 undo=yes');
  expect(await lin.says('/opening 1')).not.toContain('Stage');
  expect(await lin.says('/opening 2')).toMatch(/Stage\s+interview/);

  await mod.says('/review 2 merge into=1');
  await lin.says('/stage 1 offer');
  expect(lettersTo('Mei')).toEqual([
    expect.stringContaining('known already'),
    expect.stringContaining('led to an offer: “LLM Engineer” at Acme Robotics'),
  ]);
  await mod.says('/review 2 undo=yes');
  expect(await lin.says('/opening 1')).toMatch(/Stage\s+offer/);
});

test('is for the seeker alone, where the opening can be seen', async () => {
  const { chat, mei, letters } = await referred();
  for (const person of [mei, chat({ name: 'Mo', as: ['moderator'] })]) {
    expect(await person.says('/stage 1 accepted')).toContain('Only the seeker can do that.');
  }
  const west = chat({ name: 'Wu', group: 'west' });
  await west.says('/submit title=Poet');
  await west.says('/draft confirm');
  const east = chat({ name: 'Lin', group: 'east' });
  expect(await east.says('/stage 2 applied')).toContain('no opening 2');
  expect(await east.says('/stage 1 applied')).toContain('is at this stage now');
  expect(east.reply()).toMatchObject({ private: true });
  expect(letters()).toHaveLength(2);
});

test('where nobody can be told, nobody is', async () => {
  const { chat, letters } = await openPost();
  const wu = chat({ name: 'Wu', group: 'west' });
  await wu.says('/submit title=Poet');
  await wu.says('/draft confirm');
  const lin = chat({ name: 'Lin', language: 'zh' });
  expect(await lin.says('/stage 1 面试中')).toContain('1 号职位的进展：面试中。没有能通知的人。');
  expect(letters()).toEqual([]);
});
