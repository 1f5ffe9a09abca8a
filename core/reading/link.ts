// The first link that leads to the job: a careers page, a form or a posting; never a bare home page.

import { found, type Found } from './found.ts';
import type { Post } from './structure.ts';

const link = /https?:\/\/[^\s<>"'`\])}（）【】「」，。；！？、|]{4,500}/giu;
/** Chinese that was typed on right behind an address; in a path of its own it belongs to it. */
const typedOn = /(?:[.,;:!?]+|(?<=[a-z\d]))\p{Script=Han}.*$/iu;
const boards =
  /(?:greenhouse\.io|lever\.co|ashbyhq\.com|workable\.com|gem\.com|breezy\.hr|recruitee\.com|teamtailor\.com|smartrecruiters\.com|bamboohr\.com|personio\.|join\.com|wellfound\.com|angel\.co|workatastartup|ycombinator\.com\/companies\/[^/]+\/jobs|jobs\.feishu\.cn|mokahr\.com|zhipin\.com|lagou\.com|liepin\.com|toutiao\.com\/s|notion\.(?:so|site)|airtable\.com|typeform\.com|forms\.gle|docs\.google\.com\/forms|remoteok|weworkremotely|rippling\.com|workday|polymer\.co|dover\.com|tally\.so|nowcoder|boss)/iu;
const jobPath =
  /(?:jobs?|careers?|hiring|join|apply|position|vacanc|opening|recruit|talent|campus|work-with-us|zhaopin|hr\b|opportunit|employment|roles?|jd\b|job-|invite|referral)/iu;
/** Words right before a link that make it the way to the job, wherever it leads. */
const saysApply =
  /(?:\bapply(?: here| now| at| via| online)?|投递(?:链接|地址|入口)?|申请(?:链接|地址)|职位链接)\s?[:：(<]?\s?$/iu;
const elsewhere =
  /(?:youtube|youtu\.be|techcrunch|news\.ycombinator|linkedin\.com\/(?:in|company)|twitter\.com|x\.com|github\.com\/(?![^/]+\/[^/]*jobs)|mp\.weixin|medium\.com|wikipedia|t\.me|imgur|user-attachments|\.(?:png|jpe?g|gif|pdf)$)/iu;

export function readLink(post: Post): Found<string> | null {
  const links = [...post.text.matchAll(link)].slice(0, 60).map((match) => ({
    url: match[0].replace(typedOn, '').replace(/[.,;:!?'*_]+$/u, ''),
    before: post.text.slice(Math.max(0, match.index - 24), match.index),
  }));
  const usable = links.filter(({ url }) => !elsewhere.test(url));
  const toJobs = usable.filter(
    ({ url, before }) =>
      saysApply.test(before) ||
      boards.test(url) ||
      jobPath.test(
        url.replace(/^https?:\/\//u, '').replace(/^[^/]*\.(?=[^./]+\.[a-z]+(?:\/|$))/iu, (host) => host),
      ),
  );
  const [first] = toJobs;
  return first === undefined
    ? null
    : { ...found(first.url, first.url), isDoubtful: new Set(toJobs.map(({ url }) => url)).size > 1 };
}
