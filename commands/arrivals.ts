// Who hears that an opening came in: the seeker of a good one, once; moderators that something waits for them, at most
// once a day and only if it still does after an hour. Both in private: a community is not reminded of its chores.

import type { Store } from '../storage/open.ts';
import type { StoredOpening } from '../storage/stored-opening.ts';
import { quietFor } from './alerts.ts';
import type { Context } from './context.ts';
import { verdictOn } from './judging.ts';
import { graceTime, type Letterbox, recipientOf, seekerRecipient, writeLetter } from './letters.ts';
import { platformName } from './names.ts';
import { openingLine } from './opening-view.ts';
import { bold, button } from './say.ts';

export type Arrivals = Letterbox & Pick<Store, 'openings' | 'places' | 'subscriptions'>;

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** Whoever has not decided anything for so long is no longer counted among the moderators. */
const longestPause = 90 * day;

/** Those who decided last are enough. */
const mostModerators = 5;

/** Tells of an opening that came in or was corrected, as it stands now. */
export async function tellArrival(store: Arrivals, id: number, context: Context): Promise<void> {
  const stored = await store.openings.hold(id);
  if (stored === null) return;
  await tellSeeker(store, stored, context);
  if (stored.state === 'pending') await tellModerators(store, stored, context);
}

/** After a decision on it: what is still to be told of its arrival is told as it stands now, or not at all. */
export async function settleArrival(
  store: Arrivals,
  { id, audience }: Pick<StoredOpening, 'id' | 'audience'>,
  context: Context,
): Promise<void> {
  const stored = await store.openings.hold(id);
  if (stored !== null) await tellSeeker(store, stored, context);
  if (await isQueueEmpty(audience, store, context)) await recallModerators(store, audience, context);
}

/** Of good ones that are not taken up, and not of those that the seeker brought. */
async function tellSeeker(store: Arrivals, stored: StoredOpening, context: Context): Promise<void> {
  const { house, caller, now } = context;
  const { id, opening, state, stage } = stored;
  const key = `good ${id}`;
  await store.outbox.withdraw(key);
  const verdict = verdictOn(opening, context);
  const isNews = verdict.fit === 'good' && stage === null && ['pending', 'open'].includes(state);
  if (!isNews || caller.roles.has('seeker')) return;
  const to = await seekerRecipient(store, house);
  if (to === null) return;
  await writeLetter(
    {
      key,
      to,
      view: (words, language) => ({
        kind: 'view',
        title: words.news.good,
        blocks: [
          { kind: 'text', text: [bold(`#${id} `), ...openingLine(opening, { words, language })] },
          {
            kind: 'text',
            text: [
              words.verdict.title(verdict.fit, verdict.score, verdict.best),
              ...(state === 'pending' ? [' · ', words.states.pending] : []),
            ],
          },
        ],
        actions: [
          ...button(words.openings.show(id), 'opening', { id }),
          ...button(words.moves.interested, 'stage', { id, stage: 'interested' }),
        ],
      }),
      wait: Math.max(graceTime, await quietFor(to.address, store, now)),
    },
    store,
    now,
  );
}

async function tellModerators(
  store: Arrivals,
  { audience, placeId }: StoredOpening,
  context: Context,
): Promise<void> {
  const { house, caller, now } = context;
  const { platform } = await store.places.whereabouts(placeId);
  for (const personId of await moderatorsOf(audience, store, context)) {
    const to = personId === caller.personId ? null : await recipientOf(personId, store, house);
    if (to === null) continue;
    await writeLetter(
      {
        key: queueKey(audience, now, personId),
        to,
        view: (words) => ({
          kind: 'view',
          blocks: [
            {
              kind: 'text',
              text: [
                audience === 'public'
                  ? words.news.waitsInPrivate
                  : words.news.waitsIn(platformName(platform)),
              ],
            },
          ],
        }),
        wait: hour,
      },
      store,
      now,
    );
  }
}

async function recallModerators(store: Arrivals, audience: string, context: Context): Promise<void> {
  const { now } = context;
  for (const personId of await moderatorsOf(audience, store, context)) {
    // What waits was written within the hour, which may have been yesterday.
    for (const written of [now, new Date(now.getTime() - hour)]) {
      await store.outbox.withdraw(queueKey(audience, written, personId));
    }
  }
}

const queueKey = (audience: string, now: Date, personId: number): string =>
  `review ${audience} ${now.toISOString().slice(0, 10)} ${personId}`;

/** Who decided here lately, as far as the bot can know who moderates; the seeker hears of openings otherwise. */
async function moderatorsOf(
  audience: string,
  { contacts }: Letterbox,
  { house, now }: Context,
): Promise<readonly number[]> {
  const since = new Date(now.getTime() - longestPause);
  const seekers = new Set((await contacts.among(house.profile.identities)).map(({ personId }) => personId));
  const deciders = await contacts.deciders(audience, since, mostModerators);
  return deciders.filter((personId) => !seekers.has(personId));
}

async function isQueueEmpty(audience: string, { openings }: Arrivals, { house }: Context): Promise<boolean> {
  const { total } = await openings.search({
    profileId: house.profile.id,
    viewer: { personId: null, all: false, audiences: [audience] },
    states: ['pending'],
    order: 'oldest',
    page: 1,
    size: 1,
  });
  return total === 0;
}
