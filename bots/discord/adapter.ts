// The connection to Discord: logs in, registers the commands, hands interactions on, and comes back with growing
// pauses whenever it is lost for good. Hides discord.js's client, of which there is a new one for every try.

import { setTimeout as pause } from 'node:timers/promises';

import {
  Client,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayIntentBits,
  Options,
  RESTEvents,
} from 'discord.js';

import type { House } from '../../commands/context.ts';
import type { Adapter } from '../adapter.ts';
import type { Log } from '../log.ts';
import { openPacing } from '../pacing.ts';
import { clockFacts, openTrouble } from '../trouble.ts';
import { interactionHandler } from './handle.ts';
import { discordPost, publishedLimits } from './letters.ts';
import { register } from './register.ts';

export interface DiscordSettings {
  readonly token: string;
  /** The REST base; `null`: Discord's own. */
  readonly api: string | null;
  /** Servers to register the commands in; none: everywhere. */
  readonly guilds: readonly string[];
}

/** In milliseconds, between two tries; each is twice as long as the one before. */
const pauses = { first: 1000, longest: 5 * 60_000 };
/** How long discord.js may try by itself before it is begun anew. */
const longestAway = 30_000;
/** How long answers that are being worked on may take when the bot ends. */
const longestFarewell = 5000;
/** How long Discord may take to say goodbye. */
const longestGoodbye = 2000;

export function discordAdapter(house: House, settings: DiscordSettings, log: Log): Adapter {
  const post = discordPost(settings, house, openPacing(publishedLimits));
  const trouble = openTrouble();
  let ahead: number | null = null;
  const handle = interactionHandler(house, log);
  const inHand = new Set<Promise<void>>();
  const { places } = house.store;
  const keep = (standing: Promise<void>): void => {
    standing.catch((fault: unknown) =>
      log.error({ err: fault }, 'Discord: where the bot may write could not be kept'),
    );
  };

  /** Runs one client from its login until it is lost for good; returns why, or `null` when it was stopped. */
  async function connection(stop: AbortSignal, connected: () => void): Promise<string | null> {
    const client = openClient(settings);
    // What it asks for by itself counts; answers to interactions do not.
    client.rest.on(RESTEvents.Response, ({ path }) => {
      if (!/^\/(?:interactions|webhooks)\//u.test(path)) post.pacing.remember('', 0);
    });
    forgiveBrokenEvents(client, log);
    const ended = Promise.withResolvers<string | null>();
    const lost = (why: string): void => ended.resolve(why);
    let watch: NodeJS.Timeout | undefined;
    let isOver = false;
    const giveUpLater = (why: string): void => {
      if (!isOver) watch ??= setTimeout(lost, longestAway, why);
    };
    const back = (): void => {
      clearTimeout(watch);
      watch = undefined;
      trouble.set(null);
      connected();
    };
    const end = (): void => ended.resolve(null);
    stop.addEventListener('abort', end);

    client.on(Events.ClientReady, ({ application, rest, guilds }) => {
      back();
      keep(places.letIn('discord', ...guilds.cache.keys()));
      register(rest, application.id, settings.guilds, house.store.marks).then(
        () => log.info({ servers: guilds.cache.size }, 'Discord: ready'),
        (fault: unknown) => log.error({ err: fault }, 'Discord: the commands could not be registered'),
      );
    });
    client.on(Events.GuildCreate, ({ id }) => keep(places.letIn('discord', id)));
    // A server that Discord itself lost for a while is told of by another event.
    client.on(Events.GuildDelete, ({ id }) => keep(places.shutOut('discord', id, 'removed', new Date())));
    client.on(Events.ShardResume, back);
    client.on(Events.ShardReady, back);
    client.on(Events.ShardReconnecting, () => {
      trouble.set('the connection is lost and being restored');
      giveUpLater('the connection could not be restored');
    });
    client.on(Events.ShardDisconnect, ({ code }) =>
      lost(closeReasons[code] ?? `Discord closed the connection (${code})`),
    );
    client.on(Events.Invalidated, () => lost('Discord ended the session'));
    client.on(Events.ShardError, (fault) => log.debug({ err: fault }, 'Discord: the connection had a fault'));
    client.on(Events.Error, (fault) => log.warn({ err: fault }, 'Discord: the client had a fault'));
    client.on(Events.InteractionCreate, (interaction) => {
      ahead = Date.now() - interaction.createdTimestamp;
      const work = handle(interaction).finally(() => inHand.delete(work));
      inHand.add(work);
    });

    giveUpLater('nobody answers');
    client.login(settings.token).catch((fault: unknown) => lost(loginFault(fault)));
    const why = await ended.promise;
    // The goodbye looks like a loss to the client's own listeners.
    isOver = true;
    clearTimeout(watch);
    stop.removeEventListener('abort', end);
    client.removeAllListeners(Events.InteractionCreate);
    if (why === null) await settled(inHand);
    await Promise.race([client.destroy().catch(() => {}), pause(longestGoodbye, undefined, { ref: false })]);
    return why;
  }

  return {
    platform: 'discord',
    trouble: trouble.now,
    post,
    facts: (context) =>
      Promise.resolve([...clockFacts('discord', ahead, context), ...trouble.facts(context)]),
    async run(stop) {
      let wait = pauses.first;
      while (!stop.aborted) {
        const why = await connection(stop, () => {
          wait = pauses.first;
        });
        if (why === null) break;
        trouble.set(why);
        log.warn(`Discord: ${why}; the next try is in ${Math.round(wait / 1000)} s`);
        await pause(wait, undefined, { signal: stop }).catch(() => {});
        wait = Math.min(wait * 2, pauses.longest);
      }
      trouble.set('stopped');
    },
  };
}

/** Interactions come without any intent; servers are listened to for their roles and channels. */
const openClient = ({ api }: DiscordSettings): Client =>
  new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    ...(api === null ? {} : { rest: { api } }),
    // Nothing that people write or do is needed beyond the interaction at hand.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      UserManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
      ThreadMemberManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      VoiceStateManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
    }),
  });

