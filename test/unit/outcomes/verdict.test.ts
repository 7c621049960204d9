import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../shared/outcomes/verdict.ts';
import { bareScenario, building, byYear, cost, income, run, runOf, saving, type Stated } from '../../support/bare-system.ts';
import { project } from '../../../shared/engine/project.ts';
import { outcomesOf } from '../../../shared/outcomes/positions.ts';
import { verdictOf } from '../../../shared/outcomes/verdict.ts';

/* model-spec §10: three tests, always together, of the target year. Amounts in millions, so that the words can be read. */

const M = '000000';
const surplus = (organisation: string, millions: string): NonNullable<Stated['lines']>[number] =>
  income({ organisation, baseAmount: `${millions}${M}` });
const deficit = (organisation: string, millions: string): NonNullable<Stated['lines']>[number] =>
  cost({ organisation, baseAmount: `${millions}${M}` });
const once = (millions: string): NonNullable<Stated['savings']>[number] =>
  saving({ profile: { kind: 'NON_RECURRENT', amountByYear: byYear('0', '0', `${millions}${M}`) } });
const verdict = (stated: Stated): Verdict => run(stated).verdict();
const controlTotal = (organisation: string, amount: string) => ({ organisation, amountByYear: byYear(amount, amount, amount) });

describe('the four texts', () => {
  test('in year and underlying', () => {
    const found = verdict({ lines: [surplus('TRUST', '1')] });
    expect(found.text).toBe('Balanced and sustainable');
    expect([found.inYear, found.underlying, found.controlTotal]).toEqual([true, true, null]);
  });

  test('in year only: what it stands on is reported less underlying', () => {
    // −3 + 5 of one-off savings
    const found = verdict({ lines: [deficit('TRUST', '3')], savings: [once('5')] });
    expect(found.text).toBe('Balanced in year on non-recurrent support of £5.0m');
    expect([found.inYear, found.underlying]).toEqual([true, false]);
  });

  test('neither: short by the reported deficit', () => {
    expect(verdict({ lines: [deficit('TRUST', '3')], savings: [once('1')] }).text).toBe('Not balanced: £2.0m short');
  });

  test('underlying only: one-off cost hides a balance', () => {
    const lines = [
      income({ organisation: 'TRUST', baseAmount: `1${M}` }),
      cost({ organisation: 'TRUST', baseAmount: '0', nonRecurrentByYear: byYear('0', '0', `4${M}`) }),
    ];
    expect(verdict({ lines }).text).toBe('Not balanced in year; underlying balance');
  });

  test('take equality as balance, within the tolerance', () => {
    expect(verdict({}).text).toBe('Balanced and sustainable');
    expect(verdict({ lines: [cost({ organisation: 'TRUST', baseAmount: '0.0000009' })] }).text).toBe('Balanced and sustainable');
    expect(verdict({ lines: [cost({ organisation: 'TRUST', baseAmount: '1000000' })] }).inYear).toBe(false);
  });

  test('never call an amount nil that is not', () => {
    const short = (amount: string): string => verdict({ lines: [cost({ organisation: 'TRUST', baseAmount: amount })] }).text;
    expect(short('50000')).toBe('Not balanced: £0.1m short');
    expect(short('49999')).toBe('Not balanced: £50k short');
    expect(short('499')).toBe('Not balanced: £499 short');
    expect(short('0.3')).toBe('Not balanced: £0.30 short');
  });

  test('are those of the target year, not of others', () => {
    const lines = [income({ organisation: 'TRUST', baseAmount: '0', explicitByYear: byYear('0', `9${M}`, '0') }), deficit('TRUST', '3')];
    expect(runOf(bareScenario({ lines, targetYear: '2019/20' })).verdict().text).toBe('Balanced and sustainable');
    expect(verdict({ lines }).text).toBe('Not balanced: £3.0m short');
  });
});

