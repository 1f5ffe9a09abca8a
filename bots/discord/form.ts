// Forms as Discord modals, and what was filled in as a call. Knows that a modal has five fields at most.

import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';

import { type Call, parsePayload, payload, wordsOf } from '../../commands/call.ts';
import type { Messages } from '../../commands/locales/messages.ts';
import type { Form, FormField } from '../../core/view.ts';
import { shortened } from './render.ts';

const mostFields = 5;
const longestTitle = 45;
const longestLabel = 45;
const longestHint = 100;
const longestValue = 4000;

/** Left to the long field where there are too many: an address needs no label to be found in a text. */
const foundAnywhere = new Set(['link']);

/** Their forms come filled in with what stands, so that an empty box says that nothing does. */
const correcting = new Set(['draft', 'edit']);

/** The modal carries the command and the fixed options in its id, so that it outlives a restart. */
export function modalOf(form: Form, words: Messages): APIModalInteractionResponseCallbackData {
  const customId = payload(form.command, form.fixed);
  if (customId === null) throw new RangeError(`the fixed options of a form of ${form.command} are too long`);
  return {
    title: shortened(form.title, longestTitle),
    custom_id: customId,
    components: fitting(form.fields, words).map((field) => ({
      type: ComponentType.Label,
      label: shortened(field.label, longestLabel),
      component: {
        type: ComponentType.TextInput,
        custom_id: field.name,
        style: isLong(field) ? TextInputStyle.Paragraph : TextInputStyle.Short,
        required: field.required,
        max_length: room(field),
        ...(field.hint === undefined ? {} : { placeholder: shortened(field.hint, longestHint) }),
        ...(valueOf(field) === '' ? {} : { value: valueOf(field) }),
      },
    })),
  };
}

/** The call that a filled modal makes. */
export function filledIn({ customId, fields }: ModalSubmitInteraction): Call | null {
  const call = parsePayload(customId);
  if (call === null) return null;
  const nothing = correcting.has(call.command) ? '-' : '';
  const values = fields.fields.map((field) => {
    const value = 'value' in field && typeof field.value === 'string' ? field.value : '';
    return [field.customId, value.trim() === '' ? nothing : value] as const;
  });
  const fixed = wordsOf(call.text).flatMap(({ name, value }) =>
    name === null ? [] : [[name, value] as const],
  );
  return { command: call.command, text: '', options: Object.fromEntries([...values, ...fixed]) };
}

/** As many fields as there is room for; the label of the long one names those that are left to it. */
function fitting(fields: readonly FormField[], words: Messages): readonly FormField[] {
  const tooMany = fields.length - mostFields;
  if (tooMany <= 0) return fields;
  const short = fields.filter(({ long, required }) => !long && !required).toReversed();
  const [obvious, others] = [true, false].map((wanted) =>
    short.filter(({ name }) => foundAnywhere.has(name) === wanted),
  );
  const left = new Set([...(obvious ?? []), ...(others ?? [])].slice(0, tooMany));
  const named = [...left].map(({ label }) => label);
  return fields
    .filter((field) => !left.has(field))
    .map((field) => (field.long ? { ...field, label: [field.label, ...named].join(words.comma) } : field));
}

const valueOf = ({ value = '' }: FormField): string =>
  value
    .toWellFormed()
    .slice(0, longestValue)
    .replace(/[\uD800-\uDBFF]$/u, '');

/** What already stands there fits in any case; a value that is too long is refused with a reason when it comes back. */
const room = (field: FormField): number =>
  Math.min(longestValue, Math.max(field.maxLength, valueOf(field).length));

const isLong = (field: FormField): boolean => field.long || valueOf(field).includes('\n');
