// Requests and answers held against the published description, where it is present: unknown fields, missing ones,
// wrong types. It only records; refusing is the business of the methods.

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

export interface Checker {
  request(method: string, params: Params): void;
  result(method: string, result: unknown): void;
  type(name: string, value: unknown): void;
  /** Whether the real server has a method by this name; unknown without a description. */
  has(method: string): boolean;
}

export function openChecker(spec: unknown, overlay: unknown, violations: string[]): Checker {
  if (spec === null) return { request: () => {}, result: () => {}, type: () => {}, has: () => false };
  // The descriptions are files of a known make; a wrong one fails loudly in the first check.
  const { methods, types } = merged(spec as Description, overlay as Description | null);

  function faults(value: unknown, type: string, where: string): string[] {
    const array = /^Array of (.*)$/u.exec(type)?.[1];
    if (array !== undefined) {
      if (!Array.isArray(value)) return [`${where} is no array`];
      return value.flatMap((item, index) => faults(item, array, `${where}[${index}]`));
    }
    if (type === 'Integer') return Number.isSafeInteger(value) ? [] : [`${where} is no integer`];
    if (type === 'Float') return typeof value === 'number' ? [] : [`${where} is no number`];
    if (type === 'Boolean') return typeof value === 'boolean' ? [] : [`${where} is no boolean`];
    if (type === 'String' || type === 'InputFile')
      return typeof value === 'string' ? [] : [`${where} is no string`];
    if (typeof value !== 'object' || value === null) return [`${where} is no ${type}`];
    const { fields = [], subtypes = [] } = types[type] ?? {};
    if (subtypes.length > 0) return best(subtypes.map((subtype) => faults(value, subtype, where)));
    const asked = fields.map((field) =>
      relaxed.has(`${type}.${field.name}`) ? { ...field, required: false } : field,
    );
    return members(new Map(Object.entries(value)), asked, where);
  }

  function members(values: ReadonlyMap<string, unknown>, fields: readonly Field[], where: string): string[] {
    const known = new Set(fields.map(({ name }) => name));
    return [
      ...[...values.keys()]
        .filter((name) => !known.has(name))
        .map((name) => `${where} has an unknown ${name}`),
      ...fields.flatMap(({ name, types: allowed, required }) => {
        const value = values.get(name);
        if (value === undefined) return required ? [`${where} lacks ${name}`] : [];
        return best(allowed.map((type) => faults(value, type, `${where}.${name}`)));
      }),
    ];
  }

  const record = (subject: string, found: readonly string[]) =>
    violations.push(...found.map((fault) => `${subject}: ${fault}`));

  return {
    has: (method) => methods[method] !== undefined,
    request(method, params) {
      const fields = methods[method]?.fields;
      if (fields === undefined) return;
      const values = new Map<string, unknown>();
      for (const { name, types: allowed } of fields) {
        const value = params.uploads.has(name) ? 'attach://' : params.values[name];
        if (value !== undefined) values.set(name, typed(value, allowed));
      }
      for (const name of Object.keys(params.values)) {
        if (!values.has(name) && !(name === 'method')) values.set(name, params.values[name]);
      }
      record(method, members(values, fields, 'request'));
    },
    result(method, result) {
      const returns = methods[method]?.returns ?? [];
      if (returns.length > 0) {
        record(method, best(returns.map((type) => faults(result, type, 'answer'))));
      }
    },
    type(name, value) {
      record('stand-in', faults(value, name, name));
    },
  };
}

/** Required of old, but no longer: the additions only name what is new. */
const relaxed = new Set(['ReplyParameters.message_id']);

const best = (candidates: readonly string[][]): string[] =>
  candidates.reduce((one, other) => (other.length < one.length ? other : one), candidates[0] ?? []);

/** A form field is text; what it stands for depends on what is expected. */
function typed(value: unknown, allowed: readonly string[]): unknown {
  if (typeof value !== 'string' || allowed.includes('String')) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function merged(spec: Description, overlay: Description | null): Description {
  return {
    methods: joined(spec.methods, overlay?.methods ?? {}),
    types: joined(spec.types, overlay?.types ?? {}),
  };
}

function joined(base: Record<string, Described>, more: Record<string, Described>): Record<string, Described> {
  const all = { ...base };
  for (const [name, described] of Object.entries(more)) {
    all[name] = {
      ...all[name],
      ...described,
      fields: [...(all[name]?.fields ?? []), ...(described.fields ?? [])],
    };
  }
  return all;
}
