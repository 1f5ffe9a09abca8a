// Methods that answer a person who waits: taps on buttons and inline queries. Both grow old.

import { Params } from './params.ts';
import { badRequest } from './refusal.ts';
import { readStyled } from './styled.ts';
import type { Pending, World } from './world.ts';

const tapLifetime = 150_000;
const inlineLifetime = 30_000;
const mostResults = 50;

function take<T>(world: World, waiting: Map<string, Pending<T>>, id: string | undefined, lifetime: number) {
  const pending = waiting.get(id ?? '');
  if (id === undefined || pending === undefined || world.now() - pending.askedAt > lifetime) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  waiting.delete(id);
  return pending;
}

export function answerCallbackQuery(world: World, params: Params): true {
  const text = params.text('text');
  if (text !== undefined && Array.from(text).length > 200) throw badRequest('MESSAGE_TOO_LONG');
  const url = params.text('url');
  // Games aside, it can only lead to the bot itself.
  if (url !== undefined && !url.startsWith(`https://t.me/${world.bot.username}?start=`))
    throw badRequest('URL_INVALID');
  take(world, world.taps, params.text('callback_query_id'), tapLifetime).answer({
    text: text === '' ? undefined : text,
    alert: params.flag('show_alert'),
    url,
  });
  return true;
}

export function answerInlineQuery(world: World, params: Params): true {
  const results = params.list('results');
  if (results.length > mostResults) throw badRequest('RESULTS_TOO_MUCH');
  const ids = results.map(readResultId);
  if (new Set(ids).size < ids.length) throw badRequest('RESULT_ID_DUPLICATE');
  take(world, world.inlineQueries, params.text('inline_query_id'), inlineLifetime).answer({
    results,
    nextOffset: params.text('next_offset') ?? '',
    cacheSeconds: params.integer('cache_time') ?? 300,
    personal: params.flag('is_personal'),
  });
  return true;
}

function readResultId(result: unknown): string {
  const { id, type, title, input_message_content: content } = (result ?? {}) as Record<string, unknown>;
  if (typeof type !== 'string')
    throw badRequest('can\'t parse inline query result: Can\'t find field "type"');
  if (typeof id !== 'string' || id === '' || Buffer.byteLength(id) > 64)
    throw badRequest('RESULT_ID_INVALID');
  if (type === 'article') {
    if (typeof title !== 'string' || title === '') throw badRequest('article title must be non-empty');
    if (typeof content !== 'object' || content === null) {
      throw badRequest('can\'t parse inline query result: Can\'t find field "input_message_content"');
    }
    checkContent(content);
  }
  return id;
}

function checkContent(content: object): void {
  const { text } = readStyled(new Params(Object.fromEntries(Object.entries(content))), 'message_text');
  if (text === '') throw badRequest('message text is empty');
  if (Array.from(text).length > 4096) throw badRequest('MESSAGE_TOO_LONG');
}
