import { describe, expect, test } from 'vitest';
import { D } from '../../../shared/money/decimal.ts';
import { project } from '../../../shared/engine/project.ts';
import { LEVERS, leverBreakEven, leverOf, settingWords } from '../../../shared/realism/levers.ts';
import { balancedStretches, closeIn, gridOf } from '../../../shared/realism/search.ts';
import { tornadoBar, tornadoFrom, tornadoJobs, tornadoOf } from '../../../shared/realism/tornado.ts';
import { twoWayEdge } from '../../../shared/realism/two-way-edge.ts';
import { atOnce, bareScenario, building, byYear, contract, cost, income, rates, run, saving } from '../../support/bare-system.ts';
import { shippedScenario } from '../../support/shipped-scenario.ts';

describe('search', () => {
  test('the grid has 31 points and ends where it is told', () => {
    const grid = gridOf({ from: new D(0), to: new D(1) });
    expect([grid.length, grid[0]?.toString(), grid[30]?.toString()]).toEqual([31, '0', '1']);
  });

  test('stretches of a position that is won, lost and won again are brought in from both sides', () => {
    const positionAt = (setting: InstanceType<typeof D>) => new D(setting.lte('0.31') || setting.gte('0.77') ? 1 : -1);
    const grid = gridOf({ from: new D(0), to: new D(1) });
    const found = balancedStretches(
      grid,
      grid.map((setting) => positionAt(setting).gt(0)),
      (ends) => closeIn(positionAt, ends).holds,
    );
    expect(found.map(({ from, to }) => [from.toFixed(6), to.toFixed(6)])).toEqual([
      ['0.000000', '0.310000'],
      ['0.770000', '1.000000'],
    ]);
  });
});

describe('levers', () => {
  test('growth that a plan can bear, worked by hand', () => {
    // Cost 1,000 grows 1% a year for three years; income 1,061.208 is fixed. It balances while (1 + g)³ ≤ 1.061208, that is g ≤ 2%.
    const { projection } = run({
      series: [rates('need', '0.01', '0.01', '0.01')],
      lines: [
        income({ organisation: 'TRUST', baseAmount: '1061.208' }),
        cost({ organisation: 'TRUST', baseAmount: '1000', volumeSeries: 'need', elasticity: '1' }),
      ],
    });
    const { stretches, isMonotone, text } = leverBreakEven(projection, leverOf('activityGrowth'));
    expect(stretches.map(({ from, to }) => [from.toString(), to.toFixed(6)])).toEqual([['-0.03', '0.010000']]);
    expect([isMonotone, text]).toEqual([true, 'Activity growth: balances up to +1.00pp']);
  });

  test('a slip is counted in whole months, and a later building may help: then the stretches are said', () => {
    const lines = [income({ organisation: 'TRUST', baseAmount: '1000' }), cost({ organisation: 'TRUST', baseAmount: '995' })];
    const early = { baseCostByYear: byYear('120'), operationalMonth: '24', lifeYears: '10' };
    // Depreciation of 12 a year and a dividend on what is left, against 5 to spare: short until the opening slips out of the target year.
    const { projection } = run({ lines, capital: [building(early)] });
    const found = leverBreakEven(projection, leverOf('capitalSlip'));
    expect(found.text).toMatch(/^Slip of capital: balances from \d+ months$/);
    for (const { from, to } of found.stretches) expect([from.isInteger(), to.isInteger()]).toEqual([true, true]);
  });

  test('each lever leaves the plan as it is, and moves nothing where it has nothing to move', () => {
    const bare = run({}).projection.frame.scenario;
    const full = shippedScenario('worked-example-b');
    const before = JSON.stringify(full);
    for (const lever of LEVERS) {
      expect([lever.id, lever.applies(bare), lever.applies(full)]).toEqual([lever.id, false, true]);
      expect(
        project(lever.at(full, lever.unit === 'months' ? new D(6) : new D('0.5'))).problems.filter(({ severity }) => severity === 'error'),
      ).toEqual([]);
    }
    expect(JSON.stringify(full)).toBe(before);
  });

  test('delivery found by full recalculation is that of the bisection: 94.0% in worked example B', () => {
    const found = leverBreakEven(project(shippedScenario('worked-example-b')), leverOf('delivery'));
    expect(found.stretches[0]?.from.toFixed(6)).toBe('0.940283');
  });

  test('settings in words', () => {
    expect([
      settingWords({ unit: 'share' }, new D('0.85')),
      settingWords({ unit: 'months' }, new D(1)),
      settingWords({ unit: 'points' }, new D('-0.005')),
    ]).toEqual(['85.0%', '1 month', '−0.50pp']);
  });
});

