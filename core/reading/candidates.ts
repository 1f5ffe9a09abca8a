// What else in a post could be the place of work or the pay: offered to whoever corrects what was read of it.

import type { Opening, Salary } from '../opening.ts';
import { findPlaces } from './place-names.ts';
import { readStructure } from './read.ts';
import { structureOf } from './structure.ts';

const most = 4;
/** So many statements with a figure are looked at. */
const mostClauses = 60;

/** English names of the cities that the post names, but for those of the opening. */
export function otherPlaces(text: string, { locations }: Pick<Opening, 'locations'>): readonly string[] {
  const cities = findPlaces(structureOf(text).plain).filter(({ value }) => value.kind === 'city');
  const names = new Set(cities.map(({ value }) => value.name));
  return [...names].filter((name) => !locations.includes(name)).slice(0, most);
}

/** The pay that each clause of the post states by itself, but for that of the opening. */
export function otherPays(
  text: string,
  { salary, locations }: Pick<Opening, 'salary' | 'locations'>,
): readonly Salary[] {
  const { lines, script } = structureOf(text);
  const clauses = lines
    .flatMap((line) => line.text.split(/[,;](?!\d)|[。、|]|\.\s/u))
    .filter((clause) => /\d/u.test(clause))
    .slice(0, mostClauses);
  const stated = clauses.flatMap(
    (clause) => readStructure({ ...structureOf(clause), script }, locations[0]).opening.salary ?? [],
  );
  const byRange = new Map(stated.map((one) => [rangeOf(one), one]));
  if (salary !== null) byRange.delete(rangeOf(salary));
  return [...byRange.values()].slice(0, most);
}

const rangeOf = (pay: Salary): string => JSON.stringify({ ...pay, monthsPerYear: null });
