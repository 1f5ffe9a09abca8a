// `npm run -s read`: posts as JSON Lines `{id, text}` on standard input, the fields of each opening as JSON Lines on
// standard output, in order. A malformed line is reported with its number; the others are still done.
// With `--judge ID` each line also says how it fits that profile today. A language model that is configured helps as
// it does in the bot, out of the same budget; at the end standard error tells what it came to. With `--review` nothing
// is read: what people corrected of earlier readings comes out of the database.

import { parseArgs } from 'node:util';

import { z } from 'zod';

import { completed, type ModelOutcome } from '../../commands/model-reading.ts';
import { loadConfig, type Settings } from '../../config/config.ts';
import { inForce } from '../../core/criteria.ts';
import { type Fit, judge } from '../../core/matching.ts';
import type { Opening } from '../../core/opening.ts';
import { blankOpening } from '../../core/opening.ts';
import { readOpening, type Reading } from '../../core/reading/read.ts';
import type { Store } from '../../storage/open.ts';
import { modelReadLate } from '../model-reading.ts';
import { fieldsOf } from './opening-fields.ts';

const Post = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

const matches: Readonly<Record<Fit, string>> = { good: 'yes', partial: 'maybe', poor: 'no' };

/** What a line says besides the fields; `null` is a post that is no opening. */
type Verdict = (opening: Opening | null) => Readonly<Record<string, string>>;

/** How openings fit the profile by its criteria in force. */
function verdictFor(profileId: string, { profiles, rates }: Settings['config']): Verdict {
  const profile = profiles.find(({ id }) => id === profileId);
  if (profile === undefined) return refuse([`--judge: there is no profile “${profileId}”`]);
  const now = new Date();
  const { start } = profile.search;
  const { criteria } = inForce(profile.search, start === null ? now : new Date(start), now).phase;
  return (opening) => ({
    [`match_${profileId}`]: opening === null ? 'no' : matches[judge(opening, criteria, rates).fit],
  });
}

/** Posts read as the bot reads them. */
interface Reader {
  readonly read: (text: string) => Promise<Reading>;
  readonly close: () => Promise<void>;
}

async function openReader(settings: Settings): Promise<Reader> {
  const { config, secrets } = settings;
  if (config.model === null) return { read: async (text) => readOpening(text), close: async () => {} };
  const { openLog } = await import('../log.ts');
  const store = await openStoreOf(settings);
  const counts = new Map<ModelOutcome, number>();
  const model = {
    ...modelReadLate(settings, store, openLog({ level: config.logLevel, secrets: secrets.hidden })),
    noteModel: (outcome: ModelOutcome) => void counts.set(outcome, (counts.get(outcome) ?? 0) + 1),
  };
  return {
    read: (text) => completed(text, readOpening(text), model, new Date()),
    async close() {
      await store.close();
      const outcomes = [...counts].map(([outcome, count]) => `${count} ${outcome}`);
      process.stderr.write(`language model: ${outcomes.join(', ')}\n`);
    },
  };
}

async function openStoreOf({ secrets }: Settings): Promise<Store> {
  const { openStore, StoreError } = await import('../../storage/open.ts');
  return openStore(secrets.databaseUrl).catch((fault: unknown) => {
    if (fault instanceof StoreError) return refuse([`DATABASE_URL: ${fault.message}`]);
    throw fault;
  });
}

/** Tells faults on standard error, and ends with exit code 2. */
function refuse(faults: readonly string[]): never {
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exit(2);
}

/** One post as the fields people outside rely on; what is no opening has none, and fits nobody. */
function lineOf(id: string | number, reading: Reading, verdict: Verdict) {
  const { isOpening } = reading;
  const opening = isOpening ? reading.opening : blankOpening;
  return { id, ...fieldsOf(isOpening, opening), ...verdict(isOpening ? opening : null) };
}

function parse(line: string): z.infer<typeof Post> | string {
  try {
    const post = Post.safeParse(JSON.parse(line));
    return post.success ? post.data : 'not an object with id and text';
  } catch {
    return 'not JSON';
  }
}

/** Lines end at line feeds alone: JSON text may hold other line separators, which `node:readline` cuts at. */
async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  input.setEncoding('utf8');
  let rest = '';
  for await (const chunk of input) {
    const lines = `${rest}${String(chunk)}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

async function readPosts(verdict: Verdict, reader: Reader): Promise<void> {
  let lineNumber = 0;
  for await (const line of linesOf(process.stdin)) {
    lineNumber += 1;
    if (line.trim() === '') continue;
    const post = parse(line);
    if (typeof post === 'string') {
      process.stderr.write(`line ${lineNumber}: ${post}\n`);
      process.exitCode = 1;
    } else {
      const reading = await reader.read(post.text);
      process.stdout.write(`${JSON.stringify(lineOf(post.id, reading, verdict))}\n`);
    }
  }
  await reader.close();
}

async function reviewReadings(settings: Settings): Promise<void> {
  const { review } = await import('./review.ts');
  const store = await openStoreOf(settings);
  try {
    await review(store);
  } finally {
    await store.close();
  }
}

const asked = parseArgs({ options: { judge: { type: 'string' }, review: { type: 'boolean' } } }).values;
const loaded = loadConfig(process.env, process.cwd());
if (loaded.faults !== undefined) refuse(loaded.faults);
const settings = loaded.value;
if (asked.review === true) {
  await reviewReadings(settings);
} else {
  const verdict: Verdict = asked.judge === undefined ? () => ({}) : verdictFor(asked.judge, settings.config);
  await readPosts(verdict, await openReader(settings));
}
