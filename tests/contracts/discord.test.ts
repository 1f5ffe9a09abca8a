import { ButtonStyle, ComponentType } from 'discord.js';
import { expect, test } from 'vitest';

import { pictureName, render } from '../../bots/discord/render.ts';
import { messagesOf } from '../../commands/locales/messages.ts';
import { cards } from '../bots/pictures/cards.ts';
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

test('a picture stands above the text, with its alternative for whoever cannot see it', () => {
  const alternative = 'Six openings. '.repeat(200);
  const blocks = [{ kind: 'text', text: ['words'] }] as const;
  const view = { kind: 'view', title: 'A week', picture: { card: cards.en, alternative }, blocks } as const;
  const [components] = render(view, messagesOf('en'), { hasPicture: true });
  const [gallery] = components;
  expect(gallery).toMatchObject({
    type: ComponentType.MediaGallery,
    items: [{ description: expect.stringMatching(/^Six openings/u) }],
  });
  const form = new Form();
  const file = { field: 'files[0]', name: pictureName, bytes: Buffer.from('PNG'), description: null };
  readBody(form, [], { components, flags: flags.v2, allowed_mentions: { parse: [] } }, [file], false);
  form.close();
});
