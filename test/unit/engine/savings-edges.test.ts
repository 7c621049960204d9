import { describe, expect, test } from 'vitest';
import { project } from '../../../shared/engine/project.ts';
import {
  atOnce,
  bareScenario,
  building,
  byYear,
  cost,
  exact,
  pence,
  run,
  saving,
  type Run,
  type Stated,
} from '../../support/bare-system.ts';

/* model-spec §5, §10 and §19 (10), (11), (12), (16): where rungs are nil, one-off, late, funded or between members. */

/** What a step of the savings is made of in one year: recurrent and one-off part. */
function parts(ran: Run, step: string, year: number): { recurrent: string; once: string } {
  const of = (recurrent: boolean): string =>
    ran.projection.entries
      .filter((entry) => entry.step === step && entry.year === year && entry.recurrent === recurrent)
      .map(({ amount }) => amount.toFixed())
      .join(' + ');
  return { recurrent: of(true), once: of(false) };
}
const fullYear = (ran: Run, organisation = 'TRUST'): string[] => pence(ran.projection.fullYearEffect.get(organisation) ?? []);

describe('what does not recur', () => {
  test('of a late programme is told apart in the plan and in its timing', () => {
    // 10% of 1,000 in 2018/19 and 2019/20, half recurrent. Planned 100, 200, 200 with 50, 50, nil once.
    const ran = run({
      lines: [cost({ organisation: 'TRUST', baseAmount: '1000', category: 'PAY' })],
      savings: [saving({ recurrentShare: '0.5', slippageMonths: '6', profile: { kind: 'PROGRAMME', rateByYear: byYear('0.1', '0.1') } })],
    });
    expect([1, 2, 3].map((year) => parts(ran, 'headline', year))).toEqual([
      { recurrent: '50', once: '50' },
      { recurrent: '150', once: '50' },
      { recurrent: '200', once: '' },
    ]);
    // found 50, 100, 50: L1 50, 25 + 100, 75 + 50 with 25, 50, 25 once; the change from the plan
    expect([1, 2, 3].map((year) => parts(ran, 'timing', year))).toEqual([
      { recurrent: '-25', once: '-25' },
      { recurrent: '-75', once: '' },
      { recurrent: '-100', once: '25' },
    ]);
  });

  test('is the whole of a scheme of the one-off category, whatever its profile, and nothing of it is carried on', () => {
    const profile = { kind: 'STEP', grossFullYearEffect: '100', startMonth: '18' } as const;
    const once = run({ savings: [saving({ category: 'NON_RECURRENT', profile, delivery: '0.5' })] });
    expect(exact(once.organisation('TRUST').reported)).toEqual(['25', '50', '50']);
    expect(exact(once.organisation('TRUST').underlying)).toEqual(['0', '0', '0']);
    expect(fullYear(once)).toEqual(['0.00', '0.00', '0.00']);
    // the same scheme of another category: half a year in 2018/19, a whole at its end, half of both delivered
    const carried = run({ savings: [saving({ profile, delivery: '0.5' })] });
    expect(exact(carried.organisation('TRUST').underlying)).toEqual(['25', '50', '50']);
    expect(fullYear(carried)).toEqual(['25.00', '0.00', '0.00']);
  });

  test('is the whole of a one-off profile, of any category', () => {
    const profile = { kind: 'NON_RECURRENT', amountByYear: byYear('100', '0', '60') } as const;
    const once = run({ savings: [saving({ profile, delivery: '0.5' })] });
    expect(exact(once.organisation('TRUST').reported)).toEqual(['50', '0', '30']);
    expect(exact(once.organisation('TRUST').underlying)).toEqual(['0', '0', '0']);
    expect(once.projection.savings.schemes.get('S1')?.nonRecurrentShare.map((share) => share.toFixed())).toEqual(['1', '1', '1', '1']);
  });
});

describe('the start', () => {
  const running = (scheme: Partial<Parameters<typeof saving>[0]>): string[] =>
    run({ savings: [saving({ runningCostPerYear: '12', profile: atOnce('100'), ...scheme })] }).step('implementation');

  test('of a scheme stated by year is April of its first year that is not nil, and its slippage later', () => {
    // April 2019 + 6 months: half of 12 in 2019/20
    const profiles = [
      { kind: 'CUSTOM', grossFullYearEffect: '100', shareByYear: byYear('0', '0.5', '1') },
      { kind: 'NON_RECURRENT', amountByYear: byYear('0', '50', '50') },
    ] as const;
    for (const profile of profiles) {
      expect(running({ profile })).toEqual(['0', '-12', '-12']);
      expect(running({ profile, slippageMonths: '6' })).toEqual(['0', '-6', '-12']);
      expect(running({ profile, slippageMonths: '12' })).toEqual(['0', '0', '-12']);
    }
  });

  test('of a programme likewise', () => {
    const stated: Stated = {
      lines: [cost({ organisation: 'TRUST', baseAmount: '1000', category: 'PAY' })],
      savings: [saving({ runningCostPerYear: '12', slippageMonths: '6', profile: { kind: 'PROGRAMME', rateByYear: byYear('0', '0.1') } })],
    };
    expect(run(stated).step('implementation')).toEqual(['0', '-6', '-12']);
  });

  test('of a scheme that never saves is April of the base year', () => {
    expect(running({ profile: { kind: 'NON_RECURRENT', amountByYear: byYear('0', '0') } })).toEqual(['-12', '-12', '-12']);
    expect(running({ profile: { kind: 'NON_RECURRENT', amountByYear: {} }, slippageMonths: '15' })).toEqual(['-9', '-12', '-12']);
  });

  test('before the first projected year saves nothing in the base year, whose savings are in the baseline', () => {
    const early = run({
      savings: [saving({ profile: { kind: 'LINEAR', grossFullYearEffect: '120', startMonth: '6', rampMonths: '12' } })],
    });
    const outcome = early.projection.savings.schemes.get('S1');
    // by the month, ramp from October 2017 to October 2018: in 2018/19 the first six months stand at 13/24 … 23/24, the rest at 1
    expect(outcome?.headline.map((amount) => amount.toFixed())).toEqual(['0', '105', '120', '120']);
    expect(outcome?.effective.map((amount) => amount.toFixed())).toEqual(['0', '105', '120', '120']);
    expect(outcome?.exitEffect.map((amount) => amount.toFixed())).toEqual(['0', '15', '0', '0']);
  });

  test('late or not, the base year stays nil', () => {
    const profile = { kind: 'LINEAR', grossFullYearEffect: '120', startMonth: '0', rampMonths: '12' } as const;
    const late = run({ savings: [saving({ profile, slippageMonths: '6' })] });
    expect(late.projection.savings.schemes.get('S1')?.effective.map((amount) => amount.toFixed())).toEqual(['0', '105', '120', '120']);
  });
});

