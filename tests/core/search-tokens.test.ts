import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';

import { queryTokens, searchTokens } from '../../core/search-tokens.ts';

describe('a text is found by', () => {
  test.each([
    ['C++, C# and .NET!', ['c++', 'c#', 'and', '.net', 'net']],
    ['Node.js/Vue.js.', ['node.js', 'node', 'js', 'vue.js', 'vue']],
    ['full-time', ['full-time', 'full', 'time']],
    ['Ｃａｆé ÅNGSTRÖM', ['cafe', 'angstrom']],
    ['ASP.NET-C#', ['asp.net-c#', 'asp', 'net', 'c#']],
    ['机器学习', ['机器', '器学', '学习', '习']],
    ['用C++写', ['用', 'c++', '写']],
    ['3+ years, #python', ['3+', 'years', 'python']],
    ['한국어 हिन्दी', ['한국어', 'हिन्दी']],
    ['… — !', []],
  ])('%s', (text, tokens) => {
    expect(searchTokens(text)).toEqual(tokens);
  });

  test('a word that nobody would type to its end, cut', () => {
    const [token] = searchTokens('x'.repeat(5000));
    expect(token).toBe('x'.repeat(64));
    expect(queryTokens('x'.repeat(6000))).toEqual([{ token, prefix: false }]);
  });
});

describe('a query asks for', () => {
  test.each([
    ['Node.js c++', ['node.js', 'c++']],
    ['机器学习', ['机器', '器学', '学习']],
    ['深', ['深*']],
    ['rust Rust RUST', ['rust']],
    ['!?', []],
  ])('%s', (query, tokens) => {
    expect(queryTokens(query).map(({ token, prefix }) => (prefix ? `${token}*` : token))).toEqual(tokens);
  });
});

property.prop([fc.string({ unit: 'binary', maxLength: 40 })])(
  'no token holds what a database would have to have escaped',
  (text) => {
    for (const token of [...searchTokens(text), ...queryTokens(text).map((one) => one.token)]) {
      expect(token).toMatch(/^[^\s"'\\*\0]+$/u);
      expect(token.isWellFormed()).toBe(true);
    }
  },
);

const words = fc.constantFrom(
  'C++',
  'c#',
  '.NET',
  'Node.js',
  '机器学习',
  '深圳',
  '推',
  'Go',
  'café',
  'gpt-4',
  'e.V.',
);

property.prop([fc.array(words, { minLength: 1, maxLength: 6 }), fc.array(words, { maxLength: 6 })])(
  'every word of a text finds the text, whatever stands beside it',
  (found, others) => {
    const tokens = searchTokens([...others, ...found, ...others].join(', '));
    for (const { token, prefix } of queryTokens(found.join(' '))) {
      expect(tokens.some((one) => (prefix ? one.startsWith(token) : one === token))).toBe(true);
    }
  },
);
