// What Telegram finds in plain text by itself: commands, mentions, hashtags, addresses. Chinese letters count as
// letters, so `/help帮助` is no command, and whatever is glued to an address becomes part of it.

import type { WireEntity } from './wire.ts';

const word = String.raw`\p{L}\p{N}_`;
const command = new RegExp(
  String.raw`(?<![${word}/<>])/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![${word}/<>@])`,
  'giu',
);
const mention = new RegExp(String.raw`(?<![${word}@])@(?:[a-z0-9_]{4,32}|gif|vid|pic)(?![${word}])`, 'giu');
const hashtag = new RegExp(String.raw`(?<![${word}#])#[${word}]{1,256}(?![${word}#])`, 'gu');
const cashtag = new RegExp(String.raw`(?<![$${word}])\$[A-Z]{1,8}(?![$${word}])`, 'gu');
const email = /(?<![\w.+-])[\w+-][\w.+-]{0,60}@(?:[a-z0-9][\w-]{0,29}\.){1,6}[a-z]{2,8}(?![\w@-])/giu;

const broken = String.raw`\s\p{Z}\u2000-\u200B\u200E\u200F\u2016-\u206F`;
const wide = String.raw`[[^\u0000-\u00BF]--[${broken}]]`;
const label = String.raw`(?:[a-z0-9_~\-]|${wide})+`;
const address = new RegExp(
  String.raw`(?:(?:https?|ftp)://|(?<![${word}\/@#]))${label}(?:\.${label})+(?::\d{1,5})?(?:[\/?#][^${broken}<>"«»]*)?`,
  'giv',
);

/** Top-level domains an address without a protocol may have; the real list is longer. */
const common = new Set(
  'com org net edu gov io ai dev app cn hk tw jp kr in uk de fr us eu me co so tech jobs work xyz info site online top cc tv sh gg ly'.split(
    ' ',
  ),
);

/** Entities in order, none touching another. */
export function detect(text: string): WireEntity[] {
  const found = [
    ...all(text, '/', command, 'bot_command'),
    ...all(text, '@', mention, 'mention'),
    ...all(text, '#', hashtag, 'hashtag').filter(({ offset, length }) =>
      /\p{L}/u.test(text.slice(offset, offset + length)),
    ),
    ...all(text, '$', cashtag, 'cashtag'),
    ...all(text, '@', email, 'email'),
    ...addresses(text),
  ];
  const kept: WireEntity[] = [];
  let end = 0;
  for (const entity of found.toSorted(
    (one, other) => one.offset - other.offset || other.length - one.length,
  )) {
    if (entity.offset < end) continue;
    kept.push(entity);
    end = entity.offset + entity.length;
  }
  return kept;
}

/** `sign`: without it there is nothing to find. */
function all(text: string, sign: string, pattern: RegExp, type: string): WireEntity[] {
  if (!text.includes(sign)) return [];
  return Array.from(text.matchAll(pattern), (match) => ({
    type,
    offset: match.index,
    length: match[0].length,
  }));
}

function addresses(text: string): WireEntity[] {
  return all(text, '.', address, 'url').flatMap((entity) => {
    const length = trimmed(text.slice(entity.offset, entity.offset + entity.length));
    return length === 0 ? [] : [{ ...entity, length }];
  });
}

/** How much of a candidate is an address: closing brackets and punctuation at its end are not. 0: none of it. */
function trimmed(candidate: string): number {
  const [, protocol = '', rest = ''] = /^((?:https?|ftp):\/\/)?(.*)$/isu.exec(candidate) ?? [];
  const [, domain = '', path = ''] = /^([^/?#]*)(.*)$/su.exec(rest) ?? [];
  const host = domain.replace(/:\d*$/u, '');
  const top = host.slice(host.lastIndexOf('.') + 1);
  const digits = /^\d+(?:\.\d+){3}$/u.test(host);
  if (!digits && (top.length < 2 || /^\d+$|[_-]/u.test(top))) return 0;
  if (protocol === '' && !digits && !common.has(top.toLowerCase())) return 0;
  return protocol.length + domain.length + closed(path);
}

function closed(path: string): number {
  const depth = { round: 0, square: 0, curly: 0 };
  const steps: Record<string, readonly [keyof typeof depth, 1 | -1]> = {
    '(': ['round', 1],
    ')': ['round', -1],
    '[': ['square', 1],
    ']': ['square', -1],
    '{': ['curly', 1],
    '}': ['curly', -1],
  };
  let end = 0;
  for (; end < path.length; end += 1) {
    const step = steps[path.charAt(end)];
    if (step === undefined) continue;
    depth[step[0]] += step[1];
    if (depth[step[0]] < 0) break;
  }
  while (end > 1 && ".:;,('?!`".includes(path.charAt(end - 1))) end -= 1;
  return end;
}
