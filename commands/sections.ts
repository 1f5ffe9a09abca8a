// The sections of a profile as blocks, and who may see which.

import type { Piece, Section } from '../core/profile.ts';
import type { Block, Segment, Text, View } from '../core/view.ts';
import { skillName } from '../core/vocabulary/skills.ts';
import type { Context } from './context.ts';
import { bold, say } from './say.ts';

/** All that the blocks depend on: with the same profile in the same language they are the same. */
export type Reader = Pick<Context, 'house' | 'language' | 'words'>;

/**
 * Private sections are for the seeker alone, and only where nobody else reads along; those for members are for
 * communities that the bot is in.
 */
export function maySee(section: Section, { house, caller, place }: Context): boolean {
  switch (house.profile.visibility[section]) {
    case 'public':
      return true;
    case 'members':
      return (place.kind !== 'private' && !place.isGuest) || caller.roles.size > 0;
    case 'private':
      return place.kind === 'private' && caller.roles.has('seeker');
  }
}

/** The answer where a section may not be seen; the seeker sees every one of them in private. */
export const hidden = ({ words, caller }: Context): View =>
  say(caller.roles.has('seeker') ? words.profile.inPrivate : words.profile.hidden);

export function sectionBlocks(section: Section, reader: Reader): readonly Block[] {
  const { house, language, words } = reader;
  const { profile } = house;
  if (profile[section].length === 0) return [{ kind: 'text', text: [words.profile.empty] }];
  switch (section) {
    case 'skills': {
      const tiers = profile.skills.map(
        ({ from, to, skills }) => [words.skills.years(from, to), skillList(skills, reader)] as const,
      );
      return [{ kind: 'facts', facts: tiers }];
    }
    case 'tools': {
      const rows = profile.tools.map(
        ({ name, tools }) => [name[language], skillList(tools, reader)] as const,
      );
      return [{ kind: 'facts', facts: rows }];
    }
    case 'learning':
      return [{ kind: 'text', text: skillList(profile.learning, reader) }];
    case 'works':
    case 'ideas':
      return [
        { kind: 'list', items: profile[section].map((piece) => pieceText(piece, reader)), ordered: true },
      ];
    case 'about':
    case 'request':
    case 'gives_back':
    case 'circumstances':
      return profile[section].map((paragraph) => ({ kind: 'text', text: [paragraph[language]] }));
  }
}

/** Skills by name, in the reader's language. */
export const skillList = (names: readonly string[], { language, words }: Reader): Text => [
  names.map((name) => skillName(name, language)).join(words.comma),
];

function pieceText({ title, details, link }: Piece, { language, words }: Reader): Text {
  const name: Segment = link === null ? bold(title[language]) : { text: title[language], link };
  return details === null ? [name] : [name, words.colon, details[language]];
}
