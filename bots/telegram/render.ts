// Views as Telegram messages: HTML texts and a keyboard under the last of them. Knows what the platform's buttons
// can hold; what cannot be a button becomes a line to tap or copy.

import type { InlineKeyboardButton } from '@grammyjs/types';
import stringWidth from 'string-width';

import type { Messages } from '../../commands/locales/messages.ts';
import { onceForEach } from '../../core/once.ts';
import type { Action, Block, Segment, Text, View } from '../../core/view.ts';
import { asAddress, harmless, oneLine, plain, type Run } from './html.ts';
import { type Line, longestCaption, longestText, pack, type Paragraph } from './packing.ts';

export interface Rendered {
  /** At least one; where the view has a picture, the first can stand under it. */
  readonly texts: readonly string[];
  readonly keyboard: readonly (readonly InlineKeyboardButton[])[];
}

/** Answers longer than this many messages are cut, and say so. */
const mostMessages = 5;

const mostButtons = 100;
const mostInRow = 4;
/** In columns, of which a Chinese character takes two; buttons in a row are all as wide as the widest. */
const rowWidth = 40;
/** In columns, on both sides of a label together. */
const padding = 2;
const longestLabel = 64;
const payloadBytes = 64;

export const render = (view: View, words: Messages, most = mostMessages): Rendered =>
  most === mostMessages ? usually(words)(view) : renderAnew(view, words, most);

/** A view that is shown again is rendered once. */
const usually = onceForEach((words: Messages) =>
  onceForEach((view: View) => renderAnew(view, words, mostMessages)),
);

function renderAnew(view: View, words: Messages, most: number): Rendered {
  const { title, picture, blocks, actions = [] } = view;
  const buttons = actions
    .flatMap((action) => {
      const button = buttonOf(action);
      return button === null ? [] : [{ button, apart: action.apart === true }];
    })
    .slice(0, mostButtons);
  const others = actions.filter((action) => buttonOf(action) === null);
  const late = actions.filter((action) => buttonOf(action) !== null).slice(mostButtons);
  const paragraphs = [
    ...(title === undefined ? [] : [paragraph([[run(oneLine(title), 'b')]])]),
    ...(picture === undefined ? [] : [paragraph(linesOf([picture.alternative]))]),
    ...joinHeadings(blocks, words),
    ...(others.length + late.length === 0 ? [] : [paragraph([...others, ...late].map(actionLine))]),
  ];
  const cut = (lines: number): Line => [run(words.telegram.cut(lines), 'i')];
  const longest = picture === undefined ? longestText : longestCaption;
  const texts = pack(paragraphs.filter(isVisible), most, cut, longest);
  return { texts: texts.length === 0 ? ['…'] : texts, keyboard: rows(buttons) };
}

const run = (text: string, tag: Run['tag']): Run => ({ text: harmless(text), tag, link: null });

const paragraph = (lines: readonly Line[], isQuote = false): Paragraph => ({ lines, isQuote });

const isVisible = ({ lines }: Paragraph): boolean => lines.flat().some(({ text }) => text.trim() !== '');

/** A heading stands right above what it heads. */
function joinHeadings(blocks: readonly Block[], words: Messages): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let above: Line[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') {
      above.push([run(oneLine(textOf(block.text)), 'b')]);
    } else if (block.kind === 'quote') {
      if (above.length > 0) paragraphs.push(paragraph(above));
      paragraphs.push(paragraph(linesOf(block.text), true));
      above = [];
    } else {
      paragraphs.push(paragraph([...above, ...blockLines(block, words)]));
      above = [];
    }
  }
  return above.length === 0 ? paragraphs : [...paragraphs, paragraph(above)];
}

function blockLines(block: Exclude<Block, { kind: 'heading' | 'quote' }>, words: Messages): readonly Line[] {
  switch (block.kind) {
    case 'text':
      return linesOf(block.text);
    case 'list':
      return block.items.flatMap((item, index) =>
        led([plain(block.ordered === true ? `${index + (block.first ?? 1)}. ` : '• ')], linesOf(item)),
      );
    case 'facts':
      return block.facts.flatMap(([label, value]) =>
        led([run(oneLine(label), 'b'), plain(words.colon)], linesOf(value)),
      );
  }
}

const led = (start: Line, [first = [], ...rest]: readonly Line[]): readonly Line[] => [
  [...start, ...first],
  ...rest,
];

/** The text line by line, each run within one line; of several blank lines one stays. */
function linesOf(text: Text): readonly Line[] {
  const lines: Run[][] = [[]];
  for (const whole of text.flatMap(runsOf)) {
    whole.text.split('\n').forEach((piece, index) => {
      if (index > 0) lines.push([]);
      if (piece !== '') lines.at(-1)?.push({ ...whole, text: piece });
    });
  }
  return lines.filter((line, index) => line.length > 0 || lines[index - 1]?.length !== 0);
}

function runsOf(segment: Segment): readonly Run[] {
  if (typeof segment === 'string') return [plain(segment)];
  if ('style' in segment)
    return [isTappable(segment) ? plain(segment.text) : run(segment.text, tags[segment.style])];
  const address = asAddress(segment.link);
  const shown = harmless(segment.text);
  if (address !== null) return [{ text: shown === '' ? address : shown, tag: null, link: address }];
  return [plain(shown === segment.link ? shown : `${shown} (${oneLine(segment.link)})`)];
}

/** A bare command, which a tap gives where it stands in no code. */
const isTappable = ({ text, style }: Styled): boolean => style === 'call' && /^\/[a-z]\w{0,31}$/u.test(text);

type Styled = Extract<Segment, { readonly style: unknown }>;

const tags = { bold: 'b', italic: 'i', code: 'code', call: 'code' } as const;

const textOf = (text: Text): string =>
  text.map((segment) => (typeof segment === 'string' ? segment : segment.text)).join('');

/** `null` where no button can hold it. */
function buttonOf(action: Action): InlineKeyboardButton | null {
  const label = [...oneLine(action.label)].slice(0, longestLabel).join('').trim();
  const button = {
    text: label === '' ? '…' : label,
    ...(action.style === undefined ? {} : { style: action.style }),
  };
  if ('call' in action) {
    return Buffer.byteLength(action.call) > payloadBytes ? null : { ...button, callback_data: action.call };
  }
  const url = asAddress(action.link);
  return url === null ? null : { ...button, url };
}

const actionLine = (action: Action): Line => [
  plain(`${oneLine(action.label)}: `),
  'call' in action ? run(oneLine(`/${action.call}`), 'code') : plain(oneLine(action.link)),
];

function rows(
  buttons: readonly { readonly button: InlineKeyboardButton; readonly apart: boolean }[],
): readonly (readonly InlineKeyboardButton[])[] {
  const filled: InlineKeyboardButton[][] = [];
  let widest = 0;
  for (const { button, apart } of buttons) {
    const row = filled.at(-1) ?? [];
    const width = stringWidth(button.text) + padding;
    const share = Math.max(widest, width);
    const hasRoom = row.length > 0 && row.length < mostInRow && share * (row.length + 1) <= rowWidth;
    const joins = hasRoom && !apart;
    if (joins) row.push(button);
    else filled.push([button]);
    widest = joins ? share : width;
  }
  return filled;
}
