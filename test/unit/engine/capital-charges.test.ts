import { describe, expect, test } from 'vitest';
import type { CapitalOutcome } from '../../../shared/engine/capital.ts';
import { building, byYear, exact, run, type Run } from '../../support/bare-system.ts';

/* model-spec §6.5, §10 (exit run-rate) and §19 (20), (24), (25): what an NHS body is charged for its capital. */

type Written = Parameters<typeof building>[0];
const funding = (source: NonNullable<Written['funding']>[number]['source'], share = '1') => [{ source, share }];
const ranWith = (scheme: Written, settings: object = {}): Run => run({ capital: [building(scheme)], settings });
function chargesOf(scheme: Written, settings: object = {}): CapitalOutcome {
  const outcome = ranWith(scheme, settings).projection.capital.schemes.get('C1');
  if (outcome === undefined) throw new RangeError('There is no C1.');
  return outcome;
}
/** Owner's full-year effect of one scheme. */
const exitOf = (scheme: Written): string[] => exact(ranWith(scheme).projection.fullYearEffect.get('TRUST') ?? []);

describe('depreciation', () => {
  const life = { baseCostByYear: byYear('1200'), lifeYears: '10' };

  test('runs by month from the slipped opening on the whole outturn', () => {
    // 120 a year from month 12 + 5 + 4 = 21: 3 of 12 months
    expect(exact(chargesOf({ ...life, operationalMonth: '17', slippageMonths: '4' }).depreciation)).toEqual(['30', '120', '120']);
  });

  test('counts spend that is still to come, beyond the horizon too', () => {
    expect(
      exact(chargesOf({ ...life, baseCostByYear: { '2020/21': '600', '2021/22': '600' }, operationalMonth: '42' }).depreciation),
    ).toEqual(['0', '0', '60']);
  });

  test('ends after the life, inside the horizon', () => {
    const short = { ...life, lifeYears: '1', operationalMonth: '18' };
    expect(exact(chargesOf(short).depreciation)).toEqual(['600', '600', '0']);
    expect(exact(chargesOf(short).netBookValue)).toEqual(['600', '0', '0']);
  });

  test('is none for land and none under construction', () => {
    expect(exact(chargesOf({ ...life, assetClass: 'LAND' }).depreciation)).toEqual(['0', '0', '0']);
    expect(exact(chargesOf({ ...life, operationalMonth: '48' }).depreciation)).toEqual(['0', '0', '0']);
  });

  test.each([
    { assetClass: 'BUILDING', perYear: '30' },
    { assetClass: 'EQUIPMENT', perYear: '120' },
    { assetClass: 'ICT', perYear: '240' },
  ] as const)('of $assetClass takes the tool default of its life', ({ assetClass, perYear }) => {
    expect(exact(chargesOf({ ...life, lifeYears: undefined, assetClass }).depreciation)[0]).toBe(perYear);
  });
});

