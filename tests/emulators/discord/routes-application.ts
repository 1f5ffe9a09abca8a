// The application itself, where to connect, and the commands it registers.

import { readCommands } from './commands.ts';
import type { Command } from './commands.ts';
import { missingAccess, unauthorized, unknownCommand } from './refusal.ts';
import { created, noContent, ok } from './router.ts';
import type { Answer, Request, Route } from './router.ts';
import type { Guild, World } from './world.ts';

const applicationWire = ({ bot }: World) => ({
  id: bot.wire.id,
  name: bot.wire.username,
  icon: null,
  description: '',
  bot_public: true,
  bot_require_code_grant: false,
  verify_key: '0'.repeat(64),
  flags: 0,
  bot: bot.wire,
  integration_types_config: { '0': {}, '1': {} },
});

function checkOwn({ world, part }: Request): void {
  if (part('application_id') !== world.bot.wire.id) throw unauthorized();
}

function guildOf({ world, part }: Request): Guild {
  const guild = world.guilds.get(part('guild_id'));
  if (guild === undefined || !guild.members.has(world.bot.wire.id)) throw missingAccess();
  return guild;
}

function read(request: Request, before: readonly Command[], body: unknown, guild: Guild | null): Command[] {
  const { world } = request;
  const idOf = (type: number, name: string) =>
    before.find((command) => command.type === type && command.name === name)?.id ?? world.nextId();
  return readCommands(body, idOf, {
    application_id: world.bot.wire.id,
    ...(guild === null ? {} : { guild_id: guild.id }),
  });
}

function list(request: Request, commands: readonly Command[]): Answer {
  const localized = request.query.get('with_localizations') === 'true';
  return ok(
    commands.map(({ wire }) => {
      if (localized) return wire;
      const { name_localizations: _, description_localizations: __, ...rest } = wire;
      return rest;
    }),
  );
}

/** The same four verbs for commands of everywhere and for those of one guild. */
function commandRoutes(
  template: string,
  holder: (request: Request) => { commands: readonly Command[] },
  guild: (request: Request) => Guild | null,
): Route[] {
  const one = (request: Request) => {
    checkOwn(request);
    const command = holder(request).commands.find(({ id }) => id === request.part('command_id'));
    if (command === undefined) throw unknownCommand();
    return command;
  };
  return [
    {
      method: 'GET',
      template,
      answer(request) {
        checkOwn(request);
        return list(request, holder(request).commands);
      },
    },
    {
      method: 'PUT',
      template,
      answer(request) {
        checkOwn(request);
        const place = holder(request);
        place.commands = read(request, place.commands, request.json, guild(request));
        return ok(place.commands.map(({ wire }) => wire));
      },
    },
    {
      method: 'POST',
      template,
      answer(request) {
        checkOwn(request);
        const place = holder(request);
        const [command] = read(request, place.commands, [request.json], guild(request));
        const others = place.commands.filter(({ id }) => id !== command?.id);
        place.commands = command === undefined ? others : [...others, command];
        return created(command?.wire);
      },
    },
    { method: 'GET', template: `${template}/{command_id}`, answer: (request) => ok(one(request).wire) },
    {
      method: 'DELETE',
      template: `${template}/{command_id}`,
      answer(request) {
        const gone = one(request);
        const place = holder(request);
        place.commands = place.commands.filter((command) => command !== gone);
        return noContent;
      },
    },
  ];
}

export const applicationRoutes: readonly Route[] = [
  { method: 'GET', template: '/gateway', open: true, answer: ({ gatewayUrl }) => ok({ url: gatewayUrl() }) },
  {
    method: 'GET',
    template: '/gateway/bot',
    answer: ({ gatewayUrl }) =>
      ok({
        url: gatewayUrl(),
        shards: 1,
        session_start_limit: { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 },
      }),
  },
  { method: 'GET', template: '/applications/@me', answer: ({ world }) => ok(applicationWire(world)) },
  { method: 'GET', template: '/oauth2/applications/@me', answer: ({ world }) => ok(applicationWire(world)) },
  ...commandRoutes(
    '/applications/{application_id}/commands',
    ({ world }) => world,
    () => null,
  ),
  ...commandRoutes('/applications/{application_id}/guilds/{guild_id}/commands', guildOf, guildOf),
];
