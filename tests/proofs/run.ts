// npm run prove -- kill|lost: shows at length, over the real program and stand-ins that enforce the platforms’ limits,
// what is promised of letters. `--kills 20`, `--places 100` and `--database postgres` make it shorter or another.

import { parseArgs } from 'node:util';

import { proveKills } from './kill.ts';
import { proveLost } from './lost.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string', default: '100' },
    places: { type: 'string', default: '500' },
    database: { type: 'string' },
  },
});

const databases = (['sqlite', 'postgres'] as const).filter(
  (one) => values.database === undefined || one === values.database,
);
const places = { telegram: Number(values.places), discord: Number(values.places) };

const proofs: Readonly<Record<string, () => Promise<void>>> = {
  async kill() {
    for (const database of databases) {
      const processes = database === 'postgres' ? 2 : 1;
      const report = await proveKills({ database, processes, places, kills: Number(values.kills) });
      console.log(`${database}, ${processes === 1 ? 'one process' : 'two processes'}`);
      console.table(report);
    }
  },
  async lost() {
    console.table(await proveLost(places));
  },
};

const proof = proofs[positionals[0] ?? ''];
if (proof === undefined) {
  console.error(`npm run prove -- ${Object.keys(proofs).join('|')}`);
  process.exitCode = 2;
} else {
  await proof();
  process.exit();
}
