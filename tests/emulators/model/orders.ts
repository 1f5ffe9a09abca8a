// What a test can order the stand-in to do to the next request, besides answering it well.

import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

import { Refusal } from './refusal.ts';

export type Order =
  /** An answer with these words, or with none: a refusal, a call of a tool, an end before the end. */
  | {
      readonly kind: 'says';
      readonly content: string | null;
      readonly finish?: 'stop' | 'length' | 'content_filter' | 'tool_calls';
      readonly more?: object;
    }
  /** Status 200, and this instead of an answer of the protocol. */
  | { readonly kind: 'body'; readonly text: string }
  /** An error of the protocol. */
  | { readonly kind: 'error'; readonly status: number; readonly retryAfter?: string }
  /** A gateway's page. */
  | { readonly kind: 'page'; readonly status: number }
  | { readonly kind: 'redirect'; readonly location: string }
  /** The answer waits for the promise. */
  | { readonly kind: 'slow'; readonly until: Promise<unknown> }
  /** Half of the answer arrives, and then nothing. */
  | { readonly kind: 'stalled' }
  /** Half of the answer arrives, then the connection ends. */
  | { readonly kind: 'cut' }
  /** The connection ends without an answer. */
  | { readonly kind: 'dropped' }
  /** An answer of so many bytes, as fast as it is taken. */
  | { readonly kind: 'long'; readonly bytes: number };

/** An answer of the protocol. */
export const completion = (
  model: string,
  content: string | null,
  finish: string = 'stop',
  more: object = {},
): string =>
  JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_790_000_000,
    model,
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content, refusal: null, ...more },
        logprobs: null,
        finish_reason: finish,
      },
    ],
    usage: { prompt_tokens: 400, completion_tokens: 40, total_tokens: 440 },
  });

const json = { 'content-type': 'application/json' };
const page = '<html><head><title>Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>';

/** Carries the order out; `good` is the answer that was due. Settles when nothing more is sent. */
export async function carryOut(
  order: Order,
  response: ServerResponse,
  good: string,
  model: string,
): Promise<void> {
  const half = good.slice(0, good.length / 2);
  switch (order.kind) {
    case 'says':
      response.writeHead(200, json).end(completion(model, order.content, order.finish, order.more));
      return;
    case 'body':
      response.writeHead(200, json).end(order.text);
      return;
    case 'error': {
      const { status, retryAfter } = order;
      const headers = retryAfter === undefined ? json : { ...json, 'retry-after': retryAfter };
      response.writeHead(status, headers).end(new Refusal(status, 'Not now.', { type: 'server_error' }).body);
      return;
    }
    case 'page':
      response.writeHead(order.status, { 'content-type': 'text/html' }).end(page);
      return;
    case 'redirect':
      response.writeHead(307, { location: order.location }).end();
      return;
    case 'slow':
      await order.until;
      response.writeHead(200, json).end(good);
      return;
    case 'stalled':
    case 'cut':
      response.writeHead(200, { ...json, 'content-length': Buffer.byteLength(good) });
      response.write(half, () => {
        if (order.kind === 'cut') response.destroy();
      });
      return;
    case 'dropped':
      response.destroy();
      return;
    case 'long':
      await sendMuch(response, order.bytes);
  }
}

const chunk = Buffer.alloc(64 * 1024, 'x');

async function sendMuch(response: ServerResponse, bytes: number): Promise<void> {
  response.writeHead(200, json);
  const closed = once(response, 'close');
  for (let sent = 0; sent < bytes && !response.destroyed; sent += chunk.length) {
    if (!response.write(chunk)) await Promise.race([once(response, 'drain'), closed]);
  }
  response.end();
}
