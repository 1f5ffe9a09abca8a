// Methods that look at chats and their members.

import { findChat } from './access.ts';
import type { Params } from './params.ts';
import { badRequest } from './refusal.ts';
import type { ChatType, WireUser } from './wire.ts';
import { type ChatRecord, isAdmin, quoted, type Status, statusOf, wireChat, type World } from './world.ts';

export function getChat(world: World, params: Params): object {
  const chat = findChat(world, params);
  const pinned = chat.pinned === undefined ? undefined : chat.messages.get(chat.pinned);
  return {
    ...wireChat(world, chat),
    accent_color_id: 1,
    max_reaction_count: 11,
    accepted_gift_types: {
      unlimited_gifts: false,
      limited_gifts: false,
      unique_gifts: false,
      premium_subscription: false,
      gifts_from_channels: false,
    },
    pinned_message: pinned === undefined ? undefined : quoted(pinned),
  };
}

export function getChatMember(world: World, params: Params): object {
  const chat = findChat(world, params);
  const id = params.integer('user_id') ?? 0;
  const user = id === world.bot.id ? world.bot : world.people.get(id)?.user;
  if (user === undefined) throw badRequest('PARTICIPANT_ID_INVALID');
  if (chat.type === 'channel' && !isAdmin(chat, world.bot.id))
    throw badRequest('member list is inaccessible');
  const status = chat.type === 'private' && id === chat.id ? 'member' : statusOf(chat, id);
  return wireMember(chat.type, user, status);
}

export function getChatAdministrators(world: World, params: Params): object[] {
  const chat = findChat(world, params);
  if (chat.type === 'private') throw badRequest('there are no administrators in the private chat');
  return [...chat.members].flatMap(([id, status]) => {
    const user = world.people.get(id)?.user;
    const administers = status === 'creator' || status === 'administrator';
    return user === undefined || !administers ? [] : [wireMember(chat.type, user, status)];
  });
}

export function getChatMemberCount(world: World, params: Params): number {
  const chat = findChat(world, params);
  if (chat.type === 'private') return 2;
  return [...chat.members.values()].filter((status) => status !== 'left' && status !== 'kicked').length;
}

export function leaveChat(world: World, params: Params): true {
  const chat = findChat(world, params);
  if (chat.type === 'private') throw badRequest("chat member status can't be changed in private chats");
  chat.members.set(world.bot.id, 'left');
  return true;
}

/** A member as the wire shows it; what the bot knows of rights is the same for all administrators who may post. */
export function wireMember(type: ChatType, user: WireUser, status: Status, posts = true): object {
  if (status === 'creator') return { status, user, is_anonymous: false };
  if (status === 'kicked') return { status, user, until_date: 0 };
  if (status === 'restricted') return { status, user, is_member: true, ...noPermissions, until_date: 0 };
  if (status !== 'administrator') return { status, user };
  const own =
    type === 'channel' ? { can_post_messages: posts, can_edit_messages: posts } : { can_pin_messages: true };
  return {
    status,
    user,
    can_be_edited: false,
    is_anonymous: false,
    can_manage_chat: true,
    can_delete_messages: true,
    can_manage_video_chats: true,
    can_restrict_members: true,
    can_promote_members: false,
    can_change_info: true,
    can_invite_users: true,
    can_post_stories: false,
    can_edit_stories: false,
    can_delete_stories: false,
    can_send_welcome_messages: false,
    ...(type === 'supergroup' ? { can_manage_topics: true } : {}),
    ...own,
  };
}

const noPermissions = {
  can_send_messages: false,
  can_send_audios: false,
  can_send_documents: false,
  can_send_photos: false,
  can_send_videos: false,
  can_send_video_notes: false,
  can_send_voice_notes: false,
  can_send_polls: false,
  can_send_other_messages: false,
  can_add_web_page_previews: false,
  can_react_to_messages: false,
  can_edit_tag: false,
  can_change_info: false,
  can_invite_users: false,
  can_pin_messages: false,
  can_manage_topics: false,
};

/** The member list changes hands when a group becomes a supergroup. */
export function moveMembers(from: ChatRecord, to: ChatRecord): void {
  for (const [id, status] of from.members) to.members.set(id, status);
}
