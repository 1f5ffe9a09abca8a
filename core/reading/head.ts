// What each cell of a head line is: a link, terms (place, remote, contract, pay), a job title, or something else,
// which in a head is the company or its slogan. Terms around a title are cut away; what is left is verbatim.

import { places, type PlaceEntry } from '../vocabulary/places.ts';
import { findSkillEntry } from '../vocabulary/skills.ts';
import { finderOf, type Match } from './finder.ts';
import type { Cell, Post } from './structure.ts';
import { chineseRole, englishRole, otherThanTerms, termFigures, terms } from './words.ts';

type CellKind = 'link' | 'terms' | 'title' | 'other';

export interface HeadCell {
  readonly kind: CellKind;
  /** Without the terms at its ends. */
  readonly text: string;
  readonly whole: string;
  readonly tag: boolean;
}

const caseBound = new Set([
  'us',
  'sf',
  'au',
  'nz',
  'la',
  'atx',
  'ny',
  'uk',
  'eu',
  'na',
  'sea',
  'hk',
  'sg',
  'kl',
  'sz',
  'gz',
  'hz',
  'bj',
]);
/** Names of places that are more often something else. */
const ambiguous = new Set([
  'cork',
  'phoenix',
  'durham',
  'perth',
  'madison',
  'victoria',
  'lima',
  'georgia',
  'bali',
  'columbus',
  'charlotte',
  'santiago',
  'bath',
  'turkey',
  'chad',
  'jordan',
  'cairo',
  'madison',
  'china',
  'america',
  'european',
  'asian',
  'north american',
]);

const findRaw = finderOf<PlaceEntry>(
  places.flatMap((entry) =>
    [entry.name, entry.chinese, ...entry.aliases]
      .filter((name) => name.length > 1)
      .map((name): readonly [string, PlaceEntry] => [name, entry]),
  ),
);

/** Places named in a text. Short names count in capitals only (US, SF), and a company's city is no place of work. */
export function findPlaces(text: string): Match<PlaceEntry>[] {
  return findRaw(text).filter(({ text: name, start, end }) => {
    const lower = name.toLowerCase();
    if (/[非除]$/u.test(text.slice(0, start))) return false;
    if (caseBound.has(lower))
      return (
        name === name.toUpperCase() &&
        !/^[-.]?\d|^\$/u.test(text.slice(end, end + 2)) &&
        !(lower === 'la' && /,\s?$/u.test(text.slice(0, start)))
      );
    if (ambiguous.has(lower) && /^[a-z]/u.test(name)) return false;
    if (/^[a-z]/u.test(name)) return lower.length > 6 || text === text.toLowerCase();
    return (
      !/^[^\s,，。;；、:|]{0,14}(?:有限公司|有限责任公司|股份|大学(?!城)|银行|学院)/u.test(text.slice(end)) &&
      !/^(?:大学(?!城)|话|语|人|菜|银行|市?[\p{Script=Han}]{2,8}(?:科技|集团)(?:有限|股份))/u.test(
        text.slice(end),
      ) &&
      start >= 0
    );
  });
}

const linkCell =
  /^(?:https?:\/\/|www\.)\S+$|^[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,30}){0,2}\.(?:com|io|ai|co|org|net|dev|app|xyz|me|so|tech|cloud|health)(?:\/\S*)?$/iu;
const moneyText =
  /(?:[$€£¥₹]|\b(?:USDT?|[A-Z]{3}))\s?~?\s?\d[\d,.]*\s?[kKwW万]?(?:\s?[-–—~至到]{1,2}\s?[$€£¥]?\s?\d[\d,.]*\s?[kKwW万]?)?\s?\+?(?:\s?(?:USD|EUR|RMB|CAD|U|\/(?:年|月|时|yr|year|month|mo|hour|h)))*|\d[\d,.]*\s?[kKwWuU万千]?\s?[-–—~至到]{1,2}\s?\d[\d,.]*\s?(?:[kKwWuU万千](?![a-z])|元|USDT?)\s?\+?(?:\s?(?:RMB|USDT|USD|CNY|U|元))?(?:\s?\/\s?(?:年|月|时|天|USD|RMB))?(?:\s?[*·x×]?\s?\d{2}(?:-\d{2})?薪)?|(?<![\w.])\d{1,3}[kKwW万]\+?(?![\w人])/giu;
const labelledPay =
  /(?:[年月日时]薪|薪[资酬水]|待遇|工资)\s?:?\s?[\d一二两三四五六七八九][\d,.万千]{0,8}\s?[kKwW]?(?:\s?[-–~至到]\s?[\d一二两三四五六七八九][\d,.万千]{0,8}\s?[kKwW]?)?\s?元?(?:\/[年月日天时])?/gu;
/** 北上广深杭: several cities in one word. */
export const compactCities = /北上广深?[杭成蓉]?|北上[深杭]{1,2}|京沪[深杭]{0,2}/gu;
const stateCode =
  /(?:,\s?|(?<=\p{Ll})\s(?=[A-Z]{2}(?:$|[\s,.;)|])))(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY]|USA?|UK|BC|ON|QC|AB)\b/gu;

