// In a copy of the sources, beside a folder of packages of its own, so that nothing is kept of them yet.

import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

/** In milliseconds; several programs are started one after the other. */
const patience = 120_000;

/** What a start loads, and whether it had to strip types itself: Node loads what it does that with only then. */
const look = `import('./bots/service.ts').then(() =>
  console.log(process.moduleLoadList.some((name) => name.includes('amaro')) ? 'stripped' : 'read'))`;

function copy() {
  const folder = mkdtempSync(join(tmpdir(), 'first-start-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const part of ['core', 'config', 'storage', 'commands', 'bots', 'package.json']) {
    cpSync(part, join(folder, part), { recursive: true });
  }
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync('node_modules')) {
    if (!name.startsWith('.')) symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
  }
  const flags = [
    '--expose-gc',
    '--import',
    './bots/guard.js',
    '--import',
    './bots/first-start.js',
    '--eval',
    look,
  ];
  const start = (env: Readonly<Record<string, string>>): string =>
    spawnSync(process.execPath, flags, { cwd: folder, env, encoding: 'utf8' }).stdout.trim();
  return { folder, start };
}

test(
  'a bot that serves finds its sources compiled at the first start, and at the first after a change',
  () => {
    const { folder, start } = copy();
    const token = { TELEGRAM_TOKEN: '1:x' };
    expect(start(token)).toBe('read');
    expect(start(token)).toBe('read');
    appendFileSync(join(folder, 'bots', 'platforms.ts'), '\n// changed\n');
    expect(start(token)).toBe('read');
  },
  patience,
);

test(
  'whoever sits at the terminal does not wait for that',
  () => {
    const { start } = copy();
    expect(start({})).toBe('stripped');
    expect(start({})).toBe('read');
  },
  patience,
);
