// A person at a Discord client: what they can do there, refused where the client would not let them.

import { readBody } from './body.ts';
import type { Command, CommandOption } from './commands.ts';
import { kinds } from './component-tree.ts';
import { checkFields, valuesOf } from './fields.ts';
import type { Modal, Shown } from './interactions.ts';
import { listOf, numberOf, stringOf } from './json.ts';
import type { Json } from './json.ts';
import type { Message } from './message.ts';
import { readOptions } from './options.ts';
import type { Values } from './options.ts';
import { post } from './posting.ts';
import { Form } from './refusal.ts';
import type { Stage } from './router.ts';
import { interactionChannelWire, memberWire } from './wire.ts';
import { channelTypes, may, permissionsOf, usualPermissions } from './world.ts';
import type { Account, Channel } from './world.ts';

interface Action {
  readonly id: string;
  readonly token: string;
  /**
   * What the person sees next: the first answer, then each edit, follow-up or deletion. "Is thinking" is no answer.
   * Rejects as the client does when the bot is silent for three seconds.
   */
  answer(patience?: number): Promise<Shown>;
}

export interface Person {
  readonly id: string;
  readonly account: Account;
  /** The private chat with the bot. */
  readonly direct: Channel;
  /** Subcommands after a blank: `jobs list`. */
  slash(channel: Channel, command: string, values?: Values): Action;
  /** Types into an option that completes itself; the other values are those already filled in. */
  types(channel: Channel, command: string, option: string, text: string, values?: Values): Action;
  /** The menu of a message. */
  menu(channel: Channel, command: string, message: Message): Action;
  /** By label or custom id. */
  presses(message: Message, button: string): Action;
  /** By custom id or placeholder. */
  selects(message: Message, select: string, values: readonly string[]): Action;
  /** Field names are custom ids. What is not named stays as it was filled in. */
  submitsModal(modal: Modal, values: Readonly<Record<string, string | readonly string[]>>): Action;
  says(channel: Channel, text: string, replyTo?: Message): Message;
}

