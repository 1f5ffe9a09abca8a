// What currencies are worth, from rates.yaml beside this file. It hides where the rates are kept.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';
import { z } from 'zod';

import type { Rates } from '../core/money.ts';

const ratesFile = z
  .strictObject({
    as_of: z.iso.date(),
    base: z.string().regex(/^[A-Z]{3}$/u),
    worth: z.record(z.string().regex(/^(?:[A-Z]{3}|USDT)$/u), z.number().positive()),
  })
  .transform(({ as_of: asOf, base, worth }): Rates => ({ asOf, base, worth }));

/** The rates that come with the bot. Throws where somebody broke the file. */
export function loadRates(): Rates {
  return ratesFile.parse(parse(readFileSync(join(import.meta.dirname, 'rates.yaml'), 'utf8')));
}
