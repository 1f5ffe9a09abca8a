// One message: its text, under a picture where there is one and the chat takes pictures, to where the group is now.

import type { Message } from '@grammyjs/types';

import type { Store } from '../../storage/open.ts';
import { ApiFault, type Result, type Values } from './api.ts';
import { follow } from './migration.ts';

type Call = <M extends 'sendMessage' | 'sendPhoto'>(method: M, values: Values<M>) => Promise<Result<M>>;

/** HTML; the picture is a PNG. */
interface Content {
  readonly text: string;
  readonly picture: Uint8Array | null;
}

type Envelope = Omit<Values<'sendMessage'>, 'text'>;

export type SendMessage = (content: Content, envelope: Envelope) => Promise<Message>;

/** Sends by `call`, and fails as it does. */
export function openMessages(call: Call, store: Store): SendMessage {
  /** By picture: the platform's id of the file, with which it need not be uploaded again. */
  const uploaded = new WeakMap<Uint8Array, string>();

  async function send({ text, picture }: Content, envelope: Envelope): Promise<Message> {
    const photo = picture === null ? null : await sendPhoto(picture, text, envelope);
    return photo ?? call('sendMessage', { ...envelope, ...asHtml(text) });
  }

  /** `null` where the chat takes no pictures. */
  async function sendPhoto(
    picture: Uint8Array,
    text: string,
    { reply_parameters: reply, ...values }: Envelope,
  ): Promise<Message | null> {
    try {
      const sent = await call('sendPhoto', {
        ...values,
        photo: uploaded.get(picture) ?? { source: picture, filename: 'card.png' },
        caption: text,
        parse_mode: 'HTML',
        // An object beside an upload would be left out in silence.
        ...(reply === undefined ? {} : { reply_parameters: JSON.stringify(reply) as never }),
      });
      const id = sent.photo.at(-1)?.file_id;
      if (id !== undefined) uploaded.set(picture, id);
      return sent;
    } catch (fault) {
      if (fault instanceof ApiFault && fault.code === 400 && fault.movedTo === null) return null;
      throw fault;
    }
  }

  return async (content, envelope) => {
    try {
      return await send(content, envelope);
    } catch (fault) {
      if (!(fault instanceof ApiFault) || fault.movedTo === null) throw fault;
      await follow(Number(envelope.chat_id), fault.movedTo, store);
      return send(content, { ...envelope, chat_id: fault.movedTo });
    }
  };
}

export const asHtml = (text: string) =>
  ({ text, parse_mode: 'HTML', link_preview_options: { is_disabled: true } }) as const;
