// A process of its own in which the clock ticks once, at the moment named on its command line: it writes what is due in
// the database named there. Where a number is given too, it is killed while it composes the digest of that number.

import { writeDueDigests } from '../commands/due-digests.ts';
import { openStore } from '../storage/open.ts';
import { rates } from './core/examples.ts';
import { seeker } from './seeker.ts';

const [url = '', moment = '', last = ''] = process.argv.slice(2);
const store = await openStore(url);
const now = new Date(moment);
let composed = 0;
const name = Object.defineProperty({ ...seeker.name }, 'en', {
  get: () => {
    composed += 1;
    if (composed === Number(last)) process.kill(process.pid, 'SIGKILL');
    return seeker.name.en;
  },
});
const house = {
  store,
  profile: { ...seeker, name },
  startedAt: now,
  rates,
  language: 'en',
  zone: 'UTC',
  operators: [],
  report: (fault: unknown) => {
    throw fault;
  },
} as const;
await writeDueDigests(house, now, new AbortController().signal);
await store.close();
