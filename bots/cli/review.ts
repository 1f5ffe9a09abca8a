// What people corrected of what was read: JSON Lines on standard output, and on standard error how often each field was
// read, corrected, and added where nothing had been read.

import { isDeepStrictEqual } from 'node:util';

import { blankOpening, type Opening } from '../../core/opening.ts';
import type { Store } from '../../storage/open.ts';
import type { KeptReading } from '../../storage/readings.ts';
import { fieldsOf } from './opening-fields.ts';

/** Two fields are corrected that nobody outside relied on so far. */
const allFieldsOf = (isOpening: boolean, opening: Opening) => ({
  ...fieldsOf(isOpening, opening),
  contract: opening.contract,
  insurance_base: opening.insuranceBase,
});
type Fields = ReturnType<typeof allFieldsOf>;
type Field = keyof Fields;

const blank: Fields = allFieldsOf(false, blankOpening);
const isField = (name: string): name is Field => Object.hasOwn(blank, name);
const names: readonly Field[] = Object.keys(blank).filter(isField);

interface Review {
  readonly id: string;
  readonly text: string;
  readonly read: Fields;
  readonly corrected: Fields;
  readonly fields: readonly Field[];
}

/** Whatever somebody handed in is an opening. */
function reviewOf({ id, text, asRead, opening }: KeptReading): Review {
  const read = allFieldsOf(asRead.isOpening, asRead.opening);
  const corrected = allFieldsOf(asRead.isOpening || id.startsWith('opening'), opening);
  const fields = names.filter((name) => !isDeepStrictEqual(read[name], corrected[name]));
  return { id, text, read, corrected, fields };
}

export async function review({ readings }: Pick<Store, 'readings'>): Promise<void> {
  const counts = new Map(names.map((name) => [name, { read: 0, corrected: 0, added: 0 }]));
  let total = 0;
  let reviews = 0;
  for await (const kept of readings.all()) {
    const one = reviewOf(kept);
    total += 1;
    for (const [name, count] of counts) {
      const isRead = !isDeepStrictEqual(one.read[name], blank[name]);
      const isChanged = one.fields.includes(name);
      if (isRead) count.read += 1;
      if (isRead && isChanged) count.corrected += 1;
      if (!isRead && isChanged) count.added += 1;
    }
    if (one.fields.length === 0) continue;
    reviews += 1;
    process.stdout.write(`${JSON.stringify(one)}\n`);
  }
  process.stderr.write(`${total} readings, ${reviews} corrected\n${table(counts)}`);
}

function table(counts: ReadonlyMap<Field, Readonly<Record<'read' | 'corrected' | 'added', number>>>): string {
  const rows = [
    ['field', 'read', 'corrected', 'added'],
    ...[...counts].map(([name, { read, corrected, added }]) => [name, read, corrected, added]),
  ];
  return rows
    .map(
      ([name, ...numbers]) =>
        `${String(name).padEnd(18)}${numbers.map((one) => String(one).padStart(10)).join('')}\n`,
    )
    .join('');
}
