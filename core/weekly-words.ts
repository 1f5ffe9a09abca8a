// What people type for a weekly time: a day, a time and a zone in any order, with the small words, commas and brackets
// of either language between them, or with no spaces at all. Hides how they are told apart.

import { isLikeTime, readDay, spaced } from './clock-time.ts';
import { zonesOf } from './vocabulary/zones.ts';

/** What was said of `day`, `time`, `zone` and the other parts, as it was typed, and the words that belong to none. */
export interface WeeklyWords {
  readonly parts: Readonly<Record<string, string>>;
  readonly rest: string;
}

/** By part, which words are like it. */
type Likeness = Readonly<Record<string, (words: string) => boolean>>;

/** A part has no more words than this, and a line that can be a weekly time has not many more. */
const mostWordsOfPart = 6;
const mostWords = 30;

const small = /^(?:at|on|every|each|in|the|weekly|每周|每週|在)$/iu;

/** `others` knows the words of parts besides the day, the time and the zone. */
export function readWeeklyWords(text: string, others: Likeness): WeeklyWords {
  const isLike: Likeness = {
    day: (words) => readDay(words) !== null,
    time: isLikeTime,
    ...others,
    zone: (words) => zonesOf(words).length > 0,
  };
  const words = wordsIn(text);
  if (words.length > mostWords) return { parts: {}, rest: text };
  const parts: Record<string, string> = {};
  const rest: string[] = [];
  let at = 0;
  while (at < words.length) {
    const found = partAt(words.slice(at, at + mostWordsOfPart), isLike, parts);
    if (found === null) rest.push(words[at] ?? '');
    else parts[found.part] = found.part === 'zone' ? narrower(found.said, parts['zone']) : found.said;
    at += found?.length ?? 1;
  }
  return { parts, rest: rest.join(' ') };
}

function wordsIn(text: string): readonly string[] {
  return spaced(text)
    .split(/[\s,、。;()[\]【】]+/u)
    .filter((word) => word !== '' && !small.test(word));
}

interface Found {
  readonly part: string;
  readonly said: string;
  readonly length: number;
}

/** The part that the most words from here on are like, unless it was said before. */
function partAt(
  words: readonly string[],
  isLike: Likeness,
  before: Readonly<Record<string, string>>,
): Found | null {
  for (let { length } = words; length > 0; length -= 1) {
    const said = words.slice(0, length).join(' ');
    const part = Object.keys(isLike).find(
      (one) => isLike[one]?.(said) === true && isFree(one, said, before[one]),
    );
    if (part !== undefined) return { part, said, length };
  }
  return null;
}

/** A zone may be followed by where it lies, which makes it out: Toronto, Canada; Portland (America/Los_Angeles). */
const isFree = (part: string, said: string, before: string | undefined): boolean =>
  before === undefined || (part === 'zone' && zonesOf(said).some((zone) => zonesOf(before).includes(zone)));

const narrower = (zone: string, before: string | undefined): string =>
  before === undefined || zonesOf(zone).length < zonesOf(before).length ? zone : before;
