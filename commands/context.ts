// Who asks, where, when and in which language: everything a handler knows besides its options.
// Hides how a platform's account becomes a person, and how the language of an answer is chosen.

import type { Language } from '../core/language.ts';
import type { Rates } from '../core/money.ts';
import type { Profile } from '../core/profile.ts';
import type { Reading } from '../core/reading/read.ts';
import type { Fact, View } from '../core/view.ts';
import type { Store } from '../storage/open.ts';
import type { Address } from '../storage/outbox.ts';
import type { Place, PlaceKind, PlaceSettings } from '../storage/places.ts';
import type { Viewer } from '../storage/stored-opening.ts';
import type { Limits } from './limits.ts';
import type { LinkReading } from './linked-post.ts';
import { type Messages, messagesOf } from './locales/messages.ts';
import type { ModelOutcome, ModelReading, ModelState } from './model-reading.ts';

export type Role = 'seeker' | 'moderator' | 'operator';

export interface Seeker {
  readonly profile: Profile;
  /** When the bot first carried the profile. */
  readonly startedAt: Date;
}

/** What lives as long as the process, with the seeker whom the bot carries where somebody asks. */
export interface House extends Seeker {
  readonly store: Store;
  /** The other seekers, whom it carries in places that chose one of them. */
  readonly others?: readonly Seeker[];
  readonly rates: Rates;
  readonly language: Language;
  readonly zone: string;
  /** Accounts with operator rights: `discord:ID`, `telegram:ID`. */
  readonly operators: readonly string[];
  /** Logs a fault with its cause and returns a short id that the caller can quote. */
  readonly report: (fault: unknown, command: string) => string;
  /** Is told of every call once its answer stands, for those who count. */
  readonly note?: (command: string, outcome: Outcome, milliseconds: number) => void;
  /** How much people may ask for, where it is not the ordinary. */
  readonly limits?: Limits;
  /** Reads the page that a link leads to, where the bot may fetch pages. Fails only where something is broken. */
  readonly readLink?: (link: string) => Promise<LinkReading>;
  /** Draws a view's picture as a PNG, where the bot can draw; `null` where it has none, and where that failed. */
  readonly pictureOf?: (view: View) => Promise<Uint8Array | null>;
  /** Completes the reading of a text with a language model, where one is configured. */
  readonly readWithModel?: (text: string, reading: Reading, now: Date) => Promise<ModelReading>;
  /** How that model is doing. */
  readonly modelState?: () => Promise<ModelState>;
  /** Is told what the model came to, for those who count. */
  readonly noteModel?: (outcome: ModelOutcome) => void;
  /** By platform that is configured: why it is not connected, or `null`. */
  readonly troubles?: () => Readonly<Record<string, string | null>>;
  /** What the platform of this place says of itself, and of how the bot stands there. */
  readonly facts?: (context: Context) => Promise<readonly Fact[]>;
  /** The faults that were reported last, the newest first. */
  readonly faults?: () => readonly Fault[];
}

export interface Fault {
  readonly id: string;
  readonly command: string;
  readonly at: Date;
}

/** `unknown` is a call of a command that there is not. */
export type Outcome = 'answered' | 'refused' | 'broken' | 'unknown';

/** Where a message came from, in the platform's own ids. */
export interface Origin {
  readonly platform: string;
  readonly person: { readonly externalId: string; readonly name: string; readonly language: Language | null };
  /** `channel`: the part of the place, Discord's channel or Telegram's topic; `null` where there is but one. */
  readonly place: {
    readonly externalId: string;
    readonly kind: PlaceKind;
    readonly channel: string | null;
  };
  /** Whether what came shows that the bot can write there, also without being called. */
  readonly isOpen?: boolean;
  /** Somebody brought the bot along to where it is no member: it answers there, and writes nothing on its own. */
  readonly isGuest?: boolean;
  /** Roles that the platform vouches for, such as moderator for an administrator of the group. */
  readonly roles: readonly Role[];
  /**
   * The platform's ids of roles that the person has in this place, without one that everybody has: moderators may
   * choose one to join them. Missing where the platform has no such roles.
   */
  readonly platformRoles?: readonly string[];
  /** What people call a role of the platform; `null` for one that there is not. */
  readonly roleName?: (id: string) => string | null;
}

interface Caller {
  readonly personId: number;
  /** `discord:ID`, `telegram:ID`. */
  readonly account: string;
  readonly name: string;
  readonly roles: ReadonlySet<Role>;
  /** The community itself: an administrator who speaks in its name, or a post in a channel. */
  readonly isPlace: boolean;
}

export interface Context {
  readonly house: House;
  readonly now: Date;
  readonly caller: Caller;
  readonly place: Pick<Place, 'id' | 'kind' | 'language' | 'zone' | 'settings'> & {
    readonly hasRoles: boolean;
    readonly roleName: (id: string) => string | null;
    /** The bot is no member there: nobody moderates it, and nothing is sent there. */
    readonly isGuest: boolean;
    /** Where messages reach exactly this conversation. */
    readonly address: Address;
  };
  readonly language: Language;
  readonly words: Messages;
  readonly viewer: Viewer;
  /** Who may see what is handed in here: `public`, or `place:ID` for a community. */
  readonly audience: string;
}

