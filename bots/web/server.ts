// The HTTP side for operators and platforms: is the process alive, is it ready, what has it counted, and the webhooks
// of platforms that call instead of being asked. Hides hono.

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';

import type { Metrics } from './metrics.ts';

/** Answers a platform's request; checks by itself whether the platform sent it. */
export type Webhook = (request: Request) => Promise<Response>;

export interface WebParts {
  /** By part of the bot: why it does not work, or `null`. */
  readonly troubles: () => Promise<Readonly<Record<string, string | null>>>;
  readonly metrics: Pick<Metrics, 'text' | 'contentType'>;
  /** By platform: `telegram` gets what is posted to `/telegram/…`. */
  readonly webhooks: Readonly<Record<string, Webhook>>;
  readonly report: (fault: unknown) => void;
}

/** Of a webhook's request, in bytes; the updates of platforms are far smaller. */
const longestBody = 1024 * 1024;

/** In milliseconds; connections that are still busy then are cut. */
const longestGoodbye = 2000;

export function webApp({ troubles, metrics, webhooks, report }: WebParts): Hono {
  const app = new Hono();
  app.onError((fault, context) => {
    report(fault);
    return context.json({ error: 'something went wrong here' }, 500);
  });
  app.get('/healthz', (context) => context.json({ alive: true }));
  app.get('/readyz', async (context) => {
    const reasons = Object.fromEntries(
      Object.entries(await troubles()).filter(([, trouble]) => trouble !== null),
    );
    const ready = Object.keys(reasons).length === 0;
    return context.json({ ready, reasons }, ready ? 200 : 503);
  });
  app.get('/metrics', async (context) =>
    context.body(await metrics.text(), 200, { 'content-type': metrics.contentType }),
  );
  const limit = bodyLimit({
    maxSize: longestBody,
    onError: (context) => context.json({ error: 'too long' }, 413),
  });
  for (const [platform, webhook] of Object.entries(webhooks)) {
    app.post(`/${platform}/*`, limit, (context) => webhook(context.req.raw));
  }
  return app;
}

export interface WebServer {
  readonly port: number;
  /** Takes no new requests, and settles when those in hand are answered. */
  close(): Promise<void>;
}

/** Fails with what Node says, such as `EADDRINUSE`, where it cannot listen. */
export async function serve(app: Hono, host: string, port: number): Promise<WebServer> {
  let isClosing = false;
  const server = createAdaptorServer({
    async fetch(request) {
      const response = await app.fetch(request);
      if (isClosing) response.headers.set('connection', 'close');
      return response;
    },
  });
  server.listen(port, host);
  await once(server, 'listening');
  // Listening on a port, not on a pipe.
  const address = server.address() as AddressInfo;
  return {
    port: address.port,
    async close() {
      isClosing = true;
      const closed = once(server, 'close');
      server.close();
      const cut = setTimeout(
        () => 'closeAllConnections' in server && server.closeAllConnections(),
        longestGoodbye,
      );
      await closed;
      clearTimeout(cut);
    },
  };
}
