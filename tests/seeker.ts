// A seeker of the tests' own.

import type { Profile } from '../core/profile.ts';
import { search } from './core/examples.ts';

const both = (en: string, zh: string) => ({ en, zh });

export const seeker: Profile = {
  id: 'lin',
  name: both('Lin', '小林'),
  headline: both('from cloud to machine learning', '从云计算转向机器学习'),
  identities: ['test:Lin'],
  about: [both('Writes programs since 2008.', '2008 年开始写程序。')],
  request: [both('Please refer me.', '求内推。')],
  skills: [
    { from: 5, to: null, skills: ['Java', 'Chinese'] },
    { from: 1, to: 2, skills: ['Machine Learning'] },
    { from: 0, to: 1, skills: ['Big Data'] },
  ],
  tools: [
    { name: both('databases', '数据库'), tools: ['Kafka', 'PostgreSQL', 'Kubernetes'] },
    { name: both('languages', '编程语言'), tools: ['Java', 'JavaScript'] },
  ],
  learning: ['Machine Learning'],
  works: [
    {
      title: both('A book, worked through', '一本书的复现'),
      details: both('All examples.', '全部例子。'),
      link: null,
    },
    { title: both('An article', '一篇文章'), details: null, link: 'https://example.org/article' },
  ],
  ideas: [],
  gives_back: [both('Critical thinking.', '批判性思考。')],
  circumstances: [both('A mortgage.', '房贷。')],
  visibility: {
    about: 'public',
    request: 'public',
    skills: 'public',
    tools: 'public',
    learning: 'public',
    works: 'members',
    ideas: 'public',
    gives_back: 'public',
    circumstances: 'private',
  },
  search,
};
