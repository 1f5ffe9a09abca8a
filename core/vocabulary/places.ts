// Places by name: cities, countries and regions, in both languages, and which of them holds which country.
// It hides how names are folded; the rows are in place-table.ts.

import type { Language } from '../language.ts';
import { cityRows, countryRows, regionRows } from './place-table.ts';

export interface PlaceEntry {
  readonly kind: 'city' | 'country' | 'region';
  /** English name. */
  readonly name: string;
  readonly chinese: string;
  readonly aliases: readonly string[];
  /** ISO 3166 code of the country it is or lies in; `null` for a region. */
  readonly country: string | null;
  /** IANA time zone; `null` unless it is a city. */
  readonly zone: string | null;
  /** Codes of the countries it reaches over. */
  readonly countries: readonly string[];
}

const listed = (names: string): readonly string[] => (names === '' ? [] : names.split(', '));
const countryNames = {
  en: new Intl.DisplayNames('en', { type: 'region' }),
  zh: new Intl.DisplayNames('zh-Hans', { type: 'region' }),
};
/** What `Intl` calls otherwise than people looking for work do. */
const plainNames: Readonly<Record<string, string>> = { TR: 'Turkey', MM: 'Myanmar', CZ: 'Czechia' };

export const places: readonly PlaceEntry[] = [
  ...cityRows.map(([name, chinese, country, zone, aliases]): PlaceEntry => ({
    kind: 'city',
    name,
    chinese,
    aliases: listed(aliases ?? ''),
    country,
    zone,
    countries: [country],
  })),
  ...countryRows.map(([code, aliases]): PlaceEntry => ({
    kind: 'country',
    name: plainNames[code] ?? countryNames.en.of(code) ?? code,
    chinese: countryNames.zh.of(code) ?? code,
    aliases: listed(aliases),
    country: code,
    zone: null,
    countries: [code],
  })),
  ...regionRows.map(([name, chinese, codes, aliases]): PlaceEntry => ({
    kind: 'region',
    name,
    chinese,
    aliases: listed(aliases),
    country: null,
    zone: null,
    countries: codes.split(' '),
  })),
];

const fold = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s-]+/gu, ' ')
    .trim();

/** One-letter Chinese names, safe only where nothing else is asked for. */
const singleNames: Readonly<Record<string, string>> = {
  沪: 'Shanghai',
  京: 'Beijing',
  穗: 'Guangzhou',
  深: 'Shenzhen',
  杭: 'Hangzhou',
  蓉: 'Chengdu',
  渝: 'Chongqing',
};

const byName = new Map<string, PlaceEntry>();
const enter = (name: string, entry: PlaceEntry) => {
  if (!byName.has(fold(name))) byName.set(fold(name), entry);
};
for (const entry of places) enter(entry.name, entry);
for (const entry of places) {
  enter(entry.chinese, entry);
  for (const alias of entry.aliases) enter(alias, entry);
  if (entry.country === 'CN' && entry.kind === 'city') enter(`${entry.chinese}市`, entry);
}
for (const [letter, name] of Object.entries(singleNames)) {
  const entry = byName.get(fold(name));
  if (entry !== undefined) enter(letter, entry);
}

/** The place of exactly this name, short name, district or other spelling, in either language. */
export function findPlace(name: string): PlaceEntry | undefined {
  return byName.get(fold(name));
}

/** The name for readers of `language`; a place outside the vocabulary stays as it is. */
export function placeName(name: string, language: Language): string {
  const scope = scopeNames[name];
  if (scope !== undefined) return language === 'zh' ? scope : name;
  const entry = findPlace(name);
  if (entry === undefined) return name;
  return language === 'zh' ? entry.chinese : entry.name;
}

const scopeNames: Readonly<Record<string, string>> = { worldwide: '全球', 'outside China': '中国以外' };

/** Whether work that is open to `scope` (`worldwide`, places joined by commas, or `outside` such) is open to `country`. */
export function contains(scope: string, country: string): boolean {
  const code = findPlace(country)?.country;
  if (code === undefined || code === null) return false;
  const excluded = /^outside (.+)$/iu.exec(scope)?.[1];
  if (excluded !== undefined)
    return excluded.split(',').every((name) => !(findPlace(name)?.countries.includes(code) ?? false));
  return scope.split(',').some((part) => {
    const name = part.trim();
    if (name.toLowerCase() === 'worldwide') return true;
    const entry = findPlace(name);
    // Work that must be done in one city is not open to the rest of its country.
    return entry !== undefined && entry.kind !== 'city' && entry.countries.includes(code);
  });
}
