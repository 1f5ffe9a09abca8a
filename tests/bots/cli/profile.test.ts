import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const program = resolve('bots/cli/profile.ts');
const shipped = resolve('config/profiles/zhiwei.yaml');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'resume-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const run = (...words: string[]) => {
  const environment = { ...process.env, PROFILES: shipped };
  return spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
  });
};
const put = (name: string, text: string) => writeFileSync(join(folder, name), text);

describe('the profile program', () => {
  it('exports without private sections, and imports what it exported but never over another file', () => {
    const { stdout } = run('export');
    expect(stdout).not.toContain('mortgage');
    put('me.json', stdout);
    expect(run('import', 'me.json')).toMatchObject({ status: 0, stdout: expect.stringContaining('me.yaml') });
    expect(run('import', 'me.json')).toMatchObject({ status: 2, stderr: expect.stringContaining('--force') });
    expect(run('import', 'me.json', '--force').status).toBe(0);
  });

  it("says in the file what a stranger's resume leaves to fill in", () => {
    put('ann.json', '{"basics":{"name":"Ann"}}');
    expect(run('import', 'ann.json').status).toBe(0);
    expect(readFileSync(join(folder, 'config/profiles/ann.yaml'), 'utf8')).toMatch(/^# - search.*criteria/mu);
  });

  it.each([
    [['dance'], 'usage:'],
    [['import'], 'usage:'],
    [['export', '--loud'], 'usage:'],
    [['import', 'none.json'], 'none.json: ENOENT'],
    [['export', 'nobody'], 'name one of the profiles there are: zhiwei'],
  ])('refuses %j', (words, said) => {
    expect(run(...words)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(said) });
  });

  it('names what is wrong in a resume', () => {
    put('bad.json', '{"basics":{"email":"nobody"}}');
    expect(run('import', 'bad.json')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('basics.email'),
    });
  });
});
