// The store: opens the database that a URL names and hands out its rooms, alone or bound to one transaction.

import { atomically, connect, type Connection, openingError, parseDatabaseUrl } from './connection.ts';
import { contactsIn } from './contacts.ts';
import { deliveriesIn } from './deliveries.ts';
import { dialoguesIn } from './dialogues.ts';
import { digestSlotsIn } from './digest-slots.ts';
import { draftsIn } from './drafts.ts';
import { refreshKeys } from './duplicate-keys.ts';
import { duplicatesIn } from './duplicates.ts';
import { inquiriesIn } from './inquiries.ts';
import { limitsOn } from './limits.ts';
import { linksIn } from './links.ts';
import { marksIn } from './marks.ts';
import { migrate } from './migrations.ts';
import { notesIn } from './notes.ts';
import { openingsIn } from './openings.ts';
import { outboxIn } from './outbox.ts';
import { peopleIn } from './people.ts';
import { placesIn } from './places.ts';
import { privacyIn } from './privacy.ts';
import { profilesIn } from './profiles.ts';
import { questionsIn } from './questions.ts';
import { readingsIn } from './readings.ts';
import { referralsIn } from './referrals.ts';
import { roundsIn } from './rounds.ts';
import type { Dialect } from './schema.ts';
import { stagesIn } from './stages.ts';
import { subscriptionsIn } from './subscriptions.ts';
import { updatesIn } from './updates.ts';
import { verdictsIn } from './verdicts.ts';
import { weeksIn } from './weeks.ts';

export { StoreError } from './store-error.ts';

export type Store = Awaited<ReturnType<typeof openStore>>;

/** Opens and migrates `sqlite:PATH`, `sqlite::memory:` or `postgres://…`. Fails with a StoreError. */
export async function openStore(url: string) {
  const parsed = parseDatabaseUrl(url);
  const connection = await connect(parsed).catch((error: unknown) => {
    throw openingError(error);
  });
  const { db, dialect } = connection;
  try {
    await migrate(db, dialect);
    await refreshKeys(db);
  } catch (error) {
    await db.destroy();
    throw openingError(error);
  }
  const rooms = roomsOn(connection);
  await rooms.limits.forget(new Date());
  return { ...rooms, close: () => db.destroy() };
}

export interface Rooms {
  readonly dialect: Dialect;
  readonly people: ReturnType<typeof peopleIn>;
  readonly places: ReturnType<typeof placesIn>;
  readonly profiles: ReturnType<typeof profilesIn>;
  readonly openings: ReturnType<typeof openingsIn>;
  readonly verdicts: ReturnType<typeof verdictsIn>;
  readonly duplicates: ReturnType<typeof duplicatesIn>;
  readonly questions: ReturnType<typeof questionsIn>;
  readonly stages: ReturnType<typeof stagesIn>;
  readonly referrals: ReturnType<typeof referralsIn>;
  readonly inquiries: ReturnType<typeof inquiriesIn>;
  readonly notes: ReturnType<typeof notesIn>;
  readonly contacts: ReturnType<typeof contactsIn>;
  readonly drafts: ReturnType<typeof draftsIn>;
  readonly readings: ReturnType<typeof readingsIn>;
  readonly dialogues: ReturnType<typeof dialoguesIn>;
  readonly links: ReturnType<typeof linksIn>;
  readonly marks: ReturnType<typeof marksIn>;
  readonly outbox: ReturnType<typeof outboxIn>;
  readonly weeks: ReturnType<typeof weeksIn>;
  readonly subscriptions: ReturnType<typeof subscriptionsIn>;
  readonly digestSlots: ReturnType<typeof digestSlotsIn>;
  readonly deliveries: ReturnType<typeof deliveriesIn>;
  readonly rounds: ReturnType<typeof roundsIn>;
  readonly updates: ReturnType<typeof updatesIn>;
  readonly privacy: ReturnType<typeof privacyIn>;
  /** Not part of a transaction: what was used up stays so. */
  readonly limits: ReturnType<typeof limitsOn>;
  /**
   * All that `work` does through the store it is given, or nothing of it. Inside, only that store may be used: on
   * SQLite the outer one waits for the transaction's end, for ever.
   */
  transaction<T>(work: (store: Rooms) => Promise<T>): Promise<T>;
}

const roomsOn = ({ db, dialect, counter }: Connection): Rooms => ({
  dialect,
  people: peopleIn(db),
  places: placesIn(db),
  profiles: profilesIn(db),
  openings: openingsIn(db, dialect),
  verdicts: verdictsIn(db),
  duplicates: duplicatesIn(db),
  questions: questionsIn(db),
  stages: stagesIn(db),
  referrals: referralsIn(db),
  inquiries: inquiriesIn(db),
  notes: notesIn(db),
  contacts: contactsIn(db),
  drafts: draftsIn(db),
  readings: readingsIn(db),
  dialogues: dialoguesIn(db),
  links: linksIn(db),
  marks: marksIn(db),
  outbox: outboxIn(db),
  weeks: weeksIn(db),
  subscriptions: subscriptionsIn(db),
  digestSlots: digestSlotsIn(db, dialect),
  deliveries: deliveriesIn(db),
  rounds: roundsIn(db),
  updates: updatesIn(db),
  privacy: privacyIn(db, dialect),
  limits: limitsOn(db, counter),
  transaction: (work) =>
    atomically(db, (transaction) => work(roomsOn({ db: transaction, dialect, counter }))),
});
