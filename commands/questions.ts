// Questions to whoever handed in an opening, one at a time: each answer is a button that calls /edit, so that it passes
// the same door as any correction. Not to know is an answer too, and is remembered.

import {
  blankOpening,
  contracts,
  focuses,
  type Opening,
  type OpeningField,
  requiredLanguages,
  type Salary,
} from '../core/opening.ts';
import { nextQuestion, type Question, type QuestionKind, questionKinds } from '../core/questions.ts';
import type { Action, Block, Form } from '../core/view.ts';
import { findPlace } from '../core/vocabulary/places.ts';
import { findSkillEntry } from '../core/vocabulary/skills.ts';
import type { StoredOpening } from '../storage/stored-opening.ts';
import type { Options, Values } from './command.ts';
import type { Context } from './context.ts';
import { verdictOn } from './judging.ts';
import { placeNames } from './names.ts';
import { readBase, type Recorded } from './opening-form.ts';
import { bold, button } from './say.ts';
import { UserError } from './user-error.ts';

/** Options that hold an answer which no field of the form does. */
export const answerable = {
  remote: { kind: 'text', maxLength: 200, named: true },
  arrangement: { kind: 'choice', choices: ['remote', 'hybrid', 'onsite'], named: true },
  insurance: { kind: 'text', maxLength: 200, named: true },
  contract: { kind: 'choice', choices: contracts, named: true },
  focus: { kind: 'choice', choices: focuses, named: true },
  skills: { kind: 'text', maxLength: 400, named: true },
  language: { kind: 'choice', choices: requiredLanguages, named: true },
  contact: { kind: 'text', maxLength: 200, named: true },
} as const satisfies Options;

type Answers = Partial<Values<typeof answerable>>;

/** Questions whose answer may be typed instead. */
export const typed = ['place', 'remote', 'salary', 'insurance'] as const;

/** Options that put a question aside, or ask for the answer in words. */
export const askable = {
  skip: { kind: 'choice', choices: questionKinds, named: true },
  field: { kind: 'choice', choices: typed, named: true },
} as const satisfies Options;

/** The opening with what was answered; `-` empties what is typed. */
export function answered({ opening, evidence }: Recorded, answers: Answers, context: Context): Recorded {
  const { remote, arrangement, insurance, contract, focus, skills, language, contact } = answers;
  const change: Partial<Opening> = {
    ...(remote === undefined ? {} : { arrangement: 'remote', remoteScope: scopeOf(remote) }),
    ...(arrangement === undefined ? {} : { arrangement, remoteScope: null }),
    ...(insurance === undefined ? {} : { insuranceBase: readBase(insurance, context) }),
    ...(contract === undefined ? {} : { contract }),
    ...(focus === undefined ? {} : { focus }),
    ...(skills === undefined ? {} : { skills: skillsOf(skills) }),
    ...(language === undefined ? {} : { languageRequired: language }),
    ...(contact === undefined ? {} : { contact: contact === '-' ? null : contact }),
  };
  const said = Object.entries({
    remoteScope: remote,
    arrangement,
    insuranceBase: insurance,
    contract,
    focus,
    skills,
    languageRequired: language,
    contact,
  }).flatMap(([field, value]) => (value === undefined ? [] : [[field, [value]] as const]));
  return {
    opening: { ...opening, ...change },
    evidence: { ...evidence, ...Object.fromEntries(said) },
  };
}

/** By their usual names, where they have one. */
const skillsOf = (given: string): readonly string[] => {
  const names = given === '-' ? [] : given.split(/[,，、;；\n]/u).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== '').map((name) => findSkillEntry(name)?.name ?? name))];
};

/** `worldwide`, `outside China`, or a list of places in either language, as an opening keeps them. */
function scopeOf(given: string): string {
  if (/^(?:worldwide|anywhere|global|全球|不限)$/iu.test(given)) return 'worldwide';
  const excluded = /^outside (.+)$/iu.exec(given)?.[1] ?? /^(.+?)以外$/u.exec(given)?.[1];
  const names = (excluded ?? given).split(/[,，、;；]/u).map((name) => findPlace(name.trim())?.name);
  const known = names.filter((name) => name !== undefined);
  if (known.length < names.length) throw new UserError((words) => words.questions.unreadableScope(given));
  const places = [...new Set(known)].toSorted().join(', ');
  return excluded === undefined ? places : `outside ${places}`;
}

const facts: ReadonlySet<OpeningField> = new Set<OpeningField>([
  'locations',
  'arrangement',
  'remoteScope',
  'salary',
  'insuranceBase',
  'contract',
  'languageRequired',
]);

