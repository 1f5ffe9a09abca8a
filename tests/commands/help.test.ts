import { describe, expect, test } from 'vitest';

import { commands } from '../../commands/dispatch.ts';
import { messagesOf } from '../../commands/locales/messages.ts';
import { languages } from '../../core/language.ts';
import { openTalk } from '../chat.ts';

describe('help', () => {
  test('lists what the caller may do here', async () => {
    const { chat } = await openTalk();
    const member = await chat().says('/help');
    expect(member).toContain('/submit');
    expect(member).not.toContain('/review');
    expect(await chat({ as: ['moderator'] }).says('/help')).toContain('/review');
    expect(await chat({ language: 'zh' }).says('/help')).toContain('粘贴一段招聘信息');
    expect(await chat().says('/start')).toBe(member);
  });

  test('groups commands by whom they are for', async () => {
    const { chat } = await openTalk();
    const moderator = await chat({ as: ['moderator'] }).says('/help');
    expect(moderator).toMatch(
      /For moderators\n[^]*\/review[^]*For moderators and the operator\n[^]*\/status/,
    );
    const operator = await chat({ as: ['operator'], language: 'zh' }).says('/help');
    expect(operator).toMatch(/管理员和维护者专用\n[^]*\/status/);
    expect(operator).not.toContain('/review');
  });

  test('tells how a field is emptied, where one can be', async () => {
    const { chat } = await openTalk();
    for (const name of ['draft', 'edit']) {
      expect(await chat().says(`/help ${name}`)).toContain('To empty a field, enter a single -');
    }
    expect(await chat().says('/help openings')).not.toContain('To empty');
  });

  test('explains one command', async () => {
    const { chat } = await openTalk();
    const mei = chat();
    expect(await mei.says('/help opening')).toMatch(
      /\/opening[^]*id.*Its number \(required\)[^]*\/opening 1/,
    );
    expect(await mei.says('/help submit')).toContain('forward a post to me');
    expect(await mei.says('/help /criteria')).toContain('how firm each point is');
    expect(await mei.says('/help ／条件')).toContain('how firm each point is');
    expect(await mei.says('/help opennings')).toContain('Did you mean /openings or /opening?');
  });

  test.each(languages)('has words for every command and option, in %s', (language) => {
    for (const { name, options } of commands) {
      const { summary, options: meanings, examples } = messagesOf(language).commandWords(name);
      expect(summary, name).not.toBe('');
      expect(examples.length, name).toBeGreaterThan(0);
      expect(Object.keys(meanings).toSorted(), name).toEqual(Object.keys(options).toSorted());
      for (const option of Object.keys(options)) {
        if (language === 'zh') expect(messagesOf(language).option(option), option).toMatch(/\p{Script=Han}/u);
      }
    }
  });
});

describe('the language', () => {
  test('in private is the person’s own', async () => {
    const { chat } = await openTalk();
    const mei = chat();
    expect(await mei.says('/language')).toContain('I answer in English here.');
    expect(await mei.taps('中文')).toContain('以后在这里用中文回答');
    expect(await mei.says('/openings')).toContain('还没有职位');
    expect(await chat({ name: 'Bo' }).says('/openings')).toContain('No openings yet');
  });

  test('in a community is chosen by moderators, for all', async () => {
    const { chat } = await openTalk();
    const member = chat({ group: 'engineers' });
    expect(await member.says('/language zh')).toContain('moderators choose the language');
    await chat({ name: 'Mo', group: 'engineers', as: ['moderator'] }).says('/language zh');
    expect(await member.says('/openings')).toContain('还没有职位');
    expect(await chat().says('/openings')).toContain('No openings yet');
  });

  test.each(['zh-CN', 'Chinese', '中文'])('may be chosen by another of its names: %s', async (name) => {
    const { chat } = await openTalk();
    expect(await chat().says(`/language ${name}`)).toContain('以后在这里用中文回答');
  });

  test('that I do not speak is refused', async () => {
    const { chat } = await openTalk();
    expect(await chat().says('/language fr')).toContain(
      '“fr” is not one of the choices for language. Choose en or zh.',
    );
  });
});
