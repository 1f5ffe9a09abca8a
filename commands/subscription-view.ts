// What is set in a place, as its moderators see it: when the next digest comes, what can be changed with a tap, and
// which of several time zones was meant.

import { type Day, days, type Weekly } from '../core/schedule.ts';
import type { Action, Block, Text, View } from '../core/view.ts';
import type { NamedZone, ZoneReading } from '../core/vocabulary/zones.ts';
import type { AlertSubscription, DigestSubscription } from '../storage/subscriptions.ts';
import { type Context, isSaidToAll } from './context.ts';
import { placeNames, zoneName } from './names.ts';
import { bold, button, excerpt, line } from './say.ts';

/** What is set where the call was made; in a community there are no alerts. */
export interface Here {
  readonly digest: DigestSubscription | null;
  readonly alerts: AlertSubscription | null;
}

/** What is offered where nothing was chosen. */
export const ordinary = { day: 'monday', time: '09:00' } as const satisfies Partial<Weekly>;

/** What can be changed by choosing from a few. */
export const changeable = ['day', 'time', 'zone'] as const;

const commonTimes = ['07:00', '08:00', '09:00', '12:00', '18:00', '20:00', '21:00'];
export const commonZones = [
  'Asia/Shanghai',
  'Asia/Kolkata',
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
];

/** All that is set here; `lead` says what was just done. */
export async function standingView(
  { digest, alerts }: Here,
  lead: string | null,
  context: Context,
): Promise<View> {
  const { words, place } = context;
  const isSet = digest !== null && digest.state !== 'ended';
  const isPrivate = place.kind === 'private';
  return {
    kind: 'view',
    title: words.subscribe.title,
    blocks: [
      ...(lead === null ? [] : [text(lead)]),
      ...(isSet
        ? [await digestFacts(digest, context)]
        : [text(words.subscribe.none(digest !== null)), clockLine(context)]),
      ...(isPrivate ? [await alertLine(alerts, context)] : []),
    ],
    actions: [
      ...(isSet ? setButtons(digest, context) : offerButtons(digest, context)),
      ...(isPrivate ? alertButtons(alerts, context) : []),
    ],
    private: lead === null && !isSaidToAll(context),
  };
}

const text = (...segments: Text): Block => ({ kind: 'text', text: segments });

const clockLine = ({ words, place }: Context): Block =>
  text(words.subscribe.clock(zoneName(place.zone)), line(words.subscribe.clockExample));

async function digestFacts(digest: DigestSubscription, context: Context): Promise<Block> {
  const { words, house, place } = context;
  const { weekly, language, nextDueAt } = digest;
  const isAsSpoken = language === null && (place.kind === 'private' || place.language !== null);
  const spoken = isAsSpoken ? words.subscribe.asSpoken : words.languageNames[digest.spoken ?? house.language];
  return {
    kind: 'facts',
    facts: [
      [words.subscribe.when, [weeklyText(weekly, context)]],
      [words.fields.languageRequired, [spoken]],
      nextDueAt === null
        ? [words.openings.state, [await stoppedText(digest, context)]]
        : [words.subscribe.next, [bold(words.moment(nextDueAt, weekly.zone))]],
    ],
  };
}

/** `Mondays at 09:00 (Asia/Shanghai)`. */
export const weeklyText = ({ day, time, zone }: Weekly, { words }: Pick<Context, 'words'>): string =>
  words.subscribe.weekly(day, time) + words.aside(zoneName(zone));

/** Who stopped it and when, or why the bot did. */
export async function stoppedText(
  { state, pauseReason, changedBy, changedAt }: DigestSubscription | AlertSubscription,
  { words, house, place }: Context,
): Promise<string> {
  const since = words.moment(changedAt, place.zone);
  if (pauseReason !== null) return words.subscribe.failing(pauseReason, since);
  const names = await house.store.people.names(changedBy === null ? [] : [changedBy]);
  const [name = ''] = names.values();
  const who = name === '' ? words.openings.someone : name;
  return state === 'ended' ? words.subscribe.endedBy(who, since) : words.subscribe.pausedBy(who, since);
}

