// What each cell of a head line is: a link, terms (place, remote, contract, pay), a job title, or something else,
// which in a head is the company or its slogan. Terms around a title are cut away; what is left is verbatim.

import { areTitleWords } from '../vocabulary/title-words.ts';
import { findPlaces, findTowns } from './place-names.ts';
import { isRole } from './roles.ts';
import type { Cell, Post } from './structure.ts';
import { areTerms, leftover, termSpans, trimTerms } from './term-spans.ts';

type CellKind = 'link' | 'terms' | 'title' | 'other';

export interface HeadCell {
  readonly kind: CellKind;
  /** Without the terms at its ends. */
  readonly text: string;
  readonly whole: string;
  readonly tag: boolean;
}

const linkCell =
  /^(?:https?:\/\/|www\.)\S+$|^[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,30}){0,2}\.(?:com|io|ai|co|org|net|dev|app|xyz|me|so|tech|cloud|health)(?:\/\S*)?$/iu;
/** A Chinese head of words apart ends its title where a word is nothing but terms: `Agent 开发 25k-35k 私聊`. */
export function beforeTerms(title: string): string {
  if (!/ /u.test(title) || !/\p{Script=Han}/u.test(title)) return title;
  const words = title.split(' ');
  const at = words.findIndex((word, index) => {
    const before = words.slice(0, index).join(' ');
    return index > 0 && !/\([^)]*$/u.test(before) && isRole(before) && areTerms(word);
  });
  return at < 0 ? title : words.slice(0, at).join(' ');
}

/** The cells of the head, each with its kind. */
export function readHead(post: Post): readonly HeadCell[] {
  return withField(withPlaces(post.cells.flatMap((cell) => cellsOf(cell, post))), post.script);
}

/** Among terms, and where nothing else names the job, a field of work does: `上海｜AI Infra｜40-70k`. */
function withField(cells: readonly HeadCell[], script: Post['script']): readonly HeadCell[] {
  const kinds = new Set(cells.map(({ kind }) => kind));
  if (kinds.has('title') || !kinds.has('terms')) return cells;
  const at = cells.findIndex(
    // The first cell of an English head is the employer, whatever its name.
    ({ kind, text }, index) => kind === 'other' && (index > 0 || script === 'zh') && areTitleWords(text),
  );
  return cells.map((cell, index) => (index === at ? { ...cell, kind: 'title' } : cell));
}

/** Towns that no vocabulary holds, and parts of cities beside a cell that may be the employer, are places. */
function withPlaces(cells: readonly HeadCell[]): readonly HeadCell[] {
  const others = cells.filter(({ kind }) => kind === 'other').length;
  return cells.map((cell, index) => {
    if (cell.kind !== 'other') return cell;
    const isPlace =
      (index > 0 && findTowns(cell.whole)[0]?.start === 0) || (others > 1 && isCityPart(cell.whole));
    return isPlace ? { ...cell, kind: 'terms' } : cell;
  });
}

function cellsOf(cell: Cell, post: Post): readonly HeadCell[] {
  const whole = headCell({ ...cell, text: firstSentence(cell.text) });
  const clauses = post.isBarred || cell.tag ? [] : clausesOf(cell.text);
  return clauses.length < 2 ? [whole] : headClauses(whole, clauses, post.script);
}

/** A head written as one sentence keeps its clauses that name a job or terms, and the first, which may name who hires. */
function headClauses(
  whole: HeadCell,
  clauses: readonly string[],
  script: Post['script'],
): readonly HeadCell[] {
  const cells = clauses.map((text, index) => {
    const cell = headCell({ text, tag: false });
    // A city and a name of three or four signs behind it are a part of the city: `广州黄埔`.
    return index > 0 && cell.kind === 'other' && isCityPart(text)
      ? { ...cell, kind: 'terms' as const }
      : cell;
  });
  if (script === 'en' && !cells.some(({ kind }, index) => index > 0 && kind === 'terms')) return [whole];
  return cells.filter(
    ({ kind, text }, index) =>
      index === 0 || kind === 'terms' || kind === 'title' || (script === 'en' && properName.test(text)),
  );
}

export const isCityPart = (text: string): boolean => {
  const [place] = findPlaces(text);
  return (
    place !== undefined && place.start === 0 && text.length - place.end <= 4 && /\p{Script=Han}$/u.test(text)
  );
};

const properName = /^(?:\p{Lu}[\w.&'’-]*\s?){1,3}$/u;

/** A short line at its commas and full stops outside brackets; a comma between digits is part of a figure. */
const clausesOf = (text: string): readonly string[] =>
  (text.length > 200 ? shortSentences(text) : text)
    .split(/(?:,(?!\d{3})|[;。!！]|\.\s)(?![^()]*\))\s*/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** A long line is a paragraph; its first sentence stands for it. */
const firstSentence = (text: string): string =>
  text.length > 200 ? (/^.{20,200}?(?=[。!！]|[.!]\s)/u.exec(text)?.[0] ?? text) : text;

/** What a long line begins with before its first sentence of some length: `Acme, Oslo, on-site. Go engineer. We …`. */
function shortSentences(text: string): string {
  const sentences = text.split(/(?<=\.)\s/u);
  const end = sentences.findIndex((sentence) => sentence.length > 60);
  return sentences.slice(0, end).join(' ');
}

function headCell({ text: written, tag }: Cell): HeadCell {
  if (linkCell.test(written)) return { kind: 'link', text: written, whole: written, tag };
  const text = written
    .replace(/^https?:\S+\s/u, '')
    .replace(/\s?\(?https?:.*$/u, '')
    .trim();
  const spans = termSpans(text);
  const trimmed = trimTerms(text, spans);
  if (isRole(trimmed) && trimmed.length <= 160 && !/^intern(?:s|ships?)?$/iu.test(trimmed))
    return { kind: 'title', text: beforeTerms(trimmed), whole: text, tag };
  if (leftover(text, spans).length <= 1 || /^intern(?:s|ships?)?$/iu.test(trimmed))
    return { kind: 'terms', text, whole: text, tag };
  return { kind: 'other', text: trimmed, whole: text, tag };
}
