// A link read into an opening: what the page states for machines first, then its words. What only the page's own
// site may claim, such as its lasting address, is taken from nobody else.

import { longestText } from '../../commands/command.ts';
import type { LinkReading } from '../../commands/linked-post.ts';
import { fromJobPosting, type Posting } from '../../core/formats/job-posting.ts';
import { blankOpening } from '../../core/opening.ts';
import { readOpening } from '../../core/reading/read.ts';
import { openFetcher, type Page } from './fetch.ts';
import { longestLink } from './net.ts';
import { Obstruction } from './obstruction.ts';
import { contentOf, type PageContent } from './page.ts';

/** Reads links with this fetcher. The promise fails only where something is broken here. */
export function linkReader(fetchPage = openFetcher()): (link: string) => Promise<LinkReading> {
  return async (link) => {
    try {
      return readPage(await fetchPage(link));
    } catch (fault) {
      if (fault instanceof Obstruction) return { obstacle: fault.obstacle };
      throw fault;
    }
  };
}

/** What a page offers; a page that offers nothing, or much, is an obstacle. */
export function readPage(page: Page): LinkReading {
  const content = contentOf(page);
  const postings = distinct(content.data.flatMap(fromJobPosting));
  const [posting] = postings;
  if (postings.length > 1) return { obstacle: 'several' };
  const link = lastingLink(page.url, content.canonical);
  return posting === undefined ? readWords(content, link) : readPosting(posting, content, link);
}

/** Boards repeat a posting in its own page. */
function distinct(postings: readonly Posting[]): readonly Posting[] {
  const byJob = new Map(
    postings.map((one) => [`${one.opening.title}\n${one.opening.company}\n${one.opening.applyUrl}`, one]),
  );
  return [...byJob.values()];
}

/** In characters: a page with less says nothing before a program of its own has run. */
const leastWords = 150;

function readWords({ title, description, text, asksPassword }: PageContent, link: string): LinkReading {
  const isNamed = title === '' || text.slice(0, 1000).includes(title);
  const words = [...(isNamed ? [] : [title]), ...(text.length < leastWords ? [description] : []), text]
    .filter((part) => part !== '')
    .join('\n\n');
  const reading = readOpening(words);
  if (!reading.isOpening) {
    if (asksPassword) return { obstacle: 'login' };
    return { obstacle: words.length < leastWords ? 'empty' : 'no_opening' };
  }
  return {
    reading: {
      ...reading,
      opening: { ...reading.opening, applyUrl: link },
      evidence: { ...reading.evidence, applyUrl: [link] },
    },
    text: storedText([link, '', words]),
  };
}

/** What the posting states counts; what it leaves out is read from its sentences. */
function readPosting(
  { opening: stated, evidence, prose }: Posting,
  content: PageContent,
  link: string,
): LinkReading {
  const words = `${stated.title ?? content.title}\n\n${prose === '' ? content.text : prose}`;
  const read = readOpening(words);
  const facts = { ...stated, applyUrl: link };
  const known = new Set(
    Object.entries(facts).flatMap(([field, value]) => (isKnown(field, value) ? [field] : [])),
  );
  // A posting is of one job, whatever else its sentences name.
  const added = Object.entries(read.opening).filter(([field]) => !known.has(field) && field !== 'titles');
  const lines = { ...evidence, applyUrl: [link] };
  const addedEvidence = Object.entries(read.evidence).filter(
    ([field]) => !known.has(field) && field !== 'titles',
  );
  return {
    reading: {
      isOpening: true,
      opening: { ...facts, ...Object.fromEntries(added) },
      evidence: { ...lines, ...Object.fromEntries(addedEvidence) },
      doubts: read.doubts.filter((field) => !known.has(field) && field !== 'titles'),
    },
    text: storedText([...new Set(Object.values(lines).flat()), '', words]),
  };
}

/** No longer than what people may paste. */
const storedText = (lines: readonly string[]): string =>
  lines.join('\n').slice(0, longestText).toWellFormed();

const blanks = new Map<string, unknown>(Object.entries(blankOpening));
const isKnown = (field: string, value: unknown): boolean =>
  JSON.stringify(value) !== JSON.stringify(blanks.get(field));

/** Marks of who shared a link and where. */
const tracking = /^(?:utm_\w+|[a-z]*clid|spm|share\w*|gh_src|lever-(?:source|origin).*)$/iu;

/** The address that the page itself calls its lasting one, if it is on the same site; else where it was found. */
function lastingLink(found: URL, canonical: string | null): string {
  const named = canonical === null ? null : URL.parse(canonical, found.href);
  const isOwn =
    named !== null &&
    named.href.length <= longestLink &&
    siteOf(named) === siteOf(found) &&
    (named.pathname !== '/' || found.pathname === '/');
  const link = isOwn ? named : new URL(found);
  const marks = Array.from(link.searchParams.keys()).filter((name) => tracking.test(name));
  for (const mark of marks) link.searchParams.delete(mark);
  return link.href;
}

const siteOf = ({ protocol, hostname }: URL): string =>
  `${protocol.replace(/s?:$/u, '')} ${hostname.replace(/^www\./u, '')}`;
