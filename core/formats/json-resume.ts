// Profiles as JSON Resume (v1.0.0, jsonresume.org) and back. It knows what the standard has room for; all else, and
// the words of the other language, travel whole in `meta.referralBot`, which wins when the resume comes back.

import { z } from 'zod';

import type { Language } from '../language.ts';
import { sections, type Profile, type Section, type Tier } from '../profile.ts';
import { toDocument, type DocumentFault, type ProfileDocument } from './profile-document.ts';

const text = z.string().optional();
const textList = z.array(z.string()).optional();
const url = z.url().optional();
const date = z
  .string()
  .regex(/^[12]\d{3}(?:-[01]\d(?:-[0-3]\d)?)?$/u, 'expected a date as 2014-06-29, 2014-06 or 2014')
  .optional();
const period = { startDate: date, endDate: date };
const listOf = <Shape extends z.ZodRawShape>(shape: Shape) => z.array(z.looseObject(shape)).optional();

/** What the published schema asks of a resume. */
export const jsonResume = z.strictObject({
  $schema: url,
  basics: z
    .looseObject({
      name: text,
      label: text,
      image: text,
      email: z.email().optional(),
      phone: text,
      url,
      summary: text,
      location: z
        .looseObject({ address: text, postalCode: text, city: text, countryCode: text, region: text })
        .optional(),
      profiles: listOf({ network: text, username: text, url }),
    })
    .optional(),
  work: listOf({
    name: text,
    location: text,
    description: text,
    position: text,
    url,
    ...period,
    summary: text,
    highlights: textList,
  }),
  volunteer: listOf({
    organization: text,
    position: text,
    url,
    ...period,
    summary: text,
    highlights: textList,
  }),
  education: listOf({
    institution: text,
    url,
    area: text,
    studyType: text,
    ...period,
    score: text,
    courses: textList,
  }),
  awards: listOf({ title: text, date, awarder: text, summary: text }),
  certificates: listOf({ name: text, date, url, issuer: text }),
  publications: listOf({ name: text, publisher: text, releaseDate: date, url, summary: text }),
  skills: listOf({ name: text, level: text, keywords: textList }),
  languages: listOf({ language: text, fluency: text }),
  interests: listOf({ name: text, keywords: textList }),
  references: listOf({ name: text, reference: text }),
  projects: listOf({
    name: text,
    description: text,
    highlights: textList,
    keywords: textList,
    ...period,
    url,
    roles: textList,
    entity: text,
    type: text,
  }),
  meta: z
    .looseObject({
      canonical: url,
      version: text,
      lastModified: text,
      referralBot: z.looseObject({}).optional(),
    })
    .optional(),
});
export type JsonResume = z.infer<typeof jsonResume>;

/** The resume for readers of `language`; private sections are in it only where `withPrivate` is set. */
export function toJsonResume(profile: Profile, language: Language, withPrivate: boolean): JsonResume {
  const shown = withPrivate ? profile : withoutPrivate(profile);
  return {
    $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
    basics: {
      name: shown.name[language],
      label: shown.headline[language],
      summary: shown.about.map((paragraph) => paragraph[language]).join('\n\n'),
    },
    skills: [
      ...shown.skills.map((tier) => ({ name: years(tier), level: years(tier), keywords: [...tier.skills] })),
      ...shown.tools.map(({ name, tools }) => ({ name: name[language], keywords: [...tools] })),
    ],
    interests: shown.learning.map((name) => ({ name })),
    projects: shown.works.map(({ title, details, link }) => ({
      name: title[language],
      ...(details === null ? {} : { description: details[language] }),
      ...(link === null ? {} : { url: link }),
    })),
    meta: { version: 'v1.0.0', referralBot: toDocument(shown) },
  };
}

const years = ({ from, to }: Tier): string => (to === null ? `${from}+ years` : `${from}-${to} years`);

function withoutPrivate(profile: Profile): Profile {
  const hidden = sections.filter((section) => profile.visibility[section] === 'private');
  const emptied: Partial<Record<Section, readonly never[]>> = Object.fromEntries(
    hidden.map((name) => [name, []]),
  );
  return { ...profile, ...emptied };
}

export type ResumeReading =
  /** `complete`: it was exported from here, and nothing is left for the person to fill in. */
  | { readonly document: unknown; readonly complete: boolean; readonly faults?: never }
  | { readonly faults: readonly DocumentFault[]; readonly document?: never };

/** The document, still to be checked by `readProfile`, of the profile `id` that a resume holds. */
export function fromJsonResume(json: unknown, id: string): ResumeReading {
  const read = jsonResume.safeParse(json);
  if (!read.success) return { faults: read.error.issues.map(({ path, message }) => ({ path, message })) };
  const own = read.data.meta?.referralBot;
  if (own !== undefined) return { document: { ...own, id }, complete: true };
  return { document: draft(read.data, id), complete: false };
}

/** A first profile out of what somebody else's resume says, said once for both languages. */
function draft(
  { basics, work, skills, languages, projects, publications }: JsonResume,
  id: string,
): ProfileDocument {
  const rows = skills ?? [];
  const single = rows
    .filter(({ keywords }) => (keywords ?? []).length === 0)
    .flatMap(({ name }) => filled(name));
  const spoken = (languages ?? []).flatMap(({ language }) => filled(language));
  return {
    id,
    name: filled(basics?.name)[0] ?? id,
    headline: filled(basics?.label)[0] ?? id,
    about: (basics?.summary ?? '').split(/\n{2,}/u).flatMap(filled),
    tools: [
      { name: { en: 'spoken languages', zh: '语言' }, tools: spoken },
      ...rows.map(({ name, keywords }) => ({
        name: filled(name)[0] ?? { en: 'other', zh: '其他' },
        tools: (keywords ?? []).flatMap(filled),
      })),
      { name: { en: 'skills', zh: '技能' }, tools: single },
    ].filter(({ tools }) => tools.length > 0),
    works: [
      ...(work ?? []).map(({ position, name, summary, url: link }) => ({
        title: [position, name].flatMap(filled).join(', '),
        details: summary,
        link,
      })),
      ...(projects ?? []).map(({ name, description, url: link }) => ({
        title: name,
        details: description,
        link,
      })),
      ...(publications ?? []).map(({ name, summary, url: link }) => ({
        title: name,
        details: summary,
        link,
      })),
    ].flatMap(({ title, details, link }) =>
      filled(title).map((known) => ({
        title: known,
        details: filled(details)[0] ?? null,
        link: link !== undefined && /^https?:/u.test(link) ? link : null,
      })),
    ),
    search: { phases: [{ id: 'search', name: { en: 'search', zh: '求职' }, criteria: {} }] },
  };
}

/** The text, trimmed, where there is one. */
const filled = (words: string | undefined): readonly string[] => {
  const trimmed = words?.trim() ?? '';
  return trimmed === '' ? [] : [trimmed];
};
