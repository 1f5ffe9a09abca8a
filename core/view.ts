// What the bot says, as data: text in segments, never markup. What people typed travels through here unescaped;
// each platform's renderer escapes it, exactly once, and owns the platform's limits.

/** A run of text in one style. `call` is a line that calls a command, as it is typed: `/edit 3 salary=30k`. */
export type Segment =
  | string
  | { readonly text: string; readonly style: 'bold' | 'italic' | 'code' | 'call' }
  | { readonly text: string; readonly link: string };

export type Text = readonly Segment[];

export type Fact = readonly [label: string, value: Text];

export type Block =
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'heading'; readonly text: Text }
  /** `first` is the number of the first item of an ordered list, where it is not 1. */
  | {
      readonly kind: 'list';
      readonly items: readonly Text[];
      readonly ordered?: boolean;
      readonly first?: number;
    }
  /** Label and value, a line each. */
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'quote'; readonly text: Text };

/** A picture as data: a few large figures, the weeks as bars, and steps with how many stand on each. */
export interface Card {
  readonly title: string;
  readonly subtitle: string;
  readonly figures: readonly { readonly value: string; readonly label: string }[];
  readonly bars: {
    readonly title: string;
    /** What a whole bar stands for, and what its lower part. */
    readonly legend: readonly [whole: string, part: string];
    readonly bars: readonly { readonly label: string; readonly whole: number; readonly part: number }[];
  };
  readonly steps: readonly { readonly label: string; readonly count: number }[];
}

/** A button. `call` is a typed command line without the slash, at most 64 bytes: `review id=1 decision=accept`. */
export type Action = {
  readonly label: string;
  readonly style?: 'primary' | 'danger';
  /** Begins a row of its own, where buttons stand in rows. */
  readonly apart?: boolean;
  /** Worth a button, and left out where it would be a line to read. */
  readonly spare?: boolean;
} & ({ readonly call: string } | { readonly link: string });

export interface View {
  readonly kind: 'view';
  readonly title?: string;
  /** Stands above all where a platform shows pictures; what it shows is said in `alternative`, which is always read. */
  readonly picture?: { readonly card: Card; readonly alternative: string };
  readonly blocks: readonly Block[];
  readonly actions?: readonly Action[];
  /** For the caller's eyes only, where the platform can do that. */
  readonly private?: boolean;
}

/** A question in several fields; what is filled in comes back as a call of `command` with these options. */
export interface Form {
  readonly kind: 'form';
  readonly title: string;
  readonly command: string;
  /** Options that travel with the form unseen, such as an id; with these alone the command asks the same again. */
  readonly fixed: Readonly<Record<string, string>>;
  readonly fields: readonly FormField[];
}

export interface FormField {
  /** The option's name. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What is already filled in. */
  readonly value?: string;
  readonly required: boolean;
  readonly long: boolean;
  /** In UTF-16 units. */
  readonly maxLength: number;
}

export type Reply = View | Form;
