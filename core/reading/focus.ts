// What the daily work is about, weighed from the title first, then the skills, then the text.

import type { Focus } from '../opening.ts';
import { found, type Found } from './found.ts';
import type { Post } from './structure.ts';

type Row = readonly [Focus, RegExp];

/** Words of a title, most telling first: the first row that matches decides. */
const titleRows: readonly Row[] = [
  ['embedded', /音频算法|\bdsp\b|\bslam\b/iu],
  ['data', /数据(?:开发|分析|工程|仓库)|数仓|\bdata (?:engineer|analyst)/iu],
  [
    'other',
    /\b(?:sales|account executive|recruiter|recruiting|marketing|marketer|growth|gtm|customer success|support|hr|legal|finance|accountant|writer|content|community|qa|(?<!penetration )tester|test engineer)\b|(?<!渗透)测试|客服|运营|猎头|行政|人事|\bHR|销售|市场|商务|财务|会计|助理|翻译|编辑|策划|交易员|法务|讲师/iu,
  ],
  ['design', /\bdesigner\b|design engineer|\bui\/ux\b|product design|设计师|美术|视觉设计/iu],
  [
    'ml',
    /\b(?:ml|machine learning|deep learning|llms?|nlp|computer vision|cv engineer|ai engineer|ai\/ml|applied ai|applied scientist|research (?:engineer|scientist)|prompt|genai|agents?|perception|data scientist|rag|mlops|ai)\b|大模型|机器学习|深度学习|智能体|提示词|自然语言|算法|人工智能|推理优化|(?<![A-Za-z])(?:AI|LLM|NLP|Agent|RAG|AIGC)(?![A-Za-z])/iu,
  ],
  ['ml', /\bmachine learning|\bllms?\b|\bnlp\b|data scientist|research (?:engineer|scientist)/iu],
  ['security', /\bsecurity\b|\bpentest|\bpenetration test|安全(?!生产)|渗透|逆向|风控安全/iu],
  [
    'blockchain',
    /\b(?:blockchain|solidity|smart contracts?|web3|protocol engineer|solana|defi)\b|区块链|合约|链上|公链|钱包/iu,
  ],
  [
    'embedded',
    /\b(?:embedded|firmware|hardware|fpga|robotics?|dsp|autonomy|flight|mechanical|electrical|avionics|controls?)\b|嵌入式|硬件|单片机|驱动|音频算法|机器人|智驾|自动驾驶|固件|BSP/iu,
  ],
  [
    'mobile',
    /\b(?:ios|android|mobile|flutter|react native|macos|swift|kotlin|app developer)\b|客户端|移动端|安卓|鸿蒙/iu,
  ],
  [
    'cloud_devops',
    /\b(?:devops|sre|site reliability|infrastructure|infra|cloud engineer|platform engineer|sysadmin|systems? administrator|network engineer|release engineer)\b|运维|云计算|云原生|容器|\bSRE\b|网络工程师|DBA/iu,
  ],
  ['backend', /\b(?:full[- ]?stack|back[- ]?end)\b|全栈|后端|後端|服务端|后台/iu],
  [
    'frontend',
    /\b(?:front[- ]?end|react|vue|angular|ui engineer|web developer|web engineer|javascript)\b|前端|小程序|web开发/iu,
  ],
  [
    'data',
    /\b(?:data engineer|data analyst|analytics|data platform|data warehouse|bi engineer|etl|business intelligence|data)\b|数据(?:开发|分析|工程|仓库|平台|产品)?(?!库)|数仓|大数据/iu,
  ],
  [
    'management',
    /\b(?:manager|head of|director|vp|cto|chief|product manager|project manager|product owner|scrum master|engineering lead)\b|经理|总监|项目管理|产品(?!研发|工程)|主管|CTO|技术负责人|团队负责人/iu,
  ],
];

