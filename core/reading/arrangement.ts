// Whether the work is remote, hybrid or on site, and from where remote work is allowed. It knows the remote words
// that mean no remote work: remote interviews, remote control, refusals, exceptions, empty form lines.

import type { Arrangement } from '../opening.ts';
import { findPlace, type PlaceEntry, places as allPlaces } from '../vocabulary/places.ts';
import type { Exclusion, OpenPost } from './exclusions.ts';
import { found, pieceAt, type Found } from './found.ts';
import { type HeadCell } from './head.ts';
import { findPlaces } from './place-names.ts';
import type { Post } from './structure.ts';
import { areTerms } from './term-spans.ts';
import { hybridWord, onsiteWord, remoteWord } from './words.ts';

const falseRemote =
  /(?:不|非|无法|不能|不可|暂不|没有|暂无|拒绝)(?:支持|接受|可以|可|提供|考虑|能)?\s?(?:全职|全)?(?:远程|遠端|remote)|\b(?:no|not|non)[- ]?(?:fully )?remote\b|\bremote[^|.\n]{0,12}not (?:possible|available|an option)|远程(?:面试|控制|登录|服务器|调用|桌面|连接|诊断|监控|协助|运维|沟通面试|会议|仓库|医疗|升级|过程)|(?:temporarily|until covid|during covid|initially|currently) (?:working )?remote(?:ly)?|remote (?:for now|interviews?|teams? be|until|during (?:the )?(?:pandemic|covid))|some remote|remote[- ](?:control|sensing|procedure|access|desktop|repositor|server|patient|job board|teams)|remoteok|remoteyeah/giu;
