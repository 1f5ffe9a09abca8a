// /draft: what becomes of a post that was read: it is looked at, corrected, chosen from where it holds several jobs,
// and confirmed or dropped.

import type { Form, Reply, View } from '../core/view.ts';
import type { Draft, Drafted } from '../storage/drafts.ts';
import { command, type Values } from './command.ts';
import { type Context, seekersOf } from './context.ts';
import { draftCard, jobCard } from './draft-card.ts';
import {
  askFor,
  type DraftField,
  draftFields,
  doubtsLeft,
  fieldButtons,
  isTyped,
  type Subject,
} from './draft-fields.ts';
import { cancelDraft, closeJobs, confirmDraft, confirmJobs, joinTwin } from './handing-in.ts';
import { amend, amendable, fieldsOf } from './opening-form.ts';
import { answerable, answered } from './questions.ts';
import { inCommon, jobList, pageOf } from './several.ts';
import { UserError } from './user-error.ts';

const values = { ...amendable, ...answerable };
type Given = Values<typeof values>;

export const draft = command({
  name: 'draft',
  role: 'anyone',
  options: {
    id: { kind: 'number' },
    action: {
      kind: 'choice',
      choices: [
        'confirm',
        'edit',
        'cancel',
        'merge',
        'tick',
        'untick',
        'apart',
        'all',
        'none',
        'close',
        'reopen',
      ],
    },
    n: { kind: 'number', named: true },
    page: { kind: 'number', named: true },
    field: { kind: 'choice', choices: draftFields, named: true },
    sure: { kind: 'choice', choices: draftFields, named: true },
    ...values,
  },
  asks(asked) {
    const { id: _, n: __, page: ___, sure, action, field, ...given } = asked;
    if (sure !== undefined || !isNothing(given)) return false;
    return field === undefined ? action === 'edit' : isTyped(field, action === 'edit');
  },
  async run({ id, action, n, page = 1, field, sure, ...given }, context): Promise<Reply> {
    if (action === 'close' || action === 'reopen') {
      return closeJobs(await ownDraft(id, context), action, context);
    }
    const current = await openDraft(id, context);
    const isSeveral = current.jobs.length > 0;
    switch (action) {
      case 'confirm':
        return isSeveral ? confirmJobs(current, context) : confirmDraft(current, context);
      case 'cancel':
        return cancelDraft(current, context);
      case 'merge':
        if (!isSeveral) return joinTwin(current, context);
        break;
      case 'tick':
      case 'untick':
      case 'apart':
      case 'all':
      case 'none':
        if (isSeveral) return choose(current, action, n, page, context);
        break;
      case 'edit':
      case undefined:
        break;
    }
    const subject = subjectOf(current, n);
    if (sure !== undefined) return settle(current, subject, [sure], {}, context);
    if (!isNothing(given)) {
      const fields = draftFields.filter((name) => isGiven(name, given));
      return settle(current, subject, fields, given, context);
    }
    if (field !== undefined) return askFor(subject, field, action === 'edit', context);
    if (action === 'edit') {
      return isSeveral && subject.n === null ? fieldList(subject, context) : editForm(subject, context);
    }
    return shown(current, subject, page, context);
  },
});

const isNothing = (given: Readonly<Record<string, unknown>>): boolean =>
  Object.values(given).every((value) => value === undefined);

/** The place of work is told by several options. */
const isGiven = (field: DraftField, given: Given): boolean =>
  field === 'place'
    ? [given.place, given.remote, given.arrangement].some((value) => value !== undefined)
    : given[field] !== undefined;

async function openDraft(id: number | undefined, context: Context): Promise<Draft> {
  const found = await ownDraft(id, context);
  if (found.state !== 'open') throw new UserError((words) => words.draft.over);
  return found;
}

