import { stripVTControlCharacters } from 'node:util';

import { fc, test as property } from '@fast-check/vitest';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';

import { type Look, render as renderIn, renderField } from '../../../bots/console/render.ts';
import { messagesOf } from '../../../commands/locales/messages.ts';
import type { Block, Reply, View } from '../../../core/view.ts';

const english = messagesOf('en');
const chinese = messagesOf('zh');
const render = (reply: Reply, look: Look): string => renderIn(reply, english, look);

const pipe = { colour: false, width: Number.POSITIVE_INFINITY };
const narrow = (width: number) => ({ colour: false, width });

const view = (blocks: readonly Block[], more: Partial<View> = {}): View => ({
  kind: 'view',
  blocks,
  ...more,
});
const text = (...segments: Extract<Block, { kind: 'text' }>['text']): Block => ({
  kind: 'text',
  text: segments,
});

test('what is worth a button and no line is left to be typed', () => {
  const actions = [
    { label: 'Confirm', call: 'draft id=1 action=confirm' },
    { label: 'Title', call: 'draft id=1 field=title', apart: true, spare: true },
  ];
  expect(render(view([text('Right?')], { actions }), pipe)).toBe(
    'Right?\n\n→ Confirm: /draft id=1 action=confirm',
  );
});

test('a view reads from its title to its buttons, blocks apart, headings above what they head', () => {
  const reply = view(
    [
      text('Hello ', { text: 'there', style: 'bold' }),
      { kind: 'heading', text: ['Steps'] },
      { kind: 'list', ordered: true, items: [['one'], ['two']] },
      { kind: 'list', items: [[{ text: 'home', link: 'https://example.org/' }]] },
      { kind: 'quote', text: ['first\nsecond'] },
    ],
    {
      title: 'Title',
      actions: [
        { label: 'Accept', call: 'review id=1 decision=accept' },
        { label: 'Read', link: 'https://example.org/post' },
      ],
    },
  );
  expect(render(reply, pipe)).toBe(
    [
      'Title',
      '',
      'Hello there',
      '',
      'Steps',
      '1. one',
      '2. two',
      '',
      '- home <https://example.org/>',
      '',
      '│ first',
      '│ second',
      '',
      '→ Accept: /review id=1 decision=accept',
      '→ Read: https://example.org/post',
    ].join('\n'),
  );
});

test('a form shows its fields with hints and what stands there already', () => {
  const field = { name: 'pay', required: false, long: false, maxLength: 50 };
  const form: Reply = {
    kind: 'form',
    title: 'Edit',
    command: 'edit',
    fixed: {},
    fields: [
      { ...field, label: 'Pay', hint: '25-40k', value: '30k' },
      { ...field, label: 'Place' },
    ],
  };
  expect(render(form, pipe)).toBe('Edit\n\nPay (25-40k) [30k]:\nPlace:');
});

test('an empty value is not shown', () => {
  const field = { name: 'pay', label: 'Pay', required: false, long: false, maxLength: 50 };
  expect(renderField({ ...field, value: '' }, english, pipe)).toBe('Pay:');
});

describe('Chinese text', () => {
  test('has Chinese punctuation around fields and before calls', () => {
    const field = { name: 'title', label: '职位', required: false, long: false, maxLength: 50 };
    const asked = { ...field, hint: '职位名称', value: '工程师' };
    expect(renderField(asked, chinese, pipe)).toBe('职位（职位名称）［工程师］：');
    expect(
      renderIn(view([], { actions: [{ label: '修改', call: 'draft action=edit' }] }), chinese, pipe),
    ).toBe('→ 修改：/draft action=edit');
  });

  test('values of facts stand in one column beneath each other', () => {
    const facts: Block = {
      kind: 'facts',
      facts: [
        ['职位', ['工程师']],
        ['Company', ['Acme']],
      ],
    };
    expect(render(view([facts]), pipe)).toBe('职位     工程师\nCompany  Acme');
  });

  test('breaks between characters, and punctuation stays with its character', () => {
    expect(render(view([text('负责训练，微调（远程）')]), narrow(8))).toBe('负责训\n练，微调\n（远程）');
  });

  test('a broken value goes on beneath its beginning', () => {
    const facts: Block = { kind: 'facts', facts: [['职位', ['大模型工程师']]] };
    expect(render(view([facts]), narrow(12))).toBe('职位  大模型\n      工程师');
  });
});

