// Words that tell what a job's daily work is about, with how much each tells: in a title, and in the text. Data only.

import type { Focus } from '../opening.ts';

type Row = readonly [focus: Focus, weight: number, words: string];

/** Words of titles. A kind of work (manager, designer, tester) tells more than its subject (AI, blockchain, data). */
export const titleRows: readonly Row[] = [
  [
    'other',
    10,
    'qa, tester, test engineer, test automation engineer, sdet, sales, sales engineer, account executive, account manager, business development, recruiter, recruiting, talent acquisition, marketing, marketer, growth, gtm, go to market, customer success, people, documentation, customer support, technical support, support engineer, support specialist, support, people operations, hr, hrbp, legal, counsel, finance, accountant, accounting, bookkeeper, technical writer, writer, copywriter, content, community, operations manager, operations, executive assistant, assistant, office manager, developer advocate, developer relations, devrel, evangelist, solutions engineer, solutions consultant, solution consultant, annotation, annotator, trader, teacher, tutor, translator, translation, editor, game developer, game programmer, gameplay, graphics, rendering, unity, unreal, desktop, 测试, 测试开发, 质量保证, 运营, 产品运营, 客服, 猎头, 行政, 人事, 人力资源, 招聘专员, 销售, 市场, 商务, 财务, 会计, 助理, 翻译, 编辑, 文案, 策划, 交易员, 法务, 讲师, 老师, 培训师, 技术支持, 售前, 售后, 实施, 增长, 客户成功, 客户经理, 社群, 公关, 采购, 文档, 文档工程师, 编导, 剪辑, 外教, 教师, 图形, 渲染, 桌面端, qt',
  ],
  [
    'design',
    10,
    'designer, design engineer, product design, product designer, ui/ux, ux, ui design, ux design, visual design, game designer, art director, 3d artist, artist, animator, 设计师, ui设计, ui 设计, ux设计, 平面设计, 视觉设计, 交互设计, 产品设计师, 美术, 原画, 插画, 插画师, illustrator, 动画师, 建模师',
  ],
  [
    'management',
    10,
    'engineering manager, software development manager, development manager, product manager, project manager, program manager, technical program manager, producer, product owner, scrum master, head of product, head of engineering, vp of engineering, vp engineering, cto, cpo, chief technology officer, chief technical officer, chief product officer, director of engineering, engineering director, engineering lead, engineering team lead, fund manager, 产品经理, 项目经理, 技术经理, 研发经理, 技术总监, 研发总监, 产品总监, 产品负责人, 技术合伙人, 技术负责人, 研发负责人, 团队负责人, 技术主管, 增长及增长设计',
  ],
  ['management', 7, 'manager, director, vp, vice president, 经理, 总监'],
  ['management', 4.5, 'head of, chief, product, founder, 产品, 项目'],
  ['management', 3, 'team lead, tech lead, 负责人, 主管, 组长, 合伙人'],
  ['management', 1.2, 'lead, leader'],
  [
    'ml',
    9,
    'machine learning, ml, mle, deep learning, reinforcement learning, llm, llms, nlp, computer vision, ai engineer, ai/ml, applied ai, applied scientist, research scientist, research engineer, ml engineer, prompt, prompt engineer, generative ai, genai, perception, data scientist, rag, mlops, ai infra, ai infrastructure, ml infra, ml infrastructure, ml platform, training infra, 机器学习平台, 训练平台, 推理框架, speech, vla, world model, foundation model, language model, language models, 大模型, 机器学习, 深度学习, 强化学习, 智能体, 提示词, 自然语言, 自然语言处理, 人工智能, 推理优化, 推荐算法, 推荐系统, 多模态, 计算机视觉, aigc, 语音算法, 视觉算法, 图像算法, ai算法, 大模型算法, 算法工程师, 算法研究员, 算法专家',
  ],
  ['ml', 7, '算法, agent, agents, inference, ai开发, ai 开发, ai应用, ai 应用, ai工程师, ai 工程师'],
  ['ml', 5.5, 'ai, scientist, 科学家, 推理, 训练, 感知'],
  [
    'data',
    9,
    'data engineer, data engineering, data analyst, data analytics, data platform, data warehouse, analytics engineer, analytics, bi engineer, bi developer, bi analyst, etl, business intelligence, bioinformatics, bioinformatician, quantitative researcher, quantitative analyst, quant researcher, web scraping, 数据开发, 数据分析, 数据分析师, 数据工程, 数据工程师, 数据仓库, 数仓, 大数据, 数据平台, 数据治理, 爬虫, 量化研究, 策略分析',
  ],
  ['data', 5, 'data, 数据, analyst, 分析师'],
  [
    'security',
    10,
    'security, application security, pentest, penetration tester, penetration testing, ethical hacker, cryptographer, 安全, 网络安全, 信息安全, 渗透, 渗透测试, 逆向, 安全研究',
  ],
  [
    'blockchain',
    10,
    'smart contract, smart contracts, solidity, solana, zero knowledge, cryptography engineer, 智能合约, 合约, 公链, 零知识证明',
  ],
  ['blockchain', 6.5, 'blockchain, web3, web3.0, crypto, defi, protocol, 区块链, 钱包, 链上'],
  [
    'embedded',
    10,
    'embedded, firmware, hardware, fpga, asic, vlsi, rtl, dsp, slam, autonomy, avionics, flight software, mechanical, electrical, controls engineer, motor control, bsp, 嵌入式, 硬件, 单片机, 驱动, 固件, 音频算法, 结构工程师, 电子工程师, 运动控制, 控制算法, 机器人控制, 射频, 芯片',
  ],
  ['embedded', 7.5, 'robotics, robot, robots, lidar, drone, drones, iot, 机器人, 智驾, 自动驾驶, 物联网'],
  [
    'mobile',
    9,
    'ios, android, mobile, macos, swift, kotlin multiplatform, app developer, 移动端, 安卓, 鸿蒙, 客户端, 移动开发, app开发',
  ],
  ['mobile', 11, 'flutter, react native, rn'],
  ['mobile', 5, 'swiftui, kotlin, app'],
  [
    'cloud_devops',
    9,
    'devops, sre, site reliability, infrastructure, infra, cloud engineer, cloud architect, platform engineer, systems administrator, system administrator, sysadmin, network engineer, release engineer, build engineer, developer experience, devex, dba, database administrator, kubernetes, 运维, 云计算, 云原生, 容器, 网络工程师, 系统工程师, 基础设施, 稳定性',
  ],
  ['cloud_devops', 5, 'cloud, platform, reliability, devsecops, 云, 网络'],
  [
    'backend',
    9,
    'backend, back end, server side, serverside, 后端, 後端, 服务端, 服务器端, 数据库内核, 撮合, 交易系统',
  ],
  [
    'backend',
    6.5,
    'full stack, fullstack, database, databases, compiler, compilers, kernel, distributed systems, storage, quant dev, quant developer, quantitative developer, trading systems, low latency, 全栈, 后台, 数据库, 内核, 存储, 中间件, 分布式, 风控研发, 低延迟, 量化开发, 量化交易, 架构师',
  ],
  [
    'backend',
    4.5,
    'java, golang, python, php, ruby, rails, scala, elixir, erlang, clojure, haskell, .net, c#, django, laravel, node, node.js, nodejs, spring, rust, cobol, zig, quant, api',
  ],
  ['backend', 3, 'go, c++, cpp, software, systems, architect, swe, sde, founding, product engineer'],
  ['backend', 1.5, 'engineer, developer, dev, programmer, hacker, coder, 研发, 开发, 工程师, 程序员, 架构'],
  [
    'frontend',
    9,
    'frontend, front end, ui engineer, web frontend, web developer, web engineer, web application developer, 前端, web前端, 小程序, h5',
  ],
  [
    'frontend',
    5.5,
    'shopify, wordpress, webflow, react, react.js, vue, vue.js, angular, svelte, javascript, typescript, next.js, css, web',
  ],
];

