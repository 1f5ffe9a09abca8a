import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';

import { openTalk } from './telegram/client.ts';
import { detect } from './telegram/detect.ts';
import { parseHtml, renderHtml } from './telegram/html.ts';

async function openSending() {
  const { telegram, call } = await openTalk();
  const chat = telegram.user({ name: 'Mei' }).opens();
  const send = (text: string, rest: object = {}) => call('sendMessage', { chat_id: chat.id, text, ...rest });
  return { chat, send };
}

const cut = (text: string) =>
  detect(text).map(({ type, offset, length }) => [type, text.slice(offset, offset + length)]);

describe('HTML', () => {
  it.each([
    ['<x>a</x>', 'Unsupported start tag "x" at byte offset 0'],
    ['中<br>', 'Unsupported start tag "br" at byte offset 3'],
    ['<b>a', 'Can\'t find end tag corresponding to start tag "b"'],
    ['a</b>', 'Unexpected end tag at byte offset 1'],
    ['<b><i>test</b></i>', 'Unmatched end tag at byte offset 10, expected "</i>", found "</b>"'],
    ['<b', 'Unclosed start tag at byte offset 0'],
    ['<b>a</b', 'Unclosed end tag at byte offset 4'],
    ['<a href>x</a>', 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'],
    ['<a href="x', 'Unclosed start tag at byte offset 0'],
    ['<span>a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['salary < 30k', 'Unsupported start tag "" at byte offset 7'],
    ['salary <30k and >20k', 'Unsupported start tag "30k" at byte offset 7'],
  ])('refuses %s', async (text, why) => {
    const { send } = await openSending();
    expect(await send(text, { parse_mode: 'HTML' })).toMatchObject({
      status: 400,
      description: `Bad Request: can't parse entities: ${why}`,
    });
  });

  it('counts entities in UTF-16 units and unescapes references', () => {
    expect(parseHtml('😀<b>a &lt;&amp;&#20013;&#x4E2D;</b>')).toEqual({
      text: '😀a <&中中',
      entities: [{ type: 'bold', offset: 2, length: 6 }],
    });
  });

  it('leaves references it does not know as they are', () => {
    expect(parseHtml('&nbsp;&apos;&').text).toBe('&nbsp;&apos;&');
  });

  it('drops a bad link in silence and keeps its text', () => {
    expect(parseHtml('<a href="http://localhost">here</a>')).toEqual({ text: 'here', entities: [] });
  });

  it('tells code in a language from plain code', () => {
    expect(parseHtml('<pre><code class="language-ts">x</code></pre>').entities).toEqual([
      { type: 'pre', offset: 0, length: 1, language: 'ts' },
    ]);
  });

  it('renders what it parsed', () => {
    const html =
      '<b>one <i>two</i></b> &amp; <a href="https://a.cn/?x=1&amp;y=2">link</a><blockquote>q</blockquote>';
    expect(renderHtml(parseHtml(html))).toBe(html);
  });

  const word = fc.string({ unit: 'binary', minLength: 1 }).map((text) => text.replaceAll('\r', ' '));
  const styled = fc.array(fc.tuple(word, fc.constantFrom('', 'bold', 'italic', 'code', 'blockquote')));

  test.prop([styled])('renders any styled text so that it parses to the same', (runs) => {
    const entities = runs.flatMap(([{ length }, type], index) => {
      const offset = runs.slice(0, index).reduce((sum, [before]) => sum + before.length, 0);
      return type === '' ? [] : [{ type, offset, length }];
    });
    const whole = { text: runs.map(([text]) => text).join(''), entities };
    expect(parseHtml(renderHtml(whole))).toEqual(whole);
  });

  it('keeps the outer of two nested links', async () => {
    const { send } = await openSending();
    const { result } = await send('<a href="https://a.cn">x <a href="https://b.cn">y</a></a>', {
      parse_mode: 'HTML',
    });
    expect(result.entities).toEqual([{ type: 'text_link', offset: 0, length: 3, url: 'https://a.cn/' }]);
  });
});

describe('what Telegram finds by itself', () => {
  it('glues Chinese text to an address', () => {
    expect(cut('看https://x.cn/p,这个岗位 好')).toEqual([['url', 'https://x.cn/p,这个岗位']]);
    expect(cut('https://x.cn这个')).toEqual([['url', 'https://x.cn这个']]);
  });

  it('leaves closing punctuation and brackets out of an address', () => {
    expect(cut('(see https://a.com/b(c)).')).toEqual([['url', 'https://a.com/b(c)']]);
    expect(cut('at example.com.')).toEqual([['url', 'example.com']]);
  });

  it('takes no address without a known domain, nor localhost', () => {
    expect(cut('node.js and http://localhost:80/x')).toEqual([]);
  });

  it('takes a command only where no letter touches it', () => {
    expect(cut('/help')).toEqual([['bot_command', '/help']]);
    expect(cut('/help@some_bot x')).toEqual([['bot_command', '/help@some_bot']]);
    expect(cut('/help帮助')).toEqual([]);
    expect(cut('求/help')).toEqual([]);
  });

  it('takes mentions, hashtags and mail addresses', () => {
    expect(cut('@alice_b #内推 hr@corp.com #123')).toEqual([
      ['mention', '@alice_b'],
      ['hashtag', '#内推'],
      ['email', 'hr@corp.com'],
    ]);
  });
});

describe('entities and lengths', () => {
  it.each([
    [
      { type: 'bold', offset: 100, length: 1 },
      'entity begins after the end of the text at UTF-16 offset 100',
    ],
    [
      { type: 'bold', offset: 0, length: 100 },
      'entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 100',
    ],
    [{ type: 'bold', offset: 2, length: 1 }, 'entity begins in a middle of a UTF-16 symbol at byte offset 1'],
    [
      { type: 'bold', offset: 0, length: 2 },
      'entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 1',
    ],
    [{ type: 'bold', offset: -1, length: 1 }, 'receive an entity with incorrect offset -1'],
    [{ type: 'loud', offset: 0, length: 1 }, "can't parse MessageEntity: Unsupported type specified"],
    [
      { type: 'text_link', offset: 0, length: 1, url: 'http://localhost' },
      "entity URL 'http://localhost' is invalid: Wrong HTTP URL",
    ],
    [{ type: 'text_link', offset: 0, length: 1 }, 'can\'t parse MessageEntity: Can\'t find field "url"'],
  ])('refuses the entity %j', async (entity, why) => {
    const { send } = await openSending();
    expect(await send('a😀bc', { entities: [entity] })).toMatchObject({
      status: 400,
      description: `Bad Request: ${why}`,
    });
  });

  it('keeps a hundred entities and loses the others', async () => {
    const { send } = await openSending();
    const { result } = await send('<b>a</b> '.repeat(120), { parse_mode: 'HTML' });
    expect(result.entities).toHaveLength(100);
  });

  it('trims white space and moves entities along', async () => {
    const { send } = await openSending();
    const { result } = await send('\n  a <b>b  </b> \n', { parse_mode: 'HTML' });
    expect(result).toMatchObject({ text: 'a b', entities: [{ type: 'bold', offset: 2, length: 1 }] });
  });

  it('finds nothing inside code', async () => {
    const { send } = await openSending();
    const { result } = await send('<code>/help a.com</code> /help', { parse_mode: 'html' });
    expect(result.entities.map(({ type }: { type: string }) => type)).toEqual(['code', 'bot_command']);
  });

  it('counts text after parsing, in code points', async () => {
    const { send } = await openSending();
    expect((await send(`<b>${'中'.repeat(4096)}</b>`, { parse_mode: 'HTML' })).ok).toBe(true);
    expect(await send('x'.repeat(4097))).toMatchObject({
      status: 400,
      description: 'Bad Request: message is too long',
    });
    expect((await send('')).description).toBe('Bad Request: message text is empty');
    expect((await send('<b> </b>', { parse_mode: 'HTML' })).description).toBe(
      'Bad Request: text must be non-empty',
    );
    expect((await send('a', { parse_mode: 'MarkdownV2' })).description).toBe(
      'Bad Request: unsupported parse_mode',
    );
  });

  it('notes a text that only fits in code points', async () => {
    const { telegram, call } = await openTalk({ careless: true });
    const chat = telegram.user({ name: 'Mei' }).opens();
    expect((await call('sendMessage', { chat_id: chat.id, text: '😀'.repeat(3000) })).ok).toBe(true);
    expect(telegram.violations).toEqual([expect.stringContaining('6000 UTF-16 units')]);
  });
});