/** Everybody whom the bot carries, by their ids; the first is the one of places that chose nobody. */
export const seekersOf = (house: House): readonly Seeker[] =>
  [house, ...(house.others ?? [])].toSorted((one, other) => (one.profile.id < other.profile.id ? -1 : 1));

/**
 * The house as it is in a place, with whom the place chose. Left alone with the bot, a seeker looks after their own
 * search until they choose another.
 */
export function houseIn(
  house: House,
  { kind, seeker }: Pick<Place, 'kind'> & Pick<PlaceSettings, 'seeker'>,
  account: string,
): House {
  const isMeant = ({ profile: { id, identities } }: Seeker): boolean =>
    seeker === null ? kind === 'private' && identities.includes(account) : id === seeker;
  const all = seekersOf(house);
  const { profile, startedAt } = all.find(isMeant) ?? all[0] ?? house;
  if (profile === house.profile) return house;
  return { ...house, profile, startedAt, others: all.filter((one) => one.profile !== profile) };
}

/** What moderators decided ends where there are none any more. */
const ungoverned = {
  submitWithoutReview: 'nobody',
  submissionsPerPerson: null,
  submissionsPerPlace: null,
  commandsPerPerson: null,
} as const satisfies Partial<PlaceSettings>;

/** What an account is everywhere. */
export const rolesOf = (account: string, { profile, operators }: House): readonly Role[] => [
  ...(profile.identities.includes(account) ? (['seeker'] as const) : []),
  ...(operators.includes(account) ? (['operator'] as const) : []),
];

/** Alone with the bot, the seeker and operators see what came in anywhere. */
export const seesAll = (kind: PlaceKind, roles: Iterable<Role>): boolean =>
  kind === 'private' && [...roles].some((role) => role === 'seeker' || role === 'operator');

/** In private the person's language decides, in a community the place's; then what the platform says. */
export async function openContext(whole: House, origin: Origin, now: Date): Promise<Context> {
  const { store } = whole;
  const account = `${origin.platform}:${origin.person.externalId}`;
  const { externalId, kind, channel } = origin.place;
  const person = await store.people.identify({ platform: origin.platform, ...origin.person }, now);
  const place = await store.places.locate(
    { platform: origin.platform, externalId, kind },
    { zone: whole.zone },
    now,
  );
  if (place.shutOut !== null && origin.isOpen === true)
    await store.places.letIn(origin.platform, origin.place.externalId);
  const { seeker, moderatorRole } = place.settings;
  const isPrivate = kind === 'private';
  const house = houseIn(whole, { kind, seeker }, account);
  const roles = new Set([...origin.roles, ...rolesOf(account, house)]);
  if (moderatorRole !== null && origin.platformRoles?.includes(moderatorRole) === true)
    roles.add('moderator');

  const chosen = isPrivate ? person.language : place.language;
  const language = chosen ?? origin.person.language ?? house.language;
  const isGuest = origin.isGuest === true;
  // Nobody there could look at what waits.
  const audience = isGuest ? 'public' : audienceOf(place);
  return {
    house,
    now,
    caller: {
      personId: person.id,
      account,
      name: origin.person.name,
      roles,
      isPlace: !isPrivate && origin.person.externalId === externalId,
    },
    place: {
      ...place,
      settings: isGuest ? { ...place.settings, ...ungoverned } : place.settings,
      hasRoles: origin.platformRoles !== undefined,
      roleName: origin.roleName ?? (() => null),
      isGuest,
      address: { platform: origin.platform, externalId, channel },
    },
    language,
    words: messagesOf(language),
    viewer: {
      profileId: house.profile.id,
      // Where others read along, nobody is shown what belongs elsewhere, be it their own.
      personId: isPrivate ? person.id : null,
      all: seesAll(kind, roles),
      audiences: ['public', audience],
    },
    audience,
  };
}

/** Who may see what is handed in there: in private it is meant for everybody, in a community for the community. */
export const audienceOf = ({ id, kind }: Pick<Place, 'id' | 'kind'>): string =>
  kind === 'private' ? 'public' : `place:${id}`;

/** Whom a command is for; `staff` are moderators and the operator. */
export type Audience = 'anyone' | 'staff' | Role;

export function may(audience: Audience, { caller: { roles } }: Context): boolean {
  if (audience === 'staff') return roles.has('moderator') || roles.has('operator');
  return audience === 'anyone' || roles.has(audience);
}

/** Whether what the caller hands in here waits for a moderator. */
export const needsReview = (context: Context): boolean =>
  !isTrusted(context) && context.place.settings.submitWithoutReview !== 'members';

/** Moderators and the seeker need no review, and may hand in as much as they like. */
export const isTrusted = ({ caller }: Context): boolean =>
  caller.roles.has('moderator') || caller.roles.has('seeker');

/** Whether what is set is shown to all: whoever speaks as the group or the channel cannot be told alone. */
export const isSaidToAll = ({ caller, place }: Context): boolean =>
  caller.isPlace || place.kind === 'channel';

/** The seeker and operators may change every opening, moderators those that were handed in where they moderate. */
export const mayModerate = (opening: { readonly audience: string }, { caller, audience }: Context): boolean =>
  caller.roles.has('seeker') ||
  caller.roles.has('operator') ||
  (caller.roles.has('moderator') && opening.audience === audience);
