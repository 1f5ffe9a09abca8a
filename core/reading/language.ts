// The working language a post demands; without a demand, the language it is written in.

import type { RequiredLanguage } from '../opening.ts';
import { found, pieceAt, type Found } from './found.ts';
import type { Post } from './structure.ts';

const english = String.raw`英语|英文|english`;
const demandsEnglish = new RegExp(
  [
    String.raw`(?:${english})[^。;；\n]{0,14}(?:流利|口语|沟通|交流|工作语言|听说|熟练|良好|精通|优秀|native|读写|书写|写作|面试|环境|fluen|母语|作为)`,
    String.raw`(?:流利|熟练|精通|良好|优秀|较强|工作语言|母语)[^。;；,，\n]{0,8}(?:${english})`,
    String.raw`(?:fluent|fluency|proficien|excellent|good|strong|advanced|business|professional)[^.\n]{0,24}english|english[^.\n]{0,24}(?:fluent|fluency|proficien|required|skills|level|speaking|speaker|communication)`,
    String.raw`(?:${english})(?:简历|resume)|(?:全)?英文(?:工作|办公|交流)|英文翻译|中英文?(?:流利|熟练|精通|双语|俱佳)|雅思|托业|toeic|toefl|专八`,
  ].join('|'),
  'iu',
);
const onlyReading =
  /(?:英语|英文)[^。;；,，\n]{0,6}(?:文档|资料|阅读|论文|文献|技术文章)|阅读[^。;；,，\n]{0,6}(?:英语|英文)|读懂[^。\n]{0,6}英文/iu;
const demandsChinese =
  /(?:fluent|fluency|proficien|native|speak|speaking|bilingual|excellent|must)[^.\n]{0,30}(?:mandarin|chinese)|(?:mandarin|chinese)(?! is not| not)[^.\n]{0,24}(?:fluent|fluency|proficien|required|speak|is a plus|skills|native|must)|中英(?:文|双语)|双语/iu;

const languageLine =
  /(?:^|\n)[^\p{L}\n]{0,6}(?:(?:工作|使用|办公)?语言(?:要求|能力)?|(?:working |required )?languages?)\s?(?:[】\]]\s?:?|:)\s?([^\n]{1,80})/iu;

const plainDemand = /流利|口语|工作语言|听说|双语|fluen/iu;
const isNoDemand = /优先|加分|更[好佳]|[为尤]佳|\bplus\b|optional|preferred|nice to have/iu;
const mentionsEnglish = /英语|英文|中英|english/iu;
const mentionsChinese = /中文|汉语|普通话|国语|中英|chinese|mandarin/iu;

export function readLanguage(post: Post): Found<RequiredLanguage> | null {
  const own =
    post.script === 'zh'
      ? /\p{Script=Han}{2,12}/u.exec(post.text)
      : /[A-Za-z]{2,20}(?: [A-Za-z]{2,20}){0,3}/u.exec(post.text);
  if (own === null) return null;
  const listed = pieceAt(languageLine.exec(post.text) ?? [], 1);
  if (mentionsEnglish.test(listed) && mentionsChinese.test(listed) && !isNoDemand.test(listed))
    return found('both', listed.trim());
  if (post.script === 'zh') {
    const clause = [...post.plain.slice(0, 10_000).matchAll(/[^。;；\n]{1,160}/gu)].find(
      ([text]) =>
        demandsEnglish.test(text) &&
        !isNoDemand.test(text) &&
        !(onlyReading.test(text) && !/写|沟通|交流|口语|听说|流利/u.test(text)),
    );
    const demand = clause === undefined ? null : demandsEnglish.exec(clause[0]);
    // A word on English that is no plain demand leaves either open.
    if (demand !== null) return { ...found('both', demand[0]), isDoubtful: !plainDemand.test(demand[0]) };
    return { ...found('zh', own[0]), isDoubtful: mentionsEnglish.test(post.plain) };
  }
  const chinese = demandsChinese.exec(post.plain);
  return chinese === null ? found('en', own[0]) : found('both', chinese[0]);
}
