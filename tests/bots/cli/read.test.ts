import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { text as wholeOf } from 'node:stream/consumers';

import { describe, expect, onTestFinished, test } from 'vitest';

import { openStore } from '../../../storage/open.ts';
import { openTalk } from '../../chat.ts';
import { openPost } from '../../commands/posts.ts';
import { goodPost } from '../../commands/posts.ts';
import { openModelServer } from '../../emulators/model/model.ts';
import { temporaryFolder } from '../../storage/stores.ts';

/** Runs the program as a user would, with these lines on standard input. */
const run = (lines: readonly string[], ...options: readonly string[]) => runWith({}, lines, options);

function runWith(
  settings: Readonly<Record<string, string>>,
  lines: readonly string[],
  options: readonly string[],
) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bots/cli/read.ts', ...options], {
    input: lines.join('\n'),
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...settings },
  });
  const answers = stdout.split('\n').filter((line) => line !== '');
  return { status, stderr, posts: answers.map((line): Record<string, unknown> => JSON.parse(line)) };
}

const post = (id: number | string, text: string) => JSON.stringify({ id, text });
const job = 'Curlew | ML Engineer | Guangzhou, China | Onsite | 30k-40k CNY/month';

describe('the program that reads posts', () => {
  test('answers every post in order, in the fields people rely on', () => {
    const { status, stderr, posts } = run([
      post('b', job),
      post(1, '广州 招聘 后端工程师 20-30k'),
      post('a', 'Thanks, see you all on Friday!'),
    ]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(posts.map(({ id, is_opening }) => [id, is_opening])).toEqual([
      ['b', true],
      [1, true],
      ['a', false],
    ]);
    expect(posts[0]).toEqual({
      id: 'b',
      is_opening: true,
      title: 'ML Engineer',
      titles: [],
      company: 'Curlew',
      locations: ['Guangzhou'],
      arrangement: 'onsite',
      remote_scope: null,
      salary: { min: 30_000, max: 40_000, currency: 'CNY', period: 'month', months_per_year: null },
      skills: ['Machine Learning'],
      language_required: 'en',
      focus: 'ml',
      apply_url: null,
      contact: null,
    });
    expect(posts[2]).toMatchObject({ title: null, salary: null, locations: [], focus: 'other' });
  });

  test('tells the line of a malformed post, does the others and ends with 1', () => {
    const { status, stderr, posts } = run([post(1, job), '{"id": 2', '', '{"id": 3}', post(4, job)]);
    expect(status).toBe(1);
    expect(stderr).toBe('line 2: not JSON\nline 4: not an object with id and text\n');
    expect(posts.map(({ id }) => id)).toEqual([1, 4]);
  });

  test('keeps a text with odd line separators on one line', () => {
    const { status, posts } = run([post(1, `${job}\u2028We\u0085train\u2029models`)]);
    expect({ status, count: posts.length }).toEqual({ status: 0, count: 1 });
  });

  test('judges for a profile on demand, and what is no opening fits nobody', () => {
    const { status, posts } = run([post(1, job), post(2, 'Thanks all!')], '--judge', 'zhiwei');
    expect(status).toBe(0);
    expect(posts.map(({ match_zhiwei: match }) => match)).toEqual(['yes', 'no']);
  });

  test('refuses to judge for a profile that is not there, with exit code 2', () => {
    const { status, stderr, posts } = run([post(1, job)], '--judge', 'nobody');
    expect({ status, posts }).toEqual({ status: 2, posts: [] });
    expect(stderr).toContain('“nobody”');
  });
});

test('with a language model, fills in what it finds, and tells what the model came to', async () => {
  const model = await openModelServer();
  onTestFinished(() => model.close());
  model.answers(() => ({ company: 'Heronbay' }));
  // The stand-in runs in this process, which has to go on meanwhile.
  const program = spawn(process.execPath, ['bots/cli/read.ts'], {
    env: {
      ...process.env,
      DATABASE_URL: 'sqlite::memory:',
      MODEL_URL: model.url,
      MODEL_NAME: model.name,
      MODEL_KEY: model.key ?? '',
      MODEL_CALLS_PER_DAY: '1',
    },
  });
  program.stdin.end([post(1, openPost), post(2, job), post(3, openPost)].join('\n'));
  const [stdout, stderr] = await Promise.all([
    wholeOf(program.stdout),
    wholeOf(program.stderr),
    once(program, 'close'),
  ]);
  const companies = stdout.split('\n').map((line) => (line === '' ? null : JSON.parse(line).company));
  expect(companies).toEqual(['Heronbay', 'Curlew', null, null]);
  expect(stderr).toBe('language model: 1 helped, 1 sure, 1 spent\n');
});

describe('the review of what was read', () => {
  const review = (url: string) => runWith({ DATABASE_URL: url }, [], ['--review']);

  /** A database with an opening that was corrected, one that was not, and a draft. */
  async function reviewed() {
    const url = `sqlite:${await temporaryFolder()}/bot.db`;
    const store = await openStore(url);
    const { chat } = await openTalk({ store });
    const mei = chat({ as: ['moderator'] });
    await mei.says(`/submit ${goodPost}`);
    await mei.says('/draft edit company=Acme Labs');
    await mei.says('/draft confirm');
    await mei.says('/edit 1 insurance=20000 contract=part_time');
    await chat({ name: 'Bo' }).says(`/submit ${goodPost.replace('Acme', 'Initech')}`);
    await chat({ name: 'Bo' }).says('/draft confirm');
    await chat({ name: 'Cai' }).says('/submit Noodles for lunch, again');
    await chat({ name: 'Cai' }).says('/draft edit title=Noodle Engineer');
    return { url, store, mei };
  }

  test('has what was corrected, and says how often', async () => {
    const { url, store } = await reviewed();
    await store.close();
    const { status, stderr, posts } = review(url);
    expect(status).toBe(0);
    expect(posts).toMatchObject([
      {
        id: 'opening-1',
        text: goodPost,
        read: { is_opening: true, title: 'LLM Engineer', company: 'Acme Robotics', insurance_base: null },
        corrected: {
          title: 'LLM Engineer',
          company: 'Acme Labs',
          contract: 'part_time',
          insurance_base: 20_000,
        },
        fields: ['company', 'contract', 'insurance_base'],
      },
      { id: 'draft-3', read: { is_opening: false, title: null }, fields: ['title', 'focus'] },
    ]);
    expect(stderr).toContain('3 readings, 2 corrected\n');
    expect(stderr).toMatch(/^field +read +corrected +added$/mu);
    expect(stderr).toMatch(/^company +\d +1 +0$/mu);
    expect(stderr).toMatch(/^insurance_base +0 +0 +1$/mu);
    expect(stderr).toMatch(/^apply_url +2 +0 +0$/mu);
  });

  test('has nothing of people who were erased', async () => {
    const { url, store, mei } = await reviewed();
    await mei.says('/privacy erase confirm=yes');
    await store.close();
    const { posts, stderr } = review(url);
    expect(posts.map(({ id }) => id)).toEqual(['draft-3']);
    expect(stderr).toContain('2 readings, 1 corrected\n');
  });

  test('of a database that cannot be opened is refused with exit code 2', () => {
    const { status, stderr } = review('sqlite:/proc/no/bot.db');
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('DATABASE_URL: ') });
    expect(review('nonsense').status).toBe(2);
  });
});
