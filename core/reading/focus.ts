// What the daily work is about, weighed from the words of the title and, where it says little, from what the text is
// full of.

import type { Focus } from '../opening.ts';
import { textRows, titleRows } from '../vocabulary/focus-words.ts';
import { finderOf } from './finder.ts';
import { found, type Found } from './found.ts';
import type { Post } from './structure.ts';

interface Word {
  readonly focus: Focus;
  readonly weight: number;
}

const entered = (words: string, word: Word) =>
  words.split(', ').map((name): readonly [string, Word] => [name, word]);
const findTitleWords = finderOf<Word>(
  titleRows.flatMap(([focus, weight, words]) => entered(words, { focus, weight })),
);
const findTextWords = finderOf<Word>(
  textRows.flatMap(([focus, words]) => entered(words, { focus, weight: 1 })),
);

/** What a note in brackets, a part after a dash, and a second job count beside the first part of a title. */
const inBrackets = 0.6;
const afterDash = 0.9;
const later = 0.7;
/** From what share of the other end's weight on a title is of both ends. */
const bothEnds = 0.6;
/** How much the text counts at most beside the title, and how many words it takes to be half sure of it. */
const textWeight = 7;
const fewWords = 4;
/** A second focus that comes this near makes the first doubtful. */
const margin = 4.5;

interface Score {
  weight: number;
  /** The word that tells most. */
  word: string;
  wordWeight: number;
}
type Scores = Map<Focus, Score>;

function add(scores: Scores, focus: Focus, weight: number, word: string) {
  const score = scores.get(focus);
  if (score === undefined) scores.set(focus, { weight, word, wordWeight: weight });
  else {
    // The most telling word counts; others of the same focus only confirm it.
    score.weight = Math.max(score.weight, weight) + 0.1 * Math.min(score.weight, weight);
    if (weight > score.wordWeight) Object.assign(score, { word, wordWeight: weight });
  }
}

function titleScores(title: string): Scores {
  const scores: Scores = new Map();
  const firstEnd = /[/,|、]/u.exec(title)?.index ?? title.length;
  const dash = /(?:\s|\p{Script=Han})[-–—]/u.exec(title)?.index ?? title.length;
  for (const { start, text, value } of findTitleWords(title)) {
    const before = title.slice(0, start);
    const isNote = before.lastIndexOf('(') > before.lastIndexOf(')');
    const part = isNote ? inBrackets : start > firstEnd ? later : start > dash ? afterDash : 1;
    add(scores, value.focus, value.weight * part, text);
  }
  return asFullStack(scores);
}

/** Technologies of both ends make a full-stack job. */
function asFullStack(scores: Scores): Scores {
  const [front, back] = [scores.get('frontend'), scores.get('backend')];
  if (
    front !== undefined &&
    back !== undefined &&
    back.weight >= 2.5 &&
    back.weight > front.weight * bothEnds
  )
    back.weight = Math.max(back.weight, front.weight + 0.5);
  return scores;
}

/** What a job of this title is about by the title alone; `null` where it does not tell. */
export const focusOfTitle = (title: string): Focus | null => ranked(titleScores(title))[0]?.[0] ?? null;

/** The focus of the main job; `null` where neither title nor text tells. */
export function readFocus(post: Post, title: string | null): Found<Focus> | null {
  const scores = title === null ? new Map<Focus, Score>() : titleScores(title);
  const words = new Map<Focus, string[]>();
  for (const { focus, word } of textWords(post)) words.set(focus, [...(words.get(focus) ?? []), word]);
  const total = [...words.values()].reduce((sum, list) => sum + list.length, 0);
  for (const [focus, list] of words) {
    const weight = (textWeight * list.length) / (total + fewWords);
    const score = scores.get(focus);
    if (score === undefined) scores.set(focus, { weight, word: list[0] ?? '', wordWeight: weight });
    else score.weight += weight;
  }
  const [first, second] = ranked(scores);
  if (first === undefined || (title === null && first[1].weight < 1)) return null;
  const isDoubtful = second !== undefined && first[1].weight - second[1].weight < margin;
  return { ...found(first[0], first[1].word), isDoubtful };
}

const ranked = (scores: Scores): readonly (readonly [Focus, Score])[] =>
  [...scores].toSorted(([, one], [, other]) => other.weight - one.weight);

/** The telling words of the lines that are not about the firm, each once. */
function textWords(post: Post): readonly { readonly focus: Focus; readonly word: string }[] {
  const seen = new Set<string>();
  return post.lines.slice(0, 120).flatMap((line) => {
    if (line.section !== null && ['benefits', 'process', 'contact', 'place', 'pay'].includes(line.section))
      return [];
    return findTextWords(post.plain.slice(line.start, line.start + Math.min(line.text.length, 1500))).flatMap(
      ({ text, value }) => {
        const key = text.toLowerCase();
        if (seen.has(key)) return [];
        seen.add(key);
        return [{ focus: value.focus, word: text }];
      },
    );
  });
}
