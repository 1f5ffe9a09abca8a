// What people have in a database of an earlier release is there after the steps that came since.

import { sql } from 'kysely';
import { expect, test } from 'vitest';

import { blankOpening } from '../../core/opening.ts';
import { connect, parseDatabaseUrl } from '../../storage/connection.ts';
import { migrate } from '../../storage/migrations.ts';
import { everything, freshUrl, lasting, noon, opened } from './stores.ts';

test.each(lasting)('%s of the first release keeps its people and what is theirs', async (kind) => {
  const url = await freshUrl(kind);
  const { db, dialect } = await connect(parseDatabaseUrl(url));
  await migrate(db, dialect, 1);
  const at = noon.toISOString();
  const opening = JSON.stringify({ ...blankOpening, title: 'Engineer' });
  await sql`insert into people values (3, 'test', '7', 'Mei', 'zh', ${at}), (5, 'test', '8', 'Bo', null, ${at})`.execute(
    db,
  );
  await sql`insert into places values (1, 'test', '-5', 'group', 'zh', 'Asia/Shanghai', ${at})`.execute(db);
  await sql`insert into openings values (1, 'lin', 1, 'place:1', 3, 'open', null, 'good', 10, 'k', ${at}, ${at}, 5,
    null, null, ${opening}, '{}', 'a post')`.execute(db);
  await sql`insert into opening_referrers values (1, 3, ${at})`.execute(db);
  await sql`insert into drafts values (1, 5, 1, 'open', ${at}, null, ${opening}, '{}', '')`.execute(db);
  await db.destroy();

  const { people, places, openings, drafts } = await opened(url);
  expect(
    await people.identify({ platform: 'test', externalId: '7', name: 'Mei', language: null }, noon),
  ).toEqual({
    id: 3,
    language: 'zh',
  });
  expect(await openings.referrers(1)).toEqual([{ personId: 3, name: 'Mei', at: noon }]);
  expect(await openings.find(1, everything)).toMatchObject({ submitterId: 3, decidedBy: 5 });
  expect((await drafts.latest(5, 1))?.opening.title).toBe('Engineer');
  expect(
    await places.locate({ platform: 'test', externalId: '-5', kind: 'group' }, { zone: 'UTC' }, noon),
  ).toMatchObject({ id: 1, language: 'zh', zone: 'Asia/Shanghai' });
  const { id } = await people.identify(
    { platform: 'other', externalId: '9', name: 'Li', language: null },
    noon,
  );
  expect([3, 5]).not.toContain(id);
});
