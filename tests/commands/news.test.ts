// Letters about what was decided, and about what came in.

import { describe, expect, test } from 'vitest';

import { openPost } from '../letters.ts';
import { chinesePost, farPost, goodPost } from './posts.ts';

/** Handed in by Mei in private and waiting; Bo reads Chinese and joined it. */
async function waiting() {
  const post = await openPost();
  const mei = post.chat();
  await mei.says(`/submit ${farPost}`);
  await mei.says('/draft confirm');
  const mod = post.chat({ name: 'Mo', as: ['moderator'] });
  return { ...post, mei, mod };
}

describe('whoever handed it in hears', () => {
  test('that it is accepted, two minutes later', async () => {
    const { mod, letters } = await waiting();
    await mod.says('/review 1 accept');
    expect(letters()).toMatchObject([
      {
        to: 'test:Mei',
        dueAt: '2026-11-10T12:02:00.000Z',
        text: expect.stringMatching(
          /^“Frontend Engineer” at Contoso, which you handed in, is accepted\. Thank you\.\n[^]*My referrals[^]*No more letters/,
        ),
      },
    ]);
  });

  test('that it is rejected, with the reason', async () => {
    const { mod, lettersTo } = await waiting();
    await mod.says('/review 1 reject only one opening a post, please');
    expect(lettersTo('Mei')).toEqual([
      expect.stringMatching(/is not accepted[^]*Reason\s+only one opening a post, please/),
    ]);
  });

  test('the last word of several, and nothing of what was taken back in time', async () => {
    const { mod, lettersTo } = await waiting();
    await mod.says('/review 1 accept');
    await mod.taps('Undo');
    expect(lettersTo('Mei')).toEqual([]);
    await mod.says('/review 1 accept');
    await mod.says('/review 1 reject');
    expect(lettersTo('Mei')).toEqual([expect.stringContaining('is not accepted')]);
  });

  test('each word that came later than the one before was sent', async () => {
    const { mod, lettersTo, send, later } = await waiting();
    await mod.says('/review 1 accept');
    send();
    later(1);
    await mod.says('/close 1 filled');
    expect(lettersTo('Mei')).toEqual([expect.stringMatching(/is closed[^]*filled/)]);
    await mod.taps('Undo');
    expect(lettersTo('Mei')).toEqual([]);
  });

  test('that it went into another, without a word of which', async () => {
    const { chat, mei, mod, letters } = await waiting();
    const bo = chat({ name: 'Bo', language: 'zh' });
    await bo.says('/submit title=Poet company=Acme');
    await bo.says('/draft confirm');
    await mod.says('/review 2 merge into=1');
    expect(letters()).toMatchObject([
      { to: 'test:Bo', text: expect.stringContaining('“Poet”（Acme）之前已经有了') },
    ]);
    expect(letters()[0]?.text).not.toMatch(/Frontend|1 号/);
    await mod.says('/review 2 undo=yes');
    expect(letters()).toEqual([]);
    await mod.says('/review 2 merge into=1');
    await mei.says('/close 1');
    expect(letters().map(({ to }) => to)).toEqual(['test:Bo', 'test:Bo']);
  });

  test('nothing of what they did themselves', async () => {
    const { mei, letters } = await waiting();
    await mei.says('/close 1');
    await mei.taps('Undo');
    expect(letters()).toEqual([]);
  });
});

describe('letters', () => {
  test('stop with the button under any of them, and begin again', async () => {
    const { mei, mod, letters, lettersTo, chat } = await waiting();
    await mod.says('/review 1 accept');
    expect(letters()[0]?.view.actions).toContainEqual({ label: 'No more letters', call: 'privacy news=off' });
    expect(await mei.says('/privacy news=off')).toContain('I write to you only when you asked me something.');
    await mod.says('/review 1 reject');
    expect(lettersTo('Mei')).toEqual([]);
    expect(await mei.taps('Undo')).toContain('I write to you when something comes of what you did.');
    await mod.says('/review 1 accept');
    expect(lettersTo('Mei')).toHaveLength(1);
    expect(await chat({ name: 'Bo', language: 'zh' }).says('/privacy')).toContain('你做的事有了结果');
  });

  test('are in the person’s language, else the account’s', async () => {
    const { chat, mei, mod, letters } = await waiting();
    await mei.says('/language zh');
    await mod.says('/review 1 accept');
    expect(letters()[0]).toMatchObject({ language: 'zh', text: expect.stringContaining('通过了审核') });
    await chat({ name: 'Mei' }).says('/language en');
    await mod.says('/review 1 reject');
    expect(letters()[0]).toMatchObject({ language: 'en' });
  });
});

