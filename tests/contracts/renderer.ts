// What every platform's renderer promises, whatever it makes of a view: all of it can be read or what is missing is
// said, markup in people's text is text, nothing pings or breaks a limit.

import { test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';

import { type Language, languages } from '../../core/language.ts';
import type { View } from '../../core/view.ts';
import { cards } from '../bots/pictures/cards.ts';
import { everyKind, hostile, huge, lengthOf, marksOf, views } from './views.ts';

/** What people see of a view. */
interface Shown {
  /** Message by message, as it is read: no markup, no buttons. */
  readonly texts: readonly string[];
  readonly links: readonly string[];
  readonly buttons: readonly { readonly label: string; readonly target: string }[];
  /** Whether it is said that something did not fit. */
  readonly admitsMore: boolean;
}

/** Renders and reads back as the platform's people would. Throws where the platform would refuse. */
export type Show = (view: View, language: Language) => Shown;

/** Fewer characters and buttons than this fit everywhere. */
const small = { characters: 1200, buttons: 5 };

export function rendererContract(platform: string, show: Show): void {
  describe.each(languages)(`${platform}, speaking %s:`, (language) => {
    const see = (view: View): Shown => show(view, language);
    const read = (view: View): string => see(view).texts.join('\n');

    test('every kind of block can be read, in order, with its links and buttons', () => {
      const shown = see(everyKind);
      const found = marksOf(shown.texts.join('\n'));
      expect(found.filter((mark) => marksOf(JSON.stringify(everyKind.blocks)).includes(mark))).toEqual(
        marksOf(JSON.stringify(everyKind.blocks)),
      );
      expect(found[0]).toBe('mark1x');
      expect(shown.links).toContain('https://example.org/read?a=1&b=2');
      expect(shown.buttons).toEqual([
        { label: 'mark18x', target: 'review id=1 decision=accept' },
        { label: 'mark19x', target: 'review id=1 decision=reject' },
        { label: 'mark20x', target: 'https://example.org/post' },
      ]);
      expect(shown.admitsMore).toBe(false);
    });

    test('what a picture says is read', () => {
      const shown = read({
        ...everyKind,
        picture: { card: cards[language], alternative: 'mark0x: 6 openings' },
      });
      expect(marksOf(shown).indexOf('mark0x')).toBe(1);
    });

    test.each(hostile)('people’s text stays text: %s', (_what, typed) => {
      const blocks: View['blocks'] = [
        { kind: 'text', text: [typed] },
        { kind: 'text', text: [{ text: typed, style: 'bold' }] },
        { kind: 'text', text: [{ text: typed, style: 'italic' }] },
        { kind: 'quote', text: [typed] },
        { kind: 'list', items: [[typed]] },
        { kind: 'facts', facts: [['label', [typed]]] },
      ];
      for (const block of blocks) {
        expect(squeezed(read({ kind: 'view', blocks: [block] }))).toContain(squeezed(typed));
      }
    });

    test.each(hostile)('so does what stands in a code span: %s', (_what, typed) => {
      const shown = read({
        kind: 'view',
        blocks: [{ kind: 'text', text: [{ text: typed, style: 'code' }] }],
      });
      expect(letters(shown)).toContain(letters(typed));
    });

    test.each(hostile)('so does what stands in titles, headings, labels and buttons: %s', (_what, typed) => {
      const shown = see({
        kind: 'view',
        title: typed,
        blocks: [
          { kind: 'heading', text: [typed] },
          { kind: 'facts', facts: [[typed, ['value']]] },
        ],
        actions: [{ label: typed.slice(0, 60), call: 'help' }],
      });
      expect(squeezed(shown.texts.join('\n')).split(squeezed(typed))).toHaveLength(4);
      const [button] = shown.buttons;
      expect(button?.target).toBe('help');
      expect(squeezed(button?.label ?? '')).toContain(squeezed(typed.slice(0, 20)));
    });

    test.each(huge)('%s', (_what, view) => {
      const shown = see(view);
      expect(shown.texts.length).toBeGreaterThan(0);
      expect(shown.texts.every((one) => one.isWellFormed())).toBe(true);
      const kept = letters(shown.texts.join('')).length;
      expect(shown.admitsMore || kept >= letters(plain(view)).length).toBe(true);
    });

    property.prop([views])('no word of a view is lost unless it is said that something is', (view) => {
      const shown = see(view);
      const seen = new Set(marksOf([...shown.texts, ...shown.buttons.map(({ label }) => label)].join('\n')));
      const lost = marksOf(JSON.stringify(view)).filter((mark) => !seen.has(mark));
      if (!shown.admitsMore) expect(lost).toEqual([]);
      expect(shown.texts.every((one) => one.isWellFormed())).toBe(true);
      const isSmall = lengthOf(view) < small.characters && (view.actions ?? []).length <= small.buttons;
      expect(isSmall && shown.admitsMore).toBe(false);
    });

    property.prop([views])('every button that is there makes its own call', (view) => {
      const wanted = new Map((view.actions ?? []).map((one) => [marksOf(one.label)[0], one]));
      for (const { label, target } of see(view).buttons) {
        const action = wanted.get(marksOf(label)[0]);
        expect(action).toBeDefined();
        if (action !== undefined && 'call' in action) expect(target).toBe(action.call);
      }
    });
  });
}

/** Without the blanks that renderers may break lines at. */
const squeezed = (text: string): string => text.replaceAll(/[\s\u200b]+/gu, '');

const letters = (text: string): string => (text.match(/[\p{L}\p{N}]/gu) ?? []).join('');

/** All text of a view, one after the other. */
function plain({ title = '', blocks }: View): string {
  const strings: string[] = [title];
  JSON.stringify(blocks, (key: string, value: unknown) => {
    if (typeof value === 'string' && !['kind', 'style', 'link'].includes(key)) strings.push(value);
    return value;
  });
  return strings.join('');
}
