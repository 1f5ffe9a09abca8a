import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';

import { canonicalLink, duplicateKeys, likeness } from '../../core/duplicates.ts';
import { blankOpening, type Opening } from '../../core/opening.ts';

const story = `We build a search engine for the archives of museums. You will write the services that read, cut and rank
letters, maps and diaries in forty languages; you will run them, measure them and make them fast. Our stack is Go,
PostgreSQL and a little Rust. We meet once a quarter in Lisbon, work in small teams, and ship every day.`;
const chineseStory =
  '我们为博物馆的档案做搜索引擎。你会编写读取、切分、排序信件、地图和日记的服务，支持四十种语言，并负责上线、度量和提速。技术栈是 Go、PostgreSQL 和少量 Rust。每季度在里斯本见面一次，小团队合作，每天发布。';

const post = (opening: Partial<Opening> = {}, text = story) => ({
  opening: { ...blankOpening, title: 'Backend Engineer', company: 'Archivo', ...opening },
  text,
});

/** How both show to be one, provided that a database brings them together at all. */
function found(one: ReturnType<typeof post>, other: ReturnType<typeof post>) {
  const keys = new Set(duplicateKeys(one));
  expect(likeness(other, one)).toBe(likeness(one, other));
  return duplicateKeys(other).some((key) => keys.has(key)) ? likeness(one, other) : null;
}

describe('a link', () => {
  test.each([
    ['https://www.jobs.example.com/a/7', 'http://jobs.example.com/a/7/'],
    ['https://jobs.example.com/a/7?utm_source=x&utm_medium=y', 'https://JOBS.example.com/a/7#apply'],
    ['https://boards.example.com/x?gh_jid=12&gh_src=abc', 'https://boards.example.com/x?gh_jid=12'],
    ['https://example.com/view?b=2&a=1', 'example.com/view?a=1&b=2&fbclid=9'],
    ['https://app.example.com/apply/9#/job/7?from=wechat', 'https://app.example.com/apply/9#/job/7'],
  ])('%s is %s', (one, other) => {
    expect(canonicalLink(one)).not.toBeNull();
    expect(canonicalLink(one)).toBe(canonicalLink(other));
  });

  test.each([
    ['https://example.com/view?jk=1', 'https://example.com/view?jk=2'],
    ['https://boards.example.com/x?gh_jid=12', 'https://boards.example.com/x?gh_jid=13'],
    ['https://app.example.com/apply#/job/7', 'https://app.example.com/apply#/job/8'],
    ['https://one.example.com/jobs/1', 'https://other.example.com/jobs/1'],
    ['https://example.com/Jobs/aB', 'https://example.com/Jobs/ab'],
  ])('%s is not %s', (one, other) => {
    expect(canonicalLink(one)).not.toBe(canonicalLink(other));
  });

  test.each([
    'https://www.example.com/',
    'https://example.com/?utm_source=x',
    'mailto:a@example.com',
    'http://',
  ])('%s is of no single job', (link) => {
    expect(canonicalLink(link)).toBeNull();
  });

  property.prop([fc.webUrl({ withQueryParameters: true, withFragments: true })])(
    'stays what it is, and does not mind who shared it',
    (link) => {
      const canonical = canonicalLink(link);
      if (canonical === null) return;
      expect(canonicalLink(canonical)).toBe(canonical);
      const url = new URL(link);
      url.searchParams.append('utm_campaign', 'autumn');
      expect(canonicalLink(url.href)).toBe(canonical);
    },
  );
});

describe('by link', () => {
  const applyUrl = 'https://archivo.example.com/jobs/31';
  const short = { applyUrl, company: null };

  test('two posts with little else in common are one', () => {
    expect(
      found(post({ applyUrl }), post({ ...short, applyUrl: `${applyUrl}/?utm_source=x` }, 'see there')),
    ).toBe('link');
    expect(found(post({ applyUrl }), post({ ...short, title: '后端工程师' }, chineseStory))).toBe('link');
  });

  test('other jobs behind one page are others', () => {
    expect(found(post({ applyUrl }), post({ ...short, title: 'Data Engineer' }, 'see there'))).toBeNull();
    expect(found(post({ applyUrl }), post({ applyUrl, locations: ['Berlin'] }))).toBe('link');
    expect(
      found(post({ applyUrl, locations: ['Paris'] }), post({ applyUrl, locations: ['Berlin'] })),
    ).toBeNull();
  });
});

