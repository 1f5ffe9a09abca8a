import { test as property, fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';

import {
  goodNewsFirst,
  joint,
  leadsOn,
  nextStages,
  pipeline,
  type Stage,
  stages,
} from '../../core/referral.ts';

const anyStage = fc.constantFrom(...stages);
const orNone = fc.option(anyStage);

test('the way leads from the first interest to an offer that is accepted', () => {
  const way: readonly (Stage | null)[] = [
    null,
    'interested',
    'referred',
    'applied',
    'interview',
    'offer',
    'accepted',
  ];
  for (const [index, stage] of way.slice(1).entries()) {
    expect(nextStages(way[index] ?? null)).toContain(stage);
    expect(leadsOn(way[index] ?? null, stage!)).toBe(true);
  }
  expect(nextStages('accepted')).toEqual([]);
});

property.prop([anyStage])('every button leads on, and no stage under way is without an end', (stage) => {
  const next = nextStages(stage);
  expect(next.filter((one) => !leadsOn(stage, one))).toEqual([]);
  expect(next.length === 0 || next.includes('declined')).toBe(true);
});

test.each<[Stage, Stage]>([
  ['interview', 'applied'],
  ['rejected', 'interview'],
  ['accepted', 'declined'],
])('from %s to %s something is taken back', (before, after) => {
  expect(leadsOn(before, after)).toBe(false);
});

describe('two that are one', () => {
  test.each<[Stage | null, Stage | null, Stage | null]>([
    [null, null, null],
    [null, 'interview', 'interview'],
    ['applied', null, 'applied'],
    ['interested', 'offer', 'offer'],
    ['offer', 'interested', 'offer'],
    ['accepted', 'rejected', 'accepted'],
    ['interview', 'rejected', 'rejected'],
    ['interview', 'declined', 'interview'],
    [null, 'declined', 'declined'],
  ])('%s and %s are at %s', (kept, gone, both) => {
    expect(joint(kept, gone)).toBe(both);
  });

  property.prop([orNone, orNone])('are at a stage of one of them, and lose none', (kept, gone) => {
    expect([kept, gone]).toContain(joint(kept, gone));
    expect(joint(kept, gone) === null).toBe(kept === null && gone === null);
  });
});

test('a pipeline shows what there is, in order, ends apart', () => {
  const counts = new Map<Stage, number>([
    ['rejected', 3],
    ['interview', 1],
    ['interested', 2],
    ['offer', 0],
  ]);
  expect(pipeline(counts)).toEqual({
    underWay: [
      ['interested', 2],
      ['interview', 1],
    ],
    ended: [['rejected', 3]],
  });
});

test('good news comes first, what came to nothing last, and the rest as it came', () => {
  const moves = (['rejected', 'interview', null, 'accepted', 'declined', 'interview', 'offer'] as const).map(
    (after, n) => ({ after, n }),
  );
  expect(goodNewsFirst(moves).map(({ n }) => n)).toEqual([3, 6, 1, 5, 0, 2, 4]);
});
