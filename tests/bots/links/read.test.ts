import { describe, expect, test } from 'vitest';

import { openFetcher } from '../../../bots/links/fetch.ts';
import { linkReader } from '../../../bots/links/read.ts';
import { type Answer, openWeb, redirect } from '../../emulators/web/web.ts';

const link = 'http://jobs.example/ml-engineer';

const posting = {
  '@context': 'https://schema.org/',
  '@type': 'JobPosting',
  title: 'Machine Learning Engineer',
  hiringOrganization: { '@type': 'Organization', name: 'Acme &amp; Sons' },
  description:
    '&lt;p&gt;You train large language models with PyTorch.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Fluent English&lt;/li&gt;&lt;/ul&gt;',
  jobLocation: { '@type': 'Place', address: { addressLocality: 'Guangzhou', addressCountry: 'CN' } },
  baseSalary: {
    '@type': 'MonetaryAmount',
    currency: 'CNY',
    value: { minValue: 30000, maxValue: 45000, unitText: 'MONTH' },
  },
  employmentType: 'FULL_TIME',
};

const pageOf = (...data: readonly unknown[]): string =>
  `<!doctype html><title>Jobs</title>${data
    .map((one) => `<script type="application/ld+json">${JSON.stringify(one)}</script>`)
    .join('')}<body><p>Cookies?</p></body>`;

const plainPost = `
  <h1>Senior Backend Engineer</h1>
  <p>Initech is hiring a Senior Backend Engineer in Berlin, on site.</p>
  <h2>Requirements</h2>
  <ul><li>5 years of Go and PostgreSQL</li><li>Fluent English</li></ul>
  <p>Salary: 80,000 - 95,000 EUR per year. Apply with your CV.</p>`;

/** What is read at `link` when this is there. */
async function reads(answer: Answer | string, at = link) {
  const web = await openWeb();
  web.put(at, answer);
  return linkReader(openFetcher(web.net))(at);
}

describe('a page with a job posting for machines', () => {
  test('is read field by field, and its sentences for what is left', async () => {
    const { reading, text } = await reads(pageOf(posting));
    expect(reading?.isOpening).toBe(true);
    expect(reading?.opening).toMatchObject({
      title: 'Machine Learning Engineer',
      titles: [],
      company: 'Acme & Sons',
      locations: ['Guangzhou'],
      salary: { min: 30_000, max: 45_000, currency: 'CNY', period: 'month' },
      contract: 'full_time',
      focus: 'ml',
      applyUrl: link,
    });
    expect(reading?.opening.skills).toContain('PyTorch');
    expect(text).not.toContain('&lt;');
    for (const piece of Object.values(reading?.evidence ?? {}).flat()) expect(text).toContain(piece);
  });

  test('is found among others, with line breaks where JSON allows none', async () => {
    const broken = JSON.stringify(posting).replace('You train', 'You\n\ttrain');
    const page = `<script type="application/ld+json">{ "@type": "BreadcrumbList" </script>
      <script type="application/LD+JSON; charset=utf-8">${broken}</script>`;
    expect((await reads(page)).reading?.opening.title).toBe('Machine Learning Engineer');
  });

  test('that is repeated is one posting; two jobs are a list', async () => {
    expect((await reads(pageOf(posting, { '@graph': [posting] }))).reading).toBeDefined();
    expect(await reads(pageOf(posting, { ...posting, title: 'Data Engineer' }))).toEqual({
      obstacle: 'several',
    });
  });

  test('may be nothing but JSON', async () => {
    const { reading } = await reads((response) =>
      response.writeHead(200, { 'content-type': 'application/ld+json' }).end(JSON.stringify(posting)),
    );
    expect(reading?.opening.company).toBe('Acme & Sons');
  });
});