describe('two levers at once', () => {
  test('delivery needed as capital slips: worked example B needs less, since its hub costs more than it saves', () => {
    const edge = twoWayEdge(project(shippedScenario('worked-example-b')), 'delivery-by-slip');
    expect(edge?.points.map(({ setting }) => setting.toString())).toEqual(['0', '3', '6', '9', '12', '15', '18', '21', '24']);
    expect(edge?.points[0]?.needed?.toFixed(6)).toBe('0.940283');
    const needed = (edge?.points ?? []).map((point) => point.needed ?? new D(9));
    expect(needed.every((share, at) => at === 0 || share.lte(needed[at - 1] ?? 0))).toBe(true);
  });

  test('release needed as activity grows agrees with the whole model at that share', () => {
    const scenario = shippedScenario('worked-example-b');
    const edge = twoWayEdge(project(scenario), 'release-by-growth');
    const found = edge?.points.filter(({ needed }) => needed !== undefined) ?? [];
    expect(found.length).toBeGreaterThan(0);
    for (const { setting, needed } of found) {
      const grown = leverOf('activityGrowth').at(scenario, setting);
      const reportedAt = (share: InstanceType<typeof D>) =>
        [...project(leverOf('releaseShare').at(grown, share)).settlement.reported.values()].reduce(
          (all, years) => all.plus(years[3] ?? 0),
          new D(0),
        );
      expect(reportedAt((needed ?? new D(0)).plus('0.000001')).gte(0)).toBe(true);
      expect(reportedAt((needed ?? new D(0)).minus('0.000001')).lt(0)).toBe(true);
    }
  });

  test('there is none without the levers', () => {
    const { projection } = run({ savings: [saving({ profile: atOnce('1') })], flows: [contract({ baseAmount: '5' })] });
    expect([twoWayEdge(projection, 'delivery-by-slip'), twoWayEdge(projection, 'release-by-growth')]).toEqual([undefined, undefined]);
  });
});

describe('tornado', () => {
  const range = (low: string, likely: string, high: string) => ({ low, likely, high });

  test('moves the years of a rate together and any other input by itself, in words', () => {
    const jobs = tornadoJobs(project(shippedScenario('worked-example-b')));
    expect(jobs.find(({ key }) => key === 'series.pay.rateByYear')).toEqual({
      key: 'series.pay.rateByYear',
      label: 'Pay (pay): rate',
      paths: ['series.pay.rateByYear.2018/19', 'series.pay.rateByYear.2019/20', 'series.pay.rateByYear.2020/21'],
      lowWords: '−0.5pp',
      highWords: '+0.5pp',
    });
    expect(jobs.find(({ key }) => key === 'capital.C1.slippageMonths')).toMatchObject({ lowWords: '0 months', highWords: '12 months' });
    expect(jobs.find(({ key }) => key === 'savings.S6.delivery')).toMatchObject({ lowWords: '40%', highWords: '100%' });
  });

  test('both ends may lie on one side: the late hub', () => {
    const bar = tornadoOf(project(shippedScenario('worked-example-b'))).bars.find(({ key }) => key === 'capital.C1.slippageMonths');
    expect([bar?.low.toFixed(2), bar?.high.toFixed(2)]).toEqual(['416959.30', '324519.93']);
  });

  test('sorts by range and then by name, and names what moves nothing', () => {
    const { projection } = run({
      savings: [
        saving({ id: 'S1', name: 'B', profile: atOnce('100'), delivery: { value: '0.5', range: range('0.4', '0.5', '0.6') } }),
        saving({ id: 'S2', name: 'A', profile: atOnce('100'), delivery: { value: '0.5', range: range('0.4', '0.5', '0.6') } }),
        saving({ id: 'S3', name: 'C', profile: atOnce('100'), delivery: { value: '0.5', range: range('0', '0.5', '1') } }),
        saving({ id: 'S4', name: 'D', profile: atOnce('0'), delivery: { value: '0.5', range: range('0', '0.5', '1') } }),
      ],
    });
    const { bars, withoutEffect } = tornadoOf(projection);
    expect(bars.map(({ label, low, high, range: width }) => [label, low.toString(), high.toString(), width.toString()])).toEqual([
      ['C (S3): delivery', '-50', '50', '100'],
      ['A (S2): delivery', '-10', '10', '20'],
      ['B (S1): delivery', '-10', '10', '20'],
    ]);
    expect(withoutEffect).toEqual(['D (S4): delivery']);
    // Bar by bar, as a worker does it, it is the same.
    expect(tornadoFrom(tornadoJobs(projection).map((job) => tornadoBar(projection, job)))).toEqual({ bars, withoutEffect });
  });

  test('a range that cannot be used counts as certain', () => {
    const delivery = { value: '0.5', range: range('0.6', '0.5', '0.4') };
    expect(tornadoJobs(project(bareScenario({ savings: [saving({ profile: atOnce('100'), delivery })] })))).toEqual([]);
  });
});
