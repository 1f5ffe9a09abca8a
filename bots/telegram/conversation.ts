// What a message or a tap on a button comes to: which call it makes, or which question it answers, and where the
// reply goes. Knows what speaks for a person in private chats, groups, topics and channels.

import type { CallbackQuery, Message } from '@grammyjs/types';

import { type Call, parseLine, parsePayload } from '../../commands/call.ts';
import { type Context, type House, openContext } from '../../commands/context.ts';
import { answer, commandNamed, dispatch, notACommand } from '../../commands/dispatch.ts';
import { messagesOf } from '../../commands/locales/messages.ts';
import { checkField } from '../../commands/opening-form.ts';
import { say } from '../../commands/say.ts';
import type { Reply, View } from '../../core/view.ts';
import type { Administrators } from './administrators.ts';
import { briefly, fewWords, refusalIn } from './brief.ts';
import { type Delivery, type Destination, longestNote, type TapNote } from './delivery.ts';
import { again, begin, type Dialogue, fill, isControl, question, steer, type Step } from './dialogue.ts';
import { hasContent, textOf } from './message-text.ts';
import { currentId } from './migration.ts';
import type { OpenDialogues } from './open-dialogues.ts';
import { originOf, personOf, type Speaker, speakerOf, threadOf, type Where } from './origin.ts';
import { render } from './render.ts';
import { startFor, startOf, withAnswered } from './request.ts';
import { shutOutBy } from './standing.ts';

export interface Room {
  readonly house: House;
  readonly delivery: Delivery;
  readonly administrators: Administrators;
  readonly dialogues: OpenDialogues;
  readonly me: { readonly id: number; readonly username: string };
}

/** Of a tap that shows something else, begins anew or says a wish by the way, so that what was tapped on stays. */
const isShownApart = ({ command, text }: Call): boolean =>
  command === 'opening' || text === '' || (command === 'privacy' && /^(?:named|news)=/u.test(text));

/** Answers what is meant for the bot, and lets the rest pass. Faults are admitted to whoever spoke. */
export async function hear(message: Message, room: Room): Promise<void> {
  const speaker = speakerOf(message);
  if (speaker === null) return;
  const to = destinationOf(message, speaker);
  try {
    await heed(message, speaker, to, room);
  } catch (fault) {
    const apology = admitted(fault, to.chatId, room);
    if (apology === null) return;
    const rendered = render(say(apology), messagesOf(room.house.language));
    await room.delivery.send(rendered, to).catch(() => {});
  }
}

/** Reports a fault, and returns what to say of it; `null` where nobody can hear it, because the bot was shut out. */
function admitted(fault: unknown, chatId: number, { house }: Room): string | null {
  if (shutOutBy(fault, chatId) !== null) return null;
  return messagesOf(house.language).refusals.unanswered(house.report(fault, 'telegram'));
}

async function heed(message: Message, speaker: Speaker, to: Destination, room: Room): Promise<void> {
  const text = textOf(message);
  const isPrivate = message.chat.type === 'private';
  if (text === null) return heedWordless(message, speaker, to, room);
  if (isPrivate && message.forward_origin !== undefined) {
    const context = await contextOf(speaker, message, room);
    return call({ command: 'submit', text: '', options: { text } }, context, to, room);
  }

  const line = parseLine(text);
  if (line === null) {
    if (!isPrivate && !isAnswer(message, room)) return;
    const context = await contextOf(speaker, message, room);
    const open = await room.dialogues.find(context);
    if (open !== null) {
      const check = (name: string, value: string) => checkField(name, value, context);
      return proceed(fill(open, text, context.words, check), context, to, room);
    }
    if (isPrivate) await present(await withSign(notACommand(text, context), to, room), context, to, room);
    return;
  }
  const addressee = /^\s*[/／][\p{L}\p{N}_]+@(\w+)/u.exec(text)?.[1]?.toLowerCase();
  const isForMe = addressee === room.me.username.toLowerCase();
  if (addressee !== undefined && !isForMe) return;
  const start = line.command === 'start' ? startOf(line) : null;
  const asked = start?.asked ?? line;
  const isKnown = isControl(asked.command) || commandNamed(asked.command) !== undefined;
  if (!isPrivate && !isForMe && !isKnown) return;

  let context = await contextOf(speaker, message, room);
  if (isPrivate && start !== null && start.seeker !== undefined) {
    await dispatch({ command: 'profile', text: '', options: { seeker: start.seeker } }, context);
    context = await contextOf(speaker, message, room);
  }
  if (!isControl(asked.command)) {
    const meant = withAnswered(asked, message);
    if (meant !== null) return call(meant, context, to, room);
    return show(say(context.words.telegram.noText, { private: true }), context, to, room);
  }
  const open = await room.dialogues.find(context);
  if (open !== null) return proceed(steer(open, asked.command, context.words), context, to, room);
  if (!isPrivate && !isForMe) return;
  await show(say(context.words.telegram.over, { private: true }), context, to, room);
}

