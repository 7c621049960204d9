import { describe, expect, test } from 'vitest';
import { project } from '../../../../shared/engine/project.ts';
import { mergedBlocks, resultsOf, type SimulationResults } from '../../../../shared/realism/simulation/results.ts';
import { drawDigest } from '../../../../shared/realism/simulation/digest.ts';
import { Simulator } from '../../../../shared/realism/simulation/simulator.ts';
import { stretchesOf } from '../../../../shared/realism/simulation/stretches.ts';
import { setVariable, type Variable } from '../../../../shared/realism/simulation/variables.ts';
import { atOnce, bareScenario, building, byYear, cost, income, rates, saving, type Stated } from '../../../support/bare-system.ts';

const SEED = 20201;
type Range = readonly [low: string, likely: string, high: string];

function ranged(value: string, [low, likely, high]: Range) {
  return { value, range: { low, likely, high } };
}

function scheme(id: string, range?: Range) {
  return saving({ id, profile: atOnce('1000000'), delivery: range === undefined ? '0.5' : ranged(range[1], range) });
}

function simulatorOf(stated: Stated): Simulator {
  return new Simulator(project(bareScenario(stated)).frame);
}

function simulated(stated: Stated, { draws, correlations }: { draws: number; correlations: readonly number[] }): SimulationResults {
  const { frame } = project(bareScenario(stated));
  const simulator = new Simulator(frame);
  const block = simulator.draw({ seed: SEED, correlations, first: 0, count: draws });
  return resultsOf(frame, simulator, { blocks: [block], seed: SEED, draws });
}

/** A variable that there must be, and the figure that it stands at. */
function variableAt(simulator: Simulator, path: string): Variable {
  const found = simulator.variables.find((variable) => variable.path === path);
  if (found === undefined) throw new RangeError(`Nothing is drawn at ${path}.`);
  return found;
}
function figuresOf({ members }: Variable): number[] {
  return members.map(({ ranged: { cell } }) => cell.amount);
}

const meanOf = (amounts: readonly number[]): number => amounts.reduce((total, each) => total + each, 0) / amounts.length;

/** Variance of a triangular distribution. */
function varianceOf([a, m, b]: readonly [number, number, number]): number {
  return (a * a + m * m + b * b - a * m - a * b - m * b) / 18;
}

describe('against closed forms', () => {
  const DRAWS = 20_000;
  const points = [0.2, 0.5, 0.9] as const;
  const range: Range = ['0.2', '0.5', '0.9'];
  const standardError = Math.sqrt((1e12 * varianceOf(points)) / DRAWS);

  test('the mean of one scheme is the mean of its triangle, at any correlation', () => {
    const { correlations } = simulated({ savings: [scheme('S1', range)] }, { draws: DRAWS, correlations: [0, 0.3, 0.6, 1] });
    const analytic = (1e6 * (0.2 + 0.5 + 0.9)) / 3;
    for (const { reported } of correlations) expect(Math.abs(reported.mean - analytic)).toBeLessThan(4 * standardError);
  });

  test('independent schemes add their variances, correlated ones add more', () => {
    const savings = ['S1', 'S2', 'S3', 'S4'].map((id) => scheme(id, range));
    const { correlations } = simulated({ savings }, { draws: DRAWS, correlations: [0, 1] });
    const [independent, together] = correlations.map(({ reported }) => reported.standardDeviation);
    const one = 1e6 * Math.sqrt(varianceOf(points));
    expect(Math.abs((independent ?? 0) / (2 * one) - 1)).toBeLessThan(0.03);
    expect(Math.abs((together ?? 0) / (4 * one) - 1)).toBeLessThan(0.03);
  });

  test('the sum of two: right-angled triangles exceed 1 with a chance of one in six', () => {
    const falling: Range = ['0', '0', '1'];
    const stated = {
      lines: [cost({ organisation: 'TRUST', baseAmount: '1000000' })],
      savings: [scheme('S1', falling), scheme('S2', falling)],
    };
    const { correlations, mostLikely } = simulated(stated, { draws: DRAWS, correlations: [0] });
    const chance = correlations[0]?.chances.reported;
    expect(Math.abs((chance?.share ?? 0) - 1 / 6)).toBeLessThan(4 * Math.sqrt(5 / 36 / DRAWS));
    expect(chance?.low).toBeLessThan(1 / 6);
    expect(chance?.high).toBeGreaterThan(1 / 6);
    expect(mostLikely.reported).toBe(-1e6);
  });

  test('the shared factor decides alone at correlation 1: schemes of one triangle are delivered alike', () => {
    const simulator = simulatorOf({ savings: [scheme('S1', range), scheme('S2', range)] });
    for (const draw of [0, 1, 2]) {
      simulator.setTo({ seed: SEED, correlation: 1, draw });
      expect(figuresOf(variableAt(simulator, 'savings.S1.delivery'))).toEqual(figuresOf(variableAt(simulator, 'savings.S2.delivery')));
    }
  });
});

