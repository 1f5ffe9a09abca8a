// /subscribe and /unsubscribe: the weekly digest of a place, in each of its channels, and in private also alerts of
// good fits. What is not said stays as it was, or becomes the ordinary.

import { readDay, readHours, readTime } from '../core/clock-time.ts';
import { type Language, languages } from '../core/language.ts';
import { type Day, days, type Hours, nextDue } from '../core/schedule.ts';
import type { View } from '../core/view.ts';
import { readZone } from '../core/vocabulary/zones.ts';
import type { LetterKind } from '../storage/outbox.ts';
import { command } from './command.ts';
import type { Context } from './context.ts';
import { inside } from './due-digests.ts';
import { button, excerpt, say } from './say.ts';
import { changeable, choicesOf, type Here, ordinary, standingView, whichZone } from './subscription-view.ts';
import { UserError } from './user-error.ts';
import { longestZone, subscriptionWords, turns } from './weekly-words.ts';

/** How many of the last letters are looked through for those that wait. */
const mostWaiting = 50;

export const subscribe = command({
  name: 'subscribe',
  role: 'anyone',
  options: {
    day: { kind: 'choice', choices: days, read: readDay },
    time: { kind: 'text', maxLength: 30 },
    zone: { kind: 'text', maxLength: longestZone },
    language: { kind: 'choice', choices: languages },
    alerts: { kind: 'choice', choices: ['on', 'off'], named: true },
    quiet: { kind: 'text', maxLength: 40, named: true },
    change: { kind: 'choice', choices: changeable, named: true },
    action: { kind: 'choice', choices: turns },
  },
  reads: subscriptionWords,
  async run({ change, action, zone: named, alerts, quiet: hours, ...wanted }, context): Promise<View> {
    checkRight(context);
    if (change !== undefined) return choicesOf(change, context);
    if (action === 'stop') return stopAll(context);
    const isAlerts = alerts !== undefined || hours !== undefined;
    if (isAlerts && context.place.kind !== 'private')
      throw new UserError((messages) => messages.alerts.inPrivate, { example: '/subscribe alerts=on' });
    const chosen = { ...wanted, time: wanted.time === undefined ? undefined : timeIn(wanted.time) };
    const quiet = hours === undefined ? undefined : hoursIn(hours);
    const reading = named === undefined ? null : { typed: named, ...readZone(named) };
    if (reading !== null && reading.kind !== 'one') {
      const besides = defined({ ...chosen, alerts, quiet: quiet && hoursText(quiet), action });
      return whichZone(reading.typed, reading, besides, context);
    }
    const zone = reading?.zone ?? null;
    const isTimed = Object.keys(defined(chosen)).length > 0;
    const { house, place } = context;
    const done = await house.store.transaction(async (store) => {
      const within = { ...context, house: inside(house, store) };
      if (zone !== null) await store.places.setZone(place.id, zone);
      const turned = action === undefined ? [] : [await turn(action, await hereOf(within), within)];
      const before = await hereOf(within);
      const isDigest = isTimed || (zone !== null && !isAlerts && before.digest !== null);
      return [
        ...turned,
        ...(isDigest ? [await setDigest({ ...chosen, zone }, isTimed, before, within)] : []),
        ...(isAlerts ? [await setAlerts(alerts, quiet, before, within)] : []),
      ];
    });
    const after = { ...context, place: { ...place, zone: zone ?? place.zone } };
    const clock = zone === null ? [] : [context.words.subscribe.clockSet];
    const said = done.length === 0 ? clock : done;
    return standingView(
      await hereOf(after),
      said.length === 0 ? null : said.join(context.words.space),
      after,
    );
  },
});

export const unsubscribe = command({
  name: 'unsubscribe',
  role: 'anyone',
  options: {},
  async run(_, context): Promise<View> {
    checkRight(context);
    return stopAll(context);
  },
});

function checkRight({ place, caller }: Context): void {
  if (place.kind === 'private' || caller.roles.has('moderator')) return;
  throw new UserError(({ refusals, subscribe: { moderators, own }, space }) =>
    [place.isGuest ? refusals.notMember : moderators, own].join(space),
  );
}

export const spotOf = ({ place }: Pick<Context, 'place'>) => ({
  placeId: place.id,
  channel: place.address.channel,
});

async function hereOf(context: Context): Promise<Here> {
  const { subscriptions } = context.house.store;
  return {
    digest: await subscriptions.digest(spotOf(context)),
    alerts: await subscriptions.alerts(context.place.id),
  };
}

