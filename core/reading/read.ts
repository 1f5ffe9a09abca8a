// A pasted post read into an opening. Every value that is kept has evidence: pieces of the normalised text; a
// value without evidence is dropped. The readers of single fields are beside this file.

import { blankOpening, type Evidence, type Opening, type OpeningField, openingFields } from '../opening.ts';
import { findPlace } from '../vocabulary/places.ts';
import { readArrangement, readScope } from './arrangement.ts';
import { readCompany } from './company.ts';
import { readContact } from './contact.ts';
import { withoutExclusions } from './exclusions.ts';
import { readFocus } from './focus.ts';
import type { Found } from './found.ts';
import { readHead } from './head.ts';
import { isOpening } from './is-opening.ts';
import { readLanguage } from './language.ts';
import { readLink } from './link.ts';
import { readPlaces } from './places.ts';
import { readSalary } from './salary.ts';
import { readSkills } from './skills.ts';
import { type Post, structureOf } from './structure.ts';
import { readContract, readInsuranceBase } from './terms.ts';
import { readTitles, withoutEmployer } from './title.ts';

export interface Reading {
  /** Whether the text offers at least one job, internship or contract to its reader. */
  readonly isOpening: boolean;
  readonly opening: Opening;
  readonly evidence: Evidence;
  /** Fields whose value is kept, but may well be another. */
  readonly doubts: readonly OpeningField[];
}

/** What is kept of a reading to learn from, however it is corrected later. */
export type AsRead = Pick<Reading, 'isOpening' | 'opening'>;

/** Reads one post. What it does not say stays unknown; nothing is guessed, nothing is thrown. */
export const readOpening = (text: string): Reading => readStructure(structureOf(text));

/** The same, of a post whose structure is known; `place` is where the work is done if it does not say so itself. */
export function readStructure(post: Post, place?: string): Reading {
  const head = readHead(post);
  const company = readCompany(post, head);
  const titles = withoutEmployer(readTitles(post, head), company?.value ?? null);
  const title = titles?.value.main ?? null;
  const open = withoutExclusions(post);
  const openHead = open.leftOut.length === 0 ? head : readHead(open);
  const places = readPlaces(open, openHead);
  const arrangement = readArrangement(open, openHead, places);
  const remoteScope = arrangement?.value === 'remote' ? readScope(open, openHead) : null;
  const readings: { readonly [Field in OpeningField]: Found<Opening[Field]> | null } = {
    title:
      titles === null ? null : { ...titles, value: titles.value.main, evidence: titles.evidence.slice(0, 1) },
    titles:
      titles === null || titles.value.all.length < 2
        ? null
        : { value: titles.value.all, evidence: titles.evidence },
    company,
    locations: withoutScope(places, remoteScope?.value ?? null),
    arrangement,
    remoteScope,
    salary: readSalary(post, localCurrency(places?.value[0] ?? place)),
    insuranceBase: readInsuranceBase(post),
    contract: readContract(post, title),
    skills: readSkills(post),
    languageRequired: readLanguage(post),
    focus: readFocus(post, title),
    applyUrl: readLink(post),
    contact: readContact(post),
  };
  return {
    isOpening: isOpening(post, head, title !== null, readings.salary !== null),
    ...withEvidence(readings, post.text),
  };
}

/** Countries that remote work is allowed from are no places of work. */
const withoutScope = (
  places: Found<readonly string[]> | null,
  scope: string | null,
): Found<readonly string[]> | null =>
  scope !== null && places?.value.every((place) => scope.split(', ').includes(place)) === true
    ? null
    : places;

function withEvidence(
  readings: { readonly [Field in OpeningField]: Found<Opening[Field]> | null },
  text: string,
): Pick<Reading, 'opening' | 'evidence' | 'doubts'> {
  const kept = Object.entries(readings).flatMap(([field, reading]) =>
    reading !== null &&
    reading.evidence.length > 0 &&
    reading.evidence.every((piece) => piece !== '' && text.includes(piece))
      ? [{ field, reading }]
      : [],
  );
  return {
    opening: {
      ...blankOpening,
      ...Object.fromEntries(kept.map(({ field, reading }) => [field, reading.value])),
    },
    evidence: Object.fromEntries(kept.map(({ field, reading }) => [field, reading.evidence])),
    doubts: openingFields.filter((field) =>
      kept.some((one) => one.field === field && one.reading.isDoubtful === true),
    ),
  };
}

const currencies: Readonly<Record<string, string>> = {
  GB: 'GBP',
  CA: 'CAD',
  CH: 'CHF',
  IN: 'INR',
  AU: 'AUD',
  NZ: 'NZD',
  SG: 'SGD',
  HK: 'HKD',
  JP: 'JPY',
  TW: 'TWD',
  SE: 'SEK',
  DK: 'DKK',
  NO: 'NOK',
  PL: 'PLN',
  CN: 'CNY',
};
const euro = 'DE FR NL BE ES IT IE PT AT FI GR EE LV LT LU SK SI MT CY HR';

/** The currency of the country that a place lies in; US dollars where it is not known. */
export function localCurrency(place: string | undefined): string {
  const country = place === undefined ? null : (findPlace(place)?.country ?? null);
  if (country === null) return 'USD';
  return euro.includes(country) ? 'EUR' : (currencies[country] ?? 'USD');
}
