// What a person wants of the bot: to be named in the weekly thanks or not, to hear what became of things or not. Both
// are options of /privacy, and neither is anybody else's business.

import type { Action, Block, View } from '../core/view.ts';
import type { Options, Values } from './command.ts';
import type { Context } from './context.ts';
import { button, say } from './say.ts';

export const wishOptions = {
  named: { kind: 'choice', choices: ['yes', 'no'], named: true },
  news: { kind: 'choice', choices: ['on', 'off'], named: true },
} as const satisfies Options;

/** Offers to be named to whoever is not; the seeker has nobody to be thanked by. */
export async function namingButton({ house, caller, words }: Context): Promise<readonly Action[]> {
  if (caller.roles.has('seeker')) return [];
  const { isNamed } = await house.store.contacts.wishes(caller.personId);
  return isNamed ? [] : button(words.wishes.nameMe, 'privacy', { named: 'yes' });
}

/** What stands, and a button to change each. */
export async function wishView({ house, caller, words }: Context): Promise<{
  readonly blocks: readonly Block[];
  readonly actions: readonly Action[];
}> {
  const { isNamed, wantsNews } = await house.store.contacts.wishes(caller.personId);
  const { wishes } = words;
  return {
    blocks: [
      {
        kind: 'list',
        items: [[wishes.named[isNamed ? 'yes' : 'no']], [wishes.news[wantsNews ? 'on' : 'off']]],
      },
    ],
    actions: [
      ...button(isNamed ? wishes.unnameMe : wishes.nameMe, 'privacy', { named: isNamed ? 'no' : 'yes' }),
      ...button(wantsNews ? wishes.stop : wishes.goOn, 'privacy', { news: wantsNews ? 'off' : 'on' }),
    ],
  };
}

/** Keeps what the caller wants, and says so; `null` where they said nothing of it. */
export async function keepWishes(
  { named, news }: Values<typeof wishOptions>,
  { house, caller, words }: Context,
): Promise<View | null> {
  if (named === undefined && news === undefined) return null;
  const { contacts } = house.store;
  const said: string[] = [];
  const actions: Action[] = [];
  if (named !== undefined) {
    await contacts.setNamed(caller.personId, named === 'yes');
    said.push(words.wishes.named[named]);
    actions.push(...button(words.wishes.undo, 'privacy', { named: named === 'yes' ? 'no' : 'yes' }));
  }
  if (news !== undefined) {
    await contacts.setNews(caller.personId, news === 'on');
    said.push(words.wishes.news[news]);
    actions.push(...button(words.wishes.undo, 'privacy', { news: news === 'on' ? 'off' : 'on' }));
  }
  return say(said.join(words.space), { actions, private: true });
}
