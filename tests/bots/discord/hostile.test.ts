// Whatever people send: answered within Discord's limits, shown as text, ringing for nobody.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { messageIn, modalIn, openServer } from './server.ts';

const smuggled = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        '@everyone',
        '<@1>',
        '<@&2>',
        '<#3>',
        '</submit:4>',
        '<t:0:R>',
        '[a](https://evil.example)',
        '||',
        '**',
        '```',
        '\n# ',
        '\n> ',
        '\u202e',
        'name=value',
        '😀',
        '大模型',
        '\ud800',
        '\u0000',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(' ')),
);

test('hostile text is answered wherever it stands, within every limit, and rings for nobody', async () => {
  const { mod, guild, general, discord, faults } = await openServer();
  const attempt = async (one: string, other: string): Promise<void> => {
    const person = discord.addPerson({ name: one.slice(0, 30) || 'x' });
    guild.addMember(person);
    const query = one.toWellFormed().slice(0, 90).trim() || 'x';
    const text = other.toWellFormed().slice(0, 1900).trim() || 'x';
    const post = mod.says(general, `Engineer ${text}`);
    const form = modalIn(await person.slash(general, 'submit').answer());
    const answers = [
      await person.slash(general, 'skills', { query }).answer(),
      await person.slash(general, 'openings', { query }).answer(),
      await person.slash(general, 'help', { command: query }).answer(),
      await person.slash(general, 'submit', { text }).answer(),
      await person.menu(general, 'Submit as opening', post).answer(),
      await person.submitsModal(form, { title: query, company: query, details: text }).answer(),
    ];
    for (const shown of answers) {
      expect(messageIn(shown).pings).toEqual({ everyone: false, users: [], roles: [] });
    }
  };
  await fc.assert(fc.asyncProperty(smuggled, smuggled, attempt), { numRuns: 100 });
  expect(discord.violations).toEqual([]);
  expect(faults).toEqual([]);
}, 60_000);

describe('a long answer', () => {
  const paragraph = (number: number) => ({
    en: `Paragraph ${number}: ${'*word* '.repeat(60)}`,
    zh: `第 ${number} 段：${'文字。'.repeat(60)}`,
  });

  test('goes on in further messages, the buttons under the last', async () => {
    const { mei, general, house } = await openServer();
    const about = Array.from({ length: 16 }, (_, index) => paragraph(index + 1));
    Object.assign(house, { profile: { ...house.profile, about } });
    const action = mei.slash(general, 'profile', { section: 'about' });
    const first = messageIn(await action.answer());
    const second = messageIn(await action.answer());
    expect(first.text).toContain('Paragraph 1:');
    expect(first.buttons).toEqual([]);
    const third = messageIn(await action.answer());
    expect(`${first.text}${second.text}${third.text}`.match(/Paragraph \d+:/gu)).toHaveLength(16);
    expect(third.buttons.length).toBeGreaterThan(0);
  });

  test('that does not fit says how much is missing', async () => {
    const { hua, general, house } = await openServer();
    const about = Array.from({ length: 200 }, (_, index) => paragraph(index + 1));
    Object.assign(house, { profile: { ...house.profile, about } });
    const action = hua.slash(general, 'profile', { section: 'about' });
    let last = messageIn(await action.answer());
    for (let number = 2; number <= 4; number += 1) last = messageIn(await action.answer());
    const shown = Number(
      last.text
        .match(/第 (\d+) 段/gu)
        ?.at(-1)
        ?.replaceAll(/\D/gu, ''),
    );
    expect(last.text).toContain(`还有 ${200 - shown} 行`);
  });
});
