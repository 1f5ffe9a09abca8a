// Ways to make the bot reach what it must not, or work without end. Each is refused in words; none is a fault.

import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

import { describe, expect, onTestFinished, test } from 'vitest';

import { isPublic } from '../../../bots/links/address.ts';
import { type FetchLimits, openFetcher, ordinaryFetch } from '../../../bots/links/fetch.ts';
import { internet, type Net } from '../../../bots/links/net.ts';
import { linkReader } from '../../../bots/links/read.ts';
import type { LinkObstacle } from '../../../commands/linked-post.ts';
import { openTalk } from '../../chat.ts';
import { type Answer, html, openWeb, redirect, type Web } from '../../emulators/web/web.ts';

const site = 'http://jobs.example';
const post =
  '<h1>Data Engineer</h1><p>Acme is hiring a Data Engineer in Berlin. 5 years of Python. Apply now.</p>';
/** What must never be seen. */
const secret = '<h1>Data Engineer</h1><p>Acme is hiring a Data Engineer. Password: hunter2. Apply.</p>';

describe('an address that is not of the open net', () => {
  test.each<[link: string, how: string]>([
    ['http://127.0.0.1/', 'loopback'],
    ['http://127.8.9.10/', 'all of loopback'],
    ['http://localhost/', 'its name'],
    ['http://LOCALHOST./', 'its name, complete'],
    ['http://admin.localhost/', 'a name under it'],
    ['http://2130706433/', 'decimal'],
    ['http://0x7f000001/', 'hexadecimal'],
    ['http://0x7f.1/', 'hexadecimal and short'],
    ['http://017700000001/', 'octal'],
    ['http://0177.0.0.1/', 'octal in part'],
    ['http://127.1/', 'short'],
    ['http://127.0.1/', 'less short'],
    ['http://0/', 'this host, short'],
    ['http://0.0.0.0/', 'this host'],
    ['http://①②⑦.⓪.⓪.①/', 'in circled digits'],
    ['http://127。0。0。1/', 'with Chinese dots'],
    ['http://%31%32%37.0.0.1/', 'in percents'],
    ['http://10.0.0.1/', 'private'],
    ['http://172.16.0.1/', 'private'],
    ['http://172.31.255.255/', 'the last private'],
    ['http://192.168.1.1/', 'a router'],
    ['http://169.254.169.254/latest/meta-data/', 'a cloud'],
    ['http://2852039166/', 'a cloud, decimal'],
    ['http://0xa9fea9fe/', 'a cloud, hexadecimal'],
    ['http://100.100.100.200/', 'another cloud'],
    ['http://168.63.129.16/', 'a cloud under a public number'],
    ['http://metadata.google.internal/', 'a cloud, by name'],
    ['http://100.64.0.1/', 'behind a carrier'],
    ['http://192.0.0.192/', 'special'],
    ['http://198.18.0.1/', 'for measuring'],
    ['http://203.0.113.5/', 'for examples'],
    ['http://224.0.0.1/', 'to many'],
    ['http://255.255.255.255/', 'to all'],
    ['http://240.0.0.1/', 'for later'],
    ['http://[::1]/', 'IPv6 loopback'],
    ['http://[0:0:0:0:0:0:0:1]/', 'IPv6 loopback in full'],
    ['http://[::]/', 'IPv6 this host'],
    ['http://[::ffff:127.0.0.1]/', 'mapped'],
    ['http://[::ffff:7f00:1]/', 'mapped, hexadecimal'],
    ['http://[::ffff:8.8.8.8]/', 'mapped, whatever it holds'],
    ['http://[::127.0.0.1]/', 'compatible'],
    ['http://[::ffff:0:127.0.0.1]/', 'translated'],
    ['http://[64:ff9b::7f00:1]/', 'NAT64'],
    ['http://[64:ff9b:1::7f00:1]/', 'local NAT64'],
    ['http://[2002:7f00:1::]/', '6to4'],
    ['http://[2001:0:7f00:1::]/', 'Teredo'],
    ['http://[fe80::1]/', 'link-local'],
    ['http://[fec0::1]/', 'site-local'],
    ['http://[fd00:ec2::254]/', 'a cloud in IPv6'],
    ['http://[fc00::1]/', 'unique local'],
    ['http://[ff02::1]/', 'IPv6 to many'],
    ['http://[100::1]/', 'into nothing'],
    ['http://[2001:db8::1]/', 'IPv6 for examples'],
    ['http://intranet/', 'a name without a dot'],
    ['http://printer.local/', 'a name in the house'],
    ['http://wiki.corp/', 'a name in a company'],
  ])('is refused before anything is sent: %s (%s)', async (link) => {
    expect(await reads(link)).toBe('private');
  });

  test.each<[how: string, addresses: readonly string[]]>([
    ['loopback', ['127.0.0.1']],
    ['a private one', ['10.1.2.3']],
    ['IPv6 loopback', ['::1']],
    ['a mapped one', ['::ffff:169.254.169.254']],
    ['one with a zone', ['fe80::1%eth0']],
    ['a public one with a zone', ['2606:2800:220:1::1%lo']],
    ['a public and a private one', ['93.184.215.14', '192.168.0.1']],
  ])('is refused behind a public name: %s', async (_how, addresses) => {
    const web = await openWeb();
    web.put(`${site}/`, secret);
    web.point('jobs.example', addresses);
    expect(await reads(`${site}/`, web)).toBe('private');
    expect(web.asked).toEqual([]);
  });

  test('is refused when the name means it only at the second look', async () => {
    const web = await openWeb();
    web.put(`${site}/a`, post);
    // The first look is for robots.txt.
    web.point('jobs.example', ['93.184.215.14'], ['127.0.0.1']);
    expect(await reads(`${site}/a`, web)).toBe('private');
    expect(web.asked).toEqual([`${site}/robots.txt`]);
  });

  test('is refused where the net resolves for real', async () => {
    const server = createServer((socket) => socket.destroy());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    let visits = 0;
    server.on('connection', () => (visits += 1));
    const { port } = server.address() as AddressInfo;
    const fetchPage = openFetcher({
      // Every name is this host, and the port is right: only the check stands between.
      resolve: () => internet.resolve('localhost'),
      dial: (options, callback) => internet.dial({ ...options, port: String(port) }, callback),
    });
    expect(await linkReader(fetchPage)(`${site}/`)).toEqual({ obstacle: 'private' });
    expect(visits).toBe(0);
  });

  test.each<[location: string, obstacle: LinkObstacle]>([
    ['http://127.0.0.1/', 'private'],
    ['//2130706433/', 'private'],
    ['http://[::ffff:7f00:1]/', 'private'],
    ['http://inside.example/', 'private'],
    ['file:///etc/passwd', 'scheme'],
    ['ftp://jobs.example/', 'scheme'],
    ['data:text/html,hello', 'scheme'],
    ['http://jobs.example:8080/', 'port'],
    ['http://root:toor@jobs.example/', 'credentials'],
    ['http://', 'link'],
  ])('or otherwise forbidden is refused after a redirect: %s', async (location, obstacle) => {
    for (const status of [301, 307]) {
      const web = await openWeb();
      web.put(`${site}/`, redirect(location, status));
      web.point('inside.example', ['10.0.0.7']);
      expect(await reads(`${site}/`, web)).toBe(obstacle);
    }
  });

  test('is refused when robots.txt redirects there', async () => {
    const web = await openWeb();
    web.put(`${site}/`, post);
    web.put(`${site}/robots.txt`, redirect('http://169.254.169.254/latest/'));
    expect(await reads(`${site}/`, web)).toBe('private');
  });
});