/** A picture or a voice without a word is neither a post nor an answer to a question. */
async function heedWordless(message: Message, speaker: Speaker, to: Destination, room: Room): Promise<void> {
  const isPrivate = message.chat.type === 'private';
  const isForwarded = message.forward_origin !== undefined;
  if (!isForwarded && !hasContent(message)) return;
  if (!isPrivate && !isAnswer(message, room)) return;
  const context = await contextOf(speaker, message, room);
  const { telegram } = context.words;
  const open = isForwarded ? null : await room.dialogues.find(context);
  if (open !== null)
    return proceed({ kind: 'ask', dialogue: open, problem: telegram.inWords }, context, to, room);
  if (isPrivate) await show(say(telegram.noText), context, to, room);
}

/** Answers the tap in any case, so that the button does not go on waiting. */
export async function tap(query: CallbackQuery, room: Room): Promise<void> {
  const { message, data, from } = query;
  let isOpen = true;
  const note = async (given: TapNote = {}): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await room.delivery.answerTap(query.id, given);
  };
  const asked = parsePayload(data ?? '');
  try {
    if (message !== undefined && asked !== null) await pursue(asked, { ...query, message }, note, room);
    await note();
  } catch (fault) {
    const apology = admitted(fault, message?.chat.id ?? from.id, room) ?? '';
    await note({ text: apology.slice(0, longestNote), isAlert: true }).catch(() => {});
  }
}

async function pursue(
  asked: Call,
  { id, from, message }: CallbackQuery & { readonly message: NonNullable<CallbackQuery['message']> },
  note: (given?: TapNote) => Promise<void>,
  room: Room,
): Promise<void> {
  const speaker = personOf(from);
  const seen = destinationOf(message, speaker);
  const to = { ...seen, replyTo: null, tap: id, ephemeral: seen.ephemeral === null ? null : 0 };
  const context = await contextOf(speaker, message, room);
  if (isControl(asked.command)) {
    const open = await room.dialogues.find(context);
    const isOver = open === null || asked.text !== `at=${open.at}`;
    if (isOver) return note({ text: context.words.telegram.over });
    return proceed(steer(open, asked.command, context.words), context, to, room, message);
  }
  // A channel is no place for what one of its readers asks for.
  const isInChannel = message.chat.type === 'channel';
  if (isInChannel && isShownApart(asked)) return note({ start: startFor(asked, context) });
  const { reply, outcome } = await answer(asked, context);
  if (reply.kind === 'form')
    return isInChannel ? note({ start: startFor(asked, context) }) : proceed(begin(reply), context, to, room);
  const brief = briefly(reply);
  const isSeenByAll = !to.isPrivate && to.ephemeral === null;
  const isAlone = outcome !== 'answered' || (reply.private === true && isSeenByAll);
  if (isAlone && brief !== null) return note({ text: brief, isAlert: true });
  if (isAlone && isInChannel) return note({ start: startFor(asked, context) });
  // A message of text cannot be turned into one with a picture.
  if (isAlone || isShownApart(asked) || reply.picture !== undefined) return show(reply, context, to, room);
  const rendered = render(reply, context.words);
  await Promise.all([note({ text: brief ?? '' }), room.delivery.edit(rendered, message, to, context.words)]);
}

/** Runs a call that was typed or sent; once it is answered, a question that was open before is put away. */
async function call(asked: Call, context: Context, to: Destination, room: Room): Promise<void> {
  const { reply, outcome } = await withSign(answer(asked, context), to, room);
  const open = outcome === 'answered' ? await room.dialogues.find(context) : null;
  if (open !== null) {
    await room.dialogues.end(context);
    const told = context.words.telegram.dropped(open.form.title);
    if (reply.kind === 'view') await show(say(told, { private: true }), context, to, room);
  }
  await present(reply, context, to, room);
}

/** In milliseconds; who waits longer sees that an answer is on its way. */
const quiet = 1000;

function withSign<T>(work: Promise<T>, to: Destination, { delivery }: Room): Promise<T> {
  const sign = setTimeout(() => void delivery.showTyping(to), quiet);
  return work.finally(() => clearTimeout(sign));
}

async function present(reply: Reply, context: Context, to: Destination, room: Room): Promise<void> {
  if (reply.kind === 'view') return show(reply, context, to, room);
  if (to.person === null) return show(asSomebody(context), context, to, room);
  await proceed(begin(reply), context, to, room);
}