describe('what people typed cannot command the terminal:', () => {
  test.each([
    ['an escape sequence', 'a\u001B[2Jb', 'a␛[2Jb'],
    ['a window title', '\u001B]0;owned\u0007', '␛]0;owned␇'],
    ['a sequence in one character', 'a\u009B31mb', 'a�31mb'],
    ['a return over the line', 'honest\rforged', 'honest\nforged'],
    ['a backspace', 'ab\u0008c', 'ab␈c'],
    ['reordered text', 'moc.live\u202Egro.doog', 'moc.livegro.doog'],
    ['letters that do not show', 'pay\u200Bpal', 'paypal'],
    ['half a character', 'a\uD83D', 'a�'],
  ])('%s', (_what, typed, shown) => {
    expect(render(view([text(typed)]), pipe)).toBe(shown);
  });

  test('a line break in a label makes no line of its own', () => {
    const reply = view([text('x')], {
      title: 'T\n→ Accept: /close 1',
      actions: [{ label: 'A\nB', link: 'https://example.org/\n→ C' }],
    });
    expect(render(reply, pipe).split('\n')).toEqual([
      'T → Accept: /close 1',
      '',
      'x',
      '',
      '→ A B: https://example.org/ → C',
    ]);
  });

  test('emoji stay whole', () => {
    expect(render(view([text('👩‍💻 ok')]), pipe)).toBe('👩‍💻 ok');
  });
});

const strange = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('\u001B', '[31m', '中', '文，', '（', 'word', ' ', '\n', '\r', '\u202E', '😀'))
    .map((parts) => parts.join('')),
);
const segments = fc.array(
  fc.oneof(
    strange,
    fc.record({ text: strange, style: fc.constantFrom('bold', 'italic', 'code') }),
    fc.record({ text: strange, link: strange }),
  ),
);
const blocks: fc.Arbitrary<readonly Block[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constantFrom('text', 'heading', 'quote'), text: segments }),
    fc.record({ kind: fc.constant('list'), items: fc.array(segments), ordered: fc.boolean() }),
    fc.record({ kind: fc.constant('facts'), facts: fc.array(fc.tuple(strange, segments)) }),
  ),
);
const views = fc.record({
  kind: fc.constant('view'),
  title: strange,
  blocks,
  actions: fc.array(fc.record({ label: strange, call: strange })),
});

describe('whatever is shown', () => {
  property.prop([views])('has no control characters but line breaks when colour is off', (reply) => {
    expect(render(reply, pipe)).not.toMatch(/(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u);
  });

  property.prop([views])('reads the same with colour as without', (reply) => {
    const coloured = render(reply, { colour: true, width: 40 });
    expect(stripVTControlCharacters(coloured)).toBe(render(reply, narrow(40)));
  });

  property.prop([
    fc.array(fc.stringMatching(/^“?[A-Za-z][A-Za-z’+#]{0,7}$/u), { minLength: 1 }),
    fc.constantFrom(...'、，；：'),
    fc.integer({ min: 12, max: 60 }),
  ])('breaks a Chinese list of Western words after its marks', (words, mark, width) => {
    const list = words.join(mark);
    const lines = render(view([text(list)]), narrow(width)).split('\n');
    expect(lines.join('')).toBe(list);
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    for (const line of lines.slice(0, -1)) expect(line.at(-1)).toBe(mark);
  });

  property.prop([
    fc.array(fc.stringMatching(/^(?:\w{1,8}|[\u4E00-\u4E30]{1,9}，?)$/u)),
    fc.integer({ min: 12, max: 60 }),
  ])('fits the width, and no word is cut', (words, width) => {
    const lines = render(view([text(words.join(' '))]), narrow(width)).split('\n');
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    const isWord = (word: string) => /^\w+$/u.test(word);
    const shown = lines.flatMap((line) => line.split(' ')).filter(isWord);
    expect(shown).toEqual(words.filter(isWord));
    expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
  });
});

test('a word wider than the line stays in one piece, so that a link can be copied', () => {
  const link = 'https://example.org/a/very/long/path';
  expect(render(view([text('see ', { text: link, link })]), narrow(10))).toBe(`see\n${link}`);
});

test('colour is used when asked for', () => {
  const field = { name: 'a', label: 'A', required: true, long: false, maxLength: 9 };
  expect(renderField(field, english, { colour: true, width: 80 })).toBe('\u001B[1mA\u001B[22m:');
});