test.each<[link: string, obstacle: LinkObstacle]>([
  ['file:///etc/passwd', 'scheme'],
  ['ftp://jobs.example/', 'scheme'],
  ['gopher://jobs.example/', 'scheme'],
  ['javascript:alert(1)', 'scheme'],
  ['data:text/html,hello', 'scheme'],
  ['http://user@jobs.example/', 'credentials'],
  ['http://user:word@jobs.example/', 'credentials'],
  ['http://jobs.example@127.0.0.1/', 'credentials'],
  ['http://jobs.example:22/', 'port'],
  ['http://jobs.example:6379/', 'port'],
  ['https://jobs.example:8443/', 'port'],
  ['http://[fe80::1%25eth0]/', 'link'],
  ['http://127.0.0.1.256/', 'link'],
  ['nonsense', 'link'],
  [`http://jobs.example/${'a'.repeat(2000)}`, 'link'],
  ['http://nosuch.example/', 'unknown_host'],
])('a link that is no ordinary page is refused: %s', async (link, obstacle) => {
  expect(await reads(link)).toBe(obstacle);
});

const packed =
  (bytes: Uint8Array, coding: string): Answer =>
  (response) =>
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': coding }).end(bytes);
const typed =
  (type: string): Answer =>
  (response) =>
    response.writeHead(200, { 'content-type': type }).end(post);
