// Whether a text offers work to its reader, weighed from signs for and against: seekers' own posts, remarks in
// hiring threads, advertisements and unfilled forms offer none.

import { type HeadCell } from './head.ts';
import type { Post } from './structure.ts';
import { areTerms } from './term-spans.ts';
import { chineseRole } from './words.ts';

/** A question to everybody, which leaves no way to reach who asks. */
const question =
  /^[^\n]{0,12}(?:请问|想问|问一下|问问|求助|求教|有没有|大家觉得)|招人[吗么]|(?:请问|想问|求建议|怎么选)[^\n]{0,80}[?？吗]|[?？][^\n]{0,60}(?:求(?:建议|助|解)|谢谢)/u;
const reach =
  /[\w.+-]@[\w-]+\.|https?:\/\/|微信|(?<![a-z])(?:wx|vx?|tg)\s?[:：]|telegram|t\.me|1[3-9]\d{9}/iu;

/** Who looks for work themselves. */
const seeker =
  /\bwilling to relocate\b|^\W*seeking (?:work|freelance (?:work|projects?|gigs?))\b|résumé\/cv|^\W*resume\s?:|(?<![\s\S])[^\n]{0,40}求职(?!者)|求职意向|自荐|期望薪资|期望薪水|希望薪资|本人[^。\n]{0,20}(?:求|找)|(?:我|本人)在找工作|找工作中|\b(?:i am|i'm|i’m) (?:currently )?(?:looking for|seeking|open to) (?:(?:[\w-]+ ){0,4}(?:job|position|role|opportunit|gig)|(?:new |remote |freelance |contract )?work)\b|available for (?:hire|work)|\bhire me\b|\bmy (?:resume|cv)\b/imu;

type Sign = readonly [weight: number, pattern: RegExp];

const signs: readonly Sign[] = [
  [
    3,
    /\b(?:we(?:'|’)?re|we are|is|are|now|currently|actively) (?:\w+ )?hiring\b|\bhiring (?:for|an?)\b|\b(?:we(?:'|’)?re|we are|is|are|i(?:'|’)?m|am) (?:currently |now )?(?:looking for|seeking|searching for)(?! (?:a )?(?:work|job|position|new))|\bopen (?:roles|positions)\b|\b(?:have|got) (?:\w+ )?(?:openings?|(?:roles|positions) open)\b|\bvacanc(?:y|ies)\b|join (?:us|our team)|\bjob description\b|\bresponsibilities\b|\bwe (?:also |still |now )?need (?:an?|one|two|three|some|more|another)\b|\b(?:looking|want(?:ing)?) to (?:hire|add)\b/iu,
  ],
  [
    3,
    /诚聘|招聘|在招(?!生)|急招|热招|招募|内推|社招|校招|诚招|招人|缺人|招[\p{Script=Han}A-Za-z+#. ]{0,16}(?:工程师|开发|算法|前端|后端|设计师|经理)|(?:求推荐|找|缺)[一两几][位名个]|投递|任职(?:要求|资格)|岗位(?:要求|职责|描述|名称)|职位(?:要求|描述|职责|信息)|誠?徵才?|岗位是做啥|加入我们/u,
  ],
  [3, new RegExp(`(?:招|找|缺|寻|聘|需要)[^,，。!！?？\\n]{0,14}(?:${chineseRole.source})`, 'iu')],
  [
    2,
    /\bapply\b|\bcareers?\b|\bjobs@|\b(?:requirements|qualifications|tech stack|stack:|what you.ll|you.ll (?:be|build|work))\b|简历|五险一金|薪资|待遇|工作地点|合作/iu,
  ],
  [1, reach],
  [
    -5,
    /\b(?:course|bootcamp|enroll|training institute|certification program|curriculum|tuition)\b[^\n]{0,80}\b(?:course|training|students?|learn|institute|career)\b|培训班|课程优惠|报名学习|训练营(?!经)/iu,
  ],
  [
    -5,
    /job (?:aggregator|board)\b|\baggregat(?:es|or)\b[^\n]{0,30}jobs|\b(?:thousands of|\d[\d,]{3,9}) (?:active |open )?jobs\b|^add [\w-]+\.[a-z]{2,10}$|请勿投递|示例|模板(?:示例|如下)|求职网站|招聘网站推荐|sponsor(?:ed)? post/iu,
  ],
  // A form that still holds its placeholders.
  [-5, /^[^\n]{0,60}(?:X{2,}|AAA|城市名|公司名(?!称)|岗位名(?!称))/u],
  [
    -3,
    /^(?:hi|hey|hello|thanks|thank you|i applied|i interviewed|i've|careful|is this|are you|do you|does|why|how|what|when|can you|could you|just|every|same here|that(?:'s| is| was)|this is|it(?:'s| is)|nice|great|good luck|i(?:'d|'ve| would| have| was)|\+1|fyi|really|any update|did you|have you|sorry|please)\b/iu,
  ],
];

const isQuestion = (text: string): boolean =>
  question.test(text) && !reach.test(text) && !/招人(?![吗么])|缺人|我们组|\bhiring\b/iu.test(text);

const jobKeys = ['title', 'company', 'place', 'pay'] as const;

/** `hasTitle` and `hasPay`: what was read from the post; a job with its pay needs few other signs. */
export function isOpening(
  post: Post,
  head: readonly HeadCell[],
  hasTitle: boolean,
  hasPay: boolean,
): boolean {
  if (post.text === '' || isQuestion(post.text) || seeker.test(post.plain)) return false;
  let score = hasTitle ? (hasPay ? 2 : 1) : 0;
  for (const [weight, pattern] of signs)
    if (pattern.test(post.plain) || (weight === 1 && pattern.test(post.text))) score += weight;
  const kinds = new Set(head.map(({ kind }) => kind));
  if (head.length >= 3 && kinds.has('terms')) score += 3;
  else if (kinds.has('terms') && kinds.has('title')) score += 2;
  else if (head.length >= 2 && kinds.has('title')) score += 1;
  const filled = new Set(post.lines.filter(({ value }) => value !== '').map(({ key }) => key));
  const facts = jobKeys.filter((key) => filled.has(key)).length;
  if (facts >= 2) score += facts;
  if (isUnfilled(post)) score -= 5;
  if (post.text.length < 400 && /\?\s*$/u.test(post.text)) score -= 3;
  // Little more than a job and a line of its terms is how people write in chats.
  return (
    score >= (hasTitle ? 2 : 3) ||
    (score >= 0 && hasTitle && post.lines.slice(1, 5).some(({ text }) => areTerms(text)))
  );
}

/** A form whose lines are mostly left empty: a key, and the next key right after it. */
function isUnfilled({ lines }: Post): boolean {
  const keyed = lines.filter(({ key }) => key !== null);
  const empty = lines.filter(
    ({ key, value }, index) =>
      key !== null && (/^\([^)]{0,60}\)$/u.test(value) || (value === '' && lines[index + 1]?.key !== null)),
  );
  return keyed.length >= 4 && empty.length * 3 >= keyed.length * 2;
}
