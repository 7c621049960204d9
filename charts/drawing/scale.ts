import type { Decimal } from '../../shared/money/decimal.ts';
import { formatFigure, formatFooted, type NilStyle } from '../../shared/money/format.ts';
import { D } from '../../shared/money/decimal.ts';
import { poundsPer, type MoneyUnit } from '../../shared/money/units.ts';
import type { Shown } from '../../shared/outcomes/shown-table.ts';

/** A length on paper: here, and nowhere before, an amount becomes a binary float. */
export function lengthOf(amount: Decimal, unit: MoneyUnit): number {
  return amount.div(poundsPer(unit)).toNumber();
}

/** The figure beside a mark, as every table has it. */
export function figureText(shown: Shown, unit: MoneyUnit, nil: NilStyle = 'dash'): string {
  return formatFooted(shown, { unit, nil });
}

export type Scale = { readonly ticks: readonly number[]; readonly domain: readonly [number, number] };

const STEPS = [1, 2, 5, 10];

/** Round ticks from the least to the greatest amount, nil always among them; about so many. */
export function scaleOf(amounts: readonly number[], about: number): Scale {
  const least = Math.min(0, ...amounts);
  const greatest = Math.max(0, ...amounts);
  const span = greatest - least;
  if (span === 0) return { ticks: [0], domain: [0, 1] };
  const rough = span / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (STEPS.find((each) => each * power >= rough) ?? 10);
  const from = Math.ceil(least / step - 1e-9);
  const to = Math.floor(greatest / step + 1e-9);
  const ticks = Array.from({ length: to - from + 1 }, (_, index) => (from + index) * step);
  const air = span * 0.02;
  return { ticks, domain: [least < 0 ? least - air : 0, greatest > 0 ? greatest + air : 0] };
}

/** A tick in the figures' own style: reductions in brackets, as many places as the step needs. */
export function tickText(tick: number, ticks: readonly number[]): string {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0));
  const places = Math.max(0, -Math.floor(Math.log10(step === 0 ? 1 : step) + 1e-9));
  return formatFigure(new D(tick), places);
}

/** Where an amount lies between two edges. */
export function placeOn({ domain }: Scale, edges: { readonly from: number; readonly to: number }): (amount: number) => number {
  const [least, greatest] = domain;
  return (amount) => edges.from + ((amount - least) / (greatest - least)) * (edges.to - edges.from);
}

/** Where an amount lies between the least and the most, in per cent of the way. */
export function placeInPercent(amount: Decimal, { least, most }: { readonly least: Decimal; readonly most: Decimal }): number {
  const span = most.minus(least);
  return span.isZero() ? 0 : amount.minus(least).div(span).times(100).toNumber();
}