describe('by text', () => {
  const quoted = `Seen elsewhere:\n${story.replaceAll(/^/gmu, '> ')}\nAnyone?`;

  test('a quoted, corrected or shortened post is the same', () => {
    expect(found(post(), post({}, quoted))).toBe('text');
    expect(
      found(post(), post({}, story.replace('forty', '40').replace('Lisbon', 'Porto').toUpperCase())),
    ).toBe('text');
    expect(found(post(), post({ company: null }, story.split('. We meet')[0]))).toBe('text');
    expect(found(post({ title: 'Senior Back-end Developer' }), post({ title: 'Sr. Backend Engineer' }))).toBe(
      'text',
    );
  });

  test('a post within a longer message is the same', () => {
    const message = Array.from({ length: 90 }, (_, at) => `remark${at * at}`).join(' ');
    expect(likeness(post(), post({}, `${story} ${message}`))).toBe('text');
    expect(likeness(post(), post({}, `${story.slice(0, 120)} ${message}`))).toBeNull();
  });

  test('another job, employer or place in the same words is another opening', () => {
    for (const other of [
      { title: 'Senior Backend Engineer' },
      { title: 'Frontend Engineer' },
      { title: 'Backend Engineer II' },
      { company: 'Bibliotheca' },
    ]) {
      expect(found(post(), post(other))).toBeNull();
    }
    expect(found(post({ locations: ['Lisbon'] }), post({ locations: ['Porto'] }))).toBeNull();
    expect(found(post({ locations: ['China'] }), post({ locations: ['Guangzhou'] }))).toBe('text');
  });

  test('other titles that both posts name are worth a question', () => {
    const named = `Senior Backend Engineer | Archivo\n${story}\nReports to the Head of Search.`;
    const one = post({ title: 'Senior Backend Engineer' }, named);
    expect(found(one, post({ title: 'Head of Search' }, `${named} Tell your friends.`))).toBe('mention');
    expect(found(one, post({ title: null }, named))).toBe('mention');
    // Chosen from the very same post.
    expect(found(one, post({ title: 'Head of Search' }, named))).toBeNull();
  });

  test('a post of several jobs is only one that offers the same jobs', () => {
    const roles = ['Backend Engineer', 'Data Engineer', 'Product Designer'];
    const offering = (titles: readonly string[]) =>
      post({ title: titles[0] ?? null, titles }, `${titles.join('\n')}\n${story}`);
    const all = offering(roles);
    expect(found(all, offering(roles))).toBe('text');
    expect(found(all, offering(roles.slice(0, 2)))).toBe('text');
    expect(found(all, offering(['Backend Engineer', 'Security Engineer', 'Recruiter']))).toBeNull();
    expect(found(all, offering(['Backend Engineer', 'Data Engineer', 'Recruiter']))).toBeNull();
    expect(found(all, offering(['Site Engineer', 'Data Engineer', 'Product Designer']))).toBeNull();
    expect(found(all, post())).toBeNull();
  });

  const letters = fc.array(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), { minLength: 3, maxLength: 9 });
  const words = fc.array(
    letters.map((one) => one.join('')),
    { minLength: 60, maxLength: 200 },
  );

  property.prop([words])('marks, case, width and line ends do not count', (list) => {
    const text = list.join(' ');
    const shouted = list.join(' — \n* ').toUpperCase().replaceAll('A', '\u{ff21}');
    expect(duplicateKeys(post({}, shouted))).toEqual(duplicateKeys(post({}, text)));
  });

  property.prop([words, fc.nat()])('one word lost does not hide a post', (list, at) => {
    const text = list.join(' ');
    expect(found(post({}, text), post({}, list.toSpliced(at % list.length, 1).join(' ')))).toBe('text');
  });

  property.prop([words, words])('unrelated posts are not one', (list, other) => {
    fc.pre(list.filter((word) => other.includes(word)).length * 4 < list.length);
    expect(likeness(post({}, list.join(' ')), post({}, other.join(' ')))).toBeNull();
  });
});

