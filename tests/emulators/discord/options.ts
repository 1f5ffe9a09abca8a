// A command's options as a client sends them, checked as a client checks them.

import type { CommandOption } from './commands.ts';
import { lengthOf } from './json.ts';
import type { Json } from './json.ts';
import { channelWire, memberWire, roleWire } from './wire.ts';
import type { Channel, World } from './world.ts';

/** Users, roles and channels go by their ids. */
export type Values = Readonly<Record<string, string | number | boolean>>;

/** Throws where the client would not let the person send it. */
export function readOptions(
  world: World,
  channel: Channel,
  known: readonly CommandOption[],
  path: readonly string[],
  values: Values,
  focused: string | null,
): { options: readonly Json[]; resolved: Json } {
  const [step, ...rest] = path;
  if (step !== undefined) {
    const inner = known.find(({ name, type }) => name === step && type <= 2);
    if (inner === undefined)
      throw new Error(`no subcommand "${step}"; there are: ${known.map(({ name }) => name).join(', ')}`);
    const { options, resolved } = readOptions(world, channel, inner.options, rest, values, focused);
    return { options: [{ name: step, type: inner.type, options }], resolved };
  }
  if (known.some(({ type }) => type <= 2)) throw new Error('a subcommand has to be named');
  for (const name of Object.keys(values)) {
    if (!known.some((option) => option.name === name)) {
      throw new Error(
        `no option "${name}"; there are: ${known.map((option) => option.name).join(', ') || 'none'}`,
      );
    }
  }
  const options = known.flatMap((option): Json[] => {
    const value = values[option.name];
    if (value === undefined) {
      if (option.required && focused === null) throw new Error(`option "${option.name}" is required`);
      return [];
    }
    if (option.name === focused) {
      if (!option.autocomplete) throw new Error(`option "${option.name}" does not complete itself`);
      return [{ name: option.name, type: option.type, value: String(value), focused: true }];
    }
    checkValue(option, value);
    return [{ name: option.name, type: option.type, value }];
  });
  return { options, resolved: resolve(world, channel, known, values) };
}

function checkValue(option: CommandOption, value: string | number | boolean): void {
  const { name, type, choices, minLength, maxLength, minValue, maxValue } = option;
  const expected = type === 4 || type === 10 ? 'number' : type === 5 ? 'boolean' : 'string';
  if (typeof value !== expected) throw new Error(`option "${name}" takes a ${expected}`);
  if (choices.length > 0 && !choices.some((choice) => choice.value === value)) {
    throw new Error(
      `"${String(value)}" is no choice of "${name}"; there are: ${choices.map((choice) => choice.value).join(', ')}`,
    );
  }
  if (
    typeof value === 'string' &&
    type === 3 &&
    (lengthOf(value) < minLength || lengthOf(value) > maxLength)
  ) {
    throw new Error(`option "${name}" takes ${minLength} to ${maxLength} characters`);
  }
  if (
    typeof value === 'number' &&
    (value < minValue || value > maxValue || (type === 4 && !Number.isInteger(value)))
  ) {
    throw new Error(`option "${name}" does not take ${value}`);
  }
}

function resolve(world: World, { guild }: Channel, known: readonly CommandOption[], values: Values): Json {
  const users: Record<string, Json> = {};
  const members: Record<string, Json> = {};
  const roles: Record<string, Json> = {};
  const channels: Record<string, Json> = {};
  for (const { name, type } of known) {
    const id = String(values[name]);
    const account = type === 6 || type === 9 ? world.accounts.get(id) : undefined;
    const member = guild?.members.get(id);
    const role = type === 8 || type === 9 ? guild?.roles.get(id) : undefined;
    const channel = type === 7 ? world.channels.get(id) : undefined;
    if (account !== undefined) users[id] = { ...account.wire };
    if (account !== undefined && member !== undefined) {
      const { user: _, ...rest } = memberWire(member);
      members[id] = { ...rest, permissions: '0' };
    }
    if (role !== undefined) roles[id] = roleWire(role, 0);
    if (channel !== undefined) channels[id] = { ...channelWire(channel), permissions: '0' };
  }
  const resolved = Object.fromEntries(
    Object.entries({ users, members, roles, channels }).filter(([, found]) => Object.keys(found).length > 0),
  );
  return Object.keys(resolved).length > 0 ? { resolved } : {};
}
