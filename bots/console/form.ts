// A form on its way to being filled in, one answer for each field in turn. Knows no streams.

import type { Call } from '../../commands/call.ts';
import type { Form, FormField } from '../../core/view.ts';

export interface Filling {
  readonly form: Form;
  /** By field name, what was answered or already stood there. */
  readonly values: Readonly<Record<string, string>>;
  readonly next: FormField;
  /** The field was asked again because the answer would not do. */
  readonly isSecondTry: boolean;
}

export type Step =
  | { readonly kind: 'ask'; readonly filling: Filling }
  /** `tooLong` is the answer's length; `null` when there was none though one is needed. */
  | { readonly kind: 'again'; readonly tooLong: number | null; readonly filling: Filling }
  | { readonly kind: 'give up' }
  | { readonly kind: 'done'; readonly call: Call };

/** Begins with the first field; a form without fields is filled in already. */
export const beginFilling = (form: Form): Step => advance(form, {}, 0);

/** Takes the answer to the field that is asked; a second answer that will not do ends the form. */
export function answerField(filling: Filling, answer: string): Step {
  const { form, values, next } = filling;
  const value = answer.trim() === '' ? (next.value ?? '') : answer.trim();
  const isMissing = value === '' && next.required;
  if (!isMissing && value.length <= next.maxLength) {
    return advance(form, { ...values, [next.name]: value }, form.fields.indexOf(next) + 1);
  }
  if (filling.isSecondTry) return { kind: 'give up' };
  return {
    kind: 'again',
    tooLong: isMissing ? null : value.length,
    filling: { ...filling, isSecondTry: true },
  };
}

function advance(form: Form, values: Filling['values'], index: number): Step {
  const next = form.fields[index];
  if (next !== undefined) return { kind: 'ask', filling: { form, values, next, isSecondTry: false } };
  return { kind: 'done', call: { command: form.command, text: '', options: { ...values, ...form.fixed } } };
}
