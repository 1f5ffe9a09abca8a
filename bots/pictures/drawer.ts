// A process of its own that draws cards as PNG: what draws is large, and where it breaks it takes its process along.
// Hides satori, resvg and the fonts. Asked and answered by messages; ends when nobody asks any more.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import { Resvg } from '@resvg/resvg-js';
import satori from 'satori';

import type { Card } from '../../core/view.ts';
import { layout, size } from './layout.ts';

export interface Order {
  readonly id: number;
  readonly card: Card;
}

/** `fault`: why there is no picture. */
export type Delivery =
  | { readonly id: number; readonly picture: Uint8Array }
  | { readonly id: number; readonly fault: string };

const scripts = [
  ['@fontsource/noto-sans', 'latin'],
  ['@fontsource/noto-sans-sc', 'chinese-simplified'],
  ['@fontsource/noto-sans', 'latin-ext'],
  ['@fontsource/noto-sans', 'cyrillic'],
  ['@fontsource/noto-sans', 'devanagari'],
] as const;

const fonts = await Promise.all(
  scripts.flatMap(([folder, script]) => ([400, 700] as const).map((weight) => font(folder, script, weight))),
);
/** Each letter is taken from the first font that has it. */
const fontFamily = scripts.map(([, script]) => script).join(', ');

process.on('message', (order: Order) => {
  void draw(order).then((delivery) => process.send?.(delivery));
});

async function draw({ id, card }: Order): Promise<Delivery> {
  try {
    const svg = await satori(layout(card, fontFamily), { ...size, fonts });
    return { id, picture: new Resvg(svg).render().asPng() };
  } catch (fault) {
    return { id, fault: String(fault) };
  }
}

async function font(folder: string, script: string, weight: 400 | 700) {
  const file = `${folder}/files/${folder.slice('@fontsource/'.length)}-${script}-${weight}-normal.woff`;
  return { name: script, weight, data: await readFile(createRequire(import.meta.url).resolve(file)) };
}
