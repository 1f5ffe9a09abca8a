// One page over HTTP: redirects, robots.txt, sizes, time. Every hop goes through the check of net.ts; what the page
// says is none of its business.

import { pipeline, type Readable } from 'node:stream';
import { MIMEType } from 'node:util';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

import { type Agent, type Dispatcher, request } from 'undici';

import { checkedUrl, internet, type Net, openAgent } from './net.ts';
import { Obstruction } from './obstruction.ts';
import { mayRead, robotName } from './robots.ts';

export interface Page {
  /** Where it was found in the end. */
  readonly url: URL;
  /** `text/html` */
  readonly type: string;
  /** The label of the charset, where the site names one. */
  readonly charset: string | null;
  readonly bytes: Uint8Array;
}

export interface FetchLimits {
  /** In milliseconds, for everything from the first name to the last byte. */
  readonly patience: number;
  /** In bytes, on the wire and unpacked. */
  readonly size: number;
  readonly redirects: number;
  /** Pages at the same time. */
  readonly atOnce: number;
}

export const ordinaryFetch: FetchLimits = { patience: 8000, size: 2_000_000, redirects: 5, atOnce: 8 };

/** Fetches pages, and remembers what their sites ask of robots. Fails with an `Obstruction`. */
export function openFetcher(
  net: Net = internet,
  limits: FetchLimits = ordinaryFetch,
): (link: string) => Promise<Page> {
  const robots = new Map<string, { readonly text: string; readonly at: number }>();
  let running = 0;

  return async (link) => {
    const first = checkedUrl(link);
    if (running >= limits.atOnce) throw new Obstruction('busy');
    running += 1;
    const agent = openAgent(net, limits.size);
    const late = Promise.withResolvers<never>();
    const alarm = setTimeout(() => late.reject(new Obstruction('slow')), limits.patience);
    try {
      return await Promise.race([pageAt(first, agent), late.promise]);
    } catch (fault) {
      throw obstructionOf(fault);
    } finally {
      clearTimeout(alarm);
      running -= 1;
      await agent.destroy();
    }
  };

  async function pageAt(first: URL, agent: Agent): Promise<Page> {
    const { url, answer } = await follow(first, agent, async (hop) => {
      if (!mayRead(await robotsOf(hop, agent), hop.pathname + hop.search)) throw new Obstruction('robots');
    });
    const obstacle = obstacleIn(answer.statusCode);
    if (obstacle !== null) throw new Obstruction(obstacle);
    if (loginPath.test(url.pathname) && !loginPath.test(first.pathname)) throw new Obstruction('login');
    const { type, charset } = kindOf(answer);
    return { url, type, charset, bytes: await bytesOf(answer, limits.size) };
  }

  /** The first answer that is no redirect; `permit` is asked before every hop. */
  async function follow(first: URL, agent: Agent, permit: (hop: URL) => Promise<void>): Promise<Answered> {
    let url = first;
    for (let hops = 0; hops <= limits.redirects; hops += 1) {
      await permit(url);
      const answer = await request(url, { dispatcher: agent, headers });
      // What goes wrong with the body after it was given up concerns nobody.
      answer.body.on('error', () => {});
      const { location } = answer.headers;
      if (!redirects.has(answer.statusCode) || typeof location !== 'string') return { url, answer };
      answer.body.destroy();
      url = checkedUrl(location, url);
    }
    throw new Obstruction('redirects');
  }

  /** A site without rules allows everything; one that cannot say now allows nothing. */
  async function robotsOf({ origin }: URL, agent: Agent): Promise<string> {
    const known = robots.get(origin);
    if (known !== undefined && performance.now() - known.at < robotsAge) return known.text;
    const { answer } = await follow(new URL('/robots.txt', origin), agent, async () => {});
    if (answer.statusCode >= 500 || answer.statusCode === 429) throw new Obstruction('robots');
    const isThere = answer.statusCode < 300;
    const text = isThere ? new TextDecoder().decode(await bytesOf(answer, limits.size)) : '';
    if (!isThere) answer.body.destroy();
    robots.delete(origin);
    robots.set(origin, { text: text.slice(0, longestRobots), at: performance.now() });
    const [oldest] = robots.keys();
    if (robots.size > mostRobots && oldest !== undefined) robots.delete(oldest);
    return text;
  }
}

interface Answered {
  readonly url: URL;
  readonly answer: Dispatcher.ResponseData;
}

/** In milliseconds. */
const robotsAge = 24 * 60 * 60 * 1000;
const mostRobots = 200;
/** In characters; what follows need not be looked at. */
const longestRobots = 100_000;

const headers = {
  'user-agent': `${robotName} (reads the one job posting that a person asked about)`,
  accept: 'text/html, application/xhtml+xml, application/ld+json, application/json, text/plain',
  'accept-language': 'en, zh',
  'accept-encoding': 'gzip, deflate, br',
};

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const linkedInRefusal = 999;
const loginPath = /(?:^|[/_-])(?:log-?in|sign-?in|authwall|passport|sso|auth)(?:[/_.-]|$)/iu;

function obstacleIn(status: number): Obstruction['obstacle'] | null {
  if (status >= 200 && status < 300) return null;
  if (status === 401 || status === 407) return 'login';
  if (status === 404 || status === 410) return 'gone';
  return (status >= 400 && status < 500) || status === linkedInRefusal ? 'forbidden' : 'broken';
}

const readable = new Set([
  'text/html',
  'text/plain',
  'application/xhtml+xml',
  'application/json',
  'application/ld+json',
]);

function kindOf(answer: Dispatcher.ResponseData): Pick<Page, 'type' | 'charset'> {
  const header = answer.headers['content-type'];
  try {
    const { essence: type, params } = new MIMEType(String(header));
    if (readable.has(type)) return { type, charset: params.get('charset') };
  } catch (fault) {
    throw new Obstruction('kind', fault);
  }
  throw new Obstruction('kind');
}

const decoders = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
} as const;

const isCoding = (name: string): name is keyof typeof decoders => Object.hasOwn(decoders, name);

/** The body, unpacked; stops as soon as it is more than `most` bytes. */
async function bytesOf({ body, headers: given }: Dispatcher.ResponseData, most: number): Promise<Uint8Array> {
  const coding = String(given['content-encoding'] ?? 'identity').toLowerCase();
  if (Number(given['content-length'] ?? 0) > most) throw new Obstruction('large');
  const unpacked = coding === 'identity' ? body : unpack(body, coding);
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop destroys the stream, and the stream what feeds it.
  for await (const chunk of unpacked) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.length;
    if (size > most) throw new Obstruction('large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function unpack(body: Readable, coding: string): Readable {
  if (!isCoding(coding)) throw new Obstruction('broken');
  // A failure on the way is met by whoever reads the end of it.
  return pipeline(body, decoders[coding](), () => {});
}

/** What a fault of the network, of a library on the way, or of the site comes down to; any other is a bug. */
function obstructionOf(fault: unknown): unknown {
  if (fault instanceof Obstruction || !(fault instanceof Error)) return fault;
  const code = 'code' in fault ? String(fault.code) : '';
  if (code === '') return fault;
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return new Obstruction('large', fault);
  const isNonsense = /^(?:HPE_|Z_|ERR_ZLIB|ERR__ERROR|UND_ERR_(?:HEADERS|RES|REQ|INVALID|RESPONSE))/u.test(
    code,
  );
  return new Obstruction(isNonsense ? 'broken' : 'unreachable', fault);
}