describe('capital that is funded', () => {
  test('lets the scheme that waits for it save', () => {
    const ran = run({
      capital: [building({ baseCostByYear: byYear('100') })],
      savings: [saving({ capitalDependencies: ['C1'], profile: atOnce('10') })],
    });
    expect(ran.projection.savings.schemes.get('S1')?.funded).toBe(true);
    expect(exact(ran.projection.savings.schemes.get('S1')?.deliverable ?? [])).toEqual(['10', '10', '10']);
  });

  test('must be all that it waits for', () => {
    const ran = run({
      capital: [building({ baseCostByYear: byYear('100') }), building({ id: 'C2', baseCostByYear: byYear('1') })],
      capitalEnvelopes: [{ source: 'OTHER_PDC', amountByYear: byYear('100') }],
      savings: [saving({ capitalDependencies: ['C1', 'C2'], profile: atOnce('10') })],
    });
    expect([...ran.projection.capital.funding.funded]).toEqual(['C1']);
    expect(ran.projection.savings.schemes.get('S1')?.funded).toBe(false);
    expect(exact(ran.projection.savings.schemes.get('S1')?.deliverable ?? [])).toEqual(['0', '0', '0']);
  });
});

describe('a declared pair', () => {
  test('of which one begins later has a full-year effect that is a figure in every year', () => {
    const from = (id: string, startMonth: string) => saving({ id, profile: { kind: 'STEP', grossFullYearEffect: '100', startMonth } });
    const ran = run({
      savings: [from('S1', '18'), from('S2', '30')],
      declaredPairs: [{ id: 'D1', first: 'S1', second: 'S2', sharedShare: '0.5' }],
    });
    // 2018/19: S1 50, its other half still to come. 2019/20: S1 100, S2 50; shared 25, a third of it S2's: keeps 5/6 of 50, and of the 50 to come
    expect(fullYear(ran)).toEqual(['50.00', '41.67', '0.00']);
    // 2020/21: shared half of 100
    expect(pence(ran.organisation('TRUST').reported)).toEqual(['50.00', '125.00', '150.00']);
  });

  test('takes nothing of a full-year effect in a year in which its scheme has saved nothing yet', () => {
    const profile = {
      kind: 'CUSTOM',
      grossFullYearEffect: '100',
      shareByYear: byYear('0', '1', '1'),
      exitShareByYear: byYear('0.6', '1', '1'),
    } as const;
    const ran = run({
      savings: [saving({ profile: atOnce('100') }), saving({ id: 'S2', profile })],
      declaredPairs: [{ id: 'D1', first: 'S1', second: 'S2', sharedShare: '0.5' }],
    });
    // S2 stands at 60 on 31 March 2019 with nothing in the year, and nothing is shared before 2019/20
    expect(fullYear(ran)).toEqual(['60.00', '0.00', '0.00']);
  });
});

describe('between members', () => {
  const between = (scheme: Partial<Parameters<typeof saving>[0]>): boolean[] => [
    ...new Set(
      run({ savings: [saving({ profile: atOnce('100'), ...scheme })] })
        .projection.entries.filter(({ step }) => step === 'headline')
        .map(({ betweenMembers }) => betweenMembers),
    ),
  ];

  test('are contract reductions and transfers, and no others', () => {
    expect(between({ mechanism: 'TRANSFER', counterparty: 'CCG' })).toEqual([true]);
    expect(between({ organisation: 'CCG', mechanism: 'CONTRACT_REDUCTION', counterparty: 'TRUST' })).toEqual([true]);
    expect(between({ mechanism: 'CASH_EXTERNAL' })).toEqual([false]);
    expect(between({ mechanism: 'INCOME_EXTERNAL' })).toEqual([false]);
  });

  test('must name the other member, and a saving on outside spending must not: else neither is computed', () => {
    const stated = (mechanism: 'CONTRACT_REDUCTION' | 'TRANSFER' | 'CASH_EXTERNAL', counterparty?: string) =>
      project(bareScenario({ savings: [saving({ mechanism, counterparty, profile: atOnce('100') })] })).entries;
    expect(stated('CONTRACT_REDUCTION')).toEqual([]);
    expect(stated('TRANSFER')).toEqual([]);
    expect(stated('CASH_EXTERNAL', 'CCG')).toEqual([]);
  });
});
