// The jobs that the head of a post names, where lines and lists below name others. It knows when those are offered
// beside it, and when they only speak of colleagues, of ranks to come, of whom one reports to.

import { titleKey } from '../vocabulary/title-words.ts';
import { isName } from './job-names.ts';
import type { JobPart, Stretch } from './job-parts.ts';
import type { Reading } from './read.ts';
import { withoutRank } from './roles.ts';
import type { Line, Post, Topic } from './structure.ts';
import { alsoHiring } from './words.ts';

/** The parts as they are where the head's job is among them, else with it before them; none where it is the only one. */
export function withHeadJobs(parts: readonly JobPart[], post: Post, whole: Reading): readonly JobPart[] {
  const first = Math.min(...parts.flatMap(({ own }) => own.slice(0, 1).map(([from]) => from)));
  const named = namedInHead(post, whole, first);
  const isAmong = parts.some((part) => named.some(({ title }) => mayBeSame(title, part.title)));
  if (named.length === 0 || isAmong) return parts;
  if (!areOffered(post, first)) return [];
  const taken = parts.flatMap(({ own }) => own);
  const about = named.length > 1 ? [] : [...payOf(post, whole, first), ...linesOf(post, taken)];
  return [
    ...named.map(({ title, at }) => ({
      title,
      own: [[at, at + title.length] as const, ...about],
      above: null,
      family: 'head',
    })),
    ...parts,
  ];
}

interface Named {
  readonly title: string;
  readonly at: number;
}

/** The jobs of the first lines, or of the form above the others, as far as they are beyond doubt and no collective. */
function namedInHead(post: Post, { opening, doubts }: Reading, before: number): readonly Named[] {
  const { title, titles } = opening;
  if (title === null || doubts.includes('title') || !isName(title) || collective.test(title)) return [];
  const line = post.lines.find(
    ({ key, start, text }, index) => (index < 2 || key === 'title') && start < before && text.includes(title),
  );
  if (line === undefined) return [];
  return [title, ...titles.filter((one) => one !== title)].flatMap((one) => {
    const at = post.text.indexOf(one, line.start);
    return at < 0 || at + one.length > Math.min(before, line.start + line.text.length)
      ? []
      : [{ title: one, at }];
  });
}

/** `Software engineer(s)`, `Senior & Staff Engineers`: jobs of which the list below may name each. */
const collective = /(?:ers|ors|ists|sts|ts|s\))(?:\s?\(.*\))?$|[&、,]/iu;

/** Whether two names have a word in common that tells jobs apart, or too few of them to tell. */
function mayBeSame(one: string, other: string): boolean {
  const [words, others] = [one, other].map((name) => titleKey(withoutRank(name)).split(' '));
  return words?.some((word) => word === '' || others?.includes(word)) === true || others?.[0] === '';
}

const more =
  /\b(?:hiring|recruiting|looking for|seeking|roles|positions|openings|vacancies|jobs)\b|招|岗位|职位|内推/iu;
const isMore = (text: string): boolean => alsoHiring.test(text) || more.test(text);

/** Whether the words over a list, or before it in its line, say that more jobs are offered. */
function areOffered({ lines }: Post, first: number): boolean {
  const at = lines.findLastIndex(({ start }) => start <= first);
  const line = lines[at];
  const over = lines.slice(0, at).findLast(({ kind, text }) => kind === 'heading' || /[:：]$/u.test(text));
  const before = line?.text.slice(0, first - line.start) ?? '';
  return isMore(before) || (over !== undefined && over !== lines[0] && isMore(over.text));
}

/** The pay that stands before the list. */
const payOf = ({ text }: Post, { evidence }: Reading, before: number): readonly Stretch[] =>
  (evidence.salary ?? []).flatMap((piece) => {
    const at = text.indexOf(piece);
    return at < 0 || at + piece.length > before ? [] : [[at, at + piece.length] as const];
  });

const ofJob: ReadonlySet<Topic | null> = new Set<Topic | null>(['duties', 'requirements', 'skills']);

/** The lines about duties and demands, each run in one stretch, that are of none of the others. */
function linesOf({ lines }: Post, taken: readonly Stretch[]): readonly Stretch[] {
  const isOwn = ({ key, section, start, text }: Line): boolean =>
    ofJob.has(key ?? section) && !taken.some(([from, to]) => from < start + text.length && start < to);
  const runs: [number, number][] = [];
  for (const [index, line] of lines.entries()) {
    if (!isOwn(line)) continue;
    const last = runs.at(-1);
    const before = lines[index - 1];
    const end = line.start + line.text.length;
    if (last !== undefined && before !== undefined && isOwn(before)) last[1] = end;
    else runs.push([line.start, end]);
  }
  return runs;
}
