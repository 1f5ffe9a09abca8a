// What a search looks at: a text cut into tokens, the same for every database. Latin words keep the marks that belong
// to names (c++, c#, .net, node.js), Chinese runs become pairs of characters. Hides all folding of letters.

/** Longer tokens are cut, in characters: databases limit them, and nobody types more. */
const longest = 64;

const cjk = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー]`;
const letter = String.raw`[[\p{L}\p{N}\p{M}_]--${cjk}]`;
const inner = String.raw`(?:[.\-]|[+#]+)`;

const piece = new RegExp(
  String.raw`(?<run>${cjk}+)|(?:(?<![.]|${letter})\.(?=\p{L}))?${letter}+(?:${inner}${letter}+)*[+#]{0,2}`,
  'gv',
);
const between = new RegExp(String.raw`${inner}(?=${letter})`, 'v');

/** One condition of a query: a token, or every token that begins with it. */
export interface QueryToken {
  readonly token: string;
  readonly prefix: boolean;
}

/** All tokens a text is found by, each once; none contains white space or a quote. */
export function searchTokens(text: string): readonly string[] {
  const tokens = new Set<string>();
  for (const { run, word } of pieces(text)) {
    if (run !== null) {
      for (const pair of pairs(run)) tokens.add(pair);
      tokens.add(run.at(-1) ?? '');
    } else {
      tokens.add(cut(word));
      for (const part of word.split(between)) if (part !== '') tokens.add(cut(part));
    }
  }
  return [...tokens];
}

/** The tokens that a text must all have to be found. Empty when nothing in the query can be searched for. */
export function queryTokens(query: string): readonly QueryToken[] {
  const tokens = new Map<string, QueryToken>();
  for (const { run, word } of pieces(query)) {
    const wanted =
      run === null
        ? [{ token: cut(word), prefix: false }]
        : run.length === 1
          ? [{ token: run[0] ?? '', prefix: true }]
          : pairs(run).map((token) => ({ token, prefix: false }));
    for (const one of wanted) tokens.set(one.token, one);
  }
  return [...tokens.values()];
}

/** Han runs as characters, everything else as words. */
function pieces(text: string) {
  return [...fold(text).matchAll(piece)].map((match) => {
    const run = match.groups?.['run'];
    return { run: run === undefined ? null : [...run], word: match[0] };
  });
}

const pairs = (run: readonly string[]): readonly string[] =>
  run.slice(1).map((character, index) => `${run[index] ?? ''}${character}`);

const cut = (token: string): string =>
  token.length <= longest ? token : [...token].slice(0, longest).join('');

/** Width, case and accents do not count: `Ｃａｆé` is `cafe`. */
const fold = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
