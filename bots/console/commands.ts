// The commands that the console has besides everybody's, and what help says of them.

import type { Messages } from '../../commands/locales/messages.ts';
import { code } from '../../commands/say.ts';
import type { Text, View } from '../../core/view.ts';
import type { Completable } from './completion.ts';
import { hatNames } from './hat.ts';

export const ownCommands: readonly Completable[] = [
  { name: 'as', options: { hat: { kind: 'choice', choices: hatNames } } },
  { name: 'cancel', options: {} },
  { name: 'exit', options: {} },
  { name: 'quit', options: {} },
];

type Explained = keyof Messages['console']['commands'];

/** Help on everything, followed by what there is in the console alone. */
export function withOwnCommands(help: View, { console: { commands, here } }: Messages): View {
  const items = Object.entries(commands).map(([name, { summary }]): Text => [code(`/${name}`), ' ', summary]);
  return {
    ...help,
    blocks: [...help.blocks, { kind: 'heading', text: [here] }, { kind: 'list', items }],
  };
}

/** Help on one of the console's own commands; `null` on any other. */
export function explain(asked: string, words: Messages): View | null {
  const name = asked.replace(/^[/／]/u, '').toLowerCase();
  const known = name === 'quit' ? 'exit' : name;
  const { commands } = words.console;
  if (!isExplained(known, commands)) return null;
  const { summary, examples } = commands[known];
  return {
    kind: 'view',
    title: `/${name}`,
    blocks: [
      { kind: 'text', text: [summary] },
      { kind: 'heading', text: [words.help.examples] },
      { kind: 'list', items: examples.map((example): Text => [code(example)]) },
    ],
  };
}

const isExplained = (name: string, commands: Messages['console']['commands']): name is Explained =>
  Object.hasOwn(commands, name);
