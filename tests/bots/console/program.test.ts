// The real program as a child process, on a database of its own, as people start it.

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'referral-bot-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

const database = (): string => join(folder, 'data', 'bot.db');

function start(settings: Readonly<Record<string, string>> = {}): ChildProcessWithoutNullStreams {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, ['--import', './bots/guard.js', 'bots/main.ts'], {
    env: { PATH, DATABASE_URL: `sqlite:${database()}`, ...settings },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function outcome(child: ChildProcessWithoutNullStreams) {
  const [output, faults, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { output, faults, code: Number(code) };
}

async function answers(input: string, settings: Readonly<Record<string, string>> = {}): Promise<string> {
  const child = start(settings);
  child.stdin.end(input);
  const { output, faults, code } = await outcome(child);
  expect({ faults, code }).toEqual({ faults: '', code: 0 });
  return output;
}

/** The first answer that contains what is waited for. */
async function heard(child: ChildProcessWithoutNullStreams, wanted: string): Promise<string> {
  let output = '';
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    output += String(chunk);
    if (output.includes(wanted)) return output;
  }
  throw new Error(`“${wanted}” never came; there was: ${output}`);
}

describe('lines on standard input', () => {
  test('are answered in their order, and the end of the input ends the program', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `unknown${index}x`);
    const output = await answers(names.map((name) => `/${name}\n`).join(''));
    expect([...output.matchAll(/\/(unknown\d+x)/gu)].map((match) => match[1])).toEqual(names);
  });

  test('get plain answers without colours or prompts', async () => {
    const output = await answers('/help\nhello');
    expect(output).toContain('/submit');
    expect(output).not.toMatch(/\u001B|^> /mu);
  });

  test('reach the seeker who was chosen of several, and still do after a restart', async () => {
    const profiles = join(folder, 'profiles');
    mkdirSync(profiles);
    const yaml = readFileSync('config/profiles/zhiwei.yaml', 'utf8');
    writeFileSync(join(profiles, 'a.yaml'), yaml);
    const other = yaml.replace(/^id: .*$/mu, 'id: ola').replace(/^name: .*$/mu, 'name: Ola');
    writeFileSync(join(profiles, 'b.yaml'), other);
    const settings = { PROFILES: profiles };
    const first = await answers('/skills\n/settings seeker Zhiwei\n/skills\n', settings);
    expect(first).toMatch(/What Ola can do[^]*What Zhiwei can do/);
    expect(await answers('/skills\n', settings)).toContain('What Zhiwei can do');
  });

  test('make one message between the marks', async () => {
    const output = await answers(
      '/judge <<END\nMachine Learning Engineer\nSalary: 30-40k CNY a month\nEND\n/nonsense\n',
    );
    expect(output).toContain('30,000');
    expect(output.indexOf('30,000')).toBeLessThan(output.indexOf('/nonsense'));
  });

  test('may be as long as a megabyte', async () => {
    const output = await answers(`/judge ${'x'.repeat(1_000_000)}\n/nonsense\n`);
    expect(output).toContain('1,000,000');
    expect(output).toContain('/nonsense');
  });

  test('are answered in the language that was set', async () => {
    expect(await answers('/help', { LANGUAGE: 'zh' })).toMatch(/[\u4E00-\u9FFF]/u);
  });
});

describe('a form', () => {
  test('is asked field by field, and hands in what was answered', async () => {
    const output = await answers(
      '/submit\nLLM Engineer\nAcme\n\nGuangzhou\n30-40k CNY a month\n\n/draft confirm\n/openings\n',
    );
    expect(output).toMatch(/#1 LLM Engineer/u);
  });

  test('is closed by a command, which is answered', async () => {
    const output = await answers('/submit\n/nonsense\nLLM Engineer\n');
    expect(output.indexOf('/nonsense')).toBeGreaterThan(0);
    expect(output).not.toContain('Acme');
    expect(output.match(/:\n/gu)?.length).toBe(1);
  });

  test('is stopped by /cancel', async () => {
    expect(await answers('/submit\n/cancel\n/draft\n')).not.toContain('/draft id=');
  });
});

test('a hat takes rights away and gives them back', async () => {
  const output = await answers('/as member\n/review\n/as moderator\n/review\n/as king\n');
  const [, refused, , allowed, unknown] = output.trim().split('\n\n');
  expect(refused).not.toBe(allowed);
  expect(unknown).toContain('/as member');
});

describe('a fault before the start', () => {
  test('of a setting and of a profile are named together, with exit code 2 and nothing written', async () => {
    const profile = join(folder, 'broken.yaml');
    writeFileSync(profile, 'id: broken\nname: [\n');
    const child = start({ PROFILES: profile, TIME_ZONE: 'Asia/Canton', PORT: 'many' });
    child.stdin.end('/help\n');
    const { output, faults, code } = await outcome(child);
    expect({ output, code }).toEqual({ output: '', code: 2 });
    expect(faults).toContain('TIME_ZONE');
    expect(faults).toContain('PORT');
    expect(faults).toMatch(/broken\.yaml:\d+:\d+: /u);
    expect(existsSync(database())).toBe(false);
  });

  test('of the database is one line, and shows no password', async () => {
    const child = start({ DATABASE_URL: 'postgres://bot:hunter2@127.0.0.1:1/none' });
    const { output, faults, code } = await outcome(child);
    expect({ output, code }).toEqual({ output: '', code: 2 });
    expect(faults.trim().split('\n')).toHaveLength(1);
    expect(faults).not.toContain('hunter2');
  });
});

describe('the end', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('comes with %s, the answer in hand finished', async (signal) => {
    const child = start();
    child.stdin.write('/help\n');
    await heard(child, '/submit');
    const ended = once(child, 'close');
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
  });

  test.each(['/exit', '/quit'])('comes with %s, while the input stays open', async (line) => {
    const child = start();
    child.stdin.write(`${line}\n/help\n`);
    expect(await outcome(child)).toEqual({ output: '', faults: '', code: 0 });
  });

  test('comes in silence when nobody reads any more', async () => {
    const child = start();
    child.stdin.on('error', () => {});
    child.stdin.write('/help\n');
    await heard(child, '/submit');
    child.stdout.destroy();
    child.stdin.write('/help\n'.repeat(100));
    const [faults, closed] = await Promise.all([text(child.stderr), once(child, 'close')]);
    expect({ faults, closed }).toEqual({ faults: '', closed: [0, null] });
  });
});
