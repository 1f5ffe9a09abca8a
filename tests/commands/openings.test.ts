import { describe, expect, test } from 'vitest';

import { openTalk } from '../chat.ts';
import { chinesePost, farPost, goodPost, handIn } from './posts.ts';

describe('the list', () => {
  test('shows the best fit first', async () => {
    const talk = await openTalk();
    await handIn(talk, farPost);
    await handIn(talk, goodPost);
    const answer = await talk.chat().says('/openings');
    expect(answer).toContain('2 openings');
    expect(answer).toMatch(/#2 LLM Engineer.*good fit[^]*#1 Frontend Engineer.*poor fit/);
  });

  test('is searched in both languages, and filtered by fit', async () => {
    const talk = await openTalk();
    await handIn(talk, farPost);
    await handIn(talk, chinesePost);
    const mei = talk.chat();
    expect(await mei.says('/openings 大模型')).toMatch(/1 opening for “大模型”[^]*#2/);
    expect(await mei.says('/openings Guangzhou')).toMatch(/#2/);
    expect(await mei.says('/openings 柏林')).toMatch(/#1/);
    expect(await mei.says('/openings 前端')).toMatch(/#1/);
    expect(await mei.says('/openings react good')).toContain('No good fit matches “react”.');
    expect(await mei.taps('Whatever the fit')).toContain('1 opening for “react”');
    expect(await mei.says('/openings cobol')).toContain('No opening matches “cobol”');
    expect(await mei.says('/openings fit=poor')).toMatch(/1 opening\n[^]*#1/);
    expect(await mei.says('/openings good')).toMatch(/#2/);
    expect(await mei.says('/openings partial')).toContain('No opening is a partial fit yet');
    expect(await mei.taps('Whatever the fit')).toMatch(/#1[^]*#2|#2[^]*#1/);
  });

  test('goes over pages, by buttons', async () => {
    const talk = await openTalk();
    for (let n = 1; n <= 7; n += 1) await handIn(talk, goodPost);
    const mei = talk.chat();
    expect(await mei.says('/openings llm')).toContain('Page 1 of 2');
    const second = await mei.taps('Next page');
    expect(second).toContain('Page 2 of 2');
    expect(second).toMatch(/#2[^]*#1/);
    expect(await mei.taps('Previous page')).toContain('Page 1 of 2');
    expect(await mei.says('/openings page=3')).toContain('There are only 2 pages: choose one from 1 to 2.');
  });

  test('asks to shorten what is too long, without advice for posts', async () => {
    const { chat } = await openTalk();
    const answer = await chat().says(`/openings ${'x'.repeat(201)}`);
    expect(answer).toContain('201 characters, and I can take 200. Make it shorter.');
    expect(answer).not.toContain('describe the job');
  });

  test('tells how to go on where the search is too long for a button', async () => {
    const talk = await openTalk();
    const words = '负责大语言模型的训练和微调'.repeat(2);
    for (let n = 1; n <= 6; n += 1) await handIn(talk, `${chinesePost}\n${words}`);
    const mei = talk.chat();
    const answer = await mei.says(`/openings ${words}`);
    expect(answer).toContain('the same again with page=2');
    expect(await mei.says(`/openings ${words} page=2`)).toContain('Page 2 of 2');
  });

  test('is judged anew when the criteria change', async () => {
    const talk = await openTalk();
    await handIn(
      talk,
      `${goodPost}\nSocial insurance base: 8,000 CNY a month`.replace('28,000-38,000', '10,000-12,000'),
    );
    const mei = talk.chat();
    expect(await mei.says('/openings')).toContain('poor fit');
    talk.later(100);
    expect(await mei.says('/openings')).toContain('good fit');
    expect(await mei.says('/openings fit=good')).toContain('#1');
  });
});

describe('other communities', () => {
  test('see nothing of what was handed in to one: not listed, not counted, not shown, not changed', async () => {
    const talk = await openTalk();
    await handIn(talk, goodPost, { group: 'east' });
    const west = talk.chat({ name: 'Wei', group: 'west', as: ['moderator'] });
    const stranger = talk.chat({ name: 'Wei', as: ['moderator'] });
    for (const person of [west, stranger]) {
      expect(await person.says('/openings')).toContain('No openings yet');
      expect(await person.says('/openings llm')).toContain('No opening matches');
      for (const line of ['/opening 1', '/close 1', '/edit 1 title=Mine', '/review 1 reject']) {
        expect(await person.says(line)).toContain('no opening 1 that you can see');
      }
    }
    expect(await talk.chat({ name: 'Lin' }).says('/openings')).toContain('#1 LLM Engineer');
    expect(await talk.chat({ name: 'Eve', group: 'east' }).says('/openings')).toContain('#1 LLM Engineer');
  });
});

test('what belongs elsewhere is not shown where others read along, be it one’s own or the seeker’s', async () => {
  const talk = await openTalk();
  await handIn(talk, goodPost, { name: 'Mei', group: 'east' });
  for (const name of ['Mei', 'Lin']) {
    const west = talk.chat({ name, group: 'west' });
    expect(await west.says('/openings')).toContain('No openings yet');
    expect(await west.says('/opening 1')).toContain('no opening 1');
    expect(await talk.chat({ name }).says('/opening 1')).toContain('LLM Engineer');
  }
});
