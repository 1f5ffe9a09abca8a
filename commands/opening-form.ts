// The fields of an opening that people fill in or correct by hand, and how what they typed changes the opening.
// Places and pay are read by the same reader as posts, so that people may write them as they like.

import { blankOpening, type Evidence, focuses, type Opening } from '../core/opening.ts';
import { readOpening } from '../core/reading/read.ts';
import type { FormField } from '../core/view.ts';
import type { Context } from './context.ts';
import { placeText } from './opening-view.ts';
import { UserError } from './user-error.ts';

/** Options of every command that takes the fields. */
export const amendable = {
  title: { kind: 'text', maxLength: 200, named: true },
  company: { kind: 'text', maxLength: 200, named: true },
  link: { kind: 'text', maxLength: 1000, named: true },
  place: { kind: 'text', maxLength: 200, named: true },
  salary: { kind: 'text', maxLength: 200, named: true },
} as const;

const names = ['title', 'company', 'link', 'place', 'salary'] as const;
type FieldName = (typeof names)[number];

/** What a person typed, by field; `-` empties a field. */
export type Amendments = Readonly<Partial<Record<FieldName, string | undefined>>>;

/** An opening with the pieces of text its values came from. */
export interface Recorded {
  readonly opening: Opening;
  readonly evidence: Evidence;
}

export const isEmpty = (fields: Amendments): boolean => names.every((name) => fields[name] === undefined);

/** The fields of a form, filled with what is known of `opening`. */
export function fieldsOf(opening: Opening | null, context: Context): readonly FormField[] {
  const { words } = context;
  return names.map((name) => ({
    name,
    label: words.formFields[name],
    hint: words.formHints[name],
    ...(opening === null ? {} : { value: filled(opening, context)[name] }),
    required: name === 'title',
    long: false,
    maxLength: amendable[name].maxLength,
  }));
}

/** A form as the post it stands for. */
export function formText(fields: Amendments, details: string, { words }: Pick<Context, 'words'>): string {
  const lines = names.flatMap((name) => {
    const value = fields[name];
    return value === undefined || value === '-' ? [] : [`${words.formFields[name]}${words.colon}${value}`];
  });
  return [...lines, details].filter((line) => line !== '').join('\n');
}

/** The opening with what was typed; a field that came back as it was filled in is left alone. */
export function amend(recorded: Recorded, fields: Amendments, context: Context): Recorded {
  const before = filled(recorded.opening, context);
  const changed = names.filter((name) => fields[name] !== undefined && fields[name] !== before[name]);
  return changed.reduce((current, name) => amendOne(current, name, fields[name] ?? '-', context), recorded);
}

/** Without what would empty a field in which nothing stands. */
export function said<Given extends Amendments>(given: Given, opening: Opening, context: Context): Given {
  const before = filled(opening, context);
  const idle = names.filter((name) => given[name] === '-' && before[name] === '');
  return { ...given, ...Object.fromEntries(idle.map((name) => [name, undefined])) };
}

/** Why an opening could not take this value for the field, in a sentence; `null` where it could. */
export function checkField(name: string, value: string, context: Context): string | null {
  const field = names.find((one) => one === name);
  try {
    if (name === 'insurance') readBase(value, context);
    if (field !== undefined) {
      changeOf(field, value === '-' ? null : value, { opening: blankOpening, evidence: {} }, context);
    }
    return null;
  } catch (error) {
    if (error instanceof UserError) return error.say(context.words);
    throw error;
  }
}

function amendOne(
  { opening, evidence }: Recorded,
  name: FieldName,
  typed: string,
  context: Context,
): Recorded {
  const value = typed === '-' ? null : typed;
  const change = changeOf(name, value, { opening, evidence }, context);
  const read = Object.keys(change).map((field) => [field, value === null ? [] : [value]] as const);
  return { opening: { ...opening, ...change }, evidence: { ...evidence, ...Object.fromEntries(read) } };
}

function changeOf(
  name: FieldName,
  value: string | null,
  { opening, evidence }: Recorded,
  context: Context,
): Partial<Opening> {
  switch (name) {
    case 'title': {
      // Whoever chose the work knows better than a title.
      const isChosen = focuses.some((focus) => evidence.focus?.[0] === focus);
      return { title: value, titles: [], ...(isChosen ? {} : workOf(value, context)) };
    }
    case 'company':
      return { company: value };
    case 'link':
      return { applyUrl: value === null ? null : asLink(value) };
    case 'place':
      return value === null
        ? { locations: [], arrangement: 'unknown', remoteScope: null }
        : readPlace(value, context);
    case 'salary':
      return { salary: value === null ? null : readSalary(value, opening, context) };
  }
}

/** What a title tells of the work; one that tells nothing leaves what the rest of the post said. */
function workOf(title: string | null, context: Context): Partial<Opening> {
  const { focus } = readOpening(formText({ title: title ?? undefined }, '', context)).opening;
  return focus === 'other' ? {} : { focus };
}

function asLink(value: string): string {
  const url = URL.parse(value.includes('://') ? value : `https://${value}`);
  if (url === null || !['http:', 'https:'].includes(url.protocol) || !url.hostname.includes('.')) {
    throw new UserError((words) => words.draft.unreadable.link(value));
  }
  return url.href;
}

/** Read behind an empty title, because what stands first in a post is more than a line of a form. */
function readTyped(fields: Amendments, context: Context): Opening {
  const { formFields, colon } = context.words;
  return readOpening(`${formFields.title}${colon}-\n${formText(fields, '', context)}`).opening;
}

function readPlace(value: string, context: Context): Partial<Opening> {
  const { locations, arrangement, remoteScope } = readTyped({ place: value }, context);
  if (arrangement === 'unknown' && locations.length === 0) {
    throw new UserError((words) => words.draft.unreadable.place(value));
  }
  return { locations, arrangement, remoteScope };
}

/** The place of work is read along, since it tells the currency of a bare figure. */
function readSalary(value: string, opening: Opening, context: Context): Opening['salary'] {
  const place = opening.locations.join(', ') || undefined;
  const { salary } = readTyped({ place, salary: value }, context);
  if (salary === null) throw new UserError((words) => words.draft.unreadable.salary(value));
  return salary;
}

/** The monthly base of social insurance in CNY, written as pay may be; `-`: none. */
export function readBase(typed: string, context: Context): number | null {
  if (typed === '-') return null;
  const amount = typed.replace(/\s*(?:cny|rmb|元|块|人民币|\/|每|a month|per month).*$/iu, '');
  const { salary } = readTyped({ salary: `${amount} 元/月` }, context);
  if (salary?.min === undefined || salary.min === null) {
    throw new UserError((words) => words.draft.unreadable.insurance(typed));
  }
  return salary.min;
}

/** What a form shows in each field of this opening. */
function filled(opening: Opening, context: Context): Readonly<Record<FieldName, string>> {
  return {
    title: opening.title ?? '',
    company: opening.company ?? '',
    link: opening.applyUrl ?? '',
    place: placeText(opening, context) ?? '',
    salary: opening.salary === null ? '' : context.words.pay(opening.salary),
  };
}
