import { describe, expect, test } from 'vitest';
import { cashOf, type CashYear } from '../../../shared/engine/cash.ts';
import { building, byYear, cost, income, run, type Stated } from '../../support/bare-system.ts';

/* model-spec §10 (cash) and §19 (28): indicative, NHS providers only. */

const organisations: NonNullable<Stated['organisations']> = [
  { id: 'CCG', name: 'Vale CCG', type: 'CCG', openingCash: '100' },
  { id: 'TRUST', name: 'Vale Hospitals', type: 'ACUTE', openingCash: '1000' },
  { id: 'COMM', name: 'Vale Community', type: 'COMMUNITY' },
  { id: 'COUNCIL', name: 'Vale Council', type: 'COUNCIL', openingCash: '100' },
];
function cash(stated: Stated): CashYear[] {
  const years = cashOf(run({ organisations, ...stated }).projection).get('TRUST') ?? [];
  return years.flatMap((year) => (year === undefined ? [] : [year]));
}
const closing = (stated: Stated): string[] => cash(stated).map((year) => year.closing.toFixed());

test('carries the reported position from year to year', () => {
  expect(closing({ lines: [cost({ organisation: 'TRUST', baseAmount: '400' })] })).toEqual(['600', '200', '-200']);
});

test('flags a support loan below nil, and not at nil', () => {
  const flags = (baseAmount: string): boolean[] =>
    cash({ lines: [cost({ organisation: 'TRUST', baseAmount })] }).map((year) => year.needsSupportLoan);
  expect(flags('400')).toEqual([false, false, true]);
  expect(flags('500')).toEqual([false, false, true]);
  expect(flags('333')).toEqual([false, false, false]);
  expect(
    cash({ lines: [cost({ organisation: 'TRUST', baseAmount: '0', explicitByYear: byYear('1000.0000005', '0', '0') })] })[0]
      ?.needsSupportLoan,
  ).toBe(false);
});

test('is kept for NHS providers with an opening balance alone', () => {
  const positions = cashOf(run({ organisations }).projection);
  expect([...positions.keys()]).toEqual(['TRUST']);
  expect(positions.get('TRUST')?.[0]).toBeUndefined();
});

test('puts back the depreciation in the capital charges that were there before', () => {
  const lines = [
    cost({ organisation: 'TRUST', baseAmount: '100', category: 'CAPITAL_CHARGES' }),
    cost({ id: 'other', organisation: 'TRUST', baseAmount: '50' }),
  ];
  // −150 + 60% of 100; or the share entered
  expect(closing({ lines })).toEqual(['910', '820', '730']);
  expect(closing({ lines, settings: { capitalChargesDepreciationShare: '0.5' } })).toEqual(['900', '800', '700']);
});

describe('capital', () => {
  test('paid by PDC moves cash by its dividend and running cost only', () => {
    const capital = [building({ baseCostByYear: byYear('1200'), lifeYears: '10', operationalMonth: '24', runningCostPerYear: '12' })];
    // dividend 3.5% of 600, 1,140, 1,020 = 21, 39.9, 35.7; running nil, 12, 12; depreciation 120 is put back
    expect(closing({ capital })).toEqual(['979', '927.1', '879.4']);
  });

  test('paid by own cash takes it out when it is spent', () => {
    const capital = [
      building({ baseCostByYear: byYear('300'), operationalMonth: '48', funding: [{ source: 'INTERNAL_CASH', share: '1' }] }),
    ];
    // 300 and dividend 5.25, 10.5, 10.5
    expect(closing({ capital })).toEqual(['694.75', '684.25', '673.75']);
  });

  test('paid by a loan repays principal', () => {
    const capital = [
      building({
        baseCostByYear: byYear('1000'),
        operationalMonth: '48',
        funding: [{ source: 'LOAN', share: '1' }],
        loanRate: '0.02',
        loanTermYears: '10',
      }),
    ];
    // interest 10, 19, 17; dividend nil, 1.75, 5.25; principal 100 from 2019/20
    expect(closing({ capital })).toEqual(['990', '869.25', '747']);
  });

  test('given costs nothing; and a PFI partner spends its own', () => {
    const funded = (source: 'DONATED_GRANT' | 'PFI_LEASE'): string[] =>
      closing({ capital: [building({ baseCostByYear: byYear('1000'), operationalMonth: '48', funding: [{ source, share: '1' }] })] });
    expect(funded('DONATED_GRANT')).toEqual(['1000', '1000', '1000']);
    expect(funded('PFI_LEASE')).toEqual(['1000', '1000', '1000']);
  });

  test('impaired moves no cash', () => {
    expect(closing({ capital: [building({ impairmentByYear: byYear('70') })] })).toEqual(['1000', '1000', '1000']);
  });

  test('sold brings its proceeds once, at a profit or at a loss', () => {
    const sold = (proceeds: string): string[] =>
      closing({ capital: [building({ funding: [], disposal: { proceeds, netBookValue: '300', month: '12', remainingLifeYears: '10' } })] });
    // dividend saved: 3.5% of 135, 255, 225; depreciation saved moves no cash
    expect(sold('500')).toEqual(['1504.725', '1513.65', '1521.525']);
    expect(sold('100')).toEqual(['1104.725', '1113.65', '1121.525']);
  });
});

test('counts support that was earned', () => {
  const stated = {
    lines: [income({ organisation: 'TRUST', baseAmount: '10' })],
    controlTotals: [{ organisation: 'TRUST', amountByYear: byYear('0', '0', '0') }],
    support: [{ id: 'PSF1', organisation: 'TRUST', allocationByYear: byYear('5') }],
  };
  expect(closing(stated)).toEqual(['1015', '1025', '1035']);
});
