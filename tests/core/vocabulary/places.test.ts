import { describe, expect, test } from 'vitest';

import { contains, findPlace, placeName, places } from '../../../core/vocabulary/places.ts';

describe('a place is found by any of its names', () => {
  test.each([
    ['沪', 'Shanghai'],
    ['京', 'Beijing'],
    ['SZ', 'Shenzhen'],
    ['HZ', 'Hangzhou'],
    ['海淀', 'Beijing'],
    ['天河', 'Guangzhou'],
    ['南山', 'Shenzhen'],
    ['滨江', 'Hangzhou'],
    ['Saigon', 'Ho Chi Minh City'],
    ['NYC', 'New York'],
    ['UK', 'United Kingdom'],
    ['EMEA', 'Europe'],
    ['LATAM', 'Latin America'],
    ['APAC', 'Asia-Pacific'],
  ])('%s is %s', (name, canonical) => {
    expect(findPlace(name)?.name).toBe(canonical);
  });
});

describe('whether a scope is open to China', () => {
  test.each([
    ['worldwide', true],
    ['China', true],
    ['Asia', true],
    ['Asia-Pacific', true],
    ['China, Japan', true],
    ['outside China', false],
    ['outside Japan', true],
    ['outside Asia', false],
    ['outside Iran, Russia', true],
    ['outside Belarus, China, Russia', false],
    ['Europe', false],
    ['Canada, United States', false],
    ['San Francisco Bay Area', false],
    ['Atlantis', false],
  ])('%s: %s', (scope, open) => {
    expect(contains(scope, 'China')).toBe(open);
  });
});

test('every city has a time zone that the platform knows', () => {
  const zones = places.flatMap(({ zone }) => (zone === null ? [] : [zone]));
  expect(() => zones.map((timeZone) => new Intl.DateTimeFormat('en', { timeZone }))).not.toThrow();
});

test('names are shown in the language of the reader', () => {
  expect(
    ['Guangzhou', 'Vietnam', 'worldwide', 'outside China', 'Narnia'].map((name) => placeName(name, 'zh')),
  ).toEqual(['广州', '越南', '全球', '中国以外', 'Narnia']);
});

test('readers of English get English names, and what lies outside an unknown place is open', () => {
  expect(['广州', 'outside China', 'Narnia'].map((name) => placeName(name, 'en'))).toEqual([
    'Guangzhou',
    'outside China',
    'Narnia',
  ]);
  expect([
    contains('worldwide', 'Narnia'),
    contains('worldwide', 'Europe'),
    contains('outside Narnia', 'China'),
  ]).toEqual([false, false, true]);
});
