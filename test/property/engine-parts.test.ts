import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { D, ONE, ZERO, isAtLeast, plus, sum, times } from '../../shared/money/decimal.ts';
import { slipByMonths } from '../../shared/calendar/phasing.ts';
import { overlapFactor } from '../../shared/engine/overlap.ts';
import { reservesYears, shareVariance } from '../../shared/engine/settlement.ts';
import { closedForm } from '../../shared/realism/break-even.ts';
import { amount } from './money-arbitrary.ts';
import { isClose } from './engine-support.ts';

const RUNS = { numRuns: 1000 };
const pounds = fc.integer({ min: 0, max: 2_000_000_000 }).map((pence) => new D(pence).div(100));
const share = fc.integer({ min: 0, max: 10_000 }).map((points) => new D(points).div(10_000));

describe('overlap', () => {
  test('never keeps more than the pool, nor more of a scheme than it had, in any order', () => {
    fc.assert(
      fc.property(pounds, fc.array(pounds, { maxLength: 8 }), (pool, amounts) => {
        const factor = overlapFactor(pool, amounts);
        const kept = amounts.map((each) => times(each.gt(pool) ? pool : each, factor));
        expect(isAtLeast(pool, pool.isZero() ? ZERO : sum(kept))).toBe(true);
        kept.forEach((each, index) => expect(isAtLeast(amounts[index] ?? ZERO, each)).toBe(true));
        expect(isClose(factor, overlapFactor(pool, [...amounts].reverse()))).toBe(true);
        expect(factor.gte(ZERO) && factor.lte(ONE)).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('slippage', () => {
  test('preserves the total and never brings spend forward', () => {
    fc.assert(
      fc.property(fc.array(pounds, { maxLength: 8 }), fc.nat(60), (spend, months) => {
        const slipped = slipByMonths(spend, months);
        expect(isClose(sum(slipped), sum(spend))).toBe(true);
        spend.forEach((_, year) => expect(isAtLeast(sum(spend.slice(0, year + 1)), sum(slipped.slice(0, year + 1)))).toBe(true));
      }),
      RUNS,
    );
  });
});

describe('a risk-share', () => {
  const members = fc.array(fc.tuple(amount, share, share), { minLength: 1, maxLength: 6 }).map((drawn) => {
    const gain = sum(drawn.map(([, weight]) => weight));
    const loss = sum(drawn.map(([, , weight]) => weight));
    return drawn.map(([variance, gainWeight, lossWeight], index) => ({
      organisation: String(index),
      variance,
      gainWeight: gain.isZero() ? ONE.div(drawn.length) : gainWeight.div(gain),
      lossWeight: loss.isZero() ? ONE.div(drawn.length) : lossWeight.div(loss),
    }));
  });

  test('sums to nil, and its members share no more than the cap', () => {
    fc.assert(
      fc.property(members, share, fc.option(pounds, { nil: undefined }), pounds, (drawn, inScopeShare, cap, deadBand) => {
        const shared = shareVariance(drawn, { inScopeShare, deadBand, cap });
        expect(isClose(sum(shared.transfers.values()), ZERO)).toBe(true);
        expect(shared.capFactor.gte(ZERO) && shared.capFactor.lte(ONE)).toBe(true);
        if (cap !== undefined) expect(isAtLeast(cap, shared.pool.abs().times(shared.capFactor))).toBe(true);
        if (shared.pool.abs().plus('0.00001').lt(deadBand))
          for (const moved of shared.transfers.values()) expect(moved.isZero()).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('reserves', () => {
  test('are drawn only down to the minimum, and what is missing is required mitigation', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 8 }), pounds, pounds, (positions, opening, minimum) => {
        let balance = opening;
        for (const year of reservesYears([ZERO, ...positions], opening, minimum)) {
          if (year === undefined) continue;
          expect(isClose(year.closing, balance.minus(year.used).plus(year.added))).toBe(true);
          expect(year.used.isZero() || isAtLeast(year.closing, minimum)).toBe(true);
          expect(year.requiredMitigation.isZero() || isAtLeast(minimum, year.closing) || year.used.isZero()).toBe(true);
          balance = year.closing;
        }
      }),
      RUNS,
    );
  });
});

describe('break-even in closed form', () => {
  test('says in words why there is no rate, or gives the rate at which the line is nil', () => {
    fc.assert(
      fc.property(amount, amount, (constant, slope) => {
        const found = closedForm(constant, slope);
        if (found.share === null) expect(['balances without savings', 'no delivery rate balances']).toContain(found.text);
        else expect(isClose(plus(constant, slope.times(found.share)), ZERO)).toBe(true);
      }),
      RUNS,
    );
  });
});
