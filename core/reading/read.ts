// A pasted post read into an opening. Every value that is kept has evidence: pieces of the normalised text.

import { blankOpening, type Evidence, type Opening } from '../opening.ts';
import { normalise } from './normalise.ts';

export { normalise };

export interface Reading {
  /** Whether the text offers at least one job, internship or contract to its reader. */
  readonly isOpening: boolean;
  readonly opening: Opening;
  readonly evidence: Evidence;
}

/** Reads one post. What it does not say stays unknown; nothing is guessed, nothing is thrown. */
export function readOpening(text: string): Reading {
  return { isOpening: normalise(text) !== '', opening: blankOpening, evidence: {} };
}