const endless =
  (begin: Record<string, string>, piece: string): Answer =>
  (response) => {
    response.writeHead(200, begin);
    const more = (): void => {
      while (response.write(piece));
      response.once('drain', more);
    };
    more();
  };
const drip: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  const timer = setInterval(() => response.write('<p>'), 20);
  response.on('close', () => clearInterval(timer));
};
const silence: Answer = () => {};
const zeros = Buffer.alloc(100_000_000);

describe('a site that would keep the fetcher busy', () => {
  test.each<[how: string, answer: Answer, obstacle: LinkObstacle]>([
    ['with an endless page', endless({ 'content-type': 'text/html' }, 'x'.repeat(65_536)), 'large'],
    [
      'by naming a large size',
      (response) =>
        response.writeHead(200, { 'content-type': 'text/html', 'content-length': '3000000000' }).write('x'),
      'large',
    ],
    ['with a bomb in gzip', packed(gzipSync(zeros), 'gzip'), 'large'],
    ['with a bomb in deflate', packed(deflateSync(zeros), 'deflate'), 'large'],
    ['with a bomb in brotli', packed(brotliCompressSync(zeros.subarray(0, 30_000_000)), 'br'), 'large'],
    [
      'with much that unpacks to nothing',
      packed(Buffer.concat(Array.from({ length: 120_000 }, () => gzipSync(''))), 'gzip'),
      'large',
    ],
    ['with a bomb packed twice', packed(gzipSync(gzipSync(zeros)), 'gzip, gzip'), 'broken'],
    ['with what is packed in no known way', packed(Buffer.from(post), 'zstd9'), 'broken'],
    ['with what only claims to be packed', packed(Buffer.from(post), 'gzip'), 'broken'],
    ['drop by drop', drip, 'slow'],
    ['with silence', silence, 'slow'],
    [
      'with silence after the head',
      (response) => response.writeHead(200, { 'content-type': 'text/html' }).flushHeaders(),
      'slow',
    ],
    [
      'with endless headers',
      (response) =>
        response.writeHead(200, { 'content-type': 'text/html', x: 'x'.repeat(100_000) }).end(post),
      'broken',
    ],
    ['by going in circles', redirect('/'), 'redirects'],
    ['by hanging up', (response) => response.destroy(), 'unreachable'],
    [
      'by hanging up in the middle',
      (response) =>
        response
          .writeHead(200, { 'content-type': 'text/html', 'content-length': '999' })
          .end('x', () => response.destroy()),
      'broken',
    ],
    ['with a film', typed('video/mp4'), 'kind'],
    ['with an archive', typed('application/zip'), 'kind'],
    ['with a document', typed('application/pdf'), 'kind'],
    ['with nobody knows what', typed('nonsense'), 'kind'],
    ['with a failure', (response) => response.writeHead(503).end(), 'broken'],
    ['with a redirect to nowhere', (response) => response.writeHead(302).end(), 'broken'],
  ])('%s is left', { timeout: 10_000 }, async (_how, answer, obstacle) => {
    const web = await openWeb();
    web.put(`${site}/`, answer);
    expect(await reads(`${site}/`, web, { patience: 1500 })).toBe(obstacle);
  });

  test.each<[status: number, obstacle: LinkObstacle]>([
    [401, 'login'],
    [403, 'forbidden'],
    [404, 'gone'],
    [410, 'gone'],
    [429, 'forbidden'],
    [451, 'forbidden'],
    [999, 'forbidden'],
    [500, 'broken'],
  ])('or answers %i is told apart', async (status, obstacle) => {
    const web = await openWeb();
    web.put(`${site}/`, (response) => response.writeHead(status, { 'content-type': 'text/html' }).end(post));
    expect(await reads(`${site}/`, web)).toBe(obstacle);
  });

  test('by sending people to log in is told apart', async () => {
    const web = await openWeb();
    web.put(`${site}/job/1`, redirect('/accounts/login?next=/job/1'));
    web.put(`${site}/accounts/login?next=/job/1`, post);
    expect(await reads(`${site}/job/1`, web)).toBe('login');
  });

  test('by refusing the connection is left', async () => {
    const web = await openWeb();
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    web.put(`${site}/`, post);
    const net: Net = {
      ...web.net,
      dial: (options, callback) =>
        internet.dial({ ...options, hostname: '127.0.0.1', port: String(port) }, callback),
    };
    expect(await reads(`${site}/`, { ...web, net })).toBe('unreachable');
  });

  test('by speaking no TLS where it should is left', async () => {
    const web = await openWeb();
    web.put(`${site}/`, post);
    expect(await reads('https://jobs.example/', web)).toBe('unreachable');
  });

  test('is reached by another of its addresses where one is dead', async () => {
    const web = await openWeb();
    web.put(`${site}/`, post);
    web.point('jobs.example', ['93.184.215.15', '93.184.215.14']);
    const dial: Net['dial'] = (options, callback) =>
      options.hostname === '93.184.215.15'
        ? callback(new Error('dead'), null)
        : web.net.dial(options, callback);
    expect(await reads(`${site}/`, { ...web, net: { ...web.net, dial } })).toBe('read');
  });

  test('by never saying what its name means is left', async () => {
    const web = await openWeb();
    const net = { ...web.net, resolve: () => new Promise<never>(() => {}) };
    expect(await reads(`${site}/`, { ...web, net }, { patience: 100 })).toBe('slow');
  });

  test('is followed over five redirects, and not over six', async () => {
    const web = await openWeb();
    for (let hop = 0; hop < 6; hop += 1) web.put(`${site}/${hop}`, redirect(`/${hop + 1}`));
    web.put(`${site}/6`, html(post));
    expect(await reads(`${site}/1`, web)).toBe('read');
    expect(await reads(`${site}/0`, web)).toBe('redirects');
  });

  test('cannot keep more pages waiting than there are turns', async () => {
    const web = await openWeb();
    web.put(`${site}/slow`, silence);
    const read = linkReader(openFetcher(web.net, { ...ordinaryFetch, patience: 300, atOnce: 2 }));
    const all = await Promise.all([1, 2, 3].map(() => read(`${site}/slow`)));
    expect(all.map(({ obstacle }) => obstacle)).toEqual(['slow', 'slow', 'busy']);
    web.put(`${site}/`, post);
    expect((await read(`${site}/`)).reading).toBeDefined();
  });
});