/** discord.js takes every event to be whole, and one that is not would end the process. */
function forgiveBrokenEvents({ ws }: Client, log: Log): void {
  // The one method through which every event passes; the library's types keep it to itself.
  const handle: unknown = Reflect.get(ws, 'handlePacket');
  if (typeof handle !== 'function') throw new TypeError('discord.js handles events in another way now');
  Reflect.set(ws, 'handlePacket', (...given: unknown[]): unknown => {
    try {
      return Reflect.apply(handle, ws, given);
    } catch (fault) {
      log.warn({ err: fault }, 'Discord: an event could not be read');
      return false;
    }
  });
}

const wrongToken =
  'the token is refused; put the one from the Bot page of the developer portal into DISCORD_TOKEN';
const wrongIntents = 'the intents are refused; the bot asks for Guilds only, which every application has';

/** What closing the connection for good means to whoever runs the bot, by Discord's code. */
const closeReasons: Readonly<Record<number, string>> = {
  4004: wrongToken,
  4011: 'the bot is in too many servers for one connection',
  4013: wrongIntents,
  4014: wrongIntents,
};

function loginFault(fault: unknown): string {
  if (fault instanceof DiscordjsError && fault.code === DiscordjsErrorCodes.TokenInvalid) return wrongToken;
  const message = fault instanceof Error ? fault.message : String(fault);
  if (/authentication failed/iu.test(message)) return wrongToken;
  return /intents/iu.test(message) ? wrongIntents : `cannot connect (${message})`;
}

/** Ends when all is done, or when it has taken too long. */
async function settled(work: ReadonlySet<Promise<void>>): Promise<void> {
  const enough = new AbortController();
  const late = pause(longestFarewell, undefined, { signal: enough.signal }).catch(() => {});
  await Promise.race([Promise.allSettled(work), late]);
  enough.abort();
}
