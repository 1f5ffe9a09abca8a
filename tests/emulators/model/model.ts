// A stand-in for a language model behind the OpenAI chat protocol: a real server, as strict as the real one, and as
// badly behaved as a test orders.
//
//   const model = await openModelServer();
//   model.answers(({ post }) => ({ company: /at (\w+)/.exec(post)?.[1] }));
//   model.next({ kind: 'error', status: 429, retryAfter: '30' });

import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

import { carryOut, completion, type Order } from './orders.ts';
import { Refusal } from './refusal.ts';
import { type ChatRequest, type House, readRequest } from './request.ts';

/** What was asked, as a model would take it. */
interface Asked {
  readonly post: string;
  readonly request: ChatRequest;
}

export interface ModelServer {
  /** What a client puts `/chat/completions` after. */
  readonly url: string;
  readonly key: string | null;
  readonly name: string;
  /** What was granted, oldest first. */
  readonly requests: readonly ChatRequest[];
  /** What was refused, in the words that said so. */
  readonly refusals: readonly string[];
  /** Bytes that went out, over all connections. */
  sent(): number;
  /** From now on the model says this: as it is where it is a text, else as JSON. */
  answers(answer: (asked: Asked) => unknown): void;
  /** Orders what befalls the requests to come, one each; resolves when the last of these has begun. */
  next(...orders: readonly Order[]): Promise<void>;
  close(): Promise<void>;
}

export async function openModelServer({
  key = 'sk-test-4f7Qz',
  model: name = 'stand-in-1',
  refuses = [],
}: Partial<House> = {}): Promise<ModelServer> {
  const requests: ChatRequest[] = [];
  const refusals: string[] = [];
  const sockets = new Set<Socket>();
  const orders: { readonly order: Order; readonly begun: () => void }[] = [];
  let answer: (asked: Asked) => unknown = () => ({});
  let sentBefore = 0;

  async function serve(request: ChatRequest, response: ServerResponse): Promise<void> {
    requests.push(request);
    const said = answer({ post: postIn(request), request });
    const good = completion(name, typeof said === 'string' ? said : JSON.stringify(said));
    const ordered = orders.shift();
    ordered?.begun();
    if (ordered === undefined) response.writeHead(200, { 'content-type': 'application/json' }).end(good);
    else await carryOut(ordered.order, response, good, name);
  }

  const server = createServer((request, response) => {
    readRequest(request, { key, model: name, refuses })
      .then((chat) => serve(chat, response))
      .catch((fault: unknown) => {
        const refusal = fault instanceof Refusal ? fault : new Refusal(500, String(fault));
        refusals.push(refusal.message);
        if (response.headersSent) response.destroy();
        else response.writeHead(refusal.status, { 'content-type': 'application/json' }).end(refusal.body);
      });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => {
      sentBefore += socket.bytesWritten;
      sockets.delete(socket);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // The server listens on a port, so its address is one of the net.
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}/v1`,
    key,
    name,
    requests,
    refusals,
    sent: () => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, sentBefore),
    answers(given) {
      answer = given;
    },
    async next(...given) {
      const begun = given.map((order) => {
        const { promise, resolve } = Promise.withResolvers<void>();
        orders.push({ order, begun: resolve });
        return promise;
      });
      await Promise.all(begun);
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The post that the question is about, wherever the question has its data. */
function postIn({ messages }: ChatRequest): string {
  const words = messages.at(-1)?.content ?? '';
  try {
    const { post }: { readonly post?: unknown } = JSON.parse(words.slice(words.indexOf('{"post":')));
    return typeof post === 'string' ? post : '';
  } catch {
    return '';
  }
}
