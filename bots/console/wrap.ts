// Where a paragraph breaks into lines of so many display cells. Words stay whole, and one that is wider than a line
// (a link) is left to the terminal; Chinese breaks between characters and after its punctuation, which stays with
// what it follows.

import stringWidth from 'string-width';

type Range = readonly [from: number, to: number];

const opening = '（「『《〈【“‘';
/** Chinese punctuation, after which a line may break; `”’…` stand within Western words too. */
const ending = '，。、！？：；）」』》〉】';
const closing = `${ending}”’…`;
const han = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}`;
const unit = new RegExp(
  String.raw`\n|[^\S\n]+|[${opening}]*(?:[${han}]|[^\s${han}${opening}${ending}]+)[${closing}]*|[${opening}]+|[${closing}]+`,
  'gu',
);

/** The lines as ranges of the text, without the newline or the spaces at which they break. */
export function lineBreaks(text: string, width: number): Range[] {
  const lines: Range[] = [];
  let from = 0;
  let to = 0;
  let cells = 0;
  const endLine = (next: number) => {
    lines.push([from, to]);
    from = next;
    to = next;
    cells = 0;
  };
  for (const { 0: piece, index } of text.matchAll(unit)) {
    const end = index + piece.length;
    if (piece === '\n') {
      endLine(end);
      continue;
    }
    const isSpace = piece.trim() === '';
    const pieceCells = width === Infinity ? 0 : stringWidth(piece);
    if (!isSpace && to > from && cells + pieceCells > width) endLine(index);
    cells += pieceCells;
    if (!isSpace) to = end;
  }
  lines.push([from, to]);
  return lines;
}