/** Takes the next step of a dialogue; a tapped question makes room for the one that follows. */
async function proceed(
  step: Step,
  context: Context,
  to: Destination,
  room: Room,
  tapped?: Pick<Message, 'message_id' | 'ephemeral_message_id'>,
): Promise<void> {
  const { words } = context;
  if (step.kind === 'ask') {
    await room.dialogues.save(step.dialogue, context);
    return ask(step.dialogue, step.problem, context, to, room, tapped);
  }
  if (step.kind === 'stop')
    return finish(say(words.telegram.stopped, { private: true }), context, to, room, tapped);
  const { reply, outcome } = await withSign(answer(step.call, context), to, room);
  const problem = outcome === 'answered' || reply.kind === 'form' ? null : refusalIn(reply);
  if (problem !== null) return proceed(again(step.dialogue, problem), context, to, room, tapped);
  await finish(reply, context, to, room, tapped);
}

/** The form is dealt with; what came of it takes the place of a question that was tapped. */
async function finish(
  reply: Reply,
  context: Context,
  to: Destination,
  room: Room,
  tapped?: Pick<Message, 'message_id' | 'ephemeral_message_id'>,
): Promise<void> {
  const { words } = context;
  await room.dialogues.end(context);
  const canReplace = to.isPrivate || to.ephemeral !== null;
  if (tapped === undefined || reply.kind === 'form' || !canReplace) return present(reply, context, to, room);
  await room.delivery.edit(render(reply, words), tapped, to, words);
}

/** In a group the next message has to be a reply, which the platform can ask for where there are no buttons. */
async function ask(
  dialogue: Dialogue,
  problem: string | null,
  { words }: Context,
  to: Destination,
  { delivery }: Room,
  tapped?: Pick<Message, 'message_id' | 'ephemeral_message_id'>,
): Promise<void> {
  const typed = !to.isPrivate && to.replyTo !== null;
  const rendered = render(question(dialogue, problem, words, { typed, inGroup: !to.isPrivate }), words);
  if (tapped !== undefined) return delivery.edit(rendered, tapped, to, words);
  if (to.ephemeral !== null) return delivery.sendAlone(rendered, to, words);
  await delivery.send(rendered, to, { forceReply: typed });
}

async function show(view: View, context: Context, to: Destination, { delivery }: Room): Promise<void> {
  const { words, house } = context;
  const isAlone = to.ephemeral !== null || (view.private === true && !to.isPrivate);
  if (isAlone && to.person !== null) return delivery.sendAlone(render(view, words), to, words);
  // A tap under what all read asks for one reader, whom the others need not hear.
  const isAside = to.tap !== null && !to.isPrivate && view.picture === undefined;
  if (isAside && (await delivery.whisper(render(view, words), to))) return;
  // What a few words say was done already, and there is nobody to tell it alone.
  const shown = isAlone && fewWords(view) === null ? asSomebody(context) : view;
  await delivery.send(render(shown, words), to, { picture: (await house.pictureOf?.(shown)) ?? null });
}

/** What a group or a channel is told that asked for what is for one person alone. */
const asSomebody = ({ place, words }: Context): View =>
  say(place.kind === 'channel' ? words.telegram.inChannel : words.telegram.asYourself);

async function contextOf(speaker: Speaker, message: Where, room: Room): Promise<Context> {
  const { house, administrators } = room;
  const origin = await originOf(speaker, message, administrators);
  const place = { ...origin.place, externalId: await currentId(message.chat, house.store) };
  return openContext(house, { ...origin, place }, new Date());
}

/** In a group not everything that is said is meant for the bot. */
const isAnswer = (
  { reply_to_message: answered, ephemeral_message_id: alone }: Message,
  { me }: Room,
): boolean => answered?.from?.id === me.id || alone !== undefined;

function destinationOf(
  message: Pick<
    Message,
    'chat' | 'message_id' | 'message_thread_id' | 'is_topic_message' | 'ephemeral_message_id'
  >,
  { id, isPerson }: Speaker,
): Destination {
  const { chat, message_id, ephemeral_message_id: ephemeral } = message;
  const isPrivate = chat.type === 'private';
  const goesWithoutSaying = isPrivate || chat.type === 'channel' || ephemeral !== undefined;
  return {
    chatId: chat.id,
    isPrivate,
    thread: threadOf(message),
    replyTo: goesWithoutSaying ? null : message_id,
    person: isPerson ? id : null,
    ephemeral: ephemeral ?? null,
    tap: null,
  };
}
