import { fullLevel, monthCount, type Ramp } from '../../../calendar/phasing.ts';
import { at } from './cell.ts';

/** The average level of a ramp over a year, 0 to 1: π of model-spec §5.2, from the same whole-number levels as the engine's. */
export function rampShare(ramp: Ramp, year: number): number {
  const first = 12 * year;
  if (first + 12 <= ramp.startMonth) return 0;
  if (first >= ramp.startMonth + (ramp.shape === 'STEP' ? 0 : ramp.rampMonths)) return 1;
  let count = 0;
  for (let month = first; month < first + 12; month += 1) count += monthCount(ramp, month);
  return count / (12 * fullLevel(ramp));
}

/** Amounts by year moved so many months later, total preserved as far as the list reaches (model-spec §6.3). Overwrites `slipped`. */
export function slipInto(slipped: Float64Array, amounts: Float64Array, slipMonths: number): void {
  const months = Math.max(slipMonths, 0);
  const years = Math.floor(months / 12);
  const rest = months % 12;
  slipped.fill(0);
  for (let year = 0; year < amounts.length; year += 1) {
    const amount = at(amounts, year);
    const first = year + years;
    if (first < slipped.length) slipped[first] = at(slipped, first) + (amount * (12 - rest)) / 12;
    if (rest > 0 && first + 1 < slipped.length) slipped[first + 1] = at(slipped, first + 1) + (amount * rest) / 12;
  }
}
