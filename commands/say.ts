// Small views that many commands need: one sentence, a labelled line, a button where its call fits.

import type { Action, Segment, View } from '../core/view.ts';
import { payload } from './call.ts';

export const bold = (text: string): Segment => ({ text, style: 'bold' });
export const code = (text: string): Segment => ({ text, style: 'code' });
/** A line to type, which each platform shows as it is given there. */
export const line = (text: string): Segment => ({ text, style: 'call' });

/** A view of one sentence. */
export const say = (text: string, more: Omit<View, 'kind' | 'blocks'> = {}): View => ({
  kind: 'view',
  blocks: [{ kind: 'text', text: [text] }],
  ...more,
});

/** The button, or nothing where the call is too long to travel in one. */
export function button(
  label: string,
  command: string,
  options: Readonly<Record<string, string | number>> = {},
  style?: 'primary' | 'danger',
): readonly Action[] {
  const call = payload(command, options);
  if (call === null) return [];
  return [style === undefined ? { label, call } : { label, call, style }];
}

/** The buttons in a row of their own, where buttons stand in rows. */
export const apart = (actions: readonly Action[]): readonly Action[] =>
  actions.map((action, index) => (index === 0 ? { ...action, apart: true } : action));

const excerptLength = 60;

/** What a person typed, short enough to be quoted back. */
export function excerpt(text: string): string {
  const start = Array.from(text.slice(0, excerptLength + 2))
    .slice(0, excerptLength)
    .join('');
  return start.length < text.length ? `${start}…` : text;
}
