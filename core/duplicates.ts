// When two posts are of the same opening: by their link, by near text, or by employer, job and place across languages.
// Keys bring the two together in any database; `likeness` decides. It errs towards calling jobs different.

import type { Opening, Salary } from './opening.ts';
import { employerOf } from './vocabulary/companies.ts';
import { findPlace } from './vocabulary/places.ts';
import { titleKey } from './vocabulary/title-words.ts';

/**
 * What shows that two openings are one, the surest first. `mention` is near text of which other titles were read, each
 * named in both: somebody's words before the post may have misled the reader; or a line or two that several firms may
 * have written word for word. Worth a question, not a decision.
 */
export const likenesses = ['link', 'text', 'job', 'mention'] as const;
export type Likeness = (typeof likenesses)[number];

/** An opening with the post it was read from. */
interface Posted {
  readonly opening: Opening;
  readonly text: string;
  /** Of one job of several: what the jobs of its post have in common. */
  readonly postId?: number | null;
}

/** Changes whenever the same post would get other keys than before. */
export const keysVersion = '2';

/**
 * What an opening is found by: openings that are alike have a key in common, as good as always. At most 22 keys of up
 * to 20 ASCII characters.
 */
export function duplicateKeys({ opening, text }: Posted): readonly string[] {
  const link = opening.applyUrl === null ? null : canonicalLink(opening.applyUrl);
  const job = jobOf(opening);
  const plain = plainText(text);
  return [
    ...(link === null ? [] : [`link:${hashOf(link)}`]),
    ...(job === null ? [] : [`job:${hashOf(job)}`]),
    ...(isShort(plain) ? [`text:${hashOf(plain)}`] : []),
    ...bandsOf(gramsOf(plain)).map((band) => `text:${band}`),
  ];
}

/** How two openings show to be one; `null` when they do not. Symmetric. */
export function likeness(one: Posted, other: Posted): Likeness | null {
  const arePartsOfOne = isPart(one) && one.postId === other.postId;
  const isPartOfOther = [one, other].some(isPart) && [one, other].some(offersSeveral);
  if (arePartsOfOne || isPartOfOther) return null;
  const texts = [plainText(one.text), plainText(other.text)] as const;
  if (companiesDiffer(one.opening.company, other.opening.company, texts)) return null;
  if (placesDiffer(one.opening.locations, other.opening.locations)) return null;
  const titles = compareTitles(one.opening, other.opening, texts);
  if (titles === 'different') return null;
  // Such titles were told apart already, in a text and with a link that they share.
  if (titles !== 'same' && (isPart(one) || isPart(other))) return null;
  const isTold = titles !== 'mentioned';
  if (isTold && haveSameLink(one.opening, other.opening)) return 'link';
  const grams = [gramsOf(texts[0]), gramsOf(texts[1])] as const;
  const areShort = grams.some(({ length }) => length < fewestGrams);
  const near = areShort ? 0 : nearness(...grams);
  if (near > 0 && titles === 'same') return 'text';
  if (near > 0 && mayBeMisread(titles === 'mentioned', near === 1, [one, other])) return 'mention';
  const mayBeTold = areShort || isChinese(texts[0]) !== isChinese(texts[1]);
  if (mayBeTold && areSameJob(one.opening, other.opening)) return 'job';
  if (titles !== 'same' || !isShort(texts[0]) || texts[0] !== texts[1]) return null;
  return one.opening.contact !== null && one.opening.contact === other.opening.contact ? 'text' : 'mention';
}

const isPart = ({ postId }: Posted): boolean => typeof postId === 'number';
const offersSeveral = ({ opening }: Posted): boolean => opening.titles.length > 1;

/** Two jobs that somebody chose from the very same post are two; only a post without a title may be either. */
const mayBeMisread = (isMentioned: boolean, isVerbatim: boolean, posts: readonly Posted[]): boolean =>
  posts.some(({ opening }) => opening.title === null)
    ? isMentioned || isVerbatim
    : isMentioned && !isVerbatim;

// By link

const tracking =
  /^(?:utm_.*|mtm_.*|pk_.*|_?hs.*|mc_[ce]id|[a-z]*clid|igshid|spm|scm|trk.*|tracking_?id|ref|ref_?id|ref_?src|referr?er|referral(?:_?code)?|recommend_?code|source|src|gh_src|lever-(?:source|origin).*|from|share.*|feature|si|lang|locale|channel)$/iu;

/**
 * The link without what does not tell pages apart: protocol, `www`, marks of who shared it, the slash at the end, the
 * order of parameters. `null` for what is no link, and for a site's front page, which is of no single job. Idempotent.
 */
