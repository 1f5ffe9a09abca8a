import { expect, test } from 'vitest';

import { render } from '../../bots/telegram/render.ts';
import { messagesOf } from '../../commands/locales/messages.ts';
import { cards } from '../bots/pictures/cards.ts';
import { detect } from '../emulators/telegram/detect.ts';
import { parseHtml } from '../emulators/telegram/html.ts';
import { readMarkup } from '../emulators/telegram/keyboard.ts';
import { Params } from '../emulators/telegram/params.ts';
import { readStyled } from '../emulators/telegram/styled.ts';
import { rendererContract } from './renderer.ts';

/** Characters, and marks such as bold, in one message. */
const most = { characters: 4096, marks: 100 };

/** Names that an account can have. */
const account = /^@[a-z]\w{3,31}$/iu;

rendererContract('telegram', (view, language) => {
  const words = messagesOf(language);
  const { texts, keyboard } = render(view, words);
  const messages = texts.map((html) => readStyled(new Params({ text: html, parse_mode: 'HTML' }), 'text'));
  for (const { text, entities } of messages) {
    if (text === '') throw new Error('message text is empty');
    if (text.length > most.characters) throw new Error(`message is too long: ${text.length}`);
    const called = entities
      .filter(({ type }) => type === 'mention' || type === 'text_mention')
      .map(({ offset, length }) => text.slice(offset, offset + length))
      .filter((name) => account.test(name));
    if (called.length > 0) throw new Error(`${called.join(', ')} would be called`);
  }
  if (texts.some((html) => marksIn(html) > most.marks)) throw new Error('marks would be lost');
  const markup = readMarkup(new Params({ reply_markup: JSON.stringify({ inline_keyboard: keyboard }) }));
  const said = messages.map(({ text }) => text);
  return {
    texts: said,
    links: messages.flatMap(({ entities }) => entities.flatMap(({ url }) => url ?? [])),
    buttons: (markup.keyboard?.inline_keyboard ?? []).flat().map((button) => ({
      label: button.text,
      target: button.callback_data ?? button.url ?? '',
    })),
    admitsMore: said.at(-1)?.includes(words.telegram.cut(1).slice(0, 3)) === true,
  };
});

test('under a picture stands as much as a caption holds, and the rest follows', () => {
  const lines = Array.from({ length: 60 }, (_, n) => [
    `第${n}个职位：大模型算法工程师，广州，月薪三万到四万五`,
  ]);
  const view = {
    kind: 'view',
    title: 'A week',
    picture: { card: cards.zh, alternative: '六十个职位' },
    blocks: [{ kind: 'list', items: [...lines, ['长'.repeat(3000)]] }],
  } as const;
  const { texts } = render(view, messagesOf('zh'));
  const read = texts.map((html) => parseHtml(html).text);
  expect(read[0]?.length).toBeGreaterThan(900);
  expect(read[0]?.length).toBeLessThanOrEqual(1024);
  expect(read.every((text) => text.length <= most.characters)).toBe(true);
  const all = read.join('');
  expect(all.match(/长/gu)).toHaveLength(3000);
  expect(lines.every(([line = '']) => all.includes(line))).toBe(true);
  expect(read[0]).toContain('六十个职位');
});

/** Those the bot sets, and those that Telegram finds between them. */
function marksIn(html: string): number {
  const { text, entities } = parseHtml(html);
  const between = detect(text).filter(({ offset }) =>
    entities.every((one) => offset < one.offset || offset >= one.offset + one.length),
  );
  return entities.length + between.length;
}
