// Paragraphs into messages of at most so many characters and marks: a paragraph stays whole where it can, then its
// lines do, and a line breaks between words. What is too much even so is counted.

import { htmlOf, marksOf, type Run } from './html.ts';

export type Line = readonly Run[];

/** Lines that belong together; `isQuote` sets them apart from what is around them. */
export interface Paragraph {
  readonly lines: readonly Line[];
  readonly isQuote: boolean;
}

/** After parsing, in UTF-16 units, which are never fewer than the characters that the platform counts. */
export const longestText = 4096;
export const longestCaption = 1024;
const mostMarks = 100;

/** How far back from the limit a space is looked for, in UTF-16 units. */
const longestWord = 200;

interface Piece {
  readonly line: Line;
  readonly isQuote: boolean;
  /** What stands between it and the piece before: a line break, or an empty line. */
  readonly gap: '\n' | '\n\n';
  readonly length: number;
  readonly marks: number;
}

const asPiece = (line: Line, isQuote: boolean, gap: Piece['gap']): Piece => ({
  line,
  isQuote,
  gap,
  length: gap.length + lengthOf(line),
  marks: marksIn(line) + (isQuote ? 1 : 0),
});

/**
 * The texts of at most `most` messages as HTML, the first one no longer than `first`; `cut` words how many lines are
 * missing at their end.
 */
export function pack(
  paragraphs: readonly Paragraph[],
  most: number,
  cut: (lines: number) => Line,
  first = longestText,
): readonly string[] {
  const pages = pagesOf(paragraphs, first);
  const rest = pages.slice(most).flat().length;
  const last = most === 1 ? first : longestText;
  return (rest === 0 ? pages : shortened(pages.slice(0, most), rest, cut, last)).map(pageHtml);
}

function pagesOf(paragraphs: readonly Paragraph[], first: number): readonly (readonly Piece[])[] {
  const pages: Piece[][] = [];
  let page: Piece[] = [];
  const room = (): number => (pages.length === 0 ? first : longestText);
  for (const { lines, isQuote } of paragraphs) {
    const pieces = lines.flatMap((line, index) =>
      parts(line, first).map((part, later) =>
        asPiece(part, isQuote, index === 0 && later === 0 ? '\n\n' : '\n'),
      ),
    );
    if (!fits([...page, ...pieces], room()) && fits(pieces, longestText)) page = turn(pages, page);
    for (const piece of pieces) {
      if (!fits([...page, piece], room())) page = turn(pages, page);
      page.push(piece);
    }
  }
  turn(pages, page);
  return pages;
}

function turn(pages: Piece[][], page: Piece[]): Piece[] {
  if (page.some(isVisible)) pages.push(page);
  return [];
}

/** The platform refuses a message of blank lines. */
const isVisible = ({ line }: Piece): boolean => line.some(({ text }) => text.trim() !== '');

/** The last page gives up lines until there is room to say how many are missing. */
function shortened(
  pages: readonly (readonly Piece[])[],
  rest: number,
  cut: (lines: number) => Line,
  room: number,
): readonly (readonly Piece[])[] {
  const last = [...(pages.at(-1) ?? [])];
  let missing = rest;
  const notice = (): Piece => asPiece(cut(missing), false, '\n\n');
  while (last.length > 0 && !fits([...last, notice()], room)) {
    last.pop();
    missing += 1;
  }
  return [...pages.slice(0, -1), [...last, notice()]];
}

const fits = (pieces: readonly Piece[], room: number): boolean =>
  pieces.reduce((sum, { length }) => sum + length, 0) <= room &&
  pieces.reduce((sum, { marks }) => sum + marks, 0) <= mostMarks;

const lengthOf = (line: Line): number => line.reduce((sum, { text }) => sum + text.length, 0);
const marksIn = (line: Line): number => line.reduce((sum, run) => sum + marksOf(run), 0);

/** The line in parts that fit into a message with this much room each. */
function parts(line: Line, room: number): readonly Line[] {
  const whole: Line[] = [];
  let part: Run[] = [];
  for (const run of line.flatMap((one) => breakRun(one, room))) {
    const isFull = lengthOf(part) + run.text.length > room - 2 || marksIn(part) + marksOf(run) >= mostMarks;
    if (isFull && part.length > 0) {
      whole.push(part);
      part = [];
    }
    part.push(run);
  }
  return [...whole, part];
}

/** A run longer than half a message, or with too many marks, in shorter ones. */
function breakRun(run: Run, room: number): readonly Run[] {
  const short = room / 2;
  if (run.text.length <= short && marksOf(run) < mostMarks / 2) return [run];
  if (run.text.length <= 2) return [run];
  const end = breakAt(run.text, Math.min(short, Math.ceil(run.text.length / 2)));
  return [
    ...breakRun({ ...run, text: run.text.slice(0, end) }, room),
    ...breakRun({ ...run, text: run.text.slice(end) }, room),
  ];
}

/** After a space if one is near, and never within a character. */
function breakAt(text: string, limit: number): number {
  const space = text.lastIndexOf(' ', limit - 1);
  if (space > 0 && space > limit - longestWord) return space + 1;
  const isPair = (text.codePointAt(limit - 1) ?? 0) > 0xff_ff;
  return isPair ? limit + 1 : limit;
}

function pageHtml(pieces: readonly Piece[]): string {
  return pieces
    .map(({ line, isQuote, gap }, index) => {
      const before = pieces[index - 1];
      const after = pieces[index + 1];
      const opens = isQuote && (before?.isQuote !== true || gap === '\n\n');
      const closes = isQuote && (after?.isQuote !== true || after.gap === '\n\n');
      const html = line.map(htmlOf).join('');
      return `${index === 0 ? '' : gap}${opens ? '<blockquote>' : ''}${html}${closes ? '</blockquote>' : ''}`;
    })
    .join('');
}
