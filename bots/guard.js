// Runs before everything else, on any Node: says in one sentence what to do where the rest could not start.
// Plain JavaScript on purpose; hides nothing but a stack trace.

const [major] = process.versions.node.split('.');
const advice =
  'run `npm ci` (without --omit=optional), which brings a Node of its own, or use Node 24 or later';

function give(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

if (Number(major) < 24 || !process.features.typescript) {
  give(`This is Node ${process.versions.node}, which cannot run the TypeScript of this project: ${advice}.`);
}

try {
  const { default: Database } = await import('better-sqlite3');
  new Database(':memory:').close();
} catch (fault) {
  const reason = String(fault.message).split('\n')[0];
  give(`The database driver better-sqlite3 does not load (${reason}): delete node_modules and ${advice}.`);
}
