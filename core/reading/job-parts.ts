// Which parts of a post are about which of its jobs: the line that names a job, with what stands under it, or an item
// of a list. It knows where the last part ends, and which lines name the same job twice.

import { pieceAt } from './found.ts';
import { jobLines, type Mark } from './job-lines.ts';
import { type JobList, jobLists } from './job-lists.ts';
import { bareName, longerName } from './job-names.ts';
import { isPictured, type Row, rowsOf } from './job-rows.ts';
import type { Post, Topic } from './structure.ts';

/** From and to, in the text of the post. */
export type Stretch = readonly [from: number, to: number];

/** A job of several, with the stretches of the text that are about it alone. */
export interface JobPart {
  readonly title: string;
  /** The name stands in the first of them. */
  readonly own: readonly Stretch[];
  /** A heading over it and others, which are not all. */
  readonly above: Stretch | null;
  /** What lines or lists of one kind have in common; lists are told from lines by it. */
  readonly family: string;
}

/** The jobs of lines and lists, in the order of the post; none where they cannot be told apart. */
export function jobParts(post: Post): readonly JobPart[] {
  const rows = rowsOf(post);
  const marks = jobLines(rows);
  const parts = marks.length > 0 ? lineParts(marks, rows) : jobLists(rows).flatMap(listParts);
  return oncePerJob(parts.map((part) => ({ ...part, text: textOf(part, post) })));
}

const textOf = ({ own }: JobPart, { text }: Post): string =>
  own.map(([from, to]) => text.slice(from, to)).join('\n');

const listParts = ({ row, label, items }: JobList): readonly JobPart[] =>
  items.map(({ title, from, to }) => {
    const { start } = row.line;
    const own: readonly Stretch[] = [
      [start + from, start + to],
      ...(label === 0 ? [] : [[start, start + label] as const]),
    ];
    return { title, own, above: null, family: 'list' };
  });

function lineParts(marks: readonly Mark[], rows: readonly Row[]): readonly JobPart[] {
  const leading = linesBefore(marks, rows);
  const starts = marks.map((mark) => (mark.family === 'form' ? mark.row.at - leading : mark.row.at));
  const parents = marks.map((mark) => headingOver(mark, marks, rows));
  const areGrouped = new Set(parents).size > 1;
  const titles = titlesOf(marks);
  return marks.flatMap((mark, index) => {
    const end = endOf(mark, index, marks, rows, starts[index + 1] ?? rows.length);
    const before = rows.slice(starts[index], mark.row.at).map(stretchOf);
    const parent = parents[index] ?? null;
    const last = (rows[end - 1] ?? mark.row).end;
    const part = {
      title: titles[index] ?? mark.title,
      own: [[mark.row.line.start, last] as const, ...before],
      above: areGrouped && parent !== null ? stretchOf(parent) : null,
      family: mark.family,
    };
    return mark.row.items.length === 0
      ? [part]
      : itemParts(part, mark.row, [[mark.row.end, last], ...before]);
  });
}

/** A line that lists jobs is a part for each; what stands under it is about them all. */
const itemParts = (part: JobPart, { line, items }: Row, common: readonly Stretch[]): readonly JobPart[] =>
  items.map(({ title, from, to }) => ({
    ...part,
    title,
    own: [[line.start + from, line.start + to], ...common],
  }));

const stretchOf = ({ line, end }: Row): Stretch => [line.start, end];

/** Names that several lines have in common, with what tells these lines apart: `Engineer - Frontend`, `Engineer: Storage`. */
function titlesOf(marks: readonly Mark[]): readonly string[] {
  return marks.map((mark) => {
    const isShared = marks.some((other) => other !== mark && other.title === mark.title);
    return isShared ? longerName(mark.row.line.text, mark.title) : mark.title;
  });
}

/** How many form lines stand before the name in every block of a form: `公司:…`, then `职位:…`. */
function linesBefore(marks: readonly Mark[], rows: readonly Row[]): number {
  const counts = marks
    .filter(({ family }) => family === 'form')
    .map(({ row }) => {
      const before = rows.slice(0, row.at).toReversed();
      // Blocks of a form are parted by an empty line.
      const first = before.findIndex((_, index) => rows[row.at - index]?.isApart !== false);
      return before.slice(0, first < 0 ? before.length : first).filter(({ line }) => line.key !== null)
        .length;
    });
  return new Set(counts).size === 1 ? (counts[0] ?? 0) : 0;
}

