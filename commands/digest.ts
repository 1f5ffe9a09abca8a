// /digest: what the next digest says here, one sent now, and what became of the last.

import { localDate } from '../core/schedule.ts';
import type { Action, View } from '../core/view.ts';
import type { Rooms } from '../storage/open.ts';
import type { DigestSubscription } from '../storage/subscriptions.ts';
import { command } from './command.ts';
import { type Context, isSaidToAll, isTrusted } from './context.ts';
import { type Readership, weeklyDigest } from './digest-content.ts';
import { digestTrail } from './digest-trail.ts';
import { inside, spanUntil } from './due-digests.ts';
import { button, say } from './say.ts';
import { spotOf } from './subscribe.ts';
import { UserError } from './user-error.ts';

export const digest = command({
  name: 'digest',
  role: 'anyone',
  options: { action: { kind: 'choice', choices: ['preview', 'send', 'why'] } },
  async run({ action = 'preview' }, context): Promise<View> {
    const set = await context.house.store.subscriptions.digest(spotOf(context));
    // Whoever speaks as a channel cannot be shown anything alone.
    const isPrivate = !isSaidToAll(context);
    switch (action) {
      case 'preview':
        return { ...(await preview(set, context)), private: isPrivate };
      case 'send':
        return send(set, context);
      case 'why':
        return { ...(await digestTrail(set, context)), private: isPrivate };
    }
  },
});

async function preview(set: DigestSubscription | null, context: Context): Promise<View> {
  const { house, now, words } = context;
  const span = await spanUntil(now, set, house.store);
  const view = await weeklyDigest(house, readersHere(set, context), span, { lateSince: null });
  const next = set === null || set.nextDueAt === null ? null : words.moment(set.nextDueAt, set.weekly.zone);
  const lead = set?.state === 'paused' ? words.digest.paused : words.digest.preview(next);
  const notes = [lead, ...(view === null ? [words.digest.nothing] : [])];
  return {
    kind: 'view',
    ...view,
    blocks: [
      { kind: 'text', text: [{ text: notes.join(words.space), style: 'italic' }] },
      ...(view?.blocks ?? []),
    ],
    actions: [...(view?.actions ?? []), ...buttons(context)],
  };
}

const buttons = (context: Context): readonly Action[] => [
  ...button(context.words.digest.why, 'digest', { action: 'why' }),
  ...(isTrusted(context) ? button(context.words.digest.send, 'digest', { action: 'send' }) : []),
];

/** In the language in which letters come here, whoever asks. */
function readersHere(set: DigestSubscription | null, context: Context): Readership {
  const { place, house, caller, audience, viewer } = context;
  const isPrivate = place.kind === 'private';
  return {
    placeId: place.id,
    kind: place.kind,
    audience,
    personId: isPrivate ? caller.personId : null,
    all: viewer.all,
    language: set === null ? context.language : (set.spoken ?? house.language),
    zone: set?.weekly.zone ?? place.zone,
    emptyWeeks: place.settings.emptyWeeks,
  };
}

/** Once a day at most: the letter's key is the day by the clock of the place. */
async function send(set: DigestSubscription | null, context: Context): Promise<View> {
  if (!isTrusted(context)) throw new UserError((words) => words.digest.mayNotSend);
  const { words, place } = context;
  if (place.isGuest) throw new UserError(({ refusals }) => refusals.notMember);
  const isSent = await context.house.store.transaction((store) => sendWithin(store, set, context));
  return say(isSent ? words.digest.sending : words.digest.nothing);
}

async function sendWithin(store: Rooms, set: DigestSubscription | null, context: Context): Promise<boolean> {
  const { place, now, house } = context;
  const { placeId, channel } = spotOf(context);
  const readers = readersHere(set, context);
  const span = await spanUntil(now, set, store);
  const view = await weeklyDigest(inside(house, store), readers, span, { lateSince: null });
  if (view === null) return false;
  const key = `digest of ${placeId} ${channel ?? '-'} ${localDate(now, readers.zone)}`;
  const isNew = await store.outbox.write(
    { key, kind: 'digest', address: place.address, language: readers.language, view },
    now,
  );
  if (!isNew) throw new UserError((words) => words.digest.sentToday);
  if (set !== null) {
    const asked = { dueAt: now, outcome: 'asked', letterKey: key, isLate: false } as const;
    await store.digestSlots.record(set.id, asked, now);
  }
  return true;
}
