// Updates on their way to the bot: kept until confirmed, handed out by long polling or pushed to a webhook.

import { conflict } from './refusal.ts';
import { cleaned, type UpdateKind, type WireUpdate } from './wire.ts';

/** Not delivered unless asked for by name. */
const onRequest = new Set<string>(['chat_member', 'message_reaction', 'message_reaction_count']);
const lifetime = 24 * 60 * 60 * 1000;

interface Webhook {
  readonly url: string;
  readonly secret: string | undefined;
  readonly connections: number;
}

export interface Feed {
  /** Kinds the bot wants; empty: all but those on request. */
  allow(kinds: readonly string[]): void;
  readonly allowed: readonly string[];
  push(kind: UpdateKind, payload: unknown, queue: number): void;
  /** Long polling: what waits, or what comes within `timeout` seconds. A second call ends the first with a 409. */
  poll(
    offset: number,
    limit: number,
    timeout: number,
    gone: (leave: () => void) => void,
  ): Promise<WireUpdate[]>;
  hook(webhook: Webhook | undefined): void;
  readonly webhook: Webhook | undefined;
  readonly failure: { readonly at: number; readonly words: string } | undefined;
  readonly pending: readonly WireUpdate[];
  drop(): void;
  close(): void;
  /** What a webhook answered with is called like any other request. */
  onReply: (method: string, values: Record<string, unknown>) => void;
}

interface Queued {
  readonly update: WireUpdate;
  readonly queue: number;
  readonly at: number;
}

/** Milliseconds before a webhook is tried again; the real server waits longer. */
const retryPause = 20;

export function openFeed(now: () => number, check: (update: WireUpdate) => void): Feed {
  let lastId = 700_000_000;
  let queued: Queued[] = [];
  let allowed: readonly string[] = [];
  let poller: { serve: () => void; end: (why: string) => void } | undefined;
  let webhook: Webhook | undefined;
  let failure: Feed['failure'];
  let closed = false;
  const lanes = new Map<number, Promise<void>>();

  const fresh = () => {
    const oldest = now() - lifetime;
    if (queued.some(({ at }) => at < oldest)) queued = queued.filter(({ at }) => at >= oldest);
    return queued;
  };
  const wanted = (kind: string) => (allowed.length === 0 ? !onRequest.has(kind) : allowed.includes(kind));

  async function deliver(item: Queued, to: Webhook): Promise<void> {
    while (!closed && webhook === to && queued.includes(item)) {
      const words = await post(item.update, to);
      if (words === null) {
        queued = queued.filter((other) => other !== item);
        return;
      }
      failure = { at: Math.floor(now() / 1000), words };
      await new Promise((resolve) => setTimeout(resolve, retryPause));
    }
  }

  async function post(update: WireUpdate, { url, secret }: Webhook): Promise<string | null> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret }),
        },
        body: JSON.stringify(update),
        signal: AbortSignal.timeout(60_000),
      });
      const body = await response.text();
      if (!response.ok) return `Wrong response from the webhook: ${response.status} ${response.statusText}`;
      reply(body);
      return null;
    } catch (error) {
      return error instanceof Error && error.name === 'TimeoutError'
        ? 'Read timeout expired'
        : 'Connection failed';
    }
  }

  function reply(body: string): void {
    try {
      const { method, ...values } = JSON.parse(body) as Record<string, unknown>;
      if (typeof method === 'string') feed.onReply(method, values);
    } catch {
      // Whatever is no JSON asks for nothing.
    }
  }

  /** One conversation at a time in order, different ones side by side. */
  function push(item: Queued, to: Webhook): void {
    const before = lanes.get(item.queue) ?? Promise.resolve();
    lanes.set(
      item.queue,
      before.then(() => deliver(item, to)),
    );
  }

  const feed: Feed = {
    allow(kinds) {
      allowed = kinds;
    },
    get allowed() {
      return allowed;
    },
    push(kind, payload, queue) {
      if (!wanted(kind)) return;
      lastId += 1;
      const update: WireUpdate = { update_id: lastId, [kind]: cleaned(payload) };
      check(update);
      const item = { update, queue, at: now() };
      queued.push(item);
      if (webhook !== undefined) push(item, webhook);
      poller?.serve();
    },
    poll(offset, limit, timeout, gone) {
      if (webhook !== undefined) {
        throw conflict(
          "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        );
      }
      poller?.end('terminated by other getUpdates request; make sure that only one bot instance is running');
      if (offset < 0) queued = fresh().slice(offset);
      else if (offset > 0) queued = fresh().filter(({ update }) => update.update_id >= offset);
      const batch = () =>
        fresh()
          .slice(0, limit)
          .map(({ update }) => update);
      if (queued.length > 0 || timeout <= 0) return Promise.resolve(batch());
      const { promise, resolve, reject } = Promise.withResolvers<WireUpdate[]>();
      const leave = () => {
        clearTimeout(timer);
        if (poller === self) poller = undefined;
      };
      const timer = setTimeout(() => {
        leave();
        resolve([]);
      }, timeout * 1000);
      const self = {
        serve: () => {
          leave();
          resolve(batch());
        },
        end: (why: string) => {
          leave();
          reject(conflict(why));
        },
      };
      poller = self;
      gone(leave);
      return promise;
    },
    hook(to) {
      webhook = to;
      failure = undefined;
      if (to === undefined) return;
      poller?.end('terminated by setWebhook request');
      for (const item of fresh()) push(item, to);
    },
    get webhook() {
      return webhook;
    },
    get failure() {
      return failure;
    },
    get pending() {
      return fresh().map(({ update }) => update);
    },
    drop() {
      queued = [];
    },
    close() {
      closed = true;
      poller?.end('the server is closing');
    },
    onReply: () => {},
  };
  return feed;
}
