import { describe, expect, test } from 'vitest';
import { exponential, logarithm } from '../../../../shared/realism/simulation/elementary.ts';
import { normalProbability, normalQuantile } from '../../../../shared/realism/simulation/normal.ts';
import { pertMaker } from '../../../../shared/realism/simulation/pert.ts';
import { RandomStream } from '../../../../shared/realism/simulation/random-stream.ts';
import { triangleOf, triangularQuantile } from '../../../../shared/realism/simulation/triangle.ts';

/** How far two numbers are apart, as a share of the second. */
const relative = (found: number, expected: number): number => Math.abs(found / expected - 1);
const SHARES = Array.from({ length: 2000 }, (_, index) => (index + 0.5) / 2000);

describe('the stream of random numbers', () => {
  test('skipping leads to the same place as drawing', () => {
    const [drawn, skipped] = [new RandomStream(7), new RandomStream(7)];
    for (let passed = 0; passed < 1234; passed += 1) drawn.next();
    skipped.skip(1234);
    expect(skipped.next()).toBe(drawn.next());
  });

  test('numbers lie between 0 and 1, and another seed gives others', () => {
    const stream = new RandomStream(1);
    const numbers = Array.from({ length: 1000 }, () => stream.uniform());
    expect(numbers.every((each) => each > 0 && each < 1)).toBe(true);
    expect(new RandomStream(2).uniform()).not.toBe(numbers[0]);
    const mean = numbers.reduce((total, each) => total + each, 0) / numbers.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.05);
  });
});

describe('exponential and logarithm without the runtime', () => {
  test('agree with the runtime to the last digits', () => {
    for (let step = 0; step < 7000; step += 1) expect(relative(exponential(-step / 10), Math.exp(-step / 10))).toBeLessThan(4e-16);
    for (const share of SHARES) expect(relative(logarithm(share), Math.log(share))).toBeLessThan(4e-16);
    expect(relative(logarithm(1e-10), Math.log(1e-10))).toBeLessThan(4e-16);
    expect(relative(logarithm(12345.678), Math.log(12345.678))).toBeLessThan(4e-16);
  });

  test('far below, the exponential is nil', () => {
    expect(exponential(-800)).toBe(0);
    expect(exponential(0)).toBe(1);
  });
});

describe('the normal distribution', () => {
  // Values of AS241 and of the error function to 16 digits.
  test.each([
    [1e-12, -7.034483825301132],
    [1e-10, -6.361340902404056],
    [0.001, -3.090232306167813],
    [0.07, -1.4757910281791702],
    [0.3, -0.5244005127080407],
    [0.5, 0],
    [0.99999, 4.26489079392384],
  ])('the quantile at %d', (share, expected) => {
    expect(Math.abs(normalQuantile(share) - expected)).toBeLessThan(1e-14);
  });

  test.each([
    [-8, 6.220960574271819e-16],
    [-6, 9.865876450377012e-10],
    [-3, 0.0013498980316300957],
    [0, 0.5],
    [0.5, 0.6914624612740131],
    [2, 0.9772498680518208],
    [38, 1],
    [-38, 0],
  ])('the share below %d', (z, expected) => {
    expect(Math.abs(normalProbability(z) - expected)).toBeLessThan(1e-12);
  });

  test('one undoes the other within 1e-12', () => {
    for (const share of SHARES) expect(Math.abs(normalProbability(normalQuantile(share)) - share)).toBeLessThan(1e-12);
  });
});

describe('a triangle', () => {
  test('gives its ends, its most likely value at its split, and the mean of its three points', () => {
    const triangle = triangleOf({ low: 2, likely: 3, high: 6 });
    expect(triangularQuantile(triangle, 0)).toBe(2);
    expect(triangularQuantile(triangle, 0.25)).toBeCloseTo(3, 12);
    expect(triangularQuantile(triangle, 1)).toBe(6);
    const mean = SHARES.reduce((total, share) => total + triangularQuantile(triangle, share), 0) / SHARES.length;
    expect(mean).toBeCloseTo(11 / 3, 4);
  });

  test.each([
    { low: 4, likely: 4, high: 4, expected: 4 },
    { low: 1, likely: 1, high: 2, expected: 1 },
    { low: 1, likely: 2, high: 2, expected: 1 },
  ])('$low, $likely, $high starts at $expected', ({ expected, ...points }) => {
    expect(triangularQuantile(triangleOf(points), 0)).toBe(expected);
    expect(triangularQuantile(triangleOf(points), 1)).toBe(points.high);
  });
});

describe('a PERT with λ = 4', () => {
  const pertOf = pertMaker();

  test('that falls from its lowest value has an inverse in closed form: 1 − (1 − u)^(1/5)', () => {
    const falling = pertOf({ low: 0, likely: 0, high: 1 });
    for (const share of [1e-9, 1e-4, ...SHARES, 0.9999]) expect(Math.abs(falling(share) - (1 - (1 - share) ** 0.2))).toBeLessThan(1e-9);
  });

  // By integrating the density x^(α − 1) (1 − x)^(5 − α) over four million steps.
  test.each([
    { likely: 0.3, quantiles: [0.01503339, 0.13619996, 0.35099948, 0.62075449, 0.89636914] },
    { likely: 0.5, quantiles: [0.0475519, 0.24663645, 0.5, 0.75336355, 0.9524481] },
    { likely: 0.85, quantiles: [0.16517496, 0.49509879, 0.7603894, 0.93064721, 0.99642541] },
  ])('most likely at $likely', ({ likely, quantiles }) => {
    const pert = pertOf({ low: 0, likely, high: 1 });
    [0.001, 0.1, 0.5, 0.9, 0.999].forEach((share, index) => expect(pert(share)).toBeCloseTo(quantiles[index] ?? Number.NaN, 7));
    const mean = SHARES.reduce((total, share) => total + pert(share), 0) / SHARES.length;
    expect(mean).toBeCloseTo((4 * likely + 1) / 6, 4);
  });

  test('between its own ends, and certain where they are the same', () => {
    const pert = pertOf({ low: -2, likely: 0, high: 2 });
    expect(pert(0.5)).toBeCloseTo(0, 12);
    expect(pert(1e-10)).toBeGreaterThan(-2);
    expect(pertOf({ low: 3, likely: 3, high: 3 })(0.7)).toBe(3);
  });
});
