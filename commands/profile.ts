// /profile: the seeker's profile, each section only to those who may see it; another seeker, where there are several.

import { type Section, sections } from '../core/profile.ts';
import type { Block } from '../core/view.ts';
import { command } from './command.ts';
import { button } from './say.ts';
import { hidden, maySee, sectionBlocks } from './sections.ts';
import { choose, otherSeekers } from './seekers.ts';

/** Sections shown when none is named; the others are a tap away. */
const overview: readonly Section[] = ['about', 'request', 'skills'];

export const profile = command({
  name: 'profile',
  role: 'anyone',
  options: {
    section: { kind: 'choice', choices: sections },
    seeker: { kind: 'text', maxLength: 100, named: true },
  },
  async run({ section, seeker }, context) {
    const { house, language, words } = context;
    if (seeker !== undefined) return choose(seeker, context);
    if (section !== undefined && !maySee(section, context)) return hidden(context);
    const shown = section === undefined ? overview.filter((one) => maySee(one, context)) : [section];
    const others = sections.filter((one) => !shown.includes(one) && maySee(one, context));
    const blocks = shown.flatMap((one): readonly Block[] => [
      { kind: 'heading', text: [words.profile.sections[one]] },
      ...(house.profile.visibility[one] === 'private'
        ? [{ kind: 'text', text: [{ text: words.profile.onlyYou, style: 'italic' }] } as const]
        : []),
      ...sectionBlocks(one, context),
    ]);
    return {
      kind: 'view',
      title: `${house.profile.name[language]}${words.dash}${house.profile.headline[language]}`,
      blocks,
      actions: [
        ...others.flatMap((one) => button(words.profile.sections[one], 'profile', { section: one })),
        ...(section === undefined ? otherSeekers(context) : []),
      ],
      private: shown.some((one) => house.profile.visibility[one] === 'private'),
    };
  },
});