const findTerms = finderOf<boolean>([
  ...otherThanTerms.split(', ').map((word): readonly [string, boolean] => [word, false]),
  ...terms.split(', ').map((word): readonly [string, boolean] => [word, true]),
]);

/** Patterns of terms, each with a sign without which it need not be looked for. */
const termPatterns: readonly (readonly [sign: RegExp, pattern: RegExp])[] = [
  [/\d/u, moneyText],
  [/[薪遇资]/u, labelledPay],
  [/[年薪]/u, termFigures],
  [/[A-Z]{2}/u, stateCode],
  [/北上|京沪/u, compactCities],
];

/** Where terms stand in a text: places, ways of working, contracts, pay. */
function termSpans(text: string): readonly (readonly [number, number])[] {
  const spans: [number, number][] = findPlaces(text).map(({ start, end }) => [start, end]);
  for (const { start, end, value } of findTerms(text)) if (value) spans.push([start, end]);
  for (const [sign, pattern] of termPatterns) {
    if (!sign.test(text)) continue;
    for (const match of text.matchAll(pattern)) spans.push([match.index, match.index + match[0].length]);
  }
  return spans;
}

const unsaid = /[\s,，、:：/&+|·•*()（）[\]【】~!！。;；_<>"“”'\-–—.\d]+/gu;
const filler = /[\s,，、:：/&+|·•*()（）[\]【】~!！。;；_<>"“”'\-–—.]/u;

/** Cuts terms and punctuation off both ends; empty when nothing else is there. */
export function trimTerms(text: string, spans: Spans = termSpans(text)): string {
  let start = 0;
  let end = text.length;
  for (;;) {
    const from = cutStart(text, spans, start, end);
    const to = cutEnd(text, spans, from, end);
    if (from === start && to === end) return text.slice(start, end);
    start = from;
    end = to;
  }
}

type Spans = readonly (readonly [number, number])[];

/** One step inwards from the left: punctuation, a bracket of nothing but terms, or a term. */
function cutStart(text: string, spans: Spans, start: number, end: number): number {
  const char = text[start] ?? '';
  if (start >= end) return start;
  if (char === '(') {
    const close = text.indexOf(')', start);
    return close > 0 && close < end && leftover(text.slice(start, close)) === '' ? close + 1 : start;
  }
  if (filler.test(char)) return start + 1;
  return Math.min(end, Math.max(start, ...spans.filter(([from]) => from <= start).map(([, to]) => to)));
}

/** One step inwards from the right. */
function cutEnd(text: string, spans: Spans, start: number, end: number): number {
  const char = text[end - 1] ?? '';
  if (start >= end) return end;
  if (char === ')') {
    const open = text.lastIndexOf('(', end - 1);
    if (open < start) return end - 1;
    return leftover(text.slice(open, end)) === '' ? open : end;
  }
  if (filler.test(char)) return end - 1;
  return Math.max(start, Math.min(end, ...spans.filter(([, to]) => to >= end).map(([from]) => from)));
}

/** What remains of a text without its terms, punctuation and figures. */
function leftover(text: string, spans: Spans = termSpans(text)): string {
  const parts: string[] = [];
  let at = 0;
  for (const [from, to] of spans.toSorted(([one], [other]) => one - other)) {
    if (from > at) parts.push(text.slice(at, from));
    at = Math.max(at, to);
  }
  parts.push(text.slice(at));
  return parts.join('').replaceAll(unsaid, '');
}

/** Whether a short line tells places, pay and ways of working, and nothing else: `广州天河,30-45k,14薪`. */
export const areTerms = (text: string): boolean => text.length <= 60 && leftover(text).length <= 1;

/** Whether words name a job: a role, or what is worked with at a rank: `高级 PHP`, `Senior Java`. */
export const isRole = (text: string): boolean =>
  englishRole.test(text) || chineseRole.test(text) || isTrade(text);

const rank = /^(?:初级|中级|中高级|高级|资深|senior|junior|staff|lead|principal)\s?/iu;
const isTrade = (text: string): boolean =>
  text.length < 30 && rank.test(text) && findSkillEntry(text.replace(rank, '').trim()) !== undefined;

/** A Chinese head of words apart ends its title where a word is nothing but terms: `Agent 开发 25k-35k 私聊`. */
export function beforeTerms(title: string): string {
  if (!/ /u.test(title) || !/\p{Script=Han}/u.test(title)) return title;
  const words = title.split(' ');
  const at = words.findIndex(
    (word, index) => index > 0 && isRole(words.slice(0, index).join(' ')) && areTerms(word),
  );
  return at < 0 ? title : words.slice(0, at).join(' ');
}

/** The cells of the head, each with its kind. */
export function readHead(post: Post): readonly HeadCell[] {
  return post.cells.flatMap((cell) => {
    const whole = headCell({ ...cell, text: firstSentence(cell.text) });
    const clauses = post.isBarred || cell.tag ? [] : clausesOf(cell.text);
    return clauses.length < 2 ? [whole] : headClauses(whole, clauses, post.script);
  });
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
