// The components of a message: rows and buttons of old, and Components V2.

import { beginWalk, checkCustomId, checkSelect, isOneOf, mostText, selectKinds } from './component-rules.ts';
import type { Walk } from './component-rules.ts';
import { kinds, numbered } from './component-tree.ts';
import { isGiven, lengthOf, recordOf, recordsOf, stringOf } from './json.ts';
import type { Json } from './json.ts';
import type { Form, Path } from './refusal.ts';

const inRows: readonly number[] = [kinds.button, ...selectKinds];
const inContainers: readonly number[] = [1, 9, 10, 12, 13, 14];
const mostRows = 5;
const mostParts = 40;

/** A message's components as they are kept, each with an id. Faults go to the form. */
export function readComponents(
  form: Form,
  path: Path,
  value: unknown,
  v2: boolean,
  files: ReadonlySet<string>,
): Json[] {
  const list = recordsOf(value);
  const walk = beginWalk(form, files);
  if (!v2) form.length(path, list.length, 0, mostRows);
  list.forEach((part, index) =>
    checkTop(walk, part, [...path, index], v2 ? [...inContainers, kinds.container] : [kinds.row]),
  );
  if (v2 && walk.parts > mostParts) {
    form.fault(
      path,
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      `Total number of components cannot exceed ${mostParts}`,
    );
  }
  if (walk.text > mostText) {
    form.fault(
      path,
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `Total displayable text size exceeds maximum size of ${mostText}`,
    );
  }
  return numbered(list);
}

function checkTop(walk: Walk, part: Json, path: Path, allowed: readonly number[]): void {
  if (!isOneOf(walk, part, path, allowed)) return;
  const { form } = walk;
  const children = recordsOf(part['components']);
  const inside = [...path, 'components'];
  switch (part['type']) {
    case kinds.row:
      checkRow(walk, children, inside);
      break;
    case kinds.section: {
      form.length(inside, children.length, 1, 3);
      children.forEach((child, index) => checkTop(walk, child, [...inside, index], [kinds.text]));
      const accessory = recordOf(part['accessory']);
      const at = [...path, 'accessory'];
      if (!isGiven(part['accessory'])) form.required(at);
      else if (isOneOf(walk, accessory, at, [kinds.button, kinds.thumbnail])) {
        if (accessory['type'] === kinds.button) checkButton(walk, accessory, at);
        else checkMedia(walk, accessory['media'], [...at, 'media']);
      }
      break;
    }
    case kinds.text:
      walk.text += lengthOf(form.text([...path, 'content'], part['content'], 1, mostText));
      break;
    case kinds.gallery: {
      const items = recordsOf(part['items']);
      form.length([...path, 'items'], items.length, 1, 10);
      items.forEach((item, index) => checkMedia(walk, item['media'], [...path, 'items', index, 'media']));
      break;
    }
    case kinds.file:
      checkMedia(walk, part['file'], [...path, 'file'], ['attachment']);
      break;
    case kinds.separator:
      if (isGiven(part['spacing'])) form.choice([...path, 'spacing'], part['spacing'], [1, 2]);
      break;
    default:
      form.length(inside, children.length, 1, mostParts);
      form.integer([...path, 'accent_color'], part['accent_color'], 0, 0xff_ff_ff);
      children.forEach((child, index) => checkTop(walk, child, [...inside, index], inContainers));
  }
}

function checkMedia(walk: Walk, media: unknown, path: Path, schemes = ['http', 'https', 'attachment']): void {
  const url = recordOf(media)['url'];
  walk.form.address([...path, 'url'], url, schemes);
  const name = /^attachment:\/\/(.+)$/u.exec(stringOf(url))?.[1];
  if (name !== undefined && !walk.files.has(name)) {
    walk.form.fault(
      [...path, 'url'],
      'MEDIA_ATTACHMENT_NOT_FOUND',
      `The referenced attachment \`${name}\` was not found`,
    );
  }
}

function checkRow(walk: Walk, children: readonly Json[], path: Path): void {
  walk.form.length(path, children.length, 1, 5);
  const wide = children.filter(({ type }) => type !== kinds.button).length;
  children.forEach((child, index) => {
    const at = [...path, index];
    if (!isOneOf(walk, child, at, inRows)) return;
    if (wide > 0 && index > 0) {
      walk.form.fault(
        at,
        'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
        'The specified component exceeds the maximum width',
      );
    }
    if (child['type'] === kinds.button) checkButton(walk, child, at);
    else checkSelect(walk, child, at);
  });
}

function checkButton(walk: Walk, button: Json, path: Path): void {
  const { form } = walk;
  const { style, url, label } = button;
  form.choice([...path, 'style'], style, [1, 2, 3, 4, 5, 6]);
  form.text([...path, 'label'], label, 0, 80);
  if (style === 6) return;
  if (!isGiven(button['emoji']) && stringOf(label) === '') form.required([...path, 'label']);
  if (style === 5) {
    form.address([...path, 'url'], url, ['http', 'https', 'discord']);
    form.length([...path, 'url'], lengthOf(stringOf(url)), 0, 512);
    if (isGiven(button['custom_id'])) {
      form.fault(
        path,
        'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
        'A custom id and url cannot both be specified',
      );
    }
  } else {
    if (isGiven(url))
      form.fault([...path, 'url'], 'BUTTON_COMPONENT_URL_STYLE', 'A url cannot be specified with this style');
    if (isGiven(button['custom_id'])) checkCustomId(walk, button, path);
    else form.fault([...path, 'custom_id'], 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id required');
  }
}
