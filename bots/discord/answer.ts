// How an answer reaches Discord: at once, or after a sign that it is on its way; for everybody or for one person; in
// the place of the message whose button was pressed, or beside it. Knows deadlines, not what is said.

import {
  type ButtonInteraction,
  ComponentType,
  DiscordAPIError,
  type InteractionReplyOptions,
  type Message as DiscordMessage,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  RESTJSONErrorCodes,
} from 'discord.js';

import { type Call, parsePayload, wordsOf } from '../../commands/call.ts';
import type { Context, Outcome } from '../../commands/context.ts';
import { button, say } from '../../commands/say.ts';
import type { Reply, View } from '../../core/view.ts';
import { type Answerable, asksFor } from './calls.ts';
import { modalOf } from './form.ts';
import { isPrivateChat } from './origin.ts';
import { type Illustrated, type Message, pictureName, render } from './render.ts';

/**
 * Milliseconds until Discord is told that the answer will take longer; it gives up after 3,000. A form is waited
 * for longer, since it cannot be shown any more once that has been said.
 */
const patience = { view: 1500, form: 2300 };

export interface Worded {
  readonly reply: Reply;
  readonly outcome: Outcome;
  readonly context: Pick<Context, 'words'>;
  /** The view's own, drawn. */
  readonly picture: Uint8Array | null;
}

/** Shows what `work` comes to. Rejects when Discord refuses, and with `work`. */
export async function answerWith(interaction: Answerable, call: Call, work: Promise<Worded>): Promise<void> {
  const early = await within(asksFor(call) ? patience.form : patience.view, work);
  if (early === null) await showProgress(interaction);
  const { reply, outcome, context, picture } = early ?? (await work);
  const { words } = context;
  if (reply.kind === 'form' && early !== null && !interaction.isModalSubmit()) {
    await interaction.showModal(modalOf(reply, words));
    return;
  }
  const view = reply.kind === 'view' ? reply : instead(interaction, call, reply.title, context);
  const isHidden = view.private === true && !isPrivateChat(interaction);
  const pressed = pressedOf(interaction);
  const [components, ...others] = render(view, words, { hasPicture: picture !== null });
  const first = { components, picture };
  const isReplaced =
    pressed !== null &&
    outcome === 'answered' &&
    mayReplace(pressed, isHidden) &&
    (await replace(pressed, first, early !== null));
  if (isReplaced) {
    await followUp(interaction, others, pressed.message.flags.has(MessageFlags.Ephemeral));
  } else if (pressed !== null) {
    await stand(interaction, first, !isPrivateChat(interaction), early !== null);
    await followUp(interaction, others, !isPrivateChat(interaction));
  } else {
    // Progress was shown in private, and what comes after it would be as private.
    const isBehind = early === null && !isHidden && !isPrivateChat(interaction);
    if (isBehind) await interaction.deleteReply();
    if (early === null && !isBehind) await interaction.editReply(body(first));
    else await stand(interaction, first, isHidden, early !== null);
    await followUp(interaction, others, isHidden);
  }
}

/** What stands where a form cannot: it was sent with nothing in it, or it came too late. */
const instead = (interaction: Answerable, call: Call, title: string, context: Worded['context']): View =>
  interaction.isModalSubmit()
    ? say(context.words.discord.blank, {
        actions: [{ label: context.words.discord.fillAgain, call: interaction.customId, style: 'primary' }],
        private: true,
      })
    : offer(call, title, context);

/** The form is a tap away where it can not come of itself any more. */
function offer({ command, options }: Call, title: string, { words }: Worded['context']): View {
  const actions = button(title, command, options, 'primary');
  return say(actions.length === 0 ? words.discord.tooLate : words.discord.late, { actions, private: true });
}

/** `null` when it has not come by then. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | null> {
  const { promise, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => resolve(null), milliseconds);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}

async function showProgress(interaction: Answerable): Promise<void> {
  const pressed = pressedOf(interaction);
  if (pressed !== null) await pressed.deferUpdate();
  else await interaction.deferReply(isPrivateChat(interaction) ? {} : { flags: MessageFlags.Ephemeral });
}

/** Of a message that takes another's place; the other's picture goes with it. */
const body = ({ components, picture }: Illustrated) => ({
  components,
  files: picture === null ? [] : [{ attachment: Buffer.from(picture), name: pictureName }],
  attachments: [],
  flags: MessageFlags.IsComponentsV2 as const,
  allowedMentions: { parse: [] },
});

const newBody = (message: Illustrated, isHidden: boolean): InteractionReplyOptions => ({
  ...body(message),
  flags: isHidden ? [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] : MessageFlags.IsComponentsV2,
});

/** In the place of the message whose button was pressed; `false` where that is gone. `isFirst`: as below. */
async function replace(pressed: Pressed, message: Illustrated, isFirst: boolean): Promise<boolean> {
  try {
    await (isFirst ? pressed.update(body(message)) : pressed.editReply(body(message)));
    return true;
  } catch (fault) {
    if (fault instanceof DiscordAPIError && fault.code === RESTJSONErrorCodes.UnknownMessage) return false;
    throw fault;
  }
}

/** A message of its own; `isFirst`: Discord has heard nothing yet. */
const stand = (interaction: Answerable, message: Illustrated, isHidden: boolean, isFirst: boolean) =>
  isFirst ? interaction.reply(newBody(message, isHidden)) : interaction.followUp(newBody(message, isHidden));

async function followUp(
  interaction: Answerable,
  messages: readonly Message[],
  isHidden: boolean,
): Promise<void> {
  for (const components of messages)
    await interaction.followUp(newBody({ components, picture: null }, isHidden));
}

/** Used a button, or a form that a button opened. */
type Pressed = ButtonInteraction | ModalMessageModalSubmitInteraction;

function pressedOf(interaction: Answerable): Pressed | null {
  if (interaction.isButton()) return interaction;
  return interaction.isModalSubmit() && interaction.isFromMessage() ? interaction : null;
}

/** Only a message of the person's own is replaced, and never a hidden answer put where everybody reads. */
function mayReplace(pressed: Pressed, isHidden: boolean): boolean {
  const { message, user, customId } = pressed;
  const isEphemeral = message.flags.has(MessageFlags.Ephemeral);
  const isOwn = isEphemeral || isPrivateChat(pressed) || message.interactionMetadata?.user.id === user.id;
  const call = parsePayload(customId);
  return isOwn && (isEphemeral || !isHidden) && call !== null && continues(call, message);
}

/**
 * Whether the call goes on with what the message is about: its next page, the one thing that it shows, one of its
 * choices. A look at one thing of several leaves the list where it is, and what begins anew leaves everything.
 */
function continues(call: Call, message: DiscordMessage): boolean {
  const options = optionsOf(call);
  const { id, page } = options;
  const offered = callsIn(message);
  if (page !== undefined) return true;
  if (id !== undefined) return offered.every((other) => [undefined, id].includes(optionsOf(other)['id']));
  return Object.keys(options).length > 0 && offered.every(({ command }) => command === call.command);
}

const optionsOf = ({ text }: Call): Readonly<Record<string, string>> =>
  Object.fromEntries(wordsOf(text).map(({ name, value }) => [name, value]));

const callsIn = ({ components }: DiscordMessage): readonly Call[] =>
  components
    .flatMap((part) => (part.type === ComponentType.ActionRow ? part.components : []))
    .flatMap(({ customId }) => (customId === null ? [] : (parsePayload(customId) ?? [])));
