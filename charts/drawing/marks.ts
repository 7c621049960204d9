import { createElement as h, type ReactElement } from 'react';
import type { Tone } from '../../shared/outcomes/exhibits/exhibit.ts';
import type { Type } from './letters.ts';
import { TYPEFACE, type Palette } from './palette.ts';

/** Sizes in CSS pixels; text is never below 11. */
export const TEXT_SIZE = 12;
export const SMALL_SIZE = 11;

/** The types of a chart, as wide as its palette's letters come out. */
export function typesIn({ breadth }: Palette): { readonly normal: Type; readonly bold: Type; readonly small: Type } {
  return {
    normal: { size: TEXT_SIZE, weight: 'normal', breadth },
    bold: { size: TEXT_SIZE, weight: 'bold', breadth },
    small: { size: SMALL_SIZE, weight: 'normal', breadth },
  };
}

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

type Written = {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly size?: number;
  readonly isBold?: boolean;
  readonly key?: string;
};

/** A text that begins as a figure does: a digit, a bracket, the dash of a nil. */
const FIGURE = /^[(–\d]/u;

/** One line of text; `y` is its baseline. A figure is marked as one, so that a page can set it in digits of one width. */
export function written({ x, y, text, fill, anchor = 'start', size = TEXT_SIZE, isBold = false, key }: Written): ReactElement {
  const className = FIGURE.test(text) ? 'figure' : undefined;
  return h(
    'text',
    { key, className, x, y, fill, textAnchor: anchor, fontFamily: TYPEFACE, fontSize: size, fontWeight: isBold ? 700 : 400 },
    text,
  );
}

const HATCH_GAP = 4;
const HATCH_WIDTH = 1.2;

/** The strokes of a hatch inside a box, cut at its edges: drawn as lines, because a pattern would need an id that no other chart of a page has. */
function hatchPath({ x, y, width, height }: Box, isUpright: boolean): string {
  const strokes: string[] = [];
  if (isUpright) {
    for (let at = HATCH_GAP / 2; at < width; at += HATCH_GAP) strokes.push(`M${String(x + at)} ${String(y)}v${String(height)}`);
    return strokes.join('');
  }
  for (let at = HATCH_GAP / 2; at < width + height; at += HATCH_GAP) {
    const [startX, startY] = at <= width ? [at, 0] : [width, at - width];
    const [endX, endY] = at <= height ? [0, at] : [at - height, height];
    strokes.push(`M${String(x + startX)} ${String(y + startY)}L${String(x + endX)} ${String(y + endY)}`);
  }
  return strokes.join('');
}

export type Hatch = 'none' | 'slanted' | 'upright';

/** Direction is told by hatch as well as by colour: worse is slanted, what somebody must still do is upright. */
export function hatchOf(tone: Tone): Hatch {
  if (tone === 'worsens') return 'slanted';
  return tone === 'attention' ? 'upright' : 'none';
}

/** A filled box, hatched or not. */
export function filled(
  box: Box,
  look: { readonly fill: string; readonly hatch: Hatch; readonly palette: Palette; readonly key?: string },
): ReactElement {
  const { fill, hatch, palette, key } = look;
  const rect = h('rect', { key: 'fill', ...box, fill });
  if (hatch === 'none') return h('g', { key }, rect);
  const d = hatchPath(box, hatch === 'upright');
  return h('g', { key }, rect, h('path', { key: 'hatch', d, stroke: palette.hatch, strokeWidth: HATCH_WIDTH, fill: 'none' }));
}

/** A mark with the space to its word, and the space to the next. */
const MARK_WIDTH = 22;
const KEY_GAP = 18;

export type KeyEntry = { readonly label: string; readonly fill: string; readonly hatch: Hatch };

/** The key, inside the drawing so that it goes wherever the picture goes. `widthOf` measures its words. */
export function keyRow(
  entries: readonly KeyEntry[],
  at: {
    readonly x: number;
    readonly y: number;
    readonly right: number;
    readonly widthOf: (text: string) => number;
    readonly palette: Palette;
  },
): ReactElement {
  const widths = entries.map(({ label }) => MARK_WIDTH + at.widthOf(label) + KEY_GAP);
  // Where long labels push the bars to the right, the key moves left so that it stays inside.
  let x = Math.max(0, Math.min(at.x, at.right + KEY_GAP - widths.reduce((total, width) => total + width, 0)));
  const marks = entries.map(({ label, fill, hatch }, index) => {
    const left = x;
    x += widths[index] ?? 0;
    return h(
      'g',
      { key: label },
      filled({ x: left, y: at.y - 9, width: 16, height: 9 }, { fill, hatch, palette: at.palette }),
      written({ x: left + MARK_WIDTH, y: at.y, text: label, fill: at.palette.textQuiet, size: SMALL_SIZE }),
    );
  });
  return h('g', { key: 'key' }, marks);
}