describe('a page in words', () => {
  test('is read like a pasted post, without what is around it', async () => {
    const { reading, text } = await reads(
      `<title>Senior Backend Engineer | Initech</title>
       <nav><a>Data Scientist in Paris, 120k</a></nav><script>var salary = "1 EUR"</script>
       <main>${plainPost}</main><footer>Lisbon office</footer>`,
    );
    expect(reading?.opening).toMatchObject({
      title: 'Senior Backend Engineer',
      locations: ['Berlin'],
      salary: { min: 80_000, max: 95_000, currency: 'EUR', period: 'year' },
      applyUrl: link,
    });
    expect(text).toMatch(/^- 5 years of Go and PostgreSQL$/mu);
    expect(text).not.toMatch(/Paris|Lisbon|var salary/u);
  });

  test.each([
    ['in its header', 'text/html; charset=gbk', ''],
    ['in its head', 'text/html', '<meta charset="gb2312">'],
    [
      'in its head, the old way',
      'text/html',
      '<meta http-equiv=Content-Type content="text/html; charset=GBK">',
    ],
  ])('in GBK is read where it says so %s', async (_where, type, head) => {
    const { reading } = await reads((response) =>
      response.writeHead(200, { 'content-type': type }).end(Buffer.concat([Buffer.from(head), gbkPost])),
    );
    expect(reading?.opening).toMatchObject({ title: '算法工程师', locations: ['Shanghai'] });
  });

  test('packed in any of the ways that were offered', async () => {
    const { gzipSync, deflateSync, brotliCompressSync } = await import('node:zlib');
    for (const [coding, pack] of Object.entries({
      gzip: gzipSync,
      deflate: deflateSync,
      br: brotliCompressSync,
    })) {
      const { reading } = await reads((response) =>
        response
          .writeHead(200, { 'content-type': 'text/html', 'content-encoding': coding })
          .end(pack(plainPost)),
      );
      expect(reading?.opening.title).toBe('Senior Backend Engineer');
    }
  });

  test.each([
    ['with the address that it calls its lasting one', '/jobs/7', 'http://jobs.example/jobs/7'],
    ['not with that of another site', 'http://evil.example/', link],
    ['not with the front page', 'http://jobs.example/', link],
    [
      'without marks of who shared it',
      '/jobs/7?id=2&utm_source=x&gclid=1',
      'http://jobs.example/jobs/7?id=2',
    ],
  ])('is kept %s', async (_how, canonical, expected) => {
    const { reading } = await reads(`<link rel="canonical" href="${canonical}">${plainPost}`);
    expect(reading?.opening.applyUrl).toBe(expected);
  });

  test('is kept with the address where it was found in the end', async () => {
    const web = await openWeb();
    web.put('http://short.example/x', redirect('http://jobs.example/ml-engineer?ref=1'));
    web.put(`${link}?ref=1`, plainPost);
    const { reading } = await linkReader(openFetcher(web.net))('http://short.example/x');
    expect(reading?.opening.applyUrl).toBe(`${link}?ref=1`);
  });
});

test.each([
  ['asks for a password', '<h1>Welcome back</h1><form><input type="password"></form>', 'login'],
  ['says nothing before its program runs', '<title>Acme</title><div id="root"></div>', 'empty'],
  [
    'is about something else',
    `<h1>Noodles</h1><p>${'We had noodles for lunch. '.repeat(20)}</p>`,
    'no_opening',
  ],
])('a page that %s offers nothing', async (_what, page, obstacle) => {
  expect(await reads(page)).toEqual({ obstacle });
});

test.each([
  ['nested', '<div>'.repeat(350_000)],
  ['opened and never closed, then closed by other names', '<b>'.repeat(300_000) + '</i>'.repeat(200_000)],
  ['one unfinished tag', `<a ${'x="1" '.repeat(300_000)}`],
  ['deep JSON', `<script type="application/ld+json">${'['.repeat(1_900_000)}</script>`],
  ['a JSON text full of markup', pageOf({ '@type': 'JobPosting', title: '<<a '.repeat(400_000) })],
])(
  'a page of two million characters, %s, is read in a time that nobody would call hanging',
  async (_what, page) => {
    const web = await openWeb();
    web.put(link, page);
    const read = linkReader(openFetcher(web.net));
    const start = performance.now();
    await read(link);
    expect(performance.now() - start).toBeLessThan(15_000);
  },
);

/** 算法工程师，上海，月薪 30-50K … as GBK has it. */
const gbkPost = Buffer.from(
  'PHRpdGxlPtXQxrg8L3RpdGxlPjxoMT7L47eouaSzzMqmPC9oMT48cD65q8u+o7rKvsD9v8a8vDwvcD48cD65pNf3tdi146O6yc+6' +
    'ozwvcD48cD7QvdfKo7ozMC01MEs8L3A+PHA+uNrOu9Kqx/Ojusrsz6QgUHl0aG9uILrNIFB5VG9yY2ijrMj9xOrS1MnPu/rG99Gn' +
    'z7C+rdHpoaM8L3A+',
  'base64',
);
