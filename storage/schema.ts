// The tables as the code sees them, in one description: row types are derived from it, and a test compares it with
// what the migrations really made, on both databases. Dates are ISO 8601 in UTC with milliseconds, which sort as text.

import type { Generated, Selectable } from 'kysely';

import type { Language } from '../core/language.ts';
import type { Fit } from '../core/matching.ts';
import type { Stage } from '../core/referral.ts';
import type { Day } from '../core/schedule.ts';

export type Dialect = 'sqlite' | 'postgres';

// The migrations hold the databases to the same values.
export type PlaceKind = 'private' | 'group' | 'channel';
export type OpeningState = 'pending' | 'open' | 'rejected' | 'closed';
/** Whose openings are shown at once, besides those of moderators and the seeker. */
export const freedoms = ['nobody', 'members'] as const;
export type Freedom = (typeof freedoms)[number];
/** Whether a week in which nothing happened gets a line that says so, or no digest. */
export const emptyWeeks = ['say', 'skip'] as const;
export type EmptyWeeks = (typeof emptyWeeks)[number];
/** They want no messages, the bot was removed, the place or account is gone, or the bot may only read there. */
export type ShutOutReason = 'blocked' | 'removed' | 'gone' | 'muted';
export type DraftState = 'open' | 'confirmed' | 'cancelled';
/** Whether a job of several is handed in; `apart` even if it looks like an opening that is there. */
export type JobChoice = 'out' | 'in' | 'apart';
/** A digest of a week, an opening worth hearing of at once, or what became of something. */
export type LetterKind = 'digest' | 'alert' | 'news';
/** `unknown`: the platform was given all of it and never said of some part whether it took it. */
export type LetterState = 'waiting' | 'sent' | 'unknown' | 'failed';
/** `begun`: given to the platform, which has not answered yet. */
export type PartState = 'begun' | 'sent' | 'unknown';
/**
 * Why a letter will never arrive: a person wants none or is not there; the bot was put out of the place; there is no
 * such place; it may not write there; the topic or thread is closed; the platform takes no such message; it waited
 * until nobody wants it any more.
 */
export type LetterFailure = DeadEnd | 'unfit' | 'expired';
/** Of these the ones after which nothing else will arrive there either. */
export type DeadEnd = ShutOutReason | 'closed';

export type SubscriptionKind = 'digest' | 'alerts';
export type SubscriptionState = 'active' | 'paused' | 'ended';
/**
 * What became of a digest's time: `sent` has a letter, `asked` one that was asked for out of turn; `empty` had nothing
 * to say; `skipped_late` came when the bot was away.
 */
export type SlotOutcome = 'sent' | 'asked' | 'empty' | 'skipped_late';

interface Column<Value> {
  readonly type: 'integer' | 'text';
  readonly nullable: boolean;
  /** Exists for the compiler only. */
  readonly value?: Value;
}

const id: Column<Generated<number>> = { type: 'integer', nullable: false };
const integer: Column<number> = { type: 'integer', nullable: false };
/** 0 or 1. */
const flag: Column<Generated<number>> = { type: 'integer', nullable: false };
const integerOrNull: Column<number | null> = { type: 'integer', nullable: true };
const text: Column<string> = { type: 'text', nullable: false };
const textOrNull: Column<string | null> = { type: 'text', nullable: true };
const oneOf = <Value extends string>(): Column<Value> => ({ type: 'text', nullable: false });
const withDefault = <Value extends string | number>(
  type: 'integer' | 'text' = 'text',
): Column<Generated<Value>> => ({ type, nullable: false });
const oneOfOrNull = <Value extends string>(): Column<Value | null> => ({ type: 'text', nullable: true });

