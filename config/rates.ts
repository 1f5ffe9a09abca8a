// What currencies are worth, from a YAML file. It hides where the bot's own rates are kept.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import type { Rates } from '../core/money.ts';
import { type Loaded, parseYaml } from './yaml-file.ts';

const ratesFile = z
  .strictObject({
    as_of: z.iso.date(),
    base: z.string().regex(/^[A-Z]{3}$/u, 'expected the code of a currency, like CNY'),
    worth: z.record(
      z.string().regex(/^(?:[A-Z]{3}|USDT)$/u, 'expected the code of a currency, like USD'),
      z.number().positive(),
    ),
  })
  .transform(({ as_of: asOf, base, worth }): Rates => ({ asOf, base, worth }));

const ownRates = join(import.meta.dirname, 'rates.yaml');

/** The rates of a file, without a name those that come with the bot. */
export const loadRates = (file = ownRates): Loaded<Rates> =>
  parseYaml(readFileSync(file, 'utf8'), file, (document) => {
    const { data, error } = ratesFile.safeParse(document);
    return error === undefined ? { value: data } : { faults: error.issues };
  });
