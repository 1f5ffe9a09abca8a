// The floors of the house as a check over imports: who may import what. Knows the rooms and the packages of each.

import { posix } from 'node:path';

/** Path from the root of the project -> source text. */
export type Sources = ReadonlyMap<string, string>;

/** Rooms from which a room may import, besides itself. */
const below: Readonly<Record<string, readonly string[]>> = {
  core: [],
  config: ['core'],
  storage: ['core'],
  commands: ['core', 'storage'],
  bots: ['core', 'config', 'storage', 'commands'],
};

/** Where a package may be imported; one that is not listed may be imported from nowhere. */
const packages: Readonly<Record<string, RegExp>> = {
  '@grammyjs/types': /^bots\/telegram\//u,
  '@hono/node-server': /^bots\/web\//u,
  '@resvg/resvg-js': /^bots\/pictures\//u,
  'better-sqlite3': /^storage\/|^bots\/guard\.js$/u,
  'discord.js': /^bots\/discord\//u,
  'fastest-levenshtein': /^(?:core|config|commands)\//u,
  hono: /^bots\/web\//u,
  'html-encoding-sniffer': /^bots\/links\//u,
  htmlparser2: /^bots\/links\//u,
  'ipaddr.js': /^bots\/links\//u,
  kysely: /^storage\//u,
  'node-cron': /^bots\/clock\.ts$/u,
  pg: /^storage\//u,
  pino: /^bots\/log\.ts$/u,
  'prom-client': /^bots\/web\//u,
  'rate-limiter-flexible': /^storage\//u,
  satori: /^bots\/pictures\//u,
  'string-width': /^bots\/(?:console|telegram)\//u,
  'temporal-polyfill': /^core\//u,
  telegraf: /^bots\/telegram\//u,
  undici: /^bots\/links\//u,
  yaml: /^config\/|^bots\/cli\//u,
  zod: /^(?:core|config|storage|bots\/(?:cli|model))\//u,
};

/** Every breach, as `file: what is wrong`; empty when the house stands. */
export function breaches(sources: Sources): readonly string[] {
  const files = [...sources].map(([path, text]) => ({ path, text, imports: importsOf(path, text) }));
  const faults = files.flatMap(({ path, text, imports }) =>
    [...imports.flatMap((target) => importFault(path, target) ?? []), ...exportFaults(text)].map(
      (fault) => `${path}: ${fault}`,
    ),
  );
  const running = [...sources].map(([path, text]) => [path, importsOf(path, withoutTypes(text))] as const);
  return [...faults, ...cycles(new Map(running))];
}

/** What the file imports, types included: paths from the root, or names of packages and of Node's own modules. */
function importsOf(path: string, text: string): readonly string[] {
  const statement =
    /^(?:import|export)\b[^;'"`]*?\bfrom\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gmu;
  return [...text.matchAll(statement)].map((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? '';
    return target.startsWith('.') ? posix.join(posix.dirname(path), target) : target;
  });
}

/** Types that know each other form no circle: nothing of them is there when the program runs. */
const withoutTypes = (text: string): string => text.replaceAll(/^import type\b/gmu, '// ');

function importFault(path: string, target: string): string | null {
  const room = roomOf(path);
  if (target.startsWith('node:')) return nodeFault(room, target);
  if (!/\.[jt]s$/u.test(target) || Object.hasOwn(packages, target)) return packageFault(path, target);
  const other = roomOf(target);
  if (other !== room && below[room]?.includes(other) !== true) return `${room} must not import ${target}`;
  const [mine, theirs] = [platformOf(path), platformOf(target)];
  const isSideways = mine !== null && theirs !== null && mine !== theirs;
  return isSideways ? `${mine} and ${theirs} must not know each other (${target})` : null;
}

const roomOf = (path: string): string => path.split('/')[0] ?? '';

/** The folder within `bots`, or `null` for what lies beside the folders. */
const platformOf = (path: string): string | null => /^bots\/([^/]+)\//u.exec(path)?.[1] ?? null;

const nodeFault = (room: string, target: string): string | null =>
  room === 'core' ? `core is pure and must not import ${target}` : null;

function packageFault(path: string, target: string): string | null {
  const name = /^(?:@[^/]+\/)?[^/]+/u.exec(target)?.[0] ?? target;
  return packages[name]?.test(path) === true ? null : `the package ${name} has no place here`;
}

function exportFaults(text: string): readonly string[] {
  const isBarrel = /^export (?:type )?\*/mu.test(text) || (passedOn.test(text) && ownCode(text) === '');
  return [
    ...(/^export default\b/mu.test(text) ? ['a default export'] : []),
    ...(isBarrel ? ['a barrel: what it exports belongs to others'] : []),
  ];
}

const passedOn = /^export (?:type )?\{[^}]*\} from\b[^\n]*$/mu;

/** What is left of a file without its comments, imports and names passed on. */
const ownCode = (text: string): string =>
  text
    .replaceAll(/^\/\/.*$|^\/\*[^]*?\*\/|^import\b[^;]*;/gmu, '')
    .replaceAll(new RegExp(passedOn, 'gmu'), '')
    .trim();

/** Each circle once, named from its first file in the alphabet. */
function cycles(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found = new Set<string>();
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start !== -1) {
      const circle = trail.slice(start);
      const first = circle.indexOf(circle.toSorted()[0] ?? '');
      found.add([...circle.slice(first), ...circle.slice(0, first)].join(' -> '));
    }
    if (start !== -1 || done.has(path)) return;
    for (const target of imports.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of imports.keys()) visit(path, []);
  return [...found].map((circle) => `a circle of imports: ${circle}`);
}
