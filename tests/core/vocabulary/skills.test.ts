import { describe, expect, test } from 'vitest';

import { findSkillEntry, skillName, skills } from '../../../core/vocabulary/skills.ts';

describe('a skill is found by any of its names', () => {
  test.each([
    ['k8s', 'Kubernetes'],
    ['golang', 'Go'],
    ['node js', 'Node.js'],
    ['机器学习', 'Machine Learning'],
    ['大模型', 'LLM'],
    ['KQL', 'Kusto Query Language'],
    ['MSSQL', 'Microsoft SQL Server'],
    ['SQL Server', 'Microsoft SQL Server'],
    ['TDD', 'Test-driven Development'],
    ['测试驱动开发', 'Test-driven Development'],
    ['写作', 'Writing'],
    ['粤语', 'Cantonese'],
    ['客家话', 'Hakka'],
    ['ｖｕｅ', 'Vue.js'],
    ['spring-boot', 'Spring Boot'],
  ])('%s is %s', (name, canonical) => {
    expect(findSkillEntry(name)?.name).toBe(canonical);
  });

  test('a name that is merely alike is no skill', () => {
    expect(['reactos', 'nodes', 'pythonic', ''].map((name) => findSkillEntry(name))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

test('no two skills share a canonical name', () => {
  expect(new Set(skills.map(({ name }) => findSkillEntry(name)?.name)).size).toBe(skills.length);
});

test('Chinese readers see the Chinese name where one is used', () => {
  expect(['LLM', 'Docker', 'Basket Weaving'].map((name) => skillName(name, 'zh'))).toEqual([
    '大模型',
    'Docker',
    'Basket Weaving',
  ]);
  expect(skillName('大模型', 'en')).toBe('LLM');
});

test('a Chinese name becomes the English one for readers of English', () => {
  expect(skillName('机器学习', 'en')).toBe('Machine Learning');
});
