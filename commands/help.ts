// /help: what the bot does and what the caller may do here; or one command in full.

import type { Block, Text, View } from '../core/view.ts';
import type { Command } from './command.ts';
import { command } from './command.ts';
import { type Audience, type Context, may } from './context.ts';
import { button, line } from './say.ts';
import { UserError } from './user-error.ts';

/** Made by a function because help speaks of all commands, itself included. */
export const helpOn = (
  all: () => readonly Command[],
  named: (name: string) => Command | undefined,
  suggest: (name: string) => readonly string[],
) =>
  command({
    name: 'help',
    role: 'anyone',
    options: { command: { kind: 'text', maxLength: 100 } },
    async run({ command: asked }, context): Promise<View> {
      if (asked === undefined) return overview(all(), context);
      const name = asked.normalize('NFKC').replace(/^\//u, '').toLowerCase();
      const known = named(name);
      if (known === undefined)
        throw new UserError((words) => words.refusals.unknownCommand(name, suggest(name)));
      return oneCommand(known, context);
    },
  });

/** Whom commands are for, in the order of the groups in which they are listed. */
const audiences: readonly Audience[] = ['anyone', 'seeker', 'moderator', 'staff', 'operator'];

function overview(all: readonly Command[], context: Context): View {
  const { house, words, language } = context;
  const group = (audience: Audience): readonly Block[] => {
    const commands = all.filter((one) => one.role === audience);
    return commands.length === 0
      ? []
      : [
          { kind: 'heading', text: [words.help.groups[audience]] },
          {
            kind: 'list',
            items: commands.map((one): Text => [
              line(`/${one.name}`),
              ' ',
              words.commandWords(one.name).summary,
            ]),
          },
        ];
  };
  return {
    kind: 'view',
    title: words.help.title,
    blocks: [
      { kind: 'text', text: [words.help.intro(house.profile.name[language])] },
      { kind: 'text', text: [words.help.start] },
      ...audiences.filter((audience) => may(audience, context)).flatMap(group),
      { kind: 'text', text: [{ text: words.help.more, style: 'italic' }] },
    ],
    actions: button(words.help.submit, 'submit', {}, 'primary'),
  };
}

function oneCommand({ name, options }: Command, { words }: Context): View {
  const { summary, options: meanings, examples, note } = words.commandWords(name);
  const facts = Object.entries(options).map(
    ([option, { required }]) =>
      [option, [meanings[option] ?? '', required === true ? words.aside(words.help.required) : '']] as const,
  );
  return {
    kind: 'view',
    title: `/${name}`,
    blocks: [
      { kind: 'text', text: [summary] },
      ...(facts.length === 0
        ? []
        : ([
            { kind: 'heading', text: [words.help.options] },
            { kind: 'facts', facts },
          ] as const)),
      ...(note === undefined ? [] : [{ kind: 'text', text: [note] } as const]),
      { kind: 'heading', text: [words.help.examples] },
      { kind: 'list', items: examples.map((example): Text => [line(example)]) },
    ],
  };
}
