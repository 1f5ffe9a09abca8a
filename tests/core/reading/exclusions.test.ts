import { describe, expect, test } from 'vitest';

import { readOpening } from '../../../core/reading/read.ts';

const read = (text: string) => {
  const { opening, doubts } = readOpening(text);
  const { locations, arrangement, remoteScope } = opening;
  return { locations, arrangement, remoteScope, isDoubted: doubts.includes('remoteScope') };
};
const remote = (remoteScope: string | null, isDoubted = false) => ({
  locations: [],
  arrangement: 'remote',
  remoteScope,
  isDoubted,
});

describe('who may not work from where he lives is told so', () => {
  test.each([
    ['Mica Labs | ML Engineer | Remote (worldwide except Japan)', 'Japan'],
    ['Mica Labs | ML Engineer | Remote (anywhere, but not India)', 'India'],
    ['Mica Labs | ML Engineer | Remote (global; no Brazil, Peru or Chile) | $90k', 'Brazil, Chile, Peru'],
    ['Mica Labs | ML Engineer | Remote - everywhere excluding Iran and North Korea', 'Iran, North Korea'],
    ['Mica Labs | ML Engineer | Remote (Worldwide, Russia not included)', 'Russia'],
    ['Mica Labs | ML Engineer | Remote | non-US', 'United States'],
    ['Mica Labs | ML Engineer | Remote | no remote from the UK', 'United Kingdom'],
    ['ML Engineer, remote. You must not be living in Poland.', 'Poland'],
    ['Mica Labs | ML Engineer | Remote\nWe are unable to employ people in Turkey or Egypt.', 'Egypt, Turkey'],
    ["Mica Labs is hiring an ML engineer, remote worldwide.\nWe can't hire folks in Germany.", 'Germany'],
    ['Mica Labs | ML Engineer | Remote\nNo applicants from Kenya, please.', 'Kenya'],
    ['Mica Labs | ML Engineer | Remote\nPeople from Kenya cannot be considered.', 'Kenya'],
    ['Mica Labs | ML Engineer | Remote\nUK-based applicants are not eligible.', 'United Kingdom'],
    ['Mica Labs | ML Engineer | Remote\nWe look for candidates located outside Spain.', 'Spain'],
    ['Mica Labs | ML Engineer | Remote (global)\nNot available in: Hong Kong, Iran', 'Hong Kong, Iran'],
    ['Mica Labs | ML Engineer | Remote\nExcluded countries: Cuba and Syria', 'Cuba, Syria'],
    ['ML Engineer at Mica, remote, anywhere in the world apart from Russia.', 'Russia'],
    ['招聘大模型工程师，全远程，印度地区的候选人暂不考虑', 'India'],
    ['招聘大模型工程师，全远程。暂时无法在中国大陆招人', 'China'],
    ['Title: ML Engineer\nLocation: anywhere other than France', 'France'],
    ['title: ML engineer\nlocation: remote except china', 'China'],
    ['岗位：大模型工程师\n地点：远程（中国和日本以外）', 'China, Japan'],
    ['招聘大模型工程师，全球远程（印度除外）', 'India'],
    ['招聘大模型工程师，远程（除中国大陆外均可）', 'China'],
    ['云母科技 招聘 大模型工程师，全球远程，不含俄罗斯、白俄罗斯', 'Belarus, Russia'],
    ['招聘大模型工程师，远程。人不能在中国大陆', 'China'],
    ['招聘大模型工程师，全球远程\n不接受越南候选人', 'Vietnam'],
  ])('%j: outside %s', (text, places) => {
    expect(read(text)).toEqual(remote(`outside ${places}`));
  });
});

describe('places that are left out are not taken for places that are in', () => {
  test.each([
    ['Mica Labs | ML Engineer | Remote (Africa + Europe; sorry, no Asia)', remote('Africa, Europe')],
    // No scope tells the region without one of its countries.
    ['Mica Labs | ML Engineer | Remote (EMEA, no UK)', remote('Europe', true)],
    // Nor the world without a city.
    ['Mica Labs | ML Engineer | Remote (worldwide except Berlin)', remote('worldwide', true)],
    ['Mica Labs | ML Engineer | Remote (not Berlin)', remote(null)],
    // Said of what is sold it may still be meant for those who work there.
    [
      'Mica Labs | ML Engineer | Remote\nWork from anywhere. We sell everywhere except Japan.',
      remote('outside Japan', true),
    ],
    [
      'Mica Labs | ML Engineer | Oslo or Remote (not UK)',
      { ...remote('outside United Kingdom'), locations: ['Oslo'] },
    ],
    [
      '岗位：测试工程师\n公司：云母\n地点：上海、杭州（北京不招）',
      { ...remote(null), arrangement: 'onsite', locations: ['Shanghai', 'Hangzhou'] },
    ],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('words that leave no place out', () => {
  test.each([
    ['Mica Labs | ML Engineer | Oslo or remote\nIf you are not in Oslo, work from home.', ['Oslo'], null],
    ['Mica Labs | ML Engineer | Oslo | onsite, no remote, in Oslo', ['Oslo'], null],
    ['Mica Labs | ML Engineer | Remote\nWe do not hire outside the US.', [], 'United States'],
    ['Mica Labs | ML Engineer | Remote\nFew meetings are outside US hours.', [], 'United States'],
    ['云母科技 招聘 大模型工程师，坐标上海。除了上海，北京也有岗位', ['Shanghai', 'Beijing'], null],
    ['云母科技 招聘 大模型工程师\n不能在上海办公的可以远程', ['Shanghai'], null],
  ])('%j', (text, locations, scope) => {
    expect(read(text)).toMatchObject({ locations, remoteScope: scope });
  });
});

test.each([
  ['Mica Labs | ML Engineer | Remote\nIf you are not based in the US, we post a laptop.', null],
  [
    'Mica Labs | ML Engineer | Remote\nWork from anywhere. Apart from Norway we also sell in Japan.',
    'worldwide',
  ],
  ['Mica Labs | ML Engineer | Remote\nWork from anywhere, no US passport needed.', 'worldwide'],
])('neither a condition nor a paper leaves anybody out: %j', (text, scope) => {
  expect(read(text).remoteScope).toBe(scope);
});
