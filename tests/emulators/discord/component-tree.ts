// The kinds of components, and how they lie within one another.

import { isGiven, recordOf, recordsOf } from './json.ts';
import type { Json } from './json.ts';

export const kinds = {
  row: 1,
  button: 2,
  select: 3,
  input: 4,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  upload: 19,
  radios: 21,
  checkboxes: 22,
  checkbox: 23,
} as const;

const childrenOf = (part: Json): readonly Json[] => [
  ...recordsOf(part['components']),
  ...[part['accessory'], part['component']].filter(isGiven).map(recordOf),
];

/** Every component, parents before children, in reading order. */
export const flatten = (list: readonly Json[]): readonly Json[] =>
  list.flatMap((part) => [part, ...flatten(childrenOf(part))]);

/** Discord gives every component without an id the next free one, in reading order. */
export function numbered(list: readonly Json[]): Json[] {
  const taken = new Set<unknown>();
  const collect = (part: Json): void => {
    taken.add(part['id']);
    for (const child of childrenOf(part)) collect(child);
  };
  list.forEach(collect);
  let last = 0;
  const next = () => {
    do last += 1;
    while (taken.has(last));
    return last;
  };
  const number = (part: Json): Json => {
    const id = isGiven(part['id']) && part['id'] !== 0 ? part['id'] : next();
    return {
      ...part,
      id,
      ...(Array.isArray(part['components']) ? { components: recordsOf(part['components']).map(number) } : {}),
      ...(isGiven(part['accessory']) ? { accessory: number(recordOf(part['accessory'])) } : {}),
      ...(isGiven(part['component']) ? { component: number(recordOf(part['component'])) } : {}),
    };
  };
  return list.map(number);
}
