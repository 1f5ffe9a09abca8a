// What in a text names a place: names of the vocabulary, several cities in one word, and towns outside the vocabulary
// by the country behind them. It knows which names are more often something else.

import { findPlace, places, type PlaceEntry } from '../vocabulary/places.ts';
import { finderOf, type Match } from './finder.ts';

const caseBound = new Set([
  'us',
  'sf',
  'au',
  'nz',
  'la',
  'atx',
  'ny',
  'uk',
  'eu',
  'na',
  'sea',
  'hk',
  'sg',
  'kl',
  'sz',
  'gz',
  'hz',
  'bj',
]);
/** Names of places that are more often something else. */
const ambiguous = new Set([
  'cork',
  'phoenix',
  'durham',
  'perth',
  'madison',
  'victoria',
  'lima',
  'georgia',
  'bali',
  'columbus',
  'charlotte',
  'santiago',
  'bath',
  'turkey',
  'chad',
  'jordan',
  'cairo',
  'madison',
  'china',
  'america',
  'european',
  'asian',
  'north american',
]);

const findRaw = finderOf<PlaceEntry>(
  places.flatMap((entry) =>
    [entry.name, entry.chinese, ...entry.aliases]
      .filter((name) => name.length > 1)
      .map((name): readonly [string, PlaceEntry] => [name, entry]),
  ),
);

/** Names of places, whatever else they may mean. Short ones count in capitals only: US, SF. */
export const namedPlaces = (text: string): Match<PlaceEntry>[] =>
  findRaw(text).filter(
    ({ text: name, start, end }) =>
      !caseBound.has(name.toLowerCase()) ||
      (name === name.toUpperCase() &&
        !/^[-.]?\d|^\$/u.test(text.slice(end, end + 2)) &&
        !(name === 'LA' && /,\s?$/u.test(text.slice(0, start)))),
  );

/** Places named in a text; a company's city is no place of work. */
export function findPlaces(text: string): Match<PlaceEntry>[] {
  return namedPlaces(text).filter(({ text: name, start, end }) => {
    const lower = name.toLowerCase();
    if (/[非除]$/u.test(text.slice(0, start))) return false;
    if (caseBound.has(lower)) return true;
    if (ambiguous.has(lower) && /^[a-z]/u.test(name)) return false;
    if (/^[a-z]/u.test(name)) return lower.length > 6 || text === text.toLowerCase();
    return (
      !/^[^\s,，。;；、:|]{0,14}(?:有限公司|有限责任公司|股份|大学(?!城)|银行|学院)/u.test(text.slice(end)) &&
      !/^(?:大学(?!城)|话|语|人|菜|银行|市?[\p{Script=Han}]{2,8}(?:科技|集团)(?:有限|股份))/u.test(
        text.slice(end),
      ) &&
      start >= 0
    );
  });
}

/** 北上广深杭: several cities in one word. */
export const compactCities = /北上广深?[杭成蓉]?|北上[深杭]{1,2}|京沪[深杭]{0,2}/gu;

/** What each sign of 北上广深杭 stands for. */
export function citiesOfInitials(text: string): readonly Match<PlaceEntry>[] {
  const cities: Readonly<Record<string, string>> = {
    北: 'Beijing',
    上: 'Shanghai',
    广: 'Guangzhou',
    深: 'Shenzhen',
    杭: 'Hangzhou',
    成: 'Chengdu',
    蓉: 'Chengdu',
  };
  return [...text.matchAll(compactCities)].flatMap((match) =>
    [...match[0].replace('京', '北').replace('沪', '上')].flatMap((letter) => {
      const value = findPlace(cities[letter] ?? '');
      return value === undefined ? [] : [{ start: match.index, end: match.index + 1, text: match[0], value }];
    }),
  );
}

const states =
  /^(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY]|BC|ON|QC|AB)$/u;

/** A city outside the vocabulary, known by the state or country after it: `Hasselt, Belgium`. */
export function findTowns(text: string): readonly Match<PlaceEntry>[] {
  return [
    ...text.matchAll(
      /(?:^|[|/;(•·&-]|\.\s|\bor\b|\bin\b|\band\b)\s?([A-Z][\p{L}'’.-]{2,20}(?: [A-Z][\p{L}'’-]{2,15}){0,2})(?:,\s?(?:[A-Z]{2},\s?|[A-Z][a-z]+,\s)?|\s\(([A-Z][a-z]+),\s)([A-Z][A-Za-z]{1,15}(?: [A-Z][a-z]{2,15})?)/gu,
    ),
  ].flatMap((match) => {
    const [, city = '', middle, area = ''] = match;
    const country = states.test(area) ? findPlace('US') : findPlace(area);
    if (
      country === undefined ||
      country.kind !== 'country' ||
      // `Firm (Oslo, Norway)` is no town in Oslo.
      (middle !== undefined && findPlace(middle) !== undefined) ||
      findPlace(city) !== undefined ||
      findPlaces(city).length > 0
    )
      return [];
    if (
      /\b(?:Remote|Onsite|On-site|Hybrid|Engineer|Developer|Full|Manager|Inc|LLC|Office)\b/u.test(
        `${city} ${middle}`,
      )
    )
      return [];
    const start = match.index + match[0].indexOf(city);
    const value: PlaceEntry = {
      ...country,
      kind: 'city',
      name: city,
      chinese: city,
      aliases: [],
      zone: null,
    };
    return [{ start, end: start + city.length, text: city, value }];
  });
}
