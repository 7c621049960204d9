import { describe, expect, test } from 'vitest';
import { D } from '../../../shared/money/decimal.ts';
import { rangeOfTenths } from '../../../shared/realism/range-of-tenths.ts';
import { triangleOf, triangularQuantile } from '../../../shared/realism/simulation/triangle.ts';

const PLACES = 12;

function ends(p10: string, likely: string, p90: string): { low: number; likely: number; high: number } {
  const range = rangeOfTenths({ p10: new D(p10), likely: new D(likely), p90: new D(p90) }, PLACES);
  return { low: Number(range.low.toFixed()), likely: Number(likely), high: Number(range.high.toFixed()) };
}

describe('the ends of a triangle from what 8 in 10 lie between', () => {
  test.each([
    ['0.8', '1', '1.2'],
    ['0.5', '0.85', '1.1'],
    ['-0.0045', '-0.0014', '0.0017'],
    ['1000000', '1000000', '3000000'],
    ['2', '9.8', '9.8'],
    ['1.21', '1.31', '1.41'],
  ])('%s, %s, %s: one in ten below, one in ten above', (p10, likely, p90) => {
    const triangle = triangleOf(ends(p10, likely, p90));
    const size = Math.max(Math.abs(Number(p10)), Math.abs(Number(p90)));
    expect(Math.abs(triangularQuantile(triangle, 0.1) - Number(p10)) / size).toBeLessThan(1e-9);
    expect(Math.abs(triangularQuantile(triangle, 0.9) - Number(p90)) / size).toBeLessThan(1e-9);
  });

  test('alike on both sides, by hand: the width times √(0.1 × ½) is left out at each end', () => {
    // With half-width h: (h − 2)² = 0.2 h², so h = 2 ÷ (1 − √0.2).
    expect(ends('8', '10', '12').high).toBeCloseTo(10 + 2 / (1 - Math.sqrt(0.2)), 9);
  });

  test('three equal figures are one figure, and whole units stay whole', () => {
    expect(ends('5', '5', '5')).toEqual({ low: 5, likely: 5, high: 5 });
    const months = rangeOfTenths({ p10: new D(3), likely: new D(6), p90: new D(12) }, 0);
    expect([months.low.toFixed(), months.high.toFixed()]).toEqual(['0', '16']);
  });
});
