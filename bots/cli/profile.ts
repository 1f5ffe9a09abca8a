// The program behind `npm run -s profile`: a JSON Resume becomes a profile file, a profile a JSON Resume. It alone
// writes profile files.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { parseArgs } from 'node:util';

import { loadConfig } from '../../config/config.ts';
import { parseProfile, profileText } from '../../config/profile-file.ts';
import { fromJsonResume, toJsonResume } from '../../core/formats/json-resume.ts';
import { toDocument } from '../../core/formats/profile-document.ts';

const usage = [
  'usage: npm run -s profile -- import FILE [--id ID] [--force]',
  '       npm run -s profile -- export [ID] [--language en|zh] [--private]',
].join('\n');

const advice = [
  'Made from a JSON Resume. Still to be filled in by you:',
  '- search.phases[0].criteria: what you look for (place, work, salary, insurance, language, contract, industry),',
  '  each with a strength of must, negotiable or prefer; config/profiles/zhiwei.yaml is an example in full',
  '- skills by years of experience: "- from: 3", "  to: 4", "  skills: [Java]"',
  '- request, gives_back, identities; and words in Chinese as {en: …, zh: …}',
];

/** What keeps the program from its work; ends it with exit code 2. */
class Refusal extends Error {}

try {
  run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

function run(words: string[]): void {
  const { values, positionals } = parsed(words);
  const [verb, subject, ...more] = positionals;
  if (more.length > 0) throw new Refusal(usage);
  if (verb === 'import' && subject !== undefined) {
    const id =
      values.id ??
      basename(subject, extname(subject))
        .toLowerCase()
        .replaceAll(/[^a-z0-9_-]+/gu, '-');
    importResume(subject, id, values.force);
  } else if (verb === 'export') exportResume(subject, values.language === 'zh' ? 'zh' : 'en', values.private);
  else throw new Refusal(usage);
}

function parsed(words: string[]) {
  try {
    const call = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        id: { type: 'string' },
        force: { type: 'boolean', default: false },
        language: { type: 'string', default: 'en' },
        private: { type: 'boolean', default: false },
      },
    });
    if (call.values.language === 'en' || call.values.language === 'zh') return call;
  } catch (error) {
    throw new Refusal(usage, { cause: error });
  }
  throw new Refusal(usage);
}

function importResume(file: string, id: string, force: boolean): void {
  const { document, complete, faults } = { complete: true, ...fromJsonResume(readJson(file), id) };
  if (faults !== undefined) {
    throw new Refusal(faults.map(({ path, message }) => `${file}: ${path.join('.')}: ${message}`).join('\n'));
  }
  const target = join('config', 'profiles', `${id}.yaml`);
  // JSON is YAML too: the draft is read as a profile file would be, and what is written has every part.
  const checked = parseProfile(JSON.stringify(document), file);
  if (checked.faults !== undefined) throw new Refusal(checked.faults.join('\n'));
  if (!force && existsSync(target)) throw new Refusal(`${target} is there already; --force writes over it`);
  mkdirSync(join('config', 'profiles'), { recursive: true });
  writeFileSync(target, profileText(toDocument(checked.value), complete ? [] : advice));
  const rest = complete ? '' : '; the comments in it say what is left for you to fill in';
  process.stdout.write(`wrote ${target}${rest}\n`);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Refusal(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function exportResume(id: string | undefined, language: 'en' | 'zh', withPrivate: boolean): void {
  const loaded = loadConfig(process.env, process.cwd());
  if (loaded.faults !== undefined) throw new Refusal(loaded.faults.join('\n'));
  const { profiles } = loaded.value.config;
  const profile =
    id === undefined && profiles.length === 1 ? profiles[0] : profiles.find((one) => one.id === id);
  if (profile === undefined) {
    throw new Refusal(`name one of the profiles there are: ${profiles.map((one) => one.id).join(', ')}`);
  }
  process.stdout.write(`${JSON.stringify(toJsonResume(profile, language, withPrivate), null, 2)}\n`);
}
