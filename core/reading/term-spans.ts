// Where a short text speaks of terms: places, pay, ways of working, contracts. What is left without them is a name.

import { finderOf } from './finder.ts';
import { compactCities, findPlaces } from './place-names.ts';
import { otherThanTerms, termFigures, terms } from './words.ts';

const moneyText =
  /(?:[$€£¥₹]|\b(?:USDT?|[A-Z]{3}))\s?~?\s?\d[\d,.]*\s?[kKwW万]?(?:\s?[-–—~至到]{1,2}\s?[$€£¥]?\s?\d[\d,.]*\s?[kKwW万]?)?\s?\+?(?:\s?(?:USD|EUR|RMB|CAD|U|\/(?:年|月|时|yr|year|month|mo|hour|h)))*|\d[\d,.]*\s?[kKwWuU万千]?\s?[-–—~至到]{1,2}\s?\d[\d,.]*\s?(?:[kKwWuU万千](?![a-z])|元|USDT?)\s?\+?(?:\s?(?:RMB|USDT|USD|CNY|U|元))?(?:\s?\/\s?(?:年|月|时|天|USD|RMB))?(?:\s?[*·x×]?\s?\d{2}(?:-\d{2})?薪)?|(?<![\w.])\d{1,3}[kKwW万]\+?(?![\w人])/giu;
const labelledPay =
  /(?:[年月日时]薪|薪[资酬水]|待遇|工资)\s?:?\s?[\d一二两三四五六七八九][\d,.万千]{0,8}\s?[kKwW]?(?:\s?[-–~至到]\s?[\d一二两三四五六七八九][\d,.万千]{0,8}\s?[kKwW]?)?\s?元?(?:\/[年月日天时])?/gu;
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
export function termSpans(text: string): readonly (readonly [number, number])[] {
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
export function leftover(text: string, spans: Spans = termSpans(text)): string {
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