/** The heading over a mark that is none itself. */
function headingOver({ row }: Mark, marks: readonly Mark[], rows: readonly Row[]): Row | null {
  const isAbove = (one: Row): boolean =>
    row.shape.startsWith('#')
      ? one.shape.startsWith('#') && one.shape.length < row.shape.length
      : one.at === row.under;
  const found = rows.slice(0, row.at).findLast(isAbove);
  return found === undefined || marks.some((mark) => mark.row === found) ? null : found;
}

/** What stands under a job and is not about anything else. */
const ofJob: ReadonlySet<Topic | null> = new Set<Topic | null>(['duties', 'requirements', 'skills']);
/** What may be said of one job, and of all. */
const terms: ReadonlySet<Topic | null> = new Set<Topic | null>(['pay', 'place', 'remote', 'contract']);

/** The index of the row that the part of a mark ends before; `limit` is where the next one begins. */
function endOf(
  mark: Mark,
  index: number,
  marks: readonly Mark[],
  rows: readonly Row[],
  limit: number,
): number {
  const stop = rows.slice(mark.row.at + 1, limit).find((row) => isBeyond(row, mark))?.at ?? limit;
  if (marks[index + 1]?.family === mark.family && stop === limit) return limit;
  // The last of its kind goes on as far as the others do.
  const others = marks.flatMap((one, at) => {
    const next = marks[at + 1];
    return one.family === mark.family && next?.family === mark.family
      ? [rows.slice(one.row.at + 1, next.row.at)]
      : [];
  });
  if (others.every(({ length }) => length === 0)) return mark.row.at + 1;
  const said = new Set(others.flat().map(topicOf));
  const areJoined = !others.flat().some(({ isApart }) => isApart);
  const areUnruled = !others.flat().some(({ isRuled }) => isRuled);
  const isLike = (row: Row): boolean =>
    mark.row.shape !== '' && (row.shape === mark.row.shape || (isPictured(row) && isPictured(mark.row)));
  const areUnlike = !others.flat().some(isLike);
  const isElse = (row: Row): boolean => {
    const topic = topicOf(row);
    return (
      (topic !== null && !ofJob.has(topic) && !said.has(topic)) ||
      (areJoined && row.isApart) ||
      (areUnruled && row.isRuled) ||
      (areUnlike && isLike(row))
    );
  };
  return rows.slice(mark.row.at + 1, stop).find(isElse)?.at ?? stop;
}

const topicOf = ({ line, isHeading }: Row): Topic | null => (isHeading ? line.section : line.key);

/** A heading that stands above the job or beside it. */
function isBeyond(row: Row, { row: { shape } }: Mark): boolean {
  if (!row.isHeading) return false;
  if (row.shape.startsWith('#')) return !shape.startsWith('#') || row.shape.length <= shape.length;
  const { section } = row.line;
  return !ofJob.has(section) && !terms.has(section) && !/^(?:#|\*\*|一|【)/u.test(shape);
}

/**
 * Lines that name the same job are one part: the same line twice, or one in an overview and one above the details.
 */
function oncePerJob(parts: readonly (JobPart & { readonly text: string })[]): readonly JobPart[] {
  const jobs: (JobPart & { readonly text: string })[] = [];
  for (const part of parts) {
    const at = jobs.findIndex((job) => isSame(job, part));
    const job = jobs[at];
    const [first, second] = job?.family === part.family ? [job, part] : [part, job];
    if (job === undefined) jobs.push(part);
    else jobs[at] = { ...first, own: [...first.own, ...(second?.own ?? [])] };
  }
  return jobs;
}

const shapeOf = ({ family }: JobPart): string => pieceAt(family.split(' '), 0);

const isSame = (
  one: JobPart & { readonly text: string },
  other: JobPart & { readonly text: string },
): boolean =>
  shapeOf(one) === shapeOf(other)
    ? one.title === other.title && one.text === other.text
    : bareName(one.title) === bareName(other.title);
