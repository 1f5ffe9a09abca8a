// The way out: names are resolved and checked here, and a connection is made to nothing but an address that passed.
// A name cannot mean one address when it is checked and another one when it is used.

import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { callbackify } from 'node:util';

import { Agent, buildConnector } from 'undici';

import { isPublic } from './address.ts';
import { Obstruction } from './obstruction.ts';

/** What lies beyond the check. */
export interface Net {
  /** The addresses of a name. */
  readonly resolve: (name: string) => Promise<readonly string[]>;
  /** Connects to the checked address that stands as host name. */
  readonly dial: buildConnector.connector;
}

/** In milliseconds, for one address; a name may have several. */
const connectPatience = 3000;
const mostAddresses = 3;

export const internet: Net = {
  resolve: async (name) => {
    const found = await lookup(name, { all: true, order: 'ipv4first' });
    return found.map(({ address }) => address);
  },
  dial: buildConnector({ timeout: connectPatience, allowH2: false, maxCachedSessions: 0 }),
};

/** In characters. */
export const longestLink = 1000;

/** The URL of a link that may be asked for at all; throws `Obstruction` otherwise. */
export function checkedUrl(link: string, base?: URL): URL {
  const url = URL.parse(link, base?.href);
  if (url === null || url.href.length > longestLink) throw new Obstruction('link');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Obstruction('scheme');
  if (url.username !== '' || url.password !== '') throw new Obstruction('credentials');
  if (!['', '80', '443'].includes(url.port)) throw new Obstruction('port');
  const name = bareName(url.hostname);
  const isPrivate = isIP(name) === 0 ? isLocalName(name) : !isPublic(name);
  if (isPrivate) throw new Obstruction('private');
  url.hash = '';
  return url;
}

const bareName = (hostname: string): string => hostname.replaceAll(/^\[|\]$|\.$/gu, '');

/** Names that only mean something inside some network. */
const isLocalName = (name: string): boolean =>
  !name.includes('.') || /\.(?:localhost|local|internal|intranet|lan|home|corp|arpa|onion)$/iu.test(name);

/** Answers of at most `mostBytes` as they come over the wire; nothing of it outlives its destruction. */
export function openAgent({ resolve, dial }: Net, mostBytes: number): Agent {
  const reachOrTell = callbackify(async (options: buildConnector.Options): Promise<Connected> => {
    const name = bareName(options.hostname);
    const addresses = await checkedAddresses(name, resolve);
    let last: unknown;
    for (const hostname of addresses.slice(0, mostAddresses)) {
      try {
        return await connected(dial, {
          ...options,
          hostname,
          ...(isIP(name) === 0 ? { servername: name } : {}),
        });
      } catch (fault) {
        last = fault;
      }
    }
    throw last;
  });
  return new Agent({
    maxResponseSize: mostBytes,
    // One request a connection: what a site sends after its answer is nobody's answer.
    pipelining: 0,
    connect: (options, callback) =>
      reachOrTell(options, (fault, socket) =>
        fault === null ? callback(null, socket) : callback(fault, null),
      ),
  });
}

/** All addresses of the name; one that is not public spoils them all. */
async function checkedAddresses(name: string, resolve: Net['resolve']): Promise<readonly string[]> {
  const addresses = isIP(name) === 0 ? await addressesOf(name, resolve) : [name];
  if (addresses.length === 0) throw new Obstruction('unknown_host');
  if (!addresses.every(isPublic)) throw new Obstruction('private');
  return addresses;
}

const addressesOf = (name: string, resolve: Net['resolve']): Promise<readonly string[]> =>
  resolve(name).catch((fault: unknown) => {
    throw new Obstruction('unknown_host', fault);
  });

type Connected = Exclude<Parameters<buildConnector.Callback>[1], null>;

const connected = (dial: Net['dial'], options: buildConnector.Options): Promise<Connected> =>
  new Promise((resolve, reject) => {
    dial(options, (fault, socket) => (fault === null ? resolve(socket) : reject(fault)));
  });
