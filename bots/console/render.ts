// Views as text for a terminal or a pipe: wrapped by display cells, coloured on request, buttons as lines to type.
// Hides what people's text could do to a terminal: escape sequences and reordering marks never get through.

import { styleText } from 'node:util';

import stringWidth from 'string-width';

import type { Messages } from '../../commands/locales/messages.ts';
import type { Action, Block, Form, FormField, Reply, Segment, Text, View } from '../../core/view.ts';
import { lineBreaks } from './wrap.ts';

/** `width` is in cells; `Infinity` leaves lines as long as they are. */
export interface Look {
  readonly colour: boolean;
  readonly width: number;
}

type Style = Parameters<typeof styleText>[0];

/** A stretch of one style within a paragraph. */
interface Run {
  readonly text: string;
  readonly style: Style | null;
}

const widestLabel = 28;

/** The reply as lines, without a newline at the end. */
export function render(reply: Reply, words: Messages, look: Look): string {
  const paragraphs =
    reply.kind === 'view' ? viewParagraphs(reply, words, look) : formParagraphs(reply, words, look);
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** One line that asks for a field: its label, a hint, and what stands there already. */
export function renderField({ label, hint, value = '' }: FormField, words: Messages, look: Look): string {
  const aside = hint === undefined ? [] : [run(words.aside(oneLine(hint)), 'dim')];
  const filled = value === '' ? [] : [run(words.console.standing(oneLine(value)), 'cyan')];
  return paragraph([run(oneLine(label), 'bold'), ...aside, ...filled, run(words.colon.trimEnd())], look).join(
    '\n',
  );
}

function viewParagraphs(
  { title, picture, blocks, actions = [] }: View,
  words: Messages,
  look: Look,
): readonly string[][] {
  const heading = title === undefined ? [] : paragraph([run(oneLine(title), ['bold', 'underline'])], look);
  return [
    heading,
    picture === undefined ? [] : paragraph([run(harmless(picture.alternative))], look),
    ...joinHeadings(blocks, look),
    actions.filter(({ spare }) => spare !== true).flatMap((action) => actionLines(action, words, look)),
  ];
}

const formParagraphs = ({ title, fields }: Form, words: Messages, look: Look): readonly string[][] => [
  paragraph([run(oneLine(title), ['bold', 'underline'])], look),
  fields.map((field) => renderField(field, words, look)),
];

/** A paragraph for every block; a heading stands right above what it heads. */
function joinHeadings(blocks: readonly Block[], look: Look): readonly string[][] {
  const paragraphs: string[][] = [];
  let above: string[] = [];
  for (const block of blocks) {
    const lines = [...above, ...blockLines(block, look)];
    above = block.kind === 'heading' ? lines : [];
    if (block.kind !== 'heading') paragraphs.push(lines);
  }
  return [...paragraphs, above];
}

function blockLines(block: Block, look: Look): string[] {
  switch (block.kind) {
    case 'text':
      return paragraph(runs(block.text), look);
    case 'heading':
      return paragraph([run(oneLine(plain(block.text)), 'bold')], look);
    case 'list':
      return block.items.flatMap((item, index) =>
        hanging(block.ordered === true ? `${index + (block.first ?? 1)}. ` : '- ', runs(item), look),
      );
    case 'facts': {
      const widths = block.facts.map(([label]) => stringWidth(oneLine(label)));
      const column = Math.min(Math.max(0, ...widths), widestLabel);
      return block.facts.flatMap(([label, value]) => factLines(oneLine(label), value, column, look));
    }
    case 'quote':
      return prefixed('│ ', '│ ', runs(block.text), look);
  }
}

function factLines(label: string, value: Text, column: number, look: Look): string[] {
  const padding = ' '.repeat(Math.max(0, column - stringWidth(label)) + 2);
  const [first = '', ...rest] = paragraph(runs(value), narrower(look, column + 2));
  return [paint(label, 'dim', look) + padding + first, ...rest.map((line) => ' '.repeat(column + 2) + line)];
}

function actionLines(action: Action, { colon }: Messages, look: Look): string[] {
  const target = 'call' in action ? `/${action.call}` : action.link;
  return hanging('→ ', [run(oneLine(action.label) + colon), run(oneLine(target), 'cyan')], look);
}

const hanging = (marker: string, content: readonly Run[], look: Look): string[] =>
  prefixed(marker, ' '.repeat(stringWidth(marker)), content, look);

function prefixed(first: string, later: string, content: readonly Run[], look: Look): string[] {
  const lines = paragraph(content, narrower(look, stringWidth(first)));
  return lines.map((line, index) => (index === 0 ? first : later) + line);
}

const narrower = (look: Look, cells: number): Look => ({ ...look, width: Math.max(1, look.width - cells) });

/** The runs wrapped to lines, each piece painted in its style. */
function paragraph(content: readonly Run[], look: Look): string[] {
  const whole = content.map(({ text }) => text).join('');
  return lineBreaks(whole, look.width).map(([from, to]) => {
    let start = 0;
    const pieces = content.map(({ text, style }) => {
      const piece = text.slice(Math.max(0, from - start), Math.max(0, to - start));
      start += text.length;
      return paint(piece, style, look);
    });
    return pieces.join('');
  });
}

const paint = (text: string, style: Style | null, { colour }: Look): string =>
  colour && style !== null && text !== '' ? styleText(style, text, { validateStream: false }) : text;

const run = (text: string, style: Style | null = null): Run => ({ text, style });

const styles = { bold: 'bold', italic: 'italic', code: 'cyan', call: 'cyan' } as const;

const runs = (text: Text): readonly Run[] => text.flatMap(segmentRuns);

function segmentRuns(segment: Segment): readonly Run[] {
  if (typeof segment === 'string') return [run(harmless(segment))];
  const text = harmless(segment.text);
  if ('style' in segment) return [run(text, styles[segment.style])];
  const link = oneLine(segment.link);
  return text === link ? [run(link, 'underline')] : [run(`${text} <`), run(link, 'underline'), run('>')];
}

const plain = (text: Text): string =>
  runs(text)
    .map((piece) => piece.text)
    .join('');

/** In labels and titles a line break would let the text pass for another line of the bot's. */
const oneLine = (text: string): string => harmless(text).replaceAll('\n', ' ');

/** Control characters as pictures (`␛`), invisible and reordering ones removed, joiners of emoji kept. */
function harmless(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
    .replaceAll('\t', '  ')
    .replaceAll(/(?![\u200c\u200d])\p{Cf}/gu, '')
    .replaceAll(/(?!\n)\p{Cc}/gu, pictureOf);
}

function pictureOf(control: string): string {
  const code = control.charCodeAt(0);
  if (code === 0x7f) return '␡';
  return code < 0x20 ? String.fromCharCode(0x24_00 + code) : '�';
}
