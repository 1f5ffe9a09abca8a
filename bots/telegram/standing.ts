// Where the bot may write: what the platform tells of its standing in a chat, and what its refusals say of it. Kept
// with the place, whose settings wait there until the bot is back.

import type { ChatMemberUpdated } from '@grammyjs/types';

import type { Store } from '../../storage/open.ts';
import type { ShutOutReason } from '../../storage/places.ts';
import { ApiFault } from './api.ts';

/** Keeps how the bot stands in the chat now; a chat that nothing was ever said in needs no keeping. */
export async function followStanding(told: ChatMemberUpdated, { places }: Store): Promise<void> {
  const externalId = String(told.chat.id);
  const reason = exclusion(told);
  if (reason === null) await places.letIn('telegram', externalId);
  else await places.shutOut('telegram', externalId, reason, new Date());
}

function exclusion({ chat, new_chat_member: member }: ChatMemberUpdated): ShutOutReason | null {
  const { status } = member;
  if (status === 'left' || status === 'kicked' || (status === 'restricted' && !member.is_member))
    return chat.type === 'private' ? 'blocked' : 'removed';
  if (status === 'restricted') return member.can_send_messages ? null : 'muted';
  // In groups this right is not asked for.
  const isSilent = chat.type === 'channel' && status === 'administrator' && member.can_post_messages !== true;
  return isSilent ? 'muted' : null;
}

/** Why the chat takes nothing from the bot any more, by what it answered; `null` for every other fault. */
export function shutOutBy(fault: unknown, chatId: number): ShutOutReason | null {
  if (!(fault instanceof ApiFault) || fault.movedTo !== null) return null;
  // Only people have positive numbers.
  if (fault.code === 403) return chatId > 0 ? 'blocked' : 'removed';
  if (fault.code !== 400) return null;
  return reasons.find(([pattern]) => pattern.test(fault.message))?.[1] ?? null;
}

/** Of a fault in the request these differ by their words alone. */
const reasons: readonly (readonly [RegExp, ShutOutReason])[] = [
  [/chat not found|group chat was deactivated|PEER_ID_INVALID|CHANNEL_PRIVATE/iu, 'gone'],
  [/not enough rights|no rights|need administrator rights|CHAT_\w*FORBIDDEN|RESTRICTED/iu, 'muted'],
];
