import { describe, expect, test } from 'vitest';
import { balancedIn, chanceOf, chanceText, distributionOf, fanOf, percentileOf } from '../../../../shared/realism/simulation/statistics.ts';

describe('percentiles', () => {
  // PERCENTILE.INC of a spreadsheet over 1, 2, 4, 8, 16.
  test.each([
    [0, 1],
    [0.1, 1.4],
    [0.25, 2],
    [0.5, 4],
    [0.9, 12.8],
    [1, 16],
  ])('type 7 at %d', (share, expected) => {
    expect(percentileOf(Float64Array.of(1, 2, 4, 8, 16), share)).toBeCloseTo(expected, 12);
  });

  test('of amounts in any order; the amounts stay as they were', () => {
    const amounts = Float64Array.of(16, 1, 8, 2, 4);
    expect(fanOf(amounts)).toMatchObject({ p25: 2, p50: 4, p75: 8 });
    expect([...amounts]).toEqual([16, 1, 8, 2, 4]);
  });
});

describe('a chance', () => {
  // Wilson's interval, worked by hand: centre (p + z²/2n) / (1 + z²/n).
  test.each([
    { count: 50, draws: 100, low: 0.40383, high: 0.59617 },
    { count: 0, draws: 10_000, low: 0, high: 0.000384 },
    { count: 10_000, draws: 10_000, low: 0.999616, high: 1 },
    { count: 155, draws: 10_000, low: 0.013257, high: 0.018116 },
  ])('$count of $draws', ({ count, draws, low, high }) => {
    const chance = chanceOf(count, draws);
    expect(chance.low).toBeCloseTo(low, 5);
    expect(chance.high).toBeCloseTo(high, 5);
    expect(chance.share).toBe(count / draws);
  });

  test.each([
    [0, '< 0.1%'],
    [0.00099, '< 0.1%'],
    [0.001, '0.1%'],
    [0.0155, '1.6%'],
    [0.5, '50.0%'],
    [0.999, '99.9%'],
    [0.9995, '> 99.9%'],
    [1, '> 99.9%'],
  ])('%d is never printed as nil nor as certain: %s', (share, text) => {
    expect(chanceText(share)).toBe(text);
  });

  test('of no draws at all is anything', () => {
    expect(chanceOf(0, 0)).toMatchObject({ low: 0, high: 1 });
  });
});

describe('a distribution', () => {
  test('mean, standard deviation with n − 1, and the mean of what is short', () => {
    const found = distributionOf(Float64Array.of(-3, -1, 0, 4));
    expect(found.mean).toBe(0);
    expect(found.standardDeviation).toBeCloseTo(Math.sqrt(26 / 3), 12);
    expect(found.expectedShortfall).toBe(-2);
  });

  test('without a draw that is short there is no shortfall', () => {
    expect(distributionOf(Float64Array.of(0, 1)).expectedShortfall).toBeNull();
  });

  test('a position that misses nil by what binary floats lose is balanced', () => {
    expect(balancedIn(Float64Array.of(-0.0000001, 0, 5, -0.01))).toBe(3);
  });
});
