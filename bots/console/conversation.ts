// What one message of the console's person gets for an answer. Knows the hat that person wears and the form that is
// being filled in; knows no streams.

import { type Call, parseLine } from '../../commands/call.ts';
import { type Context, type House, openContext } from '../../commands/context.ts';
import { answer, dispatch, notACommand } from '../../commands/dispatch.ts';
import { unlimited } from '../../commands/limits.ts';
import { messagesOf } from '../../commands/locales/messages.ts';
import { say } from '../../commands/say.ts';
import type { Form, Reply } from '../../core/view.ts';
import { explain, withOwnCommands } from './commands.ts';
import { answerField, beginFilling, checkIn, type Filling, type Step } from './form.ts';
import { type Hat, hatNames, isHat, originOf } from './hat.ts';
import { type Look, render, renderField } from './render.ts';

/**
 * Answers messages, one at a time; the answer is empty where there is nothing to say, and `null` when the person
 * ends the chat. Never fails.
 */
export function openConversation(
  house: House,
  look: () => Look,
): (message: string) => Promise<string | null> {
  let hat: Hat = 'all';
  let language = house.language;
  let filling: Filling | null = null;

  async function openHere(): Promise<Context> {
    // Whoever sits at the console may do everything as often as they like.
    const here = { ...house, limits: unlimited };
    const context = await openContext(here, originOf(hat, language), new Date());
    language = context.language;
    return context;
  }

  async function respond(message: string): Promise<string | null> {
    if (message.trim() === '' && filling === null) return '';
    const call = parseLine(message);
    if (call?.command === 'exit' || call?.command === 'quit') return null;
    const context = await openHere();
    const words = context.words.console;
    if (filling === null) return answerMessage(message, call, context);
    if (call === null) return proceed(answerField(filling, message, checkIn(context)), context);
    const { form } = filling;
    filling = null;
    if (call.command === 'cancel') return words.stopped;
    return `${words.dropped(form.title)}\n${await answerMessage(message, call, context)}`;
  }

  async function answerMessage(message: string, call: Call | null, context: Context): Promise<string> {
    if (call === null) return show(await notACommand(message, context), context);
    switch (call.command) {
      case 'as':
        return changeHat(call.text, context);
      case 'cancel':
        return context.words.console.noForm;
      case 'help':
        return show(explain(call.text, context.words) ?? (await helpHere(call, context)), context);
      default:
        return show(await dispatch(call, context), context);
    }
  }

  async function helpHere(call: Call, context: Context): Promise<Reply> {
    const reply = await dispatch(call, context);
    return reply.kind === 'view' && call.text === '' ? withOwnCommands(reply, context.words) : reply;
  }

  async function show(reply: Reply, context: Context): Promise<string> {
    const { words } = context;
    if (reply.kind === 'view') return render(reply, words, look());
    const isNew = reply.fields.every(({ value = '' }) => value === '');
    return fillIn(reply, isNew ? words.console.howToFill : words.console.howToCorrect, context);
  }

  async function fillIn(form: Form, how: string, context: Context): Promise<string> {
    const start = say(how, { title: form.title });
    return `${render(start, context.words, look())}\n\n${await proceed(beginFilling(form), context)}`;
  }

  async function proceed(step: Step, context: Context): Promise<string> {
    const { words } = context;
    filling = step.kind === 'ask' ? step.filling : null;
    if (step.kind === 'ask') {
      const question = renderField(step.filling.next, words, look());
      return step.problem === null ? question : `${render(say(step.problem), words, look())}\n${question}`;
    }
    const { reply, outcome } = await answer(step.call, context);
    if (outcome === 'answered' || step.form.fields.length === 0) return show(reply, context);
    return `${await show(reply, context)}\n\n${await fillIn(step.form, words.console.kept, context)}`;
  }

  function changeHat(text: string, { words }: Context): string {
    const name = text.toLowerCase();
    if (name !== '' && !isHat(name))
      return render(say(words.console.unknownHat(name, hatNames)), words, look());
    if (isHat(name)) hat = name;
    return words.console.hat(words.console.hats[hat]);
  }

  return async (message: string): Promise<string | null> => {
    try {
      return await respond(message);
    } catch (fault) {
      return messagesOf(house.language).refusals.unanswered(house.report(fault, 'console'));
    }
  };
}
