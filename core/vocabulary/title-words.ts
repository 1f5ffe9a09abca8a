// The words that titles of jobs are made of, in both languages, so that a title can be compared with its translation.
// The kinds of work and the ranks that people hire for; what is not here stays as it is written.

/** A word: what it stands for, its English spellings, its Chinese ones. What stands for '' tells nothing apart. */
const titleWords: readonly (readonly [word: string, english: string, chinese: string])[] = [
  [
    '',
    'engineer, engineers, engineering, developer, developers, dev, devs, development, programmer, software, eng, specialist, professional, position, role, a, an, the, and, or, of, for, in, to, with, w, m, f, d, x, at',
    '工程师, 开发, 研发, 程序员, 软件, 岗位, 职位, 岗, 方向, 人员, 员, 类, 和, 与, 及, 的',
  ],
  ['senior', 'senior, sr', '高级, 资深, 高阶'],
  ['staff', 'staff', ''],
  ['principal', 'principal', '首席'],
  ['expert', 'expert', '专家'],
  ['mid', 'mid, middle, intermediate, mid-level', '中级'],
  ['junior', 'junior, jr, entry-level, graduate', '初级, 应届, 校招'],
  ['intern', 'intern, interns, internship, trainee', '实习生, 实习'],
  ['lead', 'lead, leader, head, team lead, tech lead, technical lead', '负责人, 主管, 组长, 技术负责人'],
  ['manager', 'manager, managers', '经理'],
  ['director', 'director', '总监'],
  ['founding', 'founding', '创始'],
  ['architect', 'architect, architecture', '架构师, 架构'],
  ['scientist', 'scientist, scientists', '科学家'],
  ['researcher', 'researcher, research', '研究员, 研究'],
  ['analyst', 'analyst, analysts, analytics, analysis', '分析师, 数据分析, 分析'],
  ['consultant', 'consultant, advisor', '顾问'],
  ['assistant', 'assistant', '助理'],
  ['designer', 'designer, design', '设计师, 设计'],
  ['backend', 'backend, back-end, back end, server-side, server side', '后端, 后台, 服务端, 服务器端'],
  ['frontend', 'frontend, front-end, front end', '前端'],
  ['fullstack', 'fullstack, full-stack, full stack', '全栈'],
  ['web', 'web', '网页'],
  ['client', 'client, client-side', '客户端'],
  ['mobile', 'mobile, app', '移动端, 移动'],
  ['android', 'android', '安卓'],
  ['ios', 'ios', '苹果端'],
  ['mini programs', 'mini program, mini programs', '小程序端, 小程序'],
  ['algorithm', 'algorithm, algorithms', '算法'],
  ['machine learning', 'machine learning, ml', '机器学习'],
  ['deep learning', 'deep learning, dl', '深度学习'],
  ['ai', 'ai, artificial intelligence, aigc', '人工智能'],
  [
    'llm',
    'llm, llms, large language model, large language models, foundation model, foundation models, genai',
    '大语言模型, 大模型',
  ],
  ['agent', 'agent, agents', '智能体'],
  ['nlp', 'nlp, natural language processing', '自然语言处理'],
  ['vision', 'computer vision, vision, cv', '计算机视觉, 视觉'],
  ['speech', 'speech, voice, audio', '语音, 音频'],
  ['recommendation', 'recommendation, recommendations, recommender', '推荐'],
  ['search', 'search', '搜索'],
  ['training', 'training', '训练'],
  ['inference', 'inference, serving', '推理'],
  ['prompt', 'prompt', '提示词'],
  ['data', 'data', '数据'],
  ['big data', 'big data', '大数据'],
  ['warehouse', 'data warehouse, warehouse', '数据仓库, 数仓'],
  ['database', 'database, databases', '数据库'],
  ['platform', 'platform', '平台'],
  ['infrastructure', 'infrastructure, infra', '基础设施, 基础架构'],
  ['cloud', 'cloud', '云计算, 云'],
  ['devops', 'devops', '研发效能'],
  ['sre', 'sre, site reliability', '稳定性'],
  ['operations', 'operations, ops', '运维'],
  ['distributed', 'distributed', '分布式'],
  ['systems', 'systems, system', '系统'],
  ['kernel', 'kernel', '内核'],
  ['storage', 'storage', '存储'],
  ['network', 'network, networking', '网络'],
  ['security', 'security', '安全'],
  ['embedded', 'embedded, firmware', '嵌入式, 固件'],
  ['hardware', 'hardware', '硬件'],
  ['robotics', 'robotics, robot', '机器人'],
  ['driving', 'autonomous driving, self-driving', '自动驾驶, 智驾'],
  ['game', 'game, games', '游戏'],
  ['graphics', 'graphics', '图形'],
  ['blockchain', 'blockchain', '区块链'],
  ['contract', 'smart contract, smart contracts', '智能合约, 合约'],
  ['quant', 'quant, quantitative', '量化'],
  ['trading', 'trading', '交易'],
  ['payment', 'payment, payments', '支付'],
  ['risk', 'risk', '风控'],
  ['product', 'product', '产品'],
  ['project', 'project', '项目'],
  ['test', 'test, testing, qa, quality assurance', '测试'],
  ['automation', 'automation', '自动化'],
  ['growth', 'growth', '增长'],
  ['marketing', 'marketing', '市场, 营销'],
  ['community', 'community', '社群, 社区'],
  ['sales', 'sales', '销售'],
  ['support', 'support, customer service', '客服, 技术支持'],
  ['operation of a product', 'product operations', '运营'],
  ['finance', 'finance, financial', '财务'],
  ['hr', 'hr, recruiter, human resources', '人力资源, 招聘专员'],
  ['overseas', 'overseas, international', '海外, 国际化'],
  ['application', 'application, applications', '应用'],
  ['technical', 'technical, tech, technology', '技术'],
];

const han = /\p{Script=Han}/u;
const listed = (names: string): readonly string[] => (names === '' ? [] : names.split(', '));
const standsFor = new Map(
  titleWords.flatMap(([word, english, chinese]) =>
    [...listed(english), ...listed(chinese)].map((spelling): [string, string] => [spelling, word]),
  ),
);
const longestFirst = [...standsFor.keys()].toSorted((one, other) => other.length - one.length);
const latinWords = longestFirst.filter((spelling) => !han.test(spelling)).join('|');
const chineseWords = longestFirst.filter((spelling) => han.test(spelling)).join('|');
const wordOfTitle = new RegExp(
  String.raw`${chineseWords}|(?<![a-z])(?:${latinWords})(?![a-z])|[a-z0-9.+#]*[a-z0-9+#]|\p{L}`,
  'gu',
);

/** The title as a set of words that is the same in every language; empty where it tells nothing apart. */
export function titleKey(title: string): string {
  const words = title.normalize('NFKC').toLowerCase().match(wordOfTitle) ?? [];
  return [...new Set(words.map((word) => standsFor.get(word) ?? word))]
    .filter((word) => word !== '')
    .toSorted()
    .join(' ');
}

/** Whether a title holds nothing but such words, and one that tells it apart: `AI Infra`, `机器学习平台`. */
export function areTitleWords(title: string): boolean {
  const words = title.normalize('NFKC').toLowerCase().match(wordOfTitle) ?? [];
  return words.every((word) => standsFor.has(word)) && words.some((word) => standsFor.get(word) !== '');
}
