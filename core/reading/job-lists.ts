// The jobs that one line lists: `岗位：算法、后端、测试`, `Mobile Engineers, Engineering Managers`, `1. 算法 30k 2. 后端 20k`.
// It knows how sure it has to be by what stands before the list: a label, a verb of hiring, the head of the post.

import { pieceAt } from './found.ts';
import {
  type Item,
  isNamed,
  isNamedOrMay,
  isSure,
  itemOf,
  itemsOf,
  listed,
  listEnd,
  piecesOf,
} from './job-items.ts';
import { isName, isPerson } from './job-names.ts';
import { paid, type Row } from './job-rows.ts';
import type { Topic } from './structure.ts';
import { alsoHiring } from './words.ts';

export interface JobList {
  readonly row: Row;
  /** How much of the line stands before the list and is about all of it: `base北京`. */
  readonly label: number;
  readonly items: readonly Item[];
}

/** The lists that together name the jobs of a post, or the one job that it offers beside that of its head. */
export function jobLists(rows: readonly Row[]): readonly JobList[] {
  const labelled = rows.flatMap((row) => labelledList(row, rows) ?? []);
  if (labelled.flatMap(({ items }) => items).length > 1) return labelled;
  const plain = rows
    .filter(({ section, line }) => !ofOneJob.has(section) || alsoHiring.test(line.text))
    .slice(0, 60);
  const lines = plain.flatMap((row) => alone(row, rows) ?? []);
  if (lines.length > 0) return lines;
  for (const source of [numbered, headed, wanted, another]) {
    const found = plain.map(source).find((list) => list !== null);
    if (found !== undefined && found !== null) return [found];
  }
  return [];
}

const ofOneJob: ReadonlySet<Topic | null> = new Set<Topic | null>(['duties', 'requirements']);
const overJobs = /职位|岗位|positions|roles|openings/iu;

/** `热招岗位:A、B`; under a heading over jobs also `技术类:A、B`, and wherever it stands `base北京:A、B`. */
function labelledList(row: Row, rows: readonly Row[]): JobList | null {
  const { line, section, under } = row;
  const [whole, label = '', value = ''] = /^([^:]{1,24}):\s?(.+)$/u.exec(line.text.slice(0, 600)) ?? [];
  if (whole === undefined || /^https?:/u.test(value)) return null;
  const isOverJobs = (section === null || section === 'title') && overJobs.test(rows[under]?.line.text ?? '');
  const isLabelled = alsoHiring.test(label) || (line.key === null && overJobs.test(label));
  const isTold = line.key === 'title' || isOverJobs || isLabelled;
  if (!isTold && !/^base|^远程|^坐标/iu.test(label)) return null;
  const from = whole.length - value.length;
  const items = listed(value, from);
  const isList = isTold
    ? items.length > 1 && items.some(isNamed) && items.every(isNamedOrMay)
    : items.length > 0 && items.every(isNamed);
  return isList ? { row, label: line.key === 'title' ? 0 : label.length, items } : null;
}

/** A line of nothing but jobs, with pay behind each, or right under the name of their group: `技术类:`, then `A、B`. */
function alone(row: Row, rows: readonly Row[]): JobList | null {
  const { items, line, at } = row;
  const above = rows[at - 1];
  const isGroup = above !== undefined && (above.isHeading || /[:：]$/u.test(above.line.text));
  const arePaid = items.every(({ from, to }) => paid.test(line.text.slice(from, to)));
  return items.length > 1 && (isGroup || arePaid) ? { row, label: 0, items } : null;
}

/** Items numbered within one line, from the first on. */
function numbered(row: Row): JobList | null {
  if (row.line.key === 'about' || row.line.key === 'process') return null;
  const text = row.line.text.slice(0, 2000);
  const numbers = [...text.matchAll(/(?:^|[\s:;,)])\(?(\d{1,2})[.、)]\s?(?!\d)/gu)].map((match) => ({
    number: Number(match[1]),
    from: match.index,
    to: match.index + match[0].length,
  }));
  const starts = row.shape.startsWith('1') ? [{ number: 1, from: 0, to: 0 }, ...numbers] : numbers;
  const inOrder = starts.filter(({ number }, index) => number === index + 1);
  if (inOrder.length < 2 || inOrder.length < starts.length) return null;
  const items = inOrder.map(({ to }, index) =>
    itemOf(pieceAt(text.slice(to, inOrder[index + 1]?.from).split(listEnd), 0), to),
  );
  const isList = items.filter(isNamed).length * 2 >= items.length && items.every(isNamedOrMay);
  return isList ? { row, label: 0, items } : null;
}

/** A head that lists jobs, or a cell of it; or a line below whose cells all are jobs. */
function headed(row: Row): JobList | null {
  if (row.at > 3) return null;
  const text = row.line.text.slice(0, 600);
  const cells = piecesOf(text, /\s?[|｜]\s?/u);
  const whole = itemsOf(cells, 0);
  const areJobs = whole.length > 1 && whole.every(isNamed);
  // The first cell of an English head is the employer, whatever its name.
  if (areJobs && (row.at > 0 || /\p{Script=Han}/u.test(text))) return { row, label: 0, items: whole };
  if (row.at > 0) return null;
  for (const cell of cells.filter((one) => one.text.search(hires) < 0)) {
    const items = listed(cell.text, cell.from);
    if (isSure(items)) return { row, label: 0, items };
  }
  return null;
}

const hires =
  /(?:诚聘|急聘|招聘|急招|诚招|招募|直招|诚邀|寻找|内推|(?:is|are|.re|now|currently) hiring|looking for|seeking|hiring|openings? for)[\s:]*/giu;

/** A post says soon whom it wants. */
const mostVerbs = 5;

/** A sentence that says who is wanted. */
function wanted(row: Row): JobList | null {
  const text = row.line.text.slice(0, 1000);
  for (const match of [...text.matchAll(hires)].slice(0, mostVerbs)) {
    const from = match.index + match[0].length;
    const after = listed(pieceAt(text.slice(from).split(/[。!！?？]|\.\s/u), 0), from);
    if (isSure(after)) return { row, label: 0, items: after };
    const before = listed(text.slice(0, match.index).trimEnd(), 0);
    if (row.at === 0 && isSure(before)) return { row, label: 0, items: before };
  }
  return null;
}

/** `We're also looking for a Data Engineer.` */
function another(row: Row): JobList | null {
  const text = row.line.text.slice(0, 1000);
  const match = alsoHiring.exec(text);
  if (match === null) return null;
  const before = text.slice(0, match.index + match[0].length);
  const after =
    /^[聘募\s:]*([^。!！?？]*?)(?:$|[。!！?？]|\.(?:\s|$))/u.exec(text.slice(before.length))?.[1] ?? '';
  const items = listed(after, text.indexOf(after, before.length));
  return items.length === 1 && items.every(({ title }) => isName(title) && isPerson(title))
    ? { row, label: 0, items }
    : null;
}
