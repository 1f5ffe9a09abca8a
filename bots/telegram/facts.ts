// What /status says on Telegram: how updates come in, what the bot hears in groups, and what it is in
// the chat where somebody asks. Asked of the platform anew each time.

import type { WebhookInfo } from '@grammyjs/types';

import type { Context } from '../../commands/context.ts';
import type { Fact } from '../../core/view.ts';
import type { Api, Method, Result, Values } from './api.ts';

/** In milliseconds; what is not known by then is left out. */
const patience = 3000;

export async function telegramFacts(api: Api, context: Context): Promise<readonly Fact[]> {
  const { place, words } = context;
  const [me, info] = await Promise.all([asked(api, 'getMe', {}), asked(api, 'getWebhookInfo', {})]);
  const here =
    me === null || place.kind === 'private'
      ? null
      : await asked(api, 'getChatMember', { chat_id: place.address.externalId, user_id: me.id });
  const isAdministrator = here?.status === 'administrator' || here?.status === 'creator';
  const hearsAll = isAdministrator || me?.can_read_all_group_messages === true;
  return [
    ...(info === null ? [] : [[words.status.updates, [incoming(info, context)]] as const]),
    ...(me === null
      ? []
      : [
          [
            words.telegram.hearing,
            [hearsAll ? words.telegram.hearsAll : words.telegram.hearsCommands],
          ] as const,
        ]),
    ...(here === null
      ? []
      : [
          [
            words.status.standing,
            [isAdministrator ? words.telegram.administrator : words.telegram.member],
          ] as const,
        ]),
  ];
}

function incoming(info: WebhookInfo, { words, place }: Context): string {
  const { url = '', pending_update_count: waiting, last_error_date: at, last_error_message: why } = info;
  // Of a bot that asks, what it has in hand counts as waiting.
  if (url === '') return words.telegram.polling;
  const failure =
    at === undefined ? [] : [words.status.interrupted(why ?? '', new Date(at * 1000), place.zone)];
  return [words.telegram.posting, words.telegram.waiting(waiting), ...failure].join(words.semicolon);
}

const asked = <M extends Method>(api: Api, method: M, values: Values<M>): Promise<Result<M> | null> =>
  api.call(method, values, { patience }).catch(() => null);
