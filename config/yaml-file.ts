// YAML files that people write. It hides YAML, and finds for every fault the line and column it comes from.

import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';

/** What was read, or every fault as `file:line:column: what is wrong; what would be right`. */
export type Loaded<T> =
  | { readonly value: T; readonly faults?: never }
  | { readonly faults: readonly string[]; readonly value?: never };

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** What `read` makes of the YAML in `text`; `file` is what its faults are called by. */
export function parseYaml<T>(
  text: string,
  file: string,
  read: (document: unknown) => { readonly value: T } | { readonly faults: readonly Fault[] },
): Loaded<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number, message: string) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}: ${message}`;
  };
  if (document.errors.length > 0) {
    return { faults: document.errors.map((error) => at(error.pos[0], error.message)) };
  }
  const found = read(document.toJS());
  if ('value' in found) return { value: found.value };
  return {
    faults: found.faults.map(({ path, message }) =>
      at(offsetOf(document, path), [path.join('.'), message].filter((part) => part !== '').join(': ')),
    ),
  };
}

/** Where the value at `path` begins, or its key where only that is there, or else what it would be in. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    if (isMap(parent)) {
      const key = parent.items.find((pair) => isScalar(pair.key) && pair.key.value === path[length - 1])?.key;
      if (node !== undefined && isNode(key) && key.range) return key.range[0];
    }
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
