// The fields of a draft that can be corrected one by one: the uncertain and the missing ones are offered first, and for
// each the values that are worth a button. What cannot be counted is typed.

import { isDeepStrictEqual } from 'node:util';

import { focuses, type Opening, type OpeningField } from '../core/opening.ts';
import { type Question, questionAbout } from '../core/questions.ts';
import { otherPays, otherPlaces } from '../core/reading/candidates.ts';
import type { Action, Form, FormField, Reply, View } from '../core/view.ts';
import type { Drafted } from '../storage/drafts.ts';
import type { Context } from './context.ts';
import { verdictOn } from './judging.ts';
import { placeNames } from './names.ts';
import { fieldsOf } from './opening-form.ts';
import { openingFacts } from './opening-view.ts';
import { answerButtons, payText } from './questions.ts';
import { apart, button } from './say.ts';

export const draftFields = [
  'title',
  'company',
  'place',
  'salary',
  'contract',
  'language',
  'focus',
  'skills',
  'link',
  'contact',
  'insurance',
] as const;
export type DraftField = (typeof draftFields)[number];

/** What of an opening each of them is about. */
const parts: Readonly<Record<DraftField, readonly OpeningField[]>> = {
  title: ['title', 'titles'],
  company: ['company'],
  place: ['locations', 'arrangement', 'remoteScope'],
  salary: ['salary'],
  contract: ['contract'],
  language: ['languageRequired'],
  focus: ['focus'],
  skills: ['skills'],
  link: ['applyUrl'],
  contact: ['contact'],
  insurance: ['insuranceBase'],
};

/** A draft, one of its jobs, or all of them: what is corrected. */
export interface Subject extends Drafted {
  readonly id: number;
  /** Which job; `null` where it is the draft itself, or all. */
  readonly n: number | null;
  readonly text: string;
}

const targetOf = ({ id, n }: Subject) => (n === null ? { id } : { id, n });

const isDoubted = (field: DraftField, { doubts }: Pick<Drafted, 'doubts'>): boolean =>
  parts[field].some((part) => doubts.includes(part));

/**
 * The doubts that are left when these fields were given: one alone was looked at, of several what came back as it was
 * may not have been.
 */
export function doubtsLeft(
  { opening: before, doubts }: Pick<Drafted, 'opening' | 'doubts'>,
  after: Opening,
  given: readonly DraftField[],
): readonly OpeningField[] {
  const isChanged = (field: DraftField) =>
    parts[field].some((part) => !isDeepStrictEqual(before[part], after[part]));
  const settled = given.filter((field) => given.length === 1 || isChanged(field));
  const clear = new Set(settled.flatMap((field) => parts[field]));
  return doubts.filter((doubt) => !clear.has(doubt));
}

const isMissing = (field: DraftField, { opening }: Pick<Drafted, 'opening'>): boolean =>
  parts[field].every((part) => {
    const value = opening[part];
    return value === null || value === 'unknown' || (Array.isArray(value) && value.length === 0);
  });

const marks = ['? ', '+ ', ''] as const;

/** A button for every field: `?` before what is uncertain, `+` before what is missing; these come first. */
export function fieldButtons(
  subject: Subject,
  { words }: Context,
  fields: readonly DraftField[] = draftFields,
): readonly Action[] {
  const rankOf = (field: DraftField) => (isDoubted(field, subject) ? 0 : isMissing(field, subject) ? 1 : 2);
  const ranked = fields.toSorted((one, other) => rankOf(one) - rankOf(other));
  return apart(
    ranked.flatMap((field) => {
      const label = `${marks[rankOf(field)]}${words.draft.fields[field]}`;
      const isKnown = rankOf(field) === 2;
      return button(label, 'draft', { ...targetOf(subject), field }).map((action) =>
        isKnown ? { ...action, spare: true } : action,
      );
    }),
  );
}

/** Fields whose values cannot be counted are asked for in a form at once. */
const onlyTyped: ReadonlySet<DraftField> = new Set<DraftField>([
  'title',
  'company',
  'skills',
  'link',
  'contact',
]);
/** Those that are never typed. */
const onlyChosen: ReadonlySet<DraftField> = new Set<DraftField>(['contract', 'language', 'focus']);

export const isTyped = (field: DraftField, wants: boolean): boolean =>
  onlyTyped.has(field) || (wants && !onlyChosen.has(field));

/** The values of a field to choose from, or a form for it; `wants` typing it. */
export const askFor = (subject: Subject, field: DraftField, wants: boolean, context: Context): Reply =>
  isTyped(field, wants) ? oneFieldForm(subject, field, context) : choiceOf(subject, field, context);

