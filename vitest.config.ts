import { configDefaults, defineConfig } from 'vitest/config';

const onPostgres = ['tests/storage/**/*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'house',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...onPostgres],
        },
      },
      // Only these need the server, so that other tests start without it.
      { extends: true, test: { name: 'storage', include: onPostgres, globalSetup: 'tests/postgres.ts' } },
    ],
    coverage: { provider: 'v8', include: ['core/**', 'commands/**'] },
  },
});
