import { describe, expect, test } from 'vitest';
import { decimal } from '../../../shared/money/decimal.ts';
import { nonRecurrentClosureProblem, resultProblems, unitSlipProblem, type Results } from '../../../shared/scenario/result-problems.ts';
import type { Change } from '../../support/problems.ts';
import { item, smallScenario } from '../../support/small-scenario.ts';

const NOTHING = { pools: [], closures: [] };

function planned(amounts: Record<string, string>): Results['planned'] {
  return new Map(Object.entries(amounts).map(([id, amount]) => [id, decimal(amount)]));
}

function problems(change: Change | undefined, results: Partial<Results>) {
  return resultProblems({ scenario: smallScenario(change), planned: new Map(), ...NOTHING, ...results });
}

describe('W2: red and unidentified savings', () => {
  const doubtful: Change = (written) => {
    item(written.savings, 'S1').rating = 'RED';
    item(written.savings, 'S4').category = 'UNIDENTIFIED';
  };

  test('more than a quarter of the plan', () => {
    expect(problems(doubtful, { planned: planned({ S1: '200000', S2: '700000', S4: '100000' }) })).toEqual([
      {
        id: 'W2',
        path: 'savings',
        text: 'Savings: £300,000 of the £1,000,000 planned for 2020/21 is rated red or unidentified (S1 and S4), 30.0% of the plan. Usual: at most 25%. Identify or firm up schemes, or lower the plan.',
        severity: 'warning',
      },
    ]);
  });

  test('schemes that add nothing in the target year are not named', () => {
    expect(problems(doubtful, { planned: planned({ S1: '300000', S2: '700000', S4: '0' }) })[0]?.text).toContain(
      'unidentified (S1), 30.0%',
    );
  });

  test('exactly a quarter is not more', () => {
    expect(problems(doubtful, { planned: planned({ S1: '150000', S2: '750000', S4: '100000' }) })).toEqual([]);
    expect(problems(doubtful, { planned: planned({ S1: '150000.01', S2: '749999.99', S4: '100000' }) })).toHaveLength(1);
  });

  test('a red scheme that is unidentified counts once', () => {
    const both: Change = (written) => Object.assign(item(written.savings, 'S1'), { rating: 'RED', category: 'UNIDENTIFIED' });
    expect(problems(both, { planned: planned({ S1: '200000', S2: '800000' }) })).toEqual([]);
  });

  test('a plan of nil has no parts', () => {
    expect(problems(doubtful, { planned: planned({ S1: '0' }) })).toEqual([]);
  });
});

describe('W8: balance on one-off savings', () => {
  const closure = (position: string, nonRecurrentSavings: string) =>
    nonRecurrentClosureProblem({
      measure: 'Headline plan',
      year: '2020/21',
      position: decimal(position),
      nonRecurrentSavings: decimal(nonRecurrentSavings),
    });

  test('a surplus that is a deficit without them', () => {
    expect(closure('400000', '1500000')).toEqual({
      id: 'W8',
      path: 'savings',
      text: 'Headline plan, 2020/21: £400,000 with £1,500,000 of non-recurrent savings, and (£1,100,000) without. A recurrent gap needs recurrent savings. Find £1,100,000 that recurs, or say that the balance is for one year.',
      severity: 'warning',
    });
    expect(closure('0', '0.01')?.id).toBe('W8');
  });

  test('a deficit, and a surplus that stands without them', () => {
    expect(closure('-1', '1500000')).toBeUndefined();
    expect(closure('1500000', '1500000')).toBeUndefined();
  });
});

describe('E13: pools of the projection', () => {
  const year = { year: '2018/19', poolAmount: decimal('0'), members: [] };

  test('a pool of lines is told here, one entered as an amount already by the scenario', () => {
    const entered: Change = (written) => written.pools.push({ id: 'FIXED', name: 'Fixed', kind: 'AMOUNT', amountByYear: {} });
    expect(
      problems(entered, {
        pools: [
          { poolId: 'WARD', ...year },
          { poolId: 'FIXED', ...year },
        ],
      }).map(({ id, path }) => [id, path]),
    ).toEqual([['E13', 'pools.WARD']]);
  });

  test('members of both kinds are told here', () => {
    const entered: Change = (written) =>
      written.pools.push({ id: 'FIXED', name: 'Fixed', kind: 'AMOUNT', amountByYear: { '2018/19': '1' } });
    const pools = [{ poolId: 'FIXED', year: '2018/19', poolAmount: decimal('1'), members: [{ schemeId: 'S1', amount: decimal('2') }] }];
    expect(problems(entered, { pools }).map(({ severity }) => severity)).toEqual(['warning']);
  });
});

describe('W1: an edit that moves the whole system', () => {
  const edit = (after: string, size = '600000000') =>
    unitSlipProblem({
      path: 'lines.L1.baseAmount',
      label: 'Allocation (L1): base amount',
      read: '£420,000',
      before: { position: decimal('-4000000'), size: decimal(size) },
      after: { position: decimal(after), size: decimal(size) },
    });

  test('£420m typed as £000 in a £m column', () => {
    expect(edit('-423580000')).toEqual({
      id: 'W1',
      path: 'lines.L1.baseAmount',
      text: 'Allocation (L1): base amount: read £420,000, which changes the position of the whole system by (£419,580,000), 69.9% of its income. Usual: at most 25%. Confirm it, or check whether it is in £, £000 or £m.',
      severity: 'warning',
    });
  });

  test('a quarter either way is usual, a penny more is not', () => {
    expect(edit('-154000000')).toBeUndefined();
    expect(edit('146000000')).toBeUndefined();
    expect(edit('-154000000.01')?.id).toBe('W1');
    expect(edit('146000000.01')?.id).toBe('W1');
  });

  test('a system without income yet says nothing', () => {
    expect(edit('9', '0')).toBeUndefined();
  });
});
