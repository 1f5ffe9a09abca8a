// What a command asks for beyond its own words: the link that opened the chat, and the message that it replies to.

import type { Message } from '@grammyjs/types';

import type { Call } from '../../commands/call.ts';
import type { Context } from '../../commands/context.ts';
import { commandNamed } from '../../commands/dispatch.ts';
import { hasSeveral } from '../../commands/seekers.ts';
import { hasContent, textOf } from './message-text.ts';

/** What a link into the chat stands for: `opening_12`, the name of a command, or help; and for which seeker. */
export function startOf({ text }: Call): { readonly asked: Call; readonly seeker: string | undefined } {
  const [, opening, name = '', seeker] = /^(?:opening_(\d+)|([a-z]+))(?:_(.+))?$/u.exec(text) ?? [];
  const command = commandNamed(name)?.name ?? 'help';
  const asked =
    opening === undefined
      ? { command, text: '', options: {} }
      : { command: 'opening', text: '', options: { id: opening } };
  return { asked, seeker };
}

/** What a link into the chat says, so that it stands for the call there, and for the same seeker. */
export function startFor({ command, text }: Call, { house }: Context): string {
  const id = command === 'opening' ? /^id=(\d+)$/u.exec(text)?.[1] : undefined;
  const start = id === undefined ? command : `opening_${id}`;
  // Whoever follows it may have chosen another seeker.
  return hasSeveral(house) ? `${start}_${house.profile.id}` : start;
}

/** A command that takes a pasted text and was given none means the message that it replies to; `null`: that has none. */
export function withAnswered(asked: Call, { reply_to_message: answered }: Message): Call | null {
  const options = commandNamed(asked.command)?.options ?? {};
  const [first] = Object.entries(options);
  if (asked.text !== '' || first === undefined || answered === undefined) return asked;
  const [name, option] = first;
  const text = textOf(answered);
  const takesText = option.kind === 'text' && option.verbatim === true;
  if (takesText && text === null && hasContent(answered)) return null;
  return takesText && text !== null ? { ...asked, options: { [name]: text } } : asked;
}