function oneFieldForm(subject: Subject, field: DraftField, context: Context): Form {
  const { words } = context;
  return {
    kind: 'form',
    title: words.draft.editTitle,
    command: 'draft',
    fixed: {
      ...Object.fromEntries(Object.entries(targetOf(subject)).map(([name, value]) => [name, String(value)])),
      field,
      ...(onlyTyped.has(field) ? {} : { action: 'edit' }),
    },
    fields: [formField(subject, field, context)],
  };
}

function formField({ opening }: Subject, field: DraftField, context: Context): FormField {
  const { words } = context;
  const known = fieldsOf(opening, context).find(({ name }) => name === field);
  if (known !== undefined) return known;
  const standing = standingOf(field, opening);
  return {
    name: field,
    label: words.draft.fields[field],
    ...(words.draft.hints[field] === undefined ? {} : { hint: words.draft.hints[field] }),
    ...(standing === '' ? {} : { value: standing }),
    required: false,
    long: false,
    maxLength: 200,
  };
}

function standingOf(field: DraftField, { skills, contact, insuranceBase }: Opening): string {
  if (field === 'skills') return skills.join(', ');
  if (field === 'contact') return contact ?? '';
  return field === 'insurance' ? String(insuranceBase ?? '') : '';
}

function choiceOf(subject: Subject, field: DraftField, context: Context): View {
  const { words } = context;
  const target = targetOf(subject);
  const isUnsure = isDoubted(field, subject);
  const values = valueButtons(subject, field, context);
  return {
    kind: 'view',
    title: words.draft.fields[field],
    blocks: [openingFacts(subject.opening, context, true, subject.doubts, parts[field])],
    actions: [
      ...(isUnsure ? button(words.draft.right, 'draft', { ...target, sure: field }, 'primary') : []),
      ...values,
      ...(isTyped(field, true)
        ? button(words.questions.type, 'draft', { ...target, field, action: 'edit' })
        : []),
      ...(isMissing(field, subject) ? [] : emptyButton(subject, field, context)),
      ...button(words.draft.back, 'draft', target),
    ],
    private: true,
  };
}

const empty: Readonly<Partial<Record<DraftField, string>>> = {
  place: '-',
  salary: '-',
  contract: 'unknown',
  language: 'unknown',
  insurance: '-',
};

function emptyButton(subject: Subject, field: DraftField, { words }: Context): readonly Action[] {
  const value = empty[field];
  return value === undefined
    ? []
    : button(words.draft.notStated, 'draft', { ...targetOf(subject), [field]: value });
}

/** Values that the post names elsewhere, that the seeker asks about, or that are all there are. */
function valueButtons(subject: Subject, field: DraftField, context: Context): readonly Action[] {
  const { opening, text } = subject;
  const { words, language } = context;
  const value = (label: string, option: string, given: string) =>
    button(label, 'draft', { ...targetOf(subject), [option]: given });
  const asked = (question: Question | null) =>
    question === null
      ? []
      : answerButtons(question, { command: 'draft', options: targetOf(subject) }, context);
  const verdict = verdictOn(opening, context);
  switch (field) {
    case 'place':
      return different([
        ...otherPlaces(text, opening).flatMap((city) =>
          value(placeNames([city], language).join(''), 'place', city),
        ),
        ...asked(elsewhere(questionAbout('place', verdict, opening), opening)),
        ...(['remote', 'hybrid', 'onsite'] as const)
          .filter((mode) => opening.locations.length > 0 && mode !== opening.arrangement)
          .flatMap((mode) => value(words.arrangements[mode], 'arrangement', mode)),
      ]);
    case 'salary': {
      const pays = otherPays(text, opening).flatMap((pay) => value(words.pay(pay), 'salary', payText(pay)));
      return pays.length > 0 || opening.salary !== null
        ? pays
        : asked(questionAbout('salary', verdict, opening));
    }
    case 'insurance':
      return asked(questionAbout('insurance', verdict, opening));
    case 'contract':
      return asked({
        kind: 'contract',
        contracts: others(['full_time', 'part_time', 'contract', 'internship'], opening.contract),
      });
    case 'language':
      return asked({ kind: 'language', languages: others(['en', 'zh', 'both'], opening.languageRequired) });
    case 'focus':
      return others(focuses, opening.focus).flatMap((focus) => value(words.focuses[focus], 'focus', focus));
    case 'title':
    case 'company':
    case 'skills':
    case 'link':
    case 'contact':
      return [];
  }
}

/** What could be chosen instead of what stands. */
const others = <Value>(all: readonly Value[], standing: unknown): readonly Value[] =>
  all.filter((one) => one !== standing);

/** The places of work that are not read already. */
const elsewhere = (question: Question | null, { locations }: Opening): Question | null =>
  question?.kind === 'place'
    ? { ...question, onsite: question.onsite.filter((city) => !locations.includes(city)) }
    : question;

const different = (actions: readonly Action[]): readonly Action[] => [
  ...new Map(actions.map((action) => [action.label, action])).values(),
];
