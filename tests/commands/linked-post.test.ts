import { describe, expect, test } from 'vitest';

import { openFetcher } from '../../bots/links/fetch.ts';
import { linkReader } from '../../bots/links/read.ts';
import { openTalk } from '../chat.ts';
import { openWeb } from '../emulators/web/web.ts';
import { goodPost } from './posts.ts';

const link = 'http://jobs.example/jobs/7';
const page = `<link rel="canonical" href="/jobs/7"><script type="application/ld+json">${JSON.stringify({
  '@type': 'JobPosting',
  title: 'Machine Learning Engineer',
  hiringOrganization: { name: 'Initech' },
  jobLocation: { address: { addressLocality: 'Guangzhou' } },
  description: 'You build language models.',
})}</script>`;

/** A talk with a bot that reads links, and one page in the web it reads from. */
async function openTalkAboutLinks() {
  const web = await openWeb();
  web.put(link, page);
  web.put(`${link}?utm_source=chat`, page);
  const talk = await openTalk({ readLink: linkReader(openFetcher(web.net)) });
  return { ...talk, web };
}

describe('a link', () => {
  test.each([
    ['alone', link],
    ['with a few words', `What about this one? ${link}`],
    ['in Chinese words', `看看这个：${link}，合适吗？`],
    ['quoted', `> ${link}`],
  ])('%s is read, previewed and kept with where it came from', async (_how, text) => {
    const { chat, house } = await openTalkAboutLinks();
    const mei = chat({ as: ['seeker'] });
    const preview = await mei.says(`/submit ${text}`);
    expect(preview).toMatch(/Title.*Machine Learning Engineer/);
    expect(preview).toMatch(/Company.*Initech/);
    expect(preview).toContain(link);
    const draft = await house.store.drafts.find(1, 1);
    expect(draft).toMatchObject({ source: link, opening: { applyUrl: link } });
    expect(draft?.text).toContain('You build language models.');
    expect(await mei.taps('Confirm')).toMatch(/opening 1\b/);
  });

  test('needs no command in private', async () => {
    const { chat } = await openTalkAboutLinks();
    expect(await chat().says(`合适吗？${link}`)).toMatch(/Title.*Machine Learning Engineer/);
    expect(await chat({ group: 'east' }).says(link)).not.toContain('Machine Learning Engineer');
  });

  test('is kept as it came, and leads to the lasting address of the page', async () => {
    const { chat, house } = await openTalkAboutLinks();
    await chat().says(`/submit ${link}?utm_source=chat`);
    expect(await house.store.drafts.find(1, 1)).toMatchObject({
      source: `${link}?utm_source=chat`,
      opening: { applyUrl: link },
    });
  });

  test('given as the only field of a form is read', async () => {
    const { chat } = await openTalkAboutLinks();
    expect(await chat().says(`/submit link=${link}`)).toMatch(/Title.*Machine Learning Engineer/);
  });

  test('beside a post is kept, and the post counts', async () => {
    const { chat, house, web } = await openTalkAboutLinks();
    const preview = await chat().says(`/submit ${link}\n${goodPost}`);
    expect(preview).toMatch(/Title.*LLM Engineer/);
    expect(preview).not.toContain('Initech');
    expect(web.asked).toEqual([]);
    expect(await house.store.drafts.find(1, 1)).toMatchObject({ source: link });
  });

  test('beside a line that is a post already is not fetched', async () => {
    const { chat, web } = await openTalkAboutLinks();
    await chat().says(`/submit LLM Engineer at Acme, remote ${link}`);
    expect(web.asked).toEqual([]);
  });

  test('can be judged without being kept', async () => {
    const { chat } = await openTalkAboutLinks();
    const mei = chat();
    expect(await mei.says(`/judge ${link}`)).toMatch(/Title.*Machine Learning Engineer/);
    expect(await mei.says('/draft')).toContain('nothing of yours');
  });

  test('that cannot be read asks for the text, and keeps nothing', async () => {
    const { chat, faults } = await openTalkAboutLinks();
    const mei = chat();
    expect(await mei.says('/submit http://jobs.example/gone')).toMatch(/not there.*paste the text.*\/submit/);
    expect(await mei.says('/draft')).toContain('nothing of yours');
    expect(await chat({ language: 'zh' }).says('/submit http://jobs.example/gone')).toMatch(
      /已经撤下。请直接粘贴/,
    );
    expect(faults).toEqual([]);
  });

  test('is a text like any other where the bot reads no pages', async () => {
    const { chat } = await openTalk();
    expect(await chat().says(`/submit ${link}`)).toContain('does not look like a job opening');
  });
});
