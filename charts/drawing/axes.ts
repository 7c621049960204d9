import type { ReactElement } from 'react';
import { textWidth, type Type } from './letters.ts';
import { SMALL_SIZE, written } from './marks.ts';
import type { Palette } from './palette.ts';
import { tickText } from './scale.ts';

/** A tick as Recharts hands it to whoever draws it. */
export type Tick = {
  readonly x: number | string;
  readonly y: number | string;
  readonly index: number;
  readonly payload: { readonly value: unknown };
};

/** Between the words of a tick and the axis. */
const TICK_AIR = 10;

/** Axes are words alone: no line but the one at nil, no tick marks, every tick printed. */
export const WORDS_ONLY = { interval: 0, axisLine: false, tickLine: false } as const;

/** What an axis beside a chart takes: as much as its longest tick needs, and never less than what is usual. */
export function widthBeside(
  ticks: readonly number[],
  { palette, least, size = SMALL_SIZE }: { palette: Palette; least: number; size?: number },
): number {
  const type: Type = { size, weight: 'normal', breadth: palette.breadth };
  return Math.max(least, Math.ceil(Math.max(...ticks.map((tick) => textWidth(tickText(tick, ticks), type)))) + TICK_AIR);
}

/** Amounts along the foot of a chart. */
export function amountsBelow(ticks: readonly number[], palette: Palette): (tick: Tick) => ReactElement {
  return ({ x, y, payload }) =>
    written({
      x: Number(x),
      y: Number(y) + 10,
      text: tickText(Number(payload.value), ticks),
      fill: palette.textQuiet,
      anchor: 'middle',
      size: SMALL_SIZE,
    });
}

/** Amounts up the left side. */
export function amountsBeside(ticks: readonly number[], palette: Palette): (tick: Tick) => ReactElement {
  return ({ x, y, payload }) =>
    written({
      x: Number(x),
      y: Number(y) + 4,
      text: tickText(Number(payload.value), ticks),
      fill: palette.textQuiet,
      anchor: 'end',
      size: SMALL_SIZE,
    });
}

/** Years along the foot of a chart. */
export function yearsBelow(palette: Palette): (tick: Tick) => ReactElement {
  return ({ x, y, payload }) =>
    written({
      key: 'year',
      x: Number(x),
      y: Number(y) + 10,
      text: String(payload.value),
      fill: palette.textQuiet,
      anchor: 'middle',
      size: SMALL_SIZE,
    });
}
