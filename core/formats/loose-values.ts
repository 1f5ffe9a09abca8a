// JSON-LD as pages write it: one value or a list, a text or a thing with a name. Read without ever failing.

import { normalise } from '../reading/normalise.ts';

export type LooseNode = Readonly<Record<string, unknown>>;

/** The values of a property that holds none, one or many. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

export const isText = (value: unknown): value is string => typeof value === 'string';

/** The value as an object; one without fields where it is something else. */
export const asNode = (value: unknown): LooseNode =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** Longer, and it is no longer a phrase. */
const longestPhrase = 1000;

/** The words of a value in one line: its own, or its name where it is a thing; empty where it has none. */
export function phrase(value: unknown): string {
  const [first] = listOf(value);
  if (typeof first === 'number') return String(first);
  const { name, '@value': plain } = asNode(first);
  const words = [first, name, plain].find(isText) ?? '';
  return words.length > longestPhrase ? '' : normalise(words).replaceAll('\n', ' ');
}

export const isFilled = (words: string): boolean => words.trim() !== '';
export const filled = (words: string): string | null => (isFilled(words) ? words : null);
