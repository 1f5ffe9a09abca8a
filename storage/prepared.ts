// Queries that every message asks: built once for each database, and run with other values each time. Hides how the
// values find their places in the query.

import type { Compilable, CompiledQuery } from 'kysely';

import { atOnce, type Database } from './connection.ts';

interface Built<Row> {
  readonly query: CompiledQuery<Row>;
  /** By parameter: the name of the value that goes there, or `null` where it is always the same. */
  readonly names: readonly (PropertyKey | null)[];
}

/**
 * Returns the rows. `build` is given stand-ins for the values, and has to put each of them into the query as it is;
 * a value that is to be changed first is changed by whoever asks.
 */
export function prepared<Values extends object, Row>(
  build: (db: Database, values: Values) => Compilable<Row>,
): (db: Database, values: Values) => Promise<readonly Row[]> {
  const known = new WeakMap<object, Built<Row>>();

  function builtOn(db: Database): Built<Row> {
    const slots = new Map<unknown, PropertyKey>();
    const stands = new Proxy<object>(
      {},
      {
        get(_, name) {
          const slot = Symbol(String(name));
          slots.set(slot, name);
          return slot;
        },
      },
    );
    // Of the declared values nothing is looked at but their places in the query.
    const query = build(db, stands as Values).compile();
    for (const [slot, name] of slots) {
      if (!query.parameters.includes(slot))
        throw new TypeError(`${String(name)} is not in the query as it is`);
    }
    return { query, names: query.parameters.map((parameter) => slots.get(parameter) ?? null) };
  }

  /** What a database and its transactions have in common is kept: they speak the same language. */
  function builtFor(db: Database): Built<Row> {
    const { adapter } = db.getExecutor();
    const built = known.get(adapter) ?? builtOn(db);
    known.set(adapter, built);
    return built;
  }

  return async (db, values) => {
    const { query, names } = builtFor(db);
    const parameters = names.map((name, index) =>
      name === null ? query.parameters[index] : Reflect.get(values, name),
    );
    const rows = atOnce(db, query.sql, parameters);
    // Whether at once or in turn, the database answers the same query.
    if (rows !== null) return rows as Row[];
    return (await db.executeQuery<Row>({ ...query, parameters })).rows;
  };
}