async function alertLine(alerts: AlertSubscription | null, context: Context): Promise<Block> {
  const { words, place } = context;
  if (alerts === null || alerts.state === 'ended') return text(words.alerts.off);
  if (alerts.state === 'paused')
    return text(words.alerts.off, words.space, await stoppedText(alerts, context));
  const { quiet } = alerts;
  const on = words.alerts.on(quiet, zoneName(place.zone));
  return quiet === null ? text(on, line('/subscribe quiet=22:00-08:00')) : text(on);
}

const change = ({ words }: Context): readonly Action[] =>
  changeable.flatMap((what) => button(words.subscribe.change[what], 'subscribe', { change: what }));

const setButtons = ({ state }: DigestSubscription, context: Context): readonly Action[] => [
  ...(state === 'paused'
    ? button(context.words.subscribe.resume, 'subscribe', { action: 'resume' }, 'primary')
    : []),
  ...change(context),
  ...(state === 'active' ? button(context.words.subscribe.pause, 'subscribe', { action: 'pause' }) : []),
  ...button(context.words.subscribe.stop, 'subscribe', { action: 'stop' }, 'danger'),
];

/** What was set before, else the ordinary, one tap away. */
const offerButtons = (ended: DigestSubscription | null, context: Context): readonly Action[] => [
  ...(ended === null
    ? button(context.words.subscribe.weekly(ordinary.day, ordinary.time), 'subscribe', ordinary, 'primary')
    : button(weeklyText(ended.weekly, context), 'subscribe', { action: 'resume' }, 'primary')),
  ...change(context),
];

const alertButtons = (alerts: AlertSubscription | null, { words }: Context): readonly Action[] =>
  alerts?.state === 'active'
    ? button(words.alerts.stop, 'subscribe', { alerts: 'off' })
    : button(words.alerts.start, 'subscribe', { alerts: 'on' });

/** A few to choose from, and how to say another. */
export function choicesOf(what: (typeof changeable)[number], context: Context): View {
  const { words } = context;
  const { typed, choose } = words.subscribe;
  const offers: readonly Action[] = {
    day: days.flatMap((day: Day) => button(words.choices[day] ?? day, 'subscribe', { day })),
    time: commonTimes.flatMap((time) => button(time, 'subscribe', { time })),
    zone: commonZones.flatMap((zone) =>
      button(zoneLabel({ name: zone, zone }, context), 'subscribe', { zone }),
    ),
  }[what];
  return {
    kind: 'view',
    blocks: [
      { kind: 'text', text: [choose[what], words.space, typed, line(`/subscribe ${examples[what]}`)] },
    ],
    actions: offers,
    private: !isSaidToAll(context),
  };
}

/** With the city where it has a name of its own in this language: 上海（Asia/Shanghai）. */
function zoneLabel({ name, zone }: NamedZone, { words, language }: Context): string {
  const city = name === zone ? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ') : name;
  const [shown = city] = placeNames([city], language);
  return shown === zone || (name === zone && shown === city) ? zone : shown + words.aside(zone);
}

const examples = { day: 'day=wednesday', time: 'time=21:30', zone: 'zone=Guangzhou' } as const;

/** Asks which zone was meant, with what each clock shows now; `chosen` is what was said besides. */
export function whichZone(
  given: string,
  reading: Exclude<ZoneReading, { readonly kind: 'one' }>,
  chosen: Readonly<Record<string, string>>,
  context: Context,
): View {
  const { words, now } = context;
  const offers = reading.kind === 'several' ? reading.zones : reading.near;
  const said = excerpt(given);
  const question =
    reading.kind === 'several' ? words.subscribe.severalZones(said) : words.subscribe.noZone(said);
  const typed = Object.entries({ ...chosen, zone: 'Europe/London' }).map(
    ([name, value]) => `${name}=${value}`,
  );
  const labelled = offers.map((offer) => ({ zone: offer.zone, label: zoneLabel(offer, context) }));
  return {
    kind: 'view',
    blocks: [
      text(question),
      ...(labelled.length === 0
        ? []
        : [
            {
              kind: 'list',
              items: labelled.map(({ zone, label }) => [label, words.colon, words.time(now, zone)]),
            } as const,
          ]),
      { kind: 'text', text: [words.subscribe.typed, line(`/subscribe ${typed.join(' ')}`)] },
    ],
    actions: labelled.flatMap(({ zone, label }) => button(label, 'subscribe', { ...chosen, zone })),
    private: !isSaidToAll(context),
  };
}
