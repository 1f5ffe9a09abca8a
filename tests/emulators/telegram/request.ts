// A request's body, whatever its form: JSON, query, url-encoded or multipart.

import type { IncomingMessage } from 'node:http';

import { Params, type Upload } from './params.ts';
import { badRequest, Refusal } from './refusal.ts';

const largest = 52_428_800;

/** Throws a refusal on a body that cannot be read. */
export async function readParams(request: IncomingMessage, query: URLSearchParams): Promise<Params> {
  const body = await readBody(request);
  const fromQuery = Object.fromEntries(query);
  const type = request.headers['content-type'] ?? '';
  if (body.length === 0) return new Params(fromQuery);
  if (type.startsWith('application/json')) return new Params({ ...fromQuery, ...readJson(body.toString()) });
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return new Params({ ...fromQuery, ...Object.fromEntries(new URLSearchParams(body.toString())) });
  }
  const boundary = /^multipart\/form-data;.*?boundary="?([^";]+)/iu.exec(type)?.[1];
  if (boundary === undefined) return new Params(fromQuery);
  const { values, uploads } = readParts(body, boundary);
  return new Params({ ...fromQuery, ...values }, uploads);
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > largest) throw new Refusal(413, 'Request Entity Too Large');
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
}

function readJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return Object.fromEntries(Object.entries(value));
    }
  } catch {
    // Refused below, like JSON that is no object.
  }
  throw badRequest("can't parse request JSON object");
}

function readParts(body: Buffer, boundary: string) {
  const values: Record<string, string> = {};
  const uploads = new Map<string, Upload>();
  const mark = Buffer.from(`--${boundary}`);
  for (let at = body.indexOf(mark); at !== -1;) {
    const next = body.indexOf(mark, at + mark.length);
    if (next === -1) break;
    const part = body.subarray(at + mark.length + 2, next - 2);
    at = next;
    const split = part.indexOf('\r\n\r\n');
    if (split === -1) continue;
    const headers = part.subarray(0, split).toString();
    const content = part.subarray(split + 4);
    const name = /\bname="([^"]*)"/iu.exec(headers)?.[1];
    const file = /\bfilename="([^"]*)"/iu.exec(headers)?.[1];
    if (name === undefined) continue;
    if (file === undefined) values[name] = content.toString();
    else uploads.set(name, { name: file, bytes: Buffer.from(content) });
  }
  return { values, uploads };
}
