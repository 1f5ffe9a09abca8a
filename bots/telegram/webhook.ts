// The webhook: takes updates that the platform posts, if they carry the secret, and has the platform post them.
// It answers when the update is kept, and works on it afterwards.

import { timingSafeEqual } from 'node:crypto';

import type { Update } from '@grammyjs/types';

import type { Api } from './api.ts';
import { allowedUpdates } from './intake.ts';
import type { Inlet } from './journal.ts';
import { type Pace, slowDown } from './polling.ts';

interface WebhookSettings {
  /** Where the platform reaches the bot: the whole address, or the site alone. */
  readonly url: string;
  readonly secret: string;
}

/** Where the bot listens on a site that is given without a path. */
const path = '/telegram/updates';

/** Has the platform post updates from now on. */
export async function announceWebhook(api: Api, { url, secret }: WebhookSettings): Promise<void> {
  const address = new URL(url).pathname === '/' ? new URL(path, url).href : url;
  await api.call('setWebhook', { url: address, secret_token: secret, allowed_updates: allowedUpdates });
}

/** 403 without the secret, 400 for what is no update, 503 while nothing can be kept yet. */
export async function receive(
  request: Request,
  secret: string,
  inlet: Inlet | null,
  pace: Pace,
): Promise<Response> {
  if (!isSame(request.headers.get('x-telegram-bot-api-secret-token') ?? '', secret)) return answer(403);
  if (inlet === null) return answer(503);
  const update = await request.json().catch(() => null);
  if (!isUpdate(update)) return answer(400);
  await inlet.journal.keep([update]);
  await slowDown(inlet.intake, pace);
  return answer(200);
}

const answer = (status: number): Response => new Response(null, { status });

/** Takes as long for any two texts of one length. */
function isSame(one: string, other: string): boolean {
  const [given, wanted] = [Buffer.from(one), Buffer.from(other)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

const isUpdate = (value: unknown): value is Update =>
  typeof value === 'object' && value !== null && 'update_id' in value && Number.isInteger(value.update_id);
