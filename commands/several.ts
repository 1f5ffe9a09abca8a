// The jobs of one post: chosen from a numbered list, a page at a time, before they are handed in together; and judged, a
// line each. The best fit comes first, and what fits is chosen unless somebody says otherwise.

import { isDeepStrictEqual } from 'node:util';

import { fits } from '../core/matching.ts';
import { blankOpening, type Opening, type OpeningField, openingFields } from '../core/opening.ts';
import type { Job } from '../core/reading/several.ts';
import type { Action, Block, Text, View } from '../core/view.ts';
import type { Draft, Drafted, DraftJob, JobChoice, NewDraftJob } from '../storage/drafts.ts';
import type { StoredOpening } from '../storage/stored-opening.ts';
import type { Context } from './context.ts';
import { duplicatesOf, sure } from './duplicates.ts';
import { verdictOn } from './judging.ts';
import { openingFacts, openingLine, toldBy } from './opening-view.ts';
import { apart, bold, button } from './say.ts';
import { UserError } from './user-error.ts';

/** As many as two rows of buttons hold on every platform. */
const pageSize = 8;

/** The post of a draft that has no id yet, and shares its jobs with no other. */
const unbegun = 0;

/** The page on which a job stands; both count from 1. */
export const pageOf = (n: number): number => Math.ceil(n / pageSize);

/** The jobs as a draft begins with them: what fits is in, unless the caller handed it in already. */
export async function jobsToChoose(jobs: readonly Job[], context: Context): Promise<readonly NewDraftJob[]> {
  const drafted: NewDraftJob[] = [];
  for (const { reading, text } of bestFirst(jobs, context)) {
    const { opening, evidence, doubts, isOpening } = reading;
    const twin = sure(await duplicatesOf({ opening, text, postId: unbegun }, context))[0];
    const isOwn = twin !== undefined && (await isReferrer(twin, context));
    const choice = verdictOn(opening, context).fit === 'poor' || isOwn ? 'out' : 'in';
    drafted.push({ opening, evidence, doubts, text, asRead: { isOpening, opening }, choice });
  }
  return drafted;
}

function bestFirst(jobs: readonly Job[], context: Context): readonly Job[] {
  const judged = jobs.map((job) => ({ job, ...verdictOn(job.reading.opening, context) }));
  return judged
    .toSorted((one, other) => fits.indexOf(one.fit) - fits.indexOf(other.fit) || other.score - one.score)
    .map(({ job }) => job);
}

async function isReferrer({ id }: StoredOpening, { house, caller }: Context): Promise<boolean> {
  const referrers = await house.store.openings.referrers(id);
  return referrers.some(({ personId }) => personId === caller.personId);
}

/** One page of the list, with what is said of all jobs above it. */
export async function jobList(draft: Draft, page: number, context: Context): Promise<View> {
  const { words } = context;
  const { id, jobs } = draft;
  const pages = pageOf(jobs.length);
  const shown = jobs.slice((page - 1) * pageSize, page * pageSize);
  if (shown.length === 0) throw new UserError((messages) => messages.openings.pastEnd(pages));
  const lines: Text[] = [];
  for (const job of shown) lines.push(await jobLine(draft, job, context));
  const isUnsure = jobs.some((job) => doubtOf(job, jobs)) || sharedDoubts(jobs).length > 0;
  const isNothing = jobs.every(({ choice }) => choice === 'out');
  const fitsNone = jobs.every(({ opening }) => verdictOn(opening, context).fit === 'poor');
  return {
    kind: 'view',
    title: words.several.title(jobs.length),
    blocks: [
      ...sharedFacts(jobs, context),
      { kind: 'list', items: lines, ordered: true, first: shown[0]?.n ?? 1 },
      ...(pages === 1 ? [] : [{ kind: 'text', text: [words.openings.page(page, pages)] } as const]),
      hint(isNothing ? words.several.noneTicked(fitsNone) : words.several.how),
      ...(isUnsure ? [hint(words.several.doubtful)] : []),
    ],
    actions: [...wholeButtons(draft, page, pages, context), ...jobButtons(id, shown, context)],
    private: true,
  };
}

const hint = (text: string): Block => ({ kind: 'text', text: [{ text, style: 'italic' }] });

/** For all jobs, and to the other pages. */
function wholeButtons(
  { id, jobs }: Draft,
  page: number,
  pages: number,
  { words }: Context,
): readonly Action[] {
  const chosen = jobs.filter(({ choice }) => choice !== 'out').length;
  const turn = (label: string, to: number) => button(label, 'draft', { id, page: to });
  return [
    ...(chosen === 0
      ? []
      : button(words.several.confirm(chosen), 'draft', { id, action: 'confirm' }, 'primary')),
    ...(chosen === 0
      ? button(words.several.all, 'draft', { id, action: 'all' })
      : button(words.several.none, 'draft', { id, action: 'none' })),
    ...(pages === 1 ? button(words.several.correctAll, 'draft', { id, action: 'edit' }) : []),
    ...(page > 1 ? turn(words.openings.previous, page - 1) : []),
    ...(page < pages ? turn(words.openings.next, page + 1) : []),
    ...button(words.draft.cancel, 'draft', { id, action: 'cancel' }, 'danger'),
  ];
}

