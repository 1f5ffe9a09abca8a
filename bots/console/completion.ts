// What the Tab key offers: names of commands, then the names and choices of their options.

import type { Options } from '../../commands/command.ts';

export interface Completable {
  readonly name: string;
  readonly options: Options;
}

/** Whole lines that begin with the line so far. */
export function completions(line: string, commands: readonly Completable[]): readonly string[] {
  const [, name = '', rest] = /^[/／](\S*)(\s.*)?$/su.exec(line) ?? [];
  if (!/^[/／]/u.test(line)) return [];
  if (rest === undefined) {
    return commands.filter((command) => command.name.startsWith(name)).map((command) => `/${command.name} `);
  }
  const options = commands.find((command) => command.name === name)?.options ?? {};
  const before = line.slice(0, line.length - (/\S*$/u.exec(line)?.[0].length ?? 0));
  return Object.entries(options)
    .flatMap(([option, declared]) =>
      declared.kind === 'choice'
        ? [...declared.choices, ...declared.choices.map((choice) => `${option}=${choice}`)]
        : [`${option}=`],
    )
    .map((word) => before + word)
    .filter((candidate) => candidate.startsWith(line));
}
