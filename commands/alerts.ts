// Alerts: whoever wants to know of good fits at once gets a letter about each, at the end of their quiet hours where
// it came in those.

import type { Language } from '../core/language.ts';
import { endOfQuiet } from '../core/schedule.ts';
import type { View } from '../core/view.ts';
import type { Rooms } from '../storage/open.ts';
import type { Address } from '../storage/outbox.ts';
import type { StoredOpening } from '../storage/stored-opening.ts';
import type { AlertReader } from '../storage/subscriptions.ts';
import { type Context, houseIn } from './context.ts';
import { verdictOn } from './judging.ts';
import { messagesOf } from './locales/messages.ts';
import { openingLine } from './opening-view.ts';
import { bold, button } from './say.ts';

/**
 * Within the transaction that shows the opening to people, hides it or changes it: takes back what is not on its way,
 * and tells those who may see it, if it stands and fits well. Nobody is told of one opening twice, or of their own.
 */
export async function settleAlerts(id: number, store: Rooms, context: Context): Promise<void> {
  const { house, now } = context;
  const found = await store.openings.hold(id);
  const readers = await store.subscriptions.alertReaders();
  for (const reader of readers) await store.outbox.withdraw(alertKey(id, reader));
  if (found?.state !== 'open' || verdictOn(found.opening, context).fit !== 'good') return;
  for (const reader of readers) {
    if (!isNews(reader, found, context)) continue;
    const { address, quiet, zone } = reader;
    const language = reader.language ?? house.language;
    const view = alertOf(found, language, context);
    const dueAt = quiet === null ? null : endOfQuiet(quiet, zone, now);
    const key = alertKey(id, reader);
    await store.outbox.write({ key, kind: 'alert', address, language, view }, now, dueAt ?? now);
  }
}

const alertKey = (id: number, reader: Pick<AlertReader, 'id'>): string => `alert ${id} ${reader.id}`;

/** How many milliseconds nothing is to be heard at this address from now on, whatever it is. */
export async function quietFor(
  { platform, externalId }: Address,
  { subscriptions }: Pick<Rooms, 'subscriptions'>,
  now: Date,
): Promise<number> {
  const readers = await subscriptions.alertReaders();
  const reader = readers.find(
    ({ address }) => address.platform === platform && address.externalId === externalId,
  );
  const end =
    reader === undefined || reader.quiet === null ? null : endOfQuiet(reader.quiet, reader.zone, now);
  return end === null ? 0 : end.getTime() - now.getTime();
}

/**
 * In private people see what is public and for the seeker whom they chose, operators see all. Whoever acts here knows
 * of it, and the seeker is told anyway.
 */
function isNews(
  reader: AlertReader,
  { audience, submitterId }: StoredOpening,
  { house, caller }: Context,
): boolean {
  const { personId, address } = reader;
  const { profile, operators } = house;
  const account = `${address.platform}:${address.externalId}`;
  const knows =
    personId === submitterId || personId === caller.personId || profile.identities.includes(account);
  const isTheirs = houseIn(house, reader, account).profile === profile;
  return isTheirs && !knows && (audience === 'public' || operators.includes(account));
}

function alertOf({ id, opening }: StoredOpening, language: Language, context: Context): View {
  const words = messagesOf(language);
  const { fit, score, best } = verdictOn(opening, context);
  return {
    kind: 'view',
    title: words.alerts.title,
    blocks: [
      { kind: 'text', text: [bold(`#${id} `), ...openingLine(opening, { words, language })] },
      { kind: 'text', text: [words.verdict.title(fit, score, best), words.end] },
    ],
    actions: [
      ...button(words.openings.show(id), 'opening', { id }, 'primary'),
      ...button(words.alerts.stop, 'subscribe', { alerts: 'off' }),
    ],
  };
}
