import { availableParallelism } from 'node:os';

import { configDefaults, defineConfig } from 'vitest/config';

const onPostgres = ['tests/storage/**/*.test.ts'];
/** They talk with stand-ins that keep the platforms' deadlines. */
const onTheWire = ['tests/{bots,emulators,walks}/**/*.test.ts'];

export default defineConfig({
  test: {
    // Most tests wait for a server, a process or a stand-in; on two cores twice as many files as cores are done soonest.
    maxWorkers: Math.max(2, 2 * availableParallelism()),
    testTimeout: 20_000,
    // A busy machine is no reason to fail; what never comes fails with the test's own limit.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'house',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...onPostgres, ...onTheWire],
        },
      },
      // A busy machine misses a deadline of seconds now and then; a fault fails every time.
      { extends: true, test: { name: 'wire', include: onTheWire, retry: 2 } },
      // Only these need the server, so that other tests start without it.
      { extends: true, test: { name: 'storage', include: onPostgres, globalSetup: 'tests/postgres.ts' } },
    ],
    coverage: { provider: 'v8', include: ['core/**', 'commands/**'] },
  },
});
