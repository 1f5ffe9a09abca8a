import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';

import { fromJobPosting, toJobPosting } from '../../../core/formats/job-posting.ts';
import {
  arrangements,
  blankOpening,
  contracts,
  focuses,
  type Opening,
  periods,
  requiredLanguages,
} from '../../../core/opening.ts';
import { normalise } from '../../../core/reading/normalise.ts';
import { places } from '../../../core/vocabulary/places.ts';
import { skills } from '../../../core/vocabulary/skills.ts';

const words = fc
  .string({ unit: 'grapheme', maxLength: 60 })
  .map((text) => normalise(text).replaceAll('\n', ' '))
  .filter((text) => text !== '');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const some = (names: readonly string[], most: number) =>
  fc.uniqueArray(fc.constantFrom(...names), { maxLength: most });
const namesOf = (kind: string) => places.filter((place) => place.kind === kind).map(({ name }) => name);
const figure = fc.integer({ min: 1, max: 10_000_000 });

const anySalary = fc
  .record({
    min: maybe(figure),
    max: maybe(figure),
    currency: fc.constantFrom('CNY', 'USD', 'EUR', 'USDT', 'PLN'),
    period: fc.constantFrom(...periods),
    monthsPerYear: maybe(fc.integer({ min: 12, max: 18 })),
  })
  .filter(({ min, max }) => (min ?? max) !== null)
  .map((pay) =>
    pay.min !== null && pay.max !== null && pay.min > pay.max ? { ...pay, min: pay.max, max: pay.min } : pay,
  );

const anyScope = fc.oneof(
  fc.constantFrom('worldwide', 'outside China'),
  some([...namesOf('country'), ...namesOf('region')], 4)
    .filter((names) => names.length > 0)
    .map((names) => names.toSorted().join(', ')),
);

const anyOpening: fc.Arbitrary<Opening> = fc
  .record({
    title: maybe(words),
    titles: fc.array(words, { maxLength: 3 }),
    company: maybe(words),
    locations: fc.oneof(
      some(namesOf('city'), 4),
      some(namesOf('country'), 3),
      fc.constant(['Springfield', 'St. Ives']),
    ),
    arrangement: fc.constantFrom(...arrangements),
    remoteScope: maybe(anyScope),
    salary: maybe(anySalary),
    insuranceBase: maybe(figure),
    contract: fc.constantFrom(...contracts),
    skills: some(
      skills.map(({ name }) => name),
      15,
    ),
    languageRequired: fc.constantFrom(...requiredLanguages),
    focus: fc.constantFrom(...focuses),
    applyUrl: maybe(fc.webUrl()),
    contact: maybe(words),
  })
  .map((opening) => (opening.arrangement === 'remote' ? opening : { ...opening, remoteScope: null }));

const throughText = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What the first posting of a page's JSON-LD says. */
const read = (json: unknown) => fromJobPosting(json)[0]?.opening ?? null;

const posting = (fields: object) => ({
  '@context': 'https://schema.org/',
  '@type': 'JobPosting',
  title: 'ML Engineer',
  ...fields,
});

const place = (address: unknown) => ({ '@type': 'Place', address });

