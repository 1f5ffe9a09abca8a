// Views as Discord messages in Components V2: text over the full width, buttons right below. Packs line by line
// into as many messages as it takes, up to a few, and says so when even these do not hold everything.

import {
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';

import type { Messages } from '../../commands/locales/messages.ts';
import { onceForEach } from '../../core/once.ts';
import type { Action, Block, Text, View } from '../../core/view.ts';
import { linesOf, plainLines } from './markdown.ts';

/** The components of one message. */
export type Message = readonly APIMessageTopLevelComponent[];

/** A message with the file that its picture is. */
export interface Illustrated {
  readonly components: Message;
  readonly picture: Uint8Array | null;
}

/** Lengths in UTF-16 units, which is never more than what Discord counts. */
const longestMessage = 4000;
const longestLine = 1800;
const longestLabel = 80;
const longestCustomId = 100;
const longestUrl = 512;
const longestDescription = 1024;
const buttonsInRow = 5;
const mostRows = 5;
const mostButtons = 25;
/** More of them would bury the conversation. */
const mostMessages = 4;
/** Kept free in the last message for saying that there is more. */
const roomForNote = 200;

/** `apart`: an empty line belongs before it, unless it begins a message. */
interface Line {
  readonly text: string;
  readonly apart: boolean;
}

/** The file that shows the view's picture has this name. */
export const pictureName = 'card.png';

/** At least one message; the buttons stand under the last. The first one shows the view's picture if it `hasPicture`. */
export const render = (
  view: View,
  words: Messages,
  { hasPicture = false } = {},
): readonly [Message, ...Message[]] => (hasPicture ? renderAnew(view, words, true) : usually(words)(view));

/** A view that is shown again is rendered once. */
const usually = onceForEach((words: Messages) => onceForEach((view: View) => renderAnew(view, words, false)));

function renderAnew(view: View, words: Messages, hasPicture: boolean): readonly [Message, ...Message[]] {
  const { buttons, rest } = sortActions(view.actions ?? []);
  const alternative = view.picture?.alternative ?? '';
  const lines = [
    ...plainLines(view.title ?? '').map((text) => ({ text: text && `## ${text}`, apart: false })),
    ...linesOf([alternative], longestLine).map((text) => ({ text, apart: false })),
    ...blockLines(view.blocks, words),
    ...rest.map((text, index) => ({ text, apart: index === 0 })),
  ].filter(({ text }) => text !== '');
  const rows = rowsOf(buttons);
  const gallery = hasPicture ? [galleryOf(alternative)] : [];
  // Discord refuses a message in which there is nothing.
  const [first = rows.length + gallery.length === 0 ? '…' : '', ...others] = packed(lines, words);
  if (others.length === 0) return [[...gallery, ...textOf(first), ...rows]];
  const last = others.length - 1;
  return [
    [...gallery, ...textOf(first)],
    ...others.map((text, index) => [...textOf(text), ...(index === last ? rows : [])]),
  ];
}

const textOf = (content: string): Message =>
  content === '' ? [] : [{ type: ComponentType.TextDisplay, content }];

const galleryOf = (alternative: string): APIMessageTopLevelComponent => ({
  type: ComponentType.MediaGallery,
  items: [
    {
      media: { url: `attachment://${pictureName}` },
      ...(alternative === '' ? {} : { description: shortened(alternative, longestDescription) }),
    },
  ],
});

function blockLines(blocks: readonly Block[], words: Messages): readonly Line[] {
  return blocks.flatMap((block, index) => {
    const isUnderHeading = blocks[index - 1]?.kind === 'heading';
    return linesOfBlock(block, words).map((text, line) => ({ text, apart: line === 0 && !isUnderHeading }));
  });
}

function linesOfBlock(block: Block, words: Messages): readonly string[] {
  switch (block.kind) {
    case 'text': {
      const aside = asideOf(block.text);
      if (aside === null) return linesOf(block.text, longestLine);
      return linesOf([aside], longestLine).map((line) => line && `-# ${line}`);
    }
    case 'heading':
      return linesOf(block.text, longestLine).map((line) => line && `### ${line}`);
    case 'list':
      return block.items.flatMap((item, index) =>
        indented(
          block.ordered === true ? `${index + (block.first ?? 1)}. ` : '- ',
          linesOf(item, longestLine),
        ),
      );
    case 'facts':
      return block.facts.flatMap(([label, value]) => {
        const [first = '', ...others] = linesOf(value, longestLine);
        const labels = plainLines(label).map((line) => `**${line.trim()}**`);
        return [...labels.slice(0, -1), `${labels.at(-1)}${words.colon}${first}`, ...others];
      });
    case 'quote':
      return linesOf(block.text, longestLine).map((line) => `> ${line}`);
  }
}

/** A paragraph all in italics explains the others, and is shown in small print. */
function asideOf([only, ...others]: Text): string | null {
  const isAside = typeof only === 'object' && 'style' in only && only.style === 'italic';
  return isAside && others.length === 0 ? only.text : null;
}

const indented = (marker: string, lines: readonly string[]): readonly string[] =>
  lines.filter((line) => line !== '').map((line, index) => (index === 0 ? marker : '  ') + line);

/** The texts of the messages; what the last one has no room for is counted in it. */
function packed(lines: readonly Line[], words: Messages): readonly string[] {
  const texts: string[] = [];
  for (const [index, { text, apart }] of lines.entries()) {
    const current = texts.at(-1);
    const joined = current === undefined ? text : `${current}${apart ? '\n\n' : '\n'}${text}`;
    const isLast = texts.length === mostMessages;
    if (current !== undefined && joined.length <= longestMessage - (isLast ? roomForNote : 0)) {
      texts[texts.length - 1] = joined;
    } else if (!isLast) {
      texts.push(text);
    } else {
      return [...texts.slice(0, -1), `${current}\n\n${words.discord.more(lines.length - index)}`];
    }
  }
  return texts;
}

type ButtonAction = Action & { readonly id: string };

/** Which actions can be buttons; the rest as lines to read. Discord takes one button for each target. */
function sortActions(actions: readonly Action[]): {
  readonly buttons: readonly ButtonAction[];
  readonly rest: readonly string[];
} {
  const targets = actions.map(targetOf);
  const buttons = actions
    .filter((action, index) => canBeButton(action) && targets.indexOf(targetOf(action)) === index)
    .slice(0, mostButtons);
  const others = actions.filter((action) => !buttons.includes(action));
  return {
    buttons: buttons.map((action) => ({ ...action, id: targetOf(action) })),
    rest: others.flatMap((action) => linesOf(lineOf(action), longestLine)),
  };
}

const targetOf = (action: Action): string => ('call' in action ? action.call : action.link);

const canBeButton = (action: Action): boolean =>
  'call' in action
    ? action.call.length <= longestCustomId
    : action.link.length <= longestUrl && /^https?:$/u.test(URL.parse(action.link)?.protocol ?? '');

const lineOf = (action: Action) =>
  'call' in action
    ? [`${action.label} `, { text: `/${action.call}`, style: 'call' } as const]
    : [{ text: action.label, link: action.link }];

function rowsOf(buttons: readonly ButtonAction[]): Message {
  return inRows(buttons).map((row) => ({
    type: ComponentType.ActionRow,
    components: row.map((action): APIComponentInMessageActionRow => buttonOf(action)),
  }));
}

/** Rows begin where they are asked to, as far as all buttons have room so. */
function inRows(buttons: readonly ButtonAction[]): readonly (readonly ButtonAction[])[] {
  const fill = (isApart: (action: ButtonAction) => boolean) => {
    const rows: ButtonAction[][] = [];
    for (const action of buttons) {
      const row = rows.at(-1);
      if (row === undefined || row.length === buttonsInRow || isApart(action)) rows.push([action]);
      else row.push(action);
    }
    return rows;
  };
  const apart = fill((action) => action.apart === true);
  return apart.length <= mostRows ? apart : fill(() => false);
}

function buttonOf(action: ButtonAction): APIButtonComponent {
  const label = shortened(action.label, longestLabel);
  if ('link' in action) {
    return { type: ComponentType.Button, style: ButtonStyle.Link, label, url: action.link };
  }
  const styles = { primary: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const;
  const style = action.style === undefined ? ButtonStyle.Secondary : styles[action.style];
  return { type: ComponentType.Button, style, label, custom_id: action.id };
}

/** Never ends within a character. */
export function shortened(text: string, longest: number): string {
  const line = text.toWellFormed().replaceAll(/\s+/gu, ' ').trim();
  if (line.length <= longest) return line;
  return `${line.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
