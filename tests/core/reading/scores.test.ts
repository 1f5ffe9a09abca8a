import { describe, expect, test } from 'vitest';

import type { OpeningField } from '../../../core/opening.ts';
import { labelledPosts } from './labelled-posts.ts';
import { scoresOf } from './score.ts';

const scores = scoresOf(labelledPosts);
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

describe('of posts that were labelled before they were read', () => {
  test.each<readonly [OpeningField, number]>([
    ['title', 0.9],
    ['company', 0.88],
    ['locations', 0.95],
    ['arrangement', 0.95],
    ['remoteScope', 0.95],
    ['salary', 0.95],
    ['skills', 0.9],
    ['languageRequired', 0.95],
    ['focus', 0.93],
    ['contact', 0.95],
  ])('%s is right in a share of at least %d', (field, floor) => {
    const { right, posts } = scores.get(field) ?? { right: 0, posts: 0 };
    expect(share(right, posts)).toBeGreaterThanOrEqual(floor);
  });
});

test('few values are doubted, and those are wrong several times as often as the others', () => {
  const tallies = [...scores.values()];
  const sum = (side: 'sure' | 'doubtful', of: 'values' | 'wrong') =>
    tallies.reduce((total, tally) => total + tally[side][of], 0);
  const doubted = sum('doubtful', 'values');
  expect(share(doubted, doubted + sum('sure', 'values'))).toBeLessThan(0.2);
  const surelyWrong = share(sum('sure', 'wrong'), sum('sure', 'values'));
  expect(share(sum('doubtful', 'wrong'), doubted)).toBeGreaterThan(2.5 * surelyWrong);
});
