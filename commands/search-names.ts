// What an opening is found by besides its own words: names in every language.

import { languages } from '../core/language.ts';
import type { Opening } from '../core/opening.ts';
import { skillName } from '../core/vocabulary/skills.ts';
import { messagesOf } from './locales/messages.ts';
import { placeNames } from './names.ts';

/** Places, skills, mode, remote scope, contract and work by their names, so that a search in either language finds them. */
export const searchNames = (opening: Opening): string =>
  languages
    .flatMap((language) => {
      const words = messagesOf(language);
      const { locations, skills, arrangement, remoteScope, contract, focus } = opening;
      return [
        ...placeNames(locations, language),
        ...skills.map((name) => skillName(name, language)),
        ...(arrangement === 'unknown' ? [] : [words.arrangements[arrangement]]),
        ...(remoteScope === null ? [] : [words.scope(remoteScope)]),
        ...(contract === 'unknown' ? [] : [words.contracts[contract]]),
        words.focuses[focus],
      ];
    })
    .join('\n');
