import { describe, expect, test } from 'vitest';
import { InputPathError, inputAt, inputsOf, replaceInput } from '../../../shared/scenario/inputs-of.ts';
import type { Input } from '../../../shared/scenario/input.ts';
import { item, smallScenario } from '../../support/small-scenario.ts';

const scenario = smallScenario((written) => {
  written.prevention[0] = { ...item(written.prevention, 'P1'), lagProfile: ['0', { value: '0.5', source: 'Falls review' }] };
  written.controlTotals.push({ organisation: 'ACUTE', amountByYear: { '2017/18': '1' } });
  written.settings = { pdcDividendRate: '0.035', deliveryByRating: { RED: '0.3' } };
  written.simulation = { correlation: '0.3' };
  item(written.organisations, 'CCG').name = 'CCG';
});
const byPath = new Map(inputsOf(scenario).map((located) => [located.path, located]));

describe('inputsOf', () => {
  test.each([
    ['savings.S1.delivery', 'Rostering (S1): delivery', 'savings:S1', 'savings.delivery'],
    ['savings.S1.profile.grossFullYearEffect', 'Rostering (S1): gross full-year effect', 'savings:S1', 'savings.grossFullYearEffect'],
    ['savings.S7.benefitSplit.CCG.weight', 'Shared back office (S7): benefit split, CCG, weight', 'savings:S7', 'savings.weight'],
    ['series.pay.rateByYear.2020/21', 'Pay (pay): rate, 2020/21', 'series:pay', 'series.rateByYear'],
    ['lines.L1.baseAmount', 'Allocation (L1): base amount', 'lines:L1', 'lines.baseAmount'],
    ['capital.C1.funding.STP_PDC.share', 'Health hub (C1): funding mix, STP capital (PDC), share', 'capital:C1', 'capital.share'],
    [
      'capitalEnvelopes.STP_PDC.amountByYear.2018/19',
      'Capital envelope for STP capital (PDC): amount, 2018/19',
      'capitalEnvelopes:STP_PDC',
      'capitalEnvelopes.amountByYear',
    ],
    ['prevention.P1.lagProfile.1', 'Falls prevention (P1): lag profile, 2', 'prevention:P1', 'prevention.lagProfile'],
    [
      'controlTotals.ACUTE.amountByYear.2018/19',
      'Control total of Vale Hospitals: amount, 2018/19',
      'controlTotals:ACUTE',
      'controlTotals.amountByYear',
    ],
    [
      'controlTotals.ACUTE~2.amountByYear.2017/18',
      'Control total of Vale Hospitals: amount, 2017/18',
      'controlTotals:ACUTE',
      'controlTotals.amountByYear',
    ],
    ['populationByYear.2020/21', 'Population: 2020/21', 'population:2020/21', 'populationByYear'],
    ['deflator.rateByYear.2020/21', 'GDP deflator: rate, 2020/21', 'deflator', 'deflator.rateByYear'],
    ['settings.pdcDividendRate', 'Settings: PDC dividend rate', 'scenario', 'settings.pdcDividendRate'],
    ['settings.deliveryByRating.RED', 'Settings: delivery by rating, Red', 'deliveryByRating:RED', 'settings.deliveryByRating'],
    ['simulation.correlation', 'Simulation: correlation', 'simulation', 'simulation.correlation'],
    [
      'organisations.ACUTE.averagePayPerWte',
      'Vale Hospitals (ACUTE): average pay per WTE',
      'workforce:ACUTE',
      'organisations.averagePayPerWte',
    ],
  ])('%s', (path, label, object, kind) => {
    const located = byPath.get(path);
    expect([located?.label, located?.object, located?.kind]).toEqual([label, object, kind]);
  });

  test('every path is there once and leads to its input', () => {
    const inputs = inputsOf(scenario);
    expect(new Set(inputs.map(({ path }) => path)).size).toBe(inputs.length);
    for (const { path, input } of inputs) expect(inputAt(scenario, path)).toBe(input);
  });

  test('no input is missed: as many as the written text has values', () => {
    expect(inputsOf(scenario)).toHaveLength(JSON.stringify(scenario).split('"value":').length - 1);
  });

  test('the year of an input by year, and no year of another', () => {
    expect([byPath.get('series.pay.rateByYear.2020/21')?.year, byPath.get('lines.L1.baseAmount')?.year]).toEqual(['2020/21', undefined]);
  });

  test('a name that is the id stands once', () => {
    expect(byPath.get('controlTotals.CCG.amountByYear.2018/19')?.label).toBe('Control total of CCG: amount, 2018/19');
  });
});

describe('inputAt', () => {
  test.each([
    'savings.S9.delivery',
    'savings.S1',
    'savings.S1.delivery.value',
    'savings.S1.toString',
    'savings.0.delivery',
    'series.pay.rateByYear.2030/31',
    '',
    'name',
    'constructor',
  ])('there is none at %j', (path) => {
    expect(inputAt(scenario, path)).toBeUndefined();
  });

  test('a mistyped year with a dot in it is found', () => {
    const mistyped = smallScenario((written) => (written.populationByYear['2020.21'] = '7'));
    expect(inputAt(mistyped, 'populationByYear.2020.21')?.value).toBe('7');
  });
});

describe('replaceInput', () => {
  const share: Input = { value: '0.5', unit: 'share', source: 'Own record' };

  test('replaces one input and shares the rest', () => {
    const changed = replaceInput(scenario, 'savings.S1.delivery', share);
    expect(inputAt(changed, 'savings.S1.delivery')).toBe(share);
    expect(inputAt(scenario, 'savings.S1.delivery')?.value).toBe('0.8');
    expect(changed.lines).toBe(scenario.lines);
    expect(changed.savings).not.toBe(scenario.savings);
    expect(changed.savings[1]).toBe(scenario.savings[1]);
    expect(changed.savings[0]?.profile).toBe(scenario.savings[0]?.profile);
    expect(Array.isArray(changed.savings)).toBe(true);
  });

  test('every input can be replaced, and nothing else changes by it', () => {
    for (const { path, input } of inputsOf(scenario)) {
      const mark: Input = { ...input, note: 'replaced' };
      const changed = replaceInput(scenario, path, mark);
      expect(inputAt(changed, path)).toBe(mark);
      expect(replaceInput(changed, path, input)).toEqual(scenario);
    }
  });

  test('an unknown path is refused with its text', () => {
    const replace = () => replaceInput(scenario, 'savings.S9.delivery', share);
    expect(replace).toThrow(InputPathError);
    expect(replace).toThrow(
      'The scenario has no input at "savings.S9.delivery". Use a path that inputsOf lists, such as "savings.S2.delivery".',
    );
  });

  test('another unit is refused', () => {
    const replace = () => replaceInput(scenario, 'savings.S1.delivery', { value: '1', unit: '£' });
    expect(replace).toThrow('The input at "savings.S1.delivery" is in share, and the new one in £. Give it in share.');
    expect(replace).toThrow(expect.objectContaining({ code: 'other-unit' }));
  });
});
