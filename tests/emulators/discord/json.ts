// Reading JSON that may be anything.

export type Json = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const recordOf = (value: unknown): Json => (isRecord(value) ? value : {});

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const recordsOf = (value: unknown): readonly Json[] => listOf(value).map(recordOf);

export const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const numberOf = (value: unknown, otherwise = 0): number =>
  typeof value === 'number' ? value : otherwise;

/** Neither null nor left out. */
export const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

/** Length as Discord counts it: in code points. */
export const lengthOf = (text: string): number => [...text].length;
