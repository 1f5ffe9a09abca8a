// npm run bench: prints what is fast and what it is measured against.

import { coreBench } from './core.ts';
import { digestBench } from './digest.ts';
import { replyBench } from './replies.ts';
import { searchBench } from './search.ts';
import { startUpBench } from './start-up.ts';
import { printTable } from './table.ts';

printTable([
  ...coreBench(),
  ...(await searchBench()),
  ...(await digestBench()),
  ...startUpBench(),
  ...(await replyBench()),
]);
