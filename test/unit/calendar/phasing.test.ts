import { describe, expect, test } from 'vitest';
import {
  exitLevel,
  fullLevel,
  inYearShare,
  monthCount,
  monthLevel,
  monthsInUse,
  slipByMonths,
  type Ramp,
} from '../../../shared/calendar/phasing.ts';
import { D, ZERO, type Decimal } from '../../../shared/money/decimal.ts';

/* model-spec §5.2, §6.3 and §19 (9): x(M) = (2(M − s) + 1) / 2d in mid-month, clamped to 0 … 1. */

const linear = (startMonth: number, rampMonths: number): Ramp => ({ shape: 'LINEAR', startMonth, rampMonths });
const curve = (startMonth: number, rampMonths: number): Ramp => ({ shape: 'S_CURVE', startMonth, rampMonths });
const step = (startMonth: number, rampMonths = 0): Ramp => ({ shape: 'STEP', startMonth, rampMonths });
const shares = (ramp: Ramp, ...years: number[]): string[] => years.map((year) => inYearShare(ramp, year).toFixed());
const exits = (ramp: Ramp, ...years: number[]): string[] => years.map((year) => exitLevel(ramp, year).toFixed());

describe('the level of a month', () => {
  test('is in mid-month of the ramp', () => {
    // 4 months: 1/8, 3/8, 5/8, 7/8
    expect([11, 12, 13, 14, 15, 16].map((month) => monthLevel(linear(12, 4), month).toFixed())).toEqual([
      '0',
      '0.125',
      '0.375',
      '0.625',
      '0.875',
      '1',
    ]);
    // one month: a half, then all
    expect([12, 13].map((month) => monthLevel(linear(12, 1), month).toFixed())).toEqual(['0.5', '1']);
  });

  test('of an S-curve is x²(3 − 2x)', () => {
    // 1/64 × 2.75 = 0.04296875 at 1/8; 9/64 × 2.25 at 3/8; symmetrical
    expect([12, 13, 14, 15].map((month) => monthLevel(curve(12, 4), month).toFixed())).toEqual([
      '0.04296875',
      '0.31640625',
      '0.68359375',
      '0.95703125',
    ]);
  });

  test('of a step, or of no ramp months in any shape, is all from its month', () => {
    for (const ramp of [step(15), step(15, 9), linear(15, 0), curve(15, 0)]) {
      expect([14, 15, 16].map((month) => monthLevel(ramp, month).toFixed())).toEqual(['0', '1', '1']);
    }
  });

  test('is counted in whole numbers out of its full level', () => {
    expect(monthCount(linear(12, 4), 13)).toBe(3);
    expect(fullLevel(linear(12, 4))).toBe(8);
    // 3 × 3 × (24 − 6) of 512
    expect(monthCount(curve(12, 4), 13)).toBe(162);
    expect(fullLevel(curve(12, 4))).toBe(512);
    expect(fullLevel(step(12))).toBe(1);
  });
});

describe('the share of a year', () => {
  test('is the average of its months', () => {
    // 12 months from July: (1 + 3 + … + 17) / 24 = 81/24 of nine months, over 12
    expect(shares(linear(15, 12), 1)).toEqual(['0.28125']);
    // 24 months from April: a quarter, three quarters, all
    expect(shares(linear(12, 24), 0, 1, 2, 3)).toEqual(['0', '0.25', '0.75', '1']);
  });

  test('of a step is the months from its start', () => {
    expect(shares(step(15), 0, 1, 2)).toEqual(['0', '0.75', '1']);
    expect(shares(step(23), 1, 2)).toEqual(['0.08333333333333333333333333333333333', '1']);
    expect(shares(step(24), 1, 2)).toEqual(['0', '1']);
  });

  test('counts a ramp that began before the year, or before the base year', () => {
    // start in month 6: 12 months, so 6.5/12 … in 2018/19: levels 13/24 … 23/24 then 1: (13 + 15 + … + 23)/24 = 108/24 = 4.5, and 6: 10.5/12
    expect(shares(linear(6, 12), 0, 1)).toEqual(['0.125', '0.875']);
    // a start before the base year, as a lead can make it: 24 months from month −12: 13/48 … in the base year three quarters
    expect(shares(linear(-12, 24), 0, 1)).toEqual(['0.75', '1']);
    expect(shares(linear(-100, 24), 0)).toEqual(['1']);
    expect(shares(step(-3), 0)).toEqual(['1']);
  });

  test('is exact where it is summed and divided once', () => {
    // three months of a ramp of 12: (1 + 3 + 5)/24 over 12
    expect(inYearShare(linear(21, 12), 1).times(32).toFixed()).toBe('1');
  });

  test('of all years of a ramp and the full ones after it is what is left of the time', () => {
    // Σ over years of (1 − share) = half the ramp and the wait, in years: (15 + 15) / 12 = 2.5
    const missing = [0, 1, 2, 3, 4, 5]
      .map((year) => new D(1).minus(inYearShare(linear(15, 30), year)))
      .reduce((total, each) => total.plus(each), ZERO);
    expect(missing.toFixed(20)).toBe('2.50000000000000000000');
  });
});