const isIn = (choice: JobChoice): boolean => choice !== 'out';
const box = (choice: JobChoice): string => (isIn(choice) ? '☑' : '☐');

function jobButtons(id: number, shown: readonly DraftJob[], { words }: Context): readonly Action[] {
  return [
    ...apart(
      shown.flatMap(({ n, choice }) =>
        button(`${box(choice)} ${n}`, 'draft', { id, action: isIn(choice) ? 'untick' : 'tick', n }),
      ),
    ),
    ...apart(shown.flatMap(({ n }) => button(words.several.look(n), 'draft', { id, n }))).map(
      (action, index) => (index === 0 ? action : { ...action, spare: true }),
    ),
  ];
}

async function jobLine(draft: Draft, job: DraftJob, context: Context): Promise<Text> {
  const { words } = context;
  const [twin] = sure(await duplicatesOf({ ...job, postId: draft.id }, context));
  const isKnown = twin !== undefined && job.choice !== 'apart';
  return [
    `${box(job.choice)} `,
    ...openingLine(withoutShared(job, draft.jobs), context),
    ...(doubtOf(job, draft.jobs) ? [words.draft.mark] : []),
    ` · ${words.fits[verdictOn(job.opening, context).fit]}`,
    ...(isKnown ? [' · ', bold(words.several.sameAs(twin.id, await isReferrer(twin, context)))] : []),
  ];
}

type Known = Pick<Drafted, 'opening' | 'doubts'>;

/** What is the same for every job is said once, above the list. */
const shareable = ['company', 'locations', 'salary', 'applyUrl', 'contact'] as const;
/** What the line of a job tells otherwise, besides its title. */
const inLine = ['company', 'locations', 'salary'] as const;

const isSame = (field: OpeningField, jobs: readonly Known[]): boolean =>
  jobs.every(({ opening }) => isDeepStrictEqual(opening[field], jobs[0]?.opening[field]));

const isShared = (field: (typeof shareable)[number], jobs: readonly Known[]): boolean =>
  toldBy(field).every((one) => isSame(one, jobs));

/** What all jobs have in common, as an opening of its own. */
export function inCommon(jobs: readonly Known[]): Known {
  const same = openingFields.filter((field) => isSame(field, jobs));
  const shared = Object.fromEntries(same.map((field) => [field, jobs[0]?.opening[field]]));
  return {
    opening: { ...blankOpening, ...shared },
    doubts: same.filter((field) => jobs.some(({ doubts }) => doubts.includes(field))),
  };
}

function sharedFacts(jobs: readonly Known[], context: Context): readonly Block[] {
  const [first] = jobs;
  if (first === undefined) return [];
  const shared = shareable.filter((field) => isShared(field, jobs));
  const facts = openingFacts(first.opening, context, false, sharedDoubts(jobs), shared);
  return facts.kind === 'facts' && facts.facts.length > 0 ? [facts] : [];
}

/** What is uncertain of what is the same for every job. */
const sharedDoubts = (jobs: readonly Known[]): readonly OpeningField[] =>
  shareable
    .filter((field) => isShared(field, jobs))
    .flatMap(toldBy)
    .filter((field) => jobs.some(({ doubts }) => doubts.includes(field)));

/** Whether something is uncertain that the line of a job tells. */
const doubtOf = ({ doubts }: Known, jobs: readonly Known[]): boolean =>
  ['title' as const, ...inLine.filter((field) => !isShared(field, jobs)).flatMap(toldBy)].some((field) =>
    doubts.includes(field),
  );

const withoutShared = ({ opening }: Known, jobs: readonly Known[]): Opening => ({
  ...opening,
  ...Object.fromEntries(
    inLine
      .filter((field) => isShared(field, jobs))
      .flatMap(toldBy)
      .map((field) => [field, blankOpening[field]]),
  ),
});

/** A verdict for each job in a line. */
export function judgedJobs(jobs: readonly Job[], context: Context): View {
  const { words } = context;
  const ordered = bestFirst(jobs, context).map(({ reading }) => reading);
  return {
    kind: 'view',
    title: words.several.title(jobs.length),
    blocks: [
      ...sharedFacts(ordered, context),
      {
        kind: 'list',
        items: ordered.map((job): Text => {
          const { fit, score, best } = verdictOn(job.opening, context);
          return [
            ...openingLine(withoutShared(job, ordered), context),
            ...(doubtOf(job, ordered) ? [words.draft.mark] : []),
            ` · ${words.verdict.title(fit, score, best)}`,
          ];
        }),
        ordered: true,
      },
    ],
    private: true,
  };
}
