// Letters on Discord: messages that nobody asked for at that moment. Each carries a nonce, by which Discord notices
// for some minutes that it has the message already; later it is looked for in the channel. Knows what refusals mean.

import { createHash } from 'node:crypto';

import {
  type APIMessage,
  ComponentType,
  DiscordAPIError,
  HTTPError,
  MessageFlags,
  RateLimitError,
  REST,
  type RESTPostAPIChannelMessageJSONBody,
  RESTJSONErrorCodes as Codes,
  Routes,
  SnowflakeUtil,
} from 'discord.js';

import type { House } from '../../commands/context.ts';
import { messagesOf } from '../../commands/locales/messages.ts';
import type { Address, LetterFailure } from '../../storage/outbox.ts';
import { DeliveryError, type DeliveryFault, type Post } from '../adapter.ts';
import type { Limits } from '../allowance.ts';
import type { Pacing } from '../pacing.ts';
import { type Illustrated, type Message, pictureName, render } from './render.ts';

/**
 * Fifty requests a second in all, those of the client included; what holds for a channel comes with each answer, and
 * discord.js keeps to it.
 */
export const publishedLimits: Limits = { overall: { most: 50, span: 1000 }, chat: () => [] };

/** In milliseconds; “a few minutes” by the documentation. */
const nonceHolds = 2 * 60_000;
const longestNonce = 25;
/** In milliseconds, for a whole answer. */
const patience = 10_000;
/** How many private channels are remembered. */
const mostChannels = 10_000;
/** In milliseconds, by how much clocks may differ. */
const skew = 60_000;

export function discordPost(
  { token, api }: { readonly token: string; readonly api: string | null },
  { pictureOf }: Pick<House, 'pictureOf'>,
  pacing: Pacing,
): Post {
  // What it would repeat or wait for by itself is for the outbox to decide.
  const rest = new REST({
    ...(api === null ? {} : { api }),
    retries: 0,
    rejectOnRateLimit: () => true,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
  });
  const privateChannels = new Map<string, string>();

  /** With its token, which the client drops once Discord has refused it. */
  const client = (): REST => rest.setToken(token);
  const signal = (): AbortSignal => AbortSignal.timeout(patience);

  async function channelOf({ channel, externalId }: Address): Promise<string> {
    const known = channel ?? privateChannels.get(externalId);
    if (known !== undefined) return known;
    const settle = await pacing.turn(externalId, -1, signal());
    try {
      const body = { recipient_id: externalId };
      const opened = await client().post(Routes.userChannels(), { body, signal: signal() });
      const { id } = opened as { readonly id: string };
      if (privateChannels.size >= mostChannels) privateChannels.clear();
      privateChannels.set(externalId, id);
      return id;
    } finally {
      settle(true);
    }
  }

  /** Where no files may be attached, the words come alone. */
  async function sendAnyway(
    to: Address,
    message: Illustrated,
    key: string,
    begunAt: Date | null,
  ): Promise<string> {
    try {
      return await send(to, message, key, begunAt);
    } catch (fault) {
      if (message.picture === null || !isForbidden(fault)) throw fault;
      const settle = pacing.leave(chatOf(to));
      const components = message.components.filter(({ type }) => type !== ComponentType.MediaGallery);
      return send(to, { components, picture: null }, key, begunAt).finally(() => settle(true));
    }
  }

  async function send(
    to: Address,
    { components, picture }: Illustrated,
    key: string,
    begunAt: Date | null,
  ): Promise<string> {
    const channel = await channelOf(to);
    if (begunAt !== null && Date.now() - begunAt.getTime() > nonceHolds) {
      const found = await find(channel, components, begunAt);
      if (found !== null) return found;
    }
    const body: RESTPostAPIChannelMessageJSONBody = {
      components: [...components],
      flags: MessageFlags.IsComponentsV2,
      allowed_mentions: { parse: [] },
      nonce: createHash('sha256').update(key).digest('base64url').slice(0, longestNonce),
      enforce_nonce: true,
    };
    const files = picture === null ? [] : [{ name: pictureName, data: Buffer.from(picture) }];
    const sent = await client().post(Routes.channelMessages(channel), { body, files, signal: signal() });
    return (sent as Pick<APIMessage, 'id'>).id;
  }

  /** The bot's own message that says the same, if it stands in the channel. */
  async function find(channel: string, components: Message, begunAt: Date): Promise<string | null> {
    const after = String(SnowflakeUtil.generate({ timestamp: begunAt.getTime() - skew }));
    const query = new URLSearchParams({ after, limit: '100' });
    const { id: me } = (await client().get(Routes.user(), { signal: signal() })) as { readonly id: string };
    const messages = await client().get(Routes.channelMessages(channel), { query, signal: signal() });
    const said = textOf(components);
    const same = (messages as readonly APIMessage[]).find(
      ({ author, components: parts = [] }) => author.id === me && textOf(parts) === said,
    );
    return same?.id ?? null;
  }

  return {
    platform: 'discord',
    noticesRepeatsFor: nonceHolds,
    pacing,
    async check() {
      const settle = pacing.leave('');
      await client()
        .get(Routes.user(), { signal: signal() })
        .catch(refuse)
        .finally(() => settle(true));
    },
    chatOf,
    async messagesOf(view, language) {
      const picture = (await pictureOf?.(view)) ?? null;
      const messages = render(view, messagesOf(language), { hasPicture: picture !== null });
      return messages.map((components, index) => {
        const message = { components, picture: index === 0 ? picture : null };
        return (to, key, begunAt) => sendAnyway(to, message, key, begunAt).catch(refuse);
      });
    },
  };
}

