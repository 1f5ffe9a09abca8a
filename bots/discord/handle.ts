// What becomes of an interaction: read as a call, answered through the one door, shown. Nothing that goes wrong on
// the way leaves this file except as a line in the log and a sentence to the person.

import { DiscordAPIError, type Interaction, MessageFlags, RESTJSONErrorCodes } from 'discord.js';
import type { AutocompleteInteraction } from 'discord.js';

import { type Call, parsePayload } from '../../commands/call.ts';
import { type Context, type House, openContext } from '../../commands/context.ts';
import { answer } from '../../commands/dispatch.ts';
import { messagesOf } from '../../commands/locales/messages.ts';
import { say } from '../../commands/say.ts';
import type { Block } from '../../core/view.ts';
import type { Log } from '../log.ts';
import { answerWith, type Worded } from './answer.ts';
import { choicesFor } from './autocomplete.ts';
import { type Answerable, callOf } from './calls.ts';
import { missingToPost, originOf } from './origin.ts';
import { keepRefused, withKept } from './refused-forms.ts';
import { render } from './render.ts';

/** Discord will not take an answer any more: it came after three seconds, or another process answered. */
const over = new Set<number | string>([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.InvalidWebhookToken,
]);

/** Commands after which the bot writes here on its own, which a reply to somebody needs no permission for. */
const postsLater = new Set(['subscribe', 'digest', 'status']);

/** The handler of every interaction; never rejects. */
export function interactionHandler(house: House, log: Log): (interaction: Interaction) => Promise<void> {
  return async (interaction) => {
    if (interaction.isAutocomplete()) return complete(interaction, house, log);
    if (
      interaction.isChatInputCommand() ||
      interaction.isMessageContextMenuCommand() ||
      interaction.isButton() ||
      interaction.isModalSubmit()
    ) {
      if (await isOurs(interaction, house)) await reply(interaction, house, log);
    }
  };
}

/** Discord tells every process that runs with the token; where nobody can say whose it is, it is everybody's. */
const isOurs = ({ id }: Interaction, { store }: House): Promise<boolean> =>
  store.updates.claim('discord', id, new Date()).catch(() => true);

async function reply(interaction: Answerable, house: House, log: Log): Promise<void> {
  try {
    const call = callOf(interaction);
    const work = workOn(call, interaction, house);
    // Whoever waits for it hears of its failure; here is only the case that nobody got as far as waiting.
    work.catch(() => {});
    await answerWith(interaction, call ?? nothing, work);
  } catch (fault) {
    await explain(interaction, fault, house, log);
  }
}

const nothing: Call = { command: '', text: '', options: {} };

async function workOn(call: Call | null, interaction: Answerable, house: House): Promise<Worded> {
  const context = await openHere(interaction, house);
  if (call === null) {
    const { words } = context;
    return {
      reply: say(words.discord.noText, { private: true }),
      outcome: 'refused',
      context,
      picture: null,
    };
  }
  const answered = await answer(call, context);
  const notes = postsLater.has(call.command) ? postingNotes(interaction, context) : [];
  if (answered.reply.kind === 'form') {
    return { ...answered, reply: await withKept(answered.reply, context), context, picture: null };
  }
  const { blocks, actions = [] } = answered.reply;
  const back = interaction.isModalSubmit() ? await keepRefused(call, interaction, answered, context) : [];
  const picture = (await house.pictureOf?.(answered.reply)) ?? null;
  const view = { ...answered.reply, blocks: [...blocks, ...notes], actions: [...actions, ...back] };
  return { ...answered, reply: view, context, picture };
}

const openHere = (interaction: Interaction, house: House): Promise<Context> =>
  openContext(house, originOf(interaction), new Date());

function postingNotes(interaction: Answerable, { words }: Context): readonly Block[] {
  const missing = missingToPost(interaction).map((permission) => words.discord.permissions[permission]);
  return missing.length === 0 ? [] : [{ kind: 'text', text: [words.discord.cannotPost(missing)] }];
}

async function complete(interaction: AutocompleteInteraction, house: House, log: Log): Promise<void> {
  try {
    await interaction.respond(await choicesHere(interaction, house));
  } catch (fault) {
    log.warn({ command: interaction.commandName, err: fault }, 'Discord: choices could not be offered');
  }
}

/** None, where something is wrong: typing goes on without them. */
async function choicesHere(interaction: AutocompleteInteraction, house: House) {
  try {
    return await choicesFor(interaction, await openHere(interaction, house));
  } catch (fault) {
    house.report(fault, `choices for ${interaction.commandName}`);
    return [];
  }
}

const isOver = (fault: unknown): boolean => fault instanceof DiscordAPIError && over.has(fault.code);

/** Logs what went wrong, and tells the person if Discord still lets it be told. */
async function explain(interaction: Answerable, fault: unknown, house: House, log: Log): Promise<void> {
  const command =
    'commandName' in interaction
      ? interaction.commandName
      : (parsePayload(interaction.customId)?.command ?? '');
  if (isOver(fault)) {
    log.warn({ command }, 'Discord: the interaction was over before the answer came');
    return;
  }
  const id = house.report(fault, command);
  try {
    const words = messagesOf(originOf(interaction).person.language ?? house.language);
    const [components] = render(say(words.refusals.unanswered(id)), words);
    const body = {
      components,
      flags: [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral],
      allowedMentions: { parse: [] },
    } as const;
    if (interaction.deferred || interaction.replied) await interaction.followUp(body);
    else await interaction.reply(body);
  } catch (again) {
    log.warn({ command, err: again }, 'Discord: the fault could not be told either');
  }
}
