// Writes profile.schema.json, which editors complete and check profile files by: `npm run schema`.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { profileSchemaText } from '../core/formats/profile-document.ts';

writeFileSync(join(import.meta.dirname, 'profile.schema.json'), profileSchemaText());
