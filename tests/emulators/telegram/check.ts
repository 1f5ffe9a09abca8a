// Requests and answers held against the published description, where it is present: unknown fields, missing ones,
// wrong types. It only records; refusing is the business of the methods.

import { readSpec } from '../specs.ts';
import type { Params } from './params.ts';

interface Field {
  readonly name: string;
  readonly types: readonly string[];
  readonly required: boolean;
}

interface Described {
  readonly fields?: readonly Field[];
  readonly subtypes?: readonly string[];
  readonly returns?: readonly string[];
}

interface Description {
  readonly methods: Record<string, Described>;
  readonly types: Record<string, Described>;
}

/** The fields of a method or type, ready for many checks. */
interface Shape {
  readonly fields: ReadonlyMap<string, Field>;
  readonly required: readonly string[];
  readonly subtypes: readonly string[];
  readonly returns: readonly string[];
}

interface Book {
  readonly methods: ReadonlyMap<string, Shape>;
  readonly types: ReadonlyMap<string, Shape>;
}

export interface Checker {
  request(method: string, params: Params): void;
  result(method: string, result: unknown): void;
  type(name: string, value: unknown): void;
  /** Whether the real server has a method by this name; unknown without a description. */
  has(method: string): boolean;
}

/** Required of old, but no longer: the additions only name what is new. */
const relaxed = new Set(['ReplyParameters.message_id']);

// The descriptions are files of a known make; a wrong one fails loudly in the first check.
const spec = readSpec('telegram-bot-api.json') as Description | null;
const additions = readSpec('telegram-bot-api-10.3-overlay.json') as Partial<Description> | null;
const book: Book | null =
  spec === null
    ? null
    : {
        methods: shapes(spec.methods, additions?.methods ?? {}),
        types: shapes(spec.types, additions?.types ?? {}),
      };

export function openChecker(violations: string[]): Checker {
  if (book === null) return { request: () => {}, result: () => {}, type: () => {}, has: () => false };
  const { methods, types } = book;
  const record = (subject: string, found: readonly string[]) => {
    for (const fault of found) violations.push(`${subject}${fault}`);
  };
  return {
    has: (method) => methods.has(method),
    request(method, params) {
      const shape = methods.get(method);
      if (shape !== undefined) record(`${method}: request`, members(types, asTyped(shape, params), shape));
    },
    result(method, result) {
      const returns = methods.get(method)?.returns ?? [];
      if (returns.length > 0) record(`${method}: answer`, anyOf(types, result, returns));
    },
    type: (name, value) => record(`stand-in: ${name}`, faults(types, value, name)),
  };
}

/** What is wrong with a value, where `undefined` never travels; each fault beginning with where it is inside. */
function faults(types: Book['types'], value: unknown, type: string): string[] {
  switch (type) {
    case 'Integer':
      return Number.isSafeInteger(value) ? [] : [' is no integer'];
    case 'Float':
      return typeof value === 'number' ? [] : [' is no number'];
    case 'Boolean':
      return typeof value === 'boolean' ? [] : [' is no boolean'];
    case 'String':
    case 'InputFile':
      return typeof value === 'string' ? [] : [' is no string'];
  }
  if (type.startsWith('Array of ')) {
    if (!Array.isArray(value)) return [' is no array'];
    const inner = type.slice('Array of '.length);
    return value.flatMap((item, index) => within(`[${index}]`, faults(types, item, inner)));
  }
  if (typeof value !== 'object' || value === null) return [` is no ${type}`];
  const shape = types.get(type);
  if (shape === undefined) return [];
  if (shape.subtypes.length > 0) return anyOf(types, value, shape.subtypes);
  return members(types, value, shape);
}

function members(types: Book['types'], value: object, { fields, required }: Shape): string[] {
  const found: string[] = [];
  for (const [name, inner] of Object.entries(value)) {
    if (inner === undefined) continue;
    const field = fields.get(name);
    if (field === undefined) found.push(` has an unknown ${name}`);
    else found.push(...within(`.${name}`, anyOf(types, inner, field.types)));
  }
  for (const name of required) if (Reflect.get(value, name) === undefined) found.push(` lacks ${name}`);
  return found;
}

/** No faults if the value is of one of the types, else those of the type it comes closest to. */
function anyOf(types: Book['types'], value: unknown, allowed: readonly string[]): string[] {
  let best: string[] | undefined;
  for (const type of allowed) {
    const found = faults(types, value, type);
    if (found.length === 0) return found;
    if (best === undefined || found.length < best.length) best = found;
  }
  return best ?? [];
}

const within = (place: string, found: readonly string[]) =>
  found.length === 0 ? found : found.map((fault) => `${place}${fault}`);

/** The values of a request; a form field is text, and what it stands for depends on what is expected. */
function asTyped({ fields }: Shape, { values, uploads }: Params): object {
  const typed: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    if (name === 'method') continue;
    const allowed = fields.get(name)?.types ?? [];
    typed[name] = typeof value !== 'string' || allowed.includes('String') ? value : parsed(value);
  }
  for (const name of uploads.keys()) if (fields.has(name)) typed[name] = 'attach://';
  return typed;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function shapes(
  base: Record<string, Described>,
  more: Record<string, Described>,
): ReadonlyMap<string, Shape> {
  return new Map(
    [...new Set([...Object.keys(base), ...Object.keys(more)])].map((name) => {
      const fields = [...(base[name]?.fields ?? []), ...(more[name]?.fields ?? [])];
      return [
        name,
        {
          fields: new Map(fields.map((field) => [field.name, field])),
          required: fields
            .filter((field) => field.required && !relaxed.has(`${name}.${field.name}`))
            .map((field) => field.name),
          subtypes: base[name]?.subtypes ?? more[name]?.subtypes ?? [],
          returns: base[name]?.returns ?? more[name]?.returns ?? [],
        },
      ];
    }),
  );
}
