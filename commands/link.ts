// /link: one person on two platforms. A code made on one of them and typed on the other shows that both are theirs.

import { randomInt } from 'node:crypto';

import type { View } from '../core/view.ts';
import type { Account } from '../storage/people.ts';
import { command } from './command.ts';
import type { Context } from './context.ts';
import { platformName } from './names.ts';
import { bold, code, say } from './say.ts';
import { UserError } from './user-error.ts';

/** Consonants that neither look nor sound much alike, so that a code is no word and is easy to type. */
const letters = 'BCDFGHJKLMNPQRSTVWXZ';
const codeLength = 8;

/** How long a code can be used, in minutes. */
const codeLife = 10;

export const link = command({
  name: 'link',
  role: 'anyone',
  options: { code: { kind: 'text', maxLength: 40 } },
  async run({ code: given }, context): Promise<View> {
    if (context.place.kind !== 'private') return refuse(given, context);
    return given === undefined ? offer(context) : join(readCode(given), context);
  },
});

/** A code that others could read here is used up, so that none of them can use it. */
async function refuse(given: string | undefined, { house, now }: Context): Promise<never> {
  if (given === undefined) throw new UserError((words) => words.link.inPrivate);
  await house.store.links.take(readCode(given), now);
  throw new UserError((words) => words.link.readByOthers);
}

async function offer({ house, caller, words, now }: Context): Promise<View> {
  const made = Array.from({ length: codeLength }, () => letters[randomInt(letters.length)]).join('');
  const end = new Date(now.getTime() + codeLife * 60 * 1000);
  await house.store.links.offer(made, caller.personId, end);
  return {
    kind: 'view',
    blocks: [
      { kind: 'text', text: [words.link.offered, words.space, code(`/link ${made}`)] },
      { kind: 'text', text: [words.link.once(codeLife)] },
      { kind: 'text', text: [bold(words.link.forGood), words.space, words.link.consequences] },
    ],
    private: true,
  };
}

/** Spaces, dashes and the width or case of letters do not matter. */
const readCode = (given: string): string =>
  given
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^A-Z]/gu, '');

/** Whoever made the code stays, and takes in what belonged to the caller: both or neither happens. */
async function join(given: string, { house, caller, words, now }: Context): Promise<View> {
  const accounts = await house.store.transaction(async ({ links, people }) => {
    const owner = await links.owner(given, now);
    if (owner === caller.personId) throw new UserError((messages) => messages.link.own);
    if (owner === null || (await links.take(given, now)) === null)
      throw new UserError((messages) => messages.link.unknown);
    await people.merge(caller.personId, owner);
    return people.accounts(owner);
  });
  const names = accounts.map(
    ({ platform, name }: Account) => `${platformName(platform)}${words.aside(name)}`,
  );
  return say(words.link.done(names), { private: true });
}
