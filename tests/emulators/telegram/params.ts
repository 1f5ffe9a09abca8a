// What a request carries. The Bot API takes the same values as JSON, as form fields and as JSON text in form fields.

import { badRequest } from './refusal.ts';

export interface Upload {
  readonly name: string;
  readonly bytes: Buffer;
}

export class Params {
  readonly values: Readonly<Record<string, unknown>>;
  readonly uploads: ReadonlyMap<string, Upload>;

  constructor(values: Readonly<Record<string, unknown>>, uploads: ReadonlyMap<string, Upload> = new Map()) {
    this.values = values;
    this.uploads = uploads;
  }

  text(name: string): string | undefined {
    const value = this.values[name];
    if (value === undefined || value === null) return undefined;
    return typeof value === 'string' ? value : JSON.stringify(value);
  }

  integer(name: string): number | undefined {
    const text = this.text(name);
    if (text === undefined || text === '') return undefined;
    return /^-?\d{1,16}$/u.test(text) ? Number(text) : Number.NaN;
  }

  flag(name: string): boolean {
    const text = this.text(name)?.toLowerCase();
    return text === 'true' || text === '1' || text === 'yes' || text === 't';
  }

  /** A value that is JSON, or text that holds JSON. */
  json(name: string): unknown {
    const value = this.values[name];
    if (typeof value !== 'string') return value ?? undefined;
    if (value === '') return undefined;
    try {
      return JSON.parse(value);
    } catch {
      throw badRequest(`can't parse ${name.replaceAll('_', ' ')} JSON object`);
    }
  }

  list(name: string): readonly unknown[] {
    const value = this.json(name);
    return Array.isArray(value) ? value : [];
  }

  /** The fields of an object; undefined when the parameter is missing. */
  object(name: string): Params | undefined {
    const value = this.json(name);
    if (value === undefined) return undefined;
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw badRequest('object expected');
    return new Params(Object.fromEntries(Object.entries(value)));
  }
}
