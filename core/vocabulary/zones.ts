// Time zones by the names that people have for them: cities, countries, states, 北京时间, Pacific, GMT+8, IANA's own.
// Asks where a name means several and never guesses; hides how names are folded.

import { distance } from 'fastest-levenshtein';

import { readChineseNumeral } from '../reading/numerals.ts';
import { zoneNamed } from '../schedule.ts';
import { places } from './places.ts';
import { countryZoneRows, zoneNameRows } from './zone-table.ts';

/** `name` is the place's English name, or the zone's own where no place is meant. */
export interface NamedZone {
  readonly name: string;
  readonly zone: string;
}

/** One zone; several that the name may mean; or what is spelt much like it, if anything is. */
export type ZoneReading =
  | { readonly kind: 'one'; readonly zone: string }
  | { readonly kind: 'several'; readonly zones: readonly NamedZone[] }
  | { readonly kind: 'unknown'; readonly near: readonly NamedZone[] };

const mostOffers = 8;

export function readZone(text: string): ZoneReading {
  const typed = text.normalize('NFKC').trim();
  const named = lookUp(typed);
  const [first] = named;
  if (first !== undefined) {
    const zones = new Set(named.map(({ zone }) => zone));
    return zones.size === 1 ? { kind: 'one', zone: first.zone } : { kind: 'several', zones: offers(named) };
  }
  const zone = fixedZone(typed);
  return zone === null ? { kind: 'unknown', near: zonesLike(typed) } : { kind: 'one', zone };
}

/** The zones that the name may mean; none where it is no name of one. */
export function zonesOf(text: string): readonly string[] {
  const typed = text.normalize('NFKC').trim();
  const named = lookUp(typed).map(({ zone }) => zone);
  return named.length > 0 ? named : [fixedZone(typed)].filter((zone) => zone !== null);
}

/** Zones whose names begin like this, contain it or are spelt much like it, the likeliest first. */
export function zonesLike(text: string): readonly NamedZone[] {
  const wanted = bare(fold(text));
  if (wanted === '') return [];
  const rank = (name: string): number => {
    if (name.startsWith(wanted)) return 0;
    if (name.includes(wanted) || (name.length > 1 && wanted.includes(name) && isChinese(name))) return 1;
    const far = distance(wanted, name);
    return far <= (wanted.length > 5 ? 2 : 1) && wanted.length > 3 ? far + 1 : Number.POSITIVE_INFINITY;
  };
  const found = [...index()]
    .map(([name, zones]) => ({ zones, far: rank(name) }))
    .filter(({ far }) => far < Number.POSITIVE_INFINITY)
    .toSorted((one, other) => one.far - other.far);
  return offers(found.flatMap(({ zones }) => zones));
}

/** By its distance from UTC, or as the standard spells it. */
const fixedZone = (typed: string): string | null =>
  offsetIn(typed) ?? zoneNamed(typed.replaceAll(/\s+/gu, '_'));

/** Each zone once, by the first of its names. */
const offers = (named: readonly NamedZone[]): readonly NamedZone[] =>
  [...new Map(named.toReversed().map((one) => [one.zone, one])).values()].toReversed().slice(0, mostOffers);

const isChinese = (name: string): boolean => /^\p{sc=Han}/u.test(name);

/** By the whole name, then without the words that only say what it is a name of. */
const lookUp = (typed: string): readonly NamedZone[] =>
  index().get(fold(typed)) ?? index().get(bare(fold(typed))) ?? [];

const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_-]+/gu, ' ')
    .trim();

const bare = (name: string): string =>
  name
    .replace(/ ?(?:standard |daylight )?time(?: zone)?$|(?:标准)?(?:时间|时区)$/u, '')
    .replace(/(?<=..)[省市州]$/u, '');

/** The zone that is always this far from UTC: GMT+8, UTC+5:30, +08:00, 东八区, 东五区半, 零时区. */
function offsetIn(typed: string): string | null {
  if (/^[零中]时?区(?:时间)?$/u.test(typed)) return 'UTC';
  const sector = /^([东西])([\d一二三四五六七八九十]{1,3})时?区(半)?(?:时间)?$/u.exec(typed);
  const [, sign, hours = '', minutes = '00'] =
    (sector && [...sector.slice(0, 3), sector[3] === undefined ? '00' : '30']) ??
    /^(?:utc|gmt)? ?([-+−])(\d{1,2})(?::?(\d{2}))?$/iu.exec(typed) ??
    [];
  if (sign === undefined) return null;
  const far = /^\d+$/u.test(hours) ? Number(hours) : (readChineseNumeral(hours) ?? Number.POSITIVE_INFINITY);
  if (far > 14 || !['00', '15', '30', '45'].includes(minutes)) return null;
  if (far === 0 && minutes === '00') return 'UTC';
  return `${/[+东]/u.test(sign) ? '+' : '-'}${String(far).padStart(2, '0')}:${minutes}`;
}

let made: ReadonlyMap<string, readonly NamedZone[]> | undefined;

/** By folded name. Made when it is first asked for, which few do. */
const index = (): ReadonlyMap<string, readonly NamedZone[]> => (made ??= makeIndex());

function makeIndex(): ReadonlyMap<string, readonly NamedZone[]> {
  const byName = new Map<string, NamedZone[]>();
  const enter = (name: string, named: NamedZone) => {
    const known = byName.get(fold(name)) ?? [];
    if (!known.some(({ zone }) => zone === named.zone)) byName.set(fold(name), [...known, named]);
  };
  const byCountry = new Map(countryZoneRows.map(([code, zones]) => [code, zones.split(' ')]));
  for (const { name, chinese, aliases, zone, countries } of places) {
    const zones = zone === null ? countries.flatMap((code) => byCountry.get(code) ?? []) : [zone];
    const shown = (one: string) => (zones.length === 1 ? name : one);
    for (const one of zones) {
      for (const spelt of [name, chinese, ...aliases]) enter(spelt, { name: shown(one), zone: one });
    }
  }
  for (const [zone, names] of zoneNameRows)
    for (const name of names.split(', ')) enter(name, { name: zone, zone });
  // What the standard calls its zones by; cities that were entered already stay as they are.
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const town = zone.split('/').at(-1) ?? zone;
    if (!byName.has(fold(town))) enter(town, { name: town.replaceAll('_', ' '), zone });
  }
  return byName;
}