const exception =
  /(?:特别优秀|优秀者|表现优异|部分岗位)[^。\n]{0,10}远程|remote[^.\n|]{0,24}\b(?:exceptional|outstanding|extraordinary|the right) (?:candidates?|hires?|people|applicants?|person)|远程[^。\n]{0,3}[(（](?:部分岗位|特别优秀|优秀)/giu;
const daysOfWeek =
  /(?:\d|one|two|three|four|一|两|二|三|四|几)\s?(?:[-–~到至]\s?(?:\d|一|两|二|三|四))?\+?\s?(?:x\s?)?(?:days?|天|日|次)\s?(?:\/|a|per|each|in|on|at|of)?\s?(?:the |our |a )?(?:week|month|周|月)?\s?(?:in |on|at |@ ?|\()?(?:the |our )?(?:[- ]?site|office|person|in[- ]office|在?办公室|到岗|坐班|线下|wfh|远程|居家|在家)|每周[^。,，\n]{0,12}(?:办公室|到岗|坐班|远程|居家|wfh|work from home)|(?:wfh|居家|远程)\s?[一两二三四1-4]\s?天|[一两二三四1-4]\s?天\s?(?:wfh|居家|远程|remote)|\d(?:-\d)?x ?(?:\/|a|per) ?week in|(?:work(?:ing)? from home|wfh|home office)[^.\n]{0,16}(?:\d|one|two|three|four) days?|(?:\d|one|two|three|four) days?[^.\n]{0,12}(?:from home|remote(?:ly)?\b(?! ok))|(?:居家|在家|远程)(?:办公|工作)?\s?(?:每周|一周|每星期)\s?(?:[1-4一两二三四](?:\s?[-–~到至]\s?[1-4一两二三四])?)\s?[天日]/iu;
/** Three days of the week in a city are office days; four may be the whole week. */
const daysInCity =
  /(?:\b[1-3]|\b[Oo]ne|\b[Tt]wo|\b[Tt]hree|[1-3一两二三])(?:\s?[-–]\s?[1-3])?\s?days?\s?(?:\/|a|per|each|every)\s?(?:week|month)\s(?:in|at)\s(?:our |the )?\p{Lu}|\b[Ii]n \p{Lu}\p{L}{2,20} (?:for )?(?:[1-3]|one|two|three) days? (?:a|per|each|every) (?:week|month)/u;
const officeDays = (text: string): RegExpExecArray | null => daysOfWeek.exec(text) ?? daysInCity.exec(text);

const clean = (text: string): string => text.replaceAll(falseRemote, ' ').replaceAll(exception, ' ');

/** A place of work with no word on remote work means on site. */
export function readArrangement(
  post: Post,
  head: readonly HeadCell[],
  places: Found<readonly string[]> | null,
): Found<Arrangement> | null {
  const stated = formArrangement(post) ?? headArrangement(post, head);
  const body = bodyArrangement(post);
  // What only the text says is doubtful, and so is a head that the text speaks against.
  if (stated !== null)
    return { ...stated, isDoubtful: body !== null && isContrary(stated.value, body.value) };
  if (body !== null) return { ...body, isDoubtful: true };
  if (places === null) return null;
  const isDoubtful = places.isDoubtful === true || remoteWord.test(clean(post.plain.slice(0, 8000)));
  return { ...found('onsite', ...places.evidence), isDoubtful };
}

const isContrary = (one: Arrangement, other: Arrangement): boolean =>
  (one === 'remote') !== (other === 'remote');

/** What the form says of remote work, where the place is not `任意` or `远程` itself. */
function formArrangement(post: Post): Found<Arrangement> | null {
  const line = post.lines.find(({ key, value }) => key === 'remote' && value !== '');
  if (line === undefined) return null;
  const answer = line.value;
  if (hybridWord.test(answer) || officeDays(answer) !== null) return found('hybrid', answer);
  if (/^(?:一?小?部分|个别|少数)/u.test(answer) && !answer.startsWith('部分可'))
    return found('onsite', answer);
  if (/^(?:否|不|no\b|非|线下|坐班|onsite|无)/iu.test(answer)) return found('onsite', answer);
  if (/^(?:是|可|支持|yes|远程|全|remote|接受|都|ok|y\b|√|✅|纯|居家|(?:部分)?可)/iu.test(answer))
    return found('remote', answer);
  return null;
}

function headArrangement(post: Post, head: readonly HeadCell[]): Found<Arrangement> | null {
  const first = head.map(({ whole }) => whole).join(' | ');
  const form = post.lines
    .filter(
      ({ key, value, section, kind }) =>
        ((key === 'place' || key === 'contract') && value !== '') ||
        (section === 'place' && kind !== 'heading' && key === null),
    )
    .slice(0, 8)
    .map(({ key, value, text }) => (key === null ? text : value));
  const second = post.lines
    .slice(1, 3)
    .filter(({ text }) => text.length < 100)
    .map(({ text }) => text);
  for (const text of [first, ...form, ...(post.script === 'en' ? second : [])]) {
    const result = arrangementIn(text);
    if (result !== null) return result.value === 'onsite' ? (daysOnSite(post) ?? result) : result;
  }
  return null;
}

/** On site on some days of the week is hybrid, whatever the head says. */
function daysOnSite(post: Post): Found<Arrangement> | null {
  const days = officeDays(clean(post.plain.slice(0, 8000)));
  return days === null ? null : found('hybrid', days[0]);
}

function arrangementIn(raw: string): Found<Arrangement> | null {
  const text = clean(raw);
  const remote = remoteWord.exec(text);
  const hybrid = hybridWord.exec(text) ?? officeDays(text);
  const onsite = onsiteWord.exec(text);
  const partial = /some remote|part(?:ial)?ly remote|remote \+ \d|\b[1-7]\d% remote/iu.exec(raw);
  if (partial !== null) return found('hybrid', partial[0]);
  // `2 days/week` offers no choice.
  if (hybrid !== null && (remote === null || !/\bor\b|\/|或|可选/u.test(text.replace(hybrid[0], ''))))
    return found('hybrid', hybrid[0]);
  if (remote !== null) return found('remote', remote[0]);
  return onsite === null ? null : found('onsite', onsite[0]);
}

const bodyRemote =
  /(?:fully|100%|all|completely|entirely|work(?:ing)?)[- ]remote(?:ly)?|\b[Rr]emote (?:within|across|anywhere|from anywhere)|remote[- ](?:first|only|position|role|job|work|company|team|ok|friendly|possible|opportunit)|(?:is|are|position|role|location)[^.\n]{0,20}\bremote\b|work from (?:anywhere|home)|\bREMOTE\b|全职远程|远程(?:办公|工作|职位|岗位|协作|团队|兼职|全职|优先|为主|即可)|(?:可以?|也能|接受)远程|远程(?:也|都)?(?:可以?|行|能|OK)|(?:可|支持|接受|允许|全)远程|居家(?:办公|工作|即可)|在家(?:办公|工作)|(?:线上|在线)(?:办公|合作|协作|工作|授课)|哪里都(?:行|可以|可)|远程(?=[\s,，。;；|/、()（）]|$)/u;
const refused =
  /(?:不|非|无法|不能|不可|暂不|暂无|拒绝)(?:支持|接受|可以|可|提供|考虑|能)?\s?(?:全职|全)?远程(?!面试)|\b(?:no remote|not remote|non-remote|remote is not)\b/iu;
const bodyOffice = /\b(?:on[- ]site|onsite|in[- ]office|in our office|in[- ]person)\b|坐班|驻场|现场办公/iu;

/** The text outside the head: plain statements only. */
function bodyArrangement(post: Post): Found<Arrangement> | null {
  const text = clean(post.plain.slice(0, 8000));
  const days = officeDays(text);
  const hybrid =
    /\bhybrid (?:work|role|position|schedule|model|office|in|setup|remote|policy)|\bhybrid\b(?=[\s,.;)]*(?:\n|$|\d))|(?:^|[,.;] ?)hybrid\b|混合办公/iu.exec(
      text,
    );
  const mixed = days ?? hybrid;
  if (mixed !== null) return found('hybrid', mixed[0]);
  const refusal = refused.exec(post.plain);
  if (refusal !== null) return found('onsite', refusal[0]);
  const remote = bodyRemote.exec(text);
  if (remote !== null) return found('remote', remote[0]);
  const office = bodyOffice.exec(text);
  return office === null ? null : found('onsite', office[0]);
}

const everywhere =
  /\bworldwide\b|\bglobal(?:ly)?\b(?=\W|$)|\banywhere(?! else)\b|\beverywhere\b|全球(?:远程|任意|均可|都可|不限|办公|范围|可)|地点不限|不限(?:地点|地区|地域|国家|城市)|任意(?:地点|地区)?|work from anywhere/iu;
const outsideChina =
  /非中国|不接(?:受)?中国(?:籍|国籍)?|(?:外籍|海外)(?:人士)?(?:only|限定)|不(?:招|收)(?:中国|大陆)/iu;

/** From where remote work is allowed: `worldwide`, places joined by ", ", sorted, or `outside` such places. */
export function readScope(post: OpenPost, head: readonly HeadCell[]): Found<string> | null {
  const scope = scopeWithin(post, head);
  return post.leftOut.length === 0 ? scope : scopeWithout(post.leftOut, scope);
}

/** The scope beside what is left out. One that cannot say so is doubted: the Union without one of its countries. */
function scopeWithout(leftOut: readonly Exclusion[], scope: Found<string> | null): Found<string> | null {
  const places = leftOut.flatMap((exclusion) => exclusion.places);
  const areas = places.filter(isArea).map(({ name }) => name);
  if (scope !== null && !/^(?:worldwide|outside )/u.test(scope.value)) {
    const isCut = areas.some((area) => scope.value.split(', ').some((name) => overlap(area, name)));
    return isCut ? { ...scope, isDoubtful: true } : scope;
  }
  if (areas.length === 0) return scope === null ? null : { ...scope, isDoubtful: true };
  const others = scope?.value.startsWith('outside ') === true ? [scope.value.slice('outside '.length)] : [];
  return {
    ...found(
      `outside ${[...new Set([...areas, ...others])].toSorted().join(', ')}`,
      ...leftOut.map(({ text }) => text),
    ),
    isDoubtful: areas.length < places.length || leftOut.some(({ isPlain }) => !isPlain),
  };
}

/** A country or region, or a city that is no part of a country that has a name here: Hong Kong. */
const isArea = ({ kind, country }: PlaceEntry): boolean =>
  kind !== 'city' || !allPlaces.some((other) => other.kind === 'country' && other.country === country);

const overlap = (one: string, other: string): boolean =>
  findPlace(one)?.countries.some((code) => findPlace(other)?.countries.includes(code)) ?? false;

function scopeWithin(post: Post, head: readonly HeadCell[]): Found<string> | null {
  const outside = outsideChina.exec(post.text);
  if (outside !== null) return found('outside China', outside[0]);
  const form = post.lines
    .filter(
      ({ key, value, section, kind }) =>
        ((key === 'place' || key === 'remote') && value !== '') ||
        (section === 'place' && kind !== 'heading' && key === null),
    )
    .slice(0, 8)
    .map(({ key, value, text }) => (key === null ? text : value));
  const first = head
    .filter(({ kind }, index) => kind !== 'link' && !(post.isBarred && index === 0 && kind !== 'terms'))
    .map(({ whole }) => whole);
  const card = post.lines
    .slice(1, 4)
    .filter(({ text }) => remoteWord.test(text) && (areTerms(text) || isAllOfIt(text)))
    .map(({ text }) => text);
  for (const text of [...first, ...form, ...card]) {
    const scope = scopeIn(text);
    if (scope !== null) return scope;
  }
  const all =
    everywhere.exec([...first, ...form, ...card].join(' | ')) ??
    form.map((value) => /^(?:任意|不限|全球)$/u.exec(value)).find((match) => match !== null) ??
    null;
  if (all !== null) return found('worldwide', all[0]);
  const inCells = countryCells(first);
  if (inCells !== null) return inCells;
  const inText = bodyScope(post);
  return inText === null ? null : { ...inText, isDoubtful: true };
}

/** A line that says from everywhere and nothing else: `Remote, anywhere in the world`. */
const isAllOfIt = (text: string): boolean => text.length < 40 && everywhere.test(text);

/** The places that a phrase ties to the word `remote`: in brackets after it, right behind or before it. */
function scopeIn(text: string): Found<string> | null {
  const after =
    /(?:\bremote(?:ly)?\b(?:[- ](?:ok|first|friendly|possible|only|work))?|\banywhere\b|远程[\p{Script=Han}]{0,4})\s*(?:\(([^()]{1,80})\)|(?:[-–—:,/]|in|within|from|across|anywhere|the|\s)*([^|;()]{0,60}))/iu.exec(
      text,
    );
  const before = /((?:[A-Z][\w.]*[ ,/&-]+(?:or |and )?){1,4})\(?(?:based )?remote/iu.exec(text);
  for (const piece of [after?.[1], after?.[2]]) {
    if (piece === undefined) continue;
    const within = /^anywhere in/iu.test(after?.[0].trimStart() ?? '') ? joined(piece, false) : null;
    if (within !== null) return within;
    const all = everywhere.exec(piece) ?? /(?<=^[\s，,、]*)全球(?=\s*$)/u.exec(piece);
    if (all !== null) return found('worldwide', all[0]);
    const scope = joined(piece, after?.[1] !== undefined);
    if (scope !== null) return scope;
  }
  const lead = before?.[1];
  return lead === undefined ? null : joined(lead.split(/[,/]| or /u).at(-1) ?? lead, false);
}

/** Places joined by commas, sorted; cities only where brackets tie them to remote work. */
function joined(text: string, withCities: boolean): Found<string> | null {
  const named = findPlaces(text).filter(({ value }) => withCities || value.kind !== 'city');
  if (named.length === 0) return null;
  const names = [...new Set(named.map(({ value }) => value.name))].toSorted();
  return found(names.join(', '), ...named.map(({ text: piece }) => piece));
}

/** A cell of countries alone beside a cell that says remote. */
function countryCells(cells: readonly string[]): Found<string> | null {
  for (const cell of cells) {
    const outside = cell.replaceAll(/\([^()]*\)/gu, '');
    if (!areTerms(outside)) continue;
    const named = findPlaces(outside);
    if (named.length > 0 && named.every(({ value }) => value.kind !== 'city')) return joined(outside, false);
  }
  return null;
}

const scopeSentence =
  /(?:(?:\bnot|n['’]t|\bcannot|\bunable to)\s(?:[a-z]+\s){0,6}outside(?: of)?|(?:must (?:be|live|reside)|(?<!\bnot )(?:be |are |is )?(?:based|located|residing|reside|living)|authori[sz]ed to work|work authori[sz]ation|candidates|eligible to work|right to work|hiring|remote(?:ly)?(?: work)?)\s(?:only )?(?:anywhere )?(?:in|within|from|across))\s(?:the )?([^.\n;]{2,50})/giu;
const zoneSentence =
  /(?:\b(US|EU|UK|European|American|Americas|EST|EDT|ET|PST|PT|Pacific|Eastern|CET|CEST)\b|(美国|美西|美东|欧洲))\s?(?:time\s?zones?|(?:business |working |core )?hours|overlap|时区|时间)|\b(CET|CEST|EST|PST|PT|ET) ?(?:\+\/-|±|[+-]) ?\d/iu;
const inChina = /(?:限|须|需要?|要求|必须|只招|仅限|人)[^,，。\n]{0,2}在?(?:国内|大陆|境内)|国内远程/u;
const allOver = /国内外(?:均可|都可|皆可|远程|不限)/u;

function bodyScope(post: Post): Found<string> | null {
  const text = post.plain.slice(0, 6000);
  for (const match of text.matchAll(scopeSentence)) {
    const scope = joined(pieceAt(match, 1), false);
    if (scope !== null) return scope;
  }
  const all =
    /\b(?:work from |remote,? |from |live )anywhere\b|anywhere in the world|any time ?zone|fully remote[,\s]*(?:worldwide|global)|(?:candidates|applicants|engineers) (?:worldwide|from anywhere|globally)|全球(?:远程|任意|均可|都可|不限)|地点不限|不限(?:地点|地区|地域|国家)|任何地方|哪里都(?:行|可以|可)|remote[- ,]{1,3}(?:worldwide|global)/iu.exec(
      text,
    );
  if (all !== null) return found('worldwide', all[0]);
  const abroad = allOver.exec(text);
  if (abroad !== null) return found('worldwide', abroad[0]);
  const home = inChina.exec(text);
  if (home !== null) return found('China', home[0]);
  const zone = zoneSentence.exec(text);
  if (zone === null) return null;
  const sign = zone.slice(1).find((group) => group !== undefined) ?? '';
  const region = /^US|American?s?$|^E[SD]?T$|^P[SD]?T$|Pacific|Eastern|美/iu.test(sign)
    ? 'United States'
    : 'Europe';
  return found(region, zone[0]);
}
