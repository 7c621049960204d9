import { ONE, ZERO, minimum, plus, sum, times, type Decimal } from '../money/decimal.ts';
import type { DeclaredPair, Pool } from '../scenario/schema.ts';
import type { DoNothing } from './do-nothing.ts';
import { figure, figureAt, takesPart, type Frame } from './frame.ts';

/**
 * The factor by which schemes that act on the same pounds shrink, so that a pound is removed once (model-spec §5.4):
 * φ = P(1 − Π(1 − rᵢ)) / (P Σ rᵢ) with rᵢ = min(1, aᵢ/P). Nil for a pool of nil or less; 1 where all amounts are nil. Independent of order.
 */
export function overlapFactor(pool: Decimal, amounts: readonly Decimal[]): Decimal {
  if (pool.lte(ZERO)) return ZERO;
  const shares = amounts.filter((amount) => !amount.isZero()).map((amount) => minimum(ONE, amount.div(pool)));
  const total = sum(shares);
  if (total.isZero()) return ONE;
  if (shares.length === 1) return ONE;
  const kept = shares.reduce((left, share) => times(left, ONE.minus(share)), ONE);
  return pool.times(ONE.minus(kept)).div(pool.times(total));
}

/** The amount of a pool by year: lines of the do nothing or a share of them, or as entered. Index 0 = base year. */
export function poolAmounts(frame: Frame, doNothing: DoNothing, pool: Pool): Decimal[] {
  if (pool.kind === 'AMOUNT') return frame.years.map((label) => figureAt(pool.amountByYear, label) ?? ZERO);
  const share = figure(pool.share);
  return frame.years.map((_, year) => times(sum(pool.lines.map((id) => doNothing.lines.get(id)?.[year] ?? ZERO)), share));
}

/** One year of one pool: what its members ask of it, and the factor. */
export type PoolYear = { readonly pool: Decimal; readonly asked: ReadonlyMap<string, Decimal>; readonly factor: Decimal };

/** After the pool: each member's min(a, P) × φ (§19 (13)). */
export function afterPool(year: PoolYear): Map<string, Decimal> {
  const kept = new Map<string, Decimal>();
  for (const [id, amount] of year.asked) kept.set(id, year.pool.lte(ZERO) ? ZERO : times(minimum(amount, year.pool), year.factor));
  return kept;
}

/**
 * Deductions for declared pairs (model-spec §5.4, second kind; §19 (14)): of the shared part θ·min(aᵢ, aⱼ) each bears its share by size; all pairs at once on
 * after-pooling amounts; a scheme loses no more than it has, and what the cap frees is not charged to the partner.
 */
export function pairDeductions(pairs: readonly DeclaredPair[], amounts: ReadonlyMap<string, Decimal>): Map<string, Decimal> {
  const deductions = new Map<string, Decimal>();
  for (const pair of pairs) {
    const first = amounts.get(pair.first) ?? ZERO;
    const second = amounts.get(pair.second) ?? ZERO;
    const together = plus(first, second);
    if (together.isZero()) continue;
    const shared = times(figure(pair.sharedShare), minimum(first, second));
    deductions.set(pair.first, plus(deductions.get(pair.first) ?? ZERO, shared.times(first).div(together)));
    deductions.set(pair.second, plus(deductions.get(pair.second) ?? ZERO, shared.times(second).div(together)));
  }
  for (const [id, deduction] of deductions) deductions.set(id, minimum(deduction, amounts.get(id) ?? ZERO));
  return deductions;
}

/** The declared pairs whose two schemes both take part. */
export function activePairs(frame: Frame): DeclaredPair[] {
  return frame.scenario.declaredPairs.filter((pair) => takesPart(frame, 'declaredPairs', pair.id) && pair.first !== pair.second);
}
