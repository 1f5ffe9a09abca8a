// The text of a message as it was meant: links that stand behind words are written out, so that they are not lost.

import type { Message, MessageEntity } from '@grammyjs/types';

/** Text or caption with the addresses of its links in parentheses; `null` when there is neither. */
export function textOf(
  message: Pick<Message, 'text' | 'entities' | 'caption' | 'caption_entities'>,
): string | null {
  const text = message.text ?? message.caption;
  if (text === undefined) return null;
  return withLinks(text, (message.text === undefined ? message.caption_entities : message.entities) ?? []);
}

/** Something that a person sent, and no line of the platform's own such as "pinned a message". */
export const hasContent = (message: Message): boolean => contents.some((kind) => message[kind] !== undefined);

const contents = [
  'photo',
  'document',
  'video',
  'video_note',
  'audio',
  'voice',
  'sticker',
  'contact',
  'location',
  'poll',
  'story',
] as const satisfies readonly (keyof Message)[];

function withLinks(text: string, entities: readonly MessageEntity[]): string {
  const links = entities.flatMap((entity) =>
    entity.type === 'text_link'
      ? [{ end: entity.offset + entity.length, url: entity.url, from: entity.offset }]
      : [],
  );
  return links
    .toSorted((one, other) => other.end - one.end)
    .reduce((written, { from, end, url }) => {
      const shown = text.slice(from, end);
      const isWritten = shown.includes(url.replace(/\/$/u, ''));
      return isWritten ? written : `${written.slice(0, end)} (${url})${written.slice(end)}`;
    }, text);
}