export function personOf(stage: Stage, account: Account, direct: Channel): Person {
  const { world, emit, interactions } = stage;

  function act(
    type: number,
    channel: Channel,
    data: Json,
    owners: Json,
    source: Message | null = null,
    typing = 0,
  ): Action {
    const { guild } = channel;
    const interaction = interactions.begin({ type, user: account, channel, source, typing });
    const member = guild?.members.get(account.wire.id);
    const atHome = guild === null ? channel === direct : guild.members.has(world.bot.wire.id);
    emit('INTERACTION_CREATE', {
      id: interaction.id,
      application_id: world.bot.wire.id,
      type,
      token: interaction.token,
      version: 1,
      data,
      channel_id: channel.id,
      channel: interactionChannelWire(channel, account),
      ...(guild === null || member === undefined
        ? { user: account.wire }
        : {
            guild_id: guild.id,
            guild: { id: guild.id, locale: guild.locale, features: [] },
            guild_locale: guild.locale,
            member: { ...memberWire(member), permissions: String(permissionsOf(guild, account, channel)) },
          }),
      app_permissions: String(
        guild !== null && atHome ? permissionsOf(guild, world.bot, channel) : usualPermissions,
      ),
      locale: account.locale,
      entitlements: [],
      authorizing_integration_owners: owners,
      context: guild === null ? (atHome ? 1 : 2) : 0,
      attachment_size_limit: 10_485_760,
      ...(source === null ? {} : { message: source.wire }),
    });
    return {
      id: interaction.id,
      token: interaction.token,
      answer: (patience) => interaction.seen.take(patience),
    };
  }

  /** The command as it stands in this person's picker there, and whose installation brings it. */
  function find(channel: Channel, type: number, name: string): { command: Command; owners: Json } {
    checkSees(account, channel);
    const { guild } = channel;
    const context = guild === null ? (channel === direct ? 1 : 2) : 0;
    const known = [...(guild?.commands ?? []), ...world.commands].filter((command) => command.type === type);
    const offered = known.flatMap((command) => {
      const owners: Json = {
        ...(command.integrationTypes.includes(0) && guild?.members.has(world.bot.wire.id)
          ? { '0': guild.id }
          : {}),
        ...(command.integrationTypes.includes(0) && channel === direct ? { '0': '0' } : {}),
        ...(command.integrationTypes.includes(1) && account.installed ? { '1': account.wire.id } : {}),
      };
      const fits = Object.keys(owners).length > 0 && command.contexts.includes(context);
      const permitted =
        guild === null || command.permissions === null || mayUse(channel, command.permissions);
      return fits && permitted ? [{ command, owners }] : [];
    });
    if (guild !== null && !may(permissionsOf(guild, account, channel), 'UseApplicationCommands')) {
      throw new Error(`${account.wire.username} may not use commands in ${channel.name}`);
    }
    const found = offered.find(({ command }) => command.name === name);
    if (found === undefined) {
      const names = offered.map(({ command }) => command.name).join(', ');
      throw new Error(
        `${account.wire.username} finds no command "${name}" in ${channel.name}; there are: ${names || 'none'}`,
      );
    }
    return found;
  }

  const mayUse = ({ guild }: Channel, needed: bigint): boolean => {
    const bits = guild === null ? 0n : permissionsOf(guild, account);
    return needed === 0n ? may(bits, 'Administrator') : (bits & needed) === needed;
  };

  function call(channel: Channel, line: string, values: Values, focused: string | null): Action {
    const [name = '', ...path] = line.split(' ');
    const { command, owners } = find(channel, 1, name);
    const { options, resolved } = readOptions(world, channel, command.options, path, values, focused);
    const place = command.wire['guild_id'] === undefined ? {} : { guild_id: command.wire['guild_id'] };
    const data = { id: command.id, name, type: 1, ...place, options, ...resolved };
    return focused === null
      ? act(2, channel, data, owners)
      : act(4, channel, data, owners, null, typeOf(command.options, focused));
  }

  const ownersOf = ({ channel }: Message): Json =>
    channel.guild?.members.has(world.bot.wire.id)
      ? { '0': channel.guild.id }
      : channel === direct
        ? { '0': '0' }
        : { '1': account.wire.id };

  /** The message as it stands now, and the part of it that is used. */
  function use(
    shown: Message,
    what: string,
    matches: (part: Json) => boolean,
  ): { message: Message; part: Json } {
    checkSees(account, shown.channel);
    const message = shown.ephemeral ? shown : shown.channel.messages.get(shown.id);
    if (message === undefined) throw new Error('that message is gone');
    const part = message.components.find(matches);
    if (part === undefined) {
      const there = message.components.map(
        ({ label, placeholder, custom_id: id }) => stringOf(label) || stringOf(placeholder) || stringOf(id),
      );
      throw new Error(`no ${what}; there are: ${there.filter((name) => name !== '').join(', ') || 'none'}`);
    }
    if (part['disabled'] === true) throw new Error(`${what} is disabled`);
    return { message, part };
  }

  return {
    id: account.wire.id,
    account,
    direct,
    slash: (channel, command, values = {}) => call(channel, command, values, null),
    types: (channel, command, option, text, values = {}) =>
      call(channel, command, { ...values, [option]: text }, option),
    menu(channel, name, message) {
      const { command, owners } = find(channel, 3, name);
      const data = {
        id: command.id,
        name,
        type: 3,
        target_id: message.id,
        resolved: { messages: { [message.id]: message.wire } },
      };
      return act(2, channel, data, owners);
    },
    presses(shown, name) {
      const { message, part } = use(
        shown,
        `button "${name}"`,
        ({ type, label, custom_id: id }) => type === kinds.button && (label === name || id === name),
      );
      if (stringOf(part['custom_id']) === '')
        throw new Error(`button "${name}" is a link to ${stringOf(part['url'])}`);
      return act(
        3,
        message.channel,
        { component_type: kinds.button, custom_id: part['custom_id'], id: part['id'] },
        ownersOf(message),
        message,
      );
    },
    selects(shown, name, values) {
      const { message, part } = use(
        shown,
        `select "${name}"`,
        ({ options, placeholder, custom_id: id }) =>
          Array.isArray(options) && (placeholder === name || id === name),
      );
      const offered = listOf(part['options']).map((option) => (option as Json)['value']);
      const strange = values.find((value) => !offered.includes(value));
      if (strange !== undefined)
        throw new Error(`"${strange}" is not in select "${name}"; there are: ${offered.join(', ')}`);
      if (
        values.length < numberOf(part['min_values'], 1) ||
        values.length > numberOf(part['max_values'], 1)
      ) {
        throw new Error(`select "${name}" does not take ${values.length} values`);
      }
      return act(
        3,
        message.channel,
        { component_type: part['type'], custom_id: part['custom_id'], id: part['id'], values },
        ownersOf(message),
        message,
      );
    },
    submitsModal({ components, customId, interaction }, values) {
      if (interaction.user !== account) throw new Error('that form was shown to somebody else');
      checkFields(components, values);
      const owners = interaction.channel.guild?.members.has(world.bot.wire.id)
        ? { '0': interaction.channel.guild.id }
        : { '1': account.wire.id };
      return act(
        5,
        interaction.channel,
        { custom_id: customId, components: valuesOf(components, values) },
        owners,
        interaction.source,
      );
    },
    says(channel, text, replyTo) {
      checkSees(account, channel);
      if (
        channel.guild !== null &&
        !may(
          permissionsOf(channel.guild, account, channel),
          channel.type === channelTypes.thread ? 'SendMessagesInThreads' : 'SendMessages',
        )
      ) {
        throw new Error(`${account.wire.username} may not write in ${channel.name}`);
      }
      const form = new Form();
      const body = readBody(form, [], { content: text }, [], false);
      form.close();
      return post(world, emit, channel, account, body, { replyTo });
    },
  };
}

const typeOf = (options: readonly CommandOption[], name: string): number =>
  options.find((option) => option.name === name)?.type ??
  options.reduce((type, inner) => type || typeOf(inner.options, name), 0);

function checkSees(account: Account, channel: Channel): void {
  const sees =
    channel.guild === null
      ? channel.members.includes(account)
      : may(permissionsOf(channel.guild, account, channel), 'ViewChannel');
  if (!sees) throw new Error(`${account.wire.username} cannot see ${channel.name}`);
}
