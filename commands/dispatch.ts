// The list of commands and the one door to them: find, check rights, read options, run. Every call of every
// platform comes through here and gets a reply; nothing is thrown out of this room.

import { distance } from 'fastest-levenshtein';

import { languages } from '../core/language.ts';
import type { Reply, View } from '../core/view.ts';
import { answer as answerQuestion } from './answers.ts';
import type { Call } from './call.ts';
import { close, edit } from './changes.ts';
import type { Command } from './command.ts';
import { type Context, may, type Outcome } from './context.ts';
import { criteria } from './criteria.ts';
import { digest } from './digest.ts';
import { draft } from './draft.ts';
import { helpOn } from './help.ts';
import { ask } from './inquiries.ts';
import { language } from './language.ts';
import { takeCommand } from './limits.ts';
import { link } from './link.ts';
import { isLink } from './linked-post.ts';
import { messagesOf } from './locales/messages.ts';
import { review } from './moderation.ts';
import { note } from './notes.ts';
import { opening, openings } from './openings.ts';
import { readOptions } from './options.ts';
import { isPost } from './pasted-post.ts';
import { privacy } from './privacy.ts';
import { profile } from './profile.ts';
import { referrals } from './referrals.ts';
import { excerpt, line, say } from './say.ts';
import { settings } from './settings.ts';
import { skills } from './skills.ts';
import { stage } from './stages.ts';
import { status } from './status.ts';
import { judge, submit } from './submit.ts';
import { subscribe, unsubscribe } from './subscribe.ts';
import { UserError } from './user-error.ts';

/** Examples have fewer words. */
const mostWordsLooked = 20;

const help = helpOn(() => commands, commandNamed, similar);

/** In the order in which help lists them. */
export const commands: readonly Command[] = [
  submit,
  criteria,
  skills,
  profile,
  openings,
  opening,
  judge,
  referrals,
  ask,
  draft,
  close,
  edit,
  subscribe,
  unsubscribe,
  digest,
  language,
  link,
  privacy,
  help,
  stage,
  answerQuestion,
  note,
  review,
  settings,
  status,
];

/** By its own name or its name in any language; `start` is how a first message begins. */
export function commandNamed(name: string): Command | undefined {
  if (name === 'start') return help;
  const named = languages.map((one) => messagesOf(one).commandNames);
  return commands.find((one) => one.name === name || named.some((names) => names[one.name] === name));
}

/** Answers a call. A refusal or a fault is a view as well; a fault is reported with its cause first. */
export const dispatch = async (call: Call, context: Context): Promise<Reply> =>
  (await answer(call, context)).reply;

/** The same, with what came of it: unless it was answered, what stands on the caller's screen still holds. */
export async function answer(call: Call, context: Context): Promise<Answer> {
  const { house } = context;
  const found = commandNamed(call.command);
  const started = performance.now();
  const came = found === undefined ? unknown(call, context) : await run(found, call, context);
  house.note?.(found?.name ?? '', came.outcome, performance.now() - started);
  return came;
}

interface Answer {
  readonly reply: Reply;
  readonly outcome: Outcome;
}

async function run(found: Command, call: Call, context: Context): Promise<Answer> {
  try {
    await takeCommand(context);
    if (!may(found.role, context)) throw noRight(found, context);
    return { reply: await found.run(readOptions(call, found), context), outcome: 'answered' };
  } catch (error) {
    if (error instanceof UserError)
      return { reply: refusal(error, found, call, context), outcome: 'refused' };
    const { house, words } = context;
    const apology = words.refusals.broken(house.report(error, found.name));
    return { reply: say(apology, { private: true }), outcome: 'broken' };
  }
}

/** Nobody is a moderator where the bot is no member, nor in a private chat. */
const noRight = ({ role }: Command, { place: { isGuest, kind } }: Context): UserError =>
  new UserError(({ refusals, roleRefusals, space }) => {
    if (role !== 'moderator' && role !== 'staff') return roleRefusals[role];
    if (isGuest) return refusals.notMember;
    return kind === 'private' ? [roleRefusals[role], refusals.elsewhere].join(space) : roleRefusals[role];
  });

function unknown({ command: name }: Call, { words }: Context): Answer {
  const sentence = words.refusals.unknownCommand(excerpt(name), similar(name));
  return { reply: say(sentence, { private: true }), outcome: 'unknown' };
}

/** Answers a message that is no command; a job post sent in private, or a link, is handed in, up to the preview. */
export async function notACommand(text: string, context: Context): Promise<Reply> {
  const { place, words } = context;
  if (place.kind === 'private' && (isPost(text) || isLink(text))) {
    return dispatch({ command: 'submit', text: '', options: { text } }, context);
  }
  return say(words.refusals.notACommand, { private: true });
}

const refusal = (error: UserError, { name }: Command, { text }: Call, { words }: Context): View => {
  const own = error.isMisuse ? exampleLike(text, words.commandWords(name).examples) : undefined;
  const example = error.example ?? own;
  return {
    kind: 'view',
    blocks: [
      { kind: 'text', text: [error.say(words)] },
      ...(example === undefined
        ? []
        : [{ kind: 'text', text: [words.refusals.usage, line(example)] } as const]),
    ],
    private: true,
  };
};

/** The example that goes on rightly where what was typed went wrong: alike for the longest, but not to its end. */
function exampleLike(text: string, examples: readonly string[]): string | undefined {
  const typed = text.split(/\s+/u, mostWordsLooked);
  const isSame = (one = '', other = '') => one === other || (/^\d+$/u.test(one) && /^\d+$/u.test(other));
  const likeness = (example: string): number => {
    const [, ...right] = example.split(' ');
    return right.findIndex((word, index) => !isSame(word, typed[index]));
  };
  return examples.toSorted((one, other) => likeness(other) - likeness(one))[0];
}

function similar(name: string): readonly string[] {
  return commands
    .map((one) => ({ name: one.name, far: distance(name.slice(0, 40), one.name) }))
    .filter(({ far }) => far <= 2)
    .toSorted((one, other) => one.far - other.far)
    .slice(0, 3)
    .map((one) => one.name);
}