/** Words of any engineer; they decide only where no part of the title says more. */
const anyEngineer: Row = [
  'backend',
  /\b(?:java|golang|go|python|php|ruby|rust|node(?:\.?js)?|c\+\+|\.net|c#|scala|elixir|software|engineers?|developers?|swe|programmers?|architect|quant)\b|研发|开发|工程师|架构师|程序员|Java|Golang|Python|PHP|C\+\+/iu,
];

/** Management titles that keep to it whatever technology they name. */
const manages =
  /\b(?:engineering manager|manager, (?:software|engineering)|product manager|head of (?:product|engineering)|vp of|project manager|program manager|director)\b|产品经理|项目经理|技术经理|研发经理|技术总监|产品负责人|head of product|增长.{0,6}负责人/iu;

const bodyRows: readonly (readonly [Focus, RegExp, number])[] = [
  [
    'ml',
    /\b(?:machine learning|deep learning|LLMs?|PyTorch|TensorFlow|NLP|neural|fine-tun\w+|computer vision|RAG|LangChain|AI agents?|agentic|inference)\b|大模型|机器学习|深度学习|智能体|微调|自然语言/giu,
    1,
  ],
  ['frontend', /\b(?:React|Vue|Angular|CSS|HTML5?|front-?end|webpack)\b|前端/giu, 1],
  ['mobile', /\b(?:iOS|Android|Flutter|React Native|Swift|Kotlin)\b|客户端/giu, 1],
  [
    'embedded',
    /\b(?:embedded|firmware|RTOS|FPGA|hardware|robot(?:s|ics)?|drone|sensors?)\b|嵌入式|单片机/giu,
    1,
  ],
  ['cloud_devops', /\b(?:Terraform|Kubernetes|SRE|DevOps|Ansible|Prometheus)\b|运维/giu, 1],
  ['data', /\b(?:Spark|Airflow|dbt|data pipelines?|Snowflake|ETL|BigQuery|Tableau)\b|数仓|数据分析/giu, 1],
  ['blockchain', /\b(?:Solidity|smart contracts?|EVM|on-chain|Rust contracts)\b|智能合约|链上/giu, 1],
  ['security', /\b(?:penetration|SIEM|vulnerabilit\w+|threat)\b|渗透|漏洞/giu, 1],
  [
    'backend',
    /\b(?:Java|Golang|Go|Python|PostgreSQL|MySQL|Redis|back-?end|microservices|distributed|API|full-?stack|Node\.?js|Rust|C\+\+)\b|后端|微服务|高并发|服务端/gu,
    0.8,
  ],
];

const generic =
  /^(?:(?:senior|sr\.?|staff|lead|principal|founding|junior|product|full[- ]?stack|backend|back-end|software|experienced|early|sw|&|and|or|\/|,|\+|-)\s*)*(?:software |product |full[- ]?stack )?(?:engineers?|developers?|swes?|programmers?|engineering)(?:\s*\(.*\))?$/iu;

const serverSide =
  /\b(?:python|django|java|go|golang|node(?:\.?js)?|rails|ruby|php|laravel|rust|c#|\.net)\b/iu;

/** What a job of this title is about by the title alone; `null` where it does not tell. */
export const focusOfTitle = (title: string): Focus | null => focusInTitle(title)?.value ?? null;

function focusInTitle(title: string): Found<Focus> | null {
  const managing = manages.exec(title);
  if (managing !== null) return found('management', managing[0]);
  const bare = title.replaceAll(/\([^()]*\)/gu, '');
  const first = bare.split(/\s?[/,]\s?/u)[0] ?? bare;
  const isPlain = (words: string) =>
    generic.test(words.trim()) ||
    /^(?:software|systems?|systems? or .*)$/iu.test(words.trim()) ||
    /^\W*$/u.test(words);
  const row =
    (isPlain(first) ? undefined : titleRows.find(([, pattern]) => pattern.test(first))) ??
    [...titleRows, anyEngineer].find(([, pattern]) => pattern.test(title));
  if (row === undefined) return null;
  const word = row[1].exec(title)?.[0] ?? title;
  // Technologies of both ends in brackets make a full-stack job.
  const isBoth = row[0] === 'frontend' && !row[1].test(bare) && serverSide.test(title);
  return found(isBoth ? 'backend' : row[0], word);
}

/** The focus of the main job; `null` where neither title nor text tells. */
export function readFocus(post: Post, title: string | null): Found<Focus> | null {
  const named = title === null ? null : focusInTitle(title);
  if (title === null || named === null) return strongest(bodyScores(post), post.text.length < 300 ? 1 : 3);
  if (generic.test(title)) {
    // A plain "software engineer" is told by what the text is full of.
    const best = strongest(bodyScores(post), 5);
    if (best !== null && ['ml', 'embedded', 'blockchain', 'mobile'].includes(best.value)) return best;
  }
  return named;
}

interface Score {
  readonly count: number;
  readonly word: string;
}

function bodyScores(post: Post): ReadonlyMap<Focus, Score> {
  const text = post.plain.slice(0, 6000);
  return new Map(
    bodyRows.map(([focus, pattern, weight]) => {
      const words = text.match(pattern) ?? [];
      return [focus, { count: words.length * weight, word: words[0] ?? '' }];
    }),
  );
}

function strongest(scores: ReadonlyMap<Focus, Score>, least: number): Found<Focus> | null {
  const [best] = [...scores].toSorted(([, one], [, other]) => other.count - one.count);
  return best === undefined || best[1].count < least ? null : found(best[0], best[1].word);
}
