// Reads the values of a command's options from a call: given in order, or as `name=value`. A pasted text is never
// taken apart. What is wrong is said to the caller, naming the option.

import { languages } from '../core/language.ts';
import { type Call, type Word, wordsOf } from './call.ts';
import type { ChoiceOption, Command, Option, Options, Values } from './command.ts';
import { messagesOf } from './locales/messages.ts';
import { excerpt } from './say.ts';
import { UserError } from './user-error.ts';

/** The values for a handler. Throws `UserError` for a missing, malformed or too long one. */
export function readOptions<O extends Options>(
  call: Call,
  command: Pick<Command<O>, 'options' | 'reads'>,
): Values<O> {
  const given: Readonly<Record<string, string>> = {
    ...typedOptions(call.text, command),
    ...call.options,
  };
  const values = Object.entries(command.options).map(([name, option]) => [
    name,
    readValue(name, option, given[name]?.trim() ?? ''),
  ]);
  // The entries carry one value of the declared type for every declared option, which is what Values<O> says.
  return Object.fromEntries(values) as Values<O>;
}

function readValue(name: string, option: Option, given: string): string | number | undefined {
  if (given === '') {
    if (option.required === true) {
      const wanted = option.kind === 'number' ? 'missingNumber' : 'missing';
      throw misuse((words) => words.refusals[wanted](words.option(name)));
    }
    return undefined;
  }
  switch (option.kind) {
    case 'number': {
      const number = asNumber(given);
      if (number === null)
        throw misuse((words) => words.refusals.notANumber(words.option(name), excerpt(given)));
      return number;
    }
    case 'choice': {
      const choice = choiceIn(given, option);
      if (choice === null) {
        throw misuse((words) =>
          words.refusals.notAChoice(words.option(name), excerpt(given), option.choices),
        );
      }
      return choice;
    }
    case 'text':
      if (given.length > option.maxLength) {
        throw misuse((words) =>
          [
            words.refusals.tooLong(words.option(name), option.maxLength, given.length),
            ...(option.verbatim === true ? [words.refusals.leaveOut] : []),
          ].join(words.space),
        );
      }
      return given;
  }
}

/** Ids and pages: 3, #3, ３. */
function asNumber(given: string): number | null {
  const digits = /^#?(\d{1,9})$/u.exec(given.normalize('NFKC'))?.[1];
  return digits === undefined || Number(digits) === 0 ? null : Number(digits);
}

/** By its own name or one of its names in any language; `zh-CN` is a kind of `zh`. */
export function asChoice<Choice extends string>(given: string, choices: readonly Choice[]): Choice | null {
  const wanted = given.normalize('NFKC').toLowerCase();
  const names = languages.map((language) => messagesOf(language));
  const isMeant = (choice: Choice) =>
    wanted === choice ||
    wanted.startsWith(`${choice}-`) ||
    names.some(
      ({ choices: worded, alsoCalled }) =>
        wanted === worded[choice]?.toLowerCase() || alsoCalled[choice]?.includes(wanted) === true,
    );
  return choices.find(isMeant) ?? null;
}

const choiceIn = (given: string, { choices, read }: ChoiceOption): string | null =>
  asChoice(given, choices) ?? read?.(given) ?? null;

/** What was typed after the command's name, by option and not yet read. Throws `UserError`. */
export function typedOptions(
  text: string,
  { options, reads }: Pick<Command, 'options' | 'reads'>,
): Readonly<Record<string, string>> {
  const [first] = Object.entries(options);
  const typed = wordsOf(text);
  if (text === '' || first === undefined) return {};
  if (first[1].kind === 'text' && first[1].verbatim === true) {
    const named = typed[0]?.name;
    const asWritten = text.includes('\n') || typeof named !== 'string' || !Object.hasOwn(options, named);
    if (asWritten) return { [first[0]]: text };
  }
  return byNames(typed, options, text, reads);
}

/** A word that goes by its place. */
interface Loose {
  readonly value: string;
  /** All that was typed from this word on, as it stands. */
  readonly rest: string;
}

type Reads = Command['reads'];

function byNames(
  typed: readonly Word[],
  options: Options,
  text: string,
  reads: Reads,
): Readonly<Record<string, string>> {
  const named: Record<string, string> = {};
  const loose: Loose[] = [];
  let open: string | null = null;
  for (const word of typed) {
    if (word.name !== null && Object.hasOwn(options, word.name)) {
      named[word.name] = word.value;
      open = options[word.name]?.kind === 'text' ? word.name : null;
    } else if (open !== null) {
      named[open] = `${named[open]} ${word.raw}`;
    } else {
      loose.push({ value: word.name === null ? word.value : word.raw, rest: text.slice(word.at) });
    }
  }
  if (reads !== undefined)
    return { ...(loose.length === 0 ? {} : reads(loose.map(({ value }) => value).join(' '))), ...named };
  const rest = Object.entries(options).filter(
    ([name, option]) => option.named !== true && !Object.hasOwn(named, name),
  );
  return { ...positional(loose, rest), ...named };
}

function positional(
  loose: readonly Loose[],
  options: readonly (readonly [string, Option])[],
): Readonly<Record<string, string>> {
  const [current, ...later] = options;
  const [word, ...others] = loose;
  if (word === undefined) return {};
  const typed = loose.map(({ value }) => value);
  if (current === undefined) throw misuse((words) => words.refusals.tooMuch(excerpt(typed.join(' '))));
  const [name, option] = current;
  if (option.kind === 'text') {
    if (option.verbatim === true) return { [name]: word.rest };
    const end = endOfText(typed, later);
    return { [name]: typed.slice(0, end).join(' '), ...positional(loose.slice(end), later) };
  }
  const skipped =
    !fits(word.value, option) && later.some(([, next]) => next.kind !== 'text' && fits(word.value, next));
  if (skipped) return positional(loose, later);
  return { [name]: word.value, ...positional(others, later) };
}

/** Where a text ends and the values of the options behind it begin; the first of those has to be a choice. */
function endOfText(loose: readonly string[], later: readonly (readonly [string, Option])[]): number {
  if (later[0]?.[1].kind !== 'choice') return loose.length;
  for (let end = Math.max(0, loose.length - later.length); end < loose.length; end += 1) {
    if (
      later.slice(0, loose.length - end).every(([, option], index) => fits(loose[end + index] ?? '', option))
    )
      return end;
  }
  return loose.length;
}

function fits(word: string, option: Option): boolean {
  switch (option.kind) {
    case 'number':
      return asNumber(word) !== null;
    case 'choice':
      return choiceIn(word, option) !== null;
    case 'text':
      return true;
  }
}

const misuse = (say: UserError['say']): UserError => new UserError(say, { isMisuse: true });
