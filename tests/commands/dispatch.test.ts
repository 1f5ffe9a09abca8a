import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { commands } from '../../commands/dispatch.ts';
import { openTalk } from '../chat.ts';

describe('the door', () => {
  test('answers what is no command, and what is nearly one', async () => {
    const { chat } = await openTalk();
    const mei = chat();
    expect(await mei.says('hello')).toContain('/help lists them');
    expect(await mei.says('/skils kafka')).toContain('Did you mean /skills?');
    expect(await mei.says('/frobnicate')).toContain('I do not know /frobnicate. /help lists');
    expect(await mei.says('／skills kafka')).toContain('Kafka');
    expect(await mei.says('/skills@referral_bot kafka')).toContain('Kafka');
    expect(await mei.says('/SKILLS kafka')).toContain('Kafka');
    expect(await mei.says('/ｓｋｉｌｌｓ kafka')).toContain('Kafka');
    expect(await mei.says('/技能 kafka')).toContain('Kafka');
  });

  test('admits a fault in one sentence with an id, and reports its cause', async () => {
    const { chat, faults, house } = await openTalk();
    await chat().says('/help');
    const broken = {
      ...house.store,
      openings: { ...house.store.openings, search: () => Promise.reject(new Error('disk')) },
    };
    const noted: string[] = [];
    const { chat: other, faults: reported } = await openTalk({
      store: { ...broken },
      note: (_command, outcome) => noted.push(outcome),
    });
    expect(await other().says('/openings')).toContain('quote F-1');
    expect(reported).toEqual([expect.objectContaining({ message: 'disk' })]);
    expect(noted).toEqual(['broken']);
    expect(faults).toEqual([]);
  });

  test('tells whoever counts how each call ended, by names of commands alone', async () => {
    const noted: string[] = [];
    const { chat } = await openTalk({ note: (command, outcome) => noted.push(`${command} ${outcome}`) });
    const mei = chat();
    for (const line of ['/help', '/opening 99', '/frobnicate']) await mei.says(line);
    expect(noted).toEqual(['help answered', 'opening refused', ' unknown']);
  });

  test('takes what has to be named by its name only, however that is typed', async () => {
    const { chat } = await openTalk();
    const mei = chat({ as: ['moderator'] });
    await mei.says('/submit title="Poet" place=Guangzhou');
    await mei.says('/draft confirm');
    expect(await mei.says('/edit 1 Painter')).toContain('“Painter”');
    expect(await mei.says('/edit 1 Title = Painter')).toContain('corrected');
    expect(await mei.says('/openings Fit=poor')).toContain('#1 Painter');
    expect(await mei.says('/close 1 is it gone? yes')).toContain('closed');
    expect(await mei.says('/opening 1')).toContain('is it gone? yes');
  });

  test('refuses with an example', async () => {
    const { chat } = await openTalk();
    const mei = chat();
    expect(await mei.says('/opening')).toMatch(
      /The number is missing\. \/openings shows the numbers\.[^]*For example: \/opening 1/,
    );
    expect(await mei.says('/opening seven')).toContain(
      'The number has to be 1, 2, 3 and so on, not “seven”.',
    );
    expect(await mei.says('/opening -1')).toContain('and so on, not “-1”');
    expect(await mei.says('/opening 1 2')).toContain('I do not know what to do with “2”.');
    expect(await mei.says('/close')).toContain('For example: /close 1 filled');
    const lin = chat({ name: 'Lin' });
    expect(await lin.says('/stage 7 foo')).toMatch(/For example: \/stage 1 applied$/);
    expect(await chat({ as: ['moderator'] }).says('/review 7 foo')).toMatch(
      /For example: \/review 1 accept$/,
    );
    expect(await lin.says('/privacy export foo')).toMatch(/For example: \/privacy/);
    expect(await mei.says('/opening ＃１')).toContain('no opening 1 that you can see');
  });
});

