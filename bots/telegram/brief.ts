// Views that say nothing but a few words, which fit over the chat or beside something else.

import type { View } from '../../core/view.ts';
import { longestNote } from './delivery.ts';

/** What the view says, where that fits into a note; `null` where it is more. */
export function fewWords({ title, blocks }: View): string | null {
  const texts = blocks.map((block) => (block.kind === 'text' ? block.text : null));
  if (title !== undefined || texts.includes(null)) return null;
  const note = texts
    .map((text) => (text ?? []).map((one) => (typeof one === 'string' ? one : one.text)).join(' '))
    .join('\n');
  return note.length <= longestNote ? note : null;
}

/** The same, where no buttons stand below them either. */
export const briefly = (view: View): string | null =>
  (view.actions ?? []).length > 0 ? null : fewWords(view);

/** Why it was refused, without the example of how to type it. */
export const refusalIn = (view: View): string | null =>
  fewWords({ ...view, blocks: view.blocks.slice(0, 1) });
