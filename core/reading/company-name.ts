// What may be the name of an employer, and what is only said of one: sizes, trades and kinds of firms name nobody.

import { companySpellings } from '../vocabulary/companies.ts';
import { findSkillEntry } from '../vocabulary/skills.ts';
import { areTerms, trimTerms } from './term-spans.ts';
import { strongChineseRole } from './words.ts';

/** Words around a verb of hiring that belong to it: `Acme 高薪` of `Acme 高薪诚聘`. */
const withHiring =
  /[\s,，]*(?:多个?岗位|多职位|大量|火热|热|急|诚|誠|高薪|高|现|长期|持续|正在|正|扩招|社会|校园|公开|全国|春季|秋季)+$/u;

/** The name without notes in brackets, links, verbs and punctuation around it. */
export function plainName(name: string): string {
  const plain = name
    .replace(withHiring, '')
    .replace(
      /\s*[(（[](?:https?:|www\.|yc|y combinator|series|nasdaq|nyse|formerly|[^)）\]]{0,80})[^)）\]]*[)）\]]?\s*$/iu,
      '',
    )
    .replace(/\s*(?:https?:\/\/\S*|[-–—:,]\s.*)$/u, '')
    .replace(/\s+(?:is|are)\s.*$|(?<=\p{Ll}{5})\.\s.*$/u, '')
    .replace(/^.*\p{Script=Han}:\s?(?=\S)/u, '')
    .replace(/\s?20\d\d\s?(?:年|届|春|秋|校|社).*$/u, '')
    .replace(withHiring, '')
    .replace(/\s\S*(?:部|部门|团队|组|事业群)$|[A-Za-z]{1,4}部门$/u, '')
    .replace(/\s*(?:社招|校招|内推|招聘|诚聘|研发团队|团队|急招|官方|正式|社)+$/u, '')
    .replace(/(?:\p{Script=Han}{2})?(?:分公司|子公司)$/u, '')
    .replaceAll(/^[\s*_"'“”「」《》【】[\]|·•,，:：-]+|[\s*_"'“”「」《》【】[\]|·•,，:：-]+$/gu, '')
    .trim();
  return withoutKind(withoutUnit(withoutPlace(plain)));
}

/** A well-known employer without the unit named after it: `字节跳动广告部门`. */
function withoutUnit(name: string): string {
  const known = companySpellings.find(
    (spelling) => name.length > spelling.length && name.startsWith(spelling),
  );
  if (known === undefined) return name;
  const unit = name.slice(known.length);
  return /^[\s\-–—·(]|(?:部门?|事业群|团队|组|中心|技术|平台|业务|线)$/u.test(unit) ? known : name;
}

/** A place after the name belongs to the job: `Larch Inc. 上海`; inside a registered name it stays. */
function withoutPlace(name: string): string {
  const [, brand] = /^(.{2,40}?)\s(\p{Script=Han}{2,4})$/u.exec(name) ?? [];
  return brand !== undefined && trimTerms(name).length <= brand.length ? brand : name;
}

/** `UPlus金融公司`, `Acme 公司`: what follows a Latin name and only says what kind of firm it is. */
function withoutKind(name: string): string {
  const [, brand, kind] = /^([A-Za-z][\w .&+-]*?)\s?(\p{Script=Han}+)$/u.exec(name) ?? [];
  return brand !== undefined && kind !== undefined && /(?:公司|团队|交易所|平台)$/u.test(kind) && isKind(kind)
    ? brand
    : name;
}

const kinds =
  /头部|知名|著名|大型|小型|中型|顶级|顶尖|一线|全球化?|领先的?|领军|初创|创业|海外|国内|国际化?|跨国|上市|独角兽|外资|外企|国企|央企|民企|私企|大厂|小厂|小公司|外包|单子|私活|兼职|甲方|百亿|老牌|新兴|早期|优质|匿名|保密|本地|硅谷|互联网|移动|游戏|金融|区块链|加密|包网|体育|博彩|棋牌|正规|持牌|合法|合规|欧美|亚洲|旗下|电商|跨境|支付|教育|医疗|物流|出海|社交|量化|数字|智能|人工智能|消费|电子|商务|硬件|软件|机器人|新能源|汽车|半导体|芯片|元宇宙|交易所|交易|数据|科技|技术|网络|信息|应用|自研|娱乐|直播|短视频|广告|制造|零售|农业|旅游|健康|垂直|领域|行业|方向|赛道|产品|业务|衍生品|公司|团队|集团|企业|币所|项目方?|平台|机构|型|私募|基金|券商|银行|工作室|子公司|厂商?|客户|朋友|猎头|资讯|直招|直聘|\b(?:stealth|confidential|undisclosed|leading|top|cmc|early|stage|seed|series [a-d]|yc|well|funded|backed|defense|web3(?:\.0)?|crypto|blockchain|defi|gamefi|cex|dex|nft|rwa|zk|l1|l2|layer ?2|dapp|fintech|saas|b2b|ai|aigc|ml|llm|agent|high|tech|startup|start|up|company|exchange|protocol|team|client|studio|agency|firm|project|our|my|an?|the|us|eu|uk|global|international|hr)\b/giu;

/** Whether words say no more than what kind of firm it is. */
const isKind = (name: string): boolean =>
  name
    .replaceAll(/\btop\s?\d+/giu, ' ')
    .replaceAll(kinds, '')
    .replaceAll(/\b(?:\d+|x)\b|[\s×&+/,，.·\-–—()（）~]/giu, '') === '';

/** Whether words name what is worked with, as some employers also do. */
export const isSkillList = (name: string): boolean =>
  name.split(/[,/+、]/u).every((part) => findSkillEntry(part.trim()) !== undefined);

const notName =
  /[。!！?？;；=]|[$€£¥]|\d\s?[kKwW]\b|[薪@#某_:、]|\b(?:up to|compensation|salary|gross|visa|sponsorship|hours|years)\b|的|了|吗|们|我司|一支|每[周天]|合作|帮|详情|补充|说明|多[个名]|介绍|链接|候选|责任|\d小时|都要|\b(?:usd[tc]?|rmb|or|must|utc|gmt|time ?zones?)\b|年包|总包|待遇|工资|报酬|一[个家位名]|大家|本人|招聘|内推|急招|招人|私聊|联系|简历|岗位|职位|要求|经验/iu;
const notFirst =
  /^(?:某|熟悉|精通|掌握|负责|管理|参与|具备|要求|资深|高级|中级|初级|你|现在|目前|最近|正在|长期|关于|公司|团队|加入|这里|multiple|remote|onsite|hybrid|hiring|we|our|the|this|that|hello|hi|hey|dear|location|locations|seeking|position|job|jobs|role|title|looking|located|you|your|about|please|apply|contact|email|if|in|at|for|and|it|as|who|what|why|how|i|is|are|no|yes|based|senior|junior|hr|boss|headquarters?|requirements?|benefits?|except|excluding|responsibilit(?:y|ies)|skills)(?:$|[\s\d\p{Script=Han}’'])/iu;

/** A bracket that is only opened or only closed was cut through. */
const isHalfBracketed = (name: string): boolean => /^[^(]*\)|\([^)]*$/u.test(name);

/** A registered name may be made of any words, but begins with none of these. */
const registered = /^(?![我你是在由找招])[\p{Script=Han}A-Za-z\d]{4,24}(?:有限|股份|责任)公司$/u;

/** Whether words may be the name of an employer. */
export const isName = (name: string): boolean =>
  name.length >= 2 &&
  name.length <= 60 &&
  /\p{L}/u.test(name) &&
  (!notName.test(name) || registered.test(name)) &&
  !isHalfBracketed(name) &&
  !notFirst.test(name) &&
  !(/\p{Script=Han}{13,}/u.test(name) && !/(?:公司|集团|大学|研究院|中心)$/u.test(name)) &&
  !(strongChineseRole.test(name) && name.length < 16) &&
  !isKind(name) &&
  !areTerms(name) &&
  !/^(?:163|126|qq|gmail|foxmail|outlook|hotmail)\b/iu.test(name) &&
  !/\b(?:engineer|developer|manager|designer|scientist|architect|intern|engineering)s?$/iu.test(name);
