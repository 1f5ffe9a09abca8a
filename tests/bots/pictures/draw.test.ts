// The pictures that people agreed on lie beside this file. One that was deleted is drawn anew, to be looked at.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';

import { openDrawing } from '../../../bots/pictures/draw.ts';
import type { Card, View } from '../../../core/view.ts';
import { cards } from './cards.ts';

/** The share of pixels that may differ: edges of letters are drawn a little otherwise on other machines. */
const tolerated = 0.002;

const faults: unknown[] = [];
const pictureOf = openDrawing((fault) => faults.push(fault));

const viewWith = (card: Card): View => ({ kind: 'view', picture: { card, alternative: '' }, blocks: [] });

async function drawn(card: Card): Promise<PNG> {
  const picture = await pictureOf(viewWith(card));
  expect(faults).toEqual([]);
  return PNG.sync.read(Buffer.from(picture ?? []));
}

/** The share of pixels in which the two differ, edges of letters left out. */
function difference(one: PNG, other: PNG): number {
  const { width, height } = one;
  if (other.width !== width || other.height !== height) return 1;
  return pixelmatch(one.data, other.data, undefined, width, height, { threshold: 0.2 }) / (width * height);
}

describe.each(['en', 'zh'] as const)('a card in %s', (language) => {
  test('looks as agreed', async () => {
    const picture = await drawn(cards[language]);
    const path = join(import.meta.dirname, `card-${language}.png`);
    if (!existsSync(path)) {
      writeFileSync(path, PNG.sync.write(picture));
      throw new Error(`look at ${path} and run the test again`);
    }
    const agreed = PNG.sync.read(readFileSync(path));
    expect(difference(picture, agreed)).toBeLessThan(tolerated);
  });

  test('shows every change of a figure', async () => {
    const { figures, ...rest } = cards[language];
    const changed = { ...rest, figures: figures.map((figure) => ({ ...figure, value: '8' })) };
    expect(difference(await drawn(cards[language]), await drawn(changed))).toBeGreaterThan(tolerated);
  });
});

test('words that are far too long stay within the card', async () => {
  const long = 'LLM 大模型算法工程师 '.repeat(40);
  const { figures, bars, steps } = cards.zh;
  const picture = await drawn({
    title: long,
    subtitle: long,
    figures: figures.map(() => ({ value: '1,234,567', label: long })),
    bars: { ...bars, title: long, legend: [long, long] },
    steps: steps.map(() => ({ label: long, count: 12_345 })),
  });
  expect([picture.width, picture.height]).toEqual([1080, 864]);
});

test('the same card is drawn once', async () => {
  const first = await pictureOf(viewWith(cards.en));
  expect(await pictureOf(viewWith(structuredClone(cards.en)))).toBe(first);
});

test('a view without a picture has none', async () => {
  expect(await pictureOf({ kind: 'view', blocks: [] })).toBeNull();
});

test('a card that cannot be drawn is told of and left out, and the next one is drawn', async () => {
  const told: unknown[] = [];
  const drawing = openDrawing((fault) => told.push(fault));
  expect(await drawing(viewWith({ ...cards.en, figures: null } as unknown as Card))).toBeNull();
  expect(told).toHaveLength(1);
  expect(await drawing(viewWith(cards.en))).not.toBeNull();
});

test('where drawing breaks its process, the bot goes on without the picture', async () => {
  const told: unknown[] = [];
  const drawing = openDrawing((fault) => told.push(fault), join(import.meta.dirname, 'broken-drawer.ts'));
  expect(await Promise.all([drawing(viewWith(cards.en)), drawing(viewWith(cards.zh))])).toEqual([null, null]);
  expect(await drawing(viewWith(cards.en))).toBeNull();
  expect(told).toHaveLength(3);
});
