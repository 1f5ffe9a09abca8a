// Groups that became supergroups and so got another id: what was set for them goes along, and what still comes from
// the old id belongs to the new one.

import type { Chat } from '@grammyjs/types';

import type { Store } from '../../storage/open.ts';

const markOf = (id: number): string => `telegram:moved:${id}`;

/** May be told more than once, and by several at a time. */
export async function follow(from: number, to: number, store: Store): Promise<void> {
  if ((await store.marks.find(markOf(from))) === String(to)) return;
  await store.marks.set(markOf(from), String(to));
  await store.places.move('telegram', String(from), String(to));
}

/** The id under which the chat is known now. */
export async function currentId({ id, type }: Pick<Chat, 'id' | 'type'>, store: Store): Promise<string> {
  if (type !== 'group') return String(id);
  return (await store.marks.find(markOf(id))) ?? String(id);
}
