// Interactions as calls: a slash command by its options, a button by its payload, a modal by its fields, a message's
// menu by what the message says. Knows no answers.

import type {
  ButtonInteraction,
  ChatInputCommandInteraction,
  Message,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
} from 'discord.js';

import { type Call, parsePayload } from '../../commands/call.ts';
import { commands } from '../../commands/dispatch.ts';
import { readOptions } from '../../commands/options.ts';
import { filledIn } from './form.ts';

/** What is answered with a message or a modal. */
export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | ModalSubmitInteraction;

/** `null` where there is nothing to call: a message without text, a button of nobody's. */
export function callOf(interaction: Answerable): Call | null {
  if (interaction.isMessageContextMenuCommand()) return submitOf(interaction.targetMessage);
  if (interaction.isButton()) return parsePayload(interaction.customId);
  if (interaction.isModalSubmit()) return filledIn(interaction);
  const values = interaction.options.data.map(({ name, value }) => [name, String(value ?? '')] as const);
  return { command: interaction.commandName, text: '', options: Object.fromEntries(values) };
}

/** Whether a form is the answer; decided before the work, since a modal has to be the first thing Discord hears. */
export function asksFor(call: Call): boolean {
  const found = commands.find(({ name }) => name === call.command);
  if (found?.asks === undefined) return false;
  try {
    return found.asks(readOptions(call, found));
  } catch {
    // The values will be refused, with a message.
    return false;
  }
}

function submitOf(message: Message): Call | null {
  const text = [message, ...message.messageSnapshots.values()].flatMap(textsOf).join('\n\n');
  return text === '' ? null : { command: 'submit', text: '', options: { text } };
}

/** What was written, and what a linked page says of itself; in a message, or in one that was forwarded with it. */
function textsOf({ content, embeds }: Pick<Message, 'content' | 'embeds'>): readonly string[] {
  const texts = [
    content,
    ...embeds.flatMap(({ title, description, url, fields }) => [
      title,
      description,
      ...fields.map(({ name, value }) => `${name}: ${value}`),
      url,
    ]),
  ];
  return texts.map((text) => text?.trim() ?? '').filter((text) => text !== '');
}
