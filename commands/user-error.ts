// A refusal that the person who caused it can act on: a phrase, worded when their language is known.

import type { Messages } from './locales/messages.ts';

export class UserError extends Error {
  readonly say: (words: Messages) => string;
  /** The call itself was malformed, so that an example of a right one helps. */
  readonly isMisuse: boolean;
  /** A line that would do, better than one of the command's own examples. */
  readonly example: string | undefined;

  constructor(
    say: (words: Messages) => string,
    { isMisuse = false, example }: { readonly isMisuse?: boolean; readonly example?: string } = {},
  ) {
    super('refused');
    this.name = 'UserError';
    this.say = say;
    this.isMisuse = isMisuse;
    this.example = example;
  }
}
