import { describe, expect, test } from 'vitest';
import type { Run } from '../../support/bare-system.ts';
import { atOnce, building, byYear, contract, cost, exact, income, rates, run, saving } from '../../support/bare-system.ts';

/* model-spec §5.2, rungs L0 and L1 of §5.3, and §19 (6) to (12). */

const one = (ran: Run, id = 'S1') => {
  const found = ran.projection.savings.schemes.get(id);
  if (found === undefined) throw new RangeError(`There is no scheme ${id}.`);
  return found;
};
const fullYearEffect = (ran: Run, organisation = 'TRUST'): string[] => exact(ran.projection.fullYearEffect.get(organisation) ?? []);
/** £1,000 a year of pay at the trust, which does not grow: the base of a programme. */
const pay = cost({ organisation: 'TRUST', baseAmount: '1000', category: 'PAY' });

describe('annual programme', () => {
  test('must find again what was not recurrent', () => {
    const ran = run({
      lines: [pay],
      savings: [saving({ profile: { kind: 'PROGRAMME', rateByYear: byYear('0.1', '0.1', '0.1') }, recurrentShare: '0.75' })],
    });
    // 100 new a year: headline 100 200 300; effective 100, 0.75 × 100 + 100, 0.75 × 200 + 100; 25 a year does not recur
    expect(exact(one(ran).headline)).toEqual(['100', '200', '300']);
    expect(exact(one(ran).effective)).toEqual(['100', '175', '250']);
    expect(ran.step('timing')).toEqual(['0', '-25', '-50']);
    // underlying: −1,000 + 75, 150, 225
    expect(exact(ran.organisation('TRUST').underlying)).toEqual(['-925', '-850', '-775']);
    expect(fullYearEffect(ran)).toEqual(['0', '0', '0']);
  });

  test('is a rate of pay, agency, drugs and non-pay of its owner in the year, as the do nothing has them', () => {
    const inTrust = (category: 'AGENCY' | 'DRUGS' | 'NON_PAY' | 'CNST' | 'CAPITAL_CHARGES' | 'OTHER', baseAmount: string) =>
      cost({ id: category, organisation: 'TRUST', baseAmount, category });
    const ran = run({
      series: [rates('price', '0.1', '0.1')],
      lines: [
        cost({
          organisation: 'TRUST',
          baseAmount: '1000',
          category: 'PAY',
          priceSeries: 'price',
          nonRecurrentByYear: { '2018/19': '500' },
        }),
        inTrust('AGENCY', '100'),
        inTrust('DRUGS', '200'),
        inTrust('NON_PAY', '300'),
        inTrust('CNST', '9000'),
        inTrust('CAPITAL_CHARGES', '9000'),
        inTrust('OTHER', '9000'),
        income({ organisation: 'TRUST', baseAmount: '9000' }),
        cost({ id: 'elsewhere', organisation: 'COMM', baseAmount: '9000', category: 'PAY' }),
      ],
      flows: [contract({ baseAmount: '9000' })],
      savings: [saving({ profile: { kind: 'PROGRAMME', rateByYear: byYear('0.1', '0', '0.2') } })],
    });
    // base 1,100 + 600, 1,210 + 600, 1,210 + 600; new 170, 0, 362
    expect(exact(one(ran).headline)).toEqual(['170', '170', '532']);
    // fully recurrent unless stated
    expect(exact(one(ran).effective)).toEqual(['170', '170', '532']);
  });

  test('slips as its yearly new amounts do, and what falls beyond the horizon is lost (§19 (11))', () => {
    const ran = run({
      lines: [pay],
      savings: [
        saving({ profile: { kind: 'PROGRAMME', rateByYear: byYear('0.12', '0.12', '0.12') }, recurrentShare: '0.5', slippageMonths: '6' }),
      ],
    });
    // found 60, 60 + 60, 60 + 60; effective 60, 0.5 × 60 + 120, 0.5 × 180 + 120
    expect(exact(one(ran).effective)).toEqual(['60', '150', '210']);
    expect(ran.step('timing')).toEqual(['-60', '-90', '-150']);
    // recurrent part 30, 90, 150
    expect(exact(ran.organisation('TRUST').underlying)).toEqual(['-970', '-910', '-850']);
  });

  test('waits for its capital from April of its first year', () => {
    const ran = run({
      lines: [pay],
      capital: [building({ operationalMonth: '24', slippageMonths: '6' })],
      savings: [
        saving({
          profile: { kind: 'PROGRAMME', rateByYear: byYear('0', '0.12', '0.12') },
          capitalDependencies: ['C1'],
          mobilisationMonths: '3',
        }),
      ],
    });
    // planned from month 24, capital usable in month 33: 9 months. Found 0, 120 × 3/12, 120 × 9/12 + 120 × 3/12
    expect(exact(one(ran).effective)).toEqual(['0', '30', '150']);
    expect(one(ran).timing.effectiveStart).toBe(33);
  });
});

