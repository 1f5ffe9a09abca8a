// /answer: the seeker answers what was asked, and may correct it. Whoever asked reads it in private; what was asked in a
// community is answered where it was asked as well.

import type { Language } from '../core/language.ts';
import type { Form, Reply, View } from '../core/view.ts';
import { inquiryKey, type Inquiry } from '../storage/inquiries.ts';
import type { Store } from '../storage/open.ts';
import { command } from './command.ts';
import type { Context } from './context.ts';
import { askedBlocks, pageSize } from './inquiries.ts';
import { type Letterbox, recipientOf, writeLetter } from './letters.ts';
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
  const names = await house.store.people.names(items.map(({ askerId }) => askerId));
  const pages = { page, size: pageSize, total };
  return {
    kind: 'view',
    title: words.referrals.unanswered(total),
    blocks: [
      ...items.flatMap(({ id, askerId, question }) =>
        askedBlocks(`#${id} ${words.inquiries.asks(names.get(askerId) ?? '')}`, question),
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

async function dropQuestion({ id, askerId, question }: Inquiry, { house, words }: Context): Promise<View> {
  const names = await house.store.people.names([askerId]);
  return {
    kind: 'view',
    title: words.inquiries.dropTitle(id),
    blocks: askedBlocks(words.inquiries.asks(names.get(askerId) ?? ''), question),
    actions: button(words.inquiries.drop(id), 'answer', { id, drop: 'sure' }, 'danger'),
    private: true,
  };
}

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
    const isUnheard = await recall(found, store);
    const isCorrection = since !== null && !isUnheard;
    return tellAnswer({ ...found, answer: text }, isCorrection, store, context);
  });
  return say([words.inquiries.given, words.inquiries.reaches(reached)].join(words.space), {
    actions: button(words.inquiries.change, 'answer', { id }),
    private: true,
  });
}

/** Takes back what is on its way about the question; `true` where somebody was still to hear of an answer. */
async function recall({ id, answeredAt }: Inquiry, { outbox }: Letterbox): Promise<boolean> {
  await outbox.withdraw(`${inquiryKey(id)}asked`);
  if (answeredAt === null) return false;
  const keys = (['private', 'place'] as const).map((where) => answerKey(id, answeredAt, where));
  const withdrawn: boolean[] = [];
  for (const key of keys) withdrawn.push(await outbox.withdraw(key));
  return withdrawn.includes(true);
}

const answerKey = (id: number, at: Date, where: 'private' | 'place'): string =>
  `${inquiryKey(id)}answered ${at.toISOString()} ${where}`;

interface Reached {
  readonly name: string;
  readonly inPrivate: boolean;
  readonly inPlace: boolean;
}

/** To whoever asked, in private; and where it was asked, if others heard the question there. */
async function tellAnswer(
  { id, askerId, placeId, channel, audience, question, answer: given }: Inquiry,
  isCorrection: boolean,
  store: Letterbox & Pick<Store, 'people' | 'places'>,
  context: Context,
): Promise<Reached> {
  const { house, now } = context;
  const name = (await store.people.names([askerId])).get(askerId) ?? '';
  const viewFor =
    (whose: (words: Messages) => string) =>
    (words: Messages, language: Language): View => ({
      kind: 'view',
      blocks: [
        ...askedBlocks(whose(words), question),
        { kind: 'text', text: [bold(words.inquiries.says(house.profile.name[language], isCorrection))] },
        { kind: 'text', text: [given ?? ''] },
      ],
    });
  const to = await recipientOf(askerId, store, house, true);
  if (to !== null) {
    const view = viewFor((words) => words.inquiries.youAsked);
    await writeLetter({ key: answerKey(id, now, 'private'), to, view, isAskedFor: true }, store, now);
  }
  if (audience !== 'private') {
    const { platform, externalId, language } = await store.places.whereabouts(placeId);
    const there = {
      personId: askerId,
      address: { platform, externalId, channel },
      language: language ?? house.language,
    };
    const view = viewFor((words) => words.inquiries.asked(name));
    await writeLetter({ key: answerKey(id, now, 'place'), to: there, view, isAskedFor: true }, store, now);
  }
  return { name, inPrivate: to !== null, inPlace: audience !== 'private' };
}
