// A post with several jobs becomes an opening for each, and a post with one stays whole.

import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';

import { blankOpening } from '../../../core/opening.ts';
import { normalise } from '../../../core/reading/normalise.ts';
import { readOpening } from '../../../core/reading/read.ts';
import { readJobs } from '../../../core/reading/several.ts';
import { severalPosts } from './several-posts.ts';
import { wholePosts } from './whole-posts.ts';

describe('each job of a post is read', () => {
  test.each(severalPosts.filter(({ jobs }) => jobs.length > 0))('$about', ({ text, jobs }) => {
    const openings = readJobs(text).map(({ reading }) => reading.opening);
    expect(openings.map(({ title }) => title)).toEqual(jobs.map(({ title }) => title));
    expect(openings).toMatchObject(jobs);
    expect(openings.flatMap(({ titles }) => titles)).toEqual([]);
  });
});

test.each(severalPosts.filter(({ jobs }) => jobs.length === 0))('$about stays one', ({ text }) => {
  expect(readJobs(text)).toEqual([]);
});

describe('one job stays whole', () => {
  test.each(wholePosts)('$about', ({ text, title, titles = [] }) => {
    expect(readJobs(text).map(({ reading }) => reading.opening.title)).toEqual([]);
    expect(readOpening(text)).toMatchObject({ isOpening: true, opening: { title, titles } });
  });
});

test('the text of a job is the post without the others', () => {
  const [algorithms, frontend] = readJobs(
    '星河互动招聘\n- 算法工程师 30-50K\n- 前端工程师 20-30K\n地点：广州',
  );
  expect(algorithms?.text).toBe('星河互动招聘\n- 算法工程师 30-50K\n地点:广州');
  expect(frontend?.text).not.toContain('算法');
});

test('names in full between slashes are all among the titles', () => {
  const { titles } = readOpening(
    '【岗位】Backend Engineer / ML Engineer / Site Reliability Engineer\n【地点】广州\n【薪资】30-50k',
  ).opening;
  expect(titles).toEqual(['Backend Engineer', 'ML Engineer', 'Site Reliability Engineer']);
});

test('another opening in a sentence is among the titles, without the words around it', () => {
  const { titles } = readOpening(
    "Backend Engineer at Curlew (Berlin)\nWe're also looking for a Data Engineer.\njobs@curlew.example.com",
  ).opening;
  expect(titles).toEqual(['Backend Engineer', 'Data Engineer']);
});

test('a city of its own in a post of remote work leaves a doubt', () => {
  const jobs = readJobs('蓝鲸科技招聘，远程办公：\n- 前端工程师\n- 量化工程师（杭州）\n微信 lanjing_hr');
  expect(jobs.map(({ reading }) => [reading.opening.arrangement, reading.doubts])).toEqual([
    ['remote', []],
    ['onsite', ['arrangement']],
  ]);
});

test('a name that tells no role by itself leaves a doubt, and few skills do not', () => {
  const jobs = readJobs('招聘岗位：前端、后端工程师、安卓\n坐标广州\n微信 lanjing_hr');
  expect(jobs.map(({ reading }) => [reading.opening.title, reading.doubts])).toEqual([
    ['前端', []],
    ['后端工程师', []],
    ['安卓', ['title']],
  ]);
});

test('more than fifty jobs are not read', () => {
  const list = Array.from({ length: 60 }, (_, index) => `- Backend Engineer (Team ${index})`);
  for (const head of ['Curlew is hiring:', 'Head of Finance at Curlew, Leeds\nOther open roles:'])
    expect(readJobs([head, ...list].join('\n'))).toHaveLength(50);
});

const posts = [...severalPosts, ...wholePosts].map(({ text }) => text);
/** Lines of the posts in any order, with odd characters between them. */
const anyPost = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...posts.flatMap((text) => text.split('\n'))) },
      fc.constantFrom(...posts),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '',
        '---',
        '## ',
        '- ',
        '1. ',
        '岗位：',
        '、、、',
        'https://curlew.example.com/jobs//2',
      ),
    ),
    { maxLength: 16 },
  )
  .map((lines) => lines.join('\n'));

property.prop([anyPost])(
  'every value that is read of a job stands in the post, and in its own text',
  (text) => {
    const whole = normalise(text);
    for (const { reading, text: own } of readJobs(text)) {
      const { opening, evidence } = reading;
      const pieces = Object.values(evidence).flat();
      expect(pieces.filter((piece) => !whole.includes(piece) || !own.includes(piece))).toEqual([]);
      const known = Object.entries(opening).filter(
        ([field, value]) =>
          JSON.stringify(value) !== JSON.stringify(blankOpening[field as keyof typeof opening]),
      );
      expect(known.map(([field]) => field).filter((field) => !Object.hasOwn(evidence, field))).toEqual([]);
    }
  },
);

test.each([
  ['items', '- 后端工程师 20-30k\n'.repeat(50_000)],
  ['different items', Array.from({ length: 20_000 }, (_, index) => `- Engineer ${index}`).join('\n')],
  ['headings', '## 后端工程师\n'.repeat(50_000)],
  ['numbers', '1. 后端工程师\n要求:\n'.repeat(20_000)],
  ['separators', '、后端'.repeat(300_000)],
  ['bars', 'a|'.repeat(500_000)],
  ['hiring', '招聘 '.repeat(200_000)],
])('a megabyte of %s is looked through without failing', (_, text) => {
  expect(readJobs(text).length).toBeLessThanOrEqual(50);
});
