import { describe, expect, test } from 'vitest';
import type { CapitalOutcome } from '../../../shared/engine/capital.ts';
import { building, byYear, exact, income, run, type Run } from '../../support/bare-system.ts';

/* model-spec §6.5 (councils) and §19 (26): no depreciation or dividend; MRP and interest. */

type Written = Parameters<typeof building>[0];
const borrowed: Written = {
  organisation: 'COUNCIL',
  baseCostByYear: byYear('1000', '1000'),
  operationalMonth: '30',
  lifeYears: '20',
  loanRate: '0.02',
  funding: [{ source: 'COUNCIL_BORROWING', share: '1' }],
};
const ranWith = (scheme: Written): Run =>
  run({ capital: [building(scheme)], lines: [income({ organisation: 'COUNCIL', baseAmount: '1000' })] });
function chargesOf(scheme: Written): CapitalOutcome {
  const outcome = ranWith(scheme).projection.capital.schemes.get('C1');
  if (outcome === undefined) throw new RangeError('There is no C1.');
  return outcome;
}

test('MRP is all that was borrowed over the life, from the year after opening', () => {
  // opens in 2019/20; 2,000 / 20 from 2020/21
  expect(exact(chargesOf(borrowed).minimumRevenueProvision)).toEqual(['0', '0', '100']);
  // opening in April 2019 is in the same year; in March 2019 a year earlier
  expect(exact(chargesOf({ ...borrowed, operationalMonth: '24' }).minimumRevenueProvision)).toEqual(['0', '0', '100']);
  expect(exact(chargesOf({ ...borrowed, operationalMonth: '23' }).minimumRevenueProvision)).toEqual(['0', '100', '100']);
});

test('MRP waits with slippage and ends with the life', () => {
  expect(exact(chargesOf({ ...borrowed, slippageMonths: '6' }).minimumRevenueProvision)).toEqual(['0', '0', '0']);
  const short = { ...borrowed, baseCostByYear: byYear('1000'), operationalMonth: '12', lifeYears: '1' };
  expect(exact(chargesOf(short).minimumRevenueProvision)).toEqual(['0', '1000', '0']);
  expect(exact(chargesOf(short).loanOutstanding)).toEqual(['1000', '0', '0']);
});

test('interest is on the average balance from the first drawdown', () => {
  const charges = chargesOf(borrowed);
  expect(exact(charges.loanOutstanding)).toEqual(['1000', '2000', '1900']);
  // 2% of 500, 1,500, 1,950
  expect(exact(charges.loanInterest)).toEqual(['10', '30', '39']);
});

test('depreciation and dividend do not reach revenue; running cost does', () => {
  const ran = ranWith({ ...borrowed, runningCostPerYear: '24' });
  const charges = chargesOf(borrowed);
  expect(exact(charges.depreciation)).toEqual(['0', '0', '0']);
  expect(exact(charges.pdcDividend)).toEqual(['0', '0', '0']);
  // interest, and 6 months of 24; then interest, 24 and MRP
  expect(ran.step('capitalCharges', 'COUNCIL')).toEqual(['-10', '-42', '-163']);
});

test('a grant share is not borrowed', () => {
  const charges = chargesOf({
    ...borrowed,
    funding: [
      { source: 'COUNCIL_BORROWING', share: '0.25' },
      { source: 'COUNCIL_CAPITAL_GRANT', share: '0.75' },
    ],
  });
  expect(exact(charges.loanOutstanding)).toEqual(['250', '500', '475']);
  expect(exact(charges.minimumRevenueProvision)).toEqual(['0', '0', '25']);
  expect(exact(charges.grantsReceived)).toEqual(['750', '750', '0']);
});

describe('beside the NHS', () => {
  test('the reform of 2020 does not touch council borrowing', () => {
    const ran = run({
      capital: [building(borrowed)],
      settings: { pdcReform2020: true },
      lines: [income({ organisation: 'COUNCIL', baseAmount: '1000' })],
    });
    expect(exact(ran.projection.capital.schemes.get('C1')?.loanOutstanding ?? [])).toEqual(['1000', '2000', '1900']);
  });

  test('MRP and interest are not annualised in the exit run-rate, running cost is', () => {
    const effect = ranWith({ ...borrowed, runningCostPerYear: '24' }).projection.fullYearEffect.get('COUNCIL') ?? [];
    expect(exact(effect)).toEqual(['0', '-12', '0']);
  });
});
