// How much of labelled posts the reader gets right, field by field, and how often the values that it doubts are wrong.

import type { Opening, OpeningField } from '../../../core/opening.ts';
import { readOpening } from '../../../core/reading/read.ts';
import type { Sample } from './sample.ts';

interface Tally {
  /** Posts whose field is as labelled. */
  right: number;
  posts: number;
  /** Values that were read, by whether they are doubted, and how many of those are wrong. */
  readonly sure: { values: number; wrong: number };
  readonly doubtful: { values: number; wrong: number };
}

const tally = (): Tally => ({
  right: 0,
  posts: 0,
  sure: { values: 0, wrong: 0 },
  doubtful: { values: 0, wrong: 0 },
});

/** A tally for each field of the labels. */
export function scoresOf(samples: readonly Sample[]): ReadonlyMap<OpeningField, Tally> {
  const tallies = new Map<OpeningField, Tally>();
  for (const { text, expected } of samples) {
    const { opening, evidence, doubts } = readOpening(text);
    for (const field of fieldsOf(expected ?? {})) {
      const counted = tallies.get(field) ?? tally();
      tallies.set(field, counted);
      const isRight = isAsLabelled(opening, expected ?? {}, field);
      counted.posts += 1;
      if (isRight) counted.right += 1;
      if (evidence[field] === undefined) continue;
      const side = doubts.includes(field) ? counted.doubtful : counted.sure;
      side.values += 1;
      if (!isRight) side.wrong += 1;
    }
  }
  return tallies;
}

const fieldsOf = (expected: Partial<Opening>): readonly OpeningField[] =>
  Object.keys(expected).filter((key): key is OpeningField => Object.hasOwn(expected, key));

/** Skills are right where most of them are, and a title that says a note more or less is: both are matters of taste. */
function isAsLabelled(opening: Opening, expected: Partial<Opening>, field: OpeningField): boolean {
  if (field === 'skills') return likeness(opening.skills, expected.skills ?? []) >= 0.7;
  if (field === 'title' && typeof opening.title === 'string' && typeof expected.title === 'string')
    return opening.title.includes(expected.title) || expected.title.includes(opening.title);
  return JSON.stringify(opening[field]) === JSON.stringify(expected[field]);
}

/** The Dice coefficient of two lists of names; 1 where both are empty. */
function likeness(one: readonly string[], other: readonly string[]): number {
  const shared = one.filter((name) => other.includes(name)).length;
  return one.length + other.length === 0 ? 1 : (2 * shared) / (one.length + other.length);
}
