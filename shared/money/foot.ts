import { ZERO, plus, sum, type Decimal } from './decimal.ts';
import { roundHalfUp } from './format.ts';

/** How a column is footed. `pin` and `kept` fix single figures, `target` fixes the total; all amounts in pounds. */
export interface FootOptions {
  /** Index of the item that shows its plain half-up figure, such as the opening value of a bridge. */
  readonly pin?: number;
  /** The total already shown elsewhere, to be reached instead of the half-up sum. A multiple of the step. */
  readonly target?: Decimal;
  /** By index, the figure that an item already shows elsewhere; null where it is free to be rounded here. */
  readonly kept?: readonly (Decimal | null)[];
}

/** A footed column: `sum(figures) + rounding` equals `total`, exactly. All in pounds and multiples of the step. */
export interface Footed {
  readonly figures: readonly Decimal[];
  readonly total: Decimal;
  /** The line 'Rounding' that must be printed; nil unless pins, kept figures or a target leave no other way. */
  readonly rounding: Decimal;
}

interface Item {
  readonly index: number;
  readonly amount: Decimal;
  /** What is left above the floor, in steps: 0 up to, not including, 1. */
  readonly remainder: Decimal;
}

/**
 * Rounds a column to the step so that it adds, by largest remainder (model-spec §1.5.5).
 * Free items show their floor or ceiling; an exact multiple of the step, nil among them, never moves. Never throws: where pins or a target cannot
 * be met, the rest stands in `rounding`.
 * @param amounts exact amounts in pounds, in list order
 * @param step the smallest difference shown, in pounds (see displayStep)
 */
export function foot(amounts: readonly Decimal[], step: Decimal, options: FootOptions = {}): Footed {
  const scaled = amounts.map((amount) => amount.div(step));
  const figures = scaled.map((steps, index) => fixedSteps(steps, index, options, step) ?? steps.floor());
  const total = options.target === undefined ? roundHalfUp(sum(scaled), 0) : roundHalfUp(options.target.div(step), 0);
  const movable = scaled
    .map((steps, index): Item => ({ index, amount: amounts[index] ?? ZERO, remainder: steps.minus(steps.floor()) }))
    .filter((item) => !isFixed(item.index, options) && !item.remainder.isZero())
    .sort(byLargestRemainder);
  let missing = total.minus(sum(figures));
  for (const item of movable) {
    if (missing.lte(0)) break;
    figures[item.index] = (figures[item.index] ?? ZERO).plus(1);
    missing = missing.minus(1);
  }
  return { figures: figures.map((steps) => inPounds(steps, step)), total: inPounds(total, step), rounding: inPounds(missing, step) };
}

function isFixed(index: number, options: FootOptions): boolean {
  return options.pin === index || (options.kept?.[index] ?? null) !== null;
}

function fixedSteps(steps: Decimal, index: number, options: FootOptions, step: Decimal): Decimal | null {
  const kept = options.kept?.[index] ?? null;
  if (kept !== null) return roundHalfUp(kept.div(step), 0);
  return options.pin === index ? roundHalfUp(steps, 0) : null;
}

function byLargestRemainder(a: Item, b: Item): number {
  return b.remainder.cmp(a.remainder) || b.amount.abs().cmp(a.amount.abs()) || a.index - b.index;
}

/** Whole steps as pounds; never negative zero. */
function inPounds(steps: Decimal, step: Decimal): Decimal {
  return steps.isZero() ? ZERO : steps.times(step);
}

/** One line of a bridge: a bar with its amount in pounds, or a subtotal of all bars above it. `kept` is a figure already shown elsewhere. */
export type BridgeLine =
  | { readonly kind: 'bar'; readonly amount: Decimal; readonly kept?: Decimal | null }
  | { readonly kind: 'subtotal'; readonly kept?: Decimal | null };

export interface FootedBridge {
  /** One figure a line, in pounds: bars as moved, subtotals as shown. */
  readonly figures: readonly Decimal[];
  /** One a line: at a subtotal, the line 'Rounding' to be printed above it; nil almost always. */
  readonly rounding: readonly Decimal[];
}

/**
 * Foots a bridge segment by segment between its subtotals, the opening value of each segment pinned (model-spec §1.5.5):
 * so that opening + bars = subtotal in every segment, as shown. Bars after the last subtotal are footed to the running total.
 */
export function footBridge(lines: readonly BridgeLine[], step: Decimal): FootedBridge {
  const figures: Decimal[] = lines.map(() => ZERO);
  const rounding: Decimal[] = lines.map(() => ZERO);
  let opening: { exact: Decimal; shown: Decimal } | null = null;
  let open: number[] = [];
  const close = (subtotal: number | null): void => {
    const segment = footSegment({ lines, step, opening, bars: open, target: subtotal === null ? null : (lines[subtotal]?.kept ?? null) });
    open.forEach((line, position) => (figures[line] = segment.bars[position] ?? ZERO));
    const last = subtotal ?? open.at(-1);
    if (last !== undefined) rounding[last] = segment.rounding;
    if (subtotal !== null) figures[subtotal] = segment.closing.shown;
    opening = segment.closing;
    open = [];
  };
  lines.forEach((line, index) => {
    if (line.kind === 'bar') open.push(index);
    else close(index);
  });
  if (open.length > 0) close(null);
  return { figures, rounding };
}

interface Segment {
  readonly lines: readonly BridgeLine[];
  readonly step: Decimal;
  readonly opening: { exact: Decimal; shown: Decimal } | null;
  readonly bars: readonly number[];
  readonly target: Decimal | null;
}

function footSegment(segment: Segment): { bars: readonly Decimal[]; closing: { exact: Decimal; shown: Decimal }; rounding: Decimal } {
  const { lines, opening, step } = segment;
  const bars = segment.bars.map((index) => lines[index]).filter((line) => line?.kind === 'bar');
  const amounts = bars.map((bar) => bar.amount);
  const kept = bars.map((bar) => bar.kept ?? null);
  const footed = foot(opening === null ? amounts : [opening.exact, ...amounts], step, {
    kept: opening === null ? kept : [opening.shown, ...kept],
    ...(opening === null ? { pin: 0 } : {}),
    ...(segment.target === null ? {} : { target: segment.target }),
  });
  const exact = plus(opening?.exact ?? ZERO, sum(amounts));
  return {
    bars: opening === null ? footed.figures : footed.figures.slice(1),
    closing: { exact, shown: footed.total },
    rounding: footed.rounding,
  };
}

/** Whether footing moved a leaf away from its own half-up figure: it then carries a tooltip with the exact amount. */
export function isMoved(leaf: { exact: Decimal; figure: Decimal }, step: Decimal): boolean {
  return !roundHalfUp(leaf.exact.div(step), 0).times(step).eq(leaf.figure);
}
