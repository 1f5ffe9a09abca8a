// Names of places and skills in the reader's language, from the vocabulary.

import type { Language } from '../core/language.ts';
import { placeName } from '../core/vocabulary/places.ts';

export const placeNames = (names: readonly string[], language: Language): readonly string[] =>
  names.map((name) => placeName(name, language));

/** `worldwide`, a list of places, or what is `outside` of such a list, worded. */
export function scopeNames(
  scope: string,
  language: Language,
  worldwide: string,
  outside: (places: readonly string[]) => string,
  list: (items: readonly string[]) => string,
): string {
  if (scope === 'worldwide') return worldwide;
  const excluded = /^outside (.+)$/u.exec(scope)?.[1];
  if (excluded !== undefined) return outside(placeNames(excluded.split(', '), language));
  return list(placeNames(scope.split(', '), language));
}

/** IANA's name, which is the same in every language; one that is only a distance is `UTC+8`, `UTC+5:30`. */
export function zoneName(zone: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})$/u.exec(zone) ?? [];
  if (sign === undefined) return zone;
  return `UTC${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}

const platformNames: Readonly<Record<string, string>> = { discord: 'Discord', telegram: 'Telegram' };

/** Platforms are called the same in every language. */
export const platformName = (platform: string): string => platformNames[platform] ?? platform;
