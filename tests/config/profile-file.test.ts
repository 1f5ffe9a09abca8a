import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { test as property } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { loadProfiles, parseProfile, profileText } from '../../config/profile-file.ts';
import { profileSchemaText, toDocument } from '../../core/formats/profile-document.ts';
import { anyProfile } from '../core/formats/profiles.ts';

const written = `id: ann
name: Ann
headline: { en: engineer, zh: 工程师 }
search:
  phases:
    - id: trial
      name: trial
      months: 2
      criteria:
        place: { strength: must, onsite: [广州], remote_from: China }
        salary: { strength: negotiable, min: 25000, currency: CNY, period: month }
    - id: relaxed
      name: relaxed
      changes:
        salary: { below: 0.2 }
        industry: { strength: prefer }
      drop: [place]
`;
const faultsOf = (text: string) => parseProfile(text, 'ann.yaml').faults;

describe('a profile file', () => {
  it('says the same in both languages where it says it once', () => {
    expect(parseProfile(written, 'ann.yaml').value).toMatchObject({
      name: { en: 'Ann', zh: 'Ann' },
      headline: { en: 'engineer', zh: '工程师' },
    });
  });

  it('lays the changes of a later phase over the one before', () => {
    const [trial, relaxed] = parseProfile(written, 'ann.yaml').value!.search.phases;
    expect(trial?.criteria.map(({ kind }) => kind)).toEqual(['place', 'salary']);
    expect(relaxed?.criteria).toMatchObject([
      { kind: 'salary', min: 25_000, below: 0.2 },
      { kind: 'industry' },
    ]);
  });

  it('knows places by any name and keeps the English one', () => {
    expect(parseProfile(written, 'ann.yaml').value?.search.phases[0]?.criteria[0]).toMatchObject({
      onsite: ['Guangzhou'],
    });
  });

  it('has all its faults told at once, those of the criteria too', () => {
    const broken = written.replace('headline:', 'headlin:').replace('min: 25000', 'min: a lot');
    expect(faultsOf(broken)).toEqual([
      expect.stringContaining('headline: missing'),
      expect.stringContaining('did you mean "headline"?'),
      expect.stringContaining('search.phases.0.criteria.salary.min: expected a number'),
    ]);
  });

  it('keeps circumstances private unless told otherwise', () => {
    expect(parseProfile(written, 'ann.yaml').value?.visibility).toMatchObject({
      about: 'public',
      circumstances: 'private',
    });
  });

  it.each([
    [
      'headline:',
      'headlin:',
      [
        '1:1: headline: missing; expected text',
        '3:1: headlin: there is no "headlin" here; did you mean "headline"?',
      ],
    ],
    ['min: 25000', 'min: a lot', ['11:41: search.phases.0.criteria.salary.min: expected a number']],
    ['below: 0.2', 'below: 2', ['15:19: search.phases.1.changes.salary.below: too big']],
    [
      'strength: must',
      'strength: most',
      ['10:18: search.phases.0.criteria.place.strength: expected one of must,'],
    ],
    [
      '广州',
      'Guangzhu',
      [
        '10:43: search.phases.0.criteria.place.onsite.0: expected a city the bot knows, not "Guangzhu"; did you mean Guangzhou?',
      ],
    ],
    ['CNY', 'yuan', ['11:53: search.phases.0.criteria.salary.currency: expected a currency']],
    [
      'min: 25000',
      'min: 25000, max: 20',
      ['11:53: search.phases.0.criteria.salary.max: expected at least min'],
    ],
    [
      'search:',
      'skills: [{ from: 5, to: 3, skills: [Java] }]\nsearch:',
      ['4:21: skills.0.to: expected at least from'],
    ],
    ['months: 2', 'months: null', ['6:7: search.phases.0: only the last phase']],
    [
      'zh: 工程师',
      'cn: 工程师',
      ['3:1: headline.zh: missing; expected text', '3:27: headline.cn: there is no "cn" here; leave it out'],
    ],
    ['  phases:', '  start: soon\n  phases:', ['5:3: search.start: expected a date; for example 2026-11-24']],
    ['name: Ann', 'name: Ann\nname: Bob', ['3:1: Map keys must be unique']],
  ])('tells where and what when "%s" is "%s"', (right, wrong, expected) => {
    const faults = faultsOf(written.replace(right, wrong)) ?? [];
    for (const fault of expected) expect(faults).toContainEqual(expect.stringContaining(`ann.yaml:${fault}`));
    expect(faults).toHaveLength(expected.length);
  });

  property.prop([anyProfile])('holds any profile', (profile) => {
    expect(parseProfile(profileText(toDocument(profile), ['filled in by hand']), 'any.yaml')).toEqual({
      value: profile,
    });
  });
});

describe('a folder of profiles', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'profiles-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text);

  it('tells the faults of every file at once', () => {
    put('a.yaml', written.replace('id: ann', 'id: Ann'));
    put('b.yaml', written.replace('months: 2', 'months: two'));
    expect(loadProfiles(folder).faults).toEqual([
      expect.stringContaining('a.yaml:1:1: id:'),
      expect.stringContaining('b.yaml:8:7: search.phases.0.months:'),
    ]);
  });

  it('refuses two profiles with one id', () => {
    put('a.yaml', written);
    put('b.yaml', written);
    expect(loadProfiles(folder).faults).toEqual([
      expect.stringMatching(/b\.yaml:1:1: .*a\.yaml has the id "ann" too/u),
    ]);
  });

  it('is at fault when it is empty or missing', () => {
    expect(loadProfiles(folder).faults).toEqual([
      expect.stringContaining('there is no profile in this folder'),
    ]);
    expect(loadProfiles(join(folder, 'none')).faults).toEqual([
      expect.stringContaining('there is no such file'),
    ]);
  });
});

describe('the profile that comes with the bot', () => {
  it('is sound, and relaxes pay and insurance after two months', () => {
    const [zhiwei] = loadProfiles('config/profiles').value!;
    const [trial, relaxed] = zhiwei!.search.phases;
    expect(trial?.months).toBe(2);
    expect(trial?.criteria).toHaveLength(7);
    const others = (criteria = trial!.criteria) =>
      criteria.filter(({ kind }) => kind !== 'salary' && kind !== 'insurance');
    expect(others(relaxed!.criteria)).toEqual(others());
    expect(relaxed?.criteria).toContainEqual(expect.objectContaining({ kind: 'salary', below: 0.2 }));
    expect(relaxed?.criteria).toContainEqual(expect.objectContaining({ kind: 'insurance', below: 0.5 }));
    expect(zhiwei?.visibility.circumstances).toBe('private');
  });

  it('is completed by editors from a schema that is not stale (npm run schema)', () => {
    expect(readFileSync('config/profile.schema.json', 'utf8')).toBe(profileSchemaText());
  });
});
