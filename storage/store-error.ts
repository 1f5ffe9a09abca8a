// Why a database could not be opened: a code, and a line that an operator can act on.

const sentences = {
  bad_url: 'the database URL cannot be read',
  unwritable: 'the database file or its folder cannot be made or written to',
  not_a_database: 'the database file is something else',
  unreachable: 'no database server answers',
  refused: 'the database server refuses',
  too_new: 'the database was written by a later release',
  other: 'the database cannot be opened',
} as const;

export type StoreFault = keyof typeof sentences;

export class StoreError extends Error {
  readonly reason: StoreFault;
  /** What the system said, or what is wrong in particular; never a password. */
  readonly detail: string;

  constructor(reason: StoreFault, detail: string, options?: ErrorOptions) {
    super(`${sentences[reason]}: ${detail}`, options);
    this.name = 'StoreError';
    this.reason = reason;
    this.detail = detail;
  }
}