const chatOf = ({ channel, externalId }: Address): string => channel ?? externalId;

const isForbidden = (fault: unknown): boolean =>
  fault instanceof DiscordAPIError && fault.code === Codes.MissingPermissions;

const textOf = (components: NonNullable<APIMessage['components']> | Message): string =>
  components.map((one) => (one.type === ComponentType.TextDisplay ? one.content.trim() : '')).join('\n');

function refuse(fault: unknown): never {
  const why = fault instanceof Error ? fault.message : String(fault);
  throw new DeliveryError(why, meaningOf(fault), { cause: fault });
}

function meaningOf(fault: unknown): DeliveryFault {
  if (fault instanceof RateLimitError) {
    const wait = Math.max(fault.retryAfter, fault.timeToReset);
    return { kind: 'later', at: new Date(Date.now() + wait), isOverall: fault.global };
  }
  if (fault instanceof DiscordAPIError) return refusal(Number(fault.code), fault.status);
  if (fault instanceof HTTPError) return { kind: 'unknown' };
  return unconnected.has(codeOf(fault)) ? { kind: 'later', at: null, isOverall: true } : { kind: 'unknown' };
}

function refusal(code: number, status: number): DeliveryFault {
  const reason = reasons[code] ?? byStatus[status];
  if (reason !== undefined) return { kind: 'never', reason };
  return { kind: 'later', at: null, isOverall: code !== tooFast };
}

/** Private channels are opened too fast; what goes elsewhere is not concerned. */
const tooFast: number = Codes.OpeningDirectMessagesTooFast;

const reasons: Readonly<Record<number, LetterFailure | undefined>> = {
  [Codes.CannotSendMessagesToThisUser]: 'blocked',
  [Codes.MissingAccess]: 'removed',
  [Codes.MissingPermissions]: 'muted',
  [Codes.UnknownChannel]: 'gone',
  [Codes.UnknownGuild]: 'gone',
  [Codes.UnknownUser]: 'blocked',
  [Codes.InvalidRecipients]: 'blocked',
  [Codes.CannotSendMessagesInNonTextChannel]: 'gone',
  [Codes.ThreadLocked]: 'closed',
  [Codes.InvalidActionOnArchivedThread]: 'closed',
};

const byStatus: Readonly<Record<number, LetterFailure | undefined>> = {
  400: 'unfit',
  403: 'muted',
  404: 'gone',
};

/** What Node and undici say when there was no connection to send anything over. */
const unconnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function codeOf(fault: unknown): string {
  if (!(fault instanceof Error)) return '';
  return 'code' in fault ? String(fault.code) : codeOf(fault.cause);
}