describe('PDC dividend', () => {
  const held = { baseCostByYear: byYear('1000'), operationalMonth: '48' };

  test('is 3.5% of average net relevant assets, from the first pound spent', () => {
    // opening 0, closing 1,000; then 1,000 throughout
    expect(exact(chargesOf(held).pdcDividend)).toEqual(['17.5', '35', '35']);
  });

  test('falls with depreciation, and its rate can be set', () => {
    // opens April 2019 with 10 years: net book value 1,000, 900, 800
    const opened = { ...held, operationalMonth: '24', lifeYears: '10' };
    expect(exact(chargesOf(opened).pdcDividend)).toEqual(['17.5', '33.25', '29.75']);
    expect(exact(chargesOf(held, { pdcDividendRate: '0.04' }).pdcDividend)).toEqual(['20', '40', '40']);
  });

  test('has base-year spend in its opening value (§19 (24))', () => {
    expect(exact(chargesOf({ ...held, baseCostByYear: { '2017/18': '1000' } }).pdcDividend)).toEqual(['35', '35', '35']);
  });

  test('has no opening value without base-year spend, even where the asset is said to be open', () => {
    const early = chargesOf({ ...held, operationalMonth: '0', lifeYears: '10' });
    // depreciation from 2018/19: net book value 900, 800, 700
    expect(exact(early.depreciation)).toEqual(['100', '100', '100']);
    expect(exact(early.pdcDividend)).toEqual(['15.75', '29.75', '26.25']);
    // with base-year spend the base year counts: 900 before, then 800, 700, 600
    const spent = chargesOf({ ...held, baseCostByYear: { '2017/18': '1000' }, operationalMonth: '0', lifeYears: '10' });
    expect(exact(spent.pdcDividend)).toEqual(['29.75', '26.25', '22.75']);
  });

  test.each(['STP_PDC', 'OTHER_PDC', 'INTERNAL_CASH', 'LAND_RECEIPT'] as const)('is carried by what %s pays', (source) => {
    expect(exact(chargesOf({ ...held, funding: funding(source) }).pdcDividend)).toEqual(['17.5', '35', '35']);
  });

  test('is not carried by donated assets, which depreciate', () => {
    const donated = { ...held, operationalMonth: '24', lifeYears: '10' };
    const whole = chargesOf({ ...donated, funding: funding('DONATED_GRANT') });
    expect(exact(whole.depreciation)).toEqual(['0', '100', '100']);
    expect(exact(whole.pdcDividend)).toEqual(['0', '0', '0']);
    const part = chargesOf({ ...donated, funding: [...funding('OTHER_PDC', '0.6'), ...funding('DONATED_GRANT', '0.4')] });
    // three fifths of 1,000, 900, 800
    expect(exact(part.relevantNetAssets)).toEqual(['600', '540', '480']);
  });

  test('is marginal and not floored: a loan larger than the asset lowers it', () => {
    // 10 years: net book value 900, 800, 700; loan 1,000 to April 2019, term 20: 1,000, 950, 900
    const charges = chargesOf({ baseCostByYear: byYear('1000'), lifeYears: '10', funding: funding('LOAN') });
    expect(exact(charges.relevantNetAssets)).toEqual(['-100', '-150', '-200']);
    expect(exact(charges.pdcDividend)).toEqual(['-1.75', '-4.375', '-6.125']);
  });
});

describe('PFI', () => {
  test('has no book value, depreciation or dividend for its share, and a unitary charge as entered', () => {
    const charges = chargesOf({
      baseCostByYear: byYear('1000'),
      lifeYears: '10',
      funding: [...funding('PFI_LEASE', '0.4'), ...funding('OTHER_PDC', '0.6')],
      unitaryChargeByYear: byYear('50', '51', '52'),
    });
    expect(exact(charges.depreciation)).toEqual(['60', '60', '60']);
    expect(exact(charges.netBookValue)).toEqual(['540', '480', '420']);
    // 3.5% of 270, 510, 450
    expect(exact(charges.pdcDividend)).toEqual(['9.45', '17.85', '15.75']);
    expect(exact(charges.unitaryCharge)).toEqual(['50', '51', '52']);
  });

  test('for the whole is the unitary charge alone', () => {
    const ran = ranWith({ baseCostByYear: byYear('1000'), funding: funding('PFI_LEASE'), unitaryChargeByYear: byYear('50', '51', '52') });
    expect(ran.step('capitalCharges')).toEqual(['-50', '-51', '-52']);
  });
});