describe('jobs of one post', () => {
  const applyUrl = 'https://archivo.example.com/careers/all';
  const jobOf = (postId: number, title: string, text = `${title}\n${story}`) => ({
    ...post({ title, applyUrl }, text),
    postId,
  });

  test('are never one, however alike', () => {
    expect(found(jobOf(1, 'Backend Engineer'), jobOf(1, 'Data Engineer'))).toBeNull();
    expect(found(jobOf(1, 'Backend Engineer'), jobOf(1, 'Backend Engineer'))).toBeNull();
  });

  test('are those of another post where the jobs are the same', () => {
    expect(found(jobOf(1, 'Backend Engineer'), jobOf(2, 'Backend Engineer'))).toBe('link');
    expect(found(jobOf(1, 'Backend Engineer'), post({ applyUrl }))).toBe('link');
    expect(found(jobOf(1, 'Backend Engineer'), post({}, `${story} Ask me.`))).toBe('text');
    expect(found(jobOf(1, 'Backend Engineer'), jobOf(2, '后端工程师'))).toBe('link');
  });

  test('are not taken for others that both posts name, or that are named in another language', () => {
    const both = `Backend Engineer, Data Engineer\n${story}`;
    const one = jobOf(1, 'Backend Engineer', both);
    expect(found(one, jobOf(2, 'Data Engineer', `${both} Ask me.`))).toBeNull();
    expect(found(one, post({ title: 'Data Engineer', applyUrl }, `${both} Ask me.`))).toBeNull();
    expect(found(jobOf(1, 'Backend Engineer'), jobOf(2, '数据工程师'))).toBeNull();
  });

  test('are not the post as a whole', () => {
    const titles = ['Backend Engineer', 'Data Engineer'];
    const whole = post({ title: titles[0] ?? null, titles, applyUrl }, `${titles.join('\n')}\n${story}`);
    expect(found(jobOf(1, 'Backend Engineer', whole.text), whole)).toBeNull();
  });
});

describe('by employer, job and place', () => {
  const english = {
    company: 'ByteDance',
    title: 'Senior Machine Learning Engineer',
    locations: ['Shenzhen'],
  };
  const chinese = { company: '字节跳动', title: '高级机器学习工程师', locations: ['Shenzhen', 'Beijing'] };

  test('a post and its translation are one', () => {
    expect(found(post(english), post(chinese, chineseStory))).toBe('job');
    expect(
      found(
        post({ company: 'Archivo Inc.', arrangement: 'remote' }),
        post({ company: 'Archivo', title: '后端研发工程师', arrangement: 'remote' }, chineseStory),
      ),
    ).toBe('job');
  });

  test('a line or two about a job that is known in full are one with it', () => {
    expect(found(post(english), post(english, 'ByteDance hires, ask me'))).toBe('job');
  });

  test('another place, pay, rank or job is another opening', () => {
    const pay = { currency: 'CNY', period: 'month', monthsPerYear: null } as const;
    for (const other of [
      { locations: ['Shanghai'] },
      { locations: [] },
      { title: '机器学习工程师' },
      { title: '高级数据工程师' },
      { company: '腾讯' },
      { title: '高级机器学习工程师', titles: ['高级机器学习工程师', '产品经理'] },
      { salary: { min: 50_000, max: 60_000, ...pay } },
    ]) {
      const salary = { min: 20_000, max: 30_000, ...pay };
      expect(found(post({ ...english, salary }), post({ ...chinese, ...other }, chineseStory))).toBeNull();
    }
  });

  test('two long posts in one language are compared by their texts', () => {
    const another = story.split(' ').toReversed().join('q');
    expect(found(post(english), post(english, another))).toBeNull();
  });

  test('a title that says nothing of the work is no job', () => {
    const vague = { ...english, title: 'Software Engineer' };
    expect(found(post(vague), post({ ...chinese, title: '软件工程师' }, chineseStory))).toBeNull();
  });
});
