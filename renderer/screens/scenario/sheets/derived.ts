import { monthLabel } from '../../../../shared/calendar/financial-year.ts';
import { ZERO, type Decimal } from '../../../../shared/money/decimal.ts';
import { formatCount, formatPercent } from '../../../../shared/money/format.ts';
import type { NamedAmount } from '../../../../shared/money/register.ts';
import { named } from '../../../../shared/outcomes/shown-figures.ts';
import type { Derived, SheetCell } from '../../../components/grid/sheet.ts';
import type { SheetContext } from './sheet-context.ts';

/* Cells that are computed. A figure is shown under its name in the register of the results, so that it reads the same on every screen. */

type Meaning = Extract<Derived, { shown: unknown }>['meaning'];

/** Money, in pounds, under the name of the figure that explains it. `figure` is left out where nothing explains it. */
export function moneyCell(
  { figures }: SheetContext,
  { id, amount }: NamedAmount,
  { meaning, figure = id }: { meaning?: Meaning; figure?: string | null } = {},
): SheetCell {
  const derived = { shown: figures.shown(id, amount), ...(meaning === undefined ? {} : { meaning }) };
  return { kind: 'derived', derived, ...(figure === null ? {} : { figure }) };
}

/** Money by year under a path: `lines.pay`, then the year. What is not computed is not there. */
export function moneyAt(
  context: SheetContext,
  { path, amounts, year, meaning }: { path: string; amounts: readonly Decimal[] | undefined; year: number; meaning?: Meaning },
): SheetCell {
  if (amounts === undefined) return wordsCell('not computed');
  const id = `${path}.${context.years[year] ?? ''}`;
  return moneyCell(context, named(id, amounts[year] ?? ZERO), meaning === undefined ? {} : { meaning });
}

export function wordsCell(text: string, figure?: string): SheetCell {
  return { kind: 'derived', derived: { text }, ...(figure === undefined ? {} : { figure }) };
}

export function countCell(amount: Decimal | undefined, { figure, places = 1 }: { figure?: string; places?: number } = {}): SheetCell {
  if (amount === undefined) return wordsCell('n/a', figure);
  return wordsCell(amount.isZero() ? '–' : formatCount(amount, places), figure);
}

export function percentCell(fraction: Decimal | undefined, figure?: string): SheetCell {
  return wordsCell(fraction === undefined ? 'n/a' : formatPercent(fraction), figure);
}

/** A month in words: "Apr 2020". */
export function monthCell({ scenario }: SheetContext, month: number): SheetCell {
  return wordsCell(Number.isFinite(month) ? monthLabel(scenario.baseYear, month) : '–');
}
