import { describe, expect, test } from 'vitest';

import { openTalk } from '../chat.ts';
import { openMailbag } from '../letters.ts';
import { seeker } from '../seeker.ts';
import { farPost, goodPost } from './posts.ts';

/** Ann wants alerts, in English; Hua wants them in Chinese, but not at night. */
async function readers() {
  const mailbag = await openMailbag();
  const profile = { ...seeker, identities: ['test:Lin'] };
  const talk = await openTalk({ profile, operators: ['test:Olga'] }, mailbag.url);
  await talk.chat({ name: 'Ann' }).says('/subscribe alerts=on');
  await talk.chat({ name: 'Hua', language: 'zh' }).says('/subscribe alerts=on quiet=22:00-08:00 zone=广州');
  const handIn = async (person: ReturnType<typeof talk.chat>, post = goodPost) => {
    await person.says(`/submit ${post}`);
    await person.says('/draft confirm');
  };
  const letters = () => mailbag.letters().filter(({ kind }) => kind === 'alert');
  return { ...talk, mailbag, letters, handIn, mod: talk.chat({ name: 'Mo', as: ['moderator'] }) };
}

describe('a good fit', () => {
  test('that stands at once is told of, to each in their language', async () => {
    const { mod, handIn, letters } = await readers();
    await handIn(mod);
    expect(letters()).toMatchObject([
      { key: 'alert 1 1', kind: 'alert', to: 'test:Ann', language: 'en' },
      { key: 'alert 1 2', kind: 'alert', to: 'test:Hua', language: 'zh' },
    ]);
    const [english, chinese] = letters().map(({ text }) => text);
    expect(english).toMatch(
      /A good fit came in[^]*#1 LLM Engineer · Acme Robotics[^]*Good fit: \d+ of \d+ points[^]*opening id=1/,
    );
    expect(chinese).toMatch(/来了一个很合适的职位[^]*很合适：/);
  });

  test('that waits for review is told of when a moderator accepts it, once', async () => {
    const { chat, mod, handIn, letters } = await readers();
    await handIn(chat());
    expect(letters()).toEqual([]);
    await mod.says('/review 1 accept');
    expect(letters()).toHaveLength(2);
    await mod.taps('Undo');
    expect(letters()).toEqual([]);
    await mod.says('/review 1 accept');
    expect(letters()).toHaveLength(2);
  });

  test('is told of no more when it is closed before the letter left, and again when that is taken back', async () => {
    const { mod, handIn, letters } = await readers();
    await handIn(mod);
    await mod.says('/close 1');
    expect(letters()).toEqual([]);
    await mod.taps('Undo');
    expect(letters()).toHaveLength(2);
  });

  test('that an edit makes of another is told of, and of one that is none any more no more', async () => {
    const { mod, handIn, letters } = await readers();
    await handIn(mod);
    await mod.says('/edit 1 place=Berlin salary=5k CNY a month');
    expect(letters()).toEqual([]);
    await mod.says('/edit 1 place=Guangzhou salary=40k CNY a month');
    expect(letters().map(({ text }) => text)).toEqual([
      expect.stringContaining('CNY 40,000 a month'),
      expect.stringContaining('40,000 元/月'),
    ]);
  });

  test('comes after the quiet hours, by the clock of the reader', async () => {
    const { mod, handIn, at, letters } = await readers();
    at('2026-11-10T15:00Z');
    await handIn(mod);
    expect(letters().map(({ to, dueAt }) => `${to} ${dueAt}`)).toEqual([
      'test:Ann 2026-11-10T15:00:00.000Z',
      'test:Hua 2026-11-11T00:00:00.000Z',
    ]);
  });

  test('is no news to whoever handed it in or accepts it', async () => {
    const { chat, handIn, letters } = await readers();
    await handIn(chat({ name: 'Ann' }));
    await chat({ name: 'Hua', as: ['moderator'] }).says('/review 1 accept');
    expect(letters()).toEqual([]);
  });
});

test('what is no good fit, and what is rejected, is not told of', async () => {
  const { chat, mod, handIn, letters } = await readers();
  await handIn(mod, farPost);
  await handIn(chat());
  await mod.says('/review 2 reject');
  expect(letters()).toEqual([]);
});

test('what belongs to a community is told of to operators, and to the seeker as everything is', async () => {
  const { chat, handIn, mailbag, at } = await readers();
  await chat({ name: 'Lin' }).says('/subscribe alerts=on quiet=22:00-08:00 zone=UTC');
  await chat({ name: 'Olga' }).says('/subscribe alerts=on');
  at('2026-11-10T23:00Z');
  await handIn(chat({ name: 'Mo', as: ['moderator'], group: 'west' }));
  expect(mailbag.letters().map(({ kind, to, dueAt }) => `${kind} ${to} ${dueAt}`)).toEqual([
    'alert test:Olga 2026-11-10T23:00:00.000Z',
    'news test:Lin 2026-11-11T08:00:00.000Z',
  ]);
});

test('alerts that are off, or stopped, or paused by the bot, are not written, and those that wait are taken back', async () => {
  const { chat, mod, house, handIn, at, letters } = await readers();
  at('2026-11-10T15:00Z');
  await handIn(mod);
  await chat({ name: 'Hua', language: 'zh' }).says('/subscribe alerts=off');
  expect(letters().map(({ to }) => to)).toEqual(['test:Ann']);
  await house.store.subscriptions.pause(
    { platform: 'test', externalId: 'Ann', channel: null },
    'blocked',
    new Date('2026-11-10T15:00Z'),
  );
  await handIn(mod);
  expect(letters()).toHaveLength(1);
  await chat({ name: 'Ann' }).says('/unsubscribe');
  expect(letters()).toEqual([]);
});
