// How a card looks: sizes, colours and what stands where, as the tree that satori lays out. Made for a phone, where it
// is a third as large, and for light and dark surroundings alike.

import type { Card } from '../../core/view.ts';

/** In pixels. */
export const size = { width: 1080, height: 864 };

const colours = {
  ground: '#14213d',
  raised: '#1d2d50',
  text: '#ffffff',
  quiet: '#a9b8d4',
  faint: '#3d5280',
  accent: '#ffb703',
} as const;

/** In pixels, of the highest bar. */
const highest = 170;

interface Node {
  readonly type: string;
  readonly props: { readonly style: Style; readonly children: readonly Node[] | string };
}

type Style = Readonly<Record<string, string | number>>;

const box = (style: Style, children: readonly Node[] = []): Node => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
});

const words = (text: string, fontSize: number, style: Style = {}): Node => ({
  type: 'div',
  props: { style: { fontSize, lineHeight: 1.25, flexShrink: 0, ...style }, children: text },
});

/** Emoji and the like, which are in none of the fonts. */
const undrawable = /[\p{So}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Cf}\p{Cc}\u2190-\u21ff\ufe0f]/gu;

/** Kept to one line, which takes up to `room` times the height of its letters. */
const line = (text: string, fontSize: number, room: number, style: Style = {}): Node =>
  words(shortened(text.replaceAll(undrawable, ''), room), fontSize, { whiteSpace: 'nowrap', ...style });

/** By width: a Chinese character is as wide as it is high, others take half of that or a little more. */
function shortened(text: string, room: number): string {
  const wide = [...text].map((letter) => (/[\u1100-\uffdc]|[^\0-\uffff]/u.test(letter) ? 1 : 0.58));
  let width = 0;
  const end = wide.findIndex((one) => (width += one) > room);
  return end === -1 ? text : `${[...text].slice(0, Math.max(0, end - 1)).join('')}…`;
}

/** The whole card. */
export function layout({ title, subtitle, figures, bars, steps }: Card, fontFamily: string): Node {
  return box(
    {
      ...size,
      flexDirection: 'column',
      boxSizing: 'border-box',
      padding: '44px 56px',
      backgroundColor: colours.ground,
      color: colours.text,
      fontFamily,
    },
    [
      line(title, 50, 19, { fontWeight: 700 }),
      line(subtitle, 32, 30, { color: colours.quiet }),
      box({ marginTop: 30, gap: 24 }, figures.map(figure)),
      box({ marginTop: 34, justifyContent: 'space-between', alignItems: 'flex-end' }, [
        line(bars.title, 30, 14, { color: colours.quiet }),
        box({ gap: 28 }, [key(bars.legend[0], colours.faint), key(bars.legend[1], colours.accent)]),
      ]),
      chart(bars.bars),
      box({ marginTop: 'auto', paddingTop: 22, borderTop: `2px solid ${colours.raised}` }, steps.map(step)),
    ],
  );
}

const figure = ({ value, label }: Card['figures'][number]): Node =>
  box(
    {
      flexDirection: 'column',
      flex: 1,
      padding: '14px 28px 18px',
      borderRadius: 24,
      backgroundColor: colours.raised,
    },
    [line(value, 84, 3, { fontWeight: 700, lineHeight: 1.15 }), line(label, 30, 8, { color: colours.quiet })],
  );

const key = (label: string, colour: string): Node =>
  box({ alignItems: 'center', gap: 10 }, [
    box({ width: 24, height: 24, borderRadius: 6, backgroundColor: colour }),
    line(label, 28, 7, { color: colours.quiet }),
  ]);

function chart(bars: Card['bars']['bars']): Node {
  const most = Math.max(1, ...bars.map(({ whole }) => whole));
  const height = (count: number): number => Math.round((count / most) * highest);
  return box(
    { marginTop: 14, gap: 18, alignItems: 'flex-end' },
    bars.map(({ label, whole, part }) =>
      box({ flexDirection: 'column', flex: 1, alignItems: 'center' }, [
        line(whole === 0 ? '' : String(whole), 26, 4, { color: colours.quiet, height: 34 }),
        box(
          {
            width: '100%',
            height: Math.max(4, height(whole)),
            borderRadius: 8,
            overflow: 'hidden',
            flexDirection: 'column',
            justifyContent: 'flex-end',
            backgroundColor: colours.faint,
          },
          [box({ width: '100%', height: height(part), backgroundColor: colours.accent })],
        ),
        line(label, 24, 4.7, { color: colours.quiet, marginTop: 6 }),
      ]),
    ),
  );
}

/** A step on which nobody stands is there, and quiet. */
const step = ({ label, count }: Card['steps'][number]): Node =>
  box({ flexDirection: 'column', flex: 1, alignItems: 'center' }, [
    line(String(count), 44, 4, { fontWeight: 700, color: count === 0 ? colours.faint : colours.text }),
    line(label, 28, 6.4, { color: colours.quiet }),
  ]);