describe('control totals', () => {
  test('sum over the bodies that have one', () => {
    const lines = [surplus('TRUST', '5'), deficit('COMM', '2'), deficit('CCG', '3')];
    const met = verdict({ lines, controlTotals: [controlTotal('TRUST', '0'), controlTotal('COMM', `3${M}`)] });
    // 5 − 0 and −2 − 3 is nil: met. The CCG has none and does not count.
    expect(met.controlTotal).toBe(true);
    expect(met.controlTotalVariance?.toFixed()).toBe('0');
    expect(met.text).toBe('Balanced and sustainable');
  });

  test('missed add to any of the texts', () => {
    const missed = verdict({ lines: [surplus('TRUST', '5')], controlTotals: [controlTotal('TRUST', `7${M}`)] });
    expect(missed.text).toBe('Balanced and sustainable, misses the system control total by £2.0m');
    expect(missed.controlTotal).toBe(false);
    expect(verdict({ lines: [deficit('TRUST', '5')], controlTotals: [controlTotal('TRUST', '0')] }).text).toBe(
      'Not balanced: £5.0m short, misses the system control total by £5.0m',
    );
  });

  test('are tested before support and without disposal profit', () => {
    const tested = verdict({
      lines: [surplus('TRUST', '5')],
      controlTotals: [controlTotal('TRUST', `5${M}`)],
      support: [{ id: 'PSF1', organisation: 'TRUST', allocationByYear: byYear('0', '0', `2${M}`) }],
      capital: [building({ assetClass: 'LAND', funding: [], disposal: { proceeds: `1${M}`, netBookValue: '0', month: '36' } })],
    });
    expect(tested.controlTotalVariance?.toFixed()).toBe('0');
  });

  test('of the system, where one is issued, take the place of their sum', () => {
    const stated = {
      lines: [surplus('TRUST', '5'), deficit('COMM', '2'), deficit('CCG', '3')],
      controlTotals: [controlTotal('TRUST', '0'), controlTotal('COMM', '0')],
    };
    // bodies with a control total stand at 3, whatever their own say
    expect(verdict({ ...stated, systemControlTotalByYear: { '2020/21': `3${M}` } }).controlTotal).toBe(true);
    expect(verdict({ ...stated, systemControlTotalByYear: { '2020/21': `4${M}` } }).text).toBe(
      'Balanced and sustainable, misses the system control total by £1.0m',
    );
    // issued for another year it is none
    expect(verdict({ ...stated, systemControlTotalByYear: { '2019/20': `4${M}` } }).controlTotal).toBe(true);
  });

  test('of the system alone are held against the NHS bodies', () => {
    const found = verdict({ lines: [surplus('TRUST', '5'), surplus('COUNCIL', '9')], systemControlTotalByYear: { '2020/21': `5${M}` } });
    expect(found.controlTotalVariance?.toFixed()).toBe('0');
  });
});

describe('a council that could not set a lawful budget', () => {
  const reserves = (opening: string) => [{ organisation: 'COUNCIL', opening, minimum: '0' }];

  test('in the target year overrides any other verdict', () => {
    const found = verdict({ lines: [surplus('TRUST', '9'), deficit('COUNCIL', '1')], reserves: reserves('0') });
    expect(found.text).toBe('Not balanced (unlawful council budget)');
    expect(found.unlawfulCouncilBudget).toBe(true);
    expect(found.inYear).toBe(true);
    expect(found.notes.join()).toContain('Vale Council must still find £1.0m in 2020/21');
  });

  test('in an earlier year is a warning', () => {
    const lines = [surplus('TRUST', '9'), cost({ organisation: 'COUNCIL', baseAmount: '0', explicitByYear: byYear(`2${M}`, '0', '0') })];
    const found = verdict({ lines, reserves: reserves('0') });
    expect(found.text).toBe('Balanced and sustainable');
    expect(found.unlawfulCouncilBudget).toBe(false);
    expect(found.notes).toEqual(['Warning: Vale Council must still find £2.0m in 2018/19 (s114 risk).']);
  });

  test('is none while reserves last', () => {
    const found = verdict({ lines: [surplus('TRUST', '9'), deficit('COUNCIL', '1')], reserves: reserves(`3${M}`) });
    // balanced by reserves of 1, but underlying 9 − 1 is balance too
    expect(found.text).toBe('Balanced and sustainable');
    expect(found.notes).toEqual([]);
  });
});

test.each([{ baseYear: '2017/19' }, { targetYear: '2030/31' }, { horizonYear: '2017/18' }])(
  'there is none on what was not computed: %o',
  (years) => {
    const projection = project(bareScenario({ ...years, lines: [surplus('TRUST', '1')] }));
    const found = verdictOf(projection, outcomesOf(projection));
    expect(found.text.startsWith('Not computed: ')).toBe(true);
    expect([found.inYear, found.underlying, found.controlTotal]).toEqual([false, false, null]);
  },
);

describe('notes', () => {
  const unidentified = (millions: string, delivery: string) =>
    saving({ category: 'UNIDENTIFIED', delivery, profile: { kind: 'STEP', grossFullYearEffect: `${millions}${M}`, startMonth: '12' } });

  test('say where balance rests on unidentified savings', () => {
    const found = verdict({ lines: [deficit('TRUST', '3')], savings: [unidentified('8', '0.5')] });
    expect(found.unidentified.toFixed()).toBe('4000000');
    expect(found.notes).toEqual(['Balance rests on unidentified savings of £4.0m.']);
    // without them it would balance, or with them it does not
    expect(verdict({ lines: [surplus('TRUST', '3')], savings: [unidentified('8', '0.5')] }).notes).toEqual([]);
    expect(verdict({ lines: [deficit('TRUST', '5')], savings: [unidentified('8', '0.5')] }).notes).toEqual([]);
  });

  test('say that objects are left out, and a population is none', () => {
    const scenario = bareScenario({ savings: [saving({ profile: { kind: 'STEP', grossFullYearEffect: '-1', startMonth: '12' } })] });
    const projection = project(scenario);
    expect(verdictOf(projection, outcomesOf(projection)).notes).toEqual([
      '1 object is left out because of problems; the figures are without them.',
    ]);
    expect(verdict({}).notes).toEqual([]);
  });
});
