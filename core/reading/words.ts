// The words that tell one kind of fact from another in short phrases: roles, ways of working, contracts, tags.
// Several readers share them; each list is plain data.

/** Nouns for who does a job. */
const people =
  'engineer, developer, dev, programmer, coder, architect, scientist, researcher, designer, manager, lead, leader, director, analyst, administrator, sysadmin, intern, consultant, specialist, executive, recruiter, writer, editor, marketer, strategist, expert, technician, technologist, operator, associate, coordinator, evangelist, advocate, representative, accountant, tester, sdet, founder, quant, trader, postdoc, fellow, hacker, owner, officer, assistant, translator, producer, artist, animator, teacher, tutor, lecturer, copywriter, auditor, maintainer, generalist, builder, professional, partner, sre, swe, mle, sde, sdr, ae, dba, fde, cto, cpo, cmo, coo, ceo, ciso, vp, tpm';
/** Fields of work, which stand for those who work in them. */
const fields =
  'engineering, marketing, growth, design, devops, qa, full[- ]?stack, back[- ]?end, front[- ]?end, infra eng, eng, applied research, internship, traineeship, technical staff';

const anyOf = (words: string): string =>
  words
    .split(', ')
    .map((word) => (/[a-z]$/u.test(word) ? `${word}s?` : word))
    .join('|');

const person = String.raw`\b(?:${anyOf(people)}|head of)\b`;
/** The noun a job title turns on. */
export const englishRole = new RegExp(String.raw`${person}|\b(?:${anyOf(fields)})\b`, 'iu');
/** The noun for who does a job, where an English title ends or is cut off by brackets. */
export const personAtEnd = new RegExp(
  String.raw`(?:\b(?:${anyOf(people)})|\b(?:head|vp|director) of .+|technical staff)\s?(?:\(.*\))?$`,
  'iu',
);

export const chineseRole =
  /工程师|工程師|研发|开发(?!区|者大会)|負責人|负责人|经理|主管|总监|专家|架构(?:师|(?=$|[\s,()/、]))|设计师|设计(?=$|[\s,()/、])|实习生|运维|测试|产品(?!线|力|的|和)|运营|研究员|科学家|助理|专员|算法|前端|后端|後端|服务端|客户端|全栈|程序员|顾问|编辑|客服|分析师|交易员|合伙人|讲师|老师|教练|猎头(?![直推勿职])|HRBP|(?<![/\d] ?)\bHR\b|leader\b|\blead\b|\bDBA\b|\bSRE\b|\bCTO\b|技术支持|策划|美术|原画|建模师|财务|会计|销售|商务|\bBD\b|翻译|开发者|学徒|组长|店长|主播|编导|剪辑|外教|教师|文员|制片|师(?=$|[\s,()/、])|\bengineer|\bdeveloper|\bmanager|\bdesigner/iu;

/** Roles strong enough to make a phrase a title wherever it stands. */
export const strongChineseRole =
  /(?:工程师|工程師|负责人|負責人|经理|主管|总监|专家|架构师|设计师|实习生|研究员|科学家|助理|专员|程序员|分析师|交易员|合伙人|开发者|顾问)/u;

/** What stands over jobs that are offered beside another. */
export const alsoHiring =
  /\balso (?:hiring|looking for|recruiting|seeking|open)\b|\b(?:other|more) (?:open )?(?:roles|positions|openings|jobs|vacancies)\b|(?:同时|另外?|还)(?:也|还|在)?招|其[他它](?:在招)?(?:岗位|职位)/iu;

export const remoteWord =
  /\bremote(?:ly)?\b|\bwfh\b|\bdistributed (?:team|company|first)\b|\banywhere\b|远程|遠端|远端|居家办公|在家办公|线上(?:办公|合作|协作|工作)/iu;
export const hybridWord = /\bhybride?\b|混合办公|混合/iu;
export const onsiteWord =
  /\bon[- ]?site\b|\bin[- ]office\b|\bin[- ]person\b|坐班|现场办公|线下|全职现场|驻场/iu;

/** Words that describe the terms of a job and never name it, a company or a place. */
export const terms =
  '100%, 110%, full time, fulltime, part time, parttime, fully, mostly, partially, optional, ok, okay, possible, allowed, friendly, first, only, preferred, or, and, in, based, hq, base, visa, sponsorship, available, relocation, assistance, provided, remote, remotely, on site, onsite, hybrid, in office, in person, wfh, anywhere, worldwide, global, contract, contractor, contract to hire, freelance, permanent, perm, equity, competitive, salary, citizen, multiple, various, several, position, role, opening, job, hiring, time zone, timezone, hours, utc, gmt, est, pst, cet, et, pt, ft, w2, c2c, no, but, near, local, overlap, flexible, async, travel, day, days, per, a, week, month, year, hour, monthly, yearly, annually, contractors, citizens, positions, roles, openings, jobs, time zones, timezones, the, from, work, to, with, at, 远程, 遠端, 远端, 居家办公, 居家, 办公, 全职, 兼职, 社招, 校招, 内推, 直招, 急招, 急聘, 急, 招聘, 诚聘, 招, 线上, 线下, 坐班, 上班, 本科, 硕士, 博士, 大专, 学历, 现场, 工作地点, 地点, 坐标, 支持, 部分岗位, 岗位, 长期有效, 长期, 有效, 全球, 纯远程, 全远程, 全远端, 或, 和, 及, 不限, 面议, 驻场, 双休, 大小周, 五险一金, 六险一金, 全额, 缴纳, 薪水, 薪资, 薪酬, 月薪, 年薪, 时薪, 日薪, 外企, 徵才, 年轻团队, 不打卡, 不加班, 弹性, 朝九晚六, 包吃住, 年终奖, hc, 薪';
/** Longer words that begin with one of them and are none. */
export const otherThanTerms =
  'remote sensing, remote sensor, 博士后, 博士生, 招商, 招标, 急救, 和平, 全球化, 支持工程师, base64';
/** Years of experience and monthly salaries of a year. */
export const termFigures = /\d{1,2}(?:[-~]\d{1,2})?年(?:以上)?(?:经验)?|1[2-9]薪/gu;
