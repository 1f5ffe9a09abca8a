// Text in Telegram's HTML: escaped here and nowhere else, links cut where their address ends, nobody pinged.
// A text counts as long as what is left of it after parsing.

/** A stretch of one line in one style. */
export interface Run {
  readonly text: string;
  readonly tag: 'b' | 'i' | 'code' | null;
  /** An address that `asAddress` let through; `null`: no link. */
  readonly link: string | null;
}

export const plain = (text: string): Run => ({ text: harmless(text), tag: null, link: null });

/** How many of the platform's marks the run may take, those that it would find by itself included. */
export function marksOf({ text, tag, link }: Run): number {
  const own = (tag === null ? 0 : 1) + (link === null ? 0 : 1);
  return link !== null || tag === 'code' ? own : own + (text.match(detected)?.length ?? 0);
}

export function htmlOf({ text, tag, link }: Run): string {
  if (text === '') return '';
  const inner = tag === 'code' ? escaped(text) : link === null ? linked(text) : anchor(link, text);
  return tag === null ? inner : `<${tag}>${inner}</${tag}>`;
}

/** The address as the platform takes it, or `null` for one that it refuses: of another kind, or on this machine. */
export function asAddress(link: string): string | null {
  const url = URL.parse(link);
  if (url === null || !/^https?:$/u.test(url.protocol)) return null;
  return /^[^\s.]+(?:\.[^\s.]+)+$/u.test(url.hostname) ? url.href : null;
}

/** An address up to the first letter that none can hold, or a name that would ping somebody. */
const found = /https?:\/\/[\u0021-\u007e]+|(?<![\w@/])@[a-z]\w{3,31}/giu;

/** What the platform may mark by itself. */
const detected = /[@#$/]|\.\w/gu;

/** Addresses end where they are meant to end, and names lead to the account without calling it. */
function linked(text: string): string {
  if (!text.includes('@') && !text.includes('://')) return escaped(text);
  let html = '';
  let at = 0;
  for (const { 0: match, index } of text.matchAll(found)) {
    const shown = match.replace(/[.,:;!?'"()<>[\]{}]+$/u, '');
    const address = shown.startsWith('@') ? `https://t.me/${shown.slice(1)}` : asAddress(shown);
    html += escaped(text.slice(at, index)) + (address === null ? escaped(shown) : anchor(address, shown));
    at = index + shown.length;
  }
  return html + escaped(text.slice(at));
}

const anchor = (address: string, text: string): string =>
  `<a href="${escaped(address)}">${escaped(text)}</a>`;

const escaped = (text: string): string => (/[&<>"]/u.test(text) ? escapedAll(text) : text);

const escapedAll = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Line breaks made one kind; control, invisible and reordering characters removed, joiners of emoji kept. */
export const harmless = (text: string): string =>
  odd.test(text)
    ? text
        .toWellFormed()
        .replaceAll(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
        .replaceAll('\t', ' ')
        .replaceAll(/(?![\u200c\u200d])\p{Cf}|(?!\n)\p{Cc}/gu, '')
    : text;

/** Most texts hold none of what has to be changed. */
const odd = /(?!\n)[\p{C}\u2028\u2029]/u;

export const oneLine = (text: string): string => harmless(text).replaceAll('\n', ' ');
