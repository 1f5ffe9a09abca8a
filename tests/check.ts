// Everything that has to pass, under one verb. The quick checks run side by side, then the tests; with
// `--without-tests` only the quick ones. What fails is shown in full, what passes in one line.

import { spawn } from 'node:child_process';

const quick = {
  types: 'tsc -p .',
  lint: 'oxlint --type-aware --deny-warnings',
  format: 'oxfmt --check',
  unused: 'knip --no-progress',
};

async function passes(name: string, command: string): Promise<boolean> {
  const start = performance.now();
  const { code, output } = await run(command);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stdout.write(code === 0 ? `${name}: fine (${seconds} s)\n` : `${output}\n${name}: FAILED\n`);
  return code === 0;
}

/** The command's exit code, and what it wrote to both outputs. npm has put the programs on the path. */
function run(command: string): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr.on('data', (data: Buffer) => (output += data.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

const results = await Promise.all(Object.entries(quick).map(([name, command]) => passes(name, command)));
if (!process.argv.includes('--without-tests')) results.push(await passes('tests', 'npm test -s'));
process.exitCode = results.every(Boolean) ? 0 : 1;
