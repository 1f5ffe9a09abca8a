// What a fetched page holds: its words, its metadata, its JSON-LD. Hides charsets, and HTML as it is found in the
// wild; linear in its length, however it is nested.

import sniff from 'html-encoding-sniffer';
import { Parser } from 'htmlparser2';

import type { Page } from './fetch.ts';

export interface PageContent {
  /** What the page calls itself; empty where it does not say. */
  readonly title: string;
  readonly description: string;
  /** The page's lasting address, where it names one. */
  readonly canonical: string | null;
  /** The readable words in lines: of the main part where it is marked, without navigation and footers. */
  readonly text: string;
  /** Every piece of JSON-LD that can be parsed, its texts without markup. */
  readonly data: readonly unknown[];
  readonly asksPassword: boolean;
}

const blank: PageContent = {
  title: '',
  description: '',
  canonical: null,
  text: '',
  data: [],
  asksPassword: false,
};

export function contentOf({ bytes, charset, type }: Page): PageContent {
  const options = {
    defaultEncoding: 'UTF-8',
    ...(charset === null ? {} : { transportLayerEncodingLabel: charset }),
  };
  const text = new TextDecoder(sniff(bytes, options)).decode(bytes);
  if (type === 'text/plain') return { ...blank, text };
  if (type.endsWith('json')) return { ...blank, data: [parsed(text)] };
  return readHtml(text);
}

const unread = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'nav',
  'footer',
  'aside',
  'button',
  'select',
  'iframe',
  'title',
]);
const breaking =
  /^(?:p|div|section|article|header|main|br|hr|tr|table|ul|ol|dl|dt|dd|blockquote|pre|form|figure|fieldset|label)$/u;
const heading = /^h[1-6]$/u;
const mainPart = new Set(['main', 'article']);

/** In characters: less is no main part. */
const leastMain = 200;
/** Written to the parser at once; the work for one piece is bounded by its length. */
const pieceLength = 65_536;
/** A page that is nested deeper is read up to there. */
const deepest = 2000;

function readHtml(html: string): PageContent {
  const titles: Record<'document' | 'shared', string> = { document: '', shared: '' };
  let { description, canonical, asksPassword } = blank;
  const data: unknown[] = [];
  const words = { all: '', main: '' };
  let script: string | null = null;
  let depth = 0;
  let unreadDepth = 0;
  let mainDepth = 0;
  let inTitle = false;

  const write = (text: string): void => {
    if (unreadDepth > 0) return;
    words.all += text;
    if (mainDepth > 0) words.main += text;
  };

  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      if (unread.has(name)) unreadDepth += 1;
      if (mainPart.has(name)) mainDepth += 1;
      if (name === 'title') inTitle = titles.document === '';
      if (name === 'script') script = /^application\/ld\+json/iu.test(attributes['type'] ?? '') ? '' : null;
      if (name === 'meta') {
        const key = (attributes['property'] ?? attributes['name'] ?? '').toLowerCase();
        const content = attributes['content'] ?? '';
        if (key === 'og:title') titles.shared ||= content;
        if (key === 'og:description' || key === 'description') description ||= content;
      }
      if (name === 'link' && attributes['rel']?.toLowerCase() === 'canonical')
        canonical ??= attributes['href'] ?? null;
      if (name === 'input' && attributes['type']?.toLowerCase() === 'password') asksPassword = true;
      if (heading.test(name)) write('\n\n# ');
      else if (name === 'li') write('\n- ');
      else if (breaking.test(name)) write('\n');
    },
    ontext(text) {
      if (script !== null) script += text;
      else if (inTitle) titles.document += text;
      else write(text.replaceAll(/\s+/gu, ' '));
    },
    onclosetag(name) {
      depth -= 1;
      if (unread.has(name)) unreadDepth -= 1;
      if (heading.test(name) || breaking.test(name)) write('\n');
      else if (name === 'td' || name === 'th') write(' ');
      if (mainPart.has(name)) mainDepth -= 1;
      if (name === 'title') inTitle = false;
      if (name !== 'script') return;
      if (script !== null) data.push(parsed(script));
      script = null;
    },
  });
  for (let at = 0; at < html.length && depth <= deepest; at += pieceLength) {
    parser.write(html.slice(at, at + pieceLength));
  }
  parser.end();

  const main = tidy(words.main);
  return {
    title: tidy(titles.shared || titles.document),
    description: tidy(description),
    canonical,
    text: main.length >= leastMain ? main : tidy(words.all),
    data: data.filter((one) => one !== null),
    asksPassword,
  };
}

/** Lines without blanks at their ends, and never more than one empty one. */
const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => !/^(?:[-#]|# -)$/u.test(line))
    .join('\n')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim();

/** The JSON with plain texts in it; `null` for what is none. Line breaks within texts, which are no JSON, are common. */
function parsed(text: string): unknown {
  for (const version of [text, text.replaceAll(/[\r\n\t]+/gu, ' ')]) {
    try {
      return JSON.parse(version, (_key, value: unknown) =>
        typeof value === 'string' ? plain(value) : value,
      );
    } catch (fault) {
      if (!(fault instanceof SyntaxError || fault instanceof RangeError)) throw fault;
    }
  }
  return null;
}

const markup = /<\/?[a-z][^<>]{0,500}>|&(?:#\d+|#x[\da-f]+|[a-z]{2,8});/iu;

/** A text without its markup, which may be escaped once more; a link stays as it is. */
function plain(value: string): string {
  if (/^https?:\S+$/u.test(value) || !markup.test(value)) return value;
  const once = readHtml(value).text;
  return markup.test(once) ? readHtml(once).text : once;
}
