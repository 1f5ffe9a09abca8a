// A stand-in for the open web: any number of sites on one loopback server. Names resolve to public addresses, and a
// connection to a public address ends at the stand-in; one to any other address would really be made.

import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { buildConnector } from 'undici';
import { onTestFinished } from 'vitest';

import type { Net } from '../../../bots/links/net.ts';

/** Answers for one path of one site. */
export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

export interface Web {
  readonly net: Net;
  /** `http://host/path` of every request so far. */
  readonly asked: readonly string[];
  readonly requests: readonly IncomingMessage[];
  /** Puts something at an address; its site exists from then on. */
  put(link: string, answer: Answer | string): void;
  /** Lets a name mean these addresses, a turn each; the last one stays. */
  point(name: string, ...turns: readonly (readonly string[])[]): void;
}

/** Any public address will do. */
const publicAddress = '93.184.215.14';

export async function openWeb(): Promise<Web> {
  const answers = new Map<string, Answer>();
  const names = new Map<string, (readonly string[])[]>();
  const asked: string[] = [];
  const requests: IncomingMessage[] = [];
  const respond: RequestListener = (request, response) => {
    const link = `http://${request.headers.host ?? ''}${request.url ?? ''}`;
    asked.push(link);
    requests.push(request);
    const answer = answers.get(link);
    if (answer === undefined) response.writeHead(404).end();
    else answer(response, request);
  };
  const server = createServer(respond);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  // The server listens on a port, so its address is one of the net.
  const { port } = server.address() as AddressInfo;
  const dial = buildConnector({ timeout: 1000 });

  return {
    asked,
    requests,
    net: {
      resolve: async (name) => {
        const turns = names.get(name) ?? [];
        const found = turns.length > 1 ? turns.shift() : turns[0];
        if (found === undefined) throw new Error(`no such name: ${name}`);
        return found;
      },
      dial: (options, callback) => {
        const isOpenNet = options.hostname === publicAddress;
        dial(isOpenNet ? { ...options, hostname: '127.0.0.1', port: String(port) } : options, callback);
      },
    },
    put(link, answer) {
      const { host, pathname, search, hostname } = new URL(link);
      if (!names.has(hostname)) names.set(hostname, [[publicAddress]]);
      answers.set(`http://${host}${pathname}${search}`, typeof answer === 'string' ? html(answer) : answer);
    },
    point(name, ...turns) {
      names.set(name, [...turns]);
    },
  };
}

/** A page in UTF-8. */
export const html =
  (text: string): Answer =>
  (response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(text);

export const redirect =
  (location: string, status = 302): Answer =>
  (response) =>
    response.writeHead(status, { location }).end();
