import { describe, expect, test } from 'vitest';
import { project } from '../../../shared/engine/project.ts';
import { D, ZERO, type Decimal } from '../../../shared/money/decimal.ts';
import { LEVER_IDS, leverWords, leversOf, movesWords, withLevers, type Lever, type LeverId } from '../../../shared/outcomes/levers.ts';
import { outcomesOf } from '../../../shared/outcomes/positions.ts';
import { breakEven } from '../../../shared/realism/break-even.ts';
import { changesBetween } from '../../../shared/scenario/history.ts';
import { inputAt } from '../../../shared/scenario/inputs-of.ts';
import { scenarioSchema, type Scenario } from '../../../shared/scenario/schema.ts';
import { capitalSlipped } from '../../../shared/scenario/what-ifs.ts';
import { shippedScenario } from '../../support/shipped-scenario.ts';

const plan = shippedScenario('worked-example-b');
const projection = project(plan);
const levers = leversOf(projection);

function lever(id: LeverId): Lever {
  const found = levers.find((each) => each.id === id);
  if (found === undefined) throw new RangeError(`Worked example B has no lever "${id}".`);
  return found;
}

function reported(scenario: Scenario, measure: 'reported' | 'beforeSupport' = 'reported'): Decimal {
  const { frame } = project(scenario);
  return outcomesOf(project(scenario)).system[measure][frame.target] ?? ZERO;
}

const moveOf = (id: LeverId, to: string) => withLevers(plan, { [id]: new D(to) });

describe('the levers of a plan', () => {
  test('worked example B has all six, each between its ends', () => {
    expect(levers.map(({ id }) => id)).toEqual([...LEVER_IDS]);
    for (const { least, most, planned } of levers) expect(planned.gte(least) && planned.lte(most)).toBe(true);
  });

  test('delivery stands where break-even says that the plan assumes it', () => {
    expect(lever('delivery').planned.toFixed(20)).toBe(breakEven(projection).assumed?.toFixed(20));
  });

  test('a plan without savings, capital, shifts, pay and councils has none', () => {
    const bare = scenarioSchema.parse({
      name: 'Bare',
      footprint: { id: 'F', name: 'Bare' },
      baseYear: '2017/18',
      targetYear: '2020/21',
      horizonYear: '2020/21',
    });
    expect(leversOf(project(bare))).toEqual([]);
  });

  test('positions of levers are said in their own units', () => {
    expect(leverWords(lever('delivery'), new D('0.8'))).toBe('80.0%');
    expect(leverWords(lever('capitalSlip'), new D(1))).toBe('1 month');
    expect(leverWords(lever('payGrowth'), new D('0.005'))).toBe('+0.5pp');
    expect(leverWords(lever('payGrowth'), new D('-0.005'))).toBe('(0.5pp)');
    expect(movesWords(levers, { delivery: new D('0.8') })).toBe('Delivery of savings 80.0% in place of 86.7%');
  });
});

describe('a plan with a lever moved', () => {
  test('without a move it is the plan itself', () => {
    expect(withLevers(plan, {})).toBe(plan);
  });

  test('at the delivery of break-even it balances before support', () => {
    const share = breakEven(projection).beforeSupport.share ?? ZERO;
    const position = reported(withLevers(plan, { delivery: share }), 'beforeSupport');
    expect(position.abs().lt('0.001')).toBe(true);
  });

  test('delivery becomes one share, and what nobody has identified keeps its own', () => {
    const [first, ...rest] = plan.savings;
    if (first === undefined) throw new RangeError('Worked example B has no savings.');
    const unnamed: Scenario = { ...plan, savings: [{ ...first, category: 'UNIDENTIFIED' }, ...rest] };
    const trial = withLevers(unnamed, { delivery: new D('0.5') });
    expect(trial.savings[0]).toBe(unnamed.savings[0]);
    expect(new Set(trial.savings.slice(1).map(({ delivery }) => delivery?.value))).toEqual(new Set(['0.5']));
  });

  test('capital is later by whole months on top of its slippage', () => {
    expect(moveOf('capitalSlip', '12')).toEqual(capitalSlipped(plan, 12));
  });

  test('activity is a share of plan', () => {
    const before = new D(plan.shifts[0]?.activityPerYear.value ?? '0');
    expect(moveOf('activityMoved', '0.5').shifts[0]?.activityPerYear.value).toBe(before.div(2).toFixed());
  });

  test('pay grows faster in every projected year, and nothing but pay', () => {
    const trial = moveOf('payGrowth', '0.01');
    const paths = changesBetween(plan, trial).map(({ path }) => path);
    expect(paths).toEqual(['2018/19', '2019/20', '2020/21'].map((year) => `series.pay.rateByYear.${year}`));
    expect(inputAt(trial, 'series.pay.rateByYear.2018/19')?.value).toBe('0.026');
    expect(reported(trial).lt(reported(plan))).toBe(true);
  });

  test('a released share is that of every contract reduction', () => {
    const trial = moveOf('releaseShare', '0.6');
    const contracts = trial.savings.filter(({ mechanism }) => mechanism === 'CONTRACT_REDUCTION');
    expect(contracts.length).toBeGreaterThan(0);
    expect(contracts.every(({ releaseShare }) => releaseShare?.value === '0.6')).toBe(true);
    expect(reported(trial).gt(reported(plan))).toBe(true);
  });

  test('council funding moves what councils raise and not what clients pay', () => {
    const paths = changesBetween(plan, moveOf('councilFunding', '0.005')).map(({ path }) => path);
    expect(paths.every((path) => path.startsWith('series.councilFunding.'))).toBe(true);
    expect(paths).toHaveLength(3);
  });

  test('what was moved keeps no source that it does not have, and says what it was', () => {
    const moved = inputAt(moveOf('payGrowth', '0.01'), 'series.pay.rateByYear.2020/21');
    expect(moved).toEqual({ value: '0.039', unit: 'rate', source: 'Tried on the board', note: 'Before: 0.029.' });
  });

  test('every lever at either end leaves a scenario that fits the schema and is computed whole', () => {
    for (const { id, least, most } of levers)
      for (const to of [least, most]) {
        const trial = withLevers(plan, { [id]: to });
        expect(scenarioSchema.safeParse(trial).success).toBe(true);
        expect([...project(trial).frame.leftOut.keys()]).toEqual([]);
      }
  });
});
