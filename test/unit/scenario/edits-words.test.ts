import { describe, expect, test } from 'vitest';
import type { Edit, SingleEdit } from '../../../shared/scenario/edit-kinds.ts';
import { applyEdit } from '../../../shared/scenario/edits.ts';
import { changesBetween, redoWords, undoWords } from '../../../shared/scenario/history.ts';
import { smallScenario } from '../../support/small-scenario.ts';

const start = smallScenario();
const FLOW = { id: 'F1', name: 'Acute contract', payer: 'CCG', payee: 'ACUTE', contractType: 'PBR', baseAmount: '1' };
const change = (path: string, value: string): SingleEdit => ({ kind: 'setInputField', path, field: 'value', to: value });

describe('a step is called what the user did', () => {
  test.each<[string, Edit]>([
    ['Slip of C1 by 6 months', change('capital.C1.slippageMonths', '6')],
    ['Delivery of S1 to 70%', change('savings.S1.delivery', '0.7')],
    ['Base amount of L5 to £84,500,000', change('lines.L5.baseAmount', '84500000')],
    ['Rate of pay, 2019/20 to 2.8%', change('series.pay.rateByYear.2019/20', '0.028')],
    ['Gross full-year effect of S1 to £5,000,000', change('savings.S1.profile.grossFullYearEffect', '5000000')],
    ['Ramp of SH1 to 1 month', change('shifts.SH1.rampMonths', '1')],
    ['Length of stay of SH1 to 5 days', change('shifts.SH1.lengthOfStayDays', '5')],
    ['Share of funding mix of C1, Loan to 25%', change('capital.C1.funding.LOAN.share', '0.25')],
    ['Amount of control total of ACUTE, 2020/21 to (£1)', change('controlTotals.ACUTE.amountByYear.2020/21', '-1')],
    ['PDC dividend rate of the settings to 3%', change('settings.pdcDividendRate', '0.03')],
    ['Population of the scenario, 2019/20 to 203,500 people', change('populationByYear.2019/20', '203500')],
    ['Delivery of S1 to 60%', { kind: 'setInput', path: 'savings.S1.delivery', input: { value: '0.6', note: 'x' } }],
    ['Note on base amount of L5', { kind: 'setInputField', path: 'lines.L5.baseAmount', field: 'note', to: 'From the ledger' }],
    ['Source of base amount of L5', { kind: 'setInputField', path: 'lines.L5.baseAmount', field: 'source', to: 'Ledger' }],
    ['Name of S1 to Agency staff', { kind: 'setField', path: 'savings.S1.name', to: 'Agency staff' }],
    ['Name of the scenario to Plan B', { kind: 'setField', path: 'name', to: 'Plan B' }],
    ['Category of S1 to Estates', { kind: 'setField', path: 'savings.S1.category', to: 'ESTATES' }],
    ['Quality impact of S1: yes', { kind: 'setField', path: 'savings.S1.qualityImpact', to: true }],
    ['Draws of the simulation to 20000', { kind: 'setField', path: 'simulation.draws', to: 20_000 }],
    ['Profile of S1', { kind: 'setField', path: 'savings.S1.profile', to: { kind: 'NON_RECURRENT', amountByYear: {} } }],
    ['Clearing of pool of S1', { kind: 'clear', path: 'savings.S1.pool' }],
    ['New capital dependency C1', { kind: 'addItem', list: 'savings.S1.capitalDependencies', position: 0, item: 'C1' }],
    ['New flow F9', { kind: 'addItem', list: 'flows', position: 0, item: { ...FLOW, id: 'F9' } }],
    ['Copy of S1', { kind: 'duplicateItem', list: 'savings', key: 'S1', id: 'S9' }],
    ['Removal of S1', { kind: 'removeItem', list: 'savings', key: 'S1' }],
    ['Removal of control total of CCG', { kind: 'removeItem', list: 'controlTotals', key: 'CCG' }],
    ['Removal of LOAN in funding mix of C1', { kind: 'removeItem', list: 'capital.C1.funding', key: 'LOAN' }],
    ['Move of S1', { kind: 'moveItem', list: 'savings', key: 'S1', position: 2 }],
    ['Paste of 2 cells', { kind: 'several', label: 'Paste of 2 cells', edits: [change('savings.S1.delivery', '0.1')] }],
  ])('%s', (label, edit) => {
    expect(applyEdit(start, edit).label).toBe(label);
  });

  test('a slip that shrinks is told by what it is now', () => {
    const slipped = applyEdit(start, change('capital.C1.slippageMonths', '6')).scenario;
    expect(applyEdit(slipped, change('capital.C1.slippageMonths', '9')).label).toBe('Slip of C1 by 3 months');
    expect(applyEdit(slipped, change('capital.C1.slippageMonths', '2')).label).toBe('Slippage of C1 to 2 months');
  });

  test('undo and redo take up the name', () => {
    expect(undoWords('Slip of C1 by 6 months')).toBe('Undo slip of C1 by 6 months');
    expect(redoWords('PDC dividend rate of the settings to 3%')).toBe('Redo PDC dividend rate of the settings to 3%');
  });
});

describe('the history of values', () => {
  test('holds old and new of each input with what is known about it, and nothing else', () => {
    const { scenario } = applyEdit(start, { kind: 'setInput', path: 'savings.S1.delivery', input: { value: '0.60', source: 'Audit' } });
    expect(changesBetween(start, scenario)).toEqual([
      {
        path: 'savings.S1.delivery',
        label: 'Delivery of S1',
        before: { value: '0.8', unit: 'share' },
        after: { value: '0.6', unit: 'share', source: 'Audit' },
      },
    ]);
  });

  test('holds every field of an item that comes or goes, and lists of references as a whole', () => {
    const removed = changesBetween(start, applyEdit(start, { kind: 'removeItem', list: 'declaredPairs', key: 'D1' }).scenario);
    expect(removed.map(({ path, label, after }) => [path, label, after])).toEqual([
      ['declaredPairs.D1.id', 'Id of D1', null],
      ['declaredPairs.D1.first', 'First of D1', null],
      ['declaredPairs.D1.second', 'Second of D1', null],
      ['declaredPairs.D1.sharedShare', 'Share of the smaller scheme that both claim of D1', null],
    ]);
    const enabled = applyEdit(start, { kind: 'addItem', list: 'capital.C1.enables', position: 0, item: 'S7' }).scenario;
    expect(changesBetween(start, enabled)).toMatchObject([{ path: 'capital.C1.enables', before: ['SH1'], after: ['S7', 'SH1'] }]);
  });

  test('passes over a move', () => {
    expect(changesBetween(start, applyEdit(start, { kind: 'moveItem', list: 'savings', key: 'S1', position: 3 }).scenario)).toEqual([]);
  });
});
