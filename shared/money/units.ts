import { D, type Decimal } from './decimal.ts';

/** The unit in which an amount of money is shown and typed. What is stored is always pounds (model-spec §1.1). */
export type MoneyUnit = '£' | '£000' | '£m';

export const MONEY_UNITS: readonly MoneyUnit[] = ['£', '£000', '£m'];

const POUNDS_PER: Readonly<Record<MoneyUnit, Decimal>> = { '£': new D(1), '£000': new D(1000), '£m': new D(1_000_000) };

/** Pounds in one of the unit: 1, 1,000 or 1,000,000. */
export function poundsPer(unit: MoneyUnit): Decimal {
  return POUNDS_PER[unit];
}

/** The usual number of decimal places of a unit: one for £m, none for £000 and £ (model-spec §13). */
export function usualPlaces(unit: MoneyUnit): number {
  return unit === '£m' ? 1 : 0;
}

/** The smallest difference that can be shown, in pounds: £m to one place shows steps of £100,000. It is the `step` that footing works in. */
export function displayStep(shown: { unit: MoneyUnit; places?: number }): Decimal {
  const places = shown.places ?? usualPlaces(shown.unit);
  return poundsPer(shown.unit).times(new D(`1e-${String(places)}`));
}

/**
 * What a cell holds. Units are types (product.md §4): a £ cell refuses a per cent, a rate cell refuses pounds.
 * - money: pounds, typed in `shownIn`; `per` names what a unit price is for ('spell').
 * - share: a part of a whole, stored as a fraction, typed in per cent (delivery, recurrent share).
 * - rate: a growth or interest rate, stored as a fraction, typed in per cent.
 * - points: a difference of rates, stored as a fraction, typed in percentage points.
 * - months: a whole number of months.
 * - count: activity, WTE, beds, people, years, a rank, a ratio; `noun` in the plural ('spells a year'), empty where there is none;
 *   `whole` where a part of one has no meaning.
 */
export type CellUnit =
  | { readonly kind: 'money'; readonly shownIn: MoneyUnit; readonly per?: string }
  | { readonly kind: 'share' }
  | { readonly kind: 'rate' }
  | { readonly kind: 'points' }
  | { readonly kind: 'months' }
  | { readonly kind: 'count'; readonly noun: string; readonly whole: boolean };

/** Whether the cell holds a fraction that is typed in hundredths. */
export function isTypedInHundredths(unit: CellUnit): boolean {
  return unit.kind === 'share' || unit.kind === 'rate' || unit.kind === 'points';
}
