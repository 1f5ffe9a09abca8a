// How to reach the poster: the first e-mail address, else WeChat, Telegram or a phone number. It knows the usual
// disguises (`name at x dot com`, `name#x.com`, `v: …`); encoded contacts are left as they are.

import { found, type Found } from './found.ts';
import type { Post } from './structure.ts';

const mail = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/u;
const hidden =
  /(?<![\w.+-])([\w.+-]{2,40})\s?(?:#|\[at\]|\(at\)|\{at\}|<at>|【at】| at |\/\/_at_\/\/| \[at\] | \(at\) |\(@\)|\[@\]|_at_|＠|艾特| AT )\s?([\w-]{2,40})((?:\s?(?:\.|\[dot\]|\(dot\)| dot |\[\.\]| DOT )\s?[a-z]{2,10}){1,3})\b/u;

export function readContact(post: Post): Found<string> | null {
  const mailed = readMail(post.text) ?? readEncoded(post.text);
  if (mailed !== null) return mailed;
  // Of the other ways the one that is named first counts; a second one may be as good.
  const [first, ...others] = [readWechat, readTelegram, readPhone]
    .flatMap((read) => read(post.text) ?? [])
    .toSorted((one, other) => at(one, post) - at(other, post));
  return first === undefined
    ? null
    : { ...first, isDoubtful: first.isDoubtful === true || others.length > 0 };
}

const at = ({ evidence }: Found<string>, { text }: Post): number => text.indexOf(evidence[0] ?? '');

function readMail(text: string): Found<string> | null {
  const plain = mail.exec(text);
  const disguised = hidden.exec(text);
  if (plain !== null && (disguised === null || plain.index <= disguised.index))
    return found(plain[0].replace(/[.-]+$/u, ''), plain[0].replace(/[.-]+$/u, ''));
  if (disguised === null) return null;
  const [whole, name = '', host = '', rest = ''] = disguised;
  const ending = rest
    .replaceAll(/\s?(?:\[dot\]|\(dot\)|\bdot\b|\[\.\]|DOT)\s?/giu, '.')
    .replaceAll(/\s/gu, '');
  return /^(?:look|work|me|us|arrive|engineer|team|is|are|job|jobs|role|hiring|people|here|more)$/iu.test(
    name,
  )
    ? null
    : found(`${name}@${host}${ending}`, whole);
}

/** Base64 behind a word for contact, or before a note of the encoding; it stays encoded. */
function readEncoded(text: string): Found<string> | null {
  const match =
    /(?:邮箱|微信|联系|简历|wx|vx|echo|mail|base\s?64|加)[^A-Za-z0-9\n]{0,12}(?:base\s?64[^A-Za-z0-9\n]{0,6})?(?<code>[A-Za-z0-9+/]{10,80}={0,2})(?![\w@.])/iu.exec(
      text,
    ) ?? /(?<code>[A-Za-z0-9+/]{10,80}={1,2})(?![\w@.])/u.exec(text);
  const code = match?.groups?.['code'];
  if (code === undefined) return null;
  return code.endsWith('=') || (/base\s?64/iu.test(text) && /[a-z]/u.test(code) && /[A-Z]/u.test(code))
    ? found(code, code)
    : null;
}

const handle = String.raw`(?<id>[A-Za-z][\w-]{4,30}|1\d{10})`;
const wechat = new RegExp(
  String.raw`(?:微信(?:号|同号|:)?|wechat|weixin|(?<![a-z])wx|(?<![a-z])vx?(?=\s?[:：])|(?<![a-z])v信|绿泡泡|薇信|加v)[^A-Za-z0-9@\n]{0,8}(?:id|号)?[\s:：]{0,3}\**${handle}`,
  'iu',
);
const telegram = new RegExp(
  String.raw`(?:telegram|(?<![a-z])tg|电报|纸飞机|飞机)[^A-Za-z0-9@\n]{0,10}(?:https?:\/\/)?(?:t\.me\/)?@?(?<id>[A-Za-z]\w{3,31})`,
  'iu',
);

function readWechat(text: string): Found<string> | null {
  const match = wechat.exec(text);
  const id = match?.groups?.['id'];
  return match === null || id === undefined || /^(?:telegram|email|https?|wechat|weixin)/iu.test(id)
    ? null
    : found(`wechat:${id}`, match[0]);
}

function readTelegram(text: string): Found<string> | null {
  const named = telegram.exec(text) ?? /t\.me\/(?<id>[A-Za-z]\w{3,31})/u.exec(text);
  // A bare handle may be one on any platform.
  const match = named ?? /(?<![\w@])@(?<id>[A-Za-z]\w{4,31})/u.exec(text);
  const id = match?.groups?.['id'];
  return match === null || id === undefined
    ? null
    : { ...found(`telegram:@${id}`, match[0]), isDoubtful: named === null };
}

function readPhone(text: string): Found<string> | null {
  const match = /(?<![\d-])(?:\+\d{1,3}[\s-]?)?(?:1[3-9]\d{9}|\d{3,4}[\s-]\d{3,4}[\s-]?\d{3,4})(?!\d)/u.exec(
    text,
  );
  return match === null ? null : found(match[0], match[0]);
}