describe('percentages by year', () => {
  const custom = { kind: 'CUSTOM', grossFullYearEffect: '1000', shareByYear: byYear('0.25', '0.6', '1') } as const;

  test('25/60/100 slipped six months is 12.5/42.5/80', () => {
    const ran = run({ savings: [saving({ profile: custom, slippageMonths: '6' })] });
    expect(exact(one(ran).headline)).toEqual(['250', '600', '1000']);
    expect(exact(one(ran).effective)).toEqual(['125', '425', '800']);
  });

  test('slip by increments, also by more than a year', () => {
    const ran = run({ savings: [saving({ profile: custom, slippageMonths: '15' })] });
    // increments 25 35 40; 15 months is a year and a quarter: 0; 25 × 9/12; + 25 × 3/12 + 35 × 9/12 = 18.75 + 6.25 + 26.25
    expect(exact(one(ran).effective)).toEqual(['0', '187.5', '512.5']);
  });

  test('take the longer of own slippage and the wait for capital, counted from April of the first year', () => {
    const late = { kind: 'CUSTOM', grossFullYearEffect: '1000', shareByYear: byYear('0', '0.5', '1') } as const;
    const waits = { profile: late, capitalDependencies: ['C1'] };
    const capital = [building({ operationalMonth: '30' })];
    // month 30 is six months after April 2019: 25%, 75%
    expect(exact(one(run({ capital, savings: [saving({ ...waits, slippageMonths: '3' })] })).effective)).toEqual(['0', '250', '750']);
    // own slippage of 12 is longer
    expect(exact(one(run({ capital, savings: [saving({ ...waits, slippageMonths: '12' })] })).effective)).toEqual(['0', '0', '500']);
  });

  test('do not wait for capital that opens before them', () => {
    const ran = run({
      capital: [building({ operationalMonth: '6' })],
      savings: [saving({ profile: custom, capitalDependencies: ['C1'] })],
    });
    expect(exact(one(ran).effective)).toEqual(['250', '600', '1000']);
  });

  test('have a full-year effect only with an exit share (§19 (10))', () => {
    const terms = { delivery: '0.8', cashReleasingShare: '0.5' };
    expect(fullYearEffect(run({ savings: [saving({ profile: custom, ...terms })] }))).toEqual(['0', '0', '0']);
    const exits = { ...custom, exitShareByYear: byYear('0.4', '0.8', '1') };
    // (40 − 25)%, (80 − 60)%, nil of 1,000, × 0.5 × 0.8
    expect(fullYearEffect(run({ savings: [saving({ profile: exits, ...terms })] }))).toEqual(['60', '80', '0']);
  });
});

describe('one-off amounts', () => {
  test('are never carried, slip as spend does, and are not underlying', () => {
    const ran = run({
      savings: [saving({ profile: { kind: 'NON_RECURRENT', amountByYear: byYear('0', '120', '60') }, slippageMonths: '3' })],
    });
    // 120 × 9/12; 120 × 3/12 + 60 × 9/12; the rest of 60 beyond the horizon
    expect(exact(one(ran).headline)).toEqual(['0', '120', '60']);
    expect(exact(one(ran).effective)).toEqual(['0', '90', '75']);
    expect(exact(ran.organisation('TRUST').reported)).toEqual(['0', '90', '75']);
    expect(exact(ran.organisation('TRUST').underlying)).toEqual(['0', '0', '0']);
    expect(exact(ran.organisation('TRUST').exitRunRate)).toEqual(['0', '0', '0']);
  });
});

describe('a scheme of the non-recurrent category', () => {
  test('is one-off whatever its profile: in reported, not in underlying, with nothing carried on', () => {
    const profiles = [
      { kind: 'STEP', grossFullYearEffect: '1200', startMonth: '18' },
      { kind: 'CUSTOM', grossFullYearEffect: '1200', shareByYear: byYear('0.5', '1', '1'), exitShareByYear: byYear('1', '1', '1') },
    ] as const;
    for (const profile of profiles) {
      const trust = run({ savings: [saving({ category: 'NON_RECURRENT', profile, delivery: '0.5' })] }).organisation('TRUST');
      expect(exact(trust.reported)).toEqual(['300', '600', '600']);
      expect(exact(trust.underlying)).toEqual(['0', '0', '0']);
      expect(exact(trust.exitRunRate)).toEqual(['0', '0', '0']);
    }
  });
});

