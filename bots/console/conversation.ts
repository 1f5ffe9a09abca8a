// What one message of the console's person gets for an answer. Knows the hats that person can wear and the form
// that is being filled in; knows no streams.

import { type Call, parseLine } from '../../commands/call.ts';
import { type Context, type House, openContext, type Role } from '../../commands/context.ts';
import { dispatch, notACommand } from '../../commands/dispatch.ts';
import { unlimited } from '../../commands/limits.ts';
import { messagesOf } from '../../commands/locales/messages.ts';
import { say } from '../../commands/say.ts';
import type { Reply } from '../../core/view.ts';
import { answerField, beginFilling, type Filling, type Step } from './form.ts';
import { type Look, render, renderField } from './render.ts';

/** What each hat may do; whoever runs the console wears all of them at first. */
const hats = {
  all: ['seeker', 'moderator', 'operator'],
  member: [],
  moderator: ['moderator'],
  seeker: ['seeker'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export const hatNames = Object.keys(hats);

const isHat = (name: string): name is keyof typeof hats => Object.hasOwn(hats, name);

/** Answers messages, one at a time; the answer is empty where there is nothing to say. Never fails. */
export function openConversation(house: House, look: () => Look): (message: string) => Promise<string> {
  let hat: keyof typeof hats = 'all';
  let filling: Filling | null = null;

  const openHere = (): Promise<Context> =>
    openContext(
      // Whoever sits at the console may do everything as often as they like.
      { ...house, limits: unlimited },
      {
        platform: 'console',
        person: { externalId: 'console', name: 'console', language: null },
        place: { externalId: 'console', kind: 'private' },
        roles: hats[hat],
      },
      new Date(),
    );

  async function respond(message: string): Promise<string> {
    if (message.trim() === '' && filling === null) return '';
    const context = await openHere();
    const words = context.words.console;
    const call = parseLine(message);
    if (filling === null) return answerMessage(message, call, context);
    if (call === null) return proceed(answerField(filling, message), context);
    const { form } = filling;
    filling = null;
    if (call.command === 'cancel') return words.stopped;
    return `${words.dropped(form.title)}\n${await answerMessage(message, call, context)}`;
  }

  async function answerMessage(message: string, call: Call | null, context: Context): Promise<string> {
    if (call === null) return show(await notACommand(message, context), context);
    if (call.command === 'as') return changeHat(call.text, context);
    return show(await dispatch(call, context), context);
  }

  async function show(reply: Reply, context: Context): Promise<string> {
    if (reply.kind === 'view') return render(reply, look());
    const { title } = reply;
    const start = say(context.words.console.howToFill, { title });
    return `${render(start, look())}\n\n${await proceed(beginFilling(reply), context)}`;
  }

  async function proceed(step: Step, context: Context): Promise<string> {
    const words = context.words.console;
    filling = step.kind === 'ask' || step.kind === 'again' ? step.filling : null;
    switch (step.kind) {
      case 'ask':
        return renderField(step.filling.next, look());
      case 'again': {
        const { next } = step.filling;
        const reason =
          step.tooLong === null
            ? words.required(next.label)
            : context.words.refusals.tooLong(next.label, next.maxLength, step.tooLong);
        return `${reason}\n${renderField(next, look())}`;
      }
      case 'give up':
        return words.stopped;
      case 'done':
        return show(await dispatch(step.call, context), context);
    }
  }

  function changeHat(text: string, context: Context): string {
    const words = context.words.console;
    const name = text.toLowerCase();
    if (name !== '' && !isHat(name)) return render(say(words.unknownHat(name, hatNames)), look());
    if (isHat(name)) hat = name;
    return words.hat(words.hats[hat]);
  }

  return async (message: string): Promise<string> => {
    try {
      return await respond(message);
    } catch (fault) {
      return messagesOf(house.language).refusals.broken(house.report(fault, 'console'));
    }
  };
}
