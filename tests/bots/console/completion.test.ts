import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { type Completable, completions } from '../../../bots/console/completion.ts';

const commands: readonly Completable[] = [
  {
    name: 'review',
    options: { id: { kind: 'number' }, decision: { kind: 'choice', choices: ['accept', 'reject'] } },
  },
  { name: 'redo', options: {} },
];

test.each([
  ['/re', ['/review ', '/redo ']],
  ['/rev', ['/review ']],
  ['/review 1 ac', ['/review 1 accept']],
  ['/review i', ['/review id=']],
  [
    '/review ',
    ['/review id=', '/review accept', '/review reject', '/review decision=accept', '/review decision=reject'],
  ],
  ['/review 1 dec', ['/review 1 decision=accept', '/review 1 decision=reject']],
  ['/review 1 decision=r', ['/review 1 decision=reject']],
  ['/unknown x', []],
  ['/redo x', []],
  ['hello', []],
  ['', []],
])('after “%s” the Tab key offers %j', (line, offered) => {
  expect(completions(line, commands)).toEqual(offered);
});

property.prop([fc.constantFrom('accept', 'reject'), fc.nat()])(
  'any beginning of a choice is completed to it, with the name of the option and without',
  (choice, at) => {
    for (const word of [choice, `decision=${choice}`]) {
      const line = `/review 1 ${word}`;
      expect(completions(line.slice(0, '/review 1 '.length + (at % (word.length + 1))), commands)).toContain(
        line,
      );
    }
  },
);
