import { describe, expect, test } from 'vitest';
import { byYear, exact, run, type Stated } from '../../support/bare-system.ts';

/* model-spec §8 and §19 (33), (37): money out now, benefit by year after it. */

type Scheme = NonNullable<Stated['prevention']>[number];
const scheme = (more: Partial<Scheme>): Scheme => ({
  id: 'P1',
  name: 'Falls prevention',
  investments: [{ organisation: 'COUNCIL', amountByYear: byYear('100') }],
  lagProfile: ['0', '0.5', '0.3', '0.2'],
  cashReleasingShare: '0.5',
  beneficiaries: [{ organisation: 'CCG', weight: '1' }],
  ...more,
});

test('benefit follows each year of spend, starting with the year itself', () => {
  const ran = run({
    prevention: [
      scheme({ investments: [{ organisation: 'COUNCIL', amountByYear: byYear('100', '200') }], lagProfile: ['0.1', '0.5', '0.3'] }),
    ],
  });
  // 100 × .1; 100 × .5 + 200 × .1; 100 × .3 + 200 × .5
  expect(exact(ran.projection.prevention.get('P1')?.benefit ?? [])).toEqual(['10', '70', '130']);
});

test('a profile longer than the horizon leaves its tail after it, as cash', () => {
  const ran = run({ prevention: [scheme({ investments: [{ organisation: 'COUNCIL', amountByYear: byYear('100', '0', '100') }] })] });
  const outcome = ran.projection.prevention.get('P1');
  expect(exact(outcome?.cashReleasing ?? [])).toEqual(['0', '25', '15']);
  // of 2018/19 20 after the horizon, of 2020/21 50 + 30 + 20: half of 120
  expect(outcome?.cashAfterHorizon.toFixed()).toBe('60');
});

test('the tail is nil where everything falls inside', () => {
  expect(
    run({ prevention: [scheme({ lagProfile: ['0', '1'] })] })
      .projection.prevention.get('P1')
      ?.cashAfterHorizon.toFixed(),
  ).toBe('0');
});

test('several payers and several who gain each have their own side', () => {
  const ran = run({
    prevention: [
      scheme({
        investments: [
          { organisation: 'COUNCIL', amountByYear: byYear('60') },
          { organisation: 'CCG', amountByYear: byYear('40', '20') },
        ],
        lagProfile: ['0', '1'],
        cashReleasingShare: '0.8',
        beneficiaries: [
          { organisation: 'TRUST', weight: '0.25' },
          { organisation: 'CCG', weight: '0.75' },
        ],
      }),
    ],
  });
  // benefit nil, 100, 20; cash 80, 16
  expect(exact(ran.organisation('COUNCIL').beforeSupport)).toEqual(['-60', '0', '0']);
  expect(exact(ran.organisation('CCG').beforeSupport)).toEqual(['-40', '40', '12']);
  expect(exact(ran.organisation('TRUST').beforeSupport)).toEqual(['0', '20', '4']);
  // headline: gross by payer and beneficiary (§19 (37))
  expect(exact(ran.organisation('CCG').headline)).toEqual(['-40', '55', '15']);
  expect(exact(ran.organisation('TRUST').headline)).toEqual(['0', '25', '5']);
});

test('the part that is no cash stands in the bar not cash-releasing', () => {
  const ran = run({
    prevention: [scheme({ investments: [{ organisation: 'CCG', amountByYear: byYear('0', '100') }], lagProfile: ['0', '1'] })],
  });
  expect(ran.bars()).toEqual([
    ['preventionHeadline', '100'],
    ['headlinePlan', '100'],
    ['notCashReleasing', '-50'],
    ['reported', '50'],
  ]);
});

test('profile and cash share have tool defaults', () => {
  const ran = run({ prevention: [scheme({ lagProfile: undefined, cashReleasingShare: undefined })] });
  const outcome = ran.projection.prevention.get('P1');
  // 0, .10, .25 then .40 .40 .30 .20; half is cash
  expect(exact(outcome?.benefit ?? [])).toEqual(['0', '10', '25']);
  expect(outcome?.cashAfterHorizon.toFixed()).toBe('65');
});

describe('nothing else', () => {
  test('it stays in underlying and has no full-year effect', () => {
    const ran = run({ prevention: [scheme({})] });
    expect(exact(ran.organisation('CCG').underlying)).toEqual(['0', '25', '15']);
    expect(exact(ran.outcomes.system.underlying)).toEqual(['-100', '25', '15']);
    expect(exact(ran.outcomes.system.exitRunRate)).toEqual(['-100', '25', '15']);
  });
});
