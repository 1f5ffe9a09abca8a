// The shapes that travel over the wire, as far as this stand-in speaks them. `undefined` never travels.

export interface WireUser {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly last_name?: string | undefined;
  readonly username?: string | undefined;
  readonly language_code?: string | undefined;
}

export type ChatType = 'private' | 'group' | 'supergroup' | 'channel';

export interface WireChat {
  readonly id: number;
  readonly type: ChatType;
  readonly title?: string | undefined;
  readonly username?: string | undefined;
  readonly first_name?: string | undefined;
  readonly last_name?: string | undefined;
  readonly is_forum?: true | undefined;
}

export interface WireEntity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
  readonly user?: WireUser | undefined;
  readonly custom_emoji_id?: string | undefined;
}

export interface WireButton {
  readonly text: string;
  readonly callback_data?: string | undefined;
  readonly url?: string | undefined;
  readonly switch_inline_query?: string | undefined;
  readonly switch_inline_query_current_chat?: string | undefined;
  readonly copy_text?: { readonly text: string } | undefined;
}

export interface WireKeyboard {
  readonly inline_keyboard: readonly (readonly WireButton[])[];
}

export interface WirePhoto {
  readonly file_id: string;
  readonly file_unique_id: string;
  readonly width: number;
  readonly height: number;
  readonly file_size: number;
}

export interface WireDocument {
  readonly file_id: string;
  readonly file_unique_id: string;
  readonly file_name: string;
  readonly file_size: number;
}

export type WireOrigin =
  | { readonly type: 'user'; readonly date: number; readonly sender_user: WireUser }
  | { readonly type: 'hidden_user'; readonly date: number; readonly sender_user_name: string }
  | { readonly type: 'chat'; readonly date: number; readonly sender_chat: WireChat }
  | { readonly type: 'channel'; readonly date: number; readonly chat: WireChat; readonly message_id: number };

export interface WireMessage {
  message_id: number;
  readonly date: number;
  readonly chat: WireChat;
  readonly from?: WireUser | undefined;
  readonly sender_chat?: WireChat | undefined;
  readonly author_signature?: string | undefined;
  readonly message_thread_id?: number | undefined;
  readonly is_topic_message?: true | undefined;
  readonly reply_to_message?: WireMessage | undefined;
  readonly forward_origin?: WireOrigin | undefined;
  readonly via_bot?: WireUser | undefined;
  readonly receiver_user?: WireUser | undefined;
  readonly ephemeral_message_id?: number | undefined;
  edit_date?: number | undefined;
  text?: string | undefined;
  entities?: readonly WireEntity[] | undefined;
  caption?: string | undefined;
  caption_entities?: readonly WireEntity[] | undefined;
  readonly photo?: readonly WirePhoto[] | undefined;
  readonly document?: WireDocument | undefined;
  reply_markup?: WireKeyboard | undefined;
  readonly link_preview_options?: unknown;
  readonly new_chat_members?: readonly WireUser[] | undefined;
  readonly left_chat_member?: WireUser | undefined;
  readonly migrate_to_chat_id?: number | undefined;
  readonly migrate_from_chat_id?: number | undefined;
  readonly pinned_message?: WireMessage | undefined;
  readonly forum_topic_created?: { readonly name: string; readonly icon_color: number } | undefined;
  readonly forum_topic_closed?: Record<string, never> | undefined;
  readonly forum_topic_reopened?: Record<string, never> | undefined;
}

/** What of a text or caption is left once it was parsed: plain text and where it is styled, in UTF-16 units. */
export interface Styled {
  readonly text: string;
  readonly entities: readonly WireEntity[];
}

export type UpdateKind =
  | 'message'
  | 'edited_message'
  | 'channel_post'
  | 'edited_channel_post'
  | 'callback_query'
  | 'inline_query'
  | 'my_chat_member'
  | 'chat_member';

export type WireUpdate = { readonly update_id: number } & { readonly [kind in UpdateKind]?: unknown };

/** Everything of a message but what decoding `undefined` away would lose anyway. */
export const cleaned = <T>(value: T): T => JSON.parse(JSON.stringify(value));