describe('what is drawn, and in which order', () => {
  test('every scheme by its id in code-point order, ranged or not; then everything else by its path', () => {
    const simulator = simulatorOf({
      series: [
        { id: 'pay', name: 'Pay', kind: 'RATES', rateByYear: { '2018/19': ranged('0.02', ['0.01', '0.02', '0.03']), '2019/20': '0.02' } },
      ],
      lines: [cost({ organisation: 'TRUST', baseAmount: ranged('100', ['90', '100', '120']), priceSeries: 'pay' })],
      savings: [scheme('S2', ['0', '0.5', '1']), scheme('S10'), scheme('S1')],
      populationByYear: { '2020/21': ranged('1000', ['900', '1000', '1100']) },
    });
    expect(simulator.variables.map(({ path, members }) => [path, members.length])).toEqual([
      ['savings.S1.delivery', 0],
      ['savings.S10.delivery', 0],
      ['savings.S2.delivery', 1],
      ['lines.TRUST-cost.baseAmount', 1],
      ['series.pay.rateByYear', 1],
    ]);
  });

  test('a gated scheme draws as well', () => {
    const stated = {
      capital: [building({ baseCostByYear: byYear('100') })],
      capitalEnvelopes: [{ source: 'OTHER_PDC' as const, amountByYear: byYear('1') }],
      savings: [{ ...scheme('S1', ['0', '0.5', '1']), capitalDependencies: ['C1'] }, scheme('S2', ['0', '0.5', '1'])],
    };
    const [gated, open] = [
      simulatorOf(stated),
      simulatorOf({ savings: stated.savings.map((each) => ({ ...each, capitalDependencies: [] })) }),
    ];
    for (const simulator of [gated, open]) simulator.setTo({ seed: SEED, correlation: 0.3, draw: 5 });
    expect(figuresOf(variableAt(gated, 'savings.S2.delivery'))).toEqual(figuresOf(variableAt(open, 'savings.S2.delivery')));
  });

  test('the years of one series move together, each within its own range', () => {
    const points = (shift: number): Range => [String(0.01 + shift), String(0.02 + shift), String(0.04 + shift)];
    const simulator = simulatorOf({
      series: [
        {
          id: 'pay',
          name: 'Pay',
          kind: 'RATES',
          rateByYear: { '2018/19': ranged('0.02', points(0)), '2019/20': ranged('0.12', points(0.1)) },
        },
      ],
      lines: [cost({ organisation: 'TRUST', baseAmount: '100', priceSeries: 'pay' })],
    });
    simulator.setTo({ seed: SEED, correlation: 0.3, draw: 9 });
    const [first = 0, second = 0] = figuresOf(variableAt(simulator, 'series.pay.rateByYear'));
    expect(second - first).toBeCloseTo(0.1, 12);
  });

  test('schemes of one rating draw each for itself', () => {
    const rated = (id: string) => ({ ...saving({ id, profile: atOnce('100'), rating: 'AMBER' }), delivery: undefined });
    const simulator = simulatorOf({
      settings: { deliveryByRating: { AMBER: ranged('0.65', ['0.2', '0.65', '0.9']) } },
      savings: [rated('S1'), rated('S2')],
    });
    simulator.setTo({ seed: SEED, correlation: 0, draw: 3 });
    const [first, second] = ['savings.S1.delivery', 'savings.S2.delivery'].map((path) => figuresOf(variableAt(simulator, path)));
    expect(first).not.toEqual(second);
    expect(simulator.variables).toHaveLength(2);
  });

  test('a range that cannot be used leaves its figure certain', () => {
    const simulator = simulatorOf({ savings: [scheme('S1', ['0.9', '0.5', '0.7'])] });
    expect(simulator.isUncertain).toBe(false);
  });
});

