// What Discord answers when it refuses: status, code and message of each case, and the tree of faults in a form.

import { isGiven, lengthOf } from './json.ts';

export class Refusal extends Error {
  readonly status: number;
  readonly body: object;

  constructor(status: number, code: number, message: string, more: object = {}) {
    super(message);
    this.status = status;
    this.body = { message, code, ...more };
  }
}

export const unauthorized = () => new Refusal(401, 0, '401: Unauthorized');
export const notFound = () => new Refusal(404, 0, '404: Not Found');
export const methodNotAllowed = () => new Refusal(405, 0, '405: Method Not Allowed');
export const badJson = () => new Refusal(400, 50_109, 'The request body contains invalid JSON.');
export const unknownChannel = () => new Refusal(404, 10_003, 'Unknown Channel');
export const unknownGuild = () => new Refusal(404, 10_004, 'Unknown Guild');
export const unknownMember = () => new Refusal(404, 10_007, 'Unknown Member');
export const unknownMessage = () => new Refusal(404, 10_008, 'Unknown Message');
export const unknownUser = () => new Refusal(404, 10_013, 'Unknown User');
export const unknownWebhook = () => new Refusal(404, 10_015, 'Unknown Webhook');
export const unknownInteraction = () => new Refusal(404, 10_062, 'Unknown interaction');
export const unknownCommand = () => new Refusal(404, 10_063, 'Unknown application command');
export const alreadyAcknowledged = () =>
  new Refusal(400, 40_060, 'Interaction has already been acknowledged.');
export const missingAccess = () => new Refusal(403, 50_001, 'Missing Access');
export const notOthersMessage = () =>
  new Refusal(403, 50_005, 'Cannot edit a message authored by another user');
export const emptyMessage = () => new Refusal(400, 50_006, 'Cannot send an empty message');
export const cannotMessage = () => new Refusal(403, 50_007, 'Cannot send messages to this user');
export const notTextChannel = () => new Refusal(400, 50_008, 'Cannot send messages in a non-text channel');
export const missingPermissions = () => new Refusal(403, 50_013, 'Missing Permissions');
export const invalidWebhookToken = () => new Refusal(401, 50_027, 'Invalid Webhook Token');
export const threadLocked = () => new Refusal(400, 160_005, 'Thread is locked');

export type Path = readonly (string | number)[];

interface Branch {
  [key: string]: Branch | readonly { readonly code: string; readonly message: string }[];
}

/** Gathers every fault of a form, then refuses it once with all of them. */
export class Form {
  readonly #tree: Branch = {};
  #faulty = false;

  fault(path: Path, code: string, message: string): void {
    this.#faulty = true;
    let branch = this.#tree;
    for (const step of path) {
      const next = branch[step];
      const deeper = next === undefined || Array.isArray(next) ? {} : (next as Branch);
      branch[step] = deeper;
      branch = deeper;
    }
    const listed = branch['_errors'];
    branch['_errors'] = [...(Array.isArray(listed) ? listed : []), { code, message }];
  }

  required(path: Path): void {
    this.fault(path, 'BASE_TYPE_REQUIRED', 'This field is required');
  }

  /** A text within its lengths, or empty after a fault; null and absent pass where the least length is 0. */
  text(path: Path, value: unknown, least: number, most: number): string {
    if (!isGiven(value)) {
      if (least > 0) this.required(path);
      return '';
    }
    if (typeof value !== 'string') {
      this.fault(
        path,
        'STRING_TYPE_CONVERT',
        'Could not interpret "' + JSON.stringify(value) + '" as string.',
      );
      return '';
    }
    if (value === '' && least > 0) this.required(path);
    else this.length(path, lengthOf(value), least, most);
    return value;
  }

  length(path: Path, length: number, least: number, most: number): void {
    if (length >= least && length <= most) return;
    if (least === 0) this.fault(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`);
    else this.fault(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${least} and ${most} in length.`);
  }

  choice(path: Path, value: unknown, choices: readonly unknown[]): void {
    if (choices.includes(value)) return;
    if (!isGiven(value)) this.required(path);
    else this.fault(path, 'BASE_TYPE_CHOICES', `Value must be one of {${choices.join(', ')}}.`);
  }

  integer(path: Path, value: unknown, least: number, most: number): void {
    if (!isGiven(value)) return;
    if (!Number.isInteger(value))
      this.fault(path, 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not int.`);
    else if (Number(value) < least)
      this.fault(path, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${least}.`);
    else if (Number(value) > most)
      this.fault(path, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${most}.`);
  }

  address(path: Path, value: unknown, schemes: readonly string[] = ['http', 'https']): void {
    const text = this.text(path, value, 1, 2048);
    if (text === '') return;
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//iu.exec(text)?.[1]?.toLowerCase();
    if (scheme !== undefined && !schemes.includes(scheme)) {
      const known = schemes.map((name) => `'${name}'`).join(', ');
      this.fault(
        path,
        'URL_TYPE_INVALID_SCHEME',
        `Scheme "${scheme}" is not supported. Scheme must be one of (${known}).`,
      );
    } else if (
      scheme === undefined ||
      (scheme !== 'attachment' &&
        !/^https?:\/\/(?:[^/\s?#]+\.[^/\s?#.]+|\[[^\]]+\])(?::\d+)?(?:[/?#]\S*)?$/iu.test(text))
    ) {
      this.fault(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
    }
  }

  /** Throws when there was a fault. */
  close(): void {
    if (this.#faulty) throw new Refusal(400, 50_035, 'Invalid Form Body', { errors: this.#tree });
  }
}