/** What was given, without what was not. */
const defined = (options: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

interface Wanted {
  readonly day: Day | undefined;
  readonly time: string | undefined;
  readonly zone: string | null;
  readonly language: Language | undefined;
}

/** Each of these says what it has done. */
type Done = Promise<string>;

/** One that is paused stays so; one that was stopped comes again when its day, time or language is said. */
async function setDigest(
  { day, time, zone, language }: Wanted,
  isTimed: boolean,
  { digest }: Here,
  context: Context,
): Done {
  const { house, place, caller, now, words } = context;
  const { subscriptions } = house.store;
  const was = digest?.weekly ?? { ...ordinary, zone: place.zone };
  const weekly = { day: day ?? was.day, time: time ?? was.time, zone: zone ?? was.zone };
  const choice = { ...weekly, language: language ?? digest?.language ?? null };
  if (digest?.state === 'paused' || (digest?.state === 'ended' && !isTimed)) {
    await subscriptions.adjust(digest.id, choice);
    return digest.state === 'paused' ? words.subscribe.changedPaused : words.subscribe.clockSet;
  }
  await subscriptions.setDigest(spotOf(context), choice, nextDue(weekly, now), caller.personId, now);
  return digest?.state === 'active' ? words.subscribe.changed : words.subscribe.set;
}

function timeIn(typed: string): string {
  const time = readTime(typed);
  if (time === null) throw new UserError((words) => words.subscribe.noTime(excerpt(typed)));
  return time;
}

async function turn(action: 'pause' | 'resume', { digest, alerts }: Here, context: Context): Done {
  const { house, caller, now, words } = context;
  const { subscriptions } = house.store;
  if (digest === null) throw new UserError((messages) => messages.subscribe.nothing);
  if (action === 'pause') {
    await subscriptions.stop(digest.id, 'paused', caller.personId, now);
    await withdraw('digest', context);
    return words.subscribe.paused;
  }
  await subscriptions.resume(digest.id, nextDue(digest.weekly, now), caller.personId, now);
  // Alerts are paused only where nothing arrived, which is over now.
  if (alerts?.state === 'paused') await subscriptions.resume(alerts.id, null, caller.personId, now);
  return words.subscribe.set;
}

async function setAlerts(
  wanted: 'on' | 'off' | undefined,
  chosen: Hours | 'none' | undefined,
  { alerts }: Here,
  context: Context,
): Done {
  const { house, place, caller, now, words } = context;
  if (wanted === 'off') {
    if (alerts !== null) await house.store.subscriptions.stop(alerts.id, 'ended', caller.personId, now);
    await withdraw('alert', context);
    return words.alerts.stopped;
  }
  const quiet = chosen === undefined ? (alerts?.quiet ?? null) : chosen === 'none' ? null : chosen;
  await house.store.subscriptions.setAlerts(place.id, quiet, caller.personId, now);
  return words.alerts.set;
}

/** A dash, or a word for it, is no quiet hours. */
function hoursIn(typed: string): Hours | 'none' {
  if (/^(?:-|off|none|no|无|没有|不要|关|关闭)$/iu.test(typed)) return 'none';
  const hours = readHours(typed);
  if (hours === null) throw new UserError((words) => words.alerts.noHours(excerpt(typed)));
  return hours;
}

const hoursText = (hours: Hours | 'none'): string =>
  hours === 'none' ? hours : `${hours.from}-${hours.until}`;

/** Ends all that is set here; one tap takes that back. */
async function stopAll(context: Context): Promise<View> {
  const { house, caller, now, words } = context;
  const { digest, alerts } = await hereOf(context);
  const running = [digest, alerts].flatMap((one) => (one === null || one.state === 'ended' ? [] : [one]));
  if (running.length === 0)
    return say(words.subscribe.nothing, { actions: button(words.subscribe.begin, 'subscribe') });
  for (const { id } of running) await house.store.subscriptions.stop(id, 'ended', caller.personId, now);
  await withdraw('digest', context);
  await withdraw('alert', context);
  const undo = {
    ...(digest === null || digest.state === 'ended'
      ? {}
      : { action: digest.state === 'paused' ? 'pause' : 'resume' }),
    ...(alerts?.state === 'active' ? { alerts: 'on' } : {}),
  };
  return say(words.subscribe.ended, { actions: button(words.review.undo, 'subscribe', undo) });
}

/** Letters that wait are not sent any more. */
async function withdraw(kind: LetterKind, { house, place }: Context): Promise<void> {
  for (const letter of await house.store.outbox.log(place.address, mostWaiting)) {
    if (letter.kind === kind && letter.state === 'waiting') await house.store.outbox.withdraw(letter.key);
  }
}
