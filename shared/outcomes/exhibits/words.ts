import { ONE, TOLERANCE, ZERO, isAtLeast, isBelow, type Decimal } from '../../money/decimal.ts';
import { formatPercent, moneyInFittingUnit, moneyInSentence } from '../../money/format.ts';
import type { NamedAmount } from '../../money/register.ts';
import type { MoneyUnit } from '../../money/units.ts';
import { figureOr } from '../../engine/frame.ts';
import { DEFAULT_INPUTS } from '../../scenario/defaults.ts';
import { withoutOf } from '../left-out.ts';
import type { ShownFigures } from '../shown-figures.ts';
import type { Shown } from '../shown-table.ts';
import type { ExhibitSource } from './exhibit.ts';

/** The size of a shown figure in a sentence, as the tables have it: £4.3m. Where it shows as nil and is not, in a unit in which it does not. */
export function said(shown: Shown, unit: MoneyUnit): string {
  if (shown.figure.isZero() && !shown.exact.isZero()) return moneyInFittingUnit(shown.exact.abs());
  return moneyInSentence(shown.figure.abs(), { unit });
}

/** A position in words: "£4.3m short", "£17.7m in surplus", "at break-even". */
export function positionSaid(shown: Shown, unit: MoneyUnit): string {
  if (isAtLeast(shown.exact, ZERO) && isAtLeast(ZERO, shown.exact)) return 'at break-even';
  return `${said(shown, unit)} ${isBelow(shown.exact, ZERO) ? 'short' : 'in surplus'}`;
}

/** A figure as it stands beside a mark, for alt text: (4.3) is said "minus 4.3" by nobody, so shortfalls are named. */
export function markSaid(label: string, shown: Shown, unit: MoneyUnit): string {
  if (shown.exact.isZero()) return `${label} nil`;
  return `${label} ${isBelow(shown.exact, ZERO) ? 'takes away' : 'adds'} ${said(shown, unit)}`;
}

/**
 * What a finding adds where the reported position of the target year is at or above nil only through savings that nobody has identified: no finding says that
 * something balances where an unidentified line does it.
 */
export function restsOnUnidentified({ figures, verdict }: ExhibitSource): string {
  const reported = figures.outcomes.system.reported[figures.projection.frame.target] ?? ZERO;
  const without: Decimal = reported.minus(verdict.unidentified);
  if (verdict.unidentified.isZero() || isBelow(reported, ZERO) || isAtLeast(without, ZERO)) return '';
  return `, resting on ${moneyInFittingUnit(verdict.unidentified)} of savings that nobody has identified`;
}

/** "First and second", "first, second and third". */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

/** One amount under two names shows one figure: what stands already under the first is taken for the second. */
export function showAs(figures: ShownFigures, known: NamedAmount, fresh: NamedAmount): void {
  if (known.id === fresh.id || known.amount.minus(fresh.amount).abs().gt(TOLERANCE)) return;
  figures.register.foot({ total: known, leaves: [fresh] }, figures.step);
}

/** What stands under every exhibit: what is left out, and organisations of which only a part is in scope (model-spec §2). */
export function commonNotes(figures: ShownFigures): string[] {
  const { scenario } = figures.projection.frame;
  const absent = withoutOf(figures.projection).system.length;
  const shared = scenario.organisations.flatMap(({ name, inScopeShare }) => {
    const share = figureOr(inScopeShare, DEFAULT_INPUTS.fullShare);
    return share.eq(ONE) ? [] : [`${name}: ${formatPercent(share)} in scope.`];
  });
  const left =
    absent === 0
      ? []
      : [`${String(absent)} ${absent === 1 ? 'object is' : 'objects are'} left out because of problems; figures are without them.`];
  return [...left, ...shared];
}

/** The first letter in upper case, as sentences begin. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** The projected years by index, and the label of the first to the last. */
export function projectedYears(figures: ShownFigures): number[] {
  return figures.projection.frame.years.map((_, year) => year).slice(1);
}

export function yearSpan(figures: ShownFigures): string {
  const { years } = figures.projection.frame;
  return years.length === 2 ? (years[1] ?? '') : `${years[1] ?? ''} to ${years.at(-1) ?? ''}`;
}
