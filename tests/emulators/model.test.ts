// The stand-in itself: it refuses what the real protocol refuses, in its words.

import { describe, expect, onTestFinished, test } from 'vitest';

import { openModelServer } from './model/model.ts';
import type { Extra } from './model/request.ts';

async function open(refuses: readonly Extra[] = []) {
  const model = await openModelServer({ refuses });
  onTestFinished(() => model.close());
  const post = async (body: unknown, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await fetch(`${model.url}/chat/completions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${model.key ?? ''}`,
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Readonly<Record<string, unknown>> };
  };
  return { model, post };
}

const messages = [
  { role: 'system', content: 'Answer in JSON.' },
  { role: 'user', content: 'Well?' },
];
const good = { model: 'stand-in-1', messages };

test('a request in good order is answered in the protocol’s form', async () => {
  const { model, post } = await open();
  model.answers(({ request }) => ({ heard: request.messages.length }));
  const { status, body } = await post({
    ...good,
    temperature: 0,
    max_tokens: 20,
    response_format: { type: 'json_object' },
  });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    object: 'chat.completion',
    choices: [{ message: { role: 'assistant', content: '{"heard":2}' }, finish_reason: 'stop' }],
  });
  expect(model.requests).toHaveLength(1);
});

describe('is refused:', () => {
  const cases: readonly (readonly [what: string, body: unknown, status: number, words: RegExp])[] = [
    ['what is no JSON', '{', 400, /could not parse the JSON body/u],
    ['a list', [good], 400, /could not parse the JSON body/u],
    ['no model', { messages }, 400, /must provide a model parameter/u],
    ['another model', { ...good, model: 'gpt-9' }, 404, /model `gpt-9` does not exist/u],
    ['no messages', { model: good.model }, 400, /Missing required parameter: 'messages'/u],
    ['an empty talk', { ...good, messages: [] }, 400, /Invalid value for 'messages'/u],
    ['a strange role', { ...good, messages: [{ role: 'boss', content: '' }] }, 400, /'messages'/u],
    ['a number as words', { ...good, messages: [{ role: 'user', content: 4 }] }, 400, /'messages'/u],
    ['too much heat', { ...good, temperature: 3 }, 400, /'temperature'/u],
    ['half a token', { ...good, max_tokens: 0.5 }, 400, /'max_tokens'/u],
    ['a strange format', { ...good, response_format: { type: 'xml' } }, 400, /'response_format'/u],
    ['an unknown parameter', { ...good, budget: 1 }, 400, /Unrecognized request argument supplied: budget/u],
    [
      'the JSON mode without the word',
      {
        ...good,
        messages: [{ role: 'user', content: 'Well?' }],
        response_format: { type: 'json_object' },
      },
      400,
      /must contain the word 'json'/u,
    ],
  ];
  test.each(cases)('%s', async (_what, sent, expected, words) => {
    const { model, post } = await open();
    const { status, body } = await post(sent);
    expect(status).toBe(expected);
    expect(body).toMatchObject({
      error: { message: expect.stringMatching(words), type: 'invalid_request_error' },
    });
    expect(model.requests).toEqual([]);
  });

  test('a missing key, a wrong one, and a body that is not called JSON', async () => {
    const { post } = await open();
    const none = await post(good, { authorization: '' });
    expect([none.status, JSON.stringify(none.body)]).toEqual([401, expect.stringContaining('API key')]);
    const wrong = await post(good, { authorization: 'Bearer sk-wrong-key' });
    expect(wrong.status).toBe(401);
    expect(wrong.body).toMatchObject({
      error: { message: 'Incorrect API key provided: sk-***key.', code: 'invalid_api_key' },
    });
    expect((await post(good, { 'content-type': 'text/plain' })).status).toBe(400);
  });

  test('another address, and another method', async () => {
    const { model } = await open();
    const headers = { authorization: `Bearer ${model.key}`, 'content-type': 'application/json' };
    const elsewhere = await fetch(`${model.url}/completions`, { method: 'POST', headers, body: '{}' });
    expect(elsewhere.status).toBe(404);
    expect((await fetch(`${model.url}/chat/completions`, { headers })).status).toBe(405);
  });

  test.each<Extra>(['response_format', 'temperature', 'max_tokens', 'system'])(
    '%s by a server without it',
    async (extra) => {
      const { post } = await open([extra]);
      const full = { ...good, temperature: 0, max_tokens: 20, response_format: { type: 'json_object' } };
      expect((await post(full)).status).toBe(400);
      expect((await post({ model: good.model, messages: messages.slice(1) })).status).toBe(200);
    },
  );
});
