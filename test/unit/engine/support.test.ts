import { describe, expect, test } from 'vitest';
import { project } from '../../../shared/engine/project.ts';
import { bareScenario, byYear, cost, exact, income, run, saving, type Run, type Stated } from '../../support/bare-system.ts';

/* model-spec §3.6, §9.2 and §19 (4), (35): STF and PSF, all or nothing against the control total, and what the toggle does. */

type Total = NonNullable<Stated['controlTotals']>[number];
const total = (organisation: string, amount: string, more: Partial<Total> = {}): Total => ({
  organisation,
  amountByYear: byYear(amount, amount, amount),
  ...more,
});
const allocated = (organisation: string, ...amounts: string[]): NonNullable<Stated['support']>[number] => ({
  id: `PSF-${organisation}`,
  organisation,
  allocationByYear: byYear(...amounts),
});
const earned = (ran: Run, organisation = 'TRUST'): string[] => exact(ran.organisation(organisation).support);

describe('the gate', () => {
  const at = (position: string, controlTotal: string): string[] =>
    earned(
      run({
        lines: [income({ organisation: 'TRUST', baseAmount: position })],
        controlTotals: [total('TRUST', controlTotal)],
        support: [allocated('TRUST', '10', '10', '10')],
      }),
    );

  test('opens at the control total, and not a penny below', () => {
    expect(at('100', '100')).toEqual(['10', '10', '10']);
    expect(at('100', '100.01')).toEqual(['0', '0', '0']);
    expect(at('100', '99')).toEqual(['10', '10', '10']);
  });

  test('opens within the tolerance of a position that the 34th digit misses (E22)', () => {
    expect(at('100', '100.0000009')).toEqual(['10', '10', '10']);
    expect(at('100', '100.0000011')).toEqual(['0', '0', '0']);
    // a trust that lands on its control total by design: a third of 100 three times over
    const thirds = run({
      lines: [income({ organisation: 'TRUST', baseAmount: '0' }), cost({ organisation: 'TRUST', baseAmount: '100', category: 'PAY' })],
      savings: ['S1', 'S2', 'S3'].map((id) =>
        saving({
          id,
          delivery: '0.333333333333333333333333333333',
          profile: { kind: 'STEP', grossFullYearEffect: '100', startMonth: '12' },
        }),
      ),
      controlTotals: [total('TRUST', '0')],
      support: [allocated('TRUST', '10', '10', '10')],
    });
    expect(earned(thirds)).toEqual(['10', '10', '10']);
  });

  test('tests the position after risk-share and before support', () => {
    const terms = { gainWeight: '0.5', lossWeight: '0.5', targetByYear: byYear('0', '0', '0') };
    const ran = run({
      lines: [income({ organisation: 'TRUST', baseAmount: '100' })],
      riskShares: [
        {
          id: 'R1',
          name: 'Agreement',
          participants: [
            { organisation: 'TRUST', ...terms },
            { organisation: 'COMM', ...terms },
          ],
        },
      ],
      controlTotals: [total('TRUST', '60'), total('COMM', '50')],
      support: [allocated('TRUST', '10', '10', '10'), allocated('COMM', '10', '10', '10')],
    });
    // 50 each after sharing: the trust misses 60 although it began at 100, the other reaches 50 although it began at nil
    expect(earned(ran, 'TRUST')).toEqual(['0', '0', '0']);
    expect(earned(ran, 'COMM')).toEqual(['10', '10', '10']);
  });

  test('is each provider own: support of one never enters the test of another', () => {
    const ran = run({
      lines: [income({ organisation: 'TRUST', baseAmount: '100' }), income({ organisation: 'COMM', baseAmount: '95' })],
      controlTotals: [total('TRUST', '100'), total('COMM', '100')],
      support: [allocated('TRUST', '50', '50', '50'), allocated('COMM', '50', '50', '50')],
    });
    expect(earned(ran, 'TRUST')).toEqual(['50', '50', '50']);
    expect(earned(ran, 'COMM')).toEqual(['0', '0', '0']);
  });

  test('is tested year by year, and a year without an allocation has none', () => {
    const ran = run({
      lines: [income({ organisation: 'TRUST', baseAmount: '100', explicitByYear: { '2019/20': '10', '2020/21': '100' } })],
      controlTotals: [total('TRUST', '50')],
      support: [allocated('TRUST', '10', '10')],
    });
    expect(earned(ran)).toEqual(['10', '0', '0']);
    const years = ran.projection.settlement.support.get('PSF-TRUST');
    expect(years?.[3]).toBeUndefined();
    // 10 less 50
    expect(years?.[2]?.distanceToGate?.toFixed()).toBe('-40');
    expect(years?.[2]?.atStake.toFixed()).toBe('10');
  });
});

