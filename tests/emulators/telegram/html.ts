// The HTML parse mode, as strict as the real parser: same tags, same complaints, byte offsets counted in UTF-8.
// And the way back: what a client would show, written as HTML.

import { checkLink } from './links.ts';
import { badRequest } from './refusal.ts';
import type { Styled, WireEntity } from './wire.ts';

const kinds: Record<string, string> = {
  a: 'text_link',
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  u: 'underline',
  ins: 'underline',
  'tg-spoiler': 'spoiler',
  'tg-emoji': 'custom_emoji',
  span: 'spoiler',
  pre: 'pre',
  code: 'code',
  blockquote: 'blockquote',
};

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const reference = /&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));?/iy;

interface Open {
  readonly tag: string;
  readonly argument: string;
  readonly offset: number;
}

const cant = (what: string) => badRequest(`can't parse entities: ${what}`);

/** Takes tags and references out of the source. Throws the refusal of the real parser. */
export function parseHtml(source: string): Styled {
  let at = 0;
  let text = '';
  const open: Open[] = [];
  const entities: WireEntity[] = [];
  const bytes = (index: number) => Buffer.byteLength(source.slice(0, index));

  const decoded = (): string | null => {
    reference.lastIndex = at;
    const match = reference.exec(source);
    if (match === null) return null;
    const [whole, hex, decimal, name] = match;
    const character =
      name === undefined
        ? point(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
        : named[name];
    if (character === undefined || whole.length > 10) return null;
    at += whole.length;
    return character;
  };

  /** What comes before the first of these characters; the pattern has to search from a given place. */
  const upTo = (stop: RegExp) => {
    const begin = at;
    stop.lastIndex = at;
    at = stop.exec(source)?.index ?? source.length;
    return source.slice(begin, at);
  };
  const skipSpace = () => upTo(/\S/gu);

  function attributeValue(begin: number, tag: string): string {
    at += 1;
    skipSpace();
    if (at >= source.length) throw cant(`Unclosed start tag "${tag}" at byte offset ${bytes(begin)}`);
    const quote = source.charAt(at);
    if (quote !== '"' && quote !== "'") {
      const tokenBegin = at;
      const token = upTo(/[^a-z0-9.-]/giu).toLowerCase();
      if (at < source.length && !/[\s>]/u.test(source.charAt(at))) {
        throw cant(`Unexpected end of name token at byte offset ${bytes(tokenBegin)}`);
      }
      return token;
    }
    at += 1;
    let value = '';
    while (at < source.length && source.charAt(at) !== quote) {
      const character = source.charAt(at) === '&' ? decoded() : null;
      value += character ?? source.charAt(at++);
    }
    at += 1;
    return value;
  }

  function attributes(begin: number, tag: string): string {
    let argument = '';
    for (;;) {
      skipSpace();
      if (at >= source.length) throw cant(`Unclosed start tag at byte offset ${bytes(begin)}`);
      if (source.charAt(at) === '>') return argument;
      const name = upTo(/[\s=>]/gu);
      if (name === '') throw cant(`Empty attribute name in the tag "${tag}" at byte offset ${bytes(begin)}`);
      skipSpace();
      if (source.charAt(at) !== '=') {
        if (tag === 'blockquote' && name === 'expandable') {
          argument = 'expandable';
          continue;
        }
        throw cant(
          `Expected equal sign in declaration of an attribute of the tag "${tag}" at byte offset ${bytes(begin)}`,
        );
      }
      const value = attributeValue(begin, tag);
      if (tag === 'a' && name === 'href') argument = value;
      if (tag === 'tg-emoji' && name === 'emoji-id') argument = value;
      if (tag === 'code' && name === 'class' && value.startsWith('language-')) argument = value.slice(9);
      if (tag === 'span' && name === 'class' && value.startsWith('tg-')) argument = value.slice(3);
    }
  }

  function startTag(): void {
    const begin = at++;
    const tag = upTo(/[\s>]/gu).toLowerCase();
    if (at >= source.length) throw cant(`Unclosed start tag at byte offset ${bytes(begin)}`);
    if (kinds[tag] === undefined) throw cant(`Unsupported start tag "${tag}" at byte offset ${bytes(begin)}`);
    const argument = attributes(begin, tag);
    if (tag === 'span' && argument !== 'spoiler') {
      throw cant(`Tag "span" must have class "tg-spoiler" at byte offset ${bytes(begin)}`);
    }
    at += 1;
    open.push({ tag, argument, offset: text.length });
  }

  function endTag(): void {
    const begin = at;
    const opened = open.pop();
    if (opened === undefined) throw cant(`Unexpected end tag at byte offset ${bytes(begin)}`);
    at += 2;
    const tag = upTo(/[\s>]/gu).toLowerCase();
    skipSpace();
    if (source.charAt(at) !== '>') throw cant(`Unclosed end tag at byte offset ${bytes(begin)}`);
    if (tag !== '' && tag !== opened.tag) {
      throw cant(
        `Unmatched end tag at byte offset ${bytes(begin)}, expected "</${opened.tag}>", found "</${tag}>"`,
      );
    }
    at += 1;
    if (text.length > opened.offset) close(opened);
  }

  function close({ tag, argument, offset }: Open): void {
    const place = { offset, length: text.length - offset };
    const last = entities.at(-1);
    const sameAsLast = last?.offset === place.offset && last.length === place.length;
    if (tag === 'a') {
      const checked = checkLink(argument === '' ? text.slice(offset) : argument);
      if ('url' in checked) entities.push({ type: 'text_link', ...place, url: checked.url });
    } else if (tag === 'tg-emoji') {
      if (!/^[1-9]\d{0,18}$/u.test(argument) || BigInt(argument) > 2n ** 63n - 1n) {
        throw cant('Invalid custom emoji identifier specified');
      }
      entities.push({ type: 'custom_emoji', ...place, custom_emoji_id: argument });
    } else if (tag === 'pre' && sameAsLast && last.type === 'code' && last.language !== undefined) {
      entities.splice(-1, 1, { type: 'pre', ...place, language: last.language });
    } else if (tag === 'code' && argument !== '') {
      if (sameAsLast && last.type === 'pre')
        entities.splice(-1, 1, { type: 'pre', ...place, language: argument });
      else entities.push({ type: 'code', ...place, language: argument });
    } else if (tag === 'blockquote' && argument === 'expandable') {
      entities.push({ type: 'expandable_blockquote', ...place });
    } else {
      entities.push({ type: kinds[tag] ?? tag, ...place });
    }
  }

  while (at < source.length) {
    const character = source.charAt(at);
    if (character === '<') {
      if (source.charAt(at + 1) === '/') endTag();
      else startTag();
    } else {
      text += (character === '&' ? decoded() : null) ?? source.charAt(at++);
      text += upTo(/[<&]/gu);
    }
  }
  const left = open.at(-1);
  if (left !== undefined) throw cant(`Can't find end tag corresponding to start tag "${left.tag}"`);
  return { text, entities: entities.map(withoutIdleLanguage) };
}

/** A language counts only inside `pre`. */
const withoutIdleLanguage = ({ type, offset, length, ...rest }: WireEntity): WireEntity =>
  type === 'code' ? { type, offset, length } : { type, offset, length, ...rest };

const point = (code: number) => (code > 0 && code < 0x10_ff_ff ? String.fromCodePoint(code) : undefined);

const tags: Record<string, string> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  spoiler: 'tg-spoiler',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  expandable_blockquote: 'blockquote',
};

