// npm run bench: prints what is fast and what it is measured against. `npm run bench -- fan-out` measures the whole
// fan-out and nothing else, which takes some minutes.

import { coreBench } from './core.ts';
import { digestBench } from './digest.ts';
import { fanOutBench, wholePlaces } from './fan-out.ts';
import { readingBench } from './reading.ts';
import { replyBench } from './replies.ts';
import { searchBench } from './search.ts';
import { startUpBench } from './start-up.ts';
import { printTable } from './table.ts';
import { throughputBench } from './throughput.ts';

if (process.argv[2] === 'fan-out') {
  printTable(await fanOutBench(wholePlaces));
} else {
  printTable([
    ...coreBench(),
    ...readingBench(),
    ...(await searchBench()),
    ...(await digestBench()),
    ...startUpBench(),
    ...(await replyBench()),
    ...(await throughputBench()),
    ...(await fanOutBench({ telegram: 150, discord: 150 })),
  ]);
}
