// From the text of a request to what is stored: parse mode or entities given, both checked, white space trimmed,
// what Telegram finds by itself added, lengths enforced.

import { detect } from './detect.ts';
import { parseHtml } from './html.ts';
import { checkLink } from './links.ts';
import type { Params } from './params.ts';
import { badRequest } from './refusal.ts';
import type { Styled, WireEntity } from './wire.ts';

const given = new Set(
  'bold italic underline strikethrough spoiler code pre blockquote expandable_blockquote text_link text_mention custom_emoji'.split(
    ' ',
  ),
);
const foundAnyway = new Set(
  'mention hashtag cashtag bot_command url email phone_number bank_card'.split(' '),
);
const mayOverlap = new Set(
  'bold italic underline strikethrough spoiler blockquote expandable_blockquote'.split(' '),
);
const closedToOthers = new Set(['code', 'pre']);

/** At most this many entities of a message are kept; the others are lost in silence. */
const keptEntities = 100;

export function readStyled(params: Params, field: 'text' | 'caption' | 'message_text'): Styled {
  const source = params.text(field) ?? '';
  const mode = (params.text('parse_mode') ?? '').toLowerCase();
  const listed = field === 'caption' ? 'caption_entities' : 'entities';
  if (mode !== '' && mode !== 'html') throw badRequest('unsupported parse_mode');
  if (source === '') return { text: '', entities: [] };
  const explicit =
    mode === 'html'
      ? parseHtml(source)
      : { text: source, entities: readEntities(params.list(listed), source) };
  return finish(explicit);
}

function finish(styled: Styled): Styled {
  const { text, entities } = trim(disentangle(styled));
  const taken = entities.filter(({ type }) => !mayOverlap.has(type));
  const found = detect(text).filter((one) => !taken.some((other) => touches(one, other)));
  return {
    text,
    entities: [...entities, ...found]
      .toSorted((one, other) => one.offset - other.offset || other.length - one.length)
      .slice(0, keptEntities),
  };
}

function readEntities(list: readonly unknown[], text: string): WireEntity[] {
  return list.flatMap((item): WireEntity[] => {
    // Untrusted input: every field is looked at before it is used.
    const entity = (typeof item === 'object' && item !== null ? item : {}) as Record<string, unknown>;
    const { type, offset, length, url, language, user, custom_emoji_id: emoji } = entity;
    const cant = (what: string) => badRequest(`can't parse MessageEntity: ${what}`);
    if (typeof offset !== 'number') throw cant('Can\'t find field "offset"');
    if (typeof length !== 'number') throw cant('Can\'t find field "length"');
    if (typeof type !== 'string' || !(given.has(type) || foundAnyway.has(type))) {
      throw cant('Unsupported type specified');
    }
    checkPlace(text, offset, length);
    if (length === 0 || foundAnyway.has(type)) return [];
    const place = { type, offset, length };
    if (type === 'text_link') {
      if (typeof url !== 'string') throw cant('Can\'t find field "url"');
      const checked = url === '' ? { fault: 'URL host is empty' } : checkLink(url);
      if ('fault' in checked) throw badRequest(`entity URL '${url}' is invalid: ${checked.fault}`);
      return [{ ...place, url: checked.url }];
    }
    if (type === 'text_mention') {
      if (typeof user !== 'object' || user === null) throw cant('Can\'t find field "user"');
      return [{ ...place, user: user as NonNullable<WireEntity['user']> }];
    }
    if (type === 'custom_emoji') {
      if (typeof emoji !== 'string') throw cant('Can\'t find field "custom_emoji_id"');
      return [{ ...place, custom_emoji_id: emoji }];
    }
    return [typeof language === 'string' && type === 'pre' ? { ...place, language } : place];
  });
}

function checkPlace(text: string, offset: number, length: number): void {
  const end = offset + length;
  if (offset < 0) throw badRequest(`receive an entity with incorrect offset ${offset}`);
  if (length < 0) throw badRequest(`receive an entity with incorrect length ${length}`);
  if (offset > text.length)
    throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`);
  if (end > text.length) {
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
    );
  }
  const bytes = (index: number) => Buffer.byteLength(text.slice(0, index - 1));
  if (splitsPair(text, offset)) {
    throw badRequest(`entity begins in a middle of a UTF-16 symbol at byte offset ${bytes(offset)}`);
  }
  if (splitsPair(text, end)) {
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol at byte offset ${bytes(end)}`,
    );
  }
}

const splitsPair = (text: string, index: number) =>
  index > 0 && index < text.length && (text.codePointAt(index - 1) ?? 0) > 0xff_ff;

const touches = (one: WireEntity, other: WireEntity) =>
  one.offset < other.offset + other.length && other.offset < one.offset + one.length;

/** Of links, mentions and code that cross one another the first stays; nothing lives inside code. */
function disentangle({ text, entities }: Styled): Styled {
  const sorted = entities.toSorted((one, other) => one.offset - other.offset || other.length - one.length);
  const solid: WireEntity[] = [];
  for (const entity of sorted) {
    if (!mayOverlap.has(entity.type) && !solid.some((other) => touches(entity, other))) solid.push(entity);
  }
  const code = solid.filter(({ type }) => closedToOthers.has(type));
  const soft = sorted.filter(
    (entity) =>
      mayOverlap.has(entity.type) && !code.some((other) => touches(entity, other) && !around(entity, other)),
  );
  return {
    text,
    entities: [...solid, ...soft].toSorted(
      (one, other) => one.offset - other.offset || other.length - one.length,
    ),
  };
}

const around = (outer: WireEntity, inner: WireEntity) =>
  outer.type.endsWith('blockquote') &&
  outer.offset <= inner.offset &&
  outer.offset + outer.length >= inner.offset + inner.length;

/** White space goes at the end, and at the beginning as far as nothing is styled there. */
function trim({ text, entities }: Styled): Styled {
  const blank = text.length - text.trimStart().length;
  const cut = Math.min(blank, ...entities.map(({ offset }) => offset));
  const short = text.slice(cut).trimEnd();
  return {
    text: short,
    entities: entities.flatMap((entity) => {
      const offset = entity.offset - cut;
      const length = Math.min(entity.length, short.length - offset);
      return length > 0 ? [{ ...entity, offset, length }] : [];
    }),
  };
}
