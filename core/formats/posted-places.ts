// Places in job postings: where the work is done, and from where people may apply, as addresses and names of
// schema.org on one side, English names of this house on the other.

import { findPlace, type PlaceEntry, places } from '../vocabulary/places.ts';
import { asNode, filled, isFilled, listOf, type LooseNode, phrase } from './loose-values.ts';

export function toPlace(name: string): LooseNode {
  const entry = findPlace(name);
  const address =
    entry?.kind === 'country'
      ? { addressCountry: entry.country }
      : { addressLocality: name, ...(entry === undefined ? {} : { addressCountry: entry.country }) };
  return { '@type': 'Place', address: { '@type': 'PostalAddress', ...address } };
}

export const toApplicantPlace = (name: string): LooseNode => ({
  '@type': findPlace(name)?.kind === 'country' ? 'Country' : 'AdministrativeArea',
  name,
});

/** A list of more is one of branches. */
const mostPlaces = 20;

/** Cities; countries only where no city is named. */
export function readLocations(value: unknown): readonly string[] {
  const addresses = listOf(value)
    .slice(0, mostPlaces)
    .map((place) => {
      const address = asNode(place)['address'] ?? place;
      const { addressLocality, addressRegion, addressCountry } = postal(address);
      return {
        city: cityIn(addressLocality) ?? cityKnown(addressRegion),
        country: countryIn(addressCountry) ?? countryIn(addressLocality),
      };
    });
  const cities = addresses.flatMap(({ city }) => city ?? []);
  const chosen = cities.length > 0 ? cities : addresses.flatMap(({ country }) => country?.name ?? []);
  return [...new Set(chosen)];
}

function postal(address: unknown): {
  readonly addressLocality: string;
  readonly addressRegion: string;
  readonly addressCountry: string;
} {
  const node = asNode(address);
  return {
    addressLocality: typeof address === 'string' ? phrase(address) : phrase(node['addressLocality']),
    addressRegion: phrase(node['addressRegion']),
    addressCountry: phrase(node['addressCountry']),
  };
}

/** A town outside the vocabulary keeps its own name; a country, a region or `Remote` is no town. */
function cityIn(locality: string): string | null {
  const known = cityKnown(locality);
  if (known !== null) return known;
  const [town = ''] = locality.split(/[,，;|/]/u).map((part) => part.trim());
  const isTown = /^\p{L}[\p{L}\p{M}\s.'’-]{1,60}$/u.test(town) && findPlace(town) === undefined;
  return isTown && !/remote|anywhere|远程|multiple|various|不限|全国/iu.test(town) ? town : null;
}

const cityKnown = (words: string): string | null => {
  const parts = [words, ...words.split(/[,，;|/·]/u)];
  return parts.map((part) => findPlace(part)).find((entry) => entry?.kind === 'city')?.name ?? null;
};

function countryIn(words: string): PlaceEntry | undefined {
  const code = /^[a-z]{2}$/iu.test(words) ? words.toUpperCase() : null;
  const isIt = ({ kind, country }: PlaceEntry) => kind === 'country' && country === code;
  const entry = (code === null ? undefined : places.find(isIt)) ?? findPlace(words);
  return entry?.kind === 'country' ? entry : undefined;
}

const everywhere = /^(?:worldwide|world|anywhere|everywhere|global|earth|全球|不限)$/iu;

/** From where people may apply: `worldwide`, or places joined by ", ", sorted. */
export function readApplicants(value: unknown): string | null {
  const names = listOf(value)
    .slice(0, mostPlaces)
    .flatMap((place) => phrase(place).split(/[,，;]/u))
    .map((name) => name.trim())
    .filter(isFilled);
  if (names.some((name) => everywhere.test(name))) return 'worldwide';
  const known = names.map((name) => countryIn(name)?.name ?? findPlace(name)?.name ?? name);
  return filled([...new Set(known)].toSorted().join(', '));
}
