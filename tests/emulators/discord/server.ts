// The HTTP side: reads requests, checks the token, applies limits and faults, and writes what the routes answer.

import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

import type { Upload } from './body.ts';
import { readDescription } from './description.ts';
import type { Violation } from './description.ts';
import { openFaults, refusalOf } from './faults.ts';
import type { Fault, Faults } from './faults.ts';
import { isRecord, recordOf } from './json.ts';
import { openLimiter } from './limits.ts';
import type { Limiter } from './limits.ts';
import { Refusal, badJson, methodNotAllowed, notFound, unauthorized } from './refusal.ts';
import { openRouter } from './router.ts';
import type { Answer, Match, Route, Stage } from './router.ts';

/** One request as it came and as it was answered. */
export interface Exchange {
  readonly request: string;
  readonly json: unknown;
  readonly status: number;
}

export interface RestServer {
  readonly server: Server;
  readonly faults: Faults;
  readonly limiter: Limiter;
  /** Requests that break the published description. */
  readonly violations: Violation[];
  /** Every request so far, oldest first. */
  readonly exchanges: Exchange[];
}

/** `latency`, in milliseconds, is spent half on the way there and half on the way back. */
export function openRest(stage: Stage, token: string, routes: readonly Route[], latency: number): RestServer {
  const find = openRouter(routes);
  const faults = openFaults();
  const limiter = openLimiter(stage.world.now);
  const describe = readDescription();
  const violations: Violation[] = [];
  const exchanges: Exchange[] = [];

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? '/', 'http://emulator');
    const path = url.pathname.replace(/^\/api(?:\/v\d+)?/u, '');
    const request = `${incoming.method ?? 'GET'} ${path}`;
    const { json, uploads } = await readPayload(incoming);
    if (latency > 0) await pause(latency / 2);
    const fault = faults.take(request);
    if (fault?.kind === 'drop' && !fault.accepted) {
      outgoing.destroy();
      return;
    }
    let headers: Readonly<Record<string, string>> = {};
    const respond = (): Answer => {
      if (fault?.kind === 'status' && fault.accepted !== true) return { status: fault.status };
      const match = find(incoming.method ?? 'GET', path);
      if (match === 'unknown') throw notFound();
      if (match === 'wrong method') throw methodNotAllowed();
      const { route } = match;
      if (route.open !== true && incoming.headers.authorization !== `Bot ${token}`) throw unauthorized();
      const counted = limiter.count(
        bucketOf(match),
        route.template !== '/interactions/{interaction_id}/{interaction_token}/callback',
      );
      headers = counted.headers;
      const refusal = counted.refusal ?? refusalOf(fault);
      if (refusal !== null) throw refusal;
      if (json === undefined) throw badJson();
      const violation = describe(route.method, route.template, json);
      if (violation !== null) violations.push(violation);
      return route.answer({
        ...stage,
        part: (name) => match.parts[name] ?? '',
        query: url.searchParams,
        json,
        body: recordOf(json),
        uploads,
      });
    };
    const { status, json: out } = settle(respond);
    const shown = fault?.kind === 'status' ? fault.status : status;
    exchanges.push({ request, json, status: shown });
    if (fault?.kind === 'slow') await fault.until;
    if (latency > 0) await pause(latency / 2);
    write(outgoing, shown, out, headers, fault);
  }

  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => {
      outgoing.statusCode = 500;
      outgoing.end(JSON.stringify({ message: '500: Internal Server Error', code: 0, cause: String(error) }));
    });
  });
  return { server, faults, limiter, violations, exchanges };
}

function settle(respond: () => Answer): Answer {
  try {
    return respond();
  } catch (error) {
    if (error instanceof Refusal) return { status: error.status, json: error.body };
    throw error;
  }
}

function write(
  outgoing: ServerResponse,
  status: number,
  json: unknown,
  headers: Readonly<Record<string, string>>,
  fault: Fault | null,
): void {
  if (fault?.kind === 'drop') {
    outgoing.destroy();
    return;
  }
  if (fault?.kind === 'status') {
    outgoing.writeHead(status, { 'content-type': 'text/html' }).end('<html><body>Bad gateway</body></html>');
    return;
  }
  const retry =
    status === 429 && isRecord(json)
      ? { 'retry-after': String(Math.ceil(Number(json['retry_after']))), 'x-ratelimit-scope': 'user' }
      : {};
  const global =
    isRecord(json) && json['global'] === true
      ? { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' }
      : {};
  const text = json === undefined ? '' : JSON.stringify(json);
  outgoing.writeHead(status, {
    ...headers,
    ...retry,
    ...global,
    ...(text === '' ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
  });
  if (fault?.kind === 'cut') outgoing.write(text.slice(0, text.length / 2), () => outgoing.destroy());
  else outgoing.end(text);
}

/** Routes share a bucket where method, path and the leading id are the same. */
const bucketOf = ({ route, parts }: Match): string =>
  `${route.method} ${route.template} ${parts['channel_id'] ?? parts['guild_id'] ?? parts['webhook_token'] ?? parts['interaction_token'] ?? ''}`;

interface Payload {
  /** Undefined where the body was no JSON; of an empty body an empty record. */
  readonly json: unknown;
  readonly uploads: readonly Upload[];
}

async function readPayload(incoming: IncomingMessage): Promise<Payload> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const type = incoming.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return { json: parsed(bytes.toString()), uploads: [] };
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const uploads: Upload[] = [];
  for (const [field, value] of form) {
    if (typeof value !== 'string')
      uploads.push({ field, name: value.name, bytes: Buffer.from(await value.arrayBuffer()) });
  }
  const json = form.get('payload_json');
  return { json: parsed(typeof json === 'string' ? json : ''), uploads };
}

function parsed(text: string): unknown {
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
