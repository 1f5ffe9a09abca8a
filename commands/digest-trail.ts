// Why a digest came or did not come, step by step: what is set, what became of its last times and of their letter,
// and when the next one is due.

import type { Action, Text, View } from '../core/view.ts';
import type { Slot } from '../storage/digest-slots.ts';
import type { LetterRecord } from '../storage/outbox.ts';
import type { DigestSubscription } from '../storage/subscriptions.ts';
import type { Context } from './context.ts';
import { button } from './say.ts';
import { stoppedText, weeklyText } from './subscription-view.ts';

const mostSlots = 5;
const mostLetters = 20;

export async function digestTrail(set: DigestSubscription | null, context: Context): Promise<View> {
  const { house, place, words } = context;
  const slots = set === null ? [] : await house.store.digestSlots.last(set.id, mostSlots);
  const letters = await house.store.outbox.log(place.address, mostLetters);
  const steps = [
    set === null ? words.trail.none : words.trail.set(weeklyText(set.weekly, context)),
    ...(set === null || set.state === 'active' ? [] : [words.trail.stopped(await stoppedText(set, context))]),
    ...slotSteps(set, slots, context),
    ...letterSteps(slots, letters, context),
    ...(set === null || set.nextDueAt === null
      ? []
      : [words.trail.next(words.moment(set.nextDueAt, set.weekly.zone))]),
  ];
  return {
    kind: 'view',
    title: words.trail.title,
    blocks: [{ kind: 'list', ordered: true, items: steps.map((step): Text => [step]) }],
    actions: [...button(words.digest.show, 'digest', { action: 'preview' }), ...wayOn(set, context)],
  };
}

/** To a digest where none is due. */
function wayOn(set: DigestSubscription | null, { words }: Context): readonly Action[] {
  if (set?.state === 'active') return [];
  return set?.state === 'paused'
    ? button(words.subscribe.resume, 'subscribe', { action: 'resume' })
    : button(words.subscribe.begin, 'subscribe');
}

/** The last time and what became of it, and which ones before it were passed over. */
function slotSteps(
  set: DigestSubscription | null,
  [newest, ...older]: readonly Slot[],
  { words }: Context,
): readonly string[] {
  if (set === null) return [];
  if (newest === undefined) return [words.trail.notYet];
  const moment = ({ dueAt }: Slot) => words.moment(dueAt, set.weekly.zone);
  const became =
    newest.outcome === 'sent' && newest.isLate ? words.trail.late : words.trail.outcomes[newest.outcome];
  const passed = older.filter(({ outcome }) => outcome === 'skipped_late');
  return [became(moment(newest)), ...(passed.length === 0 ? [] : [words.trail.passed(passed.map(moment))])];
}

/** How the letter of the last time fares, or of the last digest that was asked for where none is set. */
function letterSteps(
  [newest]: readonly Slot[],
  letters: readonly LetterRecord[],
  { words, place }: Context,
): readonly string[] {
  const key = newest?.letterKey ?? null;
  if (newest !== undefined && key === null) return [];
  const letter = letters.find((one) => (key === null ? one.kind === 'digest' : one.key === key));
  if (letter === undefined) return key === null ? [] : [words.trail.letter.gone];
  const { state, reason, dueAt, endedAt } = letter;
  const at = words.moment(endedAt ?? dueAt, place.zone);
  if (state === 'sent') return [key === null ? words.trail.letter.askedFor(at) : words.trail.letter.sent(at)];
  if (state === 'unknown') return [words.trail.letter.unknown(at)];
  if (state === 'failed') return [words.trail.letter.failed(at, words.subscribe.deadEnd(reason ?? ''))];
  return [words.trail.letter.waiting];
}
