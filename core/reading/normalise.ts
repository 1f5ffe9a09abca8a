// One way of writing for all that is read: NFKC (full width, Kangxi radicals, styled letters), plain line ends,
// no invisible characters, no tags of HTML. Evidence refers to text in this form.

/** Characters of a post that are read; what follows is not looked at. */
const longestPost = 20_000;

// Soft hyphen, zero-width characters, direction marks, variation selectors, the byte order mark.
const invisible = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]/gu;
// oxlint-disable-next-line no-control-regex -- control characters are what is removed here
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu;

const inline =
  /^<\/?(?:a|b|i|u|s|em|strong|font|span|code|small|sub|sup|mark|del|ins|kbd|img)(?:\s[^<>\n]*)?\/?>$/iu;
const block =
  /^<\/?(?:br|p|div|ul|ol|li|h[1-6]|hr|table|thead|tbody|tr|td|th|blockquote|pre|details|summary|center|section)(?:\s[^<>\n]*)?\/?>$/iu;
const longestTag = 400;

/** Without the tags of HTML: those of blocks end a line, a link leaves its address. Innermost first, in one pass. */
function withoutTags(text: string): string {
  if (!text.includes('<')) return text;
  let out = '';
  const open: number[] = [];
  for (const part of text.split(/(?<=>)|(?=<)/u)) {
    if (part.startsWith('<')) open.push(out.length);
    out += part;
    const start = part.endsWith('>') ? open.pop() : undefined;
    if (start === undefined || out.length - start > longestTag) continue;
    const tag = out.slice(start);
    if (block.test(tag)) out = `${out.slice(0, start)}\n`;
    else if (inline.test(tag)) {
      const link = /^<a\s[^<>]*href=["']?(https?:[^\s"'<>]+)/iu.exec(tag)?.[1];
      out = out.slice(0, start) + (link === undefined ? '' : `${link} `);
    }
  }
  return out;
}

/** The text as it is read: at most `longestPost` characters, lines kept, runs of blanks made one. Idempotent. */
export function normalise(text: string): string {
  const plain = (part: string) =>
    withoutTags(
      part
        .normalize('NFKC')
        .replaceAll(invisible, '')
        .replaceAll(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
        .replaceAll(control, ''),
    )
      .replaceAll(/[^\S\n]+/gu, ' ')
      .replaceAll(/^ | $/gmu, '');
  const once = plain(text.slice(0, longestPost).toWellFormed());
  // Removing a mark can let its neighbours compose; the second pass settles the form.
  const settled = once.normalize('NFKC') === once ? once : plain(once);
  return settled.slice(0, longestPost).toWellFormed().trim();
}
