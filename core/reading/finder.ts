// Many names found in one pass over a text: a trie over folded characters. It knows word boundaries of Latin
// names; Chinese names need none. It hides the folding, which keeps every index of the text.

export interface Match<T> {
  readonly start: number;
  readonly end: number;
  /** As it stands in the text. */
  readonly text: string;
  readonly value: T;
}

interface Node<T> {
  /** By UTF-16 code unit. */
  readonly next: Map<number, Node<T>>;
  value: T | undefined;
}

/** Code units below this are looked up; the rare Latin letters above it are no word characters here. */
const latinEnd = 0x250;
const wordUnits = Array.from({ length: latinEnd }, (_, unit) =>
  /[\p{Script=Latin}\d]/u.test(String.fromCharCode(unit)),
);
/** Whether the character at an index belongs to a Latin word; outside the text none does. */
const isWord = (text: string, at: number): boolean => wordUnits[text.charCodeAt(at)] === true;
const isDigit = (text: string, at: number): boolean => /\d/u.test(text.charAt(at));

/** Lower case, hyphens and underscores as blanks; every character keeps its index. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  const kept = lower.length === text.length ? lower : text;
  return kept.replaceAll(/[-_\u2010-\u2013]/gu, ' ');
}

/** A function that finds, left to right and longest first, where the names stand; of equal names the first counts. */
export function finderOf<T>(
  names: Iterable<readonly [name: string, value: T]>,
): (text: string) => Match<T>[] {
  const root: Node<T> = { next: new Map(), value: undefined };
  const enter = (name: string, value: T) => {
    let node = root;
    for (let at = 0; at < name.length; at += 1) {
      const unit = name.charCodeAt(at);
      const next = node.next.get(unit) ?? { next: new Map(), value: undefined };
      node.next.set(unit, next);
      node = next;
    }
    node.value ??= value;
  };
  // Most characters begin no name; a table of those that do spares the look-up.
  const begins = new Uint8Array(0x10000);
  for (const [name, value] of names) {
    const folded = fold(name.normalize('NFKC')).trim();
    if (folded === '') continue;
    begins[folded.charCodeAt(0)] = 1;
    enter(folded, value);
    if (folded.length > 5) enter(folded.replaceAll(' ', ''), value);
  }
  return (text) => findAll(text, fold(text), root, begins);
}

function findAll<T>(text: string, folded: string, root: Node<T>, begins: Uint8Array): Match<T>[] {
  const found: Match<T>[] = [];
  let at = 0;
  while (at < folded.length) {
    const hit = begins[folded.charCodeAt(at)] === 1 ? longestAt(folded, at, root) : undefined;
    if (hit === undefined) {
      // No name begins inside a Latin word.
      const isInWord = isWord(folded, at);
      at += 1;
      while (isInWord && isWord(folded, at)) at += 1;
      continue;
    }
    found.push({ start: at, end: hit.end, text: text.slice(at, hit.end), value: hit.value });
    at = hit.end;
  }
  return found;
}

function longestAt<T>(folded: string, start: number, root: Node<T>): { end: number; value: T } | undefined {
  if (isWord(folded, start) && isWord(folded, start - 1)) return undefined;
  let node = root;
  let best: { end: number; value: T } | undefined;
  for (let at = start; at < folded.length; at += 1) {
    const next = node.next.get(folded.charCodeAt(at));
    if (next === undefined) break;
    node = next;
    if (node.value === undefined) continue;
    const end = wordEnd(folded, start, at + 1);
    if (end !== undefined) best = { end, value: node.value };
  }
  return best;
}

/** Where a name that stops at `end` ends as a word, a plural s or a version number included. */
function wordEnd(folded: string, start: number, end: number): number | undefined {
  if (!isWord(folded, end - 1) || !isWord(folded, end)) return end;
  if (end - start < 3) return undefined;
  if (folded[end] === 's' && !isWord(folded, end + 1)) return end;
  if (isDigit(folded, end) && !isDigit(folded, end - 1)) {
    let after = end;
    while (isDigit(folded, after) && after < end + 3) after += 1;
    if (!isWord(folded, after)) return end;
  }
  return undefined;
}
