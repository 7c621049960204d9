import { describe, expect, test } from 'vitest';
import { bridges } from '../../../shared/outcomes/bridge.ts';
import { atOnce, building, byYear, cost, income, run, saving, shift } from '../../support/bare-system.ts';

/* model-spec §10: fixed bars in fixed order, from do nothing to reported. */

const FIXED = [
  'doNothing',
  'shiftHeadline',
  'preventionHeadline',
  'headlinePlan',
  'timing',
  'capitalNotAvailable',
  'overlap',
  'notCashReleasing',
  'deliveryRisk',
  'tariffIllusionSavings',
  'shiftDelivery',
  'tariffIllusionShift',
  'capitalCharges',
  'implementation',
  'riskShare',
  'support',
  'reserves',
  'reported',
];

describe('the bars', () => {
  test('stand in the order of the methodology, also where they are nil', () => {
    const [base, first] = bridges(run({}).projection);
    expect(base).toEqual([]);
    expect(first?.map(({ bar }) => bar)).toEqual(FIXED);
  });

  test('have one for disposal and impairment after capital charges, in every year, once one is used', () => {
    const ran = run({ capital: [building({ impairmentByYear: byYear('0', '5') })] });
    for (const year of [1, 2, 3]) {
      const bars = bridges(ran.projection)[year]?.map(({ bar }) => bar) ?? [];
      expect(bars.indexOf('disposalAndImpairment')).toBe(bars.indexOf('capitalCharges') + 1);
    }
  });

  test('carry each thing once, and add up', () => {
    const ran = run({
      lines: [income({ organisation: 'CCG', baseAmount: '1000' }), cost({ organisation: 'COUNCIL', baseAmount: '50' })],
      savings: [saving({ profile: atOnce('100'), delivery: '0.5', implementationCostByYear: byYear('0', '0', '7') })],
      shifts: [shift({ activityPerYear: '12' })],
      reserves: [{ organisation: 'COUNCIL', opening: '500', minimum: '0' }],
    });
    // shift: 12 × (100 − 60) planned, stranded 12 × (100 − 30)
    expect(ran.bars()).toEqual([
      ['doNothing', '950'],
      ['headline:PROVIDER_PRODUCTIVITY', '100'],
      ['shiftHeadline', '480'],
      ['headlinePlan', '1530'],
      ['deliveryRisk', '-50'],
      ['tariffIllusionShift', '-840'],
      ['implementation', '-7'],
      ['reserves', '50'],
      ['reported', '683'],
    ]);
  });

  test('have words of their own', () => {
    const labels =
      bridges(run({ savings: [saving({ category: 'RIGHTCARE_QIPP', profile: atOnce('1') })] }).projection)[1]?.map(({ label }) => label) ??
      [];
    expect(labels).toContain('RightCare and QIPP');
    expect(labels[0]).toBe('Do nothing');
    expect(labels.at(-1)).toBe('Reported position');
    expect(new Set(labels).size).toBe(labels.length);
  });
});
