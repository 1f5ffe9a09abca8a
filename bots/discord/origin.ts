// Who used an interaction, and where: a Discord account as a person, a server or a chat as a place.

import { type BaseInteraction, InteractionContextType, PermissionFlagsBits } from 'discord.js';

import type { Origin } from '../../commands/context.ts';
import { type Language, languages } from '../../core/language.ts';

/** A server is one place with all its channels and threads; whoever manages it moderates there. */
export function originOf(interaction: BaseInteraction): Origin {
  const { user, memberPermissions } = interaction;
  const isAway = isGuest(interaction);
  return {
    platform: 'discord',
    person: { externalId: user.id, name: user.displayName, language: languageOf(interaction.locale) },
    place: placeOf(interaction),
    isOpen: isOpen(interaction),
    isGuest: isAway,
    roles: !isAway && memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true ? ['moderator'] : [],
    ...(isAway ? {} : rolesOf(interaction)),
  };
}

/** The private chat of one person with the bot; a group chat that the bot was brought to has other readers. */
export const isPrivateChat = ({ guildId, context }: BaseInteraction): boolean =>
  guildId === null && context !== InteractionContextType.PrivateChannel;

function placeOf(interaction: BaseInteraction): Origin['place'] {
  const { guildId, channelId, user } = interaction;
  if (guildId !== null) return { externalId: guildId, kind: 'group', channel: channelId };
  // A private place goes by the person: the ids of private channels are not kept.
  if (isPrivateChat(interaction) || channelId === null) {
    return { externalId: user.id, kind: 'private', channel: null };
  }
  return { externalId: channelId, kind: 'group', channel: null };
}

/** Whoever installed the bot for themselves takes it along to servers and group chats that it is no member of. */
const isGuest = (interaction: BaseInteraction): boolean =>
  !isPrivateChat(interaction) && interaction.guild === null;

const isOpen = (interaction: BaseInteraction): boolean =>
  !isGuest(interaction) && missingToPost(interaction).length === 0;

/** Without the role that everybody has, which goes by the id of the server; nothing where there are no roles at all. */
function rolesOf({ member, guildId, guild }: BaseInteraction): Pick<Origin, 'platformRoles' | 'roleName'> {
  if (member === null) return {};
  const ids = 'cache' in member.roles ? [...member.roles.cache.keys()] : member.roles;
  return {
    platformRoles: ids.filter((id) => id !== guildId),
    roleName: (id) => guild?.roles.cache.get(id)?.name ?? null,
  };
}

/** `zh-CN` and `zh-TW` are Chinese; `null` for a language the bot does not speak. */
const languageOf = (locale: string): Language | null =>
  languages.find((language) => locale.toLowerCase().startsWith(language)) ?? null;

type Posting = 'ViewChannel' | 'SendMessages' | 'SendMessagesInThreads';

/** What the bot is not allowed here and would need to write on its own, without being called. */
export function missingToPost({ guildId, channel, appPermissions }: BaseInteraction): readonly Posting[] {
  if (guildId === null) return [];
  const sending = channel?.isThread() === true ? 'SendMessagesInThreads' : 'SendMessages';
  return (['ViewChannel', sending] as const).filter((permission) => !appPermissions.has(permission));
}
