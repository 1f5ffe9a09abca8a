// The written form of a profile, as people edit it: what may be left out, said once, or written as changes to the
// phase before. It hides that form from everybody else, who sees a `Profile`.

import { closest, distance } from 'fastest-levenshtein';
import { z } from 'zod';

import { strengths, type Criterion, type CriterionKind, type Phase } from '../criteria.ts';
import type { Localized } from '../language.ts';
import { contracts, focuses, periods } from '../opening.ts';
import { sections, visibilities, type Profile } from '../profile.ts';
import { findPlace, places } from '../vocabulary/places.ts';

const line = z.string().trim().min(1, 'expected some text');
const text = z
  .union([line, z.strictObject({ en: line, zh: line })])
  .transform((words): Localized => (typeof words === 'string' ? { en: words, zh: words } : words))
  .meta({ description: 'Words for readers: in English and Chinese, or once where both are the same.' });
const texts = z.array(text).default([]);
const link = z.url({
  protocol: /^https?$/u,
  error: 'expected a web address; for example https://example.org/',
});

const placeNames = places.map(({ name }) => name);
const placeOf = (kind: 'city' | 'country') =>
  line
    .refine((name) => findPlace(name)?.kind === kind, {
      error: ({ input }) =>
        `expected a ${kind} the bot knows, not "${String(input)}"; did you mean ${closest(String(input), placeNames)}?`,
    })
    .transform((name) => findPlace(name)?.name ?? name);

const common = {
  strength: z.enum(strengths),
  note: text.nullable().default(null),
};
const share = z
  .number()
  .min(0)
  .max(1)
  .default(0)
  .meta({ description: 'How far under the floor, 0.1 is 10 %.' });
const amount = z.number().positive();
const spoken = z.enum(['en', 'zh']);

/** What each kind of criterion is written with; criteria are shown in this order. */
const criterionShapes = {
  place: z.strictObject({
    ...common,
    onsite: z.array(placeOf('city')).default([]),
    remote_from: placeOf('country').nullable().default(null),
  }),
  work: z.strictObject({
    ...common,
    focuses: z.array(z.enum(focuses)).min(1, 'expected at least one focus'),
    near: z.array(z.enum(focuses)).default([]),
  }),
  salary: z
    .strictObject({
      ...common,
      min: amount,
      max: amount.nullable().default(null),
      currency: z
        .string()
        .regex(/^(?:[A-Z]{3}|USDT)$/u, 'expected a currency of three capital letters, or USDT'),
      period: z.enum(periods),
      below: share,
    })
    .refine(({ min, max }) => max === null || max >= min, {
      path: ['max'],
      error: 'expected at least min',
    }),
  insurance: z.strictObject({ ...common, min: amount, below: share }),
  language: z.strictObject({
    ...common,
    preferred: z.array(spoken).default([]),
    accepted: z.array(spoken).default([]),
  }),
  contract: z.strictObject({
    ...common,
    accepted: z.array(z.enum(contracts)).min(1, 'expected at least one form of employment'),
    near: z.array(z.enum(contracts)).default([]),
  }),
  industry: z.strictObject(common),
};
const kinds = z.enum(Object.keys(criterionShapes) as CriterionKind[]); // keys of the table above

const criteriaSchema = z.strictObject(criterionShapes).partial();
/** The values stay unchecked here: they are checked once they are laid over the phase before. */
const changesSchema = z.partialRecord(kinds, z.record(z.string(), z.unknown()));

const phaseSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_-]*$/u, 'expected a short name in small letters; for example trial'),
  name: text,
  months: z.int().positive().nullable().default(null),
  criteria: z
    .unknown()
    .optional()
    .meta(z.toJSONSchema(criteriaSchema, { io: 'input' })),
  changes: changesSchema.optional(),
  drop: z.array(kinds).optional(),
});

const pieceSchema = z.strictObject({
  title: text,
  details: text.nullable().default(null),
  link: link.nullable().default(null),
});

