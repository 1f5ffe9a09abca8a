// What goes into a column and comes out again: dates, text and JSON. A row that does not hold what its column
// promises is an error here, never a wrong value further up.

import { z } from 'zod';

import type { Criterion, Search } from '../core/criteria.ts';
import { strengths } from '../core/criteria.ts';
import type { Localized } from '../core/language.ts';
import {
  arrangements,
  contracts,
  type Evidence,
  focuses,
  type Opening,
  type OpeningField,
  openingFields,
  periods,
  requiredLanguages,
} from '../core/opening.ts';
import type { AsRead } from '../core/reading/read.ts';

/** The largest id either database gives out. */
const largestId = 2 ** 31 - 1;

/** Whether a number that a person typed can be an id at all. */
export const canBeId = (id: number): boolean => Number.isInteger(id) && id > 0 && id <= largestId;

/** ISO 8601 in UTC with milliseconds: sorts as text. */
export const dateText = (date: Date): string => date.toISOString();

export function dateOf(text: string): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new Error(`not a date: ${text}`);
  return date;
}

/** Text as both databases can keep it: no NUL, no half characters. */
export const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();

const texts = z.array(z.string());
const textOrNull = z.string().nullable();
const numberOrNull = z.number().nullable();

const opening: z.ZodType<Opening> = z.strictObject({
  title: textOrNull,
  titles: texts,
  company: textOrNull,
  locations: texts,
  arrangement: z.enum(arrangements),
  remoteScope: textOrNull,
  salary: z
    .strictObject({
      min: numberOrNull,
      max: numberOrNull,
      currency: z.string(),
      period: z.enum(periods),
      monthsPerYear: numberOrNull,
    })
    .nullable(),
  insuranceBase: numberOrNull,
  contract: z.enum(contracts),
  skills: texts,
  languageRequired: z.enum(requiredLanguages),
  focus: z.enum(focuses),
  applyUrl: textOrNull,
  contact: textOrNull,
});

const evidence: z.ZodType<Evidence> = z.partialRecord(z.enum(openingFields), texts);

const doubts: z.ZodType<readonly OpeningField[]> = z.array(z.enum(openingFields));

const asRead: z.ZodType<AsRead> = z.strictObject({ isOpening: z.boolean(), opening });

const localized: z.ZodType<Localized> = z.object({ en: z.string(), zh: z.string() });

/** Only what all criteria share: what else a kind holds was checked before it was recorded. */
const criterion = z.custom<Criterion>(
  (value) =>
    z
      .looseObject({ kind: z.string(), strength: z.enum(strengths), note: localized.nullable() })
      .safeParse(value).success,
);

const search: z.ZodType<Search> = z.object({
  start: textOrNull,
  phases: z
    .array(
      z.object({
        id: z.string(),
        name: localized,
        months: numberOrNull,
        criteria: z.array(criterion),
      }),
    )
    .min(1),
});

export const openingOf = (json: string): Opening => parse(opening, json, 'opening');
export const evidenceOf = (json: string): Evidence => parse(evidence, json, 'evidence');
export const doubtsOf = (json: string): readonly OpeningField[] => parse(doubts, json, 'list of doubts');
export const asReadOf = (json: string): AsRead => parse(asRead, json, 'reading');
export const searchOf = (json: string): Search => parse(search, json, 'search');

function parse<T>(schema: z.ZodType<T>, json: string, what: string): T {
  try {
    return schema.parse(JSON.parse(json));
  } catch (error) {
    throw new Error(`a row of the database holds no valid ${what}`, { cause: error });
  }
}
