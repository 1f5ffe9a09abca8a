// A post with several jobs read into one opening for each: what is said of it alone, and for the rest what is said of
// all. Every value keeps its evidence, in what of the post is not about the other jobs.

import { blankOpening, type OpeningField, openingFields } from '../opening.ts';
import { readFocus } from './focus.ts';
import { withHeadJobs } from './head-jobs.ts';
import { type JobPart, jobParts, type Stretch } from './job-parts.ts';
import { type Reading, readStructure } from './read.ts';
import { isRole } from './roles.ts';
import { readSkills } from './skills.ts';
import { type Post, structureOf } from './structure.ts';

/** One job of several. */
export interface Job {
  readonly reading: Reading;
  /** What of the post is not about the other jobs, in the form in which it was read. */
  readonly text: string;
}

/** Nobody hands in more at once. */
const mostJobs = 50;

/** Each job of a post that offers several, in its order; none where it offers one, or cannot be parted for sure. */
export function readJobs(text: string): readonly Job[] {
  const post = structureOf(text);
  const listed = jobParts(post);
  if (listed.length === 0) return [];
  const whole = readStructure(post);
  const parts = whole.isOpening ? withHeadJobs(listed, post, whole).slice(0, mostJobs) : [];
  if (parts.length < 2) return [];
  const ofAll = readShared(post, parts);
  const months = monthsOfAll(post, parts);
  const own = parts.map((part) => readPart(part, post, { place: ofAll.opening.locations[0], months }));
  // What only one job says was meant for all, and stands at the end of the last.
  const perJob = new Set(openingFields.filter((field) => own.filter((one) => says(one, field)).length > 1));
  return parts.map((part, index) => {
    const others = parts.filter((other) => other !== part).flatMap((other) => other.own);
    const ofJob = without(post.text, others, part.own);
    const readings = { own: own[index] ?? whole, ofAll, whole };
    const reading = joined((field) => sourcesOf(field, readings, perJob), ofJob);
    return { reading: { ...reading, doubts: doubtsOf(reading, readings) }, text: ofJob };
  });
}

/** Where it is said of all jobs how many salaries there are a year: `14薪`; each has its own pay beside it. */
function monthsOfAll({ text }: Post, parts: readonly JobPart[]): Stretch | null {
  const own = parts.flatMap((part) => part.own);
  const match = [...text.matchAll(/(?<!\d)1[3-9](?:[-~]\d{2})?薪/gu)].find(
    ({ index }) => !own.some(([from, to]) => from <= index && index < to),
  );
  return match === undefined ? null : [match.index, match.index + match[0].length];
}

const structureLike = (post: Post, text: string): Post => ({ ...structureOf(text), script: post.script });

const says = ({ evidence }: Reading, field: OpeningField): boolean => (evidence[field]?.length ?? 0) > 0;

/** What is said under the name of one job, and in the heading over it. */
function readPart(
  { title, own, above }: JobPart,
  post: Post,
  { place, months }: { readonly place: string | undefined; readonly months: Stretch | null },
): Reading {
  const stretches = [...own, above, months].filter((stretch) => stretch !== null);
  const text = stretches.map(([from, to]) => post.text.slice(from, to)).join('\n');
  // The name was cut out of bold text.
  const part = structureLike(post, text.replace(/^([^\n*]*)\*\*/u, '$1'));
  const { opening, evidence, doubts, ...reading } = readStructure(part, place);
  const focus = readFocus(part, title);
  const { company: _, ...others } = evidence;
  const namesCompany = part.lines.some(({ key, value }) => key === 'company' && value !== '');
  return {
    ...reading,
    opening: {
      ...opening,
      title,
      titles: [],
      company: namesCompany ? opening.company : null,
      focus: focus?.value ?? 'other',
    },
    evidence: {
      ...(namesCompany ? evidence : others),
      title: [title],
      titles: [],
      focus: focus?.evidence ?? [],
    },
    doubts: [
      ...doubts.filter((field) => !settledApart.has(field)),
      ...(isRole(title) ? [] : (['title'] as const)),
      ...(focus?.isDoubtful === true ? (['focus'] as const) : []),
    ],
  };
}

/** Name and focus are not those that the part was read with, and one job of several names few skills. */
const settledApart: ReadonlySet<OpeningField> = new Set<OpeningField>(['title', 'titles', 'focus', 'skills']);

interface Readings {
  readonly own: Reading;
  readonly ofAll: Reading;
  readonly whole: Reading;
}