const visibilityShape = z.strictObject(
  Object.fromEntries(
    sections.map((section) => [
      section,
      z.enum(visibilities).default(section === 'circumstances' ? 'private' : 'public'),
    ]),
  ) as Record<
    (typeof sections)[number],
    z.ZodDefault<z.ZodEnum<{ [K in (typeof visibilities)[number]]: K }>>
  >, // fromEntries forgets its keys
);

const profileDocument = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_-]*$/u, 'expected a short name in small letters; for example zhiwei'),
  name: text,
  headline: text,
  identities: z
    .array(z.string().regex(/^[a-z]+:\S+$/u, 'expected PLATFORM:ID; for example discord:123456789012345678'))
    .default([]),
  about: texts,
  request: texts,
  skills: z
    .array(
      z
        .strictObject({
          from: z.number().min(0),
          to: z.number().positive().nullable().default(null),
          skills: z.array(line),
        })
        .refine(({ from, to }) => to === null || to >= from, {
          path: ['to'],
          error: 'expected at least from',
        }),
    )
    .default([]),
  tools: z.array(z.strictObject({ name: text, tools: z.array(line) })).default([]),
  learning: z.array(line).default([]),
  works: z.array(pieceSchema).default([]),
  ideas: z.array(pieceSchema).default([]),
  gives_back: texts,
  circumstances: texts,
  visibility: visibilityShape.prefault({}),
  search: z.strictObject({
    start: z.iso.date('expected a date; for example 2026-11-24').nullable().default(null),
    phases: z.array(phaseSchema).min(1, 'expected at least one phase'),
  }),
});

/** What a profile is written as. */
export type ProfileDocument = z.input<typeof profileDocument>;

/** The JSON Schema of the document, for editors. */
export const profileSchemaText = (): string =>
  `${JSON.stringify(z.toJSONSchema(profileDocument, { io: 'input' }), null, 2)}\n`;

/** What is wrong, and where in the document. */
export interface DocumentFault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

export type ProfileReading =
  | { readonly profile: Profile; readonly faults?: never }
  | { readonly faults: readonly DocumentFault[]; readonly profile?: never };

/** The profile that a document describes, or everything that is wrong with it. */
export function readProfile(document: unknown): ProfileReading {
  const read = profileDocument.safeParse(document, { reportInput: true });
  // Read by itself, so that a fault elsewhere does not keep those of the criteria from being told.
  const search = profileDocument.shape.search.safeParse(Object(document).search);
  const { phases, faults } = readPhases(search.data?.phases ?? []);
  if (!read.success) return { faults: [...read.error.issues.flatMap((issue) => describe(issue)), ...faults] };
  if (faults.length > 0) return { faults };
  return { profile: { ...read.data, search: { start: read.data.search.start, phases } } };
}

function readPhases(written: readonly z.output<typeof phaseSchema>[]): {
  readonly phases: readonly Phase[];
  readonly faults: readonly DocumentFault[];
} {
  const faults: DocumentFault[] = [];
  const phases: Phase[] = [];
  let before: Written = {};
  const told = new Set<string>();
  const key = (issue: z.core.$ZodIssue) => `${issue.path.join('.')}: ${issue.message}`;
  for (const [index, { id, name, months, criteria, changes, drop }] of written.entries()) {
    const path = ['search', 'phases', index];
    const inFull = criteria !== undefined || (changes === undefined && drop === undefined);
    if (inFull && (changes !== undefined || drop !== undefined)) {
      faults.push({ path, message: 'a phase has either criteria, or changes and drop; leave one out' });
    }
    if (index === 0 && criteria === undefined) {
      faults.push({ path, message: 'the first phase is written in full; expected criteria' });
    }
    if (months === null && index < written.length - 1) {
      faults.push({ path, message: 'only the last phase goes on without an end; expected months' });
    }
    const full = inFull ? (criteria ?? {}) : changed(before, changes ?? {}, drop ?? []);
    const set = criteriaSchema.safeParse(full, { reportInput: true });
    if (set.success) phases.push({ id, name, months, criteria: toCriteria(set.data) });
    else {
      const at = [...path, inFull ? 'criteria' : 'changes'];
      // What a phase took over from the one before was told there.
      const fresh = set.error.issues.filter((issue) => !told.has(key(issue)));
      for (const issue of fresh) told.add(key(issue));
      faults.push(...fresh.flatMap((issue) => describe(issue, at)));
    }
    if (typeof full === 'object' && full !== null) before = full;
  }
  return { phases, faults };
}

