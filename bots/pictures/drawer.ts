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

const fonts = await Promise.all([
  font('Noto Sans', '@fontsource/noto-sans', 'latin', 400),
  font('Noto Sans', '@fontsource/noto-sans', 'latin', 700),
  font('Noto Sans SC', '@fontsource/noto-sans-sc', 'chinese-simplified', 400),
  font('Noto Sans SC', '@fontsource/noto-sans-sc', 'chinese-simplified', 700),
]);

process.on('message', (order: Order) => {
  void draw(order).then((delivery) => process.send?.(delivery));
});

async function draw({ id, card }: Order): Promise<Delivery> {
  try {
    const svg = await satori(layout(card), { ...size, fonts });
    return { id, picture: new Resvg(svg).render().asPng() };
  } catch (fault) {
    return { id, fault: String(fault) };
  }
}

async function font(name: string, folder: string, script: string, weight: 400 | 700) {
  const file = `${folder}/files/${folder.slice('@fontsource/'.length)}-${script}-${weight}-normal.woff`;
  return { name, weight, data: await readFile(createRequire(import.meta.url).resolve(file)) };
}
