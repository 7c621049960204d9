import type { ReactElement } from 'react';
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

/** Axes are words alone: no line but the one at nil, no tick marks, every tick printed. */
export const WORDS_ONLY = { interval: 0, axisLine: false, tickLine: false } as const;

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
