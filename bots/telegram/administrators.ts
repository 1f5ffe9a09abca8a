// Who administers a group, asked of the platform and remembered for a minute, or until it tells of a change.

import type { Api } from './api.ts';

export interface Administrators {
  /** `false` as well where the platform does not say. */
  includes(chatId: number, userId: number): Promise<boolean>;
  /** Asks anew the next time. */
  forget(chatId: number): void;
}

/** In milliseconds; changes are told only where the bot is an administrator itself. */
const freshFor = 60_000;

export function openAdministrators(api: Api): Administrators {
  const known = new Map<number, { readonly ids: Promise<ReadonlySet<number>>; readonly until: number }>();

  function ask(chatId: number): Promise<ReadonlySet<number>> {
    const ids = api
      .call('getChatAdministrators', { chat_id: chatId })
      .then((members) => new Set(members.map(({ user }) => user.id)));
    known.set(chatId, { ids, until: performance.now() + freshFor });
    return ids;
  }

  return {
    async includes(chatId, userId) {
      const kept = known.get(chatId);
      const isFresh = kept !== undefined && kept.until > performance.now();
      try {
        return (await (isFresh ? kept.ids : ask(chatId))).has(userId);
      } catch {
        known.delete(chatId);
        return false;
      }
    },
    forget: (chatId) => void known.delete(chatId),
  };
}
