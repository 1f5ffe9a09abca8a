// /note: lines that the seeker adds to the next weekly digest: what was learned or made, or thanks.

import type { View } from '../core/view.ts';
import { command } from './command.ts';
import type { Context } from './context.ts';
import { button, say } from './say.ts';
import { UserError } from './user-error.ts';

/** In milliseconds; a note is in every digest of the week after it was written. */
const week = 7 * 24 * 60 * 60 * 1000;

export const note = command({
  name: 'note',
  role: 'seeker',
  options: {
    text: { kind: 'text', maxLength: 500, verbatim: true },
    drop: { kind: 'number', named: true },
  },
  async run({ text, drop }, context): Promise<View> {
    if (drop !== undefined) return dropped(drop, context);
    return text === undefined ? recent(context) : written(text, context);
  },
});

async function written(text: string, { house, caller, words, now }: Context): Promise<View> {
  const id = await house.store.notes.write(house.profile.id, text, caller.personId, now);
  return say(words.notes.written, { actions: button(words.notes.undo, 'note', { drop: id }), private: true });
}

async function recent({ house, words, now }: Context): Promise<View> {
  const notes = await house.store.notes.since(house.profile.id, new Date(now.getTime() - week));
  if (notes.length === 0) return say(words.notes.none, { private: true });
  return {
    kind: 'view',
    title: words.notes.recent,
    blocks: [{ kind: 'list', items: notes.map(({ text }) => [text]), ordered: true }],
    actions: notes.flatMap(({ id }, index) => button(words.notes.drop(index + 1), 'note', { drop: id })),
    private: true,
  };
}

/** What was taken out is shown once more, so that it can be written again. */
async function dropped(id: number, { house, words }: Context): Promise<View> {
  const text = await house.store.notes.drop(house.profile.id, id);
  if (text === null) throw new UserError((messages) => messages.notes.noSuch);
  return {
    kind: 'view',
    blocks: [
      { kind: 'text', text: [words.notes.dropped] },
      { kind: 'quote', text: [text] },
    ],
    private: true,
  };
}
