// What may hang under a message: inline buttons within their limits, a forced reply, and the plain keyboards.

import { checkLink } from './links.ts';
import type { Params } from './params.ts';
import { badRequest } from './refusal.ts';
import type { WireButton, WireKeyboard } from './wire.ts';

export interface Markup {
  readonly keyboard: WireKeyboard | undefined;
  readonly forcesReply: boolean;
}

const mostButtons = 100;
const mostInRow = 8;
const actions = [
  'callback_data',
  'url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'web_app',
  'login_url',
  'pay',
  'disabled',
] as const;

export function readMarkup(params: Params): Markup {
  const markup = params.object('reply_markup');
  if (markup === undefined) return { keyboard: undefined, forcesReply: false };
  for (const name of ['force_reply', 'remove_keyboard', 'selective'] as const) {
    const value = markup.values[name];
    if (value !== undefined && typeof value !== 'boolean')
      throw badRequest(`field "${name}" must be of type Boolean`);
  }
  const rows = markup.values['inline_keyboard'];
  if (rows === undefined) return { keyboard: undefined, forcesReply: markup.values['force_reply'] === true };
  if (!Array.isArray(rows)) throw badRequest('field "inline_keyboard" must be of type Array');
  const inline_keyboard = rows.map((row: unknown) => {
    if (!Array.isArray(row)) throw badRequest('field "inline_keyboard" must be an Array of Arrays');
    return row.map(readButton);
  });
  const filled = inline_keyboard.filter((row) => row.length > 0);
  if (filled.flat().length > mostButtons || filled.some((row) => row.length > mostInRow)) {
    throw badRequest('REPLY_MARKUP_TOO_LONG');
  }
  return { keyboard: filled.length === 0 ? undefined : { inline_keyboard: filled }, forcesReply: false };
}

function readButton(value: unknown): WireButton {
  if (typeof value !== 'object' || value === null) {
    throw badRequest("can't parse inline keyboard button: Expected an Object");
  }
  // Untrusted input: every field is looked at below.
  const button = value as Record<string, unknown>;
  const { text, url, callback_data: data } = button;
  const cant = (what: string) => badRequest(`can't parse inline keyboard button: ${what}`);
  if (typeof text !== 'string') throw cant('Can\'t find field "text"');
  if (text.trim() === '') throw badRequest('inline keyboard button text must be non-empty');
  const chosen = actions.filter((name) => button[name] !== undefined && button[name] !== '');
  const switches = chosen.length === 0 && typeof button['switch_inline_query_current_chat'] === 'string';
  if (chosen.length === 0 && !switches && button['switch_inline_query'] === undefined) {
    throw cant('Text buttons are unallowed in the inline keyboard');
  }
  if (chosen.length > 1) throw badRequest('inline keyboard button must have exactly one action');
  if (data !== undefined && (typeof data !== 'string' || Buffer.byteLength(data) > 64)) {
    throw badRequest('BUTTON_DATA_INVALID');
  }
  if (url !== undefined) {
    if (typeof url !== 'string') throw cant('Field "url" must be of type String');
    const checked = checkLink(url);
    if ('fault' in checked)
      throw badRequest(`inline keyboard button URL '${url}' is invalid: ${checked.fault}`);
    return { text, url: checked.url };
  }
  // What is left is text and one action, looked at above.
  return button as unknown as WireButton;
}
