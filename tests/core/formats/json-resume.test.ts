import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';

import { fromJsonResume, jsonResume, toJsonResume } from '../../../core/formats/json-resume.ts';
import { readProfile } from '../../../core/formats/profile-document.ts';
import { seeker } from '../../seeker.ts';
import { anyProfile } from './profiles.ts';

const language = fc.constantFrom('en', 'zh');

describe('JSON Resume', () => {
  property.prop([anyProfile, language])('takes any profile out and back whole', (profile, spoken) => {
    const json: unknown = JSON.parse(JSON.stringify(toJsonResume(profile, spoken, true)));
    expect(readProfile(fromJsonResume(json, profile.id).document)).toEqual({ profile });
  });

  property.prop([anyProfile, language, fc.boolean()])(
    'is always valid by the published schema',
    (profile, spoken, withPrivate) => {
      expect(jsonResume.safeParse(toJsonResume(profile, spoken, withPrivate)).error).toBeUndefined();
    },
  );

  it('leaves private sections out unless they are asked for', () => {
    expect(JSON.stringify(toJsonResume(seeker, 'en', false))).not.toContain('mortgage');
    expect(JSON.stringify(toJsonResume(seeker, 'en', true))).toContain('mortgage');
  });

  it('leaves a section out of the standard parts too when it is private', () => {
    const shy = {
      ...seeker,
      visibility: { ...seeker.visibility, works: 'private', skills: 'private' },
    } as const;
    const resume = toJsonResume(shy, 'en', false);
    expect(resume.projects).toEqual([]);
    expect(JSON.stringify(resume)).not.toContain('Big Data');
  });

  it('speaks the language asked for where the standard has one text', () => {
    expect(toJsonResume(seeker, 'zh', false).basics?.label).toBe('从云计算转向机器学习');
  });

  it("makes a valid profile of a stranger's resume", () => {
    const { document } = fromJsonResume(
      {
        basics: { name: 'Ann', label: 'Engineer', summary: 'First.\n\nSecond.' },
        skills: [{ name: 'Web', keywords: ['HTML', 'CSS'] }, { name: 'Go' }],
        languages: [{ language: 'French', fluency: 'native' }],
        work: [{ name: 'Acme', position: 'Engineer', startDate: '2014-06' }],
        projects: [{ name: 'A tool', url: 'https://example.org/tool' }, { description: 'nameless' }],
      },
      'ann',
    );
    const { profile } = readProfile(document);
    expect(profile?.about.map(({ en }) => en)).toEqual(['First.', 'Second.']);
    expect(profile?.tools.map(({ name, tools }) => [name.en, ...tools])).toEqual([
      ['spoken languages', 'French'],
      ['Web', 'HTML', 'CSS'],
      ['skills', 'Go'],
    ]);
    expect(profile?.works.map(({ title }) => title.en)).toEqual(['Engineer, Acme', 'A tool']);
    expect(profile?.search.phases[0]?.criteria).toEqual([]);
  });

  it.each([
    [{ basics: { email: 'ann at example' } }, 'basics.email'],
    [{ work: [{ startDate: '06/2014' }] }, 'work.0.startDate'],
    [{ projects: [{ url: 'example' }] }, 'projects.0.url'],
    [{ skills: {} }, 'skills'],
  ])('names what is wrong with %j', (json, path) => {
    expect(fromJsonResume(json, 'ann').faults?.map((fault) => fault.path.join('.'))).toEqual([path]);
  });
});
