// A reading completed by a language model. The model points at pieces of the text, and the grammar reads them: what
// does not stand in the text, or says something else than the model made of it, is dropped.

import { type Opening, openingFields } from '../opening.ts';
import { type Answer, readAnswer } from './answer.ts';
import { readArrangement, readScope } from './arrangement.ts';
import { readCompany } from './company.ts';
import { withoutExclusions } from './exclusions.ts';
import { readFocus } from './focus.ts';
import { found, pieceAt, type Found } from './found.ts';
import { readHead } from './head.ts';
import { readPlaces } from './places.ts';
import { type AskedField, openFields, shownText } from './question.ts';
import { localCurrency, type Reading } from './read.ts';
import { payWord, readSalary } from './salary.ts';
import { readSkills } from './skills.ts';
import { type Post, structureOf } from './structure.ts';
import { readTitles, withoutEmployer } from './title.ts';

/**
 * The reading of `text` with what the answer adds to it; `null` where the answer is none. Only what the reading
 * leaves open is taken, and it stays in doubt; an answer that adds nothing leaves the very reading.
 */
export function withAnswer(words: string, text: string, reading: Reading): Reading | null {
  const answer = readAnswer(words);
  if (answer === null) return null;
  const { opening, evidence, doubts } = reading;
  const read = Object.entries(readingsOf(answer, text, reading)).flatMap(([field, one]) =>
    one === null ? [] : [{ field, ...one }],
  );
  if (read.length === 0) return reading;
  return withScopeOfRemote({
    ...reading,
    opening: { ...opening, ...Object.fromEntries(read.map((one) => [one.field, one.value])) },
    evidence: { ...evidence, ...Object.fromEntries(read.map((one) => [one.field, one.evidence])) },
    doubts: openingFields.filter(
      (field) => doubts.includes(field) || read.some((one) => one.field === field),
    ),
  });
}

/** Only remote work is open to somewhere; what was taken for remote and is not loses that with it. */
function withScopeOfRemote(reading: Reading): Reading {
  const { opening, evidence, doubts } = reading;
  if (opening.arrangement === 'remote' || opening.remoteScope === null) return reading;
  const { remoteScope: _, ...others } = evidence;
  return {
    ...reading,
    opening: { ...opening, remoteScope: null },
    evidence: others,
    doubts: doubts.filter((field) => field !== 'remoteScope'),
  };
}

function readingsOf(
  answer: Answer,
  text: string,
  reading: Reading,
): { readonly [Field in AskedField]: Found<Opening[Field]> | null } {
  const { opening } = reading;
  const post = structureOf(text);
  const shown = shownText(text);
  const open = openFields(reading);
  const backed = (field: AskedField, pieces: readonly string[]): readonly string[] =>
    open.includes(field)
      ? pieces.filter((piece) => placeOf(piece, shown) !== null && placeOf(piece, post.text) !== null)
      : [];
  const chosen = <Choice extends { readonly quote: string }>(field: AskedField, choice: Choice | null) =>
    choice === null || backed(field, [choice.quote]).length === 0 ? null : choice;

  const locations = placesIn(backed('locations', answer.locations), post);
  const arrangement =
    agreed(
      chosen('arrangement', answer.arrangement),
      (quote) => readArrangement(quote, readHead(quote), null),
      post,
    ) ??
    // A place of work with no word on remote work means on site, here as in a post.
    (locations === null || opening.arrangement !== 'unknown' ? null : found('onsite', ...locations.evidence));
  const isRemote = (arrangement?.value ?? opening.arrangement) === 'remote';
  const place = (locations?.value ?? opening.locations)[0];
  return {
    title: titleIn(backed('title', answer.title), opening.company, post),
    company: companyIn(backed('company', answer.company)),
    locations,
    arrangement,
    remoteScope: isRemote ? scopeIn(backed('remoteScope', answer.remoteScope), post) : null,
    salary: salaryIn(backed('salary', answer.salary), localCurrency(place), post),
    skills: skillsIn(backed('skills', answer.skills), post),
    focus: agreed(chosen('focus', answer.focus), (quote) => readFocus(quote, null), post),
  };
}

/** A line as a post of its own, in the language of the post it is from. */
const lineOf = (line: string, { script }: Pick<Post, 'script'>): Post => ({ ...structureOf(line), script });

/** What was read, if it was read in the pieces and not beside them. */
const within = <T>(read: Found<T> | null, pieces: readonly string[]): Found<T> | null =>
  read !== null && read.evidence.every((words) => pieces.some((piece) => piece.includes(words)))
    ? read
    : null;

/** In characters. */
const longestTitle = 90;

