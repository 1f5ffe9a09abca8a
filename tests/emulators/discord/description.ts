// Checks requests against the published description of the API, where a machine has it.

import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';

import { readSpec } from '../specs.ts';
import { isRecord, recordOf } from './json.ts';

export interface Violation {
  readonly request: string;
  readonly faults: readonly string[];
}

/** What is wrong with a body by the description; null when nothing is, or there is nothing to go by. */
export type Description = (method: string, template: string, json: unknown) => Violation | null;

let known: Description | null = null;

/** Read once: making the checks takes longer than running them. */
export const readDescription = (): Description => (known ??= describe());

function describe(): Description {
  const spec = readSpec('discord-openapi.json');
  if (!isRecord(spec)) return () => null;
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema(spec, 'discord');
  const checks = new Map<string, ValidateFunction | null>();
  const checkOf = (method: string, template: string): ValidateFunction | null => {
    const operation = recordOf(recordOf(recordOf(spec['paths'])[template])[method.toLowerCase()]);
    const content = recordOf(recordOf(operation['requestBody'])['content']);
    if (!isRecord(content['application/json'])) return null;
    const pointer = [
      'paths',
      template,
      method.toLowerCase(),
      'requestBody',
      'content',
      'application/json',
      'schema',
    ]
      .map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/');
    return ajv.compile({ $ref: `discord#/${pointer}` });
  };
  return (method, template, json) => {
    const request = `${method} ${template}`;
    const check = checks.get(request) ?? checkOf(method, template);
    checks.set(request, check);
    if (check === null || check(coerced(json))) return null;
    return {
      request,
      faults: (check.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message ?? ''}`),
    };
  };
}

/** Clients write these bits as a string, which Discord takes and its description does not. */
function coerced(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(coerced);
  if (!isRecord(json) || typeof json['default_member_permissions'] !== 'string') return json;
  return { ...json, default_member_permissions: Number(json['default_member_permissions']) };
}
