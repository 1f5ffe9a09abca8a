// /privacy: what is kept about the caller, shown in full or removed for good; and what they agree to.

import type { Block, View } from '../core/view.ts';
import { command } from './command.ts';
import type { Context } from './context.ts';
import { button, say } from './say.ts';
import { searchNames } from './search-names.ts';
import { UserError } from './user-error.ts';
import { keepWishes, wishOptions, wishView } from './wishes.ts';

/** In UTF-16 units; what one message carries on every platform, with a title. */
const pageLength = 2800;

export const privacy = command({
  name: 'privacy',
  role: 'anyone',
  options: {
    action: { kind: 'choice', choices: ['export', 'erase'] },
    page: { kind: 'number' },
    confirm: { kind: 'choice', choices: ['yes'] },
    ...wishOptions,
  },
  async run({ action, page = 1, confirm, named, news }, context): Promise<View> {
    const kept = await keepWishes({ named, news }, context);
    if (kept !== null) return kept;
    if (context.place.kind !== 'private') throw new UserError((words) => words.privacy.inPrivate);
    switch (action) {
      case 'export':
        return shown(page, context);
      case 'erase':
        return confirm === undefined ? question(context) : erased(context);
      case undefined:
        return overview(context);
    }
  },
});

async function overview(context: Context): Promise<View> {
  const { words } = context;
  const wishes = await wishView(context);
  return {
    kind: 'view',
    title: words.privacy.title,
    blocks: [
      { kind: 'text', text: [words.privacy.kept] },
      { kind: 'list', items: words.privacy.things.map((thing) => [thing]) },
      { kind: 'heading', text: [words.wishes.title] },
      ...wishes.blocks,
    ],
    actions: [
      ...button(words.privacy.show, 'privacy', { action: 'export' }),
      ...wishes.actions,
      ...button(words.privacy.remove, 'privacy', { action: 'erase' }, 'danger'),
    ],
    private: true,
  };
}

/** The pages one after the other are the whole, as JSON. */
async function shown(page: number, { house, caller, words }: Context): Promise<View> {
  const kept = await house.store.privacy.about(caller.personId);
  const pages = cut(JSON.stringify(kept, null, 1));
  const text = pages[page - 1];
  if (text === undefined) throw new UserError((messages) => messages.openings.pastEnd(pages.length));
  const position: readonly Block[] =
    pages.length === 1 ? [] : [{ kind: 'text', text: [words.openings.page(page, pages.length)] }];
  const turn = (label: string, to: number) => button(label, 'privacy', { action: 'export', page: to });
  return {
    kind: 'view',
    title: words.privacy.exported,
    blocks: [{ kind: 'text', text: [text] }, ...position],
    actions: [
      ...(page > 1 ? turn(words.openings.previous, page - 1) : []),
      ...(page < pages.length ? turn(words.openings.next, page + 1) : []),
    ],
    private: true,
  };
}

/** Never between the two halves of a character. */
const cut = (text: string): readonly string[] =>
  text.match(new RegExp(`[^]{1,${pageLength}}(?![\\uDC00-\\uDFFF])`, 'g')) ?? [];

const question = ({ words }: Context): View => ({
  kind: 'view',
  title: words.privacy.sure,
  blocks: [{ kind: 'list', items: words.privacy.removal.map((line) => [line]) }],
  actions: button(words.privacy.confirm, 'privacy', { action: 'erase', confirm: 'yes' }, 'danger'),
  private: true,
});

async function erased({ house, caller, words }: Context): Promise<View> {
  await house.store.privacy.erase(caller.personId, searchNames);
  return say(words.privacy.erased, { private: true });
}
