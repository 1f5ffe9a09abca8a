// Views of every kind for renderers to prove themselves on: small and huge, in both languages, plain and hostile.

import fc from 'fast-check';

import type { Action, Block, Segment, Text, View } from '../../core/view.ts';

/** Text that breaks naive markup, lines, packing or counting. */
export const hostile: readonly (readonly [what: string, typed: string])[] = [
  ['HTML', '<b>bold</b> & <script>alert(1)</script> &amp; &#60; &lt;'],
  ['Markdown', '**a** __b__ ~~c~~ ||d|| `e` ```f``` > g # h - i [j](https://evil.example/)'],
  ['mentions', '@everyone @here <@123456789012345678> <@&123456789012345678> <#123456789012345678> @mei_lin'],
  ['escapes', '\\ \\\\ \\* \\_ \\` */ <!-- --> ]]> </a> "\''],
  [
    'Discord’s own tags',
    '<t:1700000000:R> <:smile:123456789012345678> <id:guide> </skills:123456789012345678>',
  ],
  ['marks at the start of lines', '1. one\n2. two\n- three\n* four\n+ five\n#### six\n-# seven\n>>> eight'],
  [
    'links',
    'https://evil.example/a_b_c?d=<e>&f="g" https://t.me/joinchat/x tg://user?id=1 javascript:alert(1)',
  ],
  ['commands and tags', '/skills@other_bot /start #tag $CASH 13800000000 a@b.example'],
];

const chinese = '大模型算法工程师，广州天河，月薪三万到四万五，十四薪；负责推理服务的优化与部署。';
const emoji = '👩🏽‍💻🏳️‍🌈🇨🇳👨‍👩‍👧‍👦✍️🅰️';

/** Stands for a word that a generator wants found again; `numbered` gives each its own. */
const placeholder = '\uE000';

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constant(placeholder) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...hostile.map(([, typed]) => typed),
      chinese,
      emoji,
      'plain words',
      '\n',
      ' ',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.integer({ min: 100, max: 6000 }).map((length) => chinese.repeat(length / 40)) },
);
const words = (longest: number): fc.Arbitrary<string> =>
  fc.array(piece, { minLength: 1, maxLength: longest }).map((pieces) => pieces.join(' '));
const label = fc.constantFrom(
  placeholder,
  `${placeholder} & <b>`,
  `${placeholder} 通过`,
  `${placeholder} 👩🏽‍💻`,
);

const segment: fc.Arbitrary<Segment> = fc.oneof(
  words(4),
  fc.record({
    text: words(4),
    style: fc.constantFrom('bold' as const, 'italic' as const, 'code' as const, 'call' as const),
  }),
  fc.record({ text: words(2), link: fc.webUrl({ withQueryParameters: true, size: 'small' }) }),
);
const text: fc.Arbitrary<Text> = fc.array(segment, { minLength: 1, maxLength: 4 });

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constantFrom('text' as const, 'quote' as const), text }),
  fc.record({ kind: fc.constant('heading' as const), text: words(2).map((heading): Text => [heading]) }),
  fc.record({
    kind: fc.constant('list' as const),
    items: fc.array(text, { minLength: 1, maxLength: 30 }),
    ordered: fc.boolean(),
    first: fc.integer({ min: 1, max: 99 }),
  }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.tuple(label, text), { minLength: 1, maxLength: 30 }),
  }),
);

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ label, call: fc.nat(9999).map((id) => `opening id=${id}`), apart: fc.boolean() }),
  fc.record({
    label,
    call: fc.nat(9999).map((id) => `review id=${id} decision=accept`),
    style: fc.constant('primary' as const),
  }),
  fc.record({ label, link: fc.webUrl({ size: 'small' }) }),
);

const targetOf = (one: Action): string => ('call' in one ? one.call : one.link);

/** Any view; every word that `marksOf` finds stands in it once. */
export const views: fc.Arbitrary<View> = fc
  .record(
    {
      kind: fc.constant('view' as const),
      title: label,
      blocks: fc.array(block, { minLength: 1, maxLength: 12 }),
      actions: fc.uniqueArray(action, { maxLength: 40, selector: targetOf }),
      private: fc.boolean(),
    },
    { requiredKeys: ['kind', 'blocks'] },
  )
  .map(numbered);

function numbered(view: View): View {
  let count = 0;
  // The same shape comes back, with longer strings.
  return JSON.parse(JSON.stringify(view).replaceAll(placeholder, () => `mark${(count += 1)}x`)) as View;
}

