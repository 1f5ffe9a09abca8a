// What goes wrong between the bot and the server, ordered by a test in advance.

import type { ServerResponse } from 'node:http';

export type FaultKind =
  /** The connection ends before the request is looked at. */
  | { readonly kind: 'refused' }
  /** The request is granted, then the connection ends without an answer. */
  | { readonly kind: 'dropped' }
  /** The request is granted, half of the answer arrives, then the connection ends. */
  | { readonly kind: 'cut' }
  /** The request is granted, half of the answer arrives, and then nothing. */
  | { readonly kind: 'stalled' }
  /** The request is granted; the answer waits for the promise. */
  | { readonly kind: 'slow'; readonly until: Promise<unknown> }
  /** A gateway's page instead of an answer; the request is not looked at. */
  | { readonly kind: 'page'; readonly status?: number }
  /** The request is granted; what comes back is no JSON. */
  | { readonly kind: 'garbled' }
  /** A refusal in the server's own form. */
  | {
      readonly kind: 'error';
      readonly code: number;
      readonly description: string;
      readonly retryAfter?: number;
    };

export type Fault = FaultKind & {
  /** The method it befalls; any when left out. */
  readonly method?: string;
  /** How often, 1 when left out. */
  readonly times?: number;
  /** How many such requests are spared first, none when left out. */
  readonly after?: number;
};

export interface Faults {
  /** Resolves when the fault has befallen a request for the first time. */
  add(fault: Fault): Promise<void>;
  next(method: string): FaultKind | undefined;
}

export function openFaults(): Faults {
  const ordered: { fault: Fault; left: number; spared: number; happened: () => void }[] = [];
  return {
    add(fault) {
      const { promise, resolve } = Promise.withResolvers<void>();
      ordered.push({ fault, left: fault.times ?? 1, spared: fault.after ?? 0, happened: resolve });
      return promise;
    },
    next(method) {
      const concerned = ordered.filter(({ fault }) => fault.method === undefined || fault.method === method);
      const found = concerned.find(({ spared }) => spared === 0);
      for (const one of concerned) one.spared = Math.max(0, one.spared - 1);
      if (found === undefined) return undefined;
      found.left -= 1;
      if (found.left <= 0) ordered.splice(ordered.indexOf(found), 1);
      found.happened();
      return found.fault;
    },
  };
}

/** Whether the request is granted in spite of the fault. */
export const isGranted = (fault: FaultKind | undefined) =>
  fault === undefined || !['refused', 'page', 'error'].includes(fault.kind);

const page = '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';

/** Answers as the fault wants it. */
export async function spoil(fault: FaultKind, response: ServerResponse, body: string): Promise<void> {
  const half = body.slice(0, Math.ceil(body.length / 2));
  switch (fault.kind) {
    case 'refused':
    case 'dropped':
      response.destroy();
      return;
    case 'cut':
    case 'stalled':
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      });
      response.write(half, () => {
        if (fault.kind === 'cut') response.destroy();
      });
      return;
    case 'slow':
      await fault.until;
      response.writeHead(200, { 'content-type': 'application/json' }).end(body);
      return;
    case 'page':
      response.writeHead(fault.status ?? 502, { 'content-type': 'text/html' }).end(page);
      return;
    case 'garbled':
      response.writeHead(200, { 'content-type': 'application/json' }).end('upstream request timeout');
      return;
    case 'error': {
      const { code, description, retryAfter } = fault;
      const parameters = retryAfter === undefined ? undefined : { retry_after: retryAfter };
      response
        .writeHead(code, { 'content-type': 'application/json' })
        .end(JSON.stringify({ ok: false, error_code: code, description, parameters }));
    }
  }
}
