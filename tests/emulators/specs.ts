// Where the published API descriptions are, on machines that have them: stand-ins check requests against them there
// and say nothing elsewhere.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = process.env['SPECS'] ?? path.resolve(import.meta.dirname, '../../../shared/specs');

/** One description, parsed; null where it is absent. */
export function readSpec(file: string): unknown {
  const place = path.join(folder, file);
  return existsSync(place) ? JSON.parse(readFileSync(place, 'utf8')) : null;
}
