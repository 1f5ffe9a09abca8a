import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';

import { openFetcher } from '../../../bots/links/fetch.ts';
import { mayRead } from '../../../bots/links/robots.ts';
import { openWeb, redirect } from '../../emulators/web/web.ts';

test.each<[rules: string, path: string, allowed: boolean]>([
  ['', '/job', true],
  ['User-agent: *\nDisallow:', '/job', true],
  ['User-agent: *\nDisallow: /', '/job', false],
  ['User-agent: *\nDisallow: /private', '/job', true],
  ['User-agent: *\nDisallow: /private', '/private/job', false],
  ['user-agent:*\r\ndisallow:/private # not here', '/private/job', false],
  ['User-agent: *\nDisallow: /jobs\nAllow: /jobs/public', '/jobs/public/1', true],
  ['User-agent: *\nAllow: /jobs\nDisallow: /jobs', '/jobs/1', true],
  ['User-agent: *\nDisallow: /*/secret', '/a/b/secret', false],
  ['User-agent: *\nDisallow: /*.pdf$', '/a.pdf', false],
  ['User-agent: *\nDisallow: /*.pdf$', '/a.pdf?x', true],
  ['User-agent: *\nDisallow: /job$', '/job', false],
  ['User-agent: *\nDisallow: /job$', '/jobs', true],
  ['User-agent: *\nDisallow: /*?share=', '/job?share=1', false],
  ['User-agent: *\nDisallow: /招聘', '/%E6%8B%9B%E8%81%98/1', false],
  ['User-agent: OtherBot\nDisallow: /', '/job', true],
  ['User-agent: *\nDisallow: /\n\nUser-agent: ReferralBot\nDisallow: /private', '/job', true],
  ['User-agent: referralbot\nUser-agent: OtherBot\nDisallow: /', '/job', false],
  [
    'User-agent: ReferralBot\nDisallow: /a\nUser-agent: x\nAllow: /\nUser-agent: ReferralBot\nDisallow: /b',
    '/b',
    false,
  ],
  ['Disallow: /', '/job', true],
  ['<!doctype html><title>Not found</title>', '/job', true],
])('%j lets %s be read: %s', (rules, path, allowed) => {
  expect(mayRead(rules, path)).toBe(allowed);
});

property.prop([fc.string({ unit: 'grapheme' }), fc.webPath()])(
  'any robots.txt is understood',
  (rules, path) => {
    expect(() => mayRead(`User-agent: *\nDisallow: ${rules}`, path)).not.toThrow();
  },
);

test('rules made to take long do not', () => {
  const start = performance.now();
  mayRead(`User-agent: *\n${`Disallow: ${'/*a'.repeat(300)}b\n`.repeat(500)}`, `/${'a'.repeat(1000)}`);
  expect(performance.now() - start).toBeLessThan(2000);
});

describe('a site', () => {
  test('is asked for its rules once', async () => {
    const web = await openWeb();
    const fetchPage = openFetcher(web.net);
    web.put('http://jobs.example/1', 'one');
    web.put('http://jobs.example/2', 'two');
    await fetchPage('http://jobs.example/1');
    await fetchPage('http://jobs.example/2');
    expect(web.asked.filter((link) => link.endsWith('/robots.txt'))).toHaveLength(1);
  });

  test.each<[what: string, status: number, rules: string, obstacle: string]>([
    ['that forbids it', 200, 'User-agent: *\nDisallow: /', 'robots'],
    ['that cannot say', 500, '', 'robots'],
  ])('%s is not read', async (_what, status, rules, obstacle) => {
    const web = await openWeb();
    web.put('http://jobs.example/robots.txt', (response) => response.writeHead(status).end(rules));
    web.put('http://jobs.example/1', 'one');
    await expect(openFetcher(web.net)('http://jobs.example/1')).rejects.toMatchObject({ obstacle });
    expect(web.asked).toEqual(['http://jobs.example/robots.txt']);
  });

  test('that forbids it is not read by way of another site either', async () => {
    const web = await openWeb();
    web.put('http://short.example/1', redirect('http://jobs.example/1'));
    web.put('http://jobs.example/robots.txt', 'User-agent: *\nDisallow: /');
    web.put('http://jobs.example/1', 'one');
    await expect(openFetcher(web.net)('http://short.example/1')).rejects.toMatchObject({
      obstacle: 'robots',
    });
  });
});
