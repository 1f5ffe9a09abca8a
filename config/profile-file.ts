// Profile files: one YAML file a seeker, alone or in a folder.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { stringify } from 'yaml';

import { readProfile, type ProfileDocument } from '../core/formats/profile-document.ts';
import type { Profile } from '../core/profile.ts';
import { type Loaded, parseYaml } from './yaml-file.ts';

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
export const parseProfile = (text: string, file: string): Loaded<Profile> =>
  parseYaml(text, file, (document) => {
    const { profile, faults } = readProfile(document);
    return profile === undefined ? { faults } : { value: profile };
  });

const head = '# yaml-language-server: $schema=../profile.schema.json\n';

/** The text of a profile file, with `advice` as comments above it, a line each. */
export function profileText(document: ProfileDocument, advice: readonly string[]): string {
  const comments = advice.map((line) => `# ${line}\n`).join('');
  return head + comments + stringify(document, { lineWidth: 100, aliasDuplicateObjects: false });
}
