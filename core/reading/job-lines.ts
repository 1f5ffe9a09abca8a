// The lines of a post that each name a job of their own: headings, items, form lines and bare lines that look alike.
// It knows how alike they have to be for nothing else to be taken for a job.

import { isName, isSibling, isStacked } from './job-names.ts';
import { isHeaded, isPictured, paid, type Row, titleOf } from './job-rows.ts';
import type { Topic } from './structure.ts';
import { cutAtHiring, isVague } from './title-text.ts';

/** A row that names a job, among rows of its kind. */
export interface Mark {
  readonly row: Row;
  readonly title: string;
  /** Those of one kind have the same. */
  readonly family: string;
}

const foreign: ReadonlySet<Topic | null> = new Set<Topic | null>([
  'duties',
  'requirements',
  'skills',
  'benefits',
  'process',
  'about',
  'contact',
]);
/** A heading over everything that a form says of its jobs: `岗位要求、职责`. */
const ofAll = /要求.{0,6}职责|职责.{0,6}要求/u;
/** A heading over jobs and nothing else. */
const overJobs = /职位|岗位|实习|社招|校招|招聘|positions|roles|openings|jobs|hiring/iu;

/** The rows that name jobs, in the order of the post; of less than two names there are none. */
export function jobLines(rows: readonly Row[]): readonly Mark[] {
  const forms = formMarks(rows);
  const headings = [
    ...forms,
    ...families(
      rows.filter((row) => isHeaded(row) && forms.every((mark) => mark.row !== row)),
      ({ shape }) => shape,
    ).flatMap((one) => headingMarks(one, rows)),
  ];
  const heads = new Set(headings.map(({ row }) => row.at));
  const isLoose = (row: Row): boolean => !isHeaded(row) && !heads.has(row.under) && !heads.has(row.at);
  const isFree = ({ under, section, line }: Row): boolean =>
    (!foreign.has(section) && line.section !== 'about') || ofAll.test(rows[under]?.line.text ?? '');
  const loose = rows.filter((row) => row.shape !== '' && isLoose(row));
  const items = families(loose, kindOver(loose)).flatMap((one) => itemMarks(one, rows, isFree));
  const bare = bareMarks(
    rows.filter((row) => row.shape === '' && isLoose(row)),
    isFree,
  );
  const marks = [...headings, ...items, ...bare].toSorted((one, other) => one.row.at - other.row.at);
  return isSeveral(marks) ? marks : [];
}

const families = (rows: readonly Row[], kind: (row: Row) => string): readonly (readonly Row[])[] => [
  ...Map.groupBy(rows, kind).values(),
];

/** What the rows of one kind have in common: their shape, or a pictograph where each job has one of its own. */
function kindOver(rows: readonly Row[]): (row: Row) => string {
  const named = rows.filter((row) => isPictured(row) && isNamed(row) && cutAtHiring(row.begins) === null);
  const own = Map.groupBy(named, ({ shape }) => shape);
  return ({ shape }) => (own.get(shape)?.length === 1 ? 'pictograph' : shape);
}

const isSeveral = (marks: readonly Mark[]): boolean => new Set(marks.map(({ title }) => title)).size > 1;

const markOf = (row: Row, family: string): Mark => ({ row, title: row.begins, family });

/** A row that begins with a name; a key of its own is one only in Latin letters: `Platform Engineer: Kubernetes`. */
const isNamed = ({ begins, line, items }: Row): boolean =>
  (isName(begins) || items.length > 0 || (isStacked(begins) && paid.test(line.text))) &&
  (line.key === null || line.key === 'title' || /[A-Za-z)]$/u.test(begins));

/** Form lines, `职位：…`, and lines numbered as these are. */
function formMarks(rows: readonly Row[]): readonly Mark[] {
  const keyed = rows.filter(
    ({ line, begins, items }) => titleOf(line) !== null && (isName(begins) || items.length > 0),
  );
  const shapes = new Set(keyed.map(({ shape }) => shape).filter((shape) => shape !== ''));
  const numbered = rows.filter((row) => !keyed.includes(row) && shapes.has(row.shape) && isNamed(row));
  const marks = [...keyed, ...numbered].map((row) => markOf(row, 'form'));
  return isSeveral(marks.filter(({ row }) => keyed.includes(row))) ? marks : [];
}

/** Headings that name jobs, and others of their shape under which the same is said. */
function headingMarks(family: readonly Row[], rows: readonly Row[]): readonly Mark[] {
  const shape = family[0]?.shape ?? '';
  const isJob = (row: Row) => isName(row.begins) && (isNamed(row) || row.shape.startsWith('**'));
  // `【产品】` right above a name is the group that the job belongs to.
  const isGroup = (row: Row) => isVague(row.begins) && rows.slice(row.at + 1, row.at + 2).some(isNamed);
  const named = family.filter((row) => isJob(row) && !isGroup(row));
  if (named.length === 0) return [];
  const topics = new Set(named.flatMap((row) => [...topicsUnder(row, rows)]));
  const marks = family.filter((row) => {
    if (named.includes(row)) return true;
    if (isGroup(row)) return false;
    const own = topicsUnder(row, rows);
    return (
      row.line.section === null &&
      isSibling(row.begins) &&
      topics.size > 0 &&
      [...topics].every((topic) => own.has(topic))
    );
  });
  const found = marks.map((row) => markOf(row, shape));
  return isSeveral(found) ? found : [];
}

