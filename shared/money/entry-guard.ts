import { D, ONE, type Decimal } from './decimal.ts';
import { exactInUnit, groupThousands } from './format.ts';
import { poundsPer, type CellUnit } from './units.ts';

/** Whether a figure may be taken as it is, or somebody must confirm it first. */
export type GuardVerdict =
  | { readonly verdict: 'fine' }
  /** `text` asks; `suggestion`, if any, is the figure that was probably meant, as stored, with its words. */
  | { readonly verdict: 'ask'; readonly text: string; readonly suggestion: { readonly amount: Decimal; readonly text: string } | null };

/** A figure about to be stored. `previous` is null for a blank cell; `systemIncome` is the whole footprint's yearly income in pounds, where known. */
export interface GuardedEntry {
  readonly previous: Decimal | null;
  readonly next: Decimal;
  readonly unit: CellUnit;
  readonly systemIncome?: Decimal | null;
}

const TENFOLD = new D(10);
const THOUSANDFOLD = new D(1000);
/** A quarter of the system, above which an entry is confirmed (model-spec §15, W1). */
const LARGE_SHARE = new D('0.25');
/** £1bn in a blank £m or £000 cell: more often £000 or £ that was pasted than a line of that size. */
const SUSPICIOUS_POUNDS = new D(1_000_000_000);
/** No plan starts, ramps or slips by more than twenty years. */
const MANY_MONTHS = new D(240);
const MONTHS_A_YEAR = new D(12);
const FINE: GuardVerdict = { verdict: 'fine' };

/**
 * The guard against a ten-fold jump and against £000 typed into a £m column (product.md §4, model-spec §15 W1). Amounts as stored.
 * Months are asked about only beyond any horizon: from 1 to 12 is no slip, and 600 is one.
 */
export function entryGuard(entry: GuardedEntry): GuardVerdict {
  const { previous, next, unit } = entry;
  if (next.isZero() || previous?.eq(next) === true) return FINE;
  if (unit.kind === 'months')
    return next.abs().gt(MANY_MONTHS) ? ask(entry, `${inCell(next, unit)}? That is ${inWords(next.div(MONTHS_A_YEAR))} years.`) : FINE;
  if (previous === null || previous.isZero()) return guardBlank(entry);
  const factor = next.abs().div(previous.abs());
  if (factor.gte(TENFOLD))
    return ask(entry, `${inCell(previous, unit)} becomes ${inCell(next, unit)}? That is ${inWords(factor)} times the old value.`);
  if (factor.times(TENFOLD).lte(1)) {
    return ask(
      entry,
      `${inCell(previous, unit)} becomes ${inCell(next, unit)}? The old value was ${inWords(ONE.div(factor))} times as much.`,
    );
  }
  return isLargeChange(next.minus(previous), entry) ? askAboutSize(entry) : FINE;
}

function guardBlank(entry: GuardedEntry): GuardVerdict {
  if (entry.unit.kind !== 'money') return FINE;
  if (entry.unit.shownIn !== '£' && entry.next.abs().gte(SUSPICIOUS_POUNDS)) {
    return ask(
      entry,
      `${inCell(entry.next, entry.unit)} in a column of ${entry.unit.shownIn}? That is ${exactInUnit(entry.next, entry.unit)}.`,
    );
  }
  return isLargeChange(entry.next, entry) ? askAboutSize(entry) : FINE;
}

function isLargeChange(change: Decimal, entry: GuardedEntry): boolean {
  const income = entry.systemIncome ?? null;
  return entry.unit.kind === 'money' && entry.unit.per === undefined && income !== null && change.abs().gt(income.abs().times(LARGE_SHARE));
}

function askAboutSize(entry: GuardedEntry): GuardVerdict {
  return ask(entry, `${exactInUnit(entry.next, entry.unit)}? That changes the system by more than a quarter of its income.`);
}

function ask(entry: GuardedEntry, text: string): GuardVerdict {
  return { verdict: 'ask', text, suggestion: suggestionFor(entry) };
}

/** A thousandth (or a thousand times) the figure, where the step from the old value looks like a slip of £, £000 and £m. */
function suggestionFor({ previous, next, unit }: GuardedEntry): { amount: Decimal; text: string } | null {
  if (unit.kind !== 'money') return null;
  const slips = [
    next.div(THOUSANDFOLD),
    next.div(THOUSANDFOLD).div(THOUSANDFOLD),
    next.times(THOUSANDFOLD),
    next.times(THOUSANDFOLD).times(THOUSANDFOLD),
  ];
  const isNear = (amount: Decimal): boolean => {
    if (previous === null || previous.isZero()) return amount.eq(next.div(THOUSANDFOLD));
    const factor = amount.abs().div(previous.abs());
    return factor.lt(TENFOLD) && factor.times(TENFOLD).gt(1);
  };
  const amount = slips.find(isNear);
  return amount === undefined ? null : { amount, text: exactInUnit(amount, unit) };
}

/** The figure as its column shows it, without a unit: 8,000 in a £m column. */
function inCell(figure: Decimal, unit: CellUnit): string {
  if (unit.kind !== 'money') return exactInUnit(figure, unit);
  const shown = figure.div(poundsPer(unit.shownIn));
  return shown.isNeg() ? `(${groupThousands(shown.abs().toFixed())})` : groupThousands(shown.toFixed());
}

function inWords(factor: Decimal): string {
  return groupThousands(factor.toSignificantDigits(3).toFixed());
}
