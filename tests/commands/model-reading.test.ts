import { describe, expect, test } from 'vitest';

import { openFetcher } from '../../bots/links/fetch.ts';
import { linkReader } from '../../bots/links/read.ts';
import type { ModelOutcome } from '../../commands/model-reading.ts';
import { openModelHouse } from '../bots/model/house.ts';
import { openTalk } from '../chat.ts';
import { openWeb } from '../emulators/web/web.ts';
import { goodPost, openPost } from './posts.ts';

/** A talk with a bot that has a model, and what was counted of it. */
async function openTalkWithModel() {
  const { server, house } = await openModelHouse();
  const web = await openWeb();
  const outcomes: ModelOutcome[] = [];
  const talk = await openTalk({
    ...house,
    readLink: linkReader(openFetcher(web.net)),
    noteModel: (outcome) => void outcomes.push(outcome),
  });
  return { ...talk, server, web, outcomes };
}

describe('with a language model', () => {
  test('a post is completed before it is shown, and kept as it was shown', async () => {
    const { chat, house, outcomes } = await openTalkWithModel();
    const mei = chat({ as: ['moderator'] });
    expect(await mei.says(`/submit ${openPost}`)).toMatch(/Company +Heronbay/u);
    expect(await house.store.drafts.find(1, 1)).toMatchObject({
      opening: { company: 'Heronbay' },
      evidence: { company: ['Heronbay'] },
    });
    await mei.taps('Confirm');
    expect(await mei.says('/opening 1')).toContain('Heronbay');
    expect(outcomes).toEqual(['helped']);
  });

  test('a quoted post, a post to be judged, and one that was sent without a command are completed', async () => {
    const { chat, outcomes } = await openTalkWithModel();
    const mei = chat();
    expect(await mei.says(`/submit ${openPost.replaceAll(/^/gmu, '> ')}`)).toMatch(/Company +Heronbay/u);
    expect(await mei.says(`/judge ${openPost}`)).toMatch(/Company +Heronbay/u);
    expect(await mei.says(openPost)).toMatch(/Company +Heronbay/u);
    expect(outcomes).toEqual(['helped', 'helped', 'helped']);
  });

  test('so is the page behind a link', async () => {
    const { chat, web, outcomes } = await openTalkWithModel();
    const link = 'http://jobs.example/jobs/7';
    web.put(link, openPost.replaceAll(/^(.*)$/gmu, '<p>$1</p>'));
    const answer = await chat({ language: 'zh' }).says(`/submit ${link}`);
    expect(answer).toMatch(/公司.*Heronbay/u);
    expect(outcomes).toEqual(['helped']);
  });

  test('what is sure is not sent anywhere, nor is what people say otherwise', async () => {
    const { chat, server, outcomes } = await openTalkWithModel();
    const mei = chat();
    await mei.says(`/submit ${goodPost}`);
    await mei.says('/submit noodles for lunch');
    await mei.says('/submit title="Noodle Engineer" place=Guangzhou');
    await mei.says('How are you?');
    expect(server.requests).toEqual([]);
    expect(new Set(outcomes)).toEqual(new Set(['sure']));
  });

  test('what is sent is the post, whoever hands it in, and wherever', async () => {
    const { chat, server } = await openTalkWithModel();
    await chat({ name: 'Meihua', as: ['seeker'] }).says(`/submit ${openPost}`);
    await chat({ name: 'Bo', group: 'west', language: 'zh' }).says(`/submit ${openPost}`);
    const [one, other] = server.requests;
    expect(one).toEqual(other);
    expect(JSON.parse(one?.messages[1]?.content ?? '')).toEqual({ post: openPost });
    expect(one?.messages[0]?.content).not.toMatch(/seeker|profile/iu);
  });

  test('that fails, the post is shown as the grammar reads it', async () => {
    const { chat, server, faults, outcomes } = await openTalkWithModel();
    void server.next({ kind: 'error', status: 500 });
    const { chat: plainChat } = await openTalk();
    expect(await chat().says(`/submit ${openPost}`)).toBe(await plainChat().says(`/submit ${openPost}`));
    expect([faults, outcomes]).toEqual([[], ['failed']]);
  });
});

test('without a language model everything works as it is', async () => {
  const { chat } = await openTalk();
  expect(await chat().says(`/submit ${openPost}`)).toMatch(/Company +not stated/u);
});
