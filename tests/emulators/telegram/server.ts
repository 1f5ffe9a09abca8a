// The HTTP side: token, method, body, answer; faults and pacing in between.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

import { type Faults, isGranted, spoil } from './faults.ts';
import { type Method, methods, paced } from './methods.ts';
import type { Pacing } from './pacing.ts';
import { Params } from './params.ts';
import { Refusal } from './refusal.ts';
import { readParams } from './request.ts';
import type { World } from './world.ts';

/** So many requests are remembered. */
const remembered = 5000;

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly retryAfter?: number | undefined;
}

/** `latency`, in milliseconds, is spent half on the way there and half on the way back. */
export function openServer(world: World, faults: Faults, pacing: Pacing, latency: number): Server {
  const byName = new Map(
    [...methods].map(([name, method]) => [name.toLowerCase(), { name, method }] as const),
  );

  function note(method: string, params: Params): { refused: string | null } {
    const noted = { method, values: params.values, refused: null };
    world.requests.push(noted);
    if (world.requests.length > remembered) world.requests.splice(0, remembered / 2);
    return noted;
  }

  async function call(name: string, method: Method, params: Params, gone: (leave: () => void) => void) {
    const noted = note(name, params);
    try {
      world.checker.request(name, params);
      if (paced.has(name)) {
        const chat = Number(params.text('chat_id'));
        pacing.spend(chat, chat < 0 && world.chats.get(chat)?.type !== 'channel');
      }
      const result = await method(world, params, gone);
      world.checker.result(name, result);
      return granted(result);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      noted.refused = error.message;
      return refusedWith(error);
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('date', new Date(world.now()).toUTCString());
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const [, token, asked = ''] = /^\/bot([^/]+)\/([^/]*)$/u.exec(pathname) ?? [];
    if (token === undefined) return write(response, refusedWith(new Refusal(404, 'Not Found')));
    const params = await readParams(request, searchParams).catch((error: unknown) => {
      if (error instanceof Refusal) return error;
      throw error;
    });
    if (params instanceof Refusal) return write(response, refusedWith(params));
    if (decodeURIComponent(token) !== world.token)
      return write(response, refusedWith(new Refusal(401, 'Unauthorized')));
    const found = byName.get(asked.toLowerCase());
    if (found === undefined) {
      if (world.checker.has(asked)) world.violations.push(`${asked}: the stand-in does not speak it`);
      return write(response, refusedWith(new Refusal(404, 'Not Found')));
    }
    const { name, method } = found;
    if (latency > 0) await pause(latency / 2);
    const fault = faults.next(name);
    if (fault !== undefined && !isGranted(fault)) return spoil(fault, response, '');
    const given = await call(name, method, params, (leave) => response.once('close', leave));
    if (latency > 0) await pause(latency / 2);
    return fault === undefined ? write(response, given) : spoil(fault, response, given.body);
  }

  world.feed.onReply = (asked, values) => {
    const found = byName.get(asked.toLowerCase());
    if (found !== undefined) void call(found.name, found.method, new Params(values), () => {});
  };

  return createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      world.violations.push(`stand-in: ${error instanceof Error ? error.stack : String(error)}`);
      if (!response.headersSent) write(response, refusedWith(new Refusal(500, 'Internal Server Error')));
    });
  });
}

const granted = (result: unknown): Answer => ({ status: 200, body: JSON.stringify({ ok: true, result }) });

const refusedWith = ({ code, message, parameters }: Refusal): Answer => ({
  status: code,
  body: JSON.stringify({ ok: false, error_code: code, description: message, parameters }),
  retryAfter: parameters?.retry_after,
});

function write(response: ServerResponse, { status, body, retryAfter }: Answer): void {
  if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}
