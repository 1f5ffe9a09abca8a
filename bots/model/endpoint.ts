// One question to an endpoint that speaks the OpenAI chat protocol. Knows its requests and answers, and what servers
// refuse of them; what is asked and what the words mean is none of its business.

import { z } from 'zod';

import type { Question } from '../../core/reading/question.ts';

export interface Endpoint {
  /** What `/chat/completions` comes after. */
  readonly url: string;
  readonly name: string;
  /** Servers of one's own need none. */
  readonly key: string | null;
}

export interface AskLimits {
  /** In milliseconds, for everything from the first name to the last byte. */
  readonly patience: number;
  /** In bytes. */
  readonly size: number;
}

export const ordinaryAsking: AskLimits = { patience: 6000, size: 100_000 };

/** What came back: words, or why there are none, with a detail for operators. */
export type Said =
  | { readonly words: string; readonly failure?: never }
  | {
      /** `garbled` is an answer that is none. */
      readonly failure: 'late' | 'failed' | 'garbled';
      readonly detail: string;
      /** In milliseconds, where the server says when it may be asked again. */
      readonly pause: number | null;
      readonly words?: never;
    };

/** Asks this endpoint; never fails, and never takes longer than the limit. */
export function openEndpoint(
  endpoint: Endpoint,
  limits: AskLimits = ordinaryAsking,
): (question: Question) => Promise<Said> {
  /** Whether the server refuses what is said beyond the bare protocol. */
  let isPlain = false;

  return async (question) => {
    const signal = AbortSignal.timeout(limits.patience);
    const post = (body: object) => postJson(endpoint, body, signal, limits.size);
    try {
      const first = await post(isPlain ? plain(question, endpoint) : full(question, endpoint));
      if (isPlain || !refusesRequest.has(first.status)) return saidIn(first);
      const second = await post(plain(question, endpoint));
      isPlain = isFine(second);
      return saidIn(second);
    } catch (fault) {
      return { failure: signal.aborted ? 'late' : 'failed', detail: detailOf(fault), pause: null };
    }
  };
}

/** In tokens; more than every fact of a post takes. */
const longestAnswer = 1000;

const full = ({ instructions, data }: Question, { name }: Endpoint) => ({
  model: name,
  messages: [
    { role: 'system', content: instructions },
    { role: 'user', content: data },
  ],
  temperature: 0,
  max_tokens: longestAnswer,
  response_format: { type: 'json_object' },
});

/** For servers and models without a JSON mode, limits under these names, or a role for instructions. */
const plain = ({ instructions, data }: Question, { name }: Endpoint) => ({
  model: name,
  messages: [{ role: 'user', content: `${instructions}\n\n${data}` }],
});

/** Statuses of a server that does not like what a request says. */
const refusesRequest = new Set([400, 422]);

interface Answered {
  readonly status: number;
  readonly retryAfter: string | null;
  /** `null`: longer than the limit. */
  readonly text: string | null;
}

async function postJson(
  { url, key }: Endpoint,
  body: object,
  signal: AbortSignal,
  size: number,
): Promise<Answered> {
  const answer = await fetch(`${url}/chat/completions`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify(body),
    // Whoever sends the key and the post elsewhere is not the one who was configured.
    redirect: 'error',
    signal,
  });
  const text = await textOf(answer, size);
  return { status: answer.status, retryAfter: answer.headers.get('retry-after'), text };
}

async function textOf({ body }: Response, most: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop ends the connection.
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

const isFine = ({ status }: Answered): boolean => status >= 200 && status < 300;

/** A model that refuses or calls a tool has no content. */
const Completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).min(1),
});

/** What servers say of their refusals. */
const Refusal = z.object({ error: z.object({ message: z.string() }) });

function saidIn(answer: Answered): Said {
  const { status, retryAfter, text } = answer;
  const value = json(text ?? '');
  if (!isFine(answer)) {
    const reason = Refusal.safeParse(value).data?.error.message ?? '';
    return { failure: 'failed', detail: `${status} ${reason}`.slice(0, 300), pause: pauseOf(retryAfter) };
  }
  const choice = Completion.safeParse(value).data?.choices[0];
  if (choice !== undefined) return { words: choice.message.content ?? '' };
  return { failure: 'garbled', detail: text === null ? 'too long' : text.slice(0, 120), pause: null };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Of a header in seconds. */
const pauseOf = (retryAfter: string | null): number | null =>
  /^\d{1,9}$/u.test(retryAfter ?? '') ? Number(retryAfter) * 1000 : null;

const detailOf = (fault: unknown): string =>
  fault instanceof Error && fault.cause instanceof Error
    ? `${fault.message}: ${fault.cause.message}`
    : String(fault);
