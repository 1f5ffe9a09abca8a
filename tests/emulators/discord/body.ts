// What a request to send or edit a message asks for, checked against the limits of content, embeds, files and flags.

import { readComponents } from './components.ts';
import { isGiven, isRecord, lengthOf, listOf, numberOf, recordOf, recordsOf, stringOf } from './json.ts';
import type { Json } from './json.ts';
import { emptyMessage } from './refusal.ts';
import type { Form, Path } from './refusal.ts';

export const flags = { suppressEmbeds: 4, ephemeral: 64, loading: 128, silent: 4096, v2: 32_768 } as const;

export interface Upload {
  readonly field: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** Of an edit, what is left out is undefined: it stays as it was. */
export interface Body {
  readonly content: string | undefined;
  readonly embeds: readonly Json[] | undefined;
  readonly components: readonly Json[] | undefined;
  /** Uploads with their descriptions; of an edit also the ids of those that stay. */
  readonly files: readonly (Upload & { readonly description: string | null })[];
  readonly keptFiles: ReadonlySet<string> | undefined;
  readonly flags: number;
  readonly nonce: string | number | undefined;
  readonly enforceNonce: boolean;
  readonly allowedMentions: Json | undefined;
  readonly replyTo: string | undefined;
}

const legacyFields = ['content', 'embeds', 'poll', 'sticker_ids'];

/** Faults go to the form; closing it is the caller's part. `present`: names of files the message already has. */
export function readBody(
  form: Form,
  path: Path,
  json: Json,
  uploads: readonly Upload[],
  v2Before: boolean,
  present: readonly string[] = [],
): Body {
  const asked = numberOf(json['flags']);
  const v2 = v2Before || (asked & flags.v2) !== 0;
  if (v2) {
    for (const field of legacyFields.filter(
      (name) =>
        isGiven(json[name]) && json[name] !== '' && !(Array.isArray(json[name]) && json[name].length === 0),
    )) {
      form.fault(
        [...path, field],
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      );
    }
  }
  const files = readFiles(form, path, json, uploads);
  const names = new Set([...files.map(({ name }) => name), ...present]);
  const content = form.text([...path, 'content'], json['content'], 0, 2000).trim();
  return {
    content: json['content'] === undefined ? undefined : content,
    embeds: json['embeds'] === undefined ? undefined : readEmbeds(form, [...path, 'embeds'], json['embeds']),
    components:
      json['components'] === undefined
        ? undefined
        : readComponents(form, [...path, 'components'], json['components'], v2, names),
    files,
    keptFiles: Array.isArray(json['attachments'])
      ? new Set(recordsOf(json['attachments']).map(({ id }) => String(id)))
      : undefined,
    flags: asked | (v2 ? flags.v2 : 0),
    nonce: readNonce(form, path, json['nonce']),
    enforceNonce: json['enforce_nonce'] === true,
    allowedMentions: readAllowedMentions(form, path, json['allowed_mentions']),
    replyTo: readReply(form, path, json['message_reference']),
  };
}

/** Throws where a new message would show nothing. */
export function checkNotEmpty(body: Pick<Body, 'content' | 'embeds' | 'components' | 'files'>): void {
  const shows = [body.content, body.embeds, body.components, body.files].some(
    (part) => part !== undefined && part.length > 0,
  );
  if (!shows) throw emptyMessage();
}

function readNonce(form: Form, path: Path, nonce: unknown): string | number | undefined {
  if (typeof nonce === 'number') {
    form.integer([...path, 'nonce'], nonce, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
    return nonce;
  }
  return isGiven(nonce) ? form.text([...path, 'nonce'], nonce, 0, 25) : undefined;
}

function readReply(form: Form, path: Path, reference: unknown): string | undefined {
  if (!isRecord(reference)) return undefined;
  const id = stringOf(reference['message_id']);
  if (!/^\d+$/u.test(id))
    form.fault(
      [...path, 'message_reference', 'message_id'],
      'NUMBER_TYPE_COERCE',
      `Value "${id}" is not snowflake.`,
    );
  return id;
}

function readAllowedMentions(form: Form, path: Path, value: unknown): Json | undefined {
  if (!isRecord(value)) return undefined;
  const at = [...path, 'allowed_mentions'];
  const parse = listOf(value['parse']);
  parse.forEach((kind, index) => form.choice([...at, 'parse', index], kind, ['users', 'roles', 'everyone']));
  for (const kind of ['users', 'roles']) {
    const ids = listOf(value[kind]);
    form.length([...at, kind], ids.length, 0, 100);
    if (ids.length > 0 && parse.includes(kind)) {
      form.fault(
        at,
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      );
    }
  }
  return value;
}

function readFiles(form: Form, path: Path, json: Json, uploads: readonly Upload[]): Body['files'] {
  form.length([...path, 'attachments'], uploads.length, 0, 10);
  const described = new Map(
    recordsOf(json['attachments']).map((attachment) => [String(attachment['id']), attachment]),
  );
  return uploads.map((upload) => {
    const number = /^files\[(\d+)\]$/u.exec(upload.field)?.[1] ?? upload.field;
    const about = recordOf(described.get(number));
    const description = form.text(
      [...path, 'attachments', number, 'description'],
      about['description'],
      0,
      1024,
    );
    return { ...upload, name: stringOf(about['filename']) || upload.name, description: description || null };
  });
}

const mostEmbeds = 10;
const mostInEmbeds = 6000;

function readEmbeds(form: Form, path: Path, value: unknown): readonly Json[] {
  const embeds = recordsOf(value);
  form.length(path, embeds.length, 0, mostEmbeds);
  let sum = 0;
  const counted = (at: Path, text: unknown, least: number, most: number) => {
    sum += lengthOf(form.text(at, text, least, most));
  };
  embeds.forEach((embed, index) => {
    const at = [...path, index];
    counted([...at, 'title'], embed['title'], 0, 256);
    counted([...at, 'description'], embed['description'], 0, 4096);
    if (isGiven(embed['footer']))
      counted([...at, 'footer', 'text'], recordOf(embed['footer'])['text'], 1, 2048);
    if (isGiven(embed['author']))
      counted([...at, 'author', 'name'], recordOf(embed['author'])['name'], 1, 256);
    const fields = recordsOf(embed['fields']);
    form.length([...at, 'fields'], fields.length, 0, 25);
    fields.forEach((field, position) => {
      counted([...at, 'fields', position, 'name'], field['name'], 1, 256);
      counted([...at, 'fields', position, 'value'], field['value'], 1, 1024);
    });
    if (isGiven(embed['url'])) form.address([...at, 'url'], embed['url']);
    for (const picture of ['image', 'thumbnail']) {
      if (isGiven(embed[picture]))
        form.address([...at, picture, 'url'], recordOf(embed[picture])['url'], [
          'http',
          'https',
          'attachment',
        ]);
    }
    form.integer([...at, 'color'], embed['color'], 0, 0xff_ff_ff);
    if (isGiven(embed['timestamp']) && Number.isNaN(Date.parse(String(embed['timestamp'])))) {
      form.fault(
        [...at, 'timestamp'],
        'DATE_TIME_TYPE_PARSE',
        `Could not parse ${String(embed['timestamp'])}. Should be ISO8601.`,
      );
    }
  });
  if (sum > mostInEmbeds)
    form.fault(path, 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${mostInEmbeds}`);
  return embeds
    .filter((embed) => Object.keys(embed).some((key) => key !== 'type'))
    .map((embed) => ({ type: 'rich', ...embed }));
}