/** Of duties and requirements, which are said before the next heading of this shape; and whether pay stands on the line. */
function topicsUnder(row: Row, rows: readonly Row[]): ReadonlySet<string> {
  const found = new Set<string>(paid.test(row.line.text) ? ['paid'] : []);
  for (const next of rows.slice(row.at + 1)) {
    if (next.shape === row.shape && next.isHeading) break;
    const { key, section, kind } = next.line;
    const topic = kind === 'heading' ? section : key;
    if (topic === 'duties' || topic === 'requirements') found.add(topic);
  }
  return found;
}

/** Items of which most name jobs, with those between them that may; all of them where the heading says so. */
function itemMarks(
  family: readonly Row[],
  rows: readonly Row[],
  isFree: (row: Row) => boolean,
): readonly Mark[] {
  const sections = numberedSections(family, rows);
  if (sections.length > 1) return sections;
  return runsOf(family, rows).flatMap((run) => {
    const named = run.filter(isNamed);
    const heading = rows[run[0]?.under ?? -1];
    const isOver =
      heading !== undefined && overJobs.test(heading.line.text) && !foreign.has(heading.line.section);
    const isPure = named.length === run.length && named.length > 1 && run.slice(0, 1).every(mayBegin(isFree));
    const isMost = named.length > 1 && named.length * 2 >= run.length && run.every(isFree);
    if (!isPure && !isMost && !(isOver && named.length > 0 && named.length * 4 >= run.length)) return [];
    const jobs = run.filter((row) => named.includes(row) || canBeSibling(row));
    const marks = jobs.map((row) => markOf(row, `${run[0]?.shape} ${run[0]?.at}`));
    return isSeveral(marks) ? marks : [];
  });
}

/** Numbered in their order, and each with duties or demands below, be these numbered in the same way. */
function numberedSections(family: readonly Row[], rows: readonly Row[]): readonly Mark[] {
  const named = family.filter(isNamed);
  const isInOrder = named.every(({ number }, index) => number === index + 1);
  const areSections = named.every((row, index) => {
    const under = rows.slice(row.at + 1, named[index + 1]?.at);
    return under.some(({ line: { key, section, kind } }) =>
      ['duties', 'requirements'].includes((kind === 'heading' ? section : key) ?? ''),
    );
  });
  return isInOrder && areSections ? named.map((row) => markOf(row, `${row.shape} sections`)) : [];
}

/** `Looking for:` stands above demands, and above jobs. */
const mayBegin =
  (isFree: (row: Row) => boolean) =>
  (row: Row): boolean =>
    isFree(row) || (row.section === 'requirements' && /^[\w\s/&()+-]+$/u.test(row.begins));

const canBeSibling = ({ begins, line }: Row): boolean =>
  line.key === null && isSibling(begins) && !/[:：]\W*$/u.test(line.text);

/** Items one after the other; what stands between them may be about the item before, unless a heading does. */
function runsOf(family: readonly Row[], rows: readonly Row[]): readonly (readonly Row[])[] {
  const runs: Row[][] = [];
  for (const row of family) {
    const last = runs.at(-1)?.at(-1);
    const between = last === undefined ? [] : rows.slice(last.at + 1, row.at);
    const isBroken =
      last === undefined ||
      between.some(
        ({ isHeading, line, shape }) =>
          isHeading &&
          (shape.startsWith('#') || !(line.section === 'duties' || line.section === 'requirements')),
      ) ||
      (isNamed(row) !== isNamed(last) && between.some(({ shape }) => shape === '' || shape === '_'));
    if (isBroken) runs.push([row]);
    else runs.at(-1)?.push(row);
  }
  return runs;
}

/** Bare lines say little of themselves: such a line begins with the name, and stands alone, or free of other topics. */
function bareMarks(family: readonly Row[], isFree: (row: Row) => boolean): readonly Mark[] {
  const named = family.filter((row) => {
    const start = row.line.text.indexOf(row.begins);
    const rest = row.line.text.slice(start + row.begins.length);
    const isTold = /^[\s:]*$/u.test(rest) || paid.test(rest);
    const isWritten = /^\P{Ll}|\p{Script=Han}/u.test(row.begins);
    const isGroup = isVague(row.begins) && row.line.text.endsWith(':');
    return (
      isNamed(row) &&
      !isGroup &&
      start <= 12 &&
      (row.at > 0 || (paid.test(rest) && cutAtHiring(row.begins) === null)) &&
      (isFree(row) || isTold) &&
      isWritten
    );
  });
  const marks = family
    .filter((row) => named.includes(row) || isBetween(row, named))
    .map((row) => markOf(row, ''));
  return isSeveral(named.map((row) => markOf(row, ''))) ? marks : [];
}

/** So many bare lines are a list, which may hold other words too. */
const longList = 8;

/** Right between two that name jobs, in a long list, or with pay or a link as these have. */
const isBetween = (row: Row, named: readonly Row[]): boolean =>
  canBeSibling(row) &&
  /^[\p{L}\d](?:(?!\. |。).)*$/u.test(row.line.text) &&
  [row.at - 1, row.at + 1].every((at) => named.some((one) => one.at === at)) &&
  (named.length >= longList || paid.test(row.line.text) || row.line.text.includes('http'));
