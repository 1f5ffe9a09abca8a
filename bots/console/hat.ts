// The hats that whoever runs the console can wear, for trying out who may do what: each is a person of their own.

import type { Origin, Role } from '../../commands/context.ts';
import { messagesOf } from '../../commands/locales/messages.ts';
import type { Language } from '../../core/language.ts';

const hats = {
  all: ['seeker', 'moderator', 'operator'],
  member: [],
  moderator: ['moderator'],
  seeker: ['seeker'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Hat = keyof typeof hats;

export const hatNames = Object.keys(hats);

export const isHat = (name: string): name is Hat => Object.hasOwn(hats, name);

/** Who speaks under the hat; `language` is the one that was spoken last, for hats that have not chosen. */
export function originOf(hat: Hat, language: Language): Origin {
  const externalId = hat === 'all' ? 'console' : `console-${hat}`;
  return {
    platform: 'console',
    person: { externalId, name: messagesOf(language).console.people[hat], language },
    place: { externalId: 'console', kind: 'private', channel: null },
    roles: hats[hat],
  };
}
