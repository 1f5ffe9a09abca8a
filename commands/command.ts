// The kit: what a command is and which options it takes, so that one definition serves every platform.
// Knows no single command and no words.

import type { Reply } from '../core/view.ts';
import type { Audience, Context } from './context.ts';

interface Shared {
  readonly required?: boolean;
  /** Given as `name=value` only, never by its place in the line. */
  readonly named?: boolean;
}

interface TextOption extends Shared {
  readonly kind: 'text';
  readonly maxLength: number;
  /** A pasted text: what is typed is taken as it stands, unless it is one line that begins with `name=`. */
  readonly verbatim?: boolean;
}

interface NumberOption extends Shared {
  readonly kind: 'number';
}

export interface ChoiceOption<Choice extends string = string> extends Shared {
  readonly kind: 'choice';
  readonly choices: readonly Choice[];
  /** Knows other ways of writing a choice, besides its names. */
  readonly read?: (given: string) => Choice | null;
}

export type Option = TextOption | NumberOption | ChoiceOption;
export type Options = Readonly<Record<string, Option>>;

type Value<O extends Option> = O extends NumberOption
  ? number
  : O extends ChoiceOption<infer Choice>
    ? Choice
    : string;

/** What a handler receives: required options are there, the others may be `undefined`. */
export type Values<O extends Options> = {
  readonly [Name in keyof O]: O[Name] extends { readonly required: true }
    ? Value<O[Name]>
    : Value<O[Name]> | undefined;
};

export interface Command<O extends Options = Options> {
  readonly name: string;
  /** Who may call it at all; handlers check finer rights themselves. */
  readonly role: Audience;
  readonly options: O;
  /** Takes apart what was typed without names; without it, it goes by the order of the options. Throws `UserError`. */
  reads?(typed: string): Readonly<Record<string, string>>;
  /** Whether these values are answered by a form: some platforms must know before the work begins. */
  asks?(values: Values<O>): boolean;
  run(values: Values<O>, context: Context): Promise<Reply>;
}

/** Declares a command; the types of the handler's values follow from the options. */
export function command<const O extends Options>(definition: Command<O>): Command<O> {
  return definition;
}

/** Longest text that is taken from one message, in UTF-16 units; platforms allow less. */
export const longestText = 20_000;
