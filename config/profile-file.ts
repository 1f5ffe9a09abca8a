// Profile files: one YAML file a seeker, alone or in a folder. It hides YAML, and finds for every fault the line
// and column it comes from.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { isMap, isNode, isScalar, LineCounter, parseDocument, stringify, type Document } from 'yaml';

import { readProfile, type ProfileDocument } from '../core/formats/profile-document.ts';
import type { Profile } from '../core/profile.ts';

/** What was read, or every fault as `file:line:column: what is wrong; what would be right`. */
export type Loaded<T> =
  | { readonly value: T; readonly faults?: never }
  | { readonly faults: readonly string[]; readonly value?: never };

/** All profiles of a file, or of the `.yaml` files of a folder, by the order of their names. */
export function loadProfiles(path: string): Loaded<readonly Profile[]> {
  const listed = profileFiles(path);
  if (listed.faults !== undefined) return listed;
  const faults: string[] = [];
  const profiles = new Map<string, { profile: Profile; file: string }>();
  for (const file of listed.value) {
    const loaded = parseProfile(readFileSync(file, 'utf8'), file);
    if (loaded.faults !== undefined) {
      faults.push(...loaded.faults);
      continue;
    }
    const other = profiles.get(loaded.value.id);
    if (other === undefined) profiles.set(loaded.value.id, { profile: loaded.value, file });
    else
      faults.push(
        `${file}:1:1: ${other.file} has the id "${loaded.value.id}" too; give each profile its own`,
      );
  }
  if (faults.length > 0) return { faults };
  return { value: [...profiles.values()].map(({ profile }) => profile) };
}

function profileFiles(path: string): Loaded<readonly string[]> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined)
    return { faults: [`${path}: there is no such file or folder; name a profile file or a folder of them`] };
  if (!found.isDirectory()) return { value: [path] };
  const files = readdirSync(path)
    .filter((name) => /\.ya?ml$/u.test(name))
    .toSorted()
    .map((name) => join(path, name));
  return files.length > 0
    ? { value: files }
    : { faults: [`${path}: there is no profile in this folder; expected NAME.yaml`] };
}

/** The profile written in `text`; `file` is what its faults are called by. */
export function parseProfile(text: string, file: string): Loaded<Profile> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number, message: string) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}: ${message}`;
  };
  if (document.errors.length > 0) {
    return { faults: document.errors.map((error) => at(error.pos[0], error.message)) };
  }
  const { profile, faults } = readProfile(document.toJS());
  if (profile !== undefined) return { value: profile };
  return {
    faults: faults.map(({ path, message }) => at(offsetOf(document, path), `${path.join('.')}: ${message}`)),
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

const head = '# yaml-language-server: $schema=../profile.schema.json\n';

/** The text of a profile file, with `advice` as comments above it, a line each. */
export function profileText(document: ProfileDocument, advice: readonly string[]): string {
  const comments = advice.map((line) => `# ${line}\n`).join('');
  return head + comments + stringify(document, { lineWidth: 100, aliasDuplicateObjects: false });
}