export function canonicalLink(link: string): string | null {
  const url = URL.parse(link.includes('://') ? link : `https://${link}`);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return null;
  const host = url.host.replace(/^www\.(?=[^.]+\.)/u, '');
  const path = url.pathname.replaceAll(/\/{2,}/gu, '/').replace(/\/$/u, '');
  const parameters = [...url.searchParams].filter(([name]) => !tracking.test(name));
  const query = new URLSearchParams(parameters.toSorted(byText)).toString();
  // Some boards keep the page's own address behind the hash.
  const route = /^#!?\/./u.test(url.hash) ? url.hash.replace(/[?].*$/u, '').replace(/\/$/u, '') : '';
  const page = path + (query === '' ? '' : `?${query}`) + route;
  return page === '' ? null : host + page;
}

const byText = ([one, value]: [string, string], [other, otherValue]: [string, string]): number =>
  one === other ? order(value, otherValue) : order(one, other);
const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function haveSameLink(one: Opening, other: Opening): boolean {
  if (one.applyUrl === null || other.applyUrl === null) return false;
  const link = canonicalLink(one.applyUrl);
  return link !== null && link === canonicalLink(other.applyUrl);
}

// By near text

/** Fewer show nothing. */
const fewestGrams = 40;
/** The share of common grams in all grams, and in those of the shorter text, from which on texts are near. */
const nearOfAll = 0.5;
const nearOfShorter = 0.8;

