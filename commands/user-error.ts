// A refusal that the person who caused it can act on: a phrase, worded when their language is known.

import type { Messages } from './locales/messages.ts';

export class UserError extends Error {
  readonly say: (words: Messages) => string;
  /** The call itself was malformed, so that an example of a right one helps. */
  readonly isMisuse: boolean;

  constructor(say: (words: Messages) => string, { isMisuse = false } = {}) {
    super('refused');
    this.name = 'UserError';
    this.say = say;
    this.isMisuse = isMisuse;
  }
}
