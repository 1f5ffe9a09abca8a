// Calls to the Bot API through telegraf's client, each with its own timeout and typed by the newest description of
// the API. Hides telegraf's errors, which may carry the token and whole messages.

import type { ApiMethods, Opts } from '@grammyjs/types';
import { Telegram } from 'telegraf';

import { watchAnswers } from './answers.ts';

/** What telegraf uploads. */
interface Upload {
  readonly source: Uint8Array;
  readonly filename: string;
}

type Methods = ApiMethods<Upload>;
export type Method = keyof Methods;
export type Values<M extends Method> = Opts<Upload>[M];
export type Result<M extends Method> = ReturnType<Methods[M]>;

interface CallOptions {
  /** In milliseconds, for the whole answer to arrive. */
  readonly patience?: number;
  readonly signal?: AbortSignal;
}

export interface Api {
  /** Fails with `ApiFault` and nothing else. */
  call<M extends Method>(method: M, values: Values<M>, options?: CallOptions): Promise<Result<M>>;
  /** By how many milliseconds this machine's clock is ahead of the server's; `null` until it answered. */
  ahead(): number | null;
}

/** Why a call failed. Its message names method and reason, and no secret. */
export class ApiFault extends Error {
  /** The server's code; `null` when no readable answer came, so that nobody knows whether it was done. */
  readonly code: number | null;
  /** Whether the request may have reached the server at all. */
  readonly hasLeft: boolean;
  /** In seconds; `null` unless the server said when to come back. */
  readonly retryAfter: number | null;
  /** The group's new id; `null` unless it moved. */
  readonly movedTo: number | null;

  constructor(
    message: string,
    code: number | null,
    { hasLeft = true, ...parameters }: FaultParameters & { readonly hasLeft?: boolean } = {},
  ) {
    super(message);
    this.name = 'ApiFault';
    this.code = code;
    this.hasLeft = hasLeft;
    this.retryAfter = parameters.retry_after ?? null;
    this.movedTo = parameters.migrate_to_chat_id ?? null;
  }
}

interface FaultParameters {
  readonly retry_after?: number;
  readonly migrate_to_chat_id?: number;
}

/** Both in milliseconds: how long a whole answer may take where a call does not say, and pause once it began. */
interface Patience {
  readonly patience: number;
  readonly idle: number;
}

/** `root` is the server's address, `null`: Telegram's own. */
export function openApi(
  token: string,
  root: string | null,
  { patience: usualPatience, idle }: Patience,
): Api {
  const client = new Telegram(token, { webhookReply: false, ...(root === null ? {} : { apiRoot: root }) });
  const watch = watchAnswers(token, idle);
  const scrubbed = (text: string): string =>
    text.replaceAll(token, '[token]').replaceAll(encodeURIComponent(token), '[token]');

  return {
    ahead: () => watch.ahead,
    async call<M extends Method>(method: M, values: Values<M>, options: CallOptions = {}) {
      const { patience = usualPatience, signal } = options;
      const end = new AbortController();
      const stop = (): void => end.abort();
      const limit = setTimeout(stop, patience);
      signal?.addEventListener('abort', stop);
      try {
        // telegraf's types end with Bot API 7.1 and name another library's signals; the wire takes all of these.
        const result: unknown = await client.callApi(method as never, values as never, {
          signal: end.signal as never,
        });
        return result as Result<M>;
      } catch (error) {
        throw asFault(method, error, scrubbed);
      } finally {
        clearTimeout(limit);
        signal?.removeEventListener('abort', stop);
      }
    },
  };
}

function asFault(method: string, error: unknown, scrubbed: (text: string) => string): ApiFault {
  const { message, response, code = '' } = errorShape(error);
  const why = response?.description ?? message;
  const hasLeft = !unconnected.test(String(code)) && !/connect ETIMEDOUT/u.test(message);
  return new ApiFault(`${method}: ${scrubbed(why)}`, response?.error_code ?? null, {
    ...response?.parameters,
    hasLeft,
  });
}

/** What Node says when there was no connection to send anything over. */
const unconnected =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|CERT_\w+|ERR_TLS_\w+|\w+_CERT\w*|UNABLE_TO_\w+)$/u;

interface ErrorShape {
  readonly message: string;
  readonly code?: string | number;
  readonly response?: {
    readonly error_code: number;
    readonly description?: string;
    readonly parameters?: FaultParameters;
  };
}

// Whatever telegraf throws is an Error: Node's own with its code, or a TelegramError with the server's response.
const errorShape = (error: unknown): ErrorShape =>
  error instanceof Error ? error : { message: String(error) };

/** What edits say of a message that already stands as it should. */
export const isUnchanged = (fault: unknown): boolean =>
  fault instanceof ApiFault && fault.code === 400 && fault.message.includes('message is not modified');
