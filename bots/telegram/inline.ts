// Inline mode: whoever types `@bot kafka` in any chat is offered what the seeker can do and openings that everybody
// may see, as cards that lead back to the bot.

import type { InlineKeyboardButton, InlineQuery, InlineQueryResult } from '@grammyjs/types';

import { type Context, openContext, type Role } from '../../commands/context.ts';
import { answer } from '../../commands/dispatch.ts';
import { refreshVerdicts } from '../../commands/judging.ts';
import { unlimited } from '../../commands/limits.ts';
import type { Messages } from '../../commands/locales/messages.ts';
import { openingFacts, openingLine } from '../../commands/opening-view.ts';
import { visibleSkills } from '../../commands/skills.ts';
import { findSkill } from '../../core/skills.ts';
import type { Block, Text } from '../../core/view.ts';
import type { StoredOpening, Viewer } from '../../storage/stored-opening.ts';
import type { Api } from './api.ts';
import type { Room } from './conversation.ts';
import { oneLine } from './html.ts';
import { personOf } from './origin.ts';
import { render } from './render.ts';
import { startFor } from './request.ts';

const pageSize = 10;

/** In seconds; whoever sees an offer sees it as it is now, and theirs alone. */
const cacheTime = 5;

/** In UTF-16 units; no name of a skill and no search is longer. */
const longestQuery = 100;

/** `offset` is the page, from 1. */
export async function offer({ id, from, query, offset }: InlineQuery, api: Api, room: Room): Promise<void> {
  const { house, me } = room;
  const speaker = personOf(from);
  const origin = {
    platform: 'telegram',
    person: { externalId: String(from.id), name: speaker.name, language: speaker.language },
    place: { externalId: String(from.id), kind: 'private', channel: null },
    roles: [],
  } as const;
  // Whoever types a word asks with every letter, and gives no command yet.
  const own = await openContext({ ...house, limits: unlimited }, origin, new Date());
  const context = { ...own, caller: { ...own.caller, roles: new Set<Role>() } };
  const asked = query.trim().slice(0, longestQuery);
  const page = /^\d{1,4}$/u.test(offset) ? Number(offset) : 1;
  const { items, total } = await findOpenings(asked, page, context);
  const link = (command: string, text = '') =>
    `https://t.me/${me.username}?start=${startFor({ command, text, options: {} }, context)}`;
  const results = [
    ...(page === 1 ? await skillCard(asked, context, link('skills')) : []),
    ...items.map((item) => openingCard(item, context, link('opening', `id=${item.id}`))),
  ];
  await api.call('answerInlineQuery', {
    inline_query_id: id,
    results,
    cache_time: cacheTime,
    is_personal: true,
    next_offset: page * pageSize < total ? String(page + 1) : '',
    button: { text: context.words.telegram.handIn, start_parameter: 'submit' },
  });
}

/** A card can be sent anywhere, so that none shows what belongs to one community or to its sender alone. */
const anybody: Viewer = { personId: 0, all: false, audiences: ['public'] };

async function findOpenings(query: string, page: number, context: Context) {
  const { house } = context;
  await refreshVerdicts(context);
  return house.store.openings.search({
    profileId: house.profile.id,
    viewer: anybody,
    states: ['open'],
    order: 'best',
    page,
    size: pageSize,
    ...(query === '' ? {} : { query }),
  });
}

async function skillCard(
  query: string,
  context: Context,
  url: string,
): Promise<readonly InlineQueryResult[]> {
  const { words, house, language } = context;
  const known = visibleSkills(context);
  const isThere =
    query === '' ? known.skills.length + known.tools.length > 0 : findSkill(known, query).kind !== 'unknown';
  if (!isThere) return [];
  const { reply, outcome } = await answer({ command: 'skills', text: '', options: { query } }, context);
  if (outcome !== 'answered' || reply.kind === 'form') return [];
  const title = reply.title ?? words.skills.title(house.profile.name[language]);
  const { blocks } = reply;
  const [first] = blocks;
  const description = first?.kind === 'list' ? plainOf(first.items[0] ?? []) : query;
  const label = words.telegram.allSkills;
  return [card({ id: 'skills', title, description, blocks, label, url }, words)];
}

function openingCard({ id, opening, fit }: StoredOpening, context: Context, url: string): InlineQueryResult {
  const { words } = context;
  const title = opening.title ?? words.openings.untitled;
  const description = plainOf(openingLine(opening, context));
  const blocks: readonly Block[] = [
    openingFacts(opening, context, false),
    { kind: 'text', text: [words.fits[fit]] },
  ];
  const label = words.telegram.inChat;
  const heading = `#${id} ${title}`;
  return card({ id: `opening_${id}`, title, heading, description, blocks, label, url }, words);
}

interface Card {
  readonly id: string;
  /** In the list; and above the card, where that says no more. */
  readonly title: string;
  readonly heading?: string;
  readonly description: string;
  readonly blocks: readonly Block[];
  /** On the button that leads to the bot. */
  readonly label: string;
  readonly url: string;
}

function card(
  { id, title, heading = title, description, blocks, label, url }: Card,
  words: Messages,
): InlineQueryResult {
  const [text = ''] = render({ kind: 'view', title: heading, blocks }, words, 1).texts;
  const more: InlineKeyboardButton = { text: label, url };
  return {
    type: 'article',
    id,
    title: oneLine(title).trim() || '…',
    ...(description === '' ? {} : { description: oneLine(description) }),
    input_message_content: {
      message_text: text,
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    },
    reply_markup: { inline_keyboard: [[more]] },
  };
}

const plainOf = (text: Text): string =>
  text.map((segment) => (typeof segment === 'string' ? segment : segment.text)).join('');
