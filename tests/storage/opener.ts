// A process of its own that opens the database named on its command line, says so, and leaves one person behind.

import { openStore } from '../../storage/open.ts';

const [url = '', name = ''] = process.argv.slice(2);
const store = await openStore(url);
const { id } = await store.people.identify({ platform: 'test', externalId: name, name }, new Date(0));
await store.close();
console.log(`opened ${id}`);
