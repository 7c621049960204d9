import { D, ONE, TWELVE, ZERO, plus, type Decimal } from '../money/decimal.ts';

export type RampShape = 'LINEAR' | 'S_CURVE' | 'STEP';
/** A ramp that starts in month `startMonth` (0 = April of the base year) and takes `rampMonths` months to full effect. */
export type Ramp = { readonly shape: RampShape; readonly startMonth: number; readonly rampMonths: number };

const isStep = (ramp: Ramp): boolean => ramp.shape === 'STEP' || ramp.rampMonths === 0;

/**
 * The level of a ramp as a whole number over `fullLevel`, so that a year is summed exactly and divided once.
 * The position x is `numerator / (2 · rampMonths)` clamped to 0 … 1; LINEAR is x, S_CURVE x²(3 − 2x) (model-spec §5.2).
 */
function levelAt(ramp: Ramp, numerator: number): number {
  const whole = 2 * ramp.rampMonths;
  const x = Math.min(Math.max(numerator, 0), whole);
  return ramp.shape === 'LINEAR' ? x : x * x * (3 * whole - 2 * x);
}

/** The whole number that `monthCount` returns at full effect. */
export function fullLevel(ramp: Ramp): number {
  if (isStep(ramp)) return 1;
  const whole = 2 * ramp.rampMonths;
  return ramp.shape === 'LINEAR' ? whole : whole * whole * whole;
}

/** The mid-month level of a ramp in one month, as a whole number out of `fullLevel(ramp)` (model-spec §5.2). */
export function monthCount(ramp: Ramp, month: number): number {
  if (isStep(ramp)) return month >= ramp.startMonth ? 1 : 0;
  return levelAt(ramp, 2 * (month - ramp.startMonth) + 1);
}

/** The mid-month level of a ramp in one month, 0 to 1 (model-spec §5.2). */
export function monthLevel(ramp: Ramp, month: number): Decimal {
  return new D(monthCount(ramp, month)).div(fullLevel(ramp));
}

/** The average level of a ramp over year `year` (0 = base year), 0 to 1: π of model-spec §5.2. */
export function inYearShare(ramp: Ramp, year: number): Decimal {
  const first = 12 * year;
  if (first >= ramp.startMonth + (isStep(ramp) ? 0 : ramp.rampMonths)) return ONE;
  if (first + 12 <= ramp.startMonth) return ZERO;
  let count = 0;
  for (let month = first; month < first + 12; month += 1) count += monthCount(ramp, month);
  return new D(count).div(12 * fullLevel(ramp));
}

/** The level of a ramp at 31 March of year `year`, 0 to 1: e of model-spec §5.2; a step counts once it has begun (§19 (9)). */
export function exitLevel(ramp: Ramp, year: number): Decimal {
  const end = 12 * year + 12;
  if (isStep(ramp)) return ramp.startMonth < end ? ONE : ZERO;
  return new D(levelAt(ramp, 2 * (end - ramp.startMonth))).div(fullLevel(ramp));
}

/** Months of year `year` that lie at or after `fromMonth` and before `untilMonth`: 0 to 12. */
export function monthsInUse(year: number, fromMonth: number, untilMonth = Number.POSITIVE_INFINITY): number {
  const first = Math.max(12 * year, fromMonth);
  const last = Math.min(12 * year + 12, untilMonth);
  return Math.max(0, last - first);
}

/**
 * Amounts by year moved `slipMonths` months later, total preserved: a part of each falls in the year after (model-spec §6.3).
 * Indexed as the list given; the result is longer by the whole years slipped, and one more where a part remains.
 */
export function slipByMonths(amounts: readonly Decimal[], slipMonths: number): Decimal[] {
  if (slipMonths <= 0) return [...amounts];
  const years = Math.floor(slipMonths / 12);
  const months = slipMonths % 12;
  const slipped: Decimal[] = Array.from({ length: amounts.length + years + (months > 0 ? 1 : 0) }, () => ZERO);
  amounts.forEach((amount, year) => {
    if (amount.isZero()) return;
    slipped[year + years] = plus(slipped[year + years] ?? ZERO, months === 0 ? amount : amount.times(12 - months).div(TWELVE));
    if (months > 0) slipped[year + years + 1] = plus(slipped[year + years + 1] ?? ZERO, amount.times(months).div(TWELVE));
  });
  return slipped;
}