describe('how it is drawn', () => {
  const slipping = { savings: [{ ...scheme('S1'), slippageMonths: ranged('6', ['0', '6', '12']) }] };

  test('slippage in whole months, more where the shared factor is low', () => {
    const simulator = simulatorOf(slipping);
    const slippage = variableAt(simulator, 'savings.S1.slippageMonths');
    expect(slippage.direction).toBe(-1);
    const months = Array.from({ length: 200 }, (_, draw) => {
      simulator.setTo({ seed: SEED, correlation: 0.3, draw });
      return figuresOf(slippage)[0] ?? -1;
    });
    expect(months.every((each) => Number.isInteger(each) && each >= 0 && each <= 12)).toBe(true);
    expect(meanOf(months)).toBeGreaterThan(5);
    expect(meanOf(months)).toBeLessThan(7);
  });

  test('what is delivered less is late as well', () => {
    const simulator = simulatorOf({ savings: [{ ...scheme('S1', ['0', '0.5', '1']), slippageMonths: ranged('6', ['0', '6', '12']) }] });
    const [delivery, slippage] = ['savings.S1.delivery', 'savings.S1.slippageMonths'].map((path) => variableAt(simulator, path));
    if (delivery === undefined || slippage === undefined) throw new RangeError('Nothing is drawn.');
    const together = Array.from({ length: 300 }, (_, draw) => {
      simulator.setTo({ seed: SEED, correlation: 0.8, draw });
      return ((figuresOf(delivery)[0] ?? 0) - 0.5) * ((figuresOf(slippage)[0] ?? 0) - 6);
    });
    expect(meanOf(together)).toBeLessThan(-0.1);
  });

  test('a month at the nearest whole, half a month up', () => {
    const simulator = simulatorOf({ savings: [{ ...scheme('S1'), slippageMonths: ranged('1', ['0', '1', '2']) }] });
    const slippage = variableAt(simulator, 'savings.S1.slippageMonths');
    // The median of 0, 1, 2 is 1; an eighth lies below one half.
    for (const [share, month] of [
      [0.1249, 0],
      [0.1251, 1],
      [0.5, 1],
      [0.9, 2],
    ] as const) {
      setVariable(slippage, share);
      expect(figuresOf(slippage)).toEqual([month]);
    }
  });

  test('growth and prices do not move with the factor that programmes share', () => {
    const simulator = simulatorOf({
      series: [
        rates('flat', '0.01'),
        { id: 'pay', name: 'Pay', kind: 'RATES', rateByYear: { '2018/19': ranged('0.02', ['0', '0.02', '0.05']) } },
      ],
      lines: [cost({ organisation: 'TRUST', baseAmount: '100', priceSeries: 'pay' })],
    });
    const pay = variableAt(simulator, 'series.pay.rateByYear');
    simulator.setTo({ seed: SEED, correlation: 0, draw: 4 });
    const alone = figuresOf(pay);
    simulator.setTo({ seed: SEED, correlation: 0.9, draw: 4 });
    expect(figuresOf(pay)).toEqual(alone);
  });

  test('capital is approved as often as its chance says; approved capital is not drawn', () => {
    const capital = building({ baseCostByYear: byYear('100'), approvalChance: '0.3', runningCostPerYear: '1200' });
    const { correlations, asStated } = simulated({ capital: [capital] }, { draws: 5000, correlations: [0.3] });
    expect(Math.abs((correlations[0]?.chances.reported.share ?? 0) - 0.7)).toBeLessThan(4 * Math.sqrt(0.21 / 5000));
    expect(asStated.reported).toBeLessThan(-1200);
    expect(simulatorOf({ capital: [{ ...capital, approval: 'APPROVED' }] }).isUncertain).toBe(false);
  });
});

