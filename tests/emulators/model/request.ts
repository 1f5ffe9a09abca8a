// What the protocol asks of a request, and how a server words its refusals: key, address, JSON, every parameter.

import type { IncomingMessage } from 'node:http';

import { Refusal } from './refusal.ts';

interface Message {
  readonly role: string;
  readonly content: string;
}

export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly Message[];
  readonly [parameter: string]: unknown;
}

/** Parameters and roles that servers and models differ in. */
export type Extra = 'response_format' | 'temperature' | 'max_tokens' | 'system';

export interface House {
  /** `null`: whoever comes is served. */
  readonly key: string | null;
  readonly model: string;
  readonly refuses: readonly Extra[];
}

/** The request as far as it can be answered; throws a `Refusal` in the words of the real one. */
export async function readRequest(request: IncomingMessage, house: House): Promise<ChatRequest> {
  const text = await textOf(request);
  checkAddress(request);
  checkKey(request, house);
  if (request.headers['content-type']?.split(';')[0] !== 'application/json') {
    throw new Refusal(
      400,
      'Unsupported content type; the body of a request has to be application/json (Content-Type).',
    );
  }
  const body = jsonOf(text);
  for (const name of Object.keys(body)) {
    if (!Object.hasOwn(parameters, name)) {
      throw new Refusal(400, `Unrecognized request argument supplied: ${name}`);
    }
  }
  for (const [name, { check, right }] of Object.entries(parameters)) {
    const value = body[name];
    if (value !== undefined && !check(value)) {
      throw new Refusal(400, `Invalid value for '${name}': expected ${right}.`, {
        param: name,
        code: 'invalid_value',
      });
    }
  }
  const { model, messages } = body as Partial<ChatRequest>;
  if (model === undefined) throw new Refusal(400, 'you must provide a model parameter');
  if (messages === undefined) {
    throw new Refusal(400, "Missing required parameter: 'messages'.", {
      param: 'messages',
      code: 'missing_required_parameter',
    });
  }
  if (model !== house.model) {
    throw new Refusal(404, `The model \`${model}\` does not exist or you do not have access to it.`, {
      code: 'model_not_found',
    });
  }
  const chat: ChatRequest = { ...body, model, messages };
  checkExtras(chat, house);
  return chat;
}

function checkAddress({ url = '', method = '' }: IncomingMessage): void {
  if (url !== '/v1/chat/completions') {
    throw new Refusal(404, `Invalid URL (${method} ${url})`, { code: 'unknown_url' });
  }
  if (method !== 'POST') {
    throw new Refusal(405, `Not allowed to ${method} on ${url}.`, { code: 'method_not_supported' });
  }
}

function checkKey({ headers }: IncomingMessage, { key }: House): void {
  if (key === null) return;
  const given = /^Bearer (\S+)$/u.exec(headers.authorization ?? '')?.[1];
  if (given === undefined) throw new Refusal(401, "You didn't provide an API key.");
  if (given === key) return;
  const shown = `${given.slice(0, 3)}***${given.slice(-3)}`;
  throw new Refusal(401, `Incorrect API key provided: ${shown}.`, { code: 'invalid_api_key' });
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function jsonOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Refused below, like JSON that is no object.
  }
  throw new Refusal(400, 'We could not parse the JSON body of your request.');
}

interface Parameter {
  readonly check: (value: unknown) => boolean;
  readonly right: string;
}

const between =
  (least: number, most: number) =>
  (value: unknown): boolean =>
    typeof value === 'number' && value >= least && value <= most;

const isMessage = (value: unknown): boolean => {
  const { role, content } = { ...(value as Partial<Message> | null) };
  return ['system', 'developer', 'user', 'assistant'].includes(role ?? '') && typeof content === 'string';
};

const formats = ['text', 'json_object'];

/** Those that this project has a use for; the real protocol has more, and an unknown one is refused all the same. */
const parameters: Readonly<Record<string, Parameter>> = {
  model: { check: (value) => typeof value === 'string' && value !== '', right: 'a string' },
  messages: {
    check: (value) => Array.isArray(value) && value.length > 0 && value.every(isMessage),
    right: 'an array of messages with at least one of them',
  },
  temperature: { check: between(0, 2), right: 'a number from 0 to 2' },
  max_tokens: {
    check: (value) => Number.isInteger(value) && between(1, 16_384)(value),
    right: 'a whole number from 1 to 16384',
  },
  response_format: {
    check: (value) => formats.includes({ ...(value as { readonly type?: string } | null) }.type ?? ''),
    right: `an object with a type that is one of ${formats.join(', ')}`,
  },
};

function checkExtras(chat: ChatRequest, { refuses }: House): void {
  const refused = refuses.find((extra) =>
    extra === 'system' ? chat.messages.some(({ role }) => role === 'system') : chat[extra] !== undefined,
  );
  if (refused !== undefined) {
    const message =
      refused === 'system'
        ? 'System role not supported'
        : `Unsupported parameter: '${refused}' is not supported with this model.`;
    throw new Refusal(400, message, { param: refused, code: 'unsupported_parameter' });
  }
  const wantsJson = JSON.stringify(chat['response_format'] ?? null).includes('json_object');
  if (wantsJson && !chat.messages.some(({ content }) => /json/iu.test(content))) {
    throw new Refusal(
      400,
      "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
      { param: 'messages' },
    );
  }
}