/** The readings that may tell a field of one job, the most fitting first. */
function sourcesOf(
  field: OpeningField,
  { own, ofAll, whole }: Readings,
  perJob: ReadonlySet<OpeningField>,
): readonly Reading[] {
  const isPlaced = says(own, 'locations') && ofAll.opening.arrangement !== 'hybrid';
  const arranged = isStated(own) || isPlaced ? own : ofAll;
  switch (field) {
    case 'title':
    case 'titles':
    case 'focus':
      return [own];
    case 'company':
      return perJob.has(field) ? [own, ofAll] : [whole];
    case 'applyUrl':
    case 'contact':
      return perJob.has(field) ? [own, ofAll] : [whole, ofAll];
    case 'arrangement':
      return [arranged];
    case 'remoteScope':
      return arranged.opening.arrangement === 'remote' ? [own, ofAll] : [];
    case 'languageRequired':
      return own.opening.languageRequired === 'both' ? [own] : [ofAll, own];
    case 'locations':
    case 'salary':
    case 'insuranceBase':
    case 'contract':
    case 'skills':
      return [own, ofAll];
  }
}

/** Whether it is said how the work is done, not only where. */
const isStated = ({ opening: { title }, evidence: { arrangement, locations } }: Reading): boolean =>
  arrangement !== undefined &&
  JSON.stringify(arrangement) !== JSON.stringify(locations) &&
  // A distributed system is no distributed team.
  !arrangement.every((piece) => title?.includes(piece) === true);

/** A place of its own in a post of remote work may be where the work is done, or where the team is. */
function doubtsOf({ doubts }: Reading, { own, ofAll }: Readings): readonly OpeningField[] {
  const isUnclear = says(own, 'locations') && !isStated(own) && ofAll.opening.arrangement === 'remote';
  return isUnclear ? [...new Set<OpeningField>([...doubts, 'arrangement'])] : doubts;
}

/** Each field from the first of its sources that tells it by what stands in this text. */
function joined(sources: (field: OpeningField) => readonly Reading[], text: string): Reading {
  const told = openingFields.flatMap((field) => {
    const source = sources(field).find(
      (one) => says(one, field) && one.evidence[field]?.every((piece) => text.includes(piece)) === true,
    );
    return source === undefined ? [] : [{ field, source }];
  });
  const valuesOf = <Value>(value: (field: OpeningField, source: Reading) => Value) =>
    Object.fromEntries(told.map(({ field, source }) => [field, value(field, source)]));
  return {
    isOpening: true,
    opening: { ...blankOpening, ...valuesOf((field, { opening }) => opening[field]) },
    evidence: valuesOf((field, { evidence }) => evidence[field]),
    doubts: told.flatMap(({ field, source }) => (source.doubts.includes(field) ? [field] : [])),
  };
}

/** What is said of all jobs. What is asked for counts where the post says that it is asked for, for want of a name. */
function readShared(post: Post, parts: readonly JobPart[]): Reading {
  const areListed = parts.some(({ family }) => family === 'list');
  const shared = without(
    post.text,
    parts.flatMap(({ own }) => own),
    [],
  );
  const names = parts.map(({ title }) => title).filter((title) => title.length >= shortestName);
  const structure = structureLike(
    post,
    names.reduce((text, name) => text.replaceAll(name, ' '), shared),
  );
  // Demands that stand apart from a list may be those of one of its jobs.
  const demands = structure.lines.filter(
    ({ key, section }) =>
      (key ?? section) === 'skills' || (!areListed && (key ?? section) === 'requirements'),
  );
  const skills = readSkills({ ...structure, lines: demands });
  const { opening, evidence, ...reading } = readStructure(structure);
  return {
    ...reading,
    opening: { ...opening, skills: skills?.value ?? [] },
    evidence: { ...evidence, skills: skills?.evidence ?? [] },
  };
}

/** In characters; shorter ones stand in other words too. */
const shortestName = 5;

/** The text without these stretches, but for those that are kept in any case; their markup goes along. */
function without(text: string, cut: readonly Stretch[], kept: readonly Stretch[]): string {
  let rest = '';
  let at = 0;
  for (const stretch of cut.toSorted(([one], [other]) => one - other)) {
    if (kept.some(([start, end]) => start <= stretch[0] && stretch[1] <= end)) continue;
    const [from, to] = withMarkup(text, stretch);
    rest += text.slice(at, Math.max(at, from));
    at = Math.max(at, to);
    // Of a list a separator goes along.
    if (/[、,;|/:]\s?$/u.test(rest)) at += /^\s?[、,;|/]\s?/u.exec(text.slice(at, at + 3))?.[0].length ?? 0;
  }
  return (rest + text.slice(at))
    .replaceAll(/^[、,;|/:]\n/gmu, '')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim();
}

/** The whole lines, where nothing else is said in them. */
function withMarkup(text: string, [from, to]: Stretch): Stretch {
  const begin = text.lastIndexOf('\n', from - 1) + 1;
  const next = text.indexOf('\n', to);
  const end = next < 0 ? text.length : next;
  const isAll = !/\p{L}/u.test(text.slice(begin, from)) && !/[\p{L}\d]/u.test(text.slice(to, end));
  return isAll ? [begin, Math.min(end + 1, text.length)] : [from, to];
}
