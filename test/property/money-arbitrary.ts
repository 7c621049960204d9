import fc from 'fast-check';
import { D, ZERO, type Decimal } from '../../shared/money/decimal.ts';

/** Amounts in pounds, many of them near halves and whole steps, with up to six places. */
export const amount: fc.Arbitrary<Decimal> = fc.oneof(
  fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).map((millionths) => new D(millionths.toString()).div(1_000_000)),
  fc.integer({ min: -60, max: 60 }).map((quarters) => new D(quarters).div(4)),
  fc.integer({ min: -40, max: 40 }).map((half) => new D(half).times(50_000)),
  fc.constant(ZERO),
);