async function ownDraft(id: number | undefined, context: Context): Promise<Draft> {
  const { house, caller, place, language } = context;
  const { drafts } = house.store;
  const found =
    id === undefined
      ? await drafts.latest(caller.personId, place.id)
      : await drafts.find(id, caller.personId);
  if (found === null) throw new UserError((words) => words.draft.none);
  // Confirmed elsewhere it would be shown to people it was not meant for.
  if (found.placeId !== place.id) throw new UserError((words) => words.draft.elsewhere);
  const meant = seekersOf(house).find(({ profile }) => profile.id === found.profileId);
  if (meant !== undefined && meant.profile !== house.profile) {
    const name = meant.profile.name[language];
    throw new UserError((words) => words.draft.forAnother(name));
  }
  return found;
}

/** The draft, one of its jobs, or what these have in common. */
function subjectOf(current: Draft, n: number | undefined): Subject {
  const { id, jobs } = current;
  if (jobs.length === 0) return { ...current, n: null };
  if (n === undefined) return { ...current, ...inCommon(jobs), n: null };
  const job = jobs[n - 1];
  if (job === undefined) throw new UserError((words) => words.several.noSuch(n, jobs.length));
  return { ...job, id };
}

/** What is looked at: the list of jobs, one of them, or the only one. */
function shown(current: Draft, { n }: Subject, page: number, context: Context): Promise<View> {
  if (current.jobs.length === 0) return draftCard(current, false, context);
  return n === null ? jobList(current, page, context) : jobCard(current, n, context);
}

const editForm = ({ id, n, opening }: Subject, context: Context): Form => ({
  kind: 'form',
  title: context.words.draft.editTitle,
  command: 'draft',
  fixed: { id: String(id), ...(n === null ? {} : { n: String(n) }), action: 'edit' },
  fields: fieldsOf(opening, context),
});

/** Each job keeps its own title. */
const fieldsOfAll = draftFields.filter((field) => field !== 'title');

/** What may be corrected for all jobs at once. */
const fieldList = (subject: Subject, context: Context): View => ({
  kind: 'view',
  blocks: [{ kind: 'text', text: [context.words.several.whatOfAll] }],
  actions: fieldButtons(subject, context, fieldsOfAll).map((action) => ({ ...action, spare: false })),
  private: true,
});

/** Corrects what is given, or takes it as certain, for one job or for all. */
async function settle(
  current: Draft,
  subject: Subject,
  fields: readonly DraftField[],
  given: Partial<Given>,
  context: Context,
): Promise<View> {
  const { drafts } = context.house.store;
  const { id, jobs } = current;
  const { personId } = context.caller;
  const corrected = <Before extends Drafted>(before: Before): Before => {
    const { opening, evidence } = answered(amend(before, given, context), given, context);
    return { ...before, opening, evidence, doubts: doubtsLeft(before, opening, fields) };
  };
  const changed =
    jobs.length === 0
      ? { ...current, ...corrected(current) }
      : {
          ...current,
          jobs: jobs.map((job) => (subject.n === null || job.n === subject.n ? corrected(job) : job)),
        };
  const isKept =
    jobs.length === 0
      ? await drafts.change(id, personId, changed)
      : await drafts.changeJobs(id, personId, changed.jobs);
  if (!isKept) throw new UserError((words) => words.draft.over);
  return shown(changed, subject, subject.n === null ? 1 : pageOf(subject.n), context);
}

const choices = { tick: 'in', all: 'in', apart: 'apart', untick: 'out', none: 'out' } as const;

/** Takes jobs in or out, and shows the page on which they are. */
async function choose(
  current: Draft,
  action: keyof typeof choices,
  n: number | undefined,
  page: number,
  context: Context,
): Promise<View> {
  const { id, jobs } = current;
  const choice = choices[action];
  const isForAll = action === 'all' || action === 'none';
  if (!isForAll && n === undefined) throw new UserError((words) => words.several.which(jobs.length));
  const chosen = isForAll ? jobs.map((job) => job.n) : [subjectOf(current, n).n ?? 0];
  const isKept = await context.house.store.drafts.choose(id, context.caller.personId, choice, chosen);
  if (!isKept) throw new UserError((words) => words.draft.over);
  const changed = {
    ...current,
    jobs: jobs.map((job) => (chosen.includes(job.n) ? { ...job, choice } : job)),
  };
  return jobList(changed, n === undefined ? page : pageOf(n), context);
}