/** As the grammar reads a title; words that it knows no job by stand as they are, unless they are a sentence. */
function titleIn(pieces: readonly string[], employer: string | null, post: Post): Found<string> | null {
  const [piece] = pieces;
  if (piece === undefined || piece.length > longestTitle || /[。!?;]|\.$/u.test(piece)) return null;
  const line = lineOf(`职位: ${piece}`, post);
  const title = withoutEmployer(readTitles(line, readHead(line)), employer)?.value.main;
  if (title !== undefined) return within(found(title, title), pieces);
  return /\p{L}/u.test(piece) ? found(piece, piece) : null;
}

/** A name reads the same in either language, and a Chinese form is looked at before all else. */
function companyIn(pieces: readonly string[]): Found<string> | null {
  const [piece] = pieces;
  if (piece === undefined) return null;
  const line = lineOf(`公司: ${piece}`, { script: 'zh' });
  return within(readCompany(line, readHead(line)), pieces);
}

function placesIn(pieces: readonly string[], post: Post): Found<readonly string[]> | null {
  const line = lineOf(`地点: ${pieces.join('; ')}`, post);
  return within(readPlaces(line, readHead(line)), pieces);
}

function scopeIn(pieces: readonly string[], post: Post): Found<string> | null {
  const line = withoutExclusions(lineOf(`远程 (${pieces.join(', ')})`, post));
  return within(readScope(line, readHead(line)), pieces);
}

function skillsIn(pieces: readonly string[], post: Post): Found<readonly string[]> | null {
  return within(readSkills(lineOf(`技能: ${pieces.join(', ')}`, post)), pieces);
}

/** The pay in the clause around the piece, so that a figure keeps its other end and its `up to`. */
function salaryIn(
  pieces: readonly string[],
  currency: string,
  post: Post,
): Found<NonNullable<Opening['salary']>> | null {
  const [piece] = pieces;
  if (piece === undefined) return null;
  const clause = clauseAround(piece, post.text);
  if (!payWord.test(clause) && !money.test(clause)) return null;
  const line = lineOf(`薪资: ${clause}`, post);
  const read = readSalary({ ...line, text: post.text }, currency);
  const isMeant = read?.evidence.some((words) => words.includes(piece) || piece.includes(words));
  return isMeant === true ? read : null;
}

/** A currency, or a range in thousands; a figure with neither is pay only where words say so. */
const money =
  /[$€£¥₹元]|\b(?:USDT?|CNY|RMB|EUR|GBP|CHF|SGD|HKD|TWD|JPY|INR|AUD|CAD)\b|\d\s?[-–~至到]\s?\d+\s?[kKwW万千]/u;

const clauseEnd = /[\n。;]|,(?!\d)|\.\s/u;

function clauseAround(piece: string, text: string): string {
  const at = placeOf(piece, text) ?? 0;
  const before = text.slice(0, at).split(clauseEnd).at(-1) ?? '';
  const after = pieceAt(text.slice(at + piece.length).split(clauseEnd), 0);
  return before + piece + after;
}

/** A choice that the grammar does not read otherwise in its quote; where it reads nothing, the quote has to say something. */
function agreed<Value>(
  choice: { readonly is: Value; readonly quote: string } | null,
  read: (quote: Post) => Found<Value> | null,
  post: Post,
): Found<Value> | null {
  if (choice === null) return null;
  const { is, quote } = choice;
  const known = read(lineOf(quote, post));
  const isBacked = known === null ? saysSomething(quote) : known.value === is;
  return isBacked ? found(is, quote) : null;
}

/** A few words at least; Chinese ones are shorter. */
const saysSomething = (words: string): boolean => words.length >= (/\p{Script=Han}/u.test(words) ? 4 : 12);

/** Where the piece stands in the text with no word or figure cut in two at its ends; `null` where it does not. */
function placeOf(piece: string, text: string): number | null {
  for (let at = text.indexOf(piece); at !== -1; at = text.indexOf(piece, at + 1)) {
    if (!goesOn(text, at) && !goesOn(text, at + piece.length)) return at;
  }
  return null;
}

const halves =
  /[\p{Script=Latin}\d]\|[\p{Script=Latin}\d]|[\d零〇一二两三四五六七八九十百千万]\|[\d零〇一二两三四五六七八九十百千万]|\d[.,]\|\d|\d\|[.,]\d/u;

/** Whether a word or a figure goes on over this place of the text. */
const goesOn = (text: string, at: number): boolean =>
  halves.test(`${text.slice(Math.max(0, at - 2), at)}|${text.slice(at, at + 2)}`);
