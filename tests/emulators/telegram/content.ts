// What a message holds apart from its place, read from a request within the limits of the platform.

import type { Params } from './params.ts';
import { badRequest } from './refusal.ts';
import { readStyled } from './styled.ts';
import type { Styled, WireMessage } from './wire.ts';
import type { World } from './world.ts';

export type Content = Pick<
  WireMessage,
  'text' | 'entities' | 'caption' | 'caption_entities' | 'photo' | 'document'
>;

const longestText = 4096;
const longestCaption = 1024;

/** How many characters, each counted once however many units of UTF-16 it takes. */
const points = (text: string) => text.length - (text.match(/[\u{10000}-\u{10ffff}]/gu)?.length ?? 0);

/** Text of a message within its limits. Throws when it is empty or too long. */
export function readText(world: World, params: Params): Styled {
  if ((params.text('text') ?? '') === '') throw badRequest('message text is empty');
  const styled = readStyled(params, 'text');
  if (styled.text === '') throw badRequest('text must be non-empty');
  if (points(styled.text) > longestText) throw badRequest('message is too long');
  if (styled.text.length > longestText) {
    world.violations.push(`text of ${styled.text.length} UTF-16 units: stay within ${longestText}`);
  }
  return styled;
}

export function readCaption(params: Params): Styled {
  const styled = readStyled(params, 'caption');
  if (points(styled.text) > longestCaption) throw badRequest('message caption is too long');
  return styled;
}

export const asText = ({ text, entities }: Styled): Content => ({
  text,
  entities: entities.length === 0 ? undefined : entities,
});

export const asCaption = ({ text, entities }: Styled): Content => ({
  caption: text === '' ? undefined : text,
  caption_entities: entities.length === 0 ? undefined : entities,
});

export const contentOf = ({
  text,
  entities,
  caption,
  caption_entities,
  photo,
  document,
}: WireMessage): Content => ({
  text,
  entities,
  caption,
  caption_entities,
  photo,
  document,
});
