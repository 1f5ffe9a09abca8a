// The shape of what a language model answers: pieces of the post by field, and for choices the piece that says so.
// It forgives fences, introductions and bad parts; whether a piece stands in the post is not known here.

import { z } from 'zod';

import { arrangements, focuses } from '../opening.ts';
import { normalise } from './normalise.ts';

/** In characters; a fact takes less. */
const longestPiece = 400;
const mostPieces = 20;

const piece = z
  .string()
  .max(longestPiece)
  .transform(normalise)
  .refine((words) => words !== '' && !words.includes('\n'));
/** One or several; what is no piece among them is left out. */
const pieces = z
  .union([piece.transform((words) => [words]), z.array(piece.nullable().catch(null))])
  .transform((all) => all.flatMap((one) => one ?? []).slice(0, mostPieces))
  .catch([]);
const choice = <Value>(one: z.ZodType<Value>) => z.object({ is: one, quote: piece }).nullable().catch(null);

/** Each part is good or bad by itself. */
const Answer = z.object({
  title: pieces,
  company: pieces,
  locations: pieces,
  arrangement: choice(z.enum(arrangements).exclude(['unknown'])),
  remoteScope: pieces,
  salary: pieces,
  skills: pieces,
  focus: choice(z.enum(focuses)),
});
export type Answer = z.infer<typeof Answer>;

/** The object in what a model says; `null` where there is none. */
export function readAnswer(words: string): Answer | null {
  const said = words.slice(words.lastIndexOf('</think>') + 1);
  try {
    return Answer.parse(JSON.parse(said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1)));
  } catch {
    return null;
  }
}