export const tables = {
  schema_versions: { version: integer, applied_at: text },
  people: {
    id,
    name: text,
    language: oneOfOrNull<Language>(),
    created_at: text,
    /** Agreed to be named where referrers are thanked. */
    is_named: flag,
    wants_news: flag,
  },
  accounts: {
    platform: text,
    external_id: text,
    person_id: integer,
    name: text,
    created_at: text,
    language: oneOfOrNull<Language>(),
    /** When it was used last, to the hour. */
    used_at: textOrNull,
  },
  places: {
    id,
    platform: text,
    external_id: text,
    kind: oneOf<PlaceKind>(),
    language: oneOfOrNull<Language>(),
    zone: text,
    created_at: text,
    moderator_role: textOrNull,
    submit_without_review: withDefault<Freedom>(),
    submissions_per_person: integerOrNull,
    submissions_per_place: integerOrNull,
    commands_per_person: integerOrNull,
    empty_weeks: withDefault<EmptyWeeks>(),
    seeker: textOrNull,
    shut_out_reason: oneOfOrNull<ShutOutReason>(),
    shut_out_at: textOrNull,
  },
  dialogues: { place_id: integer, person_id: integer, state: text, saved_at: text },
  link_codes: { code: text, person_id: integer, expires_at: text },
  marks: { name: text, value: text },
  /** `taken_until` is `null` once the update was worked on. */
  updates: {
    source: text,
    id: text,
    body: text,
    received_at: text,
    tries: integer,
    taken_until: textOrNull,
  },
  profile_versions: { id, profile_id: text, search: text, since: text },
  openings: {
    id,
    profile_id: text,
    place_id: integer,
    audience: text,
    submitter_id: integer,
    state: oneOf<OpeningState>(),
    /** What it was before it was closed; `null` unless it is closed. */
    closed_from: oneOfOrNull<OpeningState>(),
    /** The opening that it was closed for, being the same one. */
    merged_into: integerOrNull,
    fit: oneOf<Fit>(),
    score: integer,
    judged_by: text,
    created_at: text,
    decided_at: textOrNull,
    decided_by: integerOrNull,
    reason: textOrNull,
    source: textOrNull,
    opening: text,
    evidence: text,
    text,
    stage: oneOfOrNull<Stage>(),
    staged_at: textOrNull,
    as_read: textOrNull,
    /** Of one job of several: the draft in which they were. */
    post_id: integerOrNull,
  },
  opening_changes: {
    id,
    opening_id: integer,
    field: text,
    value_before: text,
    value_after: text,
    changed_by: integer,
    changed_at: text,
  },
  opening_keys: { opening_id: integer, key: text },
  opening_questions: { opening_id: integer, question: text },
  opening_referrers: { opening_id: integer, person_id: integer, referred_at: text },
  stage_changes: {
    id,
    opening_id: integer,
    stage_before: oneOfOrNull<Stage>(),
    stage_after: oneOfOrNull<Stage>(),
    note: textOrNull,
    changed_by: integer,
    changed_at: text,
  },
  inquiries: {
    id,
    profile_id: text,
    place_id: integer,
    /** The part of the place where it was asked. */
    channel: textOrNull,
    audience: text,
    asker_id: integer,
    question: text,
    asked_at: text,
    answer: textOrNull,
    answered_at: textOrNull,
  },
  notes: { id, profile_id: text, text, written_by: integer, written_at: text },
  drafts: {
    id,
    person_id: integer,
    place_id: integer,
    state: oneOf<DraftState>(),
    created_at: text,
    source: textOrNull,
    opening: text,
    evidence: text,
    text,
    profile_id: textOrNull,
    /** Fields, as JSON; so are those of a job. */
    doubts: withDefault<string>(),
    as_read: textOrNull,
  },
  draft_jobs: {
    draft_id: integer,
    n: integer,
    choice: oneOf<JobChoice>(),
    opening: text,
    evidence: text,
    doubts: text,
    as_read: text,
    text,
  },
  letters: {
    id,
    key: text,
    kind: oneOf<LetterKind>(),
    platform: text,
    external_id: text,
    channel: textOrNull,
    language: oneOf<Language>(),
    /** `null` once the letter ended and some time has passed. */
    view: textOrNull,
    state: oneOf<LetterState>(),
    /** How many parts are done with: sent, or unknown. */
    parts_sent: integer,
    attempts: integer,
    due_at: text,
    reason: oneOfOrNull<LetterFailure>(),
    created_at: text,
    ended_at: textOrNull,
  },
  subscriptions: {
    id,
    place_id: integer,
    channel: textOrNull,
    kind: oneOf<SubscriptionKind>(),
    /** Who set it. */
    person_id: integer,
    /** When a digest is due, by the clock of its zone; `null` for alerts. */
    day: oneOfOrNull<Day>(),
    time: textOrNull,
    zone: textOrNull,
    language: oneOfOrNull<Language>(),
    /** When no alerts are wanted, by the clock of the place. */
    quiet_from: textOrNull,
    quiet_until: textOrNull,
    state: oneOf<SubscriptionState>(),
    /** Why nothing could be sent; `null` unless the bot paused it. */
    pause_reason: textOrNull,
    next_due_at: textOrNull,
    created_at: text,
    /** Who brought it to its state, and when; nobody where the bot did. */
    changed_by: integerOrNull,
    changed_at: text,
  },
  digest_slots: {
    subscription_id: integer,
    due_at: text,
    outcome: oneOf<SlotOutcome>(),
    letter_key: textOrNull,
    is_late: integer,
    at: text,
  },
  letter_parts: {
    letter_id: integer,
    part: integer,
    state: oneOf<PartState>(),
    begun_at: text,
    ended_at: textOrNull,
    /** How often it was sent again although it may have arrived, because a process had died in mid-way. */
    repeats: withDefault<number>('integer'),
    message_id: textOrNull,
  },
  /** Who carries the letters of a platform. */
  rounds: { platform: text, holder: text, held_until: text },
  /** Empty ids stand for everything there is. */
  delivery_pauses: { platform: text, external_id: text, channel: text, paused_until: text },
} as const;

type Row<Columns> = {
  [Name in keyof Columns]: Columns[Name] extends Column<infer Value> ? Value : never;
};

/** The row types, for Kysely. */
export type Tables = { [Name in keyof typeof tables]: Row<(typeof tables)[Name]> };

export type OpeningRow = Selectable<Tables['openings']>;
export type DraftRow = Selectable<Tables['drafts']>;
export type InquiryRow = Selectable<Tables['inquiries']>;
export type SubscriptionRow = Selectable<Tables['subscriptions']>;
export type DraftJobRow = Selectable<Tables['draft_jobs']>;
