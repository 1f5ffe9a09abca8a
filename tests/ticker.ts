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
const house = {
  store,
  profile: seeker,
  startedAt: now,
  rates,
  // Looked at for each digest, also where what several places share is composed once.
  get language() {
    composed += 1;
    if (composed === Number(last)) process.kill(process.pid, 'SIGKILL');
    return 'en' as const;
  },
  zone: 'UTC',
  operators: [],
  report: (fault: unknown) => {
    throw fault;
  },
} as const;
await writeDueDigests(house, now, new AbortController().signal);
await store.close();
