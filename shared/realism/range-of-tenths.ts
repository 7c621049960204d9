import { D, ZERO, plus, times, type Decimal } from '../money/decimal.ts';
import { roundHalfUp } from '../money/format.ts';

const TENTH = new D('0.1');
/** Each round brings the ends at least a third closer to where they end up; this many leave nothing that can be seen. */
const ROUNDS = 120;

/**
 * The ends of the triangle of which one draw in ten lies below `p10` and one in ten above `p90`, about the most likely value: experts give the range that 8 in 10
 * lie in, and a triangle is stated by its ends (model-spec §11.2). In the unit given, rounded to `places`; p10 ≤ likely ≤ p90. Three equal figures stay as they are.
 */
export function rangeOfTenths(
  { p10, likely, p90 }: { p10: Decimal; likely: Decimal; p90: Decimal },
  places: number,
): { low: Decimal; high: Decimal } {
  const below = likely.minus(p10);
  const above = p90.minus(likely);
  let [fall, rise] = [plus(below, above), plus(below, above)];
  for (let round = 0; round < ROUNDS && !rise.isZero(); round += 1) {
    const width = plus(fall, rise);
    const [nextFall, nextRise] = [
      plus(below, times(times(width, fall), TENTH).sqrt()),
      plus(above, times(times(width, rise), TENTH).sqrt()),
    ];
    [fall, rise] = [nextFall, nextRise];
  }
  const end = (amount: Decimal): Decimal => (amount.isZero() ? ZERO : roundHalfUp(amount, places));
  return { low: end(likely.minus(fall)), high: end(plus(likely, rise)) };
}
