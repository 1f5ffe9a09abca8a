// /ask: a question to the seeker, and what was answered so far. What a member writes is passed on to the seeker alone;
// others read it once it is answered.

import type { Block, Form, Reply, View } from '../core/view.ts';
import { inquiryKey } from '../storage/inquiries.ts';
import { command } from './command.ts';
import type { Context } from './context.ts';
import { seekerRecipient, writeLetter } from './letters.ts';
import { takeQuestion } from './limits.ts';
import type { Messages } from './locales/messages.ts';
import { positionBlocks, turnButtons } from './pages.ts';
import { bold, button, say } from './say.ts';

const longestQuestion = 500;

/** So that the longest questions and answers fit into a message or two. */
export const pageSize = 3;

export const ask = command({
  name: 'ask',
  role: 'anyone',
  options: {
    question: { kind: 'text', maxLength: longestQuestion, verbatim: true },
    page: { kind: 'number', named: true },
    form: { kind: 'choice', choices: ['yes'], named: true },
  },
  asks: ({ question, form }) => question === undefined && form !== undefined,
  async run({ question, page = 1, form }, context): Promise<Reply> {
    if (question !== undefined) return passOn(question, context);
    return form === undefined ? answered(page, context) : questionForm(context);
  },
});

async function passOn(question: string, context: Context): Promise<View> {
  const { house, caller, place, now, words, language } = context;
  await takeQuestion(context);
  // Where nothing can be sent to, others would wait in vain.
  const isPrivate = place.kind === 'private' || place.isGuest;
  await house.store.transaction(async (store) => {
    const id = await store.inquiries.ask(
      {
        profileId: house.profile.id,
        placeId: place.id,
        channel: place.address.channel,
        audience: isPrivate ? 'private' : context.audience,
        askerId: caller.personId,
        question,
      },
      now,
    );
    const to = await seekerRecipient(store, house);
    if (to === null) return;
    const key = `${inquiryKey(id)}asked`;
    const view = (reader: Messages): View => ({
      kind: 'view',
      blocks: askedBlocks(reader.inquiries.asks(caller.name), question),
      actions: button(reader.inquiries.answer, 'answer', { id }, 'primary'),
    });
    await writeLetter({ key, to, view, wait: 0 }, store, now);
  });
  const seeker = house.profile.name[language];
  if (!isPrivate) return say(words.inquiries.passedOnHere(seeker));
  const passedOn = place.isGuest ? words.inquiries.passedOnFrom : words.inquiries.passedOn;
  return say(passedOn(seeker), { private: true });
}

/** Whose question it is, and what it says. */
export const askedBlocks = (whose: string, question: string): readonly Block[] => [
  { kind: 'text', text: [bold(whose)] },
  { kind: 'quote', text: [question] },
];

const questionForm = ({ words, house, language }: Context): Form => ({
  kind: 'form',
  title: words.inquiries.formTitle(house.profile.name[language]),
  command: 'ask',
  fixed: { form: 'yes' },
  fields: [
    {
      name: 'question',
      label: words.inquiries.question,
      required: true,
      long: true,
      maxLength: longestQuestion,
    },
  ],
});

/** The newest answers that may be seen here. */
async function answered(page: number, context: Context): Promise<View> {
  const { house, caller, words, language } = context;
  // Operators see all openings, but what was asked in private is between two.
  const viewer = { ...context.viewer, all: context.viewer.all && caller.roles.has('seeker') };
  const { items, total } = await house.store.inquiries.search({
    profileId: house.profile.id,
    viewer,
    answered: true,
    page,
    size: pageSize,
  });
  const seeker = house.profile.name[language];
  const again = button(words.inquiries.ask, 'ask', { form: 'yes' }, 'primary');
  if (total === 0) return say(words.inquiries.noneAnswered(seeker), { actions: again });
  const pages = { page, size: pageSize, total };
  return {
    kind: 'view',
    title: words.inquiries.answered(seeker),
    blocks: [
      ...items.flatMap(({ question, answer: given }): readonly Block[] => [
        { kind: 'quote', text: [question] },
        { kind: 'text', text: [given ?? ''] },
      ]),
      ...positionBlocks(pages, words),
    ],
    actions: [...again, ...turnButtons(pages, 'ask', {}, words)],
  };
}