describe('a letter goes', () => {
  test('to the account that was used last', async () => {
    const { chat, mei, mod, letters, later } = await waiting();
    later(1);
    const elsewhere = chat({ name: 'mei', platform: 'discord', group: 'guild' });
    await elsewhere.says('/help');
    const code = /\/link (\w+)/u.exec(await mei.says('/link'))?.[1];
    const inPrivate = chat({ name: 'mei', platform: 'discord' });
    expect(await inPrivate.says(`/link ${code}`)).toContain('You are one person now');
    await mod.says('/review 1 accept');
    expect(letters().map(({ to }) => to)).toEqual(['discord:mei']);
    later(1);
    await mei.says('/help');
    await mod.says('/review 1 reject');
    expect(letters().map(({ to }) => to)).toEqual(['test:Mei']);
    later(1);
    await elsewhere.says('/help');
    await mod.says('/review 1 accept');
    expect(letters().map(({ to }) => to)).toEqual(['discord:mei']);
  });

  test('to another account where the bot was shut out of the one that was used last', async () => {
    const { chat, mei, mod, letters, later, house } = await waiting();
    const there = chat({ name: 'mei', platform: 'discord' });
    const code = /\/link (\w+)/u.exec(await mei.says('/link'))?.[1];
    await there.says(`/link ${code}`);
    later(1);
    await there.says('/help');
    await house.store.places.shutOut('discord', 'mei', 'blocked', new Date(0));
    await mod.says('/review 1 accept');
    expect(letters().map(({ to }) => to)).toEqual(['test:Mei']);
  });

  test('where the bot may write first or was written to, and not into the console', async () => {
    const { chat, letters, mod } = await waiting();
    for (const [id, platform] of ['telegram', 'console', 'discord'].entries()) {
      const person = chat({ name: platform, platform, group: 'west' });
      await person.says(`/submit title="Poet ${id}"`);
      await person.says('/draft confirm');
    }
    await chat({ name: 'console', platform: 'console' }).says('/help');
    const west = { name: 'Wu', group: 'west', as: ['moderator'] } as const;
    for (const platform of ['telegram', 'console', 'discord'])
      for (const id of [2, 3, 4]) await chat({ ...west, platform }).says(`/review ${id} accept`);
    await mod.says('/help');
    expect(letters().map(({ to }) => to)).toEqual(['discord:discord']);
  });
});

