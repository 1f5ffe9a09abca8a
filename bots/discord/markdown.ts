// Text in Discord's markdown. What people typed is escaped here, once: it reads as it was typed and has no effect,
// except that a web address stays a link. Hides the grammar that Discord's clients understand.

import type { Segment, Text } from '../../core/view.ts';
import { asGivenHere } from './notation.ts';

/** A longer run of text is cut, so that a message can end between its pieces. */
const longestPiece = 500;

/**
 * The text as lines of at most `widest` UTF-16 units, each complete in itself: no style runs on over its end.
 */
export function linesOf(text: Text, widest: number): readonly string[] {
  const lines = [''];
  for (const piece of text.flatMap((segment) => piecesOf(segment, widest))) {
    for (const [index, part] of piece.split('\n').entries()) {
      const last = lines.at(-1) ?? '';
      if (index > 0 || last.length + part.length > widest) lines.push(part);
      else lines[lines.length - 1] = last + part;
    }
  }
  return lines.map((line) => line.trimEnd());
}

/** Titles and labels: text in which nothing has an effect, links included. Mostly one line. */
export const plainLines = (text: string): readonly string[] => cut(oneLine(text)).map(inert);

function piecesOf(segment: Segment, widest: number): readonly string[] {
  if (typeof segment === 'string') return cut(harmless(segment)).map(escaped);
  const text = oneLine(segment.text);
  if (text.trim() === '') return [text];
  if ('link' in segment) return linked(text, segment.link, widest);
  if (text.length > longestPiece) return cut(text).map(escaped);
  return [styled(text, segment.style)];
}

function styled(text: string, style: 'bold' | 'italic' | 'code' | 'call'): string {
  if (style === 'call') return styled(asGivenHere(text.trim()), 'code');
  if (style === 'code') return `\`${text.trim().replaceAll('`', "'")}\``;
  const mark = style === 'bold' ? '**' : '*';
  const [, before = '', inside = '', after = ''] = /^(\s*)(.*?)(\s*)$/u.exec(text) ?? [];
  return `${before}${mark}${inert(inside)}${mark}${after}`;
}

/** A link; where it is too long or does not lead to the web, its text and its target one after the other. */
function linked(text: string, link: string, widest: number): readonly string[] {
  const url = URL.parse(link);
  const isWeb = url !== null && /^https?:$/u.test(url.protocol);
  const target = isWeb ? url.href.replaceAll(/[()\\|]/gu, encodedMark) : '';
  if (isWeb && target.length + text.length * 2 <= widest) {
    const isSame = text === oneLine(link);
    return [
      isSame ? `<${target}>` : `[${inert(text.replaceAll('[', '［').replaceAll(']', '］'))}](<${target}>)`,
    ];
  }
  const parts = text === oneLine(link) ? [text] : [text, ' ', oneLine(link)];
  return parts.flatMap(cut).map(inert);
}

const encodedMark = (mark: string): string => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;

/** Pieces that end after a blank where there is one, and never within a character. */
function cut(text: string): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > longestPiece) {
    const blank = rest.slice(0, longestPiece).search(/\s\S*$/u);
    const whole = /[\uD800-\uDBFF]$/u.test(rest.slice(0, longestPiece)) ? longestPiece - 1 : longestPiece;
    const end = blank > longestPiece / 2 ? blank + 1 : whole;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...pieces, rest];
}

const address = String.raw`https?:\/\/[\w.~:/?#@!$&'*+,;=%()-]*[\w~/#@$&*+=%-]`;
/** What begins a heading, a small line, a quote or a list at the start of a line. */
const beginning = String.raw`^[ \t]*(?:#{1,3}|-#|>{1,3}|[+-]|\d+\.)(?=\s|$)`;
const pairs = String.raw`[|~](?=[|~]|$)|(?<=^|[|~])[|~]`;
const others = String.raw`[\\*_${'`'}[<]|@(?=everyone|here)|:(?=\w+:)`;
const marks = [beginning, pairs, others].join('|');
const marksOrAddresses = new RegExp(`${address}|${marks}`, 'gimu');
const marksAndColons = new RegExp(String.raw`${marks}|:(?=\/\/)`, 'gimu');

/** Web addresses stay links, told apart from what stands next to them. */
const escaped = (text: string): string =>
  text.replaceAll(marksOrAddresses, (found) => (found.includes('://') ? `<${found}>` : withBackslash(found)));

/** Web addresses are text as well. */
const inert = (text: string): string => text.replaceAll(marksAndColons, withBackslash);

/** `1.` is undone before its dot, everything else before its first mark. */
const withBackslash = (found: string): string =>
  found.replace(/\d+\.|\S/u, (mark) => mark.replace(/.$/u, String.raw`\$&`));

const oneLine = (text: string): string => harmless(text).replaceAll('\n', ' ');

/** Line ends made alike; invisible, reordering and control characters removed, joiners of emoji kept. */
const harmless = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
    .replaceAll('\t', '  ')
    .replaceAll(/(?![\u200c\u200d])\p{Cf}/gu, '')
    .replaceAll(/(?!\n)\p{Cc}/gu, '');
