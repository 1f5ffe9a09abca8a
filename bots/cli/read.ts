// `npm run -s read`: posts as JSON Lines `{id, text}` on standard input, the fields of each opening as JSON Lines on
// standard output, in order. A malformed line is reported with its number; the others are still done.

import { z } from 'zod';

import { readOpening } from '../../core/reading/read.ts';

const Post = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/** One post as the fields people outside rely on. */
function readPost({ id, text }: z.infer<typeof Post>) {
  const { isOpening, opening } = readOpening(text);
  const { salary } = opening;
  return {
    id,
    is_opening: isOpening,
    title: opening.title,
    titles: opening.titles,
    company: opening.company,
    locations: opening.locations,
    arrangement: opening.arrangement,
    remote_scope: opening.remoteScope,
    salary:
      salary === null
        ? null
        : {
            min: salary.min,
            max: salary.max,
            currency: salary.currency,
            period: salary.period,
            months_per_year: salary.monthsPerYear,
          },
    skills: opening.skills,
    language_required: opening.languageRequired,
    focus: opening.focus,
    apply_url: opening.applyUrl,
    contact: opening.contact,
  };
}

function parse(line: string): z.infer<typeof Post> | string {
  try {
    const post = Post.safeParse(JSON.parse(line));
    return post.success ? post.data : 'not an object with id and text';
  } catch {
    return 'not JSON';
  }
}

/** Lines end at line feeds alone: JSON text may hold other line separators, which `node:readline` cuts at. */
async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  input.setEncoding('utf8');
  let rest = '';
  for await (const chunk of input) {
    const lines = `${rest}${String(chunk)}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

let lineNumber = 0;
for await (const line of linesOf(process.stdin)) {
  lineNumber += 1;
  if (line.trim() === '') continue;
  const post = parse(line);
  if (typeof post === 'string') {
    process.stderr.write(`line ${lineNumber}: ${post}\n`);
    process.exitCode = 1;
  } else {
    process.stdout.write(`${JSON.stringify(readPost(post))}\n`);
  }
}
