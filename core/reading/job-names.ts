// What names a job in a post of several: the words at the beginning of a line or of an item of a list. It is stricter
// than the reader of titles, since a line taken for a job by mistake tears a post apart.

import { pieceAt } from './found.ts';
import { isRole } from './roles.ts';
import { areTerms } from './term-spans.ts';
import { trimTitle } from './title-text.ts';
import { chineseRole, englishRole, strongChineseRole } from './words.ts';

const han = /\p{Script=Han}/u;

/** Where a name ends at the latest: a link, a bar, a colon, a dash that stands apart, a full stop. */
const end =
  /\s?\(?\[?https?:|\]\(|\*\*|\s?\||\s?[:：](?!\/\/)|\s?[—–→]+|\s?-{1,2}\s|=>|[。;；!！?？]|\.(?:\s|$)|\s(?:to|who|that)\s/u;
const pay =
  /[\s(,，]*(?:[$€£¥]|\b(?:USD|RMB|CNY|EUR)\s?)?\d{1,3}(?:[.,]\d+)?\s?(?:[kKwW万千]?\s?[-~–—至到]{1,2}\s?[$€£¥]?\s?\d{1,3}(?:[.,]\d+)?\s?)?[kKwW万千](?!\p{Script=Han}).*$/u;
const quoted = /^[「『"“《【[]([^」』”"》】\]\n]{2,40})[」』”"》】\]]/u;
/** A bracket that explains at length, or does not close, is no part of a name. */
const longAside = /\s?\((?:(?:[^()]{36,}|[^()]*(?:均有|都有|可转|只要)[^()]*)\)?|[^()]*)$/u;

/** Terms behind a name that are not cut off with the others: `-实习/校招`, `(可远程)`. */
const terms =
  /-(?:实习|校招|社招|应届)[^-]*$|\s?\((?:(?:可|支持|接受|优秀者)?远程[^()]*|(?:English|Japanese|Chinese)(?: or \w+)?)\)$/u;

/** Words of sentences and of demands. */
const sentence =
  /经验|优先|能力|以上|熟悉|精通|掌握|熟练|负责(?!人)|参与|具备|具有|了解|擅长|欢迎|我们|你|要求|职责|相关|专业|配合|微信|简历|投递|联系|邮箱|都是|均[为可有]|\b(?:we|you|you.re|i|i'm|our|us|is|are|was|with|will|your|have|has|by|as|years?|experience|across|from|every|do|build|own)\b/iu;

const englishEnd = new RegExp(`(?:${englishRole.source})\\W*(?:\\([^()]*\\))?\\W*$`, 'iu');
const chineseEnd = new RegExp(`(?:${chineseRole.source})\\s?(?:[(（][^()]*[)）])?$`, 'iu');
/** What follows the noun of a role and belongs to the name: `Head of Product`, `Manager, Data`. */
const qualified = /^(?:\p{Lu}[^,]{2,60}), (?:\p{Lu}[\w/&+-]*[ ,/&+]*){1,4}$|\b(?:head|director|vp) of /iu;

/** The noun for who does a job, at the end of an English name. */
const person =
  /\b(?:engineers?|developers?|devs?|programmers?|managers?|designers?|scientists?|researchers?|analysts?|architects?|leads?|directors?|interns?|specialists?|experts?|sres?|devops|qa|recruiters?|writers?|marketers?|marketing|executives?|administrators?|consultants?|swes?|representatives?)\W*(?:\([^()]*\))?$/iu;

/** The part of a line that may name a job, cleaned. */
export function beginning(text: string): string {
  const inner = quoted.exec(text)?.[1];
  const start =
    inner !== undefined && (isRole(inner) || !isRole(text)) ? inner : text.replace(/^[[「『]/u, '');
  const first = pieceAt(start.split(end), 0).replace(pay, '');
  const clause = han.test(first) ? pieceAt(first.split(/[,，](?![^()]*\))/u), 0) : withoutTerms(first);
  return trimTitle(clause.trim().replace(terms, '')).replace(longAside, '').replace(terms, '').trim();
}

/** Clauses of terms behind a comma: `Backend Engineer, Remote, full-time`. */
function withoutTerms(text: string): string {
  const [first = '', ...clauses] = text.split(/,\s(?![^()]*\))/u);
  const kept = clauses.findIndex((clause) => areTerms(clause));
  return [first, ...(kept < 0 ? clauses : clauses.slice(0, kept))].join(', ');
}

function isShort(name: string): boolean {
  const bare = name.replaceAll(/\([^()]*\)/gu, '').trim();
  return bare.length >= 2 && bare.length <= 60 && bare.split(/\s+/u).length <= 9 && !sentence.test(bare);
}

/** Whether words name a job by themselves. */
export const isName = (name: string): boolean =>
  isShort(name) &&
  isRole(name) &&
  (han.test(name)
    ? name.length <= 40 && (strongChineseRole.test(name) || chineseEnd.test(name))
    : englishEnd.test(name) || qualified.test(name));

/** Whether words name a job by what is worked with, as a stack of layers does too: `后端 Go`. */
export const isStacked = (name: string): boolean => isShort(name) && stacked.test(name);
const stacked = new RegExp(`(?:${chineseRole.source})(?:\\s[A-Z][\\w+#.]{0,15}){1,2}$`, 'iu');

/** Whether words may name a job where the others beside them do. */
export const isSibling = (name: string): boolean =>
  isShort(name) && name.length <= 28 && /\p{L}/u.test(name) && !/[。,，:：、]/u.test(name) && !areTerms(name);

/** Whether words say who does the job, where a list of words could as well be of its subjects. */
export const isPerson = (name: string): boolean => han.test(name) || person.test(name);

/** Whether words name who does the job and in which field, so that nothing beside them need be read with them. */
export const isFullName = (name: string): boolean =>
  isName(name) &&
  (han.test(name)
    ? strongChineseRole.test(name) && name.replace(strongChineseRole, '') !== ''
    : /\s/u.test(name) && person.test(name));

/** The name without the words that every job has, so that `后端` is `后端工程师`. */
export const bareName = (title: string): string =>
  title.toLowerCase().replaceAll(/工程师|开发|研发|[^\p{L}\p{N}+#]/gu, '');

/** The name with what stands behind its dash or colon, as far as that is a name as well; else the name alone. */
export function longerName(text: string, name: string): string {
  const from = text.indexOf(name);
  const rest = pieceAt(text.slice(from + name.length).split(/\s?\(?\[?https?:|\||[。;；!！?？]|,|\d/u), 0);
  const longer = name + rest.replace(/[\s:：—–-]+$/u, '');
  return /^\s?[:：—–-]/u.test(rest) && isShort(longer) ? longer : name;
}
