// /status: what the bot knows of itself, for whoever has to find out what is wrong.

import type { Fact, Text, View } from '../core/view.ts';
import { command } from './command.ts';
import type { Context } from './context.ts';
import { platformName } from './names.ts';

const databases = { sqlite: 'SQLite', postgres: 'PostgreSQL' } as const;

export const status = command({
  name: 'status',
  role: 'staff',
  options: {},
  async run(_, context): Promise<View> {
    const { house, words, caller, now, place } = context;
    const { pending, milliseconds } = await queueLength(context);
    const letters = await letterCounts(context);
    const told = (await house.facts?.(context)) ?? [];
    const faults = house.faults?.() ?? [];
    const faultLines = faults.map(({ id, command: name, at }) =>
      words.status.fault(id, name, at, place.zone),
    );
    return {
      kind: 'view',
      title: words.status.title,
      blocks: [
        {
          kind: 'facts',
          facts: [
            [
              words.status.database,
              [words.status.answered(databases[house.store.dialect], Math.ceil(milliseconds))],
            ],
            [words.status.platforms, platformStates(context)],
            ...told,
            [words.status.clock, [words.status.time(now, place.zone)]],
            [words.status.pending, [String(pending)]],
            [words.status.letters, letters],
            [words.status.model, [await modelLine(context)]],
            ...(await shutOuts(context)),
            [words.status.here, [words.and([...caller.roles].map((role) => words.status.roles[role]))]],
            [
              words.status.faults,
              [faults.length === 0 ? words.status.noFaults : faultLines.join(words.semicolon)],
            ],
          ],
        },
      ],
      private: true,
    };
  },
});

/** How many openings wait that the caller may see, and how long the database took to say so. */
async function queueLength({ house, viewer }: Context) {
  const started = performance.now();
  const { total } = await house.store.openings.search({
    profileId: house.profile.id,
    viewer,
    states: ['pending'],
    order: 'oldest',
    page: 1,
    size: 1,
  });
  return { pending: total, milliseconds: performance.now() - started };
}

/** Operators are told of all letters, moderators of those to their place. */
async function letterCounts({ house, words, caller, now, place }: Context): Promise<Text> {
  const here = caller.roles.has('operator') ? undefined : place.address;
  const counts = await house.store.outbox.counts(now, here);
  if (counts.size === 0) return [words.status.noLetters];
  const lines = [...counts].map(
    ([platform, one]) =>
      `${platformName(platform)}${words.colon}${words.status.letterCounts(one, place.zone)}`,
  );
  return [lines.join(words.semicolon)];
}

/** How many places the bot cannot write to, for whoever runs it. */
async function shutOuts({ house, words, caller }: Context): Promise<readonly Fact[]> {
  if (!caller.roles.has('operator')) return [];
  const count = await house.store.places.shutOuts();
  return count === 0 ? [] : [[words.status.shutOut, [words.status.places(count)]]];
}

function platformStates({ house, words }: Context): Text {
  const platforms = Object.entries(house.troubles?.() ?? {});
  if (platforms.length === 0) return [words.status.alone];
  const states = platforms.map(
    ([name, trouble]) => `${platformName(name)}${words.colon}${trouble ?? words.status.connected}`,
  );
  return [states.join(words.semicolon)];
}

async function modelLine({ house, words, place }: Context): Promise<string> {
  const state = await house.modelState?.();
  if (state === undefined) return words.status.noModel;
  const { name, calls, callsPerDay, lastFailure } = state;
  const used = words.status.modelCalls(name, calls, callsPerDay);
  if (lastFailure === null) return used;
  return used + words.semicolon + words.status.modelFailure(lastFailure.failure, lastFailure.at, place.zone);
}
