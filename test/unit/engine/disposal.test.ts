import { describe, expect, test } from 'vitest';
import { building, byYear, exact, income, run } from '../../support/bare-system.ts';

/* model-spec §6.5 (disposal, impairment) and §19 (27): outside control totals and support, in reported, not in underlying. */

/** A building with £300 of book value and 10 years to go, sold for £500 in October 2018. */
const sold = building({
  funding: [],
  disposal: { proceeds: '500', netBookValue: '300', month: '18', remainingLifeYears: '10' },
});

describe('a disposal', () => {
  test('brings its profit once, in a bar of its own', () => {
    const ran = run({ capital: [sold] });
    expect(ran.step('disposalAndImpairment')).toEqual(['200', '0', '0']);
    expect(exact(ran.projection.capital.schemes.get('C1')?.disposalProceeds ?? [])).toEqual(['500', '0', '0']);
  });

  test('takes depreciation and dividend away from its month on', () => {
    // depreciation 30 a year: 15, 30, 30. Book value gone 285, 255, 225: 3.5% of 142.5, 270, 240 is 4.9875, 9.45, 8.4
    expect(run({ capital: [sold] }).step('capitalCharges')).toEqual(['19.9875', '39.45', '38.4']);
  });

  test('without a remaining life, as of land, takes the dividend away alone', () => {
    const land = { ...sold, disposal: { proceeds: '500', netBookValue: '300', month: '18' } };
    // 3.5% of 150, 300, 300
    expect(run({ capital: [land] }).step('capitalCharges')).toEqual(['5.25', '10.5', '10.5']);
  });

  test('at a loss costs, and stands although its scheme spends nothing', () => {
    const loss = { ...sold, disposal: { proceeds: '100', netBookValue: '300', month: '36' } };
    expect(run({ capital: [loss] }).step('disposalAndImpairment')).toEqual(['0', '0', '-200']);
  });

  test('stands although the building that was to replace it is not funded', () => {
    const ran = run({
      capital: [{ ...sold, baseCostByYear: byYear('1000'), funding: [{ source: 'OTHER_PDC', share: '1' }] }],
      capitalEnvelopes: [{ source: 'OTHER_PDC', amountByYear: byYear('1') }],
    });
    expect(ran.step('disposalAndImpairment')).toEqual(['200', '0', '0']);
  });

  test('of a council brings no relief from charges that it does not bear', () => {
    const ran = run({ capital: [{ ...sold, organisation: 'COUNCIL' }] });
    expect(ran.step('capitalCharges')).toEqual(['0', '0', '0']);
  });

  test('is in reported and not in underlying; relief from charges is in both', () => {
    const trust = run({ capital: [sold] }).organisation('TRUST');
    expect(exact(trust.reported)).toEqual(['219.9875', '39.45', '38.4']);
    expect(exact(trust.underlying)).toEqual(['19.9875', '39.45', '38.4']);
  });
});

describe('an impairment', () => {
  const impaired = building({ baseCostByYear: byYear('0'), impairmentByYear: byYear('0', '70') });

  test('costs in its year, in the same bar, and is not underlying', () => {
    const ran = run({ capital: [impaired] });
    expect(ran.step('disposalAndImpairment')).toEqual(['0', '-70', '0']);
    expect(exact(ran.organisation('TRUST').reported)).toEqual(['0', '-70', '0']);
    expect(exact(ran.organisation('TRUST').underlying)).toEqual(['0', '0', '0']);
  });
});

describe('control totals, support and risk shares', () => {
  const stated = {
    lines: [income({ organisation: 'TRUST', baseAmount: '100' })],
    controlTotals: [{ organisation: 'TRUST', amountByYear: byYear('150', '150', '100') }],
    support: [{ id: 'PSF1', organisation: 'TRUST', allocationByYear: byYear('10', '10', '10') }],
  };

  test('do not count a profit towards the control total', () => {
    const land = building({ assetClass: 'LAND', funding: [], disposal: { proceeds: '50', netBookValue: '0', month: '12' } });
    const trust = run({ ...stated, capital: [land] }).organisation('TRUST');
    // 100 + 50 reaches 150, but 50 of it is profit
    expect(exact(trust.variance)).toEqual(['-50', '-50', '0']);
    expect(exact(trust.support)).toEqual(['0', '0', '10']);
    expect(exact(trust.reported)).toEqual(['150', '100', '110']);
  });

  test('do not count an impairment against it', () => {
    const trust = run({ ...stated, capital: [building({ impairmentByYear: byYear('0', '0', '40') })] }).organisation('TRUST');
    expect(exact(trust.support)).toEqual(['0', '0', '10']);
    expect(exact(trust.reported)).toEqual(['100', '100', '70']);
  });

  test('share what is tested, without the profit', () => {
    const land = building({ assetClass: 'LAND', funding: [], disposal: { proceeds: '80', netBookValue: '0', month: '12' } });
    const ran = run({
      lines: stated.lines,
      capital: [land],
      riskShares: [
        {
          id: 'R1',
          name: 'Agreement',
          participants: [
            { organisation: 'TRUST', gainWeight: '0.5', lossWeight: '0.5', targetByYear: byYear('0', '0', '0') },
            { organisation: 'COMM', gainWeight: '0.5', lossWeight: '0.5', targetByYear: byYear('0', '0', '0') },
          ],
        },
      ],
    });
    // variance of the trust 100, not 180: half goes to the other
    expect(ran.step('riskShare', 'COMM')).toEqual(['50', '50', '50']);
    expect(exact(ran.organisation('TRUST').reported)).toEqual(['130', '50', '50']);
  });
});
