// What a list that goes over pages has besides its lines: where the reader is, and how they turn the page.

import type { Action, Block } from '../core/view.ts';
import type { Messages } from './locales/messages.ts';
import { button } from './say.ts';
import { UserError } from './user-error.ts';

interface Pages {
  readonly page: number;
  readonly size: number;
  /** Of all pages; at least 1. */
  readonly total: number;
}

/** Refuses a page past the end. */
export function positionBlocks({ page, size, total }: Pages, { openings }: Messages): readonly Block[] {
  const pages = Math.ceil(total / size);
  if (page > pages) throw new UserError((words) => words.openings.pastEnd(pages));
  return pages === 1 ? [] : [{ kind: 'text', text: [openings.page(page, pages)] }];
}

/** Buttons that make the same call for the page before and the one after. */
export const turnButtons = (
  { page, size, total }: Pages,
  command: string,
  again: Readonly<Record<string, string>>,
  { openings }: Messages,
): readonly Action[] => [
  ...(page > 1 ? button(openings.previous, command, { ...again, page: page - 1 }) : []),
  ...(page * size < total ? button(openings.next, command, { ...again, page: page + 1 }) : []),
];
