// A bare caller of the REST interface, without the client's help: what tests of refusals speak with.

import { startDiscord } from './discord.ts';

interface Reply {
  readonly status: number;
  readonly json: {
    readonly code?: number;
    readonly id?: string;
    readonly errors?: unknown;
    readonly [key: string]: unknown;
  };
  readonly headers: Headers;
}

/** A stand-in with one guild, one member, and a clock that goes by hand. */
export async function openBare() {
  const clock = { now: Date.parse('2026-03-02T09:00:00Z') };
  const discord = await startDiscord({ now: () => clock.now });
  const ann = discord.addPerson({ name: 'ann' });
  const guild = discord.addGuild({
    name: 'Jobs',
    members: [ann],
    roles: [{ name: 'Callable', mentionable: true }],
  });

  async function ask(
    method: string,
    path: string,
    body?: unknown,
    authorization = `Bot ${discord.token}`,
  ): Promise<Reply> {
    const response = await fetch(`${discord.url}/v10${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, json: text === '' ? {} : JSON.parse(text), headers: response.headers };
  }

  return {
    clock,
    discord,
    ann,
    guild,
    ask,
    commandsPath: `/applications/${discord.bot.wire.id}/commands`,
    messagesPath: (channel = guild.channel('general').id) => `/channels/${channel}/messages`,
  };
}

/** Every fault as `path: CODE`. */
export function faults(tree: unknown, path = ''): string[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) =>
    key === '_errors'
      ? value.map(({ code }: { code: string }) => `${path}: ${code}`)
      : faults(value, path === '' ? key : `${path}.${key}`),
  );
}

export const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

export const command = (more: object = {}) => ({ name: 'skills', description: 'd', ...more });
export const option = (more: object = {}) => ({ type: 3, name: 'query', description: 'q', ...more });
export const row = (...components: unknown[]) => ({ type: 1, components });
export const button = (more: object = {}) => ({
  type: 2,
  style: 1,
  label: 'Go',
  custom_id: 'go',
  ...more,
});
