import { D, TOLERANCE, ZERO, plus, sum, times, type Decimal } from '../money/decimal.ts';
import type { MoneyUnit } from '../money/units.ts';

/** An amount with the figure that stands for it in every table of one export; both in pounds. */
export type Shown = { readonly exact: Decimal; readonly figure: Decimal };

/** A cell: money in the table's unit, or words (a percentage, "unlimited", "n/a"); a blank is words of no length. */
export type Cell = { readonly kind: 'money'; readonly shown: Shown } | { readonly kind: 'words'; readonly text: string };

/** `above` is the rule drawn above the figures: single over a subtotal; `below: 'double'` closes a total. */
export type Row = {
  readonly label: string;
  readonly cells: readonly Cell[];
  readonly indented?: true;
  /** A line 'Rounding': where a block of a wide table has nothing to say in it, it is left out there. */
  readonly isRounding?: true;
  readonly above?: 'single';
  readonly below?: 'double';
};

/** A sum that a reader may check on the table: the parts, with the line 'Rounding' if one is printed, add up to the total. */
export type Footing = { readonly what: string; readonly parts: readonly Shown[]; readonly rounding: Decimal; readonly total: Shown };

/** A table as it is displayed: every exhibit of it (text, screen, paper) prints these figures and no others. */
export type ShownTable = {
  readonly id: string;
  readonly title: string;
  readonly unit: MoneyUnit;
  /** Headings of the columns after the label; a heading may hold several words. */
  readonly columns: readonly string[];
  /** The column that opens a second block where the table is too wide for the page. */
  readonly newBlockAt?: string | undefined;
  readonly rows: readonly Row[];
  readonly footings: readonly Footing[];
  readonly notes: readonly string[];
};

export const BLANK: Cell = { kind: 'words', text: '' };
export const NOT_AVAILABLE: Cell = { kind: 'words', text: 'n/a' };

export function money(shown: Shown): Cell {
  return { kind: 'money', shown };
}

export function words(text: string): Cell {
  return { kind: 'words', text };
}

/** The opposite amount, shown as the opposite figure, so that a figure and its mirror never differ. */
export function opposite(shown: Shown): Shown {
  return { exact: negated(shown.exact), figure: negated(shown.figure) };
}

function negated(amount: Decimal): Decimal {
  return amount.isZero() ? ZERO : amount.neg();
}

/** A sum as shown. Its rounding is what the shown parts leave open: nil almost always (model-spec §1.5.5). */
export function footing(what: string, { parts, total }: { parts: readonly Shown[]; total: Shown }): Footing {
  return { what, parts, total, rounding: total.figure.minus(sum(parts.map((part) => part.figure))) };
}

/** The figure of a line 'Rounding'. */
export function roundingShown(footed: Footing): Shown {
  return { exact: footed.rounding, figure: footed.rounding };
}

/**
 * Why a sum does not foot, or nothing where it does: what is summed does not add up exactly; or a figure stands a whole step or more from its amount; or the
 * shown parts, the line 'Rounding' included, miss the total; or that line is larger than moving the parts could make it.
 */
export function footingFault({ what, parts, total, rounding }: Footing, step: Decimal): string | undefined {
  const exact = sum(parts.map((part) => part.exact));
  if (total.exact.minus(exact).abs().gt(TOLERANCE)) return `${what}: the amounts differ by £${total.exact.minus(exact).toFixed(2)}`;
  const moved = [...parts, total].find((each) => each.figure.minus(each.exact).abs().gte(step));
  if (moved !== undefined) return `${what}: £${moved.exact.toFixed(2)} is shown as £${moved.figure.toFixed()}`;
  const open = total.figure.minus(plus(sum(parts.map((part) => part.figure)), rounding));
  if (!open.isZero()) return `${what}: the figures shown differ by £${open.toFixed()}`;
  const most = times(step, new D(parts.length));
  return rounding.abs().gt(most) ? `${what}: £${rounding.toFixed()} of rounding is more than rounding can make` : undefined;
}