describe('choices', () => {
  test('are understood by their names in any language', async () => {
    const { chat } = await openTalk();
    const mei = chat();
    expect(await mei.says('/profile 作品')).toBe(await mei.says('/profile works'));
    expect(await mei.says('/openings fit=很合适')).toContain('No opening is a good fit yet.');
    await mei.says('/submit Senior ML Engineer at Acme, remote worldwide, 30-40k CNY a month');
    expect(await mei.says('/draft 确认')).toContain('It is opening 1 now');
    const mod = chat({ name: 'Mo', as: ['moderator'], language: 'zh' });
    expect(await mod.says('/审核 1 通过')).toContain('1 号职位已通过，大家都能看到了。');
    expect(await mod.says('/审核 1 恢复')).toContain('恢复为待审核');
    expect(await mod.says('/简历 技能')).toBe(await mod.says('/profile skills'));
    const lin = chat({ name: 'Lin', language: 'zh' });
    expect(await lin.says('/进展 1')).toContain('/stage 1 感兴趣 …');
    expect(await lin.says('/进展 1 面试')).toContain('面试中');
    expect(await lin.says('/进展 1 睡觉')).toContain('可以填感兴趣、已内推、已投递、面试中、offer、');
    expect(await lin.says('/语言 法语')).toContain('可以填英文或中文');
    expect(await lin.says('/语言 英语')).toContain('English');
  });
});

/** Texts that broke other bots: control characters, bidi marks, broken surrogates, markup, mentions, options. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        '\u0000',
        '\u001B[31m',
        '\u202E',
        '\u2066',
        '\uD800',
        '\uDFFF',
        '\uFEFF',
        '\u200B',
        '</b>',
        '<script>',
        '@everyone',
        '**',
        '`',
        '```',
        '"',
        '“',
        '=',
        '＝',
        'id=1',
        'action=confirm',
        'page=99999999999',
        'fit=good',
        'text=',
        'title=',
        'salary=-',
        '-1',
        '0',
        '1e9',
        'NaN',
        '\n',
        '\r\n',
        '\t',
        '25-40k',
        '广州',
        '远程',
        '👩‍👩‍👧‍👦',
        '%s',
        '${x}',
        "'; drop table openings;--",
        '/submit',
        '*',
        'NEAR(',
        '(((',
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(' ')),
);

const line = fc
  .tuple(fc.constantFrom(...commands.map(({ name }) => name), 'nonsense', ''), hostile)
  .map(([name, text]) => `/${name} ${text}`);

describe('hostile input', () => {
  test(
    'gets an answer, never a fault, and a refused command changes nothing',
    { timeout: 240_000 },
    async () => {
      const { chat, faults, house } = await openTalk();
      const people = [
        chat({ name: 'Mo', as: ['moderator'] }),
        chat({ name: 'Eve', group: 'west' }),
        chat({ name: 'Lin', language: 'zh' }),
      ];
      await fc.assert(
        fc.asyncProperty(
          fc.oneof({ weight: 9, arbitrary: line }, { weight: 1, arbitrary: hostile }),
          fc.nat(2),
          async (text, who) => {
            const before = await house.store.openings.search(everything);
            const answer = await people[who]?.says(text);
            expect(answer?.trim()).not.toBe('');
            expect(faults).toEqual([]);
            const after = await house.store.openings.search(everything);
            const confirmed = /It is opening|已收/.test(answer ?? '');
            expect(after.total - before.total).toBe(confirmed ? 1 : 0);
          },
        ),
        { numRuns: 10_000 },
      );
    },
  );

  test.each(commands.map(({ name }) => name))('a text of 1 MB after /%s is answered', async (name) => {
    const { chat, faults } = await openTalk();
    const mei = chat({ as: ['moderator', 'seeker'] });
    for (const text of [
      'x'.repeat(1_000_000),
      '“"='.repeat(333_333),
      '招'.repeat(1_000_000),
      'a b '.repeat(250_000),
    ]) {
      expect((await mei.says(`/${name} ${text}`)).length).toBeLessThan(30_000);
    }
    expect(faults).toEqual([]);
  });
});

const everything = {
  profileId: 'lin',
  viewer: { personId: 0, all: true, audiences: [] },
  states: ['pending', 'open', 'rejected', 'closed'],
  order: 'oldest',
  page: 1,
  size: 1,
} as const;
