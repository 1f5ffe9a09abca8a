// Forms that were refused, kept for a while as somebody filled them in: Discord shows no form in answer to a form, so
// that a button leads back to it, and it comes with what was typed.

import type { ModalSubmitInteraction } from 'discord.js';

import { type Call, payload } from '../../commands/call.ts';
import type { Context, Outcome } from '../../commands/context.ts';
import type { Action, Form } from '../../core/view.ts';

interface Refused {
  /** The form, as the call that opens it. */
  readonly form: string;
  /** What was filled in, by the names of the fields. */
  readonly values: Readonly<Record<string, string>>;
}

/** In milliseconds: who comes back later begins anew. */
const kept = 60 * 60 * 1000;

/** Keeps what was filled in unless it was answered; returns the way back to the form. */
export async function keepRefused(
  { options }: Call,
  { customId }: Pick<ModalSubmitInteraction, 'customId'>,
  { outcome }: { readonly outcome: Outcome },
  { house, place, caller, now, words }: Context,
): Promise<readonly Action[]> {
  const { dialogues } = house.store;
  if (outcome === 'answered') {
    await dialogues.end(place.id, caller.personId);
    return [];
  }
  const refused = { form: customId, values: options } satisfies Refused;
  await dialogues.save(place.id, caller.personId, JSON.stringify(refused), now);
  return [{ label: words.discord.fillAgain, call: customId, style: 'primary' }];
}

/** The form with what was typed into it when it was refused. */
export async function withKept(form: Form, { house, place, caller, now }: Context): Promise<Form> {
  const found = await house.store.dialogues.find(place.id, caller.personId);
  if (found === null || now.getTime() - found.savedAt.getTime() > kept) return form;
  // What is kept of this platform's places was written above.
  const refused = JSON.parse(found.json) as Refused;
  if (refused.form !== payload(form.command, form.fixed)) return form;
  const { values } = refused;
  return {
    ...form,
    fields: form.fields.map((field) => {
      const value = values[field.name] ?? field.value ?? '';
      // What was left empty, and so read as a dash.
      return { ...field, value: value === '-' ? '' : value };
    }),
  };
}
