// Answers that end in the middle. node-fetch, on which telegraf's client stands, waits for the rest of one whose
// connection was closed as long as the call may take; here such an answer fails at once, and one that stops coming soon.

import { subscribe } from 'node:diagnostics_channel';
import { ClientRequest, IncomingMessage } from 'node:http';

/** By the part of a path that names the bot: how many milliseconds an answer may pause. */
const watched = new Map<string, number>();

/** From now on, for every request to this bot's methods. */
export function failCutAnswers(token: string, idle: number): void {
  if (watched.size === 0) subscribe('http.client.response.finish', watch);
  watched.set(`/bot${token}/`, idle);
}

function watch(told: unknown): void {
  const { request, response } = partsOf(told);
  if (!(request instanceof ClientRequest) || !(response instanceof IncomingMessage)) return;
  const idle = watched.get(/\/bot[^/]+\//u.exec(request.path)?.[0] ?? '');
  if (idle === undefined) return;
  response.setTimeout(idle, () => response.destroy());
  response.once('close', () => {
    // The client listens to faults of the request while it reads the answer.
    if (!response.complete) request.emit('error', new Error('the answer ended in the middle'));
  });
}

const partsOf = (told: unknown): { readonly request?: unknown; readonly response?: unknown } =>
  typeof told === 'object' && told !== null ? told : {};