describe('ramps', () => {
  test('start at the later of own start with slippage and capital with mobilisation', () => {
    const savings = [saving({ profile: atOnce('1200'), slippageMonths: '2', capitalDependencies: ['C1'], mobilisationMonths: '1' })];
    // capital in month 17 + 1 = 18: 6 of 12 months
    expect(exact(one(run({ savings, capital: [building({ operationalMonth: '17' })] })).effective)).toEqual(['600', '1200', '1200']);
    // capital in month 12 + 1 = 13, own start 14: 10 of 12 months
    expect(exact(one(run({ savings, capital: [building({ operationalMonth: '12' })] })).effective)).toEqual(['1000', '1200', '1200']);
  });

  test('wait for the last of several capital schemes, named or naming', () => {
    const ran = run({
      capital: [building({ operationalMonth: '15' }), building({ id: 'C2', operationalMonth: '18', enables: ['S1'] })],
      savings: [saving({ profile: atOnce('1200'), capitalDependencies: ['C1'] })],
    });
    expect(exact(one(ran).effective)).toEqual(['600', '1200', '1200']);
  });

  test('are delayed by capital that fails its funding test as well; what is left is not available (§19 (12))', () => {
    const ran = run({
      capital: [building({ baseCostByYear: byYear('100'), operationalMonth: '18' })],
      capitalEnvelopes: [{ source: 'OTHER_PDC', amountByYear: byYear('50') }],
      savings: [saving({ profile: atOnce('1200'), capitalDependencies: ['C1'] })],
    });
    expect(ran.step('headline')).toEqual(['1200', '1200', '1200']);
    expect(ran.step('timing')).toEqual(['-600', '0', '0']);
    expect(ran.step('capitalNotAvailable')).toEqual(['-600', '-1200', '-1200']);
    expect(exact(ran.organisation('TRUST').reported)).toEqual(['0', '0', '0']);
    expect(fullYearEffect(ran)).toEqual(['0', '0', '0']);
  });

  test('that start after the horizon add nothing', () => {
    const ran = run({ savings: [saving({ profile: { kind: 'STEP', grossFullYearEffect: '1200', startMonth: '48' } })] });
    expect(exact(ran.outcomes.system.headline)).toEqual(['0', '0', '0']);
    expect(fullYearEffect(ran)).toEqual(['0', '0', '0']);
  });

  test('are worth twelve months at their level of 31 March in the exit run-rate', () => {
    const linear = run({
      savings: [saving({ profile: { kind: 'LINEAR', grossFullYearEffect: '1200', startMonth: '12', rampMonths: '24' }, delivery: '0.5' })],
    });
    // in year 1/4, 3/4, 1 of 600; level 1/2, 1, 1: 300 − 150, 600 − 450, nil
    expect(exact(linear.organisation('TRUST').reported)).toEqual(['150', '450', '600']);
    expect(fullYearEffect(linear)).toEqual(['150', '150', '0']);
    expect(exact(linear.organisation('TRUST').exitRunRate)).toEqual(['300', '600', '600']);
    // a step in month 21 (three months) is worth all twelve
    expect(
      fullYearEffect(run({ savings: [saving({ profile: { kind: 'STEP', grossFullYearEffect: '1200', startMonth: '21' } })] })),
    ).toEqual(['900', '0', '0']);
  });
});

describe('real prices (§1.3, §19 (6))', () => {
  const deflator = { vintage: 'Autumn Budget 2017', rateByYear: byYear('0.1', '0.1', '0.2') };
  const nominal = (profile: Parameters<typeof saving>[0]['profile'], more: object = {}) =>
    run({ deflator, lines: [pay], savings: [saving({ profile, priceBasis: 'REAL', ...more })] });

  test('become nominal by the deflators of all years to their own', () => {
    // × 1.1, × 1.21, × 1.452
    expect(exact(one(nominal(atOnce('1000'))).deliverable)).toEqual(['1100', '1210', '1452']);
    expect(exact(one(nominal({ kind: 'NON_RECURRENT', amountByYear: byYear('0', '100', '0') })).deliverable)).toEqual(['0', '121', '0']);
    expect(exact(one(nominal({ kind: 'CUSTOM', grossFullYearEffect: '1000', shareByYear: byYear('0', '0', '1') })).deliverable)).toEqual([
      '0',
      '0',
      '1452',
    ]);
  });

  test('hold for the full-year effect too', () => {
    // half a year in 2018/19: 500 × 1.1 in year and as much again
    expect(fullYearEffect(nominal({ kind: 'STEP', grossFullYearEffect: '1000', startMonth: '18' }))).toEqual(['550', '0', '0']);
  });

  test('do not touch a programme, whose base is nominal, nor running and one-off costs', () => {
    expect(exact(one(nominal({ kind: 'PROGRAMME', rateByYear: byYear('0.1') })).deliverable)).toEqual(['100', '100', '100']);
    const costs = nominal(atOnce('1000'), { runningCostPerYear: '120', implementationCostByYear: byYear('0', '50') });
    expect(costs.step('implementation')).toEqual(['-120', '-170', '-120']);
  });

  test('leave nominal amounts as they are, and use the tool default where no deflator is entered', () => {
    expect(exact(one(run({ deflator, savings: [saving({ profile: atOnce('1000') })] })).deliverable)).toEqual(['1000', '1000', '1000']);
    const byDefault = run({ savings: [saving({ profile: atOnce('1000'), priceBasis: 'REAL' })] });
    // 1.5% a year: 1,015, 1,030.225, 1,045.678375
    expect(exact(one(byDefault).deliverable)).toEqual(['1015', '1030.225', '1045.678375']);
  });
});
