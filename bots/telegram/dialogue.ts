// A form on its way to being filled in, one question at a time. Knows how a question looks and how answers, and the
// wishes to skip, go back or stop, lead to the next one; knows nothing of messages or of where it is kept.

import type { Call } from '../../commands/call.ts';
import type { Messages } from '../../commands/locales/messages.ts';
import { bold, button } from '../../commands/say.ts';
import type { Action, Block, Form, FormField, View } from '../../core/view.ts';

/** Plain data, so that it can be kept and taken up again after a restart. */
export interface Dialogue {
  readonly form: Form;
  /** By field, what was answered. */
  readonly values: Readonly<Record<string, string>>;
  /** Which field is asked for, from 0. */
  readonly at: number;
}

const controls = ['skip', 'back', 'cancel'] as const;
export type Control = (typeof controls)[number];

export const isControl = (name: string): name is Control => controls.some((control) => control === name);

export type Step =
  | { readonly kind: 'ask'; readonly dialogue: Dialogue; readonly problem: string | null }
  | { readonly kind: 'stop' }
  | { readonly kind: 'done'; readonly call: Call; readonly dialogue: Dialogue };

export const begin = (form: Form): Step => ask({ form, values: {}, at: 0 });

/** `check` tells in a sentence why an answer will not do for a field, or `null`. */
export function fill(
  dialogue: Dialogue,
  answer: string,
  words: Messages,
  check: (name: string, value: string) => string | null,
): Step {
  const field = dialogue.form.fields[dialogue.at];
  const value = answer.trim();
  if (field === undefined) return ask(dialogue);
  if (value.length > field.maxLength) {
    const problem = words.refusals.tooLong(field.label, field.maxLength, value.length);
    return { kind: 'ask', dialogue, problem };
  }
  const problem = value === standing(field, dialogue) ? null : check(field.name, value);
  if (problem !== null) return { kind: 'ask', dialogue, problem };
  const values = { ...dialogue.values, [field.name]: value };
  return ask({ ...dialogue, values, at: dialogue.at + 1 });
}

export function steer(dialogue: Dialogue, control: Control, words: Messages): Step {
  const { form, at } = dialogue;
  const field = form.fields[at];
  switch (control) {
    case 'cancel':
      return { kind: 'stop' };
    case 'back':
      return ask({ ...dialogue, at: Math.max(0, at - 1) });
    case 'skip':
      if (field?.required === true && standing(field, dialogue) === null) {
        return { kind: 'ask', dialogue, problem: words.telegram.required(field.label) };
      }
      return ask({ ...dialogue, at: at + 1 });
  }
}

/** The question as a view. With `typed` it is steered by commands, otherwise by buttons. */
export function question(
  { form, values, at }: Dialogue,
  problem: string | null,
  words: Messages,
  { typed, inGroup }: { readonly typed: boolean; readonly inGroup: boolean },
): View {
  const field = form.fields[at];
  if (field === undefined) return { kind: 'view', blocks: [] };
  const now = standing(field, { values });
  // What was typed here all have read; what stood before may not be for them.
  const shown = typed ? (values[field.name] ?? null) : now;
  const hint = typed ? typedHint(field, at, now, words) : hintOn(field, now, words);
  const blocks: readonly (Block | null)[] = [
    problem === null ? null : { kind: 'text', text: [problem] },
    { kind: 'text', text: [bold(field.label), ...(field.hint === undefined ? [] : ['\n', field.hint])] },
    shown === null ? null : { kind: 'facts', facts: [[words.telegram.now, [shown]]] },
    inGroup ? { kind: 'text', text: [words.telegram.replyHere] } : null,
    hint === null ? null : { kind: 'text', text: [{ text: hint, style: 'italic' }] },
  ];
  return {
    kind: 'view',
    title:
      form.fields.length === 1
        ? form.title
        : `${form.title} · ${words.telegram.step(at + 1, form.fields.length)}`,
    blocks: blocks.filter((block) => block !== null),
    ...(typed ? {} : { actions: buttons(field, at, now, words) }),
  };
}

/** What typed words can do that no button says. */
const hintOn = ({ required }: FormField, now: string | null, words: Messages): string | null =>
  now === null || required ? null : words.draft.clear;

/** The same where there are no buttons. */
function typedHint({ required }: FormField, at: number, now: string | null, { telegram }: Messages): string {
  const { skip, keep, clear, back, stop } = telegram.typed;
  const known = required ? [keep] : [keep, clear];
  const skipped = now !== null ? known : required ? [] : [skip];
  return telegram.hints([...skipped, ...(at === 0 ? [] : [back]), stop]);
}

function buttons(
  { required }: FormField,
  at: number,
  now: string | null,
  { telegram }: Messages,
): readonly Action[] {
  return [
    ...(at === 0 ? [] : button(telegram.back, 'back', { at })),
    ...(required && now === null ? [] : button(now === null ? telegram.skip : telegram.keep, 'skip', { at })),
    ...button(telegram.cancel, 'cancel', { at }),
  ];
}

const standing = ({ name, value }: FormField, { values }: Pick<Dialogue, 'values'>): string | null => {
  const known = values[name] ?? value ?? '';
  return known === '' ? null : known;
};

/** Asks for the field that is due; past the last one the form is a call. */
function ask(dialogue: Dialogue): Step {
  const { form, values, at } = dialogue;
  if (at < form.fields.length) return { kind: 'ask', dialogue, problem: null };
  const filled = form.fields.flatMap((field) => {
    const value = standing(field, { values });
    return value === null ? [] : [[field.name, value] as const];
  });
  const options = { ...Object.fromEntries(filled), ...form.fixed };
  return { kind: 'done', call: { command: form.command, text: '', options }, dialogue };
}

/** Asks the last question again, with what was answered, after the form was refused. */
export const again = (dialogue: Dialogue, problem: string): Step => ({
  kind: 'ask',
  dialogue: { ...dialogue, at: Math.max(0, dialogue.form.fields.length - 1) },
  problem,
});
