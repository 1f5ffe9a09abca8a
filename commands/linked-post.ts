// What people hand in, read: the post itself, or the page that a link leads to, completed by a language model where
// there is one. Knows what counts as a link alone; how a page is fetched is the business of whoever runs the bot.

import { readOpening, type Reading } from '../core/reading/read.ts';
import { type Job, readJobs } from '../core/reading/several.ts';
import type { Context } from './context.ts';
import { completed } from './model-reading.ts';
import { UserError } from './user-error.ts';

/** Why nothing was read from a link. */
export type LinkObstacle =
  | 'link'
  | 'scheme'
  | 'credentials'
  | 'port'
  | 'private'
  | 'unknown_host'
  | 'unreachable'
  | 'slow'
  | 'large'
  | 'kind'
  | 'redirects'
  | 'robots'
  | 'login'
  | 'forbidden'
  | 'gone'
  | 'broken'
  | 'empty'
  | 'no_opening'
  | 'several'
  | 'busy';

export type LinkReading =
  | {
      readonly reading: Reading;
      /** The post as plain text. */
      readonly text: string;
      readonly obstacle?: never;
    }
  | { readonly obstacle: LinkObstacle; readonly reading?: never; readonly text?: never };

/** A post that was read, and the link that it came with. */
interface ReadPost {
  readonly reading: Reading;
  readonly text: string;
  readonly source: string | null;
  /** The jobs of a post with several, else empty. */
  readonly jobs: readonly Job[];
}

/**
 * Reads the post, or the page where it leads when it is a link with at most a few words around it. Throws
 * `UserError` where that page cannot be read.
 */
export async function readPost(
  text: string,
  { house, now }: Pick<Context, 'house' | 'now'>,
): Promise<ReadPost> {
  const source = firstLink(text);
  if (source === null || house.readLink === undefined || saysMore(text, source)) {
    const words = linkLast(unquoted(text));
    const reading = await completed(words, readOpening(words), house, now);
    return { reading, text, source, jobs: readJobs(words) };
  }
  const page = await house.readLink(source);
  if (page.obstacle !== undefined) {
    const { obstacle } = page;
    throw new UserError((words) => words.links.refusal(words.links.obstacles[obstacle]));
  }
  const reading = await completed(page.text, page.reading, house, now);
  return { reading, text: page.text, source, jobs: [] };
}

/** A quoted message reads as it did before it was quoted. */
const unquoted = (text: string): string => text.replaceAll(/^(?:[>＞] ?)+/gmu, '');

/** A link above a post would stand where the head of the post is looked for. */
const linkLast = (text: string): string => text.replace(/^\s*(https?:\/\/\S+)[^\S\n]*\n([^]+)$/iu, '$2\n$1');

const linkPattern = /https?:\/\/[^\s<>"'`（）【】「」《》，。；！？、|]+/iu;

/** The first link, without the marks that follow it in a sentence. */
function firstLink(text: string): string | null {
  const link = linkPattern.exec(text)?.[0].replace(/[.,;:!?'*_)\]}>]+$/u, '') ?? null;
  return link !== null && URL.canParse(link) ? link : null;
}

/** In characters, besides the link: `看看这个怎么样`, `what about this one?` */
const fewWords = 60;

/** Whether it is a link with at most a few words around it. */
export function isLink(text: string): boolean {
  const link = firstLink(text);
  return link !== null && !saysMore(text, link);
}

/** Whether the text around the link is a post of its own. */
function saysMore(text: string, link: string): boolean {
  const rest = text.replace(link, ' ').trim();
  if (rest.length > fewWords || linkPattern.test(rest)) return true;
  const { isOpening, opening } = readOpening(rest);
  return isOpening || opening.title !== null;
}
