import { describe, expect, test } from 'vitest';
import { decimal } from '../../../shared/money/decimal.ts';
import { poolProblems } from '../../../shared/scenario/result-problems.ts';
import { problemsOf, textsOf, type Change } from '../../support/problems.ts';
import { eachYear, item } from '../../support/small-scenario.ts';

const entered =
  (amountByYear: Record<string, string>): Change =>
  (written) =>
    (written.pools = [{ id: 'WARD', name: 'Ward pay', kind: 'AMOUNT', amountByYear }]);

describe('E13: pools entered as amounts', () => {
  test('nil in a year has nothing to save from; approval is blocked, not the calculation', () => {
    expect(problemsOf('E13', entered({ ...eachYear('6000000'), '2019/20': '0' }))).toEqual([
      {
        id: 'E13',
        path: 'pools.WARD',
        text: 'Cost pool WARD: the cost base in 2019/20 is £0. It must be above £0. Enter the cost that its schemes act on; until then they save nothing in 2019/20.',
        severity: 'error',
      },
    ]);
  });

  test('blank years and negative amounts likewise', () => {
    expect(textsOf('E13', entered({ '2018/19': '1', '2020/21': '-5.255' }))).toEqual([
      expect.stringContaining('the cost base in 2019/20 is £0.'),
      expect.stringContaining('the cost base in 2020/21 is (£5.26).'),
    ]);
    expect(problemsOf('E2', entered(eachYear('-1')))).toEqual([]);
  });

  test('a pool with an amount in every year, or one that no scheme names', () => {
    expect(problemsOf('E13', entered(eachYear('0.01')))).toEqual([]);
    const unused: Change = (written) => {
      written.pools.push({ id: 'SPARE', name: 'Spare', kind: 'AMOUNT', amountByYear: {} });
    };
    expect(problemsOf('E13', unused)).toEqual([]);
  });
});

describe('E13: pools with their members', () => {
  const year = (poolAmount: string, amount: string) =>
    poolProblems({
      poolId: 'WARD',
      year: '2019/20',
      poolAmount: decimal(poolAmount),
      members: [{ schemeId: 'S1', amount: decimal(amount) }],
    });

  test('a member as large as its pool', () => {
    expect(year('1000000', '1250000.5')).toEqual([
      {
        id: 'E13',
        path: 'savings.S1.pool',
        text: 'Cost pool WARD: S1 saves £1,250,000.50 in 2019/20 from a cost base of £1,000,000. A scheme must save less than the cost that it acts on. Lower the scheme, or widen the pool; what lies beyond counts as overlap.',
        severity: 'warning',
      },
    ]);
    expect(year('1000000', '1000000')).toHaveLength(1);
  });

  test('a smaller member', () => {
    expect(year('1000000', '999999.99')).toEqual([]);
  });

  test('a pool of nil speaks once, whatever its members ask', () => {
    expect(year('0', '5').map(({ severity, blocks }) => [severity, blocks])).toEqual([['error', undefined]]);
    expect(year('-0.01', '0')).toHaveLength(1);
  });
});

describe('W9: shorter stays and shifts on the same beds', () => {
  const shorter =
    (id: string): Change =>
    (written) =>
      (item(written.savings, id).shortensStays = true);

  test('at the organisation whose beds a shift frees', () => {
    expect(problemsOf('W9', shorter('S2'))).toEqual([
      {
        id: 'W9',
        path: 'savings.S2.shortensStays',
        text: 'Ward productivity (S2): shortens stays at ACUTE, where beds are freed too by Frailty at home (SH1). A bed day can be saved once. Check that the two act on different beds, or lower one of them.',
        severity: 'warning',
      },
    ]);
  });

  test('elsewhere, or where the shift frees no beds, there is nothing to say', () => {
    expect(problemsOf('W9', shorter('S4'))).toEqual([]);
    const clinics: Change = (written) => {
      shorter('S2')(written);
      item(written.shifts, 'SH1').lengthOfStayDays = undefined;
    };
    expect(problemsOf('W9', clinics)).toEqual([]);
  });
});

test('W10: a pool holds savings at tariff or at cost', () => {
  expect(problemsOf('W10', (written) => (item(written.savings, 'S6').pool = 'WARD'))).toEqual([
    {
      id: 'W10',
      path: 'pools.WARD',
      text: 'Ward pay (WARD): it holds savings at tariff (S6) and at cost (S1 and S2). A pool holds savings of one kind, since a pound of tariff is not a pound of cost. Give each kind a pool of its own.',
      severity: 'warning',
    },
  ]);
  const income: Change = (written) => Object.assign(item(written.savings, 'S1'), { mechanism: 'INCOME_EXTERNAL', valuedAt: 'TARIFF' });
  expect(textsOf('W10', income)[0]).toContain('it holds savings at tariff (S1) and at cost (S2).');
  const alone: Change = (written) => {
    item(written.savings, 'S1').pool = undefined;
    item(written.savings, 'S2').pool = undefined;
    item(written.savings, 'S6').pool = 'WARD';
  };
  expect(problemsOf('W10', alone)).toEqual([]);
});