describe('stretches of draws', () => {
  const stated = {
    lines: [income({ organisation: 'CCG', baseAmount: '5' })],
    savings: [scheme('S1', ['0', '0.5', '1']), scheme('S2', ['0.1', '0.5', '0.7'])],
    controlTotals: [{ organisation: 'TRUST', amountByYear: byYear('900000', '900000', '900000') }],
  };
  const request = { seed: 3, correlations: [0, 0.3] };
  const whole = simulatorOf(stated).draw({ ...request, first: 0, count: 500 });

  test.each([1, 2, 3, 7])('%i of them, in any order, are the same draws', (parts) => {
    const blocks = stretchesOf(500, parts)
      .reverse()
      .map((stretch) => simulatorOf(stated).draw({ ...request, ...stretch }));
    const merged = mergedBlocks(blocks);
    expect(drawDigest(merged)).toBe(drawDigest(whole));
    expect(merged.columns.map(({ met }) => met)).toEqual(whole.columns.map(({ met }) => met));
  });

  test('one simulator asked forwards and backwards gives the same', () => {
    const simulator = simulatorOf(stated);
    const later = simulator.draw({ ...request, first: 300, count: 200 });
    const earlier = simulator.draw({ ...request, first: 0, count: 300 });
    expect(drawDigest(mergedBlocks([later, earlier]))).toBe(drawDigest(whole));
  });

  test('the digest tells a last bit', () => {
    const [column] = whole.columns;
    if (column === undefined) throw new RangeError('There is no column.');
    const changed = { ...column, underlying: column.underlying.map((amount, index) => (index === 0 ? amount + 1e-9 : amount)) };
    expect(drawDigest({ ...whole, columns: [changed, ...whole.columns.slice(1)] })).not.toBe(drawDigest(whole));
  });

  test.each([
    [10, 3, [3, 3, 4]],
    [2, 5, [1, 1]],
    [7, 1, [7]],
  ])('%i draws for %i workers', (draws, workers, counts) => {
    const stretches = stretchesOf(draws, workers);
    expect(stretches.map(({ count }) => count)).toEqual(counts);
    expect(stretches.map(({ first }) => first)).toEqual(
      counts.map((_, index) => counts.slice(0, index).reduce((total, each) => total + each, 0)),
    );
  });
});

describe('control totals', () => {
  test('of each body, and of the system as issued or as the sum of the bodies', () => {
    const body = (amount: string) => ({ organisation: 'TRUST', amountByYear: byYear(amount, amount, amount) });
    const stated = { savings: [scheme('S1', ['0', '0.5', '1'])] };
    const chances = (more: Stated) =>
      simulated({ ...stated, ...more }, { draws: 4000, correlations: [0] }).correlations[0]?.chances.controlTotals.map(
        ({ name, chance }) => [name, Math.round(chance.share * 10) / 10],
      );
    expect(chances({})).toEqual([]);
    expect(chances({ controlTotals: [body('500000')] })).toEqual([
      ['Vale Hospitals', 0.5],
      ['System control total', 0.5],
    ]);
    expect(chances({ controlTotals: [body('2000000')], systemControlTotalByYear: byYear('0', '0', '0') })).toEqual([
      ['Vale Hospitals', 0],
      ['System control total', 1],
    ]);
    expect(chances({ systemControlTotalByYear: byYear('0', '0', '500000') })).toEqual([['System control total', 0.5]]);
  });
});
