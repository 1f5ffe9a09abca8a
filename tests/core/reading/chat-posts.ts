// What people type in a chat: a line or two, no form, half of the facts.

import { pay, type Sample } from './sample.ts';

export const chatPosts: readonly Sample[] = [
  {
    about: 'place, pay and months in one line under the job',
    text: '招聘大模型训练工程师\n广州天河，30-45k，14薪',
    expected: {
      title: '大模型训练工程师',
      company: null,
      locations: ['Guangzhou'],
      arrangement: 'onsite',
      focus: 'ml',
      skills: ['LLM'],
      ...pay(30_000, 45_000, 'CNY', 'month', 14),
    },
  },
  {
    about: 'a job at an employer',
    text: 'LLM Training Engineer at Acme',
    expected: { title: 'LLM Training Engineer', company: 'Acme', focus: 'ml' },
  },
  {
    about: 'a job at an employer in a city',
    text: 'Backend dev at Tidewater in Berlin, 70-85k€, DM me',
    expected: {
      title: 'Backend dev',
      company: 'Tidewater',
      locations: ['Berlin'],
      focus: 'backend',
      ...pay(70_000, 85_000, 'EUR', 'year'),
    },
  },
  {
    about: 'my team is hiring',
    text: 'my team at Larkspur is hiring an ML engineer, remote in Asia is fine, ping me',
    expected: {
      title: 'ML engineer',
      company: 'Larkspur',
      arrangement: 'remote',
      remoteScope: 'Asia',
      focus: 'ml',
    },
  },
  {
    about: 'a comma line with everything',
    text: '深圳南山，RAG 应用开发，25-35k，双休，找我内推',
    expected: {
      title: 'RAG 应用开发',
      locations: ['Shenzhen'],
      focus: 'ml',
      ...pay(25_000, 35_000, 'CNY', 'month'),
    },
  },
  {
    about: 'mixed numerals',
    text: '朋友公司招算法，广州，3万五一个月，五险一金',
    expected: {
      title: '算法',
      locations: ['Guangzhou'],
      focus: 'ml',
      ...pay(35_000, 35_000, 'CNY', 'month'),
    },
  },
  {
    about: 'pay with 以上',
    text: '我司招 AI Agent 工程师，可远程，2w 以上，有兴趣私聊',
    expected: {
      title: 'AI Agent 工程师',
      company: null,
      arrangement: 'remote',
      focus: 'ml',
      ...pay(20_000, null, 'CNY', 'month'),
    },
  },
  {
    about: 'a known employer in a line',
    text: '腾讯 微信事业群 招后端开发，base 广州，可内推',
    expected: { title: '后端开发', company: '腾讯', locations: ['Guangzhou'], focus: 'backend' },
  },
  {
    about: 'an English line with dots',
    text: 'Senior Data Engineer · Remote (EU) · €70k-90k · Spark, dbt, Airflow',
    expected: {
      title: 'Senior Data Engineer',
      company: null,
      arrangement: 'remote',
      remoteScope: 'Europe',
      focus: 'data',
      ...pay(70_000, 90_000, 'EUR', 'year'),
    },
  },
  {
    about: 'mixed languages',
    text: 'Hiring: LLM Engineer，base 广州/远程，35k*15，有兴趣 DM',
    expected: {
      title: 'LLM Engineer',
      company: null,
      locations: ['Guangzhou'],
      arrangement: 'remote',
      focus: 'ml',
      ...pay(35_000, 35_000, 'CNY', 'month', 15),
    },
  },
  {
    about: 'fourteen months in English',
    text: 'ML Platform Engineer, Guangzhou, 30-40k CNY/month, 14 months salary. Social insurance base: 20000.',
    expected: {
      title: 'ML Platform Engineer',
      locations: ['Guangzhou'],
      focus: 'ml',
      insuranceBase: 20_000,
      ...pay(30_000, 40_000, 'CNY', 'month', 14),
    },
  },
  {
    about: 'a forwarded channel post with emoji',
    text: '🔥 Vacancy: Computer Vision Engineer\n🏢 Company: Skylark Optics\n📍 Remote, worldwide\n💰 $4000-6000/month\n📩 @skylark_jobs',
    expected: {
      title: 'Computer Vision Engineer',
      company: 'Skylark Optics',
      arrangement: 'remote',
      remoteScope: 'worldwide',
      focus: 'ml',
      contact: 'telegram:@skylark_jobs',
      ...pay(4000, 6000, 'USD', 'month'),
    },
  },
  {
    about: 'a channel post in Chinese with emoji',
    text: '📢 招聘：AI 产品经理\n🏢 公司：星河出海\n📍 地点：深圳\n💰 薪资：25k-40k\n📮 联系：@xinghe_hr',
    expected: {
      title: 'AI 产品经理',
      company: '星河出海',
      locations: ['Shenzhen'],
      focus: 'management',
      contact: 'telegram:@xinghe_hr',
      ...pay(25_000, 40_000, 'CNY', 'month'),
    },
  },
  {
    about: 'looking for someone',
    text: 'Anyone here looking for a job? We need a senior SRE in Dublin, €90k, hybrid.',
    expected: {
      title: 'senior SRE',
      locations: ['Dublin'],
      arrangement: 'hybrid',
      focus: 'cloud_devops',
      ...pay(90_000, 90_000, 'EUR', 'year'),
    },
  },
  {
    about: 'a job, a company and a place between commas',
    text: 'Prompt Engineer, Willowbark AI, remote, $60/hour',
    expected: {
      title: 'Prompt Engineer',
      company: 'Willowbark AI',
      arrangement: 'remote',
      focus: 'ml',
      ...pay(60, 60, 'USD', 'hour'),
    },
  },
  {
    about: 'a job with an at sign',
    text: 'Machine Learning Engineer @ Greenfinch — Hong Kong — HK$50k-70k/month',
    expected: {
      title: 'Machine Learning Engineer',
      company: 'Greenfinch',
      locations: ['Hong Kong'],
      focus: 'ml',
      ...pay(50_000, 70_000, 'HKD', 'month'),
    },
  },
  {
    about: 'insurance on the full pay',
    text: '广州 机器学习工程师 28k 14薪 五险一金全额缴纳\n社保基数：28000',
    expected: {
      title: '机器学习工程师',
      locations: ['Guangzhou'],
      focus: 'ml',
      insuranceBase: 28_000,
      ...pay(28_000, 28_000, 'CNY', 'month', 14),
    },
  },
  {
    about: 'a part-time line',
    text: '兼职：小程序前端，8k-10k/月，远程，微信 miniapp2046',
    expected: {
      title: '小程序前端',
      arrangement: 'remote',
      focus: 'frontend',
      contract: 'part_time',
      ...pay(8000, 10_000, 'CNY', 'month'),
    },
  },
  {
    about: 'a seeker in a chat',
    text: "I'm looking for a remote ML job, 5 years of PyTorch, DM me if your team is hiring",
    expected: null,
  },
  {
    about: 'small talk about pay',
    text: '广州 30k 到手多少？',
    expected: null,
  },
  {
    about: 'thanks',
    text: '谢谢大家，周末愉快！',
    expected: null,
  },
  {
    about: 'a seeker in Chinese',
    text: '求一份广州的大模型工作，五年经验，期望 30k',
    expected: null,
  },
  {
    about: 'a company that hires for two jobs',
    text: 'Marlin Labs is hiring: Frontend Engineer and ML Engineer. Remote (worldwide). jobs@marlin.example',
    expected: {
      title: 'Frontend Engineer',
      titles: ['Frontend Engineer', 'ML Engineer'],
      company: 'Marlin Labs',
      arrangement: 'remote',
      remoteScope: 'worldwide',
      focus: 'frontend',
      contact: 'jobs@marlin.example',
    },
  },
  {
    about: 'a job in brackets after the firm',
    text: '云杉智能（广州）招 Python 后端，20-30K，要求熟悉 FastAPI',
    expected: {
      title: 'Python 后端',
      company: '云杉智能',
      locations: ['Guangzhou'],
      focus: 'backend',
      ...pay(20_000, 30_000, 'CNY', 'month'),
    },
  },
];
