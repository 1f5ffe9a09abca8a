// The rules a command must keep before Discord registers it.

import { isGiven, isRecord, lengthOf, listOf, numberOf, recordOf, recordsOf, stringOf } from './json.ts';
import type { Json } from './json.ts';
import { Form } from './refusal.ts';
import type { Path } from './refusal.ts';

export interface CommandOption {
  readonly type: number;
  readonly name: string;
  readonly required: boolean;
  readonly autocomplete: boolean;
  readonly choices: readonly { readonly name: string; readonly value: string | number }[];
  readonly options: readonly CommandOption[];
  readonly minLength: number;
  readonly maxLength: number;
  readonly minValue: number;
  readonly maxValue: number;
}

export interface Command {
  readonly id: string;
  readonly type: number;
  readonly name: string;
  readonly options: readonly CommandOption[];
  /** Null: everyone. */
  readonly permissions: bigint | null;
  readonly contexts: readonly number[];
  readonly integrationTypes: readonly number[];
  readonly wire: Json;
}

const locales = new Set(
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  ),
);
const mostOfType: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 };
const mostInOneCommand = 8000;

/** The commands of a bulk write in the shape they are kept, ids left to `idOf`. Throws a Refusal naming all faults. */
export function readCommands(
  body: unknown,
  idOf: (type: number, name: string) => string,
  fixed: Json,
): Command[] {
  const form = new Form();
  if (!Array.isArray(body)) form.fault([], 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
  const list = recordsOf(body);
  const seen = new Set<string>();
  const counts: Record<number, number> = {};
  list.forEach((command, index) => {
    checkCommand(form, command, [index]);
    const type = numberOf(command['type'], 1);
    const key = `${type} ${stringOf(command['name'])}`;
    if (seen.has(key))
      form.fault([index], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique');
    seen.add(key);
    counts[type] = (counts[type] ?? 0) + 1;
    if (counts[type] === (mostOfType[type] ?? 0) + 1) {
      form.fault(
        [],
        'APPLICATION_COMMANDS_TOO_MANY',
        `Maximum number of application commands reached (${mostOfType[type] ?? 0}).`,
      );
    }
  });
  form.close();
  return list.map((command) => keep(command, idOf, fixed));
}

function checkCommand(form: Form, command: Json, path: Path): void {
  const type = numberOf(command['type'], 1);
  form.choice([...path, 'type'], type, [1, 2, 3]);
  const description = command['description'];
  if (type === 1) {
    checkName(form, [...path, 'name'], command['name']);
    form.text([...path, 'description'], description, 1, 100);
  } else {
    form.text([...path, 'name'], command['name'], 1, 32);
    if (isGiven(description) && description !== '') {
      form.fault(
        [...path, 'description'],
        'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION',
        'Context menu commands cannot have description',
      );
    }
    if (listOf(command['options']).length > 0) {
      form.fault(
        [...path, 'options'],
        'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS',
        'Context menu commands cannot have options',
      );
    }
  }
  checkTranslations(form, command, path, type === 1);
  checkOptions(form, command['options'], [...path, 'options'], 0);
  checkSets(form, command, path);
  if (weightOf(command) > mostInOneCommand) {
    form.fault(path, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${mostInOneCommand})`);
  }
}

function checkSets(form: Form, command: Json, path: Path): void {
  const permissions = command['default_member_permissions'];
  if (isGiven(permissions) && !/^\d+$/u.test(String(permissions))) {
    form.fault([...path, 'default_member_permissions'], 'BITFIELD_TYPE_CONVERT', 'Not a valid bitfield.');
  }
  for (const [name, choices] of [
    ['contexts', [0, 1, 2]],
    ['integration_types', [0, 1]],
  ] as const) {
    const values = command[name];
    if (!isGiven(values)) continue;
    const list = listOf(values);
    if (list.length === 0) form.length([...path, name], 0, 1, choices.length);
    list.forEach((value, index) => form.choice([...path, name, index], value, choices));
    if (new Set(list).size < list.length)
      form.fault([...path, name], 'SET_TYPE_DUPLICATE', 'Must not contain duplicates.');
  }
}

function checkName(form: Form, path: Path, value: unknown): void {
  const name = form.text(path, value, 1, 32);
  if (name === '' || lengthOf(name) > 32) return;
  if (!/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]+$/u.test(name)) {
    form.fault(path, 'STRING_TYPE_REGEX', 'String value did not match validation regex.');
  } else if (name !== name.toLowerCase()) {
    form.fault(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
}

function checkTranslations(form: Form, of: Json, path: Path, named: boolean): void {
  for (const [field, check] of [
    [
      'name_localizations',
      (at: Path, value: unknown) => (named ? checkName(form, at, value) : void form.text(at, value, 1, 32)),
    ],
    ['description_localizations', (at: Path, value: unknown) => void form.text(at, value, 1, 100)],
  ] as const) {
    for (const [locale, value] of Object.entries(recordOf(of[field]))) {
      const at = [...path, field, locale];
      if (!locales.has(locale))
        form.fault(at, 'ENUM_TYPE_COERCE', `Value "${locale}" is not a valid enum value.`);
      else if (value !== null) check(at, value);
    }
  }
}

function checkOptions(form: Form, value: unknown, path: Path, depth: number): void {
  const options = recordsOf(value);
  form.length(path, options.length, 0, 25);
  const names = new Set<string>();
  let optional = false;
  options.forEach((option, index) => {
    const at = [...path, index];
    checkOption(form, option, at, depth);
    const name = stringOf(option['name']);
    if (names.has(name))
      form.fault([...at, 'name'], 'APPLICATION_COMMAND_OPTIONS_NAME_INVALID', 'Option name is already used');
    names.add(name);
    if (option['required'] !== true) optional = true;
    else if (optional) {
      form.fault(
        at,
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    }
  });
  const groups = options.filter(({ type }) => type === 1 || type === 2).length;
  if (groups > 0 && groups < options.length) {
    form.fault(
      path,
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    );
  }
}

function checkOption(form: Form, option: Json, path: Path, depth: number): void {
  const type = option['type'];
  form.choice(
    [...path, 'type'],
    type,
    depth === 0
      ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
      : depth === 1
        ? [1, 3, 4, 5, 6, 7, 8, 9, 10, 11]
        : [3, 4, 5, 6, 7, 8, 9, 10, 11],
  );
  checkName(form, [...path, 'name'], option['name']);
  form.text([...path, 'description'], option['description'], 1, 100);
  checkTranslations(form, option, path, true);
  if (type === 1 || type === 2)
    checkOptions(form, option['options'], [...path, 'options'], type === 2 ? 1 : 2);
  form.integer([...path, 'min_length'], option['min_length'], 0, 6000);
  form.integer([...path, 'max_length'], option['max_length'], 1, 6000);
  const choices = recordsOf(option['choices']);
  form.length([...path, 'choices'], choices.length, 0, 25);
  if (option['autocomplete'] === true && choices.length > 0) {
    form.fault(
      [...path, 'choices'],
      'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE',
      'Options with autocomplete cannot have choices',
    );
  }
  checkChoices(form, choices, type, [...path, 'choices']);
}

/** The choices of an option, or those an autocomplete offers. */
export function checkChoices(form: Form, choices: readonly Json[], type: unknown, path: Path): void {
  const names = new Set<unknown>();
  choices.forEach(({ name, value, ...choice }, index) => {
    const at = [...path, index];
    form.text([...at, 'name'], name, 1, 100);
    checkTranslations(form, { name_localizations: choice['name_localizations'] }, at, false);
    if (names.has(name))
      form.fault(
        [...at, 'name'],
        'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
        'Option choice name already exists',
      );
    names.add(name);
    if (type === 3) form.text([...at, 'value'], value, 1, 100);
    else if (typeof value !== 'number')
      form.fault(
        [...at, 'value'],
        'NUMBER_TYPE_COERCE',
        `Value "${String(value)}" is not ${type === 4 ? 'int' : 'float'}.`,
      );
  });
}

/** Characters of names, descriptions and values together; of translations only the longest counts. */
function weightOf(of: Json): number {
  const longest = (field: string) =>
    Math.max(
      lengthOf(stringOf(of[field])),
      ...Object.values(recordOf(of[`${field}_localizations`])).map((value) => lengthOf(stringOf(value))),
    );
  const value = of['value'];
  const parts = [...recordsOf(of['options']), ...recordsOf(of['choices'])];
  return (
    longest('name') +
    longest('description') +
    (typeof value === 'string' ? lengthOf(value) : 0) +
    parts.reduce((sum, part) => sum + weightOf(part), 0)
  );
}

function keep(body: Json, idOf: (type: number, name: string) => string, fixed: Json): Command {
  const type = numberOf(body['type'], 1);
  const name = stringOf(body['name']);
  const id = idOf(type, name);
  const permissions = isGiven(body['default_member_permissions'])
    ? String(body['default_member_permissions'])
    : null;
  const contexts = Array.isArray(body['contexts']) ? body['contexts'].map(Number) : [0, 1, 2];
  const integrationTypes = Array.isArray(body['integration_types'])
    ? body['integration_types'].map(Number)
    : [0];
  return {
    id,
    type,
    name,
    options: recordsOf(body['options']).map(readOption),
    permissions: permissions === null ? null : BigInt(permissions),
    contexts,
    integrationTypes,
    wire: {
      id,
      ...fixed,
      version: id,
      type,
      name,
      name_localizations: body['name_localizations'] ?? null,
      description: body['description'] ?? '',
      description_localizations: body['description_localizations'] ?? null,
      ...(isGiven(body['options']) ? { options: body['options'] } : {}),
      default_member_permissions: permissions,
      nsfw: body['nsfw'] === true,
      contexts: body['contexts'] ?? null,
      integration_types: integrationTypes,
    },
  };
}

function readOption(option: Json): CommandOption {
  return {
    type: numberOf(option['type']),
    name: stringOf(option['name']),
    required: option['required'] === true,
    autocomplete: option['autocomplete'] === true,
    choices: recordsOf(option['choices']).map(({ name, value }) => ({
      name: stringOf(name),
      value: typeof value === 'number' ? value : stringOf(value),
    })),
    options: listOf(option['options']).filter(isRecord).map(readOption),
    minLength: numberOf(option['min_length'], 0),
    maxLength: numberOf(option['max_length'], 6000),
    minValue: numberOf(option['min_value'], -(2 ** 53)),
    maxValue: numberOf(option['max_value'], 2 ** 53),
  };
}
