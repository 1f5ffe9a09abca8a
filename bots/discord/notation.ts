// How a line that is typed elsewhere is given on Discord, where each option is filled in by its name.

import { parseLine } from '../../commands/call.ts';
import { commandNamed } from '../../commands/dispatch.ts';
import { typedOptions } from '../../commands/options.ts';

/** `/edit id:1 salary:30-40k` for `/edit 1 salary=30-40k`; what is no call of a command stays as it is. */
export function asGivenHere(line: string): string {
  const call = parseLine(line);
  const command = call === null ? undefined : commandNamed(call.command);
  if (call === null || command === undefined) return line;
  try {
    const given = Object.entries(typedOptions(call.text, command));
    return [`/${call.command}`, ...given.map(([name, value]) => `${name}:${value}`)].join(' ');
  } catch {
    // Nobody could type it there either.
    return line;
  }
}
