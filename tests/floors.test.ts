import { globSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { breaches } from './floors.ts';

const rooms = ['bots', 'commands', 'config', 'core', 'storage'];

test('every file of the house keeps to its floor', () => {
  const paths = rooms.flatMap((room) => globSync(`${room}/**/*.{ts,js}`));
  const sources = new Map(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(path, 'utf8')]));
  expect(sources.size).toBeGreaterThan(40);
  expect(breaches(sources)).toEqual([]);
});

describe('a breach is found:', () => {
  const cases: readonly (readonly [what: string, path: string, text: string, fault: RegExp])[] = [
    ['upwards', 'core/a.ts', "import { b } from '../storage/b.ts';", /core must not import storage\/b\.ts/u],
    ['upwards, by type', 'core/a.ts', "import type { B } from '../commands/b.ts';", /must not import/u],
    ['upwards, for its effect', 'storage/a.ts', "import '../bots/b.ts';", /must not import/u],
    ['upwards, at run time', 'commands/a.ts', "await import('../bots/b.ts');", /must not import/u],
    ['over several lines', 'core/a.ts', "import {\n  b,\n  c,\n} from '../config/b.ts';", /must not import/u],
    ['commands reading settings', 'commands/a.ts', "import { b } from '../config/b.ts';", /must not import/u],
    ['sideways', 'bots/console/a.ts', "import { b } from '../discord/b.ts';", /must not know each other/u],
    ['out of the house', 'bots/a.ts', "import { b } from '../tests/b.ts';", /must not import tests\/b\.ts/u],
    ['a stray package', 'bots/a.ts', "import { x } from 'left-pad';", /the package left-pad/u],
    ['a package in the wrong room', 'commands/a.ts', "import { sql } from 'kysely';", /the package kysely/u],
    ['a part of such a package', 'bots/a.ts', "import { x } from 'telegraf/types';", /the package telegraf/u],
    ['discord.js outside its folder', 'bots/main.ts', "import { x } from 'discord.js';", /discord\.js/u],
    ['a way into the net', 'commands/a.ts', "import { x } from 'undici';", /the package undici/u],
    ['another package named like a file', 'bots/a.ts', "import x from 'ipaddr.js';", /ipaddr\.js/u],
    ['core with side effects', 'core/a.ts', "import { x } from 'node:fs';", /core is pure/u],
    ['a default export', 'core/a.ts', 'export default 1;', /a default export/u],
    ['a barrel', 'core/a.ts', "const a = 1;\nexport * from './b.ts';", /a barrel/u],
    [
      'a barrel of names',
      'core/a.ts',
      "// All.\nexport {\n  b,\n} from './b.ts';\nexport type { C } from './c.ts';",
      /a barrel/u,
    ],
  ];
  test.each(cases)('%s', (_what, path, text, fault) => {
    expect(breaches(new Map([[path, text]]))).toEqual([expect.stringMatching(fault)]);
  });

  test('a circle, named once', () => {
    const circle = new Map([
      ['core/a.ts', "import { b } from './b.ts';"],
      ['core/b.ts', "import { c } from './c.ts';"],
      ['core/c.ts', "import { a } from './a.ts';"],
    ]);
    expect(breaches(circle)).toEqual(['a circle of imports: core/a.ts -> core/b.ts -> core/c.ts']);
  });
});

test('what the floors allow is no breach', () => {
  const house = new Map([
    ['bots/main.ts', "import { a } from './console/a.ts';\nimport { b } from '../config/b.ts';"],
    ['bots/console/a.ts', "import width from 'string-width';\nimport { c } from '../../commands/c.ts';"],
    ['bots/discord/a.ts', "import { Client } from 'discord.js';"],
    ['commands/c.ts', "import { createHash } from 'node:crypto';\nimport type { D } from '../core/d.ts';"],
    ['core/d.ts', "import { e } from './e.ts';\n\nexport { e } from './e.ts';\nexport const d = e;"],
    ['core/e.ts', "import type { D } from './d.ts';"],
  ]);
  expect(breaches(house)).toEqual([]);
});
