// A process of its own that opens the database named on its command line and leaves many people behind, each in a
// transaction that reads before it writes.

import { openStore } from '../../storage/open.ts';

const [url = '', name = '', count = '0'] = process.argv.slice(2);
const store = await openStore(url);
const ids: number[] = [];
for (let n = 0; n < Number(count); n += 1) {
  const account = { platform: 'test', externalId: `${name}${n}`, name, language: null };
  const { id } = await store.transaction(({ people }) => people.identify(account, new Date(0)));
  ids.push(id);
}
await store.close();
console.log(JSON.stringify(ids));
