// What a reader of one field hands back: the value and the pieces of the text it was read from.

export interface Found<T> {
  readonly value: T;
  /** Verbatim pieces of the normalised text; at least one. */
  readonly evidence: readonly string[];
  /** Set where the text gives reason to ask: several values compete, or the sign is weak. */
  readonly isDoubtful?: boolean;
}

export const found = <T>(value: T, ...evidence: readonly string[]): Found<T> => ({ value, evidence });

/** The piece at an index of a match or a split text; empty where there is none. */
export const pieceAt = (pieces: readonly (string | undefined)[], index: number): string =>
  pieces[index] ?? '';
