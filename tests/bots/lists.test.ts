// Lists on every platform.

import { ComponentType } from 'discord.js';
import { expect, test } from 'vitest';

import { render as renderConsole } from '../../bots/console/render.ts';
import { render as renderDiscord } from '../../bots/discord/render.ts';
import { render as renderTelegram } from '../../bots/telegram/render.ts';
import { messagesOf } from '../../commands/locales/messages.ts';
import type { View } from '../../core/view.ts';

const words = messagesOf('en');

test('go on from where another ended', () => {
  const items = [['ninth'], ['tenth']];
  const view: View = { kind: 'view', blocks: [{ kind: 'list', items, ordered: true, first: 9 }] };
  const shown = {
    console: renderConsole(view, words, { colour: false, width: 80 }),
    discord: renderDiscord(view, words)
      .flat()
      .flatMap((part) => (part.type === ComponentType.TextDisplay ? [part.content] : []))
      .join('\n'),
    telegram: renderTelegram(view, words).texts.join('\n'),
  };
  for (const text of Object.values(shown)) expect(text).toMatch(/9\. ninth\n10\. tenth/u);
});