type Written = Readonly<Record<string, unknown>> | object;
type Criteria = z.output<typeof criteriaSchema>;

function changed(
  before: Written,
  changes: Readonly<Record<string, object>>,
  drop: readonly string[],
): Written {
  const after: Record<string, unknown> = { ...before };
  for (const [kind, change] of Object.entries(changes)) after[kind] = { ...Object(after[kind]), ...change };
  for (const kind of drop) delete after[kind];
  return after;
}

function toCriteria({ place, work, salary, insurance, language, contract, industry }: Criteria): Criterion[] {
  const criteria: Criterion[] = [];
  if (place !== undefined) {
    const { remote_from: remoteFrom, ...rest } = place;
    criteria.push({ kind: 'place', ...rest, remoteFrom });
  }
  if (work !== undefined) criteria.push({ kind: 'work', ...work });
  if (salary !== undefined) criteria.push({ kind: 'salary', ...salary });
  if (insurance !== undefined) criteria.push({ kind: 'insurance', ...insurance });
  if (language !== undefined) criteria.push({ kind: 'language', ...language });
  if (contract !== undefined) criteria.push({ kind: 'contract', ...contract });
  if (industry !== undefined) criteria.push({ kind: 'industry', ...industry });
  return criteria;
}

/** The document of a profile, every phase in full. */
export function toDocument({ search, ...rest }: Profile): ProfileDocument {
  const phases = search.phases.map(({ criteria, ...phase }) => ({
    ...phase,
    criteria: Object.fromEntries(
      criteria.map((criterion) => {
        if (criterion.kind !== 'place') {
          const { kind, ...fields } = criterion;
          return [kind, fields];
        }
        const { kind, remoteFrom, ...fields } = criterion;
        return [kind, { ...fields, remote_from: remoteFrom }];
      }),
    ),
  }));
  // A document is edited and serialised, a profile never changes: the same data without `readonly`.
  return structuredClone({ ...rest, search: { start: search.start, phases } }) as ProfileDocument;
}

const documentKeys = [
  ...new Set(
    [profileDocument, phaseSchema, pieceSchema, criteriaSchema, ...Object.values(criterionShapes)].flatMap(
      (shape) => Object.keys(shape.shape),
    ),
  ),
];

function describe(issue: z.core.$ZodIssue, root: readonly PropertyKey[] = []): DocumentFault[] {
  const path = [...root, ...issue.path];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((name) => {
        const near = closest(name, documentKeys);
        const offer =
          distance(name, near) <= name.length / 3 ? `; did you mean "${near}"?` : '; leave it out';
        return { path: [...path, name], message: `there is no "${name}" here${offer}` };
      });
    case 'invalid_union': {
      const inside = issue.errors.find((branch) =>
        branch.some((fault) => fault.path.length > 0 || fault.code === 'unrecognized_keys'),
      );
      return inside === undefined || typeof issue.input !== 'object'
        ? [{ path, message: `${missing(issue.input)}expected text, or {en: …, zh: …}` }]
        : inside.flatMap((fault) => describe(fault, path));
    }
    case 'invalid_type':
      return [
        { path, message: `${missing(issue.input)}expected ${typeNames[issue.expected] ?? issue.expected}` },
      ];
    case 'invalid_value':
      return [{ path, message: `${missing(issue.input)}expected one of ${issue.values.join(', ')}` }];
    default:
      return [{ path, message: issue.message.replace(/^[A-Z]/u, (letter) => letter.toLowerCase()) }];
  }
}

const typeNames: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
  string: 'text',
  int: 'a whole number',
  number: 'a number',
};
const missing = (input: unknown): string => (input === undefined ? 'missing; ' : '');