/** Words of the text, each of equal weight. */
export const textRows: readonly (readonly [focus: Focus, words: string])[] = [
  [
    'ml',
    'machine learning, deep learning, llm, llms, pytorch, tensorflow, jax, nlp, neural networks, neural network, fine-tuning, fine-tune, fine-tuned, computer vision, rag, langchain, langgraph, ai agent, ai agents, agentic, inference, embeddings, prompts, prompt engineering, evals, transformers, diffusion models, reinforcement learning, vllm, hugging face, rlhf, generative ai, multimodal, 大模型, 机器学习, 深度学习, 智能体, 微调, 自然语言, 自然语言处理, 神经网络, 提示词, 多模态, 强化学习, 推荐系统, 模型训练, 向量数据库, aigc, 算法模型',
  ],
  [
    'frontend',
    'react, vue, vue.js, angular, css, html, html5, frontend, front end, webpack, redux, next.js, tailwind, design system, web apps, 前端, 组件库, 小程序, 浏览器, 页面',
  ],
  [
    'mobile',
    'ios, android, flutter, react native, swift, swiftui, kotlin, jetpack compose, objective-c, app store, 客户端, 移动端, 安卓',
  ],
  [
    'embedded',
    'embedded, firmware, rtos, fpga, hardware, robot, robots, robotics, drone, drones, sensor, sensors, actuators, microcontroller, stm32, ros, pcb, can bus, 嵌入式, 单片机, 硬件, 机器人, 传感器',
  ],
  [
    'cloud_devops',
    'terraform, kubernetes, sre, devops, ansible, prometheus, ci/cd, on-call, infrastructure as code, helm, observability, 运维, 监控, 容器, 云平台, 可用性',
  ],
  [
    'data',
    'spark, airflow, dbt, data pipelines, data pipeline, snowflake, etl, bigquery, tableau, data warehouse, flink, hive, analytics, dashboards, 数仓, 数据分析, 数据仓库, 数据开发, 报表, 爬虫',
  ],
  [
    'blockchain',
    'solidity, smart contract, smart contracts, evm, on-chain, rollup, consensus, 智能合约, 链上, 以太坊, 公链',
  ],
  [
    'security',
    'penetration testing, siem, vulnerability, vulnerabilities, threat, soc, malware, exploit, exploits, 渗透, 漏洞, 攻防, 应急响应',
  ],
  [
    'backend',
    'java, golang, go, python, postgresql, postgres, mysql, redis, kafka, backend, back end, microservices, distributed systems, apis, full stack, fullstack, node.js, rails, django, spring, rust, c++, grpc, 后端, 微服务, 高并发, 服务端, 分布式, 消息队列, 接口',
  ],
  [
    'management',
    'roadmap, stakeholders, prd, product strategy, backlog, 产品规划, 需求文档, 竞品分析, 产品需求, 项目进度',
  ],
  ['design', 'figma, wireframes, prototypes, typography, sketch, 交互设计, 视觉设计, 原型设计, 作品集'],
  [
    'other',
    'sales, quota, crm, customers onboarding, test cases, test plans, seo, social media, 测试用例, 测试计划, 社群, 文案, 招聘渠道, 客户关系',
  ],
];
