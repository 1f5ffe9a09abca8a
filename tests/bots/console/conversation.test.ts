// Stories of one person at the console: forms, hats, the console's own commands.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { openConversation } from '../../../bots/console/conversation.ts';
import type { House } from '../../../commands/context.ts';
import { messagesOf } from '../../../commands/locales/messages.ts';
import { openTalk } from '../../chat.ts';

const words = messagesOf('en');
const post = 'Senior ML Engineer at Acme, Guangzhou, 30-40k CNY a month';

async function openConsole(change: Partial<House> = {}) {
  const { house, faults } = await openTalk(change);
  const answer = openConversation(house, () => ({ colour: false, width: Number.POSITIVE_INFINITY }));
  return {
    house,
    faults,
    /** The answer to the last of the lines. */
    says: async (...lines: readonly string[]): Promise<string | null> => {
      let last: string | null = '';
      for (const line of lines) last = await answer(line);
      return last;
    },
  };
}

describe('a form', () => {
  test('asks for a field again until it is right, and keeps the others', async () => {
    const { says } = await openConsole();
    expect(await says('/submit', '', '', '')).toContain(`${words.console.required('Title')}\nTitle (`);
    expect(await says('ML Engineer', 'Acme', 'no link', 'no link either')).toMatch(/is not a link.*\nLink/u);
    expect(await says('acme.example/jobs', 'the moon base')).toMatch(/the moon base.*\nPlace/u);
    expect(await says('Guangzhou', 'plenty')).toMatch(/plenty.*\nPay/u);
    const preview = await says('30-40k CNY a month', '');
    for (const kept of ['ML Engineer', 'Acme', 'https://acme.example/jobs', 'Guangzhou', '30,000']) {
      expect(preview).toContain(kept);
    }
    expect(preview).toContain('/draft id=1 action=confirm');
  });

  test.each([
    ['link', 'nowhere', 2],
    ['place', 'the moon base', 3],
    ['salary', 'plenty', 4],
  ])('refuses a %s in the sentence that the command has for it', async (field, value, before) => {
    const { says } = await openConsole();
    const refused = await says(post, '/draft confirm', `/edit 1 ${field}=${value}`);
    const skipped = Array.from({ length: before }, () => '');
    const answered = await says('/edit 1', ...skipped, value);
    expect(answered).toContain(`${refused}\n`);
    expect(answered).not.toContain(words.console.kept);
  });

  test('takes an empty line for what stands there, and asks again where a title would be emptied', async () => {
    const { says } = await openConsole();
    const asked = await says(post, '/draft confirm', '/edit 1');
    expect(asked).toContain(words.console.howToCorrect);
    expect(asked).toContain('[Senior ML Engineer]');
    expect(asked).not.toContain('[]');
    expect(await says('-')).toContain(words.console.required('Title'));
    expect(await says('', 'Beta', '', '', '')).not.toContain('Title');
    expect(await says('/opening 1')).toMatch(/Senior ML Engineer[^]*Beta/u);
  });

  test('that begins empty says how to skip a field, in both languages', async () => {
    expect(await (await openConsole()).says('/submit')).toContain(words.console.howToFill);
    const chinese = await (await openConsole({ language: 'zh' })).says('/submit');
    expect(chinese).toContain(messagesOf('zh').console.howToFill);
    expect(chinese).toMatch(/职位（.*）：$/u);
  });

  test('that the command refuses all the same is asked again with the answers in it', async () => {
    const { house, says } = await openConsole();
    await says(post, '/draft edit', 'Chief ML Engineer', '', '', '');
    await house.store.drafts.end(1, 1, 'cancelled');
    const refused = await says('50-60k CNY a month');
    expect(refused).toContain(words.draft.over);
    expect(refused).toContain(words.console.kept);
    expect(refused).toContain('[Chief ML Engineer]');
    expect(await says('/cancel')).toBe(words.console.stopped);
  });

  test('whose answers were taken is taken by the command', { timeout: 60_000 }, async () => {
    const { says, faults } = await openConsole();
    const answer = fc.oneof(
      fc.constantFrom(
        '',
        '-',
        'ML Engineer',
        'acme.example',
        'ftp://acme.example',
        '深圳',
        'remote, worldwide',
      ),
      fc.constantFrom(
        '20k',
        '30-40k CNY a month',
        '月薪2万',
        '0',
        '99999999999',
        '招聘',
        '\u0000',
        '25-40k，14薪',
      ),
      fc.string({ unit: 'grapheme', maxLength: 250 }).map((text) => text.replace(/^\s*[/／]/u, '')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(answer, { minLength: 6, maxLength: 30 }), async (answers) => {
        await says('/submit');
        for (const one of answers) {
          const said = await says(one);
          expect(said).not.toContain(words.console.kept);
          if (said?.includes('action=confirm') === true) break;
        }
        expect(faults).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a hat', () => {
  test('is a person of its own, who may not change what another handed in', async () => {
    const { says } = await openConsole();
    await says(post, '/draft confirm', '/as member');
    expect(await says('/edit 1 company=Beta')).toContain(words.close.notYours);
    expect(await says('/draft')).toContain(words.draft.none);
    expect(
      await says('/submit Data Engineer at Gamma, Shenzhen', '/draft confirm', '/edit 2 company=Beta'),
    ).toContain('/opening id=2');
    expect(await says('/review')).toContain(words.roleRefusals.moderator);
    expect(await says('/as moderator', '/review')).toContain('#2');
    expect(await says('/as all', '/opening 1')).toMatch(/Console, /u);
  });

  test('has a name in the language that is spoken, which goes on from hat to hat', async () => {
    const { says } = await openConsole();
    await says('/language zh', '/as member', post, '/draft confirm');
    expect(await says('/as moderator', '/review 1 accept', '/opening 1')).toMatch(/成员，/u);
  });
});

describe('the console’s own commands', () => {
  test('are in help, and explained by it', async () => {
    const { says } = await openConsole();
    expect(await says('/help')).toMatch(/\/submit[^]*\n- \/as .*\n- \/cancel .*\n- \/exit /u);
    expect(await says('/help as')).toContain('/as member');
    expect(await says('/help /quit')).toContain('/exit');
    expect(await says('/help submit')).not.toContain(words.console.here);
  });

  test.each(['/exit', '/quit'])('%s ends the chat, also in a form', async (line) => {
    const { says } = await openConsole();
    expect(await says(line)).toBeNull();
    expect(await says('/submit', line)).toBeNull();
  });

  test('/cancel without a form says that there is none', async () => {
    expect(await (await openConsole()).says('/cancel')).toBe(words.console.noForm);
  });
});

test('a post needs no command, and chat is answered as such', async () => {
  const { says } = await openConsole();
  expect(await says('good morning')).toContain('/help');
  expect(await says(post)).toContain('/draft id=1 action=confirm');
});
