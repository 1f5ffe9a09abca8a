// What a language model adds to a reading, where one is configured. How it is asked is the business of whoever runs
// the bot; whatever comes of it, there is a reading.

import type { Reading } from '../core/reading/read.ts';
import type { House } from './context.ts';

/** Why a model that was asked was no help: no answer in time, none at all, or none that can be used. */
export type ModelFailure = 'late' | 'failed' | 'garbled';

/**
 * What the model came to. It is not asked where the reading is sure, while it rests after failures, and when the
 * budget of the day is spent; `silent` is an answer that adds nothing.
 */
export type ModelOutcome = 'sure' | 'resting' | 'spent' | 'silent' | 'helped' | ModelFailure;

export interface ModelReading {
  readonly reading: Reading;
  readonly outcome: ModelOutcome;
}

export interface ModelState {
  readonly name: string;
  /** Within the last day, by all processes together. */
  readonly calls: number;
  readonly callsPerDay: number;
  /** In this process. */
  readonly lastFailure: { readonly failure: ModelFailure; readonly at: Date } | null;
}

/** The reading of `text`, completed where that is possible. */
export async function completed(
  text: string,
  reading: Reading,
  { readWithModel, noteModel }: Pick<House, 'readWithModel' | 'noteModel'>,
  now: Date,
): Promise<Reading> {
  if (readWithModel === undefined) return reading;
  const { reading: better, outcome } = await readWithModel(text, reading, now);
  noteModel?.(outcome);
  return better;
}
