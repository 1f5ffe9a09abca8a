// The lines of a post by what they look like: how each is set apart, what stands above it, and the words at its
// beginning. Lines that look alike say the same kind of thing.

import { type Item, listedAlone } from './job-items.ts';
import { beginning, isName } from './job-names.ts';
import type { Line, Post, Topic } from './structure.ts';

/** A line with what it looks like. */
export interface Row {
  readonly line: Line;
  /** Where it ends in the post. */
  readonly end: number;
  readonly at: number;
  /** What sets it apart at its beginning: `##`, `**`, `1.`, `-`; empty for a bare line. */
  readonly shape: string;
  /** Of a numbered line. */
  readonly number: number | null;
  readonly isHeading: boolean;
  /** The index of the heading above; -1 in the head. */
  readonly under: number;
  /** What that heading is about. */
  readonly section: Topic | null;
  /** Whether an empty line or a rule stands before it. */
  readonly isApart: boolean;
  readonly isRuled: boolean;
  /** What may be the name of a job. */
  readonly begins: string;
  /** The jobs that it lists, where it says nothing else; none of a line that names one. */
  readonly items: readonly Item[];
}

const headed = /^(?:#|\*\*|【|一$)/u;

/** Whether a line is set apart as headings are. */
export const isHeaded = ({ shape }: Pick<Row, 'shape'>): boolean => headed.test(shape);

/** Whether a line is set apart by a pictograph, which may be another for each line of a list. */
export const isPictured = ({ shape }: Pick<Row, 'shape'>): boolean =>
  /^\p{Extended_Pictographic}/u.test(shape);

/** Whether a line names an amount of pay. */
export const paid = /\d\s?[kKwW万](?!\w)|\$\s?\d/u;

/** Nobody reads further. */
const mostRows = 400;

export function rowsOf(post: Post): readonly Row[] {
  let under = -1;
  let section: Topic | null = null;
  let end = 0;
  return post.lines.slice(0, mostRows).map((line, at) => {
    const before = post.text.slice(end, line.start);
    const brackets = post.text.startsWith(line.text, line.start) ? 0 : 2;
    end = line.start + line.text.length + brackets;
    const mark = before.slice(before.lastIndexOf('\n') + 1);
    const shape = shapeOf(line, mark, post.text);
    const said = line.text.length > 1000 ? '' : (titleOf(line) ?? line.text);
    const begins = beginning(said);
    const isHeading = line.kind === 'heading' && (shape === '' ? !isName(begins) : headed.test(shape));
    const row = {
      line,
      end,
      at,
      shape,
      number: shape.startsWith('1') ? Number(/\d+/u.exec(mark)?.[0]) : null,
      isHeading,
      under,
      section,
      isApart: /\n\s*\n/u.test(before),
      isRuled: /\n[-=_*~]{2,}(?=\n)/u.test(before),
      begins,
      items: listedAlone(said, line.text.length - said.length),
    };
    if (isHeading) {
      under = at;
      section = line.section;
    }
    return row;
  });
}

/** What a form line says of the job: `职位:…`, `岗位一:…`. */
export const titleOf = ({ key, value, text }: Line): string | null =>
  key === 'title' && value !== ''
    ? value
    : (/^(?:岗位|职位|position|role|job)\s?[\d一二三四五六七八九十]{1,2}\s?:\s?(.+)$/iu.exec(text)?.[1] ??
      null);

function shapeOf(line: Line, before: string, text: string): string {
  const bullet = /^[>\s]*([*•●▪·○◦+-])\s/u.exec(before)?.[1];
  if (bullet !== undefined) return bullet;
  const mark = before.replaceAll(/[>\s]/gu, '');
  if (mark.startsWith('#')) return '#'.repeat(/^#+/u.exec(mark)?.[0].length ?? 1);
  if (mark.startsWith('**')) return /\d/u.test(mark) ? '**1' : '**';
  if (/^[一二三四五六七八九十]/u.test(mark)) return '一';
  if (line.kind === 'heading' && /^[【[「]/u.test(text.slice(line.start, line.start + 1))) return '【';
  if (/\d/u.test(mark)) return `1${mark.replaceAll(/[\d(*]/gu, '')}`;
  return mark.startsWith('*') ? '_' : (/^./u.exec(mark)?.[0] ?? '');
}