describe('what is earned', () => {
  const ran = (more: object, settings: object = {}): Run =>
    run({
      settings,
      lines: [income({ organisation: 'TRUST', baseAmount: '100' })],
      controlTotals: [total('TRUST', '0')],
      support: [{ ...allocated('TRUST', '10', '10', '10'), ...more }],
    });

  test('is the finance share and as much of the access share as is achieved', () => {
    // 70% + 30% × achieved
    expect(earned(ran({ accessAchievedByYear: byYear('0.5', '0', '1') }))).toEqual(['8.5', '7', '10']);
    expect(earned(ran({ financeShare: '0.4', accessShare: '0.6', accessAchievedByYear: byYear('0.5', '0', '1') }))).toEqual([
      '7',
      '4',
      '10',
    ]);
  });

  test('is in reported, and in underlying only where support counts as recurrent', () => {
    expect(exact(ran({}).organisation('TRUST').reported)).toEqual(['110', '110', '110']);
    expect(exact(ran({}).organisation('TRUST').underlying)).toEqual(['100', '100', '100']);
    expect(exact(ran({}, { psfIsRecurrent: true }).organisation('TRUST').underlying)).toEqual(['110', '110', '110']);
  });

  test('is no part of the variance against the control total', () => {
    expect(exact(ran({}).organisation('TRUST').variance)).toEqual(['100', '100', '100']);
  });
});

describe('support in the base year (§3.5, §3.7)', () => {
  const received = (line: object, psfIsRecurrent: boolean): Run =>
    run({
      settings: { psfIsRecurrent },
      lines: [
        income({ organisation: 'TRUST', baseAmount: '100' }),
        income({ id: 'STF', organisation: 'TRUST', baseAmount: '0', category: 'STF_PSF', ...line }),
      ],
    });
  const baseYear = (ran: Run): (string | undefined)[] => [
    ran.organisation('TRUST').reported[0]?.toFixed(),
    ran.organisation('TRUST').underlying[0]?.toFixed(),
  ];

  test('is in reported, in underlying only where it counts as recurrent, and does not roll forward', () => {
    const once = { nonRecurrentByYear: { '2017/18': '40' } };
    expect(baseYear(received(once, false))).toEqual(['140', '100']);
    expect(baseYear(received(once, true))).toEqual(['140', '140']);
    expect(exact(received(once, false).organisation('TRUST').reported)).toEqual(['100', '100', '100']);
  });

  test('entered as recurrent rolls forward, and still is not underlying', () => {
    const recurrent = { baseAmount: '40' };
    expect(exact(received(recurrent, false).organisation('TRUST').reported)).toEqual(['140', '140', '140']);
    expect(exact(received(recurrent, false).organisation('TRUST').underlying)).toEqual(['100', '100', '100']);
    expect(exact(received(recurrent, true).organisation('TRUST').underlying)).toEqual(['140', '140', '140']);
  });
});

test('a control total after support is made one before it by the whole allocation, whatever is achieved (§19 (4))', () => {
  const ran = run({
    lines: [income({ organisation: 'TRUST', baseAmount: '100' })],
    controlTotals: [total('TRUST', '110', { basis: 'POST_PSF' })],
    support: [{ ...allocated('TRUST', '10', '9.99', '10'), accessAchievedByYear: byYear('0', '0', '0') }],
  });
  // 110 − 10 = 100 is met, 110 − 9.99 is not
  expect(exact(ran.organisation('TRUST').controlTotal)).toEqual(['100', '100.01', '100']);
  expect(earned(ran)).toEqual(['7', '0', '7']);
});

test('a control total after support does not take off support that is left out', () => {
  const scenario = bareScenario({
    lines: [income({ organisation: 'TRUST', baseAmount: '100' })],
    controlTotals: [total('TRUST', '110', { basis: 'POST_PSF' })],
    support: [allocated('TRUST', '10', '10', '10'), { ...allocated('TRUST', '-6', '-6', '-6'), id: 'negative' }],
  });
  const projection = project(scenario);
  expect(projection.frame.leftOut.has('support:negative')).toBe(true);
  // 110 − 10; the negative allocation is refused, and stands in nothing
  expect(exact(projection.controlTotals.get('TRUST') ?? [])).toEqual(['100', '100', '100']);
});

describe('control totals', () => {
  test('of years that are blank are none', () => {
    const ran = run({ controlTotals: [{ organisation: 'TRUST', amountByYear: { '2019/20': '5' } }] });
    expect(exact(ran.organisation('TRUST').controlTotal)).toEqual(['n/a', '5', 'n/a']);
    expect(exact(ran.organisation('TRUST').variance)).toEqual(['n/a', '-5', 'n/a']);
  });
});
