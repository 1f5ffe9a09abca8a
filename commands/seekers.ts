// The seekers whom the bot carries, where there are several: their names, and choosing one for a place.

import { languages } from '../core/language.ts';
import type { Action, View } from '../core/view.ts';
import { type Context, type House, type Seeker, seekersOf } from './context.ts';
import { button, excerpt, say } from './say.ts';
import { UserError } from './user-error.ts';

export const hasSeveral = (house: House): boolean => (house.others ?? []).length > 0;

/** By id or by name in any language; throws `UserError` where nobody is called so. */
export function seekerCalled(given: string, { house, language }: Context): Seeker {
  const wanted = given.normalize('NFKC').toLowerCase();
  const all = seekersOf(house);
  const found = all.find(({ profile: { id, name } }) =>
    [id, ...languages.map((one) => name[one])].some((called) => called.toLowerCase() === wanted),
  );
  if (found !== undefined) return found;
  const names = all.map(({ profile }) => profile.name[language]);
  throw new UserError((words) => words.profile.noSuchSeeker(excerpt(given), names), { isMisuse: true });
}

/** The name of whoever has this id; with `null`, of whom places carry that chose nobody. */
export function seekerName(id: string | null, { house, language }: Context): string {
  const all = seekersOf(house);
  return (all.find(({ profile }) => profile.id === id) ?? all[0] ?? house).profile.name[language];
}

/** In private everybody chooses for themselves, in a community its moderators do. */
const mayChoose = ({ place, caller }: Context): boolean =>
  place.kind === 'private' || caller.roles.has('moderator');

/** Carries somebody else here from now on. */
export async function choose(given: string, context: Context): Promise<View> {
  const { house, place, language, words } = context;
  const { id, name } = seekerCalled(given, context).profile;
  if (!mayChoose(context)) throw new UserError((messages) => messages.profile.moderatorsChoose);
  await house.store.places.change(place.id, { seeker: id });
  return say(words.profile.chosen(name[language]), {
    actions: [
      ...button(words.profile.show, 'profile', {}, 'primary'),
      ...button(words.profile.showOpenings, 'openings'),
    ],
  });
}

/** The others, for whoever may choose them. */
export const otherSeekers = (context: Context): readonly Action[] =>
  mayChoose(context)
    ? (context.house.others ?? []).flatMap(({ profile: { id, name } }) =>
        button(name[context.language], 'profile', { seeker: id }),
      )
    : [];
