// Places that a post leaves out: `worldwide except China`, `no Asia`, `we cannot hire in Iran`, `中国大陆除外`. It knows
// the words before and behind such places, and cuts all of it out of a post, so that nobody takes them for places of
// work or of remote workers.

import type { PlaceEntry } from '../vocabulary/places.ts';
import type { Match } from './finder.ts';
import { namedPlaces } from './place-names.ts';
import { type Line, partsOfHead, type Post } from './structure.ts';
import { remoteWord } from './words.ts';

export interface Exclusion {
  /** As it stands in the text, with the words that leave the places out. */
  readonly text: string;
  readonly places: readonly PlaceEntry[];
  /** Said in the head, in a form, or of people who can be hired. */
  readonly isPlain: boolean;
}

/** A post without what it leaves out: blanks stand there, so that offsets hold. */
export interface OpenPost extends Post {
  readonly leftOut: readonly Exclusion[];
}

/** Without one of these a text leaves nothing out. */
const sign =
  /\b(?:no|not|non|cannot|unable|except\w*|excl\w*|outside|other than|apart from|aside from|minus)\b|n['’]t\b|[不除外勿免无]/iu;
/** Words that make a line tell from where people may work. */
const widely = /\bworldwide\b|\bglobal|\beverywhere\b|全球|任意|不限|国内外/iu;

export function withoutExclusions(post: Post): OpenPost {
  if (!sign.test(post.text)) return { ...post, leftOut: [] };
  const { spansOf, blank, blankLines } = openReader();
  const leftOut = post.lines.flatMap((line, index) => {
    const isStated = index === 0 || line.key === 'place' || line.key === 'remote' || line.section === 'place';
    const isOfWork = isStated || remoteWord.test(line.text) || widely.test(line.text);
    return spansOf(line.text)
      .filter(({ isOfPeople }) => isOfWork || isOfPeople)
      .map(({ text, places, isOfPeople }) => ({ text, places, isPlain: isStated || isOfPeople }));
  });
  const blankLine = (line: Line): Line => ({ ...line, text: blank(line.text), value: blank(line.value) });
  const lines = post.lines.map(blankLine);
  return {
    ...post,
    text: blankLines(post.text),
    plain: blankLines(post.plain),
    lines,
    ...partsOfHead(lines),
    leftOut,
  };
}

/** Reads each line once, which stands in a post in several forms, most of them the same. */
function openReader() {
  const known = new Map<string, readonly Span[]>();
  const spansOf = (line: string): readonly Span[] => {
    const spans = known.get(line) ?? exclusionsIn(line);
    known.set(line, spans);
    return spans;
  };
  const blank = (line: string): string => {
    const parts: string[] = [];
    let at = 0;
    for (const { start, end } of spansOf(line)) {
      parts.push(line.slice(at, start), ' '.repeat(end - start));
      at = end;
    }
    return parts.join('') + line.slice(at);
  };
  return { spansOf, blank, blankLines: (text: string) => text.split('\n').map(blank).join('\n') };
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly places: readonly PlaceEntry[];
  /** Said of people: `we do not hire in …`, `no candidates from …`. */
  readonly isOfPeople: boolean;
}

/** The parts of one line that leave places out, left to right. */
function exclusionsIn(line: string): readonly Span[] {
  if (!sign.test(line)) return [];
  const named = namedPlaces(line);
  const spans: Span[] = [];
  for (let index = 0; index < named.length;) {
    const list = listFrom(named, index, line);
    index += list.length;
    const span = spanOf(list, line, spans.at(-1)?.end ?? 0);
    if (span !== null) spans.push(span);
  }
  return spans;
}

/** What parts the places of one list. */
const listed =
  /^(?:\s?(?:[,/&+、]|\b(?:and|or|nor)\b|以及|[和与及或])){1,2}\s?(?:(?:in|from|the|mainland)\s){0,2}$/iu;

/** The places from this one on that only commas and the like part. */
function listFrom(
  named: readonly Match<PlaceEntry>[],
  from: number,
  line: string,
): readonly Match<PlaceEntry>[] {
  let to = from + 1;
  for (; to < named.length; to += 1) {
    const [start, end] = [named[to - 1]?.end ?? 0, named[to]?.start ?? 0];
    if (end - start > 24 || !listed.test(line.slice(start, end))) break;
  }
  return named.slice(from, to);
}

/** What may stand between a word that leaves out and the place. */
const filler =
  'be|being|hire|hiring|hires|employ|employing|accept|accepting|consider|considering|recruit|recruiting|take|taking|work|working|live|living|reside|residing|based|located|residents?|citizens|candidates|applicants|applications|people|folks|talent|persons|anyone|someone|one|engineers|developers|contractors|employees|remote|remotely|open|available|possible|allowed|offered|currently|yet|able|any|those|who|are|is|you|sanctioned|countries|regions|such|as|like|including|following|for|from|in|of|to|within|at';
const modal = String.raw`(?:can|must|may|should|shall|do|does|are|is|will|wo)(?:\s?not|n['’]?t)|can['’]t|unable|cannot`;
const lead = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?:but\s)?(?<excepting>except(?:ing)?|exclud(?:es?|ed|ing)|excl\.?|other than|apart from|aside from|minus|outside)|(?<modal>${modal})|(?:but\s)?(?<!\bor\s)(?<plain>no|not|non))(?<filler>(?:\s(?:${filler})){0,9})(?:\s|:\s|-)(?:the\s)?(?:mainland\s)?$`,
  'iu',
);
const hanLead =
  /(?:(?<excepting>除了?|除去|不含|不包括|不包含|排除|剔除)|(?<refused>不(?:招聘?|收|要|接受|接收|考虑|雇佣|聘用|面向)|(?:不能|不可以?|不得|无法|请勿)(?:位于|身处|居住|人?在|从|雇佣|聘用|招聘?)))(?:来自|位于|身处|居住在?|在|从)?\s?$/u;
const tail =
  /^(?:[-\s]based)?(?:\s(?:candidates|applicants|applications|residents|citizens|people))?\s(?:(?:is|are|will|can|must)\s?)?(?:excluded|excepted|off limits|need not apply|(?:not|n['’]t|cannot)\s(?:be\s)?(?:included|allowed|eligible|possible|supported|accepted|considered|hired))\b/iu;
const hanTail =
  /^\s?(?:地区|境内|大陆|居民|国籍|人士)?(?:的?(?:候选人|同学|朋友|人员|员工|用户|人))?(?:请|恕|暂时?|都)?\s?(?:(?:除外|以外|之外|外(?=[\s,，。;；)]|$|均|都|皆|全|其[他它余]|任))(?:[均都皆]可以?)?|不含|不包括|(?<refused>不(?:招|收|接受|考虑|行(?!业))|勿[投扰]|免谈))/u;
/** In characters, before and behind the places. */
const reach = 120;

/** A list of places with the words that leave it out; `null` where there are none, or they do not mean it. */
function spanOf(list: readonly Match<PlaceEntry>[], line: string, from: number): Span | null {
  const first = list[0]?.start ?? 0;
  const last = list.at(-1)?.end ?? 0;
  const before = line.slice(Math.max(from, first - reach), first);
  const after = line.slice(last, last + reach);
  const words = lead.exec(before) ?? hanLead.exec(before);
  const behind = tail.exec(after) ?? hanTail.exec(after);
  if (words === null && behind === null) return null;
  const start = first - (words?.[0].length ?? 0);
  const end = last + (behind?.[0].length ?? 0);
  const led = line.slice(Math.max(0, start - reach), start);
  if (!saysSo(led, words, behind, line.slice(end, end + reach))) return null;
  const { filler: about = '', refused } = words?.groups ?? {};
  return {
    start,
    end,
    text: line.slice(start, end),
    places: list.map(({ value }) => value),
    isOfPeople:
      refused !== undefined ||
      behind?.groups?.['refused'] !== undefined ||
      people.test(`${about} ${behind?.[0] ?? ''}`) ||
      hired.test(led),
  };
}

const people =
  /hire|hiring|employ|accept|consider|recruit|based|located|resid|liv|work|candidates|applica|citizens|countries|available|open|eligible|\bone\b|anyone|people|folks|talent|\bbe\b/iu;
/** Right before: `we hire outside Oslo`. */
const hired = /\b(?:candidates|applicants|based|located|resid\w+|hir(?:e|ing)|recruit\w*)\s?$/iu;
/** A condition leaves nobody out: `if you are not in Oslo`. */
const condition =
  /\b(?:if|unless|whether|when|even|those|anyone)\b[^.;|()]{0,30}$|(?:如果|若|要是)[^,，。;；]{0,12}$/iu;
const hanCondition = /^[^,，。;；\n]{0,8}(?:的话|的[^,，。;；\n]{0,6}可)/u;
/** Who is not taken from outside a place is taken from within. */
const negated = /(?:\b(?:no|not|cannot|never|unable)\b|n['’]t\b|[不勿]|无法)[^.。;；|()（）]{0,40}$/iu;
/** `除了上海，北京也有` names more places. */
const besides = /^[^。.;；\n]{0,24}(?:还|也|另|同时|同样|\balso\b|\btoo\b|\bas well\b)/u;
const hours = /^\s?(?:business |working |office )?(?:hours?|time)\b/iu;
/** A bare `no` leaves out a place of which no more is said: not `no US visa`. */
const isAlone =
  /^\s?(?:$|[,.;:|)\]}!/·•–—-]|(?:please|sorry|based|candidates|applicants|applications|residents|citizens|people|hires)\b|\p{Script=Han})/iu;

function saysSo(
  before: string,
  words: RegExpExecArray | null,
  behind: RegExpExecArray | null,
  after: string,
): boolean {
  const { excepting = '', plain, filler: about = '', refused } = words?.groups ?? {};
  if (condition.test(before) || (refused !== undefined && hanCondition.test(after))) return false;
  const isRest = /^outside/iu.test(excepting) || /[以之]外/u.test(behind?.[0] ?? '');
  if (isRest && (hours.test(after) || refused !== undefined || negated.test(before))) return false;
  if (/^除|from$/iu.test(excepting) && besides.test(after)) return false;
  return plain === undefined || about !== '' || behind !== null || isAlone.test(after);
}