describe('JobPosting', () => {
  property.prop([anyOpening])('takes any opening out and back whole', (opening) => {
    expect(fromJobPosting(throughText(toJobPosting(opening))).map((one) => one.opening)).toEqual([opening]);
  });

  property.prop([anyOpening])('has evidence for every value that is read', (opening) => {
    for (const { opening: found, evidence } of fromJobPosting(throughText(toJobPosting(opening)))) {
      const known = Object.entries(found).filter(
        ([name, value]) => JSON.stringify(value) !== JSON.stringify(blank.get(name)),
      );
      expect(Object.keys(evidence).toSorted()).toEqual(known.map(([name]) => name).toSorted());
    }
  });

  property.prop([fc.jsonValue({ maxDepth: 8 })])('is looked for in anything without failing', (json) => {
    expect(() => fromJobPosting(json)).not.toThrow();
    expect(() =>
      fromJobPosting({ '@type': 'JobPosting', baseSalary: json, jobLocation: json }),
    ).not.toThrow();
  });

  it('is what other readers of schema.org know', () => {
    const opening: Opening = {
      ...blankOpening,
      title: 'ML Engineer',
      company: 'Acme',
      locations: ['Guangzhou'],
      arrangement: 'remote',
      remoteScope: 'China',
      salary: { min: 30_000, max: 45_000, currency: 'CNY', period: 'month', monthsPerYear: 14 },
      contract: 'internship',
      applyUrl: 'https://acme.example/jobs/1',
    };
    expect(toJobPosting(opening)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'JobPosting',
      title: 'ML Engineer',
      hiringOrganization: { '@type': 'Organization', name: 'Acme' },
      jobLocation: [
        {
          '@type': 'Place',
          address: { '@type': 'PostalAddress', addressLocality: 'Guangzhou', addressCountry: 'CN' },
        },
      ],
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: [{ '@type': 'Country', name: 'China' }],
      baseSalary: {
        '@type': 'MonetaryAmount',
        currency: 'CNY',
        value: { '@type': 'QuantitativeValue', minValue: 30_000, maxValue: 45_000, unitText: 'MONTH' },
      },
      employmentType: 'INTERN',
      url: 'https://acme.example/jobs/1',
      'urn:referral-bot:opening': { monthsPerYear: 14 },
    });
  });

  it.each([
    ['in a list', [{ '@type': 'WebSite', name: 'Board' }, posting({})]],
    ['in a graph', { '@context': 'https://schema.org', '@graph': [posting({})] }],
    ['as what the page is about', { '@type': 'WebPage', mainEntity: posting({}) }],
    ['under one of several types', { ...posting({}), '@type': ['Thing', 'JobPosting'] }],
    ['under a whole type', { ...posting({}), '@type': 'http://schema.org/JobPosting' }],
  ])('is found %s', (_where, json) => {
    expect(read(json)?.title).toBe('ML Engineer');
  });

  it.each<[what: string, fields: object, expected: Partial<Opening>]>([
    ['a company by its name alone', { hiringOrganization: ' Acme ' }, { company: 'Acme' }],
    [
      'a place in one line',
      { jobLocation: place('Shenzhen, Guangdong, China') },
      { locations: ['Shenzhen'] },
    ],
    [
      'a place in Chinese',
      { jobLocation: place({ addressLocality: '广州市' }) },
      { locations: ['Guangzhou'] },
    ],
    [
      'a city named as a region',
      { jobLocation: place({ addressRegion: '北京', addressLocality: '' }) },
      { locations: ['Beijing'] },
    ],
    ['a country by its code', { jobLocation: place({ addressCountry: 'DE' }) }, { locations: ['Germany'] }],
    [
      'a country as a thing',
      { jobLocation: [place({ addressCountry: { '@type': 'Country', name: 'Germany' } })] },
      { locations: ['Germany'] },
    ],
    ['no town called Remote', { jobLocation: place({ addressLocality: 'Remote' }) }, { locations: [] }],
    [
      'remote work from anywhere',
      { jobLocationType: 'TELECOMMUTE', applicantLocationRequirements: { name: 'Anywhere' } },
      { arrangement: 'remote', remoteScope: 'worldwide' },
    ],
    [
      'remote work from some countries',
      { jobLocationType: 'TELECOMMUTE', applicantLocationRequirements: [{ name: 'US' }, { name: 'Canada' }] },
      { arrangement: 'remote', remoteScope: 'Canada, United States' },
    ],
    [
      'remote work from nobody says where',
      { jobLocationType: 'TELECOMMUTE' },
      { arrangement: 'remote', remoteScope: null },
    ],
    [
      'pay in text figures',
      {
        baseSalary: {
          currency: 'usd',
          value: { minValue: '90,000', maxValue: '120000.00', unitText: 'year' },
        },
      },
      { salary: { min: 90_000, max: 120_000, currency: 'USD', period: 'year', monthsPerYear: null } },
    ],
    [
      'one figure',
      { baseSalary: { currency: 'EUR', value: { value: 55, unitText: 'HOUR' } } },
      { salary: { min: 55, max: 55, currency: 'EUR', period: 'hour', monthsPerYear: null } },
    ],
    [
      'a floor alone',
      { baseSalary: { currency: 'CNY', value: { minValue: 20_000, maxValue: 0, unitText: 'MONTH' } } },
      { salary: { min: 20_000, max: null, currency: 'CNY', period: 'month', monthsPerYear: null } },
    ],
    [
      'no pay where boards write nothing',
      { baseSalary: { currency: 'CNY', value: { minValue: 0, maxValue: 0, unitText: 'MONTH' } } },
      { salary: null },
    ],
    [
      'no pay without a period',
      { baseSalary: { currency: 'CNY', value: { minValue: 20_000 } } },
      { salary: null },
    ],
    [
      'no pay by the week',
      { baseSalary: { currency: 'USD', value: { value: 2000, unitText: 'WEEK' } } },
      { salary: null },
    ],
    [
      'no pay that runs backwards',
      { baseSalary: { currency: 'USD', value: { minValue: 9, maxValue: 2, unitText: 'DAY' } } },
      { salary: null },
    ],
    ['employment as people write it', { employmentType: 'Full-time' }, { contract: 'full_time' }],
    [
      'several kinds of employment',
      { employmentType: ['CONTRACTOR', 'FULL_TIME'] },
      { contract: 'full_time' },
    ],
    ['an internship', { employmentType: 'INTERN' }, { contract: 'internship' }],
    ['skills in one line', { skills: 'pytorch, k8s; teamwork' }, { skills: ['PyTorch', 'Kubernetes'] }],
    ['no link that is none', { url: 'javascript:alert(1)' }, { applyUrl: null }],
    [
      'a person to write to',
      { applicationContact: { email: 'mailto:jobs@acme.example' } },
      { contact: 'jobs@acme.example' },
    ],
  ])('states %s', (_what, fields, expected) => {
    expect(read(posting(fields))).toMatchObject(expected);
  });

  it('gives its sentences, and pay that only a reader of sentences understands', () => {
    const [found] = fromJobPosting(posting({ description: 'You train models.', baseSalary: '30-45K·14薪' }));
    expect(found?.prose).toBe('Salary: 30-45K·14薪\n\nYou train models.');
    expect(found?.evidence).toEqual({ title: ['ML Engineer'] });
  });
});

const blank = new Map<string, unknown>(Object.entries(blankOpening));