/** What is compared of a text: its letters and digits. Links, marks, case and blanks do not count. */
const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/https?:\/\/[\w\-.~:/?#@!$&'*+;=%]+/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** A line or two, which are compared as a whole; in characters, less says nothing. */
const isShort = (plain: string): boolean => plain.length >= 10 && plain.length < fewestGrams + 3;

/** Hashes of all runs of four. */
function gramsOf(plain: string): Int32Array {
  const grams = new Int32Array(Math.max(0, plain.length - 3));
  for (let at = 0; at < grams.length; at += 1) {
    let hash = 0;
    for (let next = at; next < at + 4; next += 1) hash = Math.imul(hash, 65_599) + plain.charCodeAt(next);
    grams[at] = scatter(hash);
  }
  return grams;
}

/** The share of common grams where it is high enough; 0 for texts that are not near. */
function nearness(one: Int32Array, other: Int32Array): number {
  const [set, otherSet] = [new Set(one), new Set(other)];
  const common = [...set].filter((gram) => otherSet.has(gram)).length;
  const ofAll = common / (set.size + otherSet.size - common);
  const ofShorter = common / Math.min(set.size, otherSet.size);
  return ofAll >= nearOfAll || ofShorter >= nearOfShorter ? ofAll : 0;
}

/** Three smallest hashes a band; two texts with half of all grams in common share a band in 93 of 100 cases. */
const bands = 20;
const rows = 3;

/**
 * The MinHash of the grams, in bands. Each gram is hashed once a row, into one of the bands, which costs as little as
 * one band would; a band that nothing fell into takes its neighbour's.
 */
function bandsOf(grams: Int32Array): readonly string[] {
  if (grams.length < fewestGrams) return [];
  const least = Array.from({ length: rows }, () => new Uint32Array(bands).fill(empty));
  for (const [row, smallest] of least.entries()) {
    for (const gram of grams) {
      const hash = scatter(gram ^ Math.imul(row + 1, 0x9e37_79b9)) >>> 0;
      const band = hash % bands;
      if (hash < (smallest[band] ?? 0)) smallest[band] = hash;
    }
  }
  return Array.from({ length: bands }, (_, band) =>
    hashOf([band, ...least.map((smallest) => filledFrom(smallest, band))].join()),
  );
}

const empty = 0xffff_ffff;

function filledFrom(smallest: Uint32Array, band: number): number {
  for (let step = 0; step < bands; step += 1) {
    const hash = smallest[(band + step) % bands] ?? empty;
    if (hash !== empty) return hash;
  }
  return empty;
}

/** Spreads 32 bits over 32 bits, the same way everywhere (the finaliser of MurmurHash3). */
function scatter(bits: number): number {
  let hash = Math.imul(bits ^ (bits >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return hash ^ (hash >>> 16);
}

/** 64 bits of a text, as 12 or 13 letters and digits. */
function hashOf(text: string): string {
  let one = 0x811c_9dc5;
  let other = 0x1b87_3593;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x0100_0193);
    other = Math.imul(other ^ unit, 0x85eb_ca6b) + 0x27d4_eb2f;
  }
  return [scatter(one), scatter(other)].map((hash) => (hash >>> 0).toString(36).padStart(7, '0')).join('');
}

// By employer, job and place

const han = /\p{Script=Han}/u;

/** Chinese where a tenth of the letters is: technical posts are full of Latin names. */
function isChinese(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.filter((letter) => han.test(letter)).length * 10 >= letters.length;
}

/** The employer and the job in words that are the same in every language; `null` where they tell too little. */
function jobOf({ company, title, titles }: Opening): string | null {
  if (company === null || title === null || titles.length > 1) return null;
  const employer = employerKey(company);
  const words = titleKey(title);
  return employer === '' || words === '' ? null : `${employer}\n${words}`;
}

function areSameJob(one: Opening, other: Opening): boolean {
  const job = jobOf(one);
  return job !== null && job === jobOf(other) && haveCommonPlace(one, other) && !paysDiffer(one, other);
}

function haveCommonPlace(one: Opening, other: Opening): boolean {
  if (one.locations.length === 0 || other.locations.length === 0) {
    return one.arrangement === 'remote' && other.arrangement === 'remote';
  }
  return one.locations.some((place) => other.locations.includes(place));
}

function paysDiffer({ salary: one }: Opening, { salary: other }: Opening): boolean {
  if (one === null || other === null || one.currency !== other.currency || one.period !== other.period)
    return false;
  const endsBelow = (low: Salary, high: Salary) => (low.max ?? Infinity) < (high.min ?? 0);
  return endsBelow(one, other) || endsBelow(other, one);
}

const suffix =
  /(?:[\s,]+(?:inc|llc|ltd|limited|gmbh|corp|corporation|co|plc|ag|bv|pte|technologies|technology|labs?)\.?)+$|(?:网络|信息|数字)?(?:科技|技术)?(?:股份|集团)?(?:有限)?(?:责任)?公司$|科技$|集团$/u;

/** The employer by one name, where there are several: `字节`, `ByteDance` and `字节跳动`. */
function employerKey(company: string): string {
  const folded = company
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[(（[【].*$/gu, '')
    .trim();
  const name = folded.replace(suffix, '');
  return (employerOf(folded) ?? employerOf(name) ?? name).toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** The plain texts of two posts that are compared. */
type Texts = readonly [one: string, other: string];

/**
 * Two names are of different employers when neither is part of the other, both are in the same script, and no post
 * names both.
 */
function companiesDiffer(one: string | null, other: string | null, texts: Texts): boolean {
  if (one === null || other === null) return false;
  if (texts[1].includes(plainText(one)) || texts[0].includes(plainText(other))) return false;
  const [key, otherKey] = [employerKey(one), employerKey(other)];
  return !key.includes(otherKey) && !otherKey.includes(key) && han.test(key) === han.test(otherKey);
}

/** A country and a city in it do not differ. */
function placesDiffer(one: readonly string[], other: readonly string[]): boolean {
  if (one.length === 0 || other.length === 0) return false;
  const holds = (outer: string, inner: string) => {
    const [area, place] = [findPlace(outer), findPlace(inner)];
    return (
      outer === inner ||
      (area !== undefined &&
        area.kind !== 'city' &&
        place !== undefined &&
        place.countries.every((code) => area.countries.includes(code)))
    );
  };
  return !one.some((place) => other.some((another) => holds(place, another) || holds(another, place)));
}

/**
 * Titles in different scripts, and those that are missing, are not compared unless their words are the same. Of posts
 * with several jobs the first has to be the same, and what one post offers the other has to name, most of it at least.
 */
function compareTitles(
  one: Opening,
  other: Opening,
  texts: Texts,
): 'same' | 'different' | 'mentioned' | 'unknown' {
  const [jobs, otherJobs] = [jobsOf(one), jobsOf(other)];
  const isSingle = jobs.length < 2 && otherJobs.length < 2;
  const [first, otherFirst] = [jobs[0], otherJobs[0]];
  const missing = [missingShare(jobs, texts[1]), missingShare(otherJobs, texts[0])];
  const [least, most] = [Math.min(...missing), Math.max(...missing)];
  if (first === undefined || otherFirst === undefined) {
    return most === 0 ? 'mentioned' : isSingle ? 'unknown' : 'different';
  }
  if (titleKey(first) === titleKey(otherFirst)) {
    const isEqual = jobs.length === otherJobs.length && jobs.every((job, at) => job === otherJobs[at]);
    return isSingle || isEqual || (least === 0 && most <= mayBeMissing) ? 'same' : 'different';
  }
  if (most === 0) return 'mentioned';
  return isSingle && han.test(first) !== han.test(otherFirst) ? 'unknown' : 'different';
}

/** How large a part of its jobs a post may have lost on the way. */
const mayBeMissing = 1 / 3;

const missingShare = (jobs: readonly string[], text: string): number =>
  jobs.filter((job) => !text.includes(plainText(job))).length / Math.max(1, jobs.length);

const jobsOf = ({ title, titles }: Opening): readonly string[] =>
  titles.length > 1 ? titles : title === null ? [] : [title];