/** The words of the view that have to be found again. */
export const marksOf = (read: string): readonly string[] => read.match(/mark\d+x/gu) ?? [];

/** Characters that people read, buttons not counted. */
export function lengthOf({ title = '', blocks }: View): number {
  const texts = blocks.flatMap((one): readonly Text[] => {
    switch (one.kind) {
      case 'list':
        return one.items;
      case 'facts':
        return one.facts.flatMap(([name, value]) => [[name], value]);
      case 'text':
      case 'heading':
      case 'quote':
        return [one.text];
    }
  });
  return texts.flat().reduce((sum, part) => sum + written(part), title.length);
}

const written = (part: Segment): number =>
  typeof part === 'string' ? part.length : part.text.length + ('link' in part ? part.link.length : 0);

/** One view with every kind of block, each word once. */
export const everyKind: View = {
  kind: 'view',
  title: 'mark1x',
  blocks: [
    {
      kind: 'text',
      text: ['mark2x ', { text: 'mark3x', style: 'bold' }, { text: ' mark4x', style: 'italic' }],
    },
    { kind: 'text', text: [{ text: '/skills mark5x', style: 'call' }] },
    { kind: 'heading', text: ['mark6x'] },
    {
      kind: 'list',
      items: [['mark7x'], ['mark8x ', { text: 'mark9x', link: 'https://example.org/read?a=1&b=2' }]],
    },
    { kind: 'list', ordered: true, items: [['mark10x'], ['mark11x']] },
    {
      kind: 'facts',
      facts: [
        ['mark12x', ['mark13x']],
        ['mark14x', ['mark15x']],
      ],
    },
    { kind: 'quote', text: ['mark16x\nmark17x'] },
  ],
  actions: [
    { label: 'mark18x', call: 'review id=1 decision=accept', style: 'primary' },
    { label: 'mark19x', call: 'review id=1 decision=reject', style: 'danger' },
    { label: 'mark20x', link: 'https://example.org/post' },
  ],
};

const long = (length: number): string => chinese.repeat(Math.ceil(length / chinese.length)).slice(0, length);

/** The longest that commands may come up with, and beyond. */
export const huge: readonly (readonly [what: string, view: View])[] = [
  ['one paragraph of 20,000 characters', { kind: 'view', blocks: [{ kind: 'text', text: [long(20_000)] }] }],
  ['a word of 20,000 letters', { kind: 'view', blocks: [{ kind: 'text', text: ['x'.repeat(20_000)] }] }],
  ['nothing but emoji', { kind: 'view', blocks: [{ kind: 'quote', text: [emoji.repeat(700)] }] }],
  ['nothing but markup', { kind: 'view', blocks: [{ kind: 'text', text: ['<&>`*_|~\\'.repeat(2000)] }] }],
  ['10,000 blank lines', { kind: 'view', blocks: [{ kind: 'text', text: ['a', '\n'.repeat(10_000), 'b'] }] }],
  [
    'a list of 500 lines',
    {
      kind: 'view',
      blocks: [{ kind: 'list', items: Array.from({ length: 500 }, (_, n) => [`${n} ${long(60)}`]) }],
    },
  ],
  [
    '200 facts with long labels',
    {
      kind: 'view',
      blocks: [
        {
          kind: 'facts',
          facts: Array.from({ length: 200 }, (_, n) => [`${n} ${long(200)}`, [long(200)]] as const),
        },
      ],
    },
  ],
  [
    '1,000 styled pieces',
    {
      kind: 'view',
      blocks: [
        { kind: 'text', text: Array.from({ length: 1000 }, (_, n) => ({ text: `${n} `, style: 'bold' })) },
      ],
    },
  ],
  [
    '100 buttons with long labels',
    {
      kind: 'view',
      blocks: [{ kind: 'text', text: ['choose'] }],
      actions: Array.from({ length: 100 }, (_, n) => ({
        label: `${n} ${long(300)}`,
        call: `opening id=${n}`,
      })),
    },
  ],
  [
    'a long title and long headings',
    {
      kind: 'view',
      title: long(3000),
      blocks: Array.from({ length: 50 }, () => ({ kind: 'heading', text: [long(400)] })),
    },
  ],
  [
    'nothing to say at all',
    {
      kind: 'view',
      title: '',
      blocks: [
        { kind: 'text', text: [''] },
        { kind: 'list', items: [] },
      ],
    },
  ],
];
