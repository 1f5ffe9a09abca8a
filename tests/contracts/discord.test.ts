import { ButtonStyle, ComponentType } from 'discord.js';

import { render } from '../../bots/discord/render.ts';
import { messagesOf } from '../../commands/locales/messages.ts';
import { flags, readBody } from '../emulators/discord/body.ts';
import { Form } from '../emulators/discord/refusal.ts';
import { readMarkdown } from './discord-markdown.ts';
import { rendererContract } from './renderer.ts';

rendererContract('discord', (view, language) => {
  const words = messagesOf(language);
  const messages = render(view, words);
  for (const components of messages) {
    const form = new Form();
    readBody(form, [], { components, flags: flags.v2, allowed_mentions: { parse: [] } }, [], false);
    form.close();
    if (components.length === 0) throw new Error('Cannot send an empty message');
  }
  const all = messages.map((components) =>
    components.flatMap((component) =>
      component.type === ComponentType.TextDisplay ? [component.content] : [],
    ),
  );
  const read = all.map((contents) => contents.map(readMarkdown));
  const rows = messages.flat().filter((component) => component.type === ComponentType.ActionRow);
  return {
    texts: read.map((contents) => contents.map(({ text }) => text).join('\n')),
    links: read.flat().flatMap(({ links }) => links),
    buttons: rows
      .flatMap(({ components }) => components)
      .filter((component) => component.type === ComponentType.Button)
      .map((button) => ({
        label: 'label' in button ? (button.label ?? '') : '',
        target:
          button.style === ButtonStyle.Link ? button.url : 'custom_id' in button ? button.custom_id : '',
      })),
    admitsMore: all.flat().join('\n').includes(words.discord.more(1).slice(0, 5)),
  };
});
