import { D, type Decimal } from '../../money/decimal.ts';
import { foot } from '../../money/foot.ts';
import { displayStep, poundsPer, type MoneyUnit } from '../../money/units.ts';
import type { ShownFigures } from '../shown-figures.ts';
import type { Shown } from '../shown-table.ts';
import type { Explained } from './explanation.ts';

/** The terms of a figure as a column that foots, in one unit. */
export type ShownTerms = {
  readonly unit: MoneyUnit;
  readonly total: Shown;
  /** One for each term, in the order of the explanation. */
  readonly terms: readonly Shown[];
  /** The line 'Rounding' that must be printed where figures that stand elsewhere leave no other way; nil almost always. */
  readonly rounding: Decimal;
};

const SMALLER: Readonly<Record<MoneyUnit, MoneyUnit>> = { '£m': '£000', '£000': '£', '£': '£' };

/** The unit asked for, or the largest below it in which the figure is at least 1: £12,345 says nothing as £0.0m. A nil figure takes its unit from its terms. */
function fittingUnit({ value, terms }: Explained, asked: MoneyUnit): MoneyUnit {
  const size = [value, ...terms.map(({ amount }) => amount)].map((amount) => new D(amount).abs()).find((amount) => !amount.isZero());
  let unit = asked;
  while (size?.lt(poundsPer(unit)) === true && unit !== SMALLER[unit]) unit = SMALLER[unit];
  return unit;
}

/**
 * The terms of an explained amount of money as they are shown: rounded to the unit, adding up to the total as shown, and each figure that another table shows
 * in that unit as it stands there (model-spec §1.5.5). Amounts in pounds, positions surplus positive. Undefined for what is no amount of money.
 */
export function shownTerms(explained: Explained, figures: ShownFigures): ShownTerms | undefined {
  if (explained.unit !== '£') return undefined;
  const unit = fittingUnit(explained, figures.unit);
  const step = displayStep({ unit });
  const exact = new D(explained.value);
  const amounts = explained.terms.map(({ amount }) => new D(amount));
  const standing = (path: string | undefined): Decimal | null =>
    path === undefined ? null : (figures.register.registered(figures.nameOf(path), step)?.figure ?? null);
  const target = standing(explained.path) ?? foot([exact], step).total;
  const footed = foot(amounts, step, { target, kept: explained.terms.map(({ path }) => standing(path)) });
  return {
    unit,
    total: { exact, figure: target },
    terms: amounts.map((amount, index) => ({ exact: amount, figure: footed.figures[index] ?? amount })),
    rounding: footed.rounding,
  };
}
