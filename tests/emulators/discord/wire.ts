// Guilds, channels, members and roles in the shape they travel in.

import type { Json } from './json.ts';
import { channelTypes, permissionsOf } from './world.ts';
import type { Account, Channel, Guild, Member, Role, World } from './world.ts';

export const roleWire = (role: Role, position: number): Json => ({
  id: role.id,
  name: role.name,
  permissions: String(role.permissions),
  position,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  managed: false,
  mentionable: role.mentionable,
  flags: 0,
});

export const rolesWire = (guild: Guild): readonly Json[] => [...guild.roles.values()].map(roleWire);

export const memberWire = ({ account, roles, joinedAt }: Member): Json => ({
  user: account.wire,
  nick: null,
  avatar: null,
  roles: roles.map(({ id }) => id),
  joined_at: joinedAt,
  deaf: false,
  mute: false,
  flags: 0,
});

export function channelWire(channel: Channel, viewer?: Account): Json {
  const { id, type, name, guild, parent } = channel;
  const last = [...channel.messages.keys()].at(-1) ?? null;
  if (guild === null) {
    const others = channel.members.filter((account) => account !== viewer);
    return {
      id,
      type,
      last_message_id: last,
      recipients: others.map(({ wire }) => wire),
      flags: 0,
      ...(type === channelTypes.group ? { name } : {}),
    };
  }
  const common = {
    id,
    type,
    name,
    guild_id: guild.id,
    parent_id: parent?.id ?? null,
    last_message_id: last,
    rate_limit_per_user: 0,
    flags: 0,
  };
  if (type === channelTypes.thread) {
    return {
      ...common,
      owner_id: guild.owner.wire.id,
      message_count: channel.messages.size,
      member_count: 1,
      thread_metadata: {
        archived: channel.archived,
        locked: channel.locked,
        auto_archive_duration: 1440,
        archive_timestamp: '2026-01-01T00:00:00.000Z',
      },
    };
  }
  return {
    ...common,
    position: 0,
    topic: null,
    nsfw: false,
    permission_overwrites: channel.overwrites.map(({ allow, deny, ...of }) => ({
      ...of,
      allow: String(allow),
      deny: String(deny),
    })),
  };
}

export const guildWire = (guild: Guild): Json => ({
  id: guild.id,
  name: guild.name,
  icon: null,
  owner_id: guild.owner.wire.id,
  preferred_locale: guild.locale,
  roles: rolesWire(guild),
  emojis: [],
  stickers: [],
  features: [],
  afk_channel_id: null,
  afk_timeout: 300,
  system_channel_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  public_updates_channel_id: null,
  safety_alerts_channel_id: null,
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  mfa_level: 0,
  nsfw_level: 0,
  premium_tier: 0,
  premium_progress_bar_enabled: false,
  vanity_url_code: null,
  description: null,
  banner: null,
  splash: null,
  discovery_splash: null,
  application_id: null,
});

/** What GUILD_CREATE carries. Without the members intent only the bot itself is among the members. */
export function guildCreateWire(world: World, guild: Guild, withMembers: boolean): Json {
  const visible = [...guild.channels.values()];
  const members = [...guild.members.values()].filter(({ account }) => withMembers || account === world.bot);
  return {
    ...guildWire(guild),
    joined_at: guild.members.get(world.bot.wire.id)?.joinedAt ?? new Date(world.now()).toISOString(),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: members.map(memberWire),
    channels: visible
      .filter(({ type }) => type !== channelTypes.thread)
      .map((channel) => channelWire(channel)),
    threads: visible
      .filter(({ type, archived }) => type === channelTypes.thread && !archived)
      .map((channel) => channelWire(channel)),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** What an interaction says of its channel: with what its user may do there. */
export const interactionChannelWire = (channel: Channel, user: Account): Json => ({
  ...channelWire(channel, user),
  permissions: String(channel.guild === null ? 0n : permissionsOf(channel.guild, user, channel)),
});
