// A house with a language model in it, as the composition root makes it, and the stand-in that it asks.

import { onTestFinished } from 'vitest';

import { openLog } from '../../../bots/log.ts';
import { modelReadLate } from '../../../bots/model-reading.ts';
import { loadConfig } from '../../../config/config.ts';
import { openStore } from '../../../storage/open.ts';
import { openModelServer } from '../../emulators/model/model.ts';

/** The model finds the employer of `openPost`; its budget has a database of its own. */
export async function openModelHouse() {
  const server = await openModelServer();
  server.answers(() => ({ company: 'Heronbay' }));
  const store = await openStore('sqlite::memory:');
  onTestFinished(async () => {
    await server.close();
    await store.close();
  });
  const settings = loadConfig(
    { MODEL_URL: server.url, MODEL_NAME: server.name, MODEL_KEY: server.key ?? '' },
    process.cwd(),
  );
  if (settings.value === undefined) throw new Error(settings.faults.join('\n'));
  const log = openLog({ level: 'silent', secrets: [] });
  return { server, house: modelReadLate(settings.value, store, log) };
}
