import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';

import { normalise } from '../../../core/reading/normalise.ts';
import { readOpening } from '../../../core/reading/read.ts';
import { chatPosts } from './chat-posts.ts';
import { chinesePosts } from './chinese-posts.ts';
import { hiringThreadPosts } from './hiring-thread-posts.ts';
import { morePosts } from './more-posts.ts';
import { samples as mixedPosts } from './posts.ts';

const samples = [...mixedPosts, ...hiringThreadPosts, ...chinesePosts, ...chatPosts, ...morePosts];

describe('a post is read into an opening', () => {
  test.each(samples.filter(({ expected }) => expected !== null))('$about', ({ text, expected }) => {
    const { isOpening, opening } = readOpening(text);
    expect(isOpening).toBe(true);
    expect(opening).toMatchObject(expected ?? {});
  });
});

describe('a text that offers no work is no opening', () => {
  test.each(samples.filter(({ expected }) => expected === null))('$about', ({ text }) => {
    expect(readOpening(text).isOpening).toBe(false);
  });
});

/** Text like a post's: lines of the samples and odd characters in any order. */
const anyPost = fc
  .array(
    fc.oneof(
      fc.constantFrom(...samples.flatMap(({ text }) => text.split('\n'))),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('薪资：', '20-30k', '((((', '【【', '| | |', '- - -', '远程（', '$1-$', '1'.repeat(60)),
    ),
    { maxLength: 12 },
  )
  .map((lines) => lines.join('\n'));

describe('evidence', () => {
  property.prop([anyPost])('every value that is read stands in the normalised text', (text) => {
    const { opening, evidence } = readOpening(text);
    const whole = normalise(text);
    const pieces = Object.values(evidence).flat();
    expect(pieces.filter((piece) => !whole.includes(piece))).toEqual([]);
    const known = Object.entries(opening).filter(
      ([, value]) => value !== null && value !== 'unknown' && !(Array.isArray(value) && value.length === 0),
    );
    expect(
      known.map(([field]) => field).filter((field) => field !== 'focus' && !Object.hasOwn(evidence, field)),
    ).toEqual([]);
  });

  property.prop([anyPost])('normalising twice changes nothing', (text) => {
    expect(normalise(normalise(text))).toBe(normalise(text));
  });
});

describe('hostile text', () => {
  test.each([
    ['brackets', '('.repeat(1_000_000)],
    ['figures', '1'.repeat(1_000_000)],
    ['ranges', '1-'.repeat(500_000)],
    ['bars', 'a|'.repeat(500_000)],
    ['colons', '地点:'.repeat(300_000)],
    ['blanks', ' \n'.repeat(500_000)],
    ['remote', 'remote (US, '.repeat(90_000)],
    ['letters', 'engineer at '.repeat(90_000)],
    ['exclusions', 'not hire in China, '.repeat(50_000)],
    ['refusals', 'no one who is not '.repeat(60_000)],
    ['addresses', 'a.b.c@'.repeat(170_000)],
    ['Chinese', '招聘工程师'.repeat(200_000)],
  ])('a megabyte of %s is read in well under a second', (_, text) => {
    const start = performance.now();
    readOpening(text);
    expect(performance.now() - start).toBeLessThan(900);
  });
});
