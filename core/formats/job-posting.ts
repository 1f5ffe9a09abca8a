// Openings as schema.org JobPosting, the form in which job boards state them for machines (JSON-LD): written out,
// and read from whatever a page holds. Hides how loosely pages use that vocabulary.

import {
  type Arrangement,
  arrangements,
  blankOpening,
  type Contract,
  type Evidence,
  type Focus,
  focuses,
  type Opening,
  type OpeningField,
  type Period,
  type RequiredLanguage,
  requiredLanguages,
  type Salary,
} from '../opening.ts';
import { findSkillEntry } from '../vocabulary/skills.ts';
import { asNode, filled, isFilled, isText, listOf, type LooseNode, phrase } from './loose-values.ts';
import { readApplicants, readLocations, toApplicantPlace, toPlace } from './posted-places.ts';

/** One posting as it was found. */
export interface Posting {
  readonly opening: Opening;
  /** A line for each field that the posting states, with the words it states it in. */
  readonly evidence: Evidence;
  /** What is said in whole sentences: description, duties, requirements. */
  readonly prose: string;
}

/** Where what schema.org has no word for is kept: an object with fields of an opening. */
const ownKey = 'urn:referral-bot:opening';

const employmentTypes: Readonly<Record<Exclude<Contract, 'unknown'>, string>> = {
  full_time: 'FULL_TIME',
  part_time: 'PART_TIME',
  contract: 'CONTRACTOR',
  internship: 'INTERN',
};

const units: Readonly<Record<Period, string>> = { hour: 'HOUR', day: 'DAY', month: 'MONTH', year: 'YEAR' };

/** The opening as a JSON-LD object; what it does not know is left out. */
export function toJobPosting(opening: Opening): LooseNode {
  const { title, company, locations, remoteScope, salary, contract, skills, applyUrl } = opening;
  const own = ownFields(opening);
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    ...(title === null ? {} : { title }),
    ...(company === null ? {} : { hiringOrganization: { '@type': 'Organization', name: company } }),
    ...(locations.length === 0 ? {} : { jobLocation: locations.map(toPlace) }),
    ...(opening.arrangement === 'remote' ? { jobLocationType: 'TELECOMMUTE' } : {}),
    ...(isPositive(remoteScope)
      ? { applicantLocationRequirements: remoteScope.split(', ').map(toApplicantPlace) }
      : {}),
    ...(salary === null ? {} : { baseSalary: toAmount(salary) }),
    ...(contract === 'unknown' ? {} : { employmentType: employmentTypes[contract] }),
    ...(skills.length === 0 ? {} : { skills }),
    ...(applyUrl === null ? {} : { url: applyUrl }),
    ...(Object.keys(own).length === 0 ? {} : { [ownKey]: own }),
  };
}

/** schema.org can say from where people may apply, not from where they may not. */
const isPositive = (scope: string | null): scope is string => scope !== null && !scope.startsWith('outside ');

function ownFields(opening: Opening): LooseNode {
  const { titles, arrangement, remoteScope, salary, insuranceBase, languageRequired, focus, contact } =
    opening;
  return {
    ...(titles.length === 0 ? {} : { titles }),
    ...(arrangement === 'hybrid' || arrangement === 'onsite' ? { arrangement } : {}),
    ...(remoteScope !== null && !isPositive(remoteScope) ? { remoteScope } : {}),
    ...(salary === null || salary.monthsPerYear === null ? {} : { monthsPerYear: salary.monthsPerYear }),
    ...(insuranceBase === null ? {} : { insuranceBase }),
    ...(languageRequired === 'unknown' ? {} : { languageRequired }),
    ...(focus === 'other' ? {} : { focus }),
    ...(contact === null ? {} : { contact }),
  };
}

const toAmount = ({ min, max, currency, period }: Salary): LooseNode => ({
  '@type': 'MonetaryAmount',
  currency,
  value: {
    '@type': 'QuantitativeValue',
    ...(min === null ? {} : { minValue: min }),
    ...(max === null ? {} : { maxValue: max }),
    unitText: units[period],
  },
});

/** Deeper than pages wrap a posting: in lists, graphs, or what the page is about. */
const deepest = 6;
const mostPostings = 50;

