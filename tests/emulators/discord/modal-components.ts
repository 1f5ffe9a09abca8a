// The components of a modal: text inputs in rows of old, and everything a label may hold.

import {
  beginWalk,
  checkCustomId,
  checkOptions,
  checkSelect,
  isOneOf,
  mostText,
  selectKinds,
} from './component-rules.ts';
import type { Walk } from './component-rules.ts';
import { kinds, numbered } from './component-tree.ts';
import { isGiven, lengthOf, numberOf, recordOf, recordsOf, stringOf } from './json.ts';
import type { Json } from './json.ts';
import type { Form, Path } from './refusal.ts';

const inLabels: readonly number[] = [kinds.input, ...selectKinds, 19, 21, 22, 23];
const mostRows = 5;
const mostChecks = 10;

/** A modal's components as they are kept. Faults go to the form. */
export function readModalComponents(form: Form, path: Path, value: unknown): Json[] {
  const list = recordsOf(value);
  const walk = beginWalk(form, new Set());
  form.length(path, list.length, 1, mostRows);
  list.forEach((part, index) => checkModalTop(walk, part, [...path, index]));
  return numbered(list);
}

function checkModalTop(walk: Walk, part: Json, path: Path): void {
  if (!isOneOf(walk, part, path, [kinds.row, kinds.text, kinds.label])) return;
  const { form } = walk;
  if (part['type'] === kinds.text) form.text([...path, 'content'], part['content'], 1, mostText);
  else if (part['type'] === kinds.row) {
    const children = recordsOf(part['components']);
    form.length([...path, 'components'], children.length, 1, 1);
    children.forEach((child, index) => {
      const at = [...path, 'components', index];
      if (isOneOf(walk, child, at, [kinds.input])) {
        form.text([...at, 'label'], child['label'], 1, 45);
        checkField(walk, child, at);
      }
    });
  } else {
    form.text([...path, 'label'], part['label'], 1, 45);
    form.text([...path, 'description'], part['description'], 0, 100);
    const child = recordOf(part['component']);
    const at = [...path, 'component'];
    if (!isGiven(part['component'])) form.required(at);
    else if (isOneOf(walk, child, at, inLabels)) checkField(walk, child, at);
  }
}

function checkField(walk: Walk, field: Json, path: Path): void {
  const { form } = walk;
  const type = numberOf(field['type']);
  if (type === kinds.input) {
    checkCustomId(walk, field, path);
    form.choice([...path, 'style'], field['style'], [1, 2]);
    form.text([...path, 'placeholder'], field['placeholder'], 0, 100);
    form.integer([...path, 'min_length'], field['min_length'], 0, 4000);
    form.integer([...path, 'max_length'], field['max_length'], 1, 4000);
    form.text([...path, 'value'], field['value'], 0, numberOf(field['max_length'], 4000));
    const value = stringOf(field['value']);
    if (value !== '' && lengthOf(value) < numberOf(field['min_length'])) {
      form.length(
        [...path, 'value'],
        lengthOf(value),
        numberOf(field['min_length']),
        numberOf(field['max_length'], 4000),
      );
    }
  } else if (selectKinds.includes(type)) checkSelect(walk, field, path);
  else {
    checkCustomId(walk, field, path);
    if (type === kinds.radios || type === kinds.checkboxes) checkOptions(walk, field, path, mostChecks);
  }
}
