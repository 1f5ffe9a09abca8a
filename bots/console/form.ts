// A form on its way to being filled in, one answer for each field in turn. An answer that will not do is asked for
// again, and nothing of the others is lost. Knows no streams.

import type { Call } from '../../commands/call.ts';
import type { Context } from '../../commands/context.ts';
import { checkField } from '../../commands/opening-form.ts';
import type { Form, FormField } from '../../core/view.ts';

export interface Filling {
  readonly form: Form;
  /** By field name, what was answered or already stood there. */
  readonly values: Readonly<Record<string, string>>;
  readonly next: FormField;
}

export type Step =
  /** `problem` says why the answer to this field would not do; `null` where none was given yet. */
  | { readonly kind: 'ask'; readonly filling: Filling; readonly problem: string | null }
  /** `form` holds what was answered, should the call be refused. */
  | { readonly kind: 'done'; readonly form: Form; readonly call: Call };

/** Says why a value would not do for a field, or `null`. */
type Check = (field: FormField, value: string) => string | null;

/** Begins with the first field; a form without fields is filled in already. */
export const beginFilling = (form: Form): Step => advance(form, {}, 0);

/** Takes the answer to the field that is asked; an empty one leaves what stands there, unchecked. */
export function answerField(filling: Filling, answer: string, check: Check): Step {
  const { form, values, next } = filling;
  const standing = next.value ?? '';
  const value = answer.trim() === '' ? standing : answer.trim();
  const problem = value === standing && value !== '' ? null : check(next, value);
  if (problem !== null) return { kind: 'ask', filling, problem };
  return advance(form, { ...values, [next.name]: value }, form.fields.indexOf(next) + 1);
}

/** What a value has to be for the command that the form is for, as far as that can be told from the field. */
export const checkIn =
  (context: Context): Check =>
  ({ name, label, required, maxLength }, value) => {
    const { words } = context;
    if (value === '' || value === '-') return required ? words.console.required(label) : null;
    if (value.length > maxLength) return words.refusals.tooLong(label, maxLength, value.length);
    return checkField(name, value, context);
  };

function advance(form: Form, values: Filling['values'], index: number): Step {
  const next = form.fields[index];
  if (next !== undefined) return { kind: 'ask', filling: { form, values, next }, problem: null };
  const fields = form.fields.map((field) => ({ ...field, value: values[field.name] ?? '' }));
  return {
    kind: 'done',
    form: { ...form, fields },
    call: { command: form.command, text: '', options: { ...values, ...form.fixed } },
  };
}
