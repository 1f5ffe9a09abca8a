// Runs before the bot: after the sources changed, another process strips and compiles them for this one, because what
// that takes in memory is never given back. Knows what is loaded while the bot serves. Plain JavaScript on purpose.

import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
const rooms = ['core', 'config', 'storage', 'commands', 'bots'];

/** None of them does anything when it is imported. */
const parts = ['main', 'service', 'console/adapter', 'discord/adapter', 'telegram/adapter', 'links/read'];

const changedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function lastChange() {
  const files = rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true }).map((file) => join(root, room, file)),
  );
  return Math.max(...files.map(changedAt));
}

function compileApart(cache) {
  const stamp = join(cache, 'compiled');
  if (lastChange() < changedAt(stamp)) return;
  try {
    writeFileSync(stamp, '');
  } catch {
    // Where nothing can be kept there is no use in it.
    return;
  }
  const imports = parts.map(
    (part) => `import ${JSON.stringify(pathToFileURL(join(root, 'bots', `${part}.ts`)))};`,
  );
  // With the flags of this process, because what was compiled with others is not taken; without a token it ends here.
  const flags = [...process.execArgv, '--input-type=module', '--eval', imports.join('')];
  spawnSync(process.execPath, flags, { env: {}, stdio: 'ignore' });
}

const cache = getCompileCacheDir();
const serves = Boolean(process.env.DISCORD_TOKEN || process.env.TELEGRAM_TOKEN);
if (cache !== undefined && serves) compileApart(cache);