describe('a request', () => {
  test('says who asks, and carries nothing that a site gave before', async () => {
    const web = await openWeb();
    web.put(`${site}/`, (response) =>
      response.writeHead(302, { location: '/2', 'set-cookie': 'id=1; Path=/' }).end(),
    );
    web.put(`${site}/2`, post);
    expect(await reads(`${site}/`, web)).toBe('read');
    expect(web.requests.map(({ url }) => url)).toEqual(['/robots.txt', '/', '/2']);
    for (const { headers, method } of web.requests) {
      expect(method).toBe('GET');
      expect(headers['user-agent']).toMatch(/^ReferralBot \(/u);
      expect(Object.keys(headers)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/cookie|authorization|referer/u)]),
      );
    }
  });
});

test.each([
  '8.8.8.8',
  '1.1.1.1',
  '93.184.215.14',
  '172.32.0.1',
  '100.128.0.1',
  '2606:4700:4700::1111',
  '2a00:1450:4001::1',
])('%s is of the open net', (address) => {
  expect(isPublic(address)).toBe(true);
});

test.each(['en', 'zh'] as const)('a refusal says why and what to do, in %s', async (language) => {
  const web = await openWeb();
  const { chat, faults } = await openTalk({ readLink: linkReader(openFetcher(web.net)) });
  const answer = await chat({ language }).says('/submit http://169.254.169.254/latest/meta-data/');
  expect(answer).toMatch(language === 'en' ? /public internet.*paste the text/u : /公开的互联网.*粘贴/u);
  expect(faults).toEqual([]);
});

/** What keeps the link from being read, or `read`. */
async function reads(link: string, web?: Web, limits: Partial<FetchLimits> = {}): Promise<string> {
  const { net } = web ?? (await openWeb());
  const reading = await linkReader(openFetcher(net, { ...ordinaryFetch, ...limits }))(link);
  return reading.obstacle ?? 'read';
}
