// Names of places and skills in the reader's language, from the vocabulary.

import type { Language } from '../core/language.ts';
import { placeName } from '../core/vocabulary/places.ts';

export const placeNames = (names: readonly string[], language: Language): readonly string[] =>
  names.map((name) => placeName(name, language));

/** `worldwide`, `outside China`, or a list of places, worded. */
export function scopeNames(
  scope: string,
  language: Language,
  worldwide: string,
  outside: (place: string) => string,
  list: (items: readonly string[]) => string,
): string {
  if (scope === 'worldwide') return worldwide;
  const excluded = /^outside (.+)$/u.exec(scope)?.[1];
  if (excluded !== undefined) return outside(placeName(excluded, language));
  return list(placeNames(scope.split(', '), language));
}

const platformNames: Readonly<Record<string, string>> = { discord: 'Discord', telegram: 'Telegram' };

/** Platforms are called the same in every language. */
export const platformName = (platform: string): string => platformNames[platform] ?? platform;