describe('the seeker hears of a good one', () => {
  async function withLin() {
    const post = await openPost();
    const lin = post.chat({ name: 'Lin', language: 'zh' });
    await lin.says('/help');
    return { ...post, lin, mei: post.chat() };
  }

  test('once, with its verdict and what to do with it', async () => {
    const { mei, letters, lettersTo, send } = await withLin();
    await mei.says(`/submit ${chinesePost}`);
    await mei.says('/draft confirm');
    expect(letters()).toMatchObject([
      {
        to: 'test:Lin',
        language: 'zh',
        dueAt: '2026-11-10T12:02:00.000Z',
        text: expect.stringMatching(/有个很合适的职位\n\n#1 大模型算法工程师[^]*很合适：\d+ 分[^]*待审核/),
        view: {
          actions: [
            { label: '查看 1 号', call: 'opening id=1' },
            { label: '感兴趣', call: 'stage id=1 stage=interested' },
            { label: '不再通知我' },
          ],
        },
      },
    ]);
    send();
    await mei.says('/edit 1 company=Acme');
    expect(lettersTo('Lin')).toEqual([]);
  });

  test('as it is once corrected, and not when it is gone or taken up', async () => {
    const { chat, mei, lin, lettersTo } = await withLin();
    await mei.says(`/submit ${goodPost}`);
    await mei.says('/draft confirm');
    await mei.says('/edit 1 company=Other');
    expect(lettersTo('Lin')).toEqual([expect.stringContaining('Other')]);
    const mod = chat({ name: 'Mo', as: ['moderator'] });
    await mod.says('/review 1');
    await mod.taps('Accept');
    expect(lettersTo('Lin')).toEqual([expect.not.stringContaining('待审核')]);
    await mei.says('/close 1');
    expect(lettersTo('Lin')).toEqual([]);
    await mei.says('/close 1 undo=yes');
    expect(lettersTo('Lin')).toHaveLength(1);
    await lin.says('/stage 1 interested');
    await mei.says('/edit 1 company=Third');
    expect(lettersTo('Lin')).toEqual([]);
  });

  test('when an answer of the poster makes it one', async () => {
    const { mei, lettersTo } = await withLin();
    await mei.says('/submit LLM Engineer at Acme, English, PyTorch, 30-40k CNY a month');
    await mei.says('/draft confirm');
    expect(lettersTo('Lin')).toEqual([]);
    await mei.says('/edit 1 remote=worldwide');
    expect(lettersTo('Lin')).toHaveLength(1);
  });

  test('not of others, nor of their own', async () => {
    const { mei, lin, letters } = await withLin();
    await mei.says(`/submit ${farPost}`);
    await mei.says('/draft confirm');
    await lin.says(`/submit ${goodPost}`);
    await lin.says('/draft confirm');
    expect(letters()).toEqual([]);
  });
});

describe('moderators hear that something waits', () => {
  async function withMo() {
    const post = await openPost();
    const west = { group: 'west' } as const;
    const mei = post.chat(west);
    const mo = post.chat({ name: 'Mo', as: ['moderator'], ...west });
    await post.chat({ name: 'Mo' }).says('/help');
    await mei.says('/submit title=Poet');
    await mei.says('/draft confirm');
    expect(post.letters()).toEqual([]);
    await mo.says('/review 1 accept');
    return { ...post, mei, mo };
  }

  test('once a day, an hour later, without a word of what', async () => {
    const { mei, letters, send, later } = await withMo();
    for (const title of ['Painter', 'Cook']) {
      await mei.says(`/submit title=${title}`);
      await mei.says('/draft confirm');
    }
    expect(letters()).toMatchObject([
      {
        to: 'test:Mo',
        dueAt: '2026-11-10T13:00:00.000Z',
        text: expect.stringContaining('something waits for review in a community where you moderate'),
      },
    ]);
    expect(letters()[0]?.text).not.toContain('Painter');
    send();
    later(1);
    await mei.says('/submit title=Clerk');
    await mei.says('/draft confirm');
    expect(letters()).toHaveLength(1);
  });

  test('and hear nothing when somebody has seen to it', async () => {
    const { mei, mo, letters } = await withMo();
    for (const title of ['Painter', 'Cook']) {
      await mei.says(`/submit title=${title}`);
      await mei.says('/draft confirm');
    }
    await mo.says('/review 2 reject');
    expect(letters()).toHaveLength(1);
    await mo.says('/review 3 accept');
    expect(letters()).toEqual([]);
  });

  test('of what came in privately too, and not of what others moderate', async () => {
    const { chat, letters } = await withMo();
    const wu = chat({ name: 'Wu' });
    await wu.says('/submit title=Painter');
    await wu.says('/draft confirm');
    expect(letters()).toEqual([]);
    await chat({ name: 'Ed', as: ['moderator'], language: 'zh' }).says('/review 2 accept');
    await wu.says('/submit title=Cook');
    await wu.says('/draft confirm');
    expect(letters().filter(({ to }) => to === 'test:Ed')).toMatchObject([
      { text: expect.stringContaining('私下提交的职位在等审核') },
    ]);
    expect(letters().some(({ to }) => to === 'test:Mo')).toBe(false);
  });
});

test('whoever hands something in where others read along learns how to hear of it', async () => {
  const { chat } = await openPost();
  const mei = chat({ group: 'west' });
  await mei.says(`/submit ${goodPost}`);
  expect(await mei.says('/draft confirm')).toContain(
    'To hear what becomes of it, write to me in private once.',
  );
  await chat().says('/help');
  await mei.says('/submit title=Poet company=Acme');
  expect(await mei.says('/draft confirm')).not.toContain('in private once');
});
