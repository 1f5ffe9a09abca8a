// What becomes of an opening, told to everybody who handed it in: what moderators decided, and how far the seeker came.
// A letter names what its reader handed in themselves, never an opening that they might not see.

import { leadsOn } from '../core/referral.ts';
import type { Block } from '../core/view.ts';
import type { Rooms, Store } from '../storage/open.ts';
import type { StageChange } from '../storage/stages.ts';
import type { StoredOpening } from '../storage/stored-opening.ts';
import { settleAlerts } from './alerts.ts';
import { type Arrivals, settleArrival } from './arrivals.ts';
import type { Context } from './context.ts';
import { openingName, type Reader, recipientOf, writeLetter } from './letters.ts';
import type { Messages } from './locales/messages.ts';
import { button } from './say.ts';

type Mail = Arrivals & Pick<Store, 'referrals'>;

export interface Decision {
  readonly kind: 'accepted' | 'rejected' | 'merged' | 'closed';
  readonly reason: string | null;
}

/**
 * Tells what was decided on the opening, which is `before` as it stood until then; `null`: nothing, an earlier decision
 * was taken back. Whatever was to be told of that one is not, if it is still under way; alerts follow suit.
 */
export async function tellDecision(
  store: Rooms,
  before: StoredOpening,
  decision: Decision | null,
  context: Context,
): Promise<void> {
  const { decidedAt, id } = before;
  await eachReferrer(id, store, context, async (to, name, personId) => {
    if (decidedAt !== null) await store.outbox.withdraw(decisionKey(id, decidedAt, personId));
    if (decision === null || to === null) return;
    const { kind, reason } = decision;
    const reasonIn = ({ openings }: Messages): readonly Block[] =>
      reason === null ? [] : [{ kind: 'facts', facts: [[openings.reason, [reason]]] }];
    await writeLetter(
      {
        key: decisionKey(id, context.now, personId),
        to,
        view: (words) => newsView(words.news.decisions[kind](name(words)), reasonIn(words), words),
      },
      store,
      context.now,
    );
  });
  await settleAlerts(id, store, context);
  await settleArrival(store, before, context);
}

const decisionKey = (id: number, at: Date, personId: number): string =>
  `decision ${id} ${at.toISOString()} ${personId}`;

/** Tells how far the seeker came; returns how many people hear of it. */
export async function tellStage(
  store: Mail,
  openingId: number,
  { id, before, after, note }: Omit<StageChange, 'at'>,
  context: Context,
): Promise<number> {
  let told = 0;
  await eachReferrer(openingId, store, context, async (to, name, personId) => {
    if (to === null || after === null) return;
    const seeker = context.house.profile.name[to.language];
    told += 1;
    await writeLetter(
      {
        key: stageKey(id, personId),
        to,
        view: (words) =>
          newsView(
            leadsOn(before, after)
              ? words.news.stages[after](name(words), seeker)
              : words.news.back(name(words), words.stages[after]),
            note === null ? [] : [{ kind: 'quote', text: [note] }],
            words,
          ),
      },
      store,
      context.now,
    );
  });
  return told;
}

/** The change was taken back: who has not heard of it hears nothing, who has is told; returns how many those are. */
export async function tellStageBack(
  store: Mail,
  openingId: number,
  { id, before }: Pick<StageChange, 'id' | 'before'>,
  context: Context,
): Promise<number> {
  let told = 0;
  await eachReferrer(openingId, store, context, async (to, name, personId) => {
    const isUnsaid = await store.outbox.withdraw(stageKey(id, personId));
    if (isUnsaid || to === null) return;
    told += 1;
    await writeLetter(
      {
        key: `${stageKey(id, personId)} back`,
        to,
        view: (words) =>
          newsView(
            before === null
              ? words.news.notTaken(name(words))
              : words.news.back(name(words), words.stages[before]),
            [],
            words,
          ),
      },
      store,
      context.now,
    );
  });
  return told;
}

const stageKey = (changeId: number, personId: number): string => `stage ${changeId} ${personId}`;

/** `to` is `null` for whoever cannot or need not be told; `name` calls the opening what that person handed in. */
async function eachReferrer(
  openingId: number,
  store: Mail,
  { house, caller }: Context,
  tell: (to: Reader | null, name: (words: Messages) => string, personId: number) => Promise<void>,
): Promise<void> {
  for (const { personId, opening } of await store.referrals.referrers(openingId)) {
    const to = personId === caller.personId ? null : await recipientOf(personId, store, house);
    await tell(to, (words) => openingName(opening.opening, words), personId);
  }
}

const newsView = (sentence: string, more: readonly Block[], words: Messages) =>
  ({
    kind: 'view',
    blocks: [{ kind: 'text', text: [sentence] }, ...more],
    actions: button(words.news.mine, 'referrals'),
  }) as const;