const references: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };
const escaped = (text: string) => text.replaceAll(/[<>&"]/gu, (character) => references[character] ?? '');

/** Styled text as HTML; links that Telegram found by itself stay plain. */
export function renderHtml({ text, entities }: Styled): string {
  const marks = entities
    .flatMap((entity) => {
      const tag = entity.type === 'text_link' ? 'a' : tags[entity.type];
      return tag === undefined ? [] : [{ ...entity, tag, end: entity.offset + entity.length }];
    })
    .toSorted((one, other) => one.offset - other.offset || other.length - one.length);
  let html = '';
  let at = 0;
  const open: typeof marks = [];
  const advance = (to: number) => {
    html += escaped(text.slice(at, to));
    at = to;
  };
  const closeUntil = (offset: number) => {
    for (let top = open.at(-1); top !== undefined && top.end <= offset; top = open.at(-1)) {
      advance(top.end);
      html += `</${top.tag}>`;
      open.pop();
    }
  };
  for (const mark of marks) {
    closeUntil(mark.offset);
    advance(mark.offset);
    html += mark.tag === 'a' ? `<a href="${escaped(mark.url ?? '')}">` : `<${mark.tag}>`;
    open.push(mark);
  }
  closeUntil(Number.POSITIVE_INFINITY);
  advance(text.length);
  return html;
}
