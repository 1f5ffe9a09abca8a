// What is typed after /subscribe without names, in any order: a day, a time, a zone, a language, or to pause, resume or
// stop it. Says what it was that could not be understood.

import { languages } from '../core/language.ts';
import { zonesLike } from '../core/vocabulary/zones.ts';
import { readWeeklyWords } from '../core/weekly-words.ts';
import { asChoice } from './options.ts';
import { excerpt } from './say.ts';
import { UserError } from './user-error.ts';

export const turns = ['pause', 'resume', 'stop'] as const;

/** Longest name of a zone, in UTF-16 units. */
export const longestZone = 60;

/** The values by option. Throws `UserError` for what is nothing of all that. */
export function subscriptionWords(typed: string): Readonly<Record<string, string>> {
  const { parts, rest } = readWeeklyWords(typed, {
    language: (words) => asChoice(words, languages) !== null,
    action: (words) => asChoice(words, turns) !== null,
    daily: (words) => /^(?:day|daily|everyday|每[天日]|天天)$/iu.test(words),
  });
  const { daily, ...said } = parts;
  if (daily !== undefined) throw new UserError((words) => words.subscribe.onceAWeek, { isMisuse: true });
  if (rest === '') return said;
  // What is spelt like a zone is asked about.
  if (said['zone'] === undefined && rest.length <= longestZone && zonesLike(rest).length > 0)
    return { ...said, zone: rest };
  throw new UserError((words) => words.refusals.notUnderstood(excerpt(rest)), { isMisuse: true });
}
