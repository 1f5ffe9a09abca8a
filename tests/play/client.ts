// What a chat in the terminal needs of a platform: say a line, see what comes, press what was shown.

/** A message as it came: its text and what can be pressed under it. */
export interface Arrival {
  readonly text: string;
  readonly buttons: readonly { readonly label: string; readonly press: () => void }[];
}

export interface Client {
  /** Sends what was typed; throws in words where the platform's client would not let it. */
  say(line: string): void;
  /** What leads the program to this platform. */
  readonly settings: Readonly<Record<string, string>>;
  /** Shown at the beginning. */
  readonly hint: string;
  close(): Promise<void>;
}

/** Nobody gives up waiting for the other here. */
export const forEver = 2 ** 31 - 1;