describe('loans', () => {
  const lent = { baseCostByYear: byYear('1000'), operationalMonth: '48', funding: funding('LOAN'), loanRate: '0.02', loanTermYears: '10' };

  test('are repaid in equal instalments from the year after the last spend, with interest on the average', () => {
    const loan = chargesOf(lent);
    expect(exact(loan.principal)).toEqual(['0', '100', '100']);
    expect(exact(loan.loanOutstanding)).toEqual(['1000', '900', '800']);
    // 2% of 500, 950, 850
    expect(exact(loan.loanInterest)).toEqual(['10', '19', '17']);
    // 3.5% of the average of nil, nil, 100, 200
    expect(exact(loan.pdcDividend)).toEqual(['0', '1.75', '5.25']);
  });

  test('wait for the last spend after slippage, beyond the horizon too', () => {
    // six months late: 500 and 500, principal from 2020/21
    expect(exact(chargesOf({ ...lent, slippageMonths: '6' }).principal)).toEqual(['0', '0', '100']);
    expect(exact(chargesOf({ ...lent, baseCostByYear: byYear('500', '0', '500') }).principal)).toEqual(['0', '0', '0']);
    expect(exact(chargesOf({ ...lent, baseCostByYear: { '2018/19': '500', '2021/22': '500' } }).principal)).toEqual(['0', '0', '0']);
  });

  test('end with their term', () => {
    expect(exact(chargesOf({ ...lent, loanTermYears: '1' }).loanOutstanding)).toEqual(['1000', '0', '0']);
    expect(exact(chargesOf({ ...lent, loanTermYears: '1' }).principal)).toEqual(['0', '1000', '0']);
  });

  test('take 2% and 20 years unless stated', () => {
    const loan = chargesOf({ ...lent, loanRate: undefined, loanTermYears: undefined });
    expect(exact(loan.principal)).toEqual(['0', '50', '50']);
    // 2% of 500, 975, 925
    expect(exact(loan.loanInterest)).toEqual(['10', '19.5', '18.5']);
  });

  test('of the base year stand in the opening balance', () => {
    const loan = chargesOf({ ...lent, baseCostByYear: { '2017/18': '1000' } });
    expect(exact(loan.loanOutstanding)).toEqual(['900', '800', '700']);
    expect(exact(loan.loanInterest)).toEqual(['19', '17', '15']);
  });

  test('stand converted to PDC from 2020/21 with the reform of 2020 on', () => {
    const loan = chargesOf(lent, { pdcReform2020: true });
    expect(exact(loan.loanOutstanding)).toEqual(['1000', '900', '0']);
    expect(exact(loan.loanInterest)).toEqual(['10', '19', '0']);
    expect(exact(loan.principal)).toEqual(['0', '100', '0']);
    // the dividend of 2020/21 is on 1,000 throughout
    expect(exact(loan.pdcDividend)).toEqual(['0', '1.75', '35']);
  });
});

describe('the owner', () => {
  test('bears running cost by month of use, and all charges together', () => {
    const ran = ranWith({ baseCostByYear: byYear('1200'), lifeYears: '10', operationalMonth: '18', runningCostPerYear: '24' });
    // depreciation 60, 120, 120; dividend on average of 0, 1,140, 1,020, 900: 19.95, 37.8, 33.6; running 12, 24, 24
    expect(ran.step('capitalCharges', 'TRUST')).toEqual(['-91.95', '-181.8', '-177.6']);
    expect(exact(ran.organisation('TRUST').underlying)).toEqual(['-91.95', '-181.8', '-177.6']);
  });

  test('bears in the exit run-rate a full year of depreciation and running cost once it is open on 31 March', () => {
    const scheme = { baseCostByYear: byYear('1200'), lifeYears: '10', runningCostPerYear: '24' };
    // open in month 18: full year 144 less 60 + 12 in year
    expect(exitOf({ ...scheme, operationalMonth: '18' })).toEqual(['-72', '0', '0']);
    // open in March (month 23): one month in year, eleven more; open in April: nothing yet
    expect(exitOf({ ...scheme, operationalMonth: '23' })).toEqual(['-132', '0', '0']);
    expect(exitOf({ ...scheme, operationalMonth: '24' })).toEqual(['0', '0', '0']);
  });

  test('bears no depreciation in the exit run-rate for land, nor for an asset at the end of its life', () => {
    expect(exitOf({ baseCostByYear: byYear('1200'), assetClass: 'LAND', operationalMonth: '18', runningCostPerYear: '24' })).toEqual([
      '-12',
      '0',
      '0',
    ]);
    // life of one year from month 18: 600 more at March 2019; at March 2020 it has ended, and the 600 of the year fall away
    expect(exitOf({ baseCostByYear: byYear('1200'), lifeYears: '1', operationalMonth: '18' })).toEqual(['-600', '600', '0']);
  });
});
