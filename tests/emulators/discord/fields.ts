// A form's fields as a client sends them, checked as a client checks them.

import { flatten, kinds } from './component-tree.ts';
import { isGiven, lengthOf, numberOf, recordOf, recordsOf, stringOf } from './json.ts';
import type { Json } from './json.ts';

type Values = Readonly<Record<string, string | readonly string[]>>;

/** Throws where the client would not let the person send it. */
export function checkFields(components: readonly Json[], values: Values): void {
  const fields = flatten(components).filter(({ custom_id: id }) => isGiven(id));
  const names = fields.map(({ custom_id: id }) => stringOf(id));
  const strange = Object.keys(values).find((name) => !names.includes(name));
  if (strange !== undefined) throw new Error(`no field "${strange}"; there are: ${names.join(', ')}`);
  for (const field of fields) {
    const name = stringOf(field['custom_id']);
    const value = filled(field, values);
    const required = field['required'] !== false;
    if (required && value.length === 0) throw new Error(`field "${name}" is required`);
    if (field['type'] !== kinds.input || typeof value !== 'string' || value === '') continue;
    const length = lengthOf(value);
    if (length < numberOf(field['min_length']) || length > numberOf(field['max_length'], 4000)) {
      throw new Error(
        `field "${name}" takes ${numberOf(field['min_length'])} to ${numberOf(field['max_length'], 4000)} characters`,
      );
    }
  }
}

function filled(field: Json, values: Values): string | readonly string[] {
  const given = values[stringOf(field['custom_id'])];
  if (given !== undefined) return given;
  if (field['type'] === kinds.input) return stringOf(field['value']);
  return recordsOf(field['options'])
    .filter((option) => option['default'] === true)
    .map(({ value }) => stringOf(value));
}

/** The components of a submission: what was filled in, in the form's own shape. */
export const valuesOf = (components: readonly Json[], values: Values): readonly Json[] =>
  components.map((part): Json => {
    const { type, id } = part;
    if (type === kinds.row) return { type, id, components: valuesOf(recordsOf(part['components']), values) };
    if (type === kinds.label)
      return { type, id, component: valuesOf([recordOf(part['component'])], values)[0] };
    if (type === kinds.text) return { type, id };
    const value = filled(part, values);
    return {
      type,
      id,
      custom_id: part['custom_id'],
      ...(typeof value === 'string' ? { value } : { values: value }),
    };
  });