describe('the exit level', () => {
  test('is the ramp at 31 March, without the half month', () => {
    expect(exits(linear(12, 24), 0, 1, 2)).toEqual(['0', '0.5', '1']);
    expect(exits(linear(18, 24), 1, 2, 3)).toEqual(['0.25', '0.75', '1']);
    // a quarter: 1/16 × 2.5; three quarters: 9/16 × 1.5
    expect(exits(curve(18, 24), 1, 2, 3)).toEqual(['0.15625', '0.84375', '1']);
  });

  test('of a step is all once it has begun (§19 (9))', () => {
    expect(exits(step(23), 0, 1)).toEqual(['0', '1']);
    expect(exits(step(24), 1, 2)).toEqual(['0', '1']);
    expect(exits(linear(23, 0), 1)).toEqual(['1']);
    expect(exits(linear(24, 0), 1)).toEqual(['0']);
  });

  test('is nil before the start and whole after the ramp', () => {
    expect(exits(linear(36, 12), 2, 3)).toEqual(['0', '1']);
    expect(exits(linear(-24, 12), 0)).toEqual(['1']);
  });
});

describe('months in use', () => {
  test('are those from the start, up to the end', () => {
    expect([0, 1, 2].map((year) => monthsInUse(year, 18))).toEqual([0, 6, 12]);
    expect([1, 2, 3].map((year) => monthsInUse(year, 18, 30))).toEqual([6, 6, 0]);
    expect(monthsInUse(1, 14, 16)).toBe(2);
    expect(monthsInUse(1, 24)).toBe(0);
    expect(monthsInUse(1, 23)).toBe(1);
    expect(monthsInUse(1, -5)).toBe(12);
    expect(monthsInUse(1, 20, 20)).toBe(0);
  });
});

describe('slippage of amounts by year', () => {
  const slipped = (months: number, ...amounts: number[]): string[] =>
    slipByMonths(
      amounts.map((amount) => new D(amount)),
      months,
    ).map((amount) => amount.toFixed());

  test('moves the part of a year into the next', () => {
    expect(slipped(3, 120, 60)).toEqual(['90', '75', '15']);
    expect(slipped(12, 120, 60)).toEqual(['0', '120', '60']);
    expect(slipped(30, 120)).toEqual(['0', '0', '60', '60']);
  });

  test('of nothing is nothing, and of no months the same', () => {
    expect(slipped(0, 120, 60)).toEqual(['120', '60']);
    expect(slipped(-3, 120, 60)).toEqual(['120', '60']);
    expect(slipped(7)).toEqual(['0']);
  });

  test('moves a fall as well as a rise', () => {
    expect(slipped(6, 100, -40)).toEqual(['50', '30', '-20']);
  });

  test.each([1, 5, 11, 13, 25])('by %s months keeps the total', (months) => {
    const amounts: Decimal[] = [new D('100.01'), new D('33.33'), new D(0), new D('-7')];
    const total = (all: readonly Decimal[]): Decimal => all.reduce((sum, each) => sum.plus(each), ZERO);
    expect(total(slipByMonths(amounts, months)).minus(total(amounts)).abs().lt('1e-28')).toBe(true);
  });
});
