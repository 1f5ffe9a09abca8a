// Rules that hold for components in messages and in modals alike: kinds, custom ids, selects.

import { kinds } from './component-tree.ts';
import { listOf, numberOf, recordsOf } from './json.ts';
import type { Json } from './json.ts';
import type { Form, Path } from './refusal.ts';

export const selectKinds: readonly number[] = [3, 5, 6, 7, 8];
export const mostText = 4000;
const mostOptions = 25;

/** One walk over all components of a message or modal, with what it has seen so far. */
export interface Walk {
  readonly form: Form;
  /** Names of the files that come with the message. */
  readonly files: ReadonlySet<string>;
  readonly customIds: Set<string>;
  readonly ids: Set<number>;
  parts: number;
  text: number;
}

export const beginWalk = (form: Form, files: ReadonlySet<string>): Walk => ({
  form,
  files,
  customIds: new Set(),
  ids: new Set(),
  parts: 0,
  text: 0,
});

/** Whether a component of this kind may stand here; counted and complained about. */
export function isOneOf(walk: Walk, part: Json, path: Path, allowed: readonly number[]): boolean {
  walk.parts += 1;
  const { id, type } = part;
  if (typeof id === 'number' && id !== 0) {
    if (walk.ids.has(id))
      walk.form.fault([...path, 'id'], 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated');
    walk.ids.add(id);
  }
  if (typeof type === 'number' && allowed.includes(type)) return true;
  walk.form.fault(
    [...path, 'type'],
    'UNION_TYPE_CHOICES',
    `Value of field "type" must be one of (${allowed.join(', ')}${allowed.length === 1 ? ',' : ''}).`,
  );
  return false;
}

export function checkCustomId(walk: Walk, part: Json, path: Path): void {
  const at = [...path, 'custom_id'];
  const customId = walk.form.text(at, part['custom_id'], 1, 100);
  if (customId === '') return;
  if (walk.customIds.has(customId))
    walk.form.fault(at, 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
  walk.customIds.add(customId);
}

export function checkSelect(walk: Walk, select: Json, path: Path): void {
  const { form } = walk;
  checkCustomId(walk, select, path);
  form.text([...path, 'placeholder'], select['placeholder'], 0, 150);
  form.integer([...path, 'min_values'], select['min_values'], 0, mostOptions);
  form.integer([...path, 'max_values'], select['max_values'], 1, mostOptions);
  if (numberOf(select['min_values'], 1) > numberOf(select['max_values'], 1)) {
    form.fault(
      path,
      'SELECT_COMPONENT_INVALID_MIN_MAX',
      'The minimum number of values cannot exceed the maximum',
    );
  }
  if (select['type'] !== kinds.select) return;
  checkOptions(walk, select, path);
  if (numberOf(select['max_values'], 1) > listOf(select['options']).length) {
    form.fault(
      [...path, 'options'],
      'SELECT_COMPONENT_MAX_VALUES_TOO_HIGH',
      'There are fewer options than max_values asks for',
    );
  }
}

export function checkOptions(walk: Walk, part: Json, path: Path, most = mostOptions): void {
  const { form } = walk;
  const options = recordsOf(part['options']);
  form.length([...path, 'options'], options.length, 1, most);
  const values = new Set<unknown>();
  options.forEach(({ label, value, description }, index) => {
    const at = [...path, 'options', index];
    form.text([...at, 'label'], label, 1, 100);
    form.text([...at, 'value'], value, 1, 100);
    form.text([...at, 'description'], description, 0, 100);
    if (values.has(value))
      form.fault(
        [...at, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      );
    values.add(value);
  });
}
