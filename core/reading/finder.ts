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

/** By code unit; the rare Latin letters beyond the first blocks are no word characters here. */
const wordUnits = new Uint8Array(0x10000).map((_, unit) =>
  unit < 0x250 && /[\p{Script=Latin}\d]/u.test(String.fromCharCode(unit)) ? 1 : 0,
);
/** Whether the character at an index belongs to a Latin word; outside the text none does. */
const isWord = (text: string, at: number): boolean =>
  at >= 0 && at < text.length && wordUnits[text.charCodeAt(at)] === 1;
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
  const begins = new Uint32Array(sieveWords);
  for (const [name, value] of names) {
    const folded = fold(name.normalize('NFKC')).trim();
    if (folded === '') continue;
    for (const spelling of folded.length > 5 ? [folded, folded.replaceAll(' ', '')] : [folded]) {
      const slot = slotOf(spelling, 0, Math.min(3, spelling.length));
      begins[slot >>> 5] = (begins[slot >>> 5] ?? 0) | (1 << (slot & 31));
      enter(spelling, value);
    }
  }
  return (text) => findAll(text, fold(text), root, begins);
}

/**
 * Most places of a text begin no name, as their first three characters show: a sieve of those that do begin one, which
 * a few others pass, spares the walk along the trie. A bit for each of so many hashes.
 */
const sieveWords = 4096;

/** The hash of so many characters from here on, three at most. */
const slotOf = (text: string, at: number, length: number): number => {
  let hash = Math.imul(text.charCodeAt(at), 0x9e37_79b1);
  if (length > 1) hash = Math.imul(hash ^ text.charCodeAt(at + 1), 0x85eb_ca6b);
  if (length > 2) hash = Math.imul(hash ^ text.charCodeAt(at + 2), 0xc2b2_ae35);
  return hash >>> 15;
};

function mayBegin(text: string, at: number, begins: Uint32Array): boolean {
  const left = text.length - at;
  for (let length = 1; length <= 3 && length <= left; length += 1) {
    const slot = slotOf(text, at, length);
    if (((begins[slot >>> 5] ?? 0) & (1 << (slot & 31))) !== 0) return true;
  }
  return false;
}

function findAll<T>(text: string, folded: string, root: Node<T>, begins: Uint32Array): Match<T>[] {
  const found: Match<T>[] = [];
  let at = 0;
  while (at < folded.length) {
    const hit = mayBegin(folded, at, begins) ? longestAt(folded, at, root) : undefined;
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
