// /answer: the seeker answers what was asked, and may correct it. Whoever asked reads it in private; what was asked in a
// community is answered where it was asked as well.

import type { Form, Reply, View } from '../core/view.ts';
import { inquiryKey, type Inquiry } from '../storage/inquiries.ts';
import type { Store } from '../storage/open.ts';
import { command } from './command.ts';
import type { Context } from './context.ts';
import { askedBlocks, pageSize } from './inquiries.ts';
import { type Letterbox, type Reader, recipientOf, writeLetter } from './letters.ts';
import type { Messages } from './locales/messages.ts';
import { positionBlocks, turnButtons } from './pages.ts';
import { bold, button, excerpt, say } from './say.ts';
import { UserError } from './user-error.ts';

const longestAnswer = 1500;

export const answer = command({
  name: 'answer',
  role: 'seeker',
  options: {
    id: { kind: 'number' },
    text: { kind: 'text', maxLength: longestAnswer, verbatim: true },
    page: { kind: 'number', named: true },
    /** `yes` asks once more, `sure` does it. */
    drop: { kind: 'choice', choices: ['yes', 'sure'], named: true },
  },
  asks: ({ id, text, drop }) => id !== undefined && text === undefined && drop === undefined,
  async run({ id, text, page = 1, drop }, context): Promise<Reply> {
    if (id === undefined) return unanswered(page, context);
    const found = await context.house.store.inquiries.find(id, context.viewer);
    if (found === null) throw new UserError((words) => words.inquiries.noSuch(id));
    if (drop !== undefined) return drop === 'sure' ? dropped(found, context) : dropQuestion(found, context);
    return text === undefined ? answerForm(found, context) : give(found, text, context);
  },
});

/** The questions that wait, the oldest first. */
async function unanswered(page: number, context: Context): Promise<View> {
  const { house, viewer, words } = context;
  const { items, total } = await house.store.inquiries.search({
    profileId: house.profile.id,
    viewer,
    answered: false,
    page,
    size: pageSize,
  });
  if (total === 0) return say(words.inquiries.noneWait, { private: true });
  const pages = { page, size: pageSize, total };
  return {
    kind: 'view',
    title: words.referrals.unanswered(total),
    blocks: [
      ...items.flatMap(({ id, askerName, question }) =>
        askedBlocks(`#${id} ${words.inquiries.asks(askerName)}`, question),
      ),
      ...positionBlocks(pages, words),
    ],
    actions: [
      ...items.flatMap(({ id }) => [
        ...button(words.inquiries.answerOne(id), 'answer', { id }, 'primary'),
        ...button(words.inquiries.drop(id), 'answer', { id, drop: 'yes' }),
      ]),
      ...turnButtons(pages, 'answer', {}, words),
    ],
    private: true,
  };
}

const answerForm = ({ id, question, answer: given }: Inquiry, { words }: Context): Form => ({
  kind: 'form',
  title: words.inquiries.answerOne(id),
  command: 'answer',
  fixed: { id: String(id) },
  fields: [
    {
      name: 'text',
      label: words.inquiries.answer,
      hint: excerpt(question),
      ...(given === null ? {} : { value: given }),
      required: true,
      long: true,
      maxLength: longestAnswer,
    },
  ],
});

const dropQuestion = ({ id, askerName, question }: Inquiry, { words }: Context): View => ({
  kind: 'view',
  title: words.inquiries.dropTitle(id),
  blocks: askedBlocks(words.inquiries.asks(askerName), question),
  actions: button(words.inquiries.drop(id), 'answer', { id, drop: 'sure' }, 'danger'),
  private: true,
});

async function dropped(found: Inquiry, { house, words }: Context): Promise<View> {
  const { id } = found;
  const isGone = await house.store.transaction(async (store) => {
    await recall(found, store);
    return store.inquiries.drop(id);
  });
  if (!isGone) throw new UserError((messages) => messages.inquiries.noSuch(id));
  return say(words.inquiries.dropped(id), { private: true });
}

async function give(found: Inquiry, text: string, context: Context): Promise<View> {
  const { house, now, words } = context;
  const { id, answeredAt: since } = found;
  const reached = await house.store.transaction(async (store) => {
    const isGiven = await store.inquiries.answer(id, { answer: text, since }, now);
    if (!isGiven) throw new UserError((messages) => messages.inquiries.changed(id));
    const recalled = await recall(found, store);
    const turn = since === null || recalled === 'answered' ? 'answered' : 'corrected';
    return tellAnswer(found, text, turn, store, context);
  });
  return say([words.inquiries.given, words.inquiries.reaches(reached)].join(words.space), {
    actions: button(words.inquiries.change, 'answer', { id }),
    private: true,
  });
}

/** A correction goes to those who have read an answer already. */
const turns = ['answered', 'corrected'] as const;
type Turn = (typeof turns)[number];

const letterKey = (id: number, turn: Turn, at: Date, where: 'private' | 'place'): string =>
  `${inquiryKey(id)}${turn} ${at.toISOString()} ${where}`;

/** Takes back what is on its way about the question; returns which answer nobody has read because of that. */
async function recall({ id, answeredAt }: Inquiry, { outbox }: Letterbox): Promise<Turn | null> {
  await outbox.withdraw(`${inquiryKey(id)}asked`);
  let recalled: Turn | null = null;
  if (answeredAt === null) return recalled;
  for (const turn of turns) {
    for (const where of ['private', 'place'] as const) {
      if (await outbox.withdraw(letterKey(id, turn, answeredAt, where))) recalled = turn;
    }
  }
  return recalled;
}

interface Reached {
  readonly name: string;
  readonly inPrivate: boolean;
  readonly inPlace: boolean;
}

/** To whoever asked, in private; and where it was asked, if others heard the question there. */
async function tellAnswer(
  { id, askerId, askerName: name, placeId, channel, audience, question }: Inquiry,
  text: string,
  turn: Turn,
  store: Letterbox & Pick<Store, 'places'>,
  context: Context,
): Promise<Reached> {
  const { house, now } = context;
  const write = (where: 'private' | 'place', to: Reader, whose: (words: Messages) => string) =>
    writeLetter(
      {
        key: letterKey(id, turn, now, where),
        to,
        view: (words, language) => ({
          kind: 'view',
          blocks: [
            ...askedBlocks(whose(words), question),
            { kind: 'text', text: [bold(words.inquiries.says[turn](house.profile.name[language]))] },
            { kind: 'text', text: [text] },
          ],
        }),
        isAskedFor: true,
      },
      store,
      now,
    );
  const asker = await recipientOf(askerId, store, house, true);
  const place = audience === 'private' ? null : await store.places.whereabouts(placeId);
  if (asker !== null) await write('private', asker, (words) => words.inquiries.youAsked);
  if (place !== null) {
    const { platform, externalId, language } = place;
    const [account] = await store.contacts.of(askerId);
    const spoken = language ?? account?.language ?? house.language;
    const there = { address: { platform, externalId, channel }, language: spoken };
    await write('place', there, (words) => words.inquiries.asked(name));
  }
  return { name, inPrivate: asker !== null, inPlace: place !== null };
}
