// The fields of an opening that people fill in or correct by hand, and how what they typed changes the opening.
// Places and pay are read by the same reader as posts, so that people may write them as they like.

import { blankOpening, type Evidence, type Opening } from '../core/opening.ts';
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

/** Why an opening could not take this value for the field, in a sentence; `null` where it could. */
export function checkField(name: string, value: string, context: Context): string | null {
  const field = names.find((one) => one === name);
  if (field === undefined) return null;
  try {
    changeOf(field, value === '-' ? null : value, blankOpening, context);
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
  const change = changeOf(name, value, opening, context);
  const read = Object.keys(change).map((field) => [field, value === null ? [] : [value]] as const);
  return { opening: { ...opening, ...change }, evidence: { ...evidence, ...Object.fromEntries(read) } };
}

function changeOf(
  name: FieldName,
  value: string | null,
  opening: Opening,
  context: Context,
): Partial<Opening> {
  switch (name) {
    case 'title':
      return { title: value, titles: [], ...workOf(value, context) };
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

function readPlace(value: string, context: Context): Partial<Opening> {
  const { locations, arrangement, remoteScope } = readOpening(
    formText({ place: value }, '', context),
  ).opening;
  if (arrangement === 'unknown' && locations.length === 0) {
    throw new UserError((words) => words.draft.unreadable.place(value));
  }
  return { locations, arrangement, remoteScope };
}

/** The place of work is read along, since it tells the currency of a bare figure. */
function readSalary(value: string, opening: Opening, context: Context): Opening['salary'] {
  const place = opening.locations.join(', ') || undefined;
  const { salary } = readOpening(formText({ place, salary: value }, '', context)).opening;
  if (salary === null) throw new UserError((words) => words.draft.unreadable.salary(value));
  return salary;
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
