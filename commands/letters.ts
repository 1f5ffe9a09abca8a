// Letters to people, written in private: who can be written to, where and in which language. Nobody asked for most of
// them at that moment, so each of those has a button that stops them all.

import type { Language } from '../core/language.ts';
import type { Opening } from '../core/opening.ts';
import type { View } from '../core/view.ts';
import type { Contact } from '../storage/contacts.ts';
import type { Store } from '../storage/open.ts';
import type { Address } from '../storage/outbox.ts';
import type { House } from './context.ts';
import { type Messages, messagesOf } from './locales/messages.ts';
import { button } from './say.ts';

/** In milliseconds; a letter waits as long, so that whoever takes back what it tells has told nobody. */
export const graceTime = 2 * 60 * 1000;

/** The rooms of the store that letters need; inside a transaction, those of its store. */
export type Letterbox = Pick<Store, 'contacts' | 'outbox'>;

export interface Reader {
  readonly address: Address;
  readonly language: Language;
}

export interface Recipient extends Reader {
  readonly personId: number;
}

interface Letter {
  readonly key: string;
  readonly to: Reader;
  readonly view: (words: Messages, language: Language) => View;
  /** In milliseconds, until it may be sent. */
  readonly wait?: number;
  /** It answers what its reader asked, and so comes to those too who want no letters. */
  readonly isAskedFor?: boolean;
}

/**
 * Where this person is written to: by the account they used last of those that can be. `null` where there is none, and
 * for those who want no letters, unless they asked for this one.
 */
export async function recipientOf(
  personId: number,
  { contacts }: Pick<Letterbox, 'contacts'>,
  house: Pick<House, 'language'>,
  isAskedFor = false,
): Promise<Recipient | null> {
  return recipientAmong(await contacts.of(personId), house, isAskedFor);
}

/** The seeker, by one of the accounts that are the seeker's by the profile: no other has the rights. */
export async function seekerRecipient(
  { contacts }: Pick<Letterbox, 'contacts'>,
  house: Pick<House, 'language' | 'profile'>,
): Promise<Recipient | null> {
  return recipientAmong(await contacts.among(house.profile.identities), house, false);
}

function recipientAmong(
  contacts: readonly Contact[],
  house: Pick<House, 'language'>,
  isAskedFor: boolean,
): Recipient | null {
  const contact = contacts.find((one) => canBeWrittenTo(one) && (one.wantsNews || isAskedFor));
  if (contact === undefined) return null;
  const { personId, platform, externalId, language } = contact;
  const address = { platform, externalId, channel: null };
  return { personId, address, language: language ?? house.language };
}

/** Discord lets a bot write first; the console is nobody's any more once its window is closed. */
function canBeWrittenTo({ platform, hasChat, isShutOut }: Contact): boolean {
  if (platform === 'console' || isShutOut) return false;
  return hasChat || platform === 'discord';
}

/** Puts the letter on its way; `false` where it was written before. */
export async function writeLetter(
  { key, to, view, wait = graceTime, isAskedFor = false }: Letter,
  { outbox }: Pick<Letterbox, 'outbox'>,
  now: Date,
): Promise<boolean> {
  const words = messagesOf(to.language);
  const { actions = [], ...said } = view(words, to.language);
  const stop = isAskedFor ? [] : button(words.news.stop, 'privacy', { news: 'off' });
  const letter = {
    key,
    kind: 'news',
    address: to.address,
    language: to.language,
    view: { ...said, actions: [...actions, ...stop] },
  } as const;
  return outbox.write(letter, now, new Date(now.getTime() + wait));
}

/** What an opening is called in a sentence: its job, and who offers it. */
export const openingName = ({ title, company }: Opening, { news, openings }: Messages): string =>
  news.opening(title ?? openings.untitled, company);
