// Where the work is done: cities, or a country where no city is named. It takes places from the lines that speak of
// the workplace and leaves head offices, branches, customers and the region of remote workers alone.

import type { PlaceEntry } from '../vocabulary/places.ts';
import type { Match } from './finder.ts';
import { found, pieceAt, type Found } from './found.ts';
import { isCityPart, type HeadCell } from './head.ts';
import { citiesOfInitials, findPlaces, findTowns } from './place-names.ts';
import { isRole } from './roles.ts';
import type { Line, Post } from './structure.ts';
import { areTerms, trimTerms } from './term-spans.ts';
import { hybridWord, onsiteWord, remoteWord } from './words.ts';

/** A part of the text that speaks of the workplace. */
interface Piece {
  readonly text: string;
}

const startsRemote = /^[^\p{L}]*(?:remote|远程|遠端|居家)[^(（]*$/iu;
/** A cell about remote work that names no city to work in instead: `Remote US`, but not `Remote or NYC`. */
const isBareRemote = (text: string): boolean =>
  startsRemote.test(text) && !findPlaces(text).some(({ value }) => value.kind === 'city');

/** English names of the places of work, in the order of the text. */
export function readPlaces(post: Post, head: readonly HeadCell[]): Found<readonly string[]> | null {
  const inText = () => sentencePieces(post);
  const inHead = () => headPieces(head, post);
  const inForm = () => formPieces(post);
  const plain = new Set([inHead, inForm]);
  const sources = [
    inHead,
    inForm,
    () => firstLines(post),
    () => cardPieces(post),
    () => jobLines(post),
    () => clausePieces(post),
    inText,
  ];
  let countries: Found<readonly string[]> | null = null;
  for (const piecesOf of sources) {
    // A form that leaves the place open says that the text names none either.
    if (piecesOf === inText && isLeftOpen(post)) break;
    const matches = piecesOf().flatMap((piece) => placesIn(piece.text));
    const named = chooseCities(matches);
    if (named.length === 0) continue;
    const places = {
      ...found(
        named.map(({ value }) => value.name),
        ...named.map(({ text }) => text),
      ),
      // Only the head and the form say plainly where the work is.
      isDoubtful: !plain.has(piecesOf) || named[0]?.value.kind !== 'city',
    };
    // A country is taken where no part of the post names a city.
    if (named[0]?.value.kind === 'city') return places;
    countries ??= places;
  }
  return countries;
}

/** Cities; countries only where no city is named; never a region. */
function chooseCities(matches: readonly Match<PlaceEntry>[]): readonly Match<PlaceEntry>[] {
  const cities = matches.filter(({ value }) => value.kind === 'city');
  const chosen = cities.length > 0 ? cities : matches.filter(({ value }) => value.kind === 'country');
  const seen = new Set<string>();
  return chosen.filter(({ value }) => !seen.has(value.name) && seen.add(value.name));
}

const scopeNote = /\([^()]*\)/gu;
const notWorkplace =
  /(?:head\s?quarter(?:ed|s)?|\bHQ\b(?! in| is)|总部|分公司|分部|clients?|customers?)[^,，。;|\n]{0,20}/giu;

/** Places of a piece that are no scope of remote work: the brackets and the country after `remote` are cut away. */
function placesIn(text: string): readonly Match<PlaceEntry>[] {
  const cut = withoutScope(text);
  return [...citiesOfInitials(cut), ...findPlaces(cut), ...findTowns(cut)].toSorted(
    (one, other) => one.start - other.start,
  );
}

const remoteScope =
  /(?:\bremote(?:ly)?\b(?:[- ](?:ok|first|friendly|possible|only|work))?|\banywhere\b)\s*(?:[-–—:,/]|in|within|from|across|\s)*\s*(?:\([^()]*\)|(?:the )?(?:US(?:A)?|UK|EU|EMEA|LATAM|APAC|Europe|Canada|United States|North America|Americas|Worldwide|Global|India|Germany)(?:\s?(?:[,/&+]|and|or)\s?(?:US(?:A)?|UK|EU|Europe|Canada|LATAM|EMEA))*\b)?/giu;

function withoutScope(text: string): string {
  const blank = (part: string) => ' '.repeat(part.length);
  return text
    .replaceAll(/\((?:near|greater|close to|outside)\b[^()]*\)/giu, blank)
    .replaceAll(remoteScope, blank)
    .replaceAll(/\b(?:US|USA|UK|EU|Europe|Canada)[- ](?=remote)/giu, blank)
    .replaceAll(/远程[^,，。;；|\n]{0,6}[(（][^()（）]*[)）]/gu, blank)
    .replaceAll(notWorkplace, (part) => (/\bHQ\b/u.test(part) && scopeNote.test(text) ? part : blank(part)));
}

/** Cells of the head that are nothing but terms, and the ends of the others that speak of a place. */
function headPieces(head: readonly HeadCell[], post: Post): readonly Piece[] {
  const first = post.lines[0]?.text ?? '';
  const barred = post.isBarred;
  // A job board's heading names the employer with its city, which need not be the place of work.
  const isBoard = first.endsWith('BOSS直聘');
  return head.flatMap(({ kind, whole, text, tag }, index) => {
    if (isBoard && !tag) return [];
    if (kind === 'link' || (isBareRemote(whole) && !onsiteWord.test(whole))) return [];
    if (post.script === 'en') {
      if (tag)
        return findTowns(whole).length > 0
          ? [{ text: whole }]
          : whole
              .split(/[,/]/u)
              .filter(areTerms)
              .map((part) => ({ text: part }));
      // The first cell names the employer; only brackets behind the name may place it.
      if (index === 0 && head.length > 1 && kind !== 'terms')
        return bracketsOf(whole).map((part) => ({ text: part }));
      if (kind === 'terms' || onsiteWord.test(whole) || remoteWord.test(whole) || hybridWord.test(whole))
        return [{ text: whole }];
      if (!barred && kind === 'title' && index > 0) return [{ text: leadingPlace(whole) }];
      // A sentence was parted before its place: `in Cambridge, UK to build …`.
      if (!barred) return [...bracketsOf(whole), leadingPlace(whole)].map((part) => ({ text: part }));
      return barred && whole.length < 60 && placesIn(whole).some(({ value }) => value.kind === 'city')
        ? [{ text: whole }]
        : [];
    }
    if (kind === 'terms' || tag) return [{ text: whole }];
    // A Chinese head names the city before or after the job; what was cut off the title is where it stands.
    return [whole.replace(text, ' | '), ...bracketsOf(whole), ...placeWords(text)].map((part) => ({
      text: part,
    }));
  });
}

/** Words of a Chinese phrase that are places and nothing else: `Acme 上海 前端工程师`. */
const placeWords = (text: string): readonly string[] =>
  text.includes(' ')
    ? text.split(/[\s,，]+/u).filter((word) => /^\p{Script=Han}{2,6}$/u.test(word) && areTerms(word))
    : [];

/** What stands in brackets, but for those inside a registered name. */
const bracketsOf = (text: string): readonly string[] =>
  [...text.matchAll(/\(([^()]{2,30})\)(?!有限|股份|科技)/gu)].map((match) => pieceAt(match, 1));

/** The beginning of a text as far as the place that it begins with. */
function leadingPlace(text: string): string {
  const [first] = findPlaces(text);
  return first?.start === 0 ? text.slice(0, first.end) : '';
}

const isLeftOpen = (post: Post): boolean =>
  post.lines.some(
    ({ key, value }) =>
      key === 'place' && /^(?:任意|不限|全?远程|远端|居家|线上|remote|anywhere|any\b)/iu.test(value),
  );

const placeKeyed = (line: Line): boolean => line.key === 'place' && line.value !== '';

/** Form lines about the place, and what stands under a heading about it. */
function formPieces(post: Post): readonly Piece[] {
  const lines = post.lines.slice(0, 200);
  const keyed = lines.filter(placeKeyed).map(({ value }) => ({ text: value }));
  const under = lines
    .filter((line) => line.section === 'place' && line.kind !== 'heading' && line.key === null)
    .slice(0, 4)
    .map(({ text }) => ({ text }));
  const base = [
    ...post.plain.matchAll(
      /(?:\bbase(?!d| salary| pay|\w)|坐标|办公地点?|上班地点|地点(?=\p{Script=Han})|工作地点|工作城市|办公室?位于|位置|公司地址)\s?(?:是|在|为|:|：)?\s?([^\n。;；]{2,40})/giu,
    ),
  ].map((match) => ({ text: pieceAt(match, 1) }));
  return [...keyed, ...under, ...base].filter(({ text }) => !isBareRemote(text));
}

/** Lines right under the head that tell nothing but terms, or how the work is done. */
function firstLines(post: Post): readonly Piece[] {
  return post.lines
    .slice(1, 4)
    .filter(
      ({ text }) =>
        (text.length < 120 && (onsiteWord.test(text) || remoteWord.test(text) || hybridWord.test(text))) ||
        areTerms(text) ||
        (text.length <= 60 && /^[·\s,，-]/u.test(text.slice(leadingPlace(text).length))),
    )
    .map(({ text }) => ({ text }));
}

/** What a line under the head tells behind the employer's name: `Orchid Systems — Guangzhou`. */
function cardPieces(post: Post): readonly Piece[] {
  return post.lines
    .slice(1, 3)
    .filter(({ key, text }) => key === null && text.length <= 80)
    .flatMap(({ text }) => {
      const others = text.split(/\s?[·•|]\s|\s[-–—]\s/u).slice(1);
      return others.every(areTerms) ? others.map((part) => ({ text: part })) : [];
    });
}

/** Clauses near the beginning that are a place and nothing else: `做工业软件的,深圳坂田`, `Berlin. Write to us.`. */
function clausePieces(post: Post): readonly Piece[] {
  return post.lines
    .slice(0, 5)
    .filter(({ section }) => section !== 'about')
    .flatMap(({ text }) => text.slice(0, 200).split(/[,，。;；:：()（）]|\.\s/u))
    .map((clause) => clause.trim())
    .filter(
      (clause) =>
        clause.length <= 14 &&
        (isCityPart(clause) || isAddress(clause) || (findPlaces(clause).length > 0 && areTerms(clause))),
    )
    .map((text) => ({ text }));
}

/** A city and a spot in it: `成都高新区某大厦`. */
const isAddress = (clause: string): boolean =>
  findPlaces(clause)[0]?.start === 0 &&
  /(?:机房|园区?|大厦|办公室|附近|路|街道?|区|镇|号|楼|村|站|广场|软件园|科技园)$/u.test(clause);

/** What stands around the jobs in headings further down: `研发工程师-杭州`. */
function jobLines(post: Post): readonly Piece[] {
  return post.lines
    .slice(1, 120)
    .filter(({ kind, text }) => kind === 'heading' && isRole(text))
    .map(({ text }) => ({ text: text.replace(trimTerms(text), ' | ') }));
}

const workplace = [
  /(?:based in|located in|office in|offices in|onsite in|on-site in|in-person in|in person in|in our|work (?:from|in)|hiring in|team in|role in|position in|in-office in|relocate to|onsite at|onsite \()\s?([^.\n;]{2,60})/giu,
  /(?:(?<![分遍布驻存旨])在|位于|坐落于)\s?([^,，。;；\n]{2,16})/gu,
  /(?:[Tt]eam|[Ww]e(?: are|'re|’re)|[Ll]ab|[Ss]tudio|[Ss]tart-?up|company)\b[^.\n]{0,30}? in ([A-Z][^.\n;]{2,40})/gu,
  /(?:hiring|looking for|seeking|need)[^.\n]{4,100}? in ([A-Z][^.\n;]{2,40})/gu,
  /\bdays? (?:a|per|each|every) (?:week|month) (?:in|at) ([A-Z][^.\n;]{2,40})/gu,
  /(?:公司|团队|我司)\s?\(([^()\n]{2,12})\)/gu,
  /([\p{Script=Han}]{2,3})(?:团队|办公室|研发中心|本地)/gu,
] as const;

/** Sentences that place the office. */
function sentencePieces(post: Post): readonly Piece[] {
  const text = post.plain
    .slice(0, 6000)
    .replaceAll(/(?:总部|headquarter)[^,，。;；\n]{0,24}/giu, (part) => ' '.repeat(part.length));
  return workplace.flatMap((pattern) =>
    [...text.matchAll(pattern)].slice(0, 20).map((match) => ({ text: pieceAt(match, 1) })),
  );
}
