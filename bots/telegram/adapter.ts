// Telegram, from the first connection to the last answer: updates come in by polling or by webhook, are handled one
// after the other in each chat, and nothing that goes wrong with one of them touches another.

import { setTimeout as pause } from 'node:timers/promises';

import type { Update } from '@grammyjs/types';

import type { House } from '../../commands/context.ts';
import type { Adapter } from '../adapter.ts';
import type { Log } from '../log.ts';
import { openPacing } from '../pacing.ts';
import { clockFacts, openTrouble } from '../trouble.ts';
import { openAdministrators } from './administrators.ts';
import { countedApi, publishedLimits } from './allowance.ts';
import { type Api, ApiFault, openApi } from './api.ts';
import { hear, type Room, tap } from './conversation.ts';
import { openDelivery } from './delivery.ts';
import { telegramFacts } from './facts.ts';
import { offer } from './inline.ts';
import { openIntake } from './intake.ts';
import { type Inlet, openJournal } from './journal.ts';
import { telegramPost } from './letters.ts';
import { sendMenu } from './menu.ts';
import { follow } from './migration.ts';
import { openDialogues } from './open-dialogues.ts';
import { type Pace, poll, usualPace } from './polling.ts';
import { takeSigns } from './signs.ts';
import { followStanding } from './standing.ts';
import { announceWebhook, receive } from './webhook.ts';

export interface TelegramSettings {
  readonly token: string;
  /** The server's address; `null`: Telegram's own. */
  readonly api: string | null;
  /** Where the platform posts updates, a site or a whole address; `null`: the bot asks for them by itself. */
  readonly webhookUrl: string | null;
  /** Comes with every post; there has to be one where there is an address. */
  readonly webhookSecret: string | null;
}

export interface TelegramAdapter extends Adapter {
  /** Takes what Telegram posts; `null` where the bot polls. */
  readonly webhook: ((request: Request) => Promise<Response>) | null;
}

export function telegramAdapter(
  house: House,
  { token, api: root, webhookUrl, webhookSecret }: TelegramSettings,
  log: Log,
  pace: Pace = usualPace,
): TelegramAdapter {
  const plainApi = openApi(token, root, pace);
  const post = telegramPost(plainApi, house, openPacing(publishedLimits));
  const api = countedApi(plainApi, post, house.store);
  const webhook = webhookUrl === null ? null : { url: webhookUrl, secret: required(webhookSecret) };
  let inlet: Inlet | null = null;
  const trouble = openTrouble();

  function tell(fault: unknown): void {
    const now = fault === null ? null : explained(fault);
    if (now !== trouble.now() && now === null) log.info('Telegram is connected');
    if (now !== trouble.now() && now !== null) log.warn({ trouble: now }, 'Telegram is not connected');
    trouble.set(now);
  }

  async function connect(): Promise<Inlet> {
    const { id, username } = await api.call('getMe', {});
    const room: Room = {
      house,
      delivery: openDelivery(api, house.store, username),
      administrators: openAdministrators(api),
      dialogues: openDialogues(),
      me: { id, username },
    };
    const intake = await openIntake(house.store.marks, `telegram:${id}:handled`, (update) =>
      handle(update, api, room),
    );
    const journal = openJournal(house.store, `telegram:${id}`, intake, pace.lease);
    await sendMenu(api, house, `telegram:${id}:menu`);
    if (webhook === null) await api.call('deleteWebhook', {});
    else await announceWebhook(api, webhook);
    await journal.resume();
    return { intake, journal };
  }

  return {
    platform: 'telegram',
    trouble: trouble.now,
    post,
    facts: async (context) => [
      ...(await telegramFacts(api, context)),
      ...clockFacts('telegram', api.ahead(), context),
      ...trouble.facts(context),
    ],
    webhook: webhook === null ? null : (request) => receive(request, webhook.secret, inlet, pace),

    async run(stop) {
      inlet = await persist(connect, pace, tell, stop);
      if (inlet === null) return;
      const { intake, journal } = inlet;
      const tending = journal.tend(stop);
      if (webhook === null) {
        await poll(api, inlet, pace, tell, stop);
      } else {
        tell(null);
        await untilAborted(stop);
        await intake.drained();
      }
      await tending;
      await journal.settled();
      inlet = null;
      trouble.set('stopped');
    },
  };
}

/** What `work` comes to, tried until it does; `null` when `stop` comes first. */
async function persist<T>(
  work: () => Promise<T>,
  { shortest, longest }: Pace,
  tell: (fault: unknown) => void,
  stop: AbortSignal,
): Promise<T | null> {
  for (let wait = shortest; !stop.aborted; wait = Math.min(wait * 2, longest)) {
    try {
      return await work();
    } catch (fault) {
      tell(fault);
      const asked = fault instanceof ApiFault ? (fault.retryAfter ?? 0) * 1000 : 0;
      await pause(Math.max(wait, asked), undefined, { signal: stop }).catch(() => {});
    }
  }
  return null;
}

const untilAborted = (stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (stop.aborted) resolve();
    else stop.addEventListener('abort', () => resolve(), { once: true });
  });

function explained(fault: unknown): string {
  if (!(fault instanceof ApiFault)) return fault instanceof Error ? fault.message : String(fault);
  switch (fault.code) {
    case 409:
      return 'another program asks for the updates of this bot: stop it, or give this one a token of its own';
    case 401:
    case 404:
      return 'Telegram does not know the token: copy it again from BotFather into TELEGRAM_TOKEN';
    default:
      return fault.message;
  }
}

/** Never rejects: what goes wrong is reported. */
async function handle(update: Update, api: Api, room: Room): Promise<void> {
  try {
    await route(update, api, room);
  } catch (fault) {
    room.house.report(fault, 'telegram');
  }
}

async function route(update: Update, api: Api, room: Room): Promise<void> {
  await takeSigns(update, room.me.id, room.house.store);
  const { message, channel_post, callback_query, inline_query, my_chat_member, chat_member } = update;
  const heard = message ?? channel_post;
  const changed = my_chat_member ?? chat_member;
  if (heard?.migrate_to_chat_id !== undefined) {
    return follow(heard.chat.id, heard.migrate_to_chat_id, room.house.store);
  }
  if (heard?.migrate_from_chat_id !== undefined) {
    return follow(heard.migrate_from_chat_id, heard.chat.id, room.house.store);
  }
  if (heard !== undefined) return hear(heard, room);
  if (callback_query !== undefined) return tap(callback_query, room);
  if (inline_query !== undefined) return offer(inline_query, api, room);
  if (changed !== undefined) room.administrators.forget(changed.chat.id);
  if (my_chat_member !== undefined) await followStanding(my_chat_member, room.house.store);
}

function required(secret: string | null): string {
  if (secret === null) throw new TypeError('a webhook without a secret takes updates from anybody');
  return secret;
}
