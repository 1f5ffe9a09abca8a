import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

const guard = 'bots/guard.js';

const run = (file: string, ...flags: readonly string[]) =>
  spawnSync(process.execPath, [...flags, '--import', file, '-e', 'console.log("started")'], {
    encoding: 'utf8',
  });

test('a fitting Node with its driver starts, in silence', () => {
  expect(run(`./${guard}`)).toMatchObject({ status: 0, stdout: 'started\n', stderr: '' });
});

test('a Node that does not run TypeScript is told what to do, in one sentence', () => {
  const { status, stdout, stderr } = run(`./${guard}`, '--no-experimental-strip-types');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^This is Node [\d.]+, which cannot run the TypeScript .*npm ci.*\.\n$/u);
});

test('a driver that does not load is named, with what to do', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guard-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(guard, join(folder, 'guard.mjs'));
  const { status, stdout, stderr } = run(join(folder, 'guard.mjs'));
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^The database driver better-sqlite3 does not load .*npm ci.*\.\n$/u);
});