/**
 * Every job posting in the JSON-LD of a page, in its order. Fields that a posting does not state, or states in no way
 * that can be relied on, are unknown. Texts are taken for plain, so markup has to be gone before.
 */
export function fromJobPosting(json: unknown): readonly Posting[] {
  return postingsIn(json, 0).slice(0, mostPostings).map(toPosting);
}

function postingsIn(json: unknown, depth: number): readonly LooseNode[] {
  if (depth > deepest || typeof json !== 'object' || json === null) return [];
  if (Array.isArray(json)) return json.flatMap((item: unknown) => postingsIn(item, depth + 1));
  const node = asNode(json);
  const types = listOf(node['@type']).map((type) => phrase(type).replace(/^.*[/:#]/u, ''));
  if (types.includes('JobPosting')) return [node];
  return Object.values(node).flatMap((value) => postingsIn(value, depth + 1));
}

function toPosting(node: LooseNode): Posting {
  const own = asNode(node[ownKey]);
  const salary = readAmount(node['baseSalary'], own['monthsPerYear']);
  const isRemote = /telecommute|remote/iu.test(phrase(node['jobLocationType']));
  const locations = readLocations(node['jobLocation']);
  const skills = skillsIn(node['skills']);
  const contract = contractIn(node['employmentType']);
  const facts: Partial<Opening> = {
    title: label(node['title']) ?? label(node['name']),
    titles: listOf(own['titles'])
      .slice(0, mostOfAKind)
      .flatMap((title) => label(title) ?? []),
    company: label(node['hiringOrganization']),
    locations,
    arrangement: isRemote ? 'remote' : (memberOf<Arrangement>(arrangements, own['arrangement']) ?? 'unknown'),
    remoteScope:
      filled(phrase(own['remoteScope'])) ??
      (isRemote ? readApplicants(node['applicantLocationRequirements']) : null),
    salary,
    insuranceBase: amountOf(own['insuranceBase']),
    contract,
    skills,
    languageRequired: memberOf<RequiredLanguage>(requiredLanguages, own['languageRequired']) ?? 'unknown',
    focus: memberOf<Focus>(focuses, own['focus']) ?? 'other',
    applyUrl: webLink(phrase(node['url'])),
    contact: filled(phrase(own['contact'])) ?? contactIn(node['applicationContact']),
  };
  const opening = { ...blankOpening, ...facts };
  return { opening, evidence: evidenceOf(opening, node), prose: proseOf(node) };
}

/** Where each field stands in a posting. */
const sources: Readonly<Record<OpeningField, readonly string[]>> = {
  title: ['title', 'name'],
  titles: [ownKey],
  company: ['hiringOrganization'],
  locations: ['jobLocation'],
  arrangement: ['jobLocationType', ownKey],
  remoteScope: ['applicantLocationRequirements', ownKey],
  salary: ['baseSalary'],
  insuranceBase: [ownKey],
  contract: ['employmentType'],
  skills: ['skills'],
  languageRequired: [ownKey],
  focus: [ownKey],
  applyUrl: ['url'],
  contact: ['applicationContact', ownKey],
};

/** For each known field the words of the first source that has any, in one line. */
function evidenceOf(opening: Opening, node: LooseNode): Evidence {
  const known = Object.entries(sources).filter(([field]) => isKnown(opening, field));
  return Object.fromEntries(
    known.flatMap(([field, names]) => {
      const line = names.map((name) => wordsOf(node[name], 0).join(' · ')).find(isFilled);
      return line === undefined ? [] : [[field, [line.slice(0, longestLine)]]];
    }),
  );
}

const longestLine = 500;

const isKnown = (opening: Opening, field: string): boolean => {
  const pairs = new Map<string, unknown>(Object.entries(opening));
  const blank = new Map<string, unknown>(Object.entries(blankOpening));
  return JSON.stringify(pairs.get(field)) !== JSON.stringify(blank.get(field));
};

/** The texts and figures of a value, without the names of types. */
function wordsOf(value: unknown, depth: number): readonly string[] {
  if (depth > deepest) return [];
  if (typeof value !== 'object' || value === null) return [phrase(value)].filter(isFilled);
  return Object.entries(value).flatMap(([key, part]) => (key === '@type' ? [] : wordsOf(part, depth + 1)));
}

/** What a posting says in sentences; pay that is no plain figure is among it, for whoever can read it. */
function proseOf(node: LooseNode): string {
  const names = ['description', 'responsibilities', 'qualifications', 'skills', 'experienceRequirements'];
  const parts = names.map((name) => listOf(node[name]).filter(isText).join('\n'));
  const pay = isText(node['baseSalary']) ? [`Salary: ${node['baseSalary']}`] : [];
  return [...pay, ...parts].filter(isFilled).join('\n\n');
}

/** Pay in plain figures; `null` also where the period is missing, or is none that pay is counted by here. */
function readAmount(value: unknown, months: unknown): Salary | null {
  const amount = asNode(listOf(value)[0]);
  const figures = asNode(listOf(amount['value'])[0]);
  const single = amountOf(figures['value'] ?? amount['value']);
  const min = amountOf(figures['minValue'] ?? amount['minValue']) ?? single;
  const max = amountOf(figures['maxValue'] ?? amount['maxValue']) ?? single;
  const unit = phrase(figures['unitText'] ?? amount['unitText']).toUpperCase();
  const period = (['hour', 'day', 'month', 'year'] as const).find((one) => units[one] === unit);
  const currency = phrase(amount['currency'] ?? figures['currency']).toUpperCase();
  if (period === undefined || !/^(?:[A-Z]{3}|USDT)$/u.test(currency)) return null;
  if ((min === null && max === null) || (min !== null && max !== null && min > max)) return null;
  return { min, max, currency, period, monthsPerYear: amountOf(months) };
}

/** A figure above nothing; boards write 0 for pay that they do not state. */
function amountOf(value: unknown): number | null {
  const written = phrase(value).replaceAll(/(?<=\d),(?=\d{3}(?!\d))/gu, '');
  if (!/^\d+(?:\.\d+)?(?:e\+?\d+)?$/u.test(written)) return null;
  const amount = Number(written);
  return amount > 0 && Number.isFinite(amount) ? amount : null;
}

const contractWords: readonly (readonly [Contract, RegExp])[] = [
  ['full_time', /^full_?time$|^permanent$|^全职$/u],
  ['part_time', /^part_?time$|^兼职$/u],
  ['internship', /^intern(?:ship)?$|^实习$/u],
  ['contract', /^contract(?:or)?$|^temporary$|^freelance$|^per_diem$|^合同工?$/u],
];

/** The first kind that counts for most, where a posting names several. */
function contractIn(value: unknown): Contract {
  const words = listOf(value)
    .flatMap((type) => phrase(type).split(/[,，、]/u))
    .map((type) =>
      type
        .trim()
        .toLowerCase()
        .replaceAll(/[\s-]+/gu, '_'),
    );
  return contractWords.find(([, pattern]) => words.some((word) => pattern.test(word)))?.[0] ?? 'unknown';
}

/** Known skills alone, by their canonical names; the prose around them is read elsewhere. */
function skillsIn(value: unknown): readonly string[] {
  const named = listOf(value).flatMap((item) => {
    const whole = phrase(item);
    return findSkillEntry(whole) === undefined ? whole.split(/[,，、;；]/u) : [whole];
  });
  return [...new Set(named.flatMap((name) => findSkillEntry(name.trim())?.name ?? []))].slice(0, mostSkills);
}

const mostSkills = 15;

function contactIn(value: unknown): string | null {
  const point = asNode(listOf(value)[0]);
  return (
    filled(phrase(point['email']).replace(/^mailto:/iu, '')) ??
    filled(phrase(point['telephone']).replace(/^tel:/iu, ''))
  );
}

/** What fits on a card as a name; more than that is something else. */
const label = (value: unknown): string | null => {
  const words = phrase(value);
  return words.length > longestLabel ? null : filled(words);
};

const longestLabel = 200;
const mostOfAKind = 20;

const memberOf = <T extends string>(members: readonly T[], value: unknown): T | undefined =>
  members.find((member) => member === value);

function webLink(words: string): string | null {
  const url = URL.parse(words);
  return url !== null && ['http:', 'https:'].includes(url.protocol) ? words : null;
}
