// The items of a list of jobs: where a text is parted, and how sure it is that each part names a job.

import { titleKey } from '../vocabulary/title-words.ts';
import { pieceAt } from './found.ts';
import { beginning, isFullName, isName, isPerson, isSibling } from './job-names.ts';
import { areRanks } from './title-text.ts';

/** One job of a list; `from` and `to` are places in the line, with what is said of the job beside its name. */
export interface Item {
  readonly title: string;
  readonly from: number;
  readonly to: number;
}

export const isNamed = ({ title }: Item): boolean => isName(title);
export const isNamedOrMay = ({ title }: Item): boolean => isName(title) || isSibling(title);

/** Every item names who does the job; of four and more a few may only look like it. */
export function isSure(items: readonly Item[]): boolean {
  const sure = items.filter(({ title }) => isName(title) && isPerson(title));
  if (items.length < 2) return false;
  return (
    sure.length === items.length ||
    (sure.length > 2 && sure.length * 3 >= items.length * 2 && items.every(isNamedOrMay))
  );
}

interface Piece {
  readonly text: string;
  readonly from: number;
}

/** What ends a list in the middle of a sentence: `A、B等岗位`, `A、B加入我们`, `A、B,简历发…`. */
export const listEnd =
  /等{1,2}(?=岗|职|多|各|方向|\s|$)|加入|[,\s]+(?:都是|均[为可有]|有意|感兴趣|欢迎|简历|投递|联系|微信|邮箱|加[vV微]|私聊|地点|base|公司|apply|contact|e-?mail)/iu;

const commas = /[、;|]|,(?!\d)|\s(?:and|&)\s|和(?=\p{Script=Han})|以及/u;

/** A list at its commas and conjunctions; at slashes only where there are no others, and they stand between jobs. */
export function listed(text: string, offset: number): readonly Item[] {
  const list = pieceAt(text.split(listEnd), 0);
  const items = itemsOf(piecesOf(list, commas), offset);
  if (items.length > 1) return differing(titlesOf(items)) > 1 ? items : [];
  const slashed = itemsOf(piecesOf(list, /\s?\/\s?/u), offset);
  return slashed.length > 1 && areApart(slashed) ? slashed : items;
}

/** In characters. */
const longestList = 300;

/** A text that lists jobs at its commas and says nothing else; of two the first has a noun of its own for who does it. */
export function listedAlone(text: string, offset: number): readonly Item[] {
  if (text.includes(':') || text.length > longestList || !commas.test(text)) return [];
  const items = itemsOf(piecesOf(text, commas), offset);
  const isList = isSure(items) && (items.length > 2 || titlesOf(items.slice(0, 1)).every(isFullName));
  return isList && differing(titlesOf(items)) > 1 ? items : [];
}

/** Between two names a slash parts jobs only if each says by itself who does it: `UI/UX Designer` is one. */
const areApart = (items: readonly Item[]): boolean =>
  items.length > 2
    ? items.every(isNamed) || titlesOf(items).filter(isFullName).length !== 1
    : titlesOf(items).every(isFullName) && !areRanks(titlesOf(items));

const titlesOf = (items: readonly Item[]): readonly string[] => items.map(({ title }) => title);

/** How many jobs are meant, where a name and its translation mean one. */
const differing = (titles: readonly string[]): number => new Set(titles.map(titleKey)).size;

/** The parts of a text between separators that stand outside brackets. */
export function piecesOf(text: string, separator: RegExp): readonly Piece[] {
  const pattern = new RegExp(separator, 'uy');
  const pieces: Piece[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '(' || char === '[') depth += 1;
    else if (char === ')' || char === ']') depth = Math.max(0, depth - 1);
    pattern.lastIndex = at;
    const length = depth > 0 ? 0 : (pattern.exec(text)?.[0].length ?? 0);
    if (length === 0) continue;
    pieces.push({ text: text.slice(from, at), from });
    from = at + length;
    at = from - 1;
  }
  return [...pieces, { text: text.slice(from), from }];
}

/** Pieces that are nothing but terms are no items. */
export const itemsOf = (pieces: readonly Piece[], offset: number): readonly Item[] =>
  pieces.map(({ text, from }) => itemOf(text, offset + from)).filter(({ title }) => title !== '');

export const itemOf = (text: string, from: number): Item => ({
  title: beginning(text.trim()),
  from,
  to: from + text.length,
});
