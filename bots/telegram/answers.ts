// What telegraf's client does not tell of the server's answers: that one ended in the middle, and what time it is there.
// node-fetch, on which the client stands, waits for the rest of an answer whose connection was closed as long as the call
// may take; here such an answer fails at once, and one that stops coming soon.

import { subscribe } from 'node:diagnostics_channel';
import { ClientRequest, IncomingMessage } from 'node:http';

interface Watch {
  /** How many milliseconds an answer may pause. */
  readonly idle: number;
  /** By how many milliseconds this machine's clock is ahead of the server's, to the second; `null` at first. */
  ahead: number | null;
}

/** By the part of a path that names the bot. */
const watches = new Map<string, Watch>();

/** From now on, for every request to this bot's methods. */
export function watchAnswers(token: string, idle: number): Readonly<Watch> {
  if (watches.size === 0) subscribe('http.client.response.finish', look);
  const watch: Watch = { idle, ahead: null };
  watches.set(`/bot${token}/`, watch);
  return watch;
}

function look(told: unknown): void {
  const { request, response } = partsOf(told);
  if (!(request instanceof ClientRequest) || !(response instanceof IncomingMessage)) return;
  const watch = watches.get(/\/bot[^/]+\//u.exec(request.path)?.[0] ?? '');
  if (watch === undefined) return;
  const there = Date.parse(response.headers.date ?? '');
  // The header says the second that has begun.
  if (!Number.isNaN(there)) watch.ahead = Date.now() - there - 500;
  response.setTimeout(watch.idle, () => response.destroy());
  response.once('close', () => {
    // The client listens to faults of the request while it reads the answer.
    if (!response.complete) request.emit('error', new Error('the answer ended in the middle'));
  });
}

const partsOf = (told: unknown): { readonly request?: unknown; readonly response?: unknown } =>
  typeof told === 'object' && told !== null ? told : {};
