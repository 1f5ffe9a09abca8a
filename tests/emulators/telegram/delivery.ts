// Methods by which the bot gets its updates: long polling or a webhook, never both.

import type { Params } from './params.ts';
import { badRequest } from './refusal.ts';
import type { WireUpdate } from './wire.ts';
import type { World } from './world.ts';

export function getUpdates(
  { feed }: World,
  params: Params,
  gone: (leave: () => void) => void,
): Promise<WireUpdate[]> {
  readAllowed(feed, params);
  const limit = Math.min(100, Math.max(1, params.integer('limit') ?? 100));
  const timeout = Math.min(50, params.integer('timeout') ?? 0);
  return feed.poll(params.integer('offset') ?? 0, limit, timeout, gone);
}

function readAllowed(feed: World['feed'], params: Params): void {
  if (params.json('allowed_updates') === undefined) return;
  feed.allow(params.list('allowed_updates').filter((kind) => typeof kind === 'string'));
}

/** Takes https, as the real server, and plain http on this machine, where the tests' webhooks listen. */
export function setWebhook({ feed }: World, params: Params): true {
  const url = params.text('url') ?? '';
  const secret = params.text('secret_token');
  if (secret !== undefined && !/^[\w-]*$/u.test(secret))
    throw badRequest('secret token contains unallowed characters');
  if (secret !== undefined && secret.length > 256) throw badRequest('secret token is too long');
  if (url !== '' && !/^(?:https:\/\/|http:\/\/(?:127\.0\.0\.1|localhost)[:/])/u.test(url)) {
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  }
  readAllowed(feed, params);
  if (params.flag('drop_pending_updates')) feed.drop();
  const connections = params.integer('max_connections') ?? 40;
  feed.hook(url === '' ? undefined : { url, secret: secret === '' ? undefined : secret, connections });
  return true;
}

export function deleteWebhook({ feed }: World, params: Params): true {
  if (params.flag('drop_pending_updates')) feed.drop();
  feed.hook(undefined);
  return true;
}

export function getWebhookInfo({ feed }: World): object {
  const { webhook, failure, pending, allowed } = feed;
  return {
    url: webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: pending.length,
    max_connections: webhook?.connections,
    last_error_date: failure?.at,
    last_error_message: failure?.words,
    allowed_updates: allowed.length === 0 ? undefined : allowed,
  };
}