export const isFact = (field: OpeningField): boolean => facts.has(field);

/** Whether nothing that was known changed, only facts were added that can be asked for: no reason to review again. */
export const isAddition = (before: Opening, after: Opening): boolean =>
  Object.keys(blankOpening)
    .filter((name): name is OpeningField => name in blankOpening)
    .filter((field) => !isEqual(before[field], after[field]))
    .every((field) => isFact(field) && isEqual(before[field], blankOpening[field]));

const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The next question with its buttons, where the caller handed the opening in and there is something to ask. */
export async function followUp(
  stored: Pick<StoredOpening, 'id' | 'opening' | 'submitterId' | 'state'>,
  context: Context,
): Promise<{ readonly blocks: readonly Block[]; readonly actions: readonly Action[] }> {
  const { id, opening, submitterId, state } = stored;
  const { house, caller, words } = context;
  const nothing = { blocks: [], actions: [] };
  if (submitterId !== caller.personId || !['pending', 'open'].includes(state)) return nothing;
  const settled = await house.store.questions.settled(id);
  const question = nextQuestion(opening, verdictOn(opening, context), settled);
  if (question === null) return nothing;
  const { kind } = question;
  return {
    blocks: [{ kind: 'text', text: [bold(words.questions.ask[kind])] }],
    actions: [
      ...answerButtons(question, { command: 'edit', options: { id } }, context),
      ...(isTyped(kind) ? button(words.questions.type, 'edit', { id, field: kind }) : []),
      ...button(words.questions.unknown, 'edit', { id, skip: kind }),
    ],
  };
}

const isTyped = (kind: QuestionKind): kind is (typeof typed)[number] => typed.some((one) => one === kind);

/** The call that an answer is added to. */
export interface Target {
  readonly command: string;
  readonly options: Readonly<Record<string, string | number>>;
}

export function answerButtons(question: Question, target: Target, context: Context): readonly Action[] {
  const { words, language } = context;
  const answer = (label: string, option: string, value: string | number) =>
    button(label, target.command, { ...target.options, [option]: value });
  const scope = (place: string) => answer(words.questions.remote(words.scope(place)), 'remote', place);
  switch (question.kind) {
    case 'place':
      return [
        ...question.onsite.flatMap((city) =>
          answer(placeNames([city], language).join(words.comma), 'place', city),
        ),
        ...(question.remoteFrom === null ? [] : [...scope('worldwide'), ...scope(question.remoteFrom)]),
      ];
    case 'remote':
      return question.scopes.flatMap(scope);
    case 'salary':
      return question.ranges.flatMap((range) => answer(words.pay(range), 'salary', payText(range)));
    case 'insurance':
      return question.amounts.flatMap((amount) => answer(words.insuranceBase(amount), 'insurance', amount));
    case 'language':
      return question.languages.flatMap((one) => answer(words.requiredLanguages[one], 'language', one));
    case 'contract':
      return question.contracts.flatMap((one) => answer(words.contracts[one], 'contract', one));
  }
}

const periodText = { hour: 'an hour', day: 'a day', month: 'a month', year: 'a year' } as const;

/** A pay as the reader of posts reads it back, whatever language the caller speaks. */
export function payText({ min, max, currency, period, monthsPerYear }: Salary): string {
  const amount = min === null ? `up to ${max}` : max === null ? `from ${min}` : `${min}-${max}`;
  const months = monthsPerYear === null ? '' : ` ${monthsPerYear}薪`;
  return `${amount} ${currency} ${periodText[period]}${months}`;
}

/** The question as a form of one field. */
export function answerForm(id: number, field: (typeof typed)[number], { words }: Context): Form {
  return {
    kind: 'form',
    title: words.edit.title(id),
    command: 'edit',
    fixed: { id: String(id), field },
    fields: [
      {
        name: field,
        label: words.formFields[field],
        hint: words.formHints[field],
        required: true,
        long: false,
        maxLength: 200,
      },
    ],
  };
}

/** Remembers what the poster dealt with: the questions that these options of /edit answer, and the one put aside. */
export async function settle(
  { id, submitterId }: Pick<StoredOpening, 'id' | 'submitterId'>,
  given: Readonly<Partial<Record<QuestionKind, unknown>>>,
  skipped: QuestionKind | undefined,
  { house, caller }: Context,
): Promise<void> {
  if (submitterId !== caller.personId) return;
  for (const kind of questionKinds) {
    if (given[kind] !== undefined || kind === skipped) await house.store.questions.settle(id, kind);
  }
}
