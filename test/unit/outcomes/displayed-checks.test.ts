import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { project } from '../../../shared/engine/project.ts';
import { decimal } from '../../../shared/money/decimal.ts';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import { checksOf, masterCheck, tablesFoot } from '../../../shared/outcomes/displayed-checks.ts';
import { outcomesOf } from '../../../shared/outcomes/positions.ts';
import { tableOf, type Grid } from '../../../shared/outcomes/shown-grid.ts';
import { footing, footingFault, type Shown, type ShownTable } from '../../../shared/outcomes/shown-table.ts';
import { displayedTables } from '../../../shared/outcomes/tables.ts';
import { scenarioArbitrary } from '../../support/scenario-arbitrary.ts';
import { smallScenario } from '../../support/small-scenario.ts';

/* C12 of model-spec §12: displayed tables foot. In these cases the step is £1, so amounts are read as they stand. */

const STEP = decimal('1');
const shown = (exact: string, figure: string): Shown => ({ exact: decimal(exact), figure: decimal(figure) });
const plain = (amount: string): Shown => shown(amount, amount);

describe('one sum', () => {
  test('holds where exact amounts and shown figures both add up', () => {
    // 1.4 + 1.4 = 2.8, shown as 1 + 2 = 3
    const sum = footing('sum', { parts: [shown('1.4', '1'), shown('1.4', '2')], total: shown('2.8', '3') });
    expect(sum.rounding.toFixed()).toBe('0');
    expect(footingFault(sum, STEP)).toBeUndefined();
  });

  test('holds with a line of rounding that says what is open', () => {
    // 1 + 1 is shown beside a total of 3, so the line says 1
    const sum = footing('sum', { parts: [shown('1.4', '1'), shown('1.4', '1')], total: shown('2.8', '3') });
    expect(sum.rounding.toFixed()).toBe('1');
    expect(footingFault(sum, STEP)).toBeUndefined();
  });

  test('fails where the amounts themselves do not add up', () => {
    const sum = footing('sum', { parts: [plain('1'), plain('1')], total: plain('3') });
    expect(footingFault(sum, STEP)).toBe('sum: the amounts differ by £1.00');
  });

  test('fails where a figure stands a whole step from its amount', () => {
    const sum = footing('sum', { parts: [shown('1', '2'), shown('2', '1')], total: plain('3') });
    expect(footingFault(sum, STEP)).toBe('sum: £1.00 is shown as £2');
  });

  test('fails where the shown figures miss the total', () => {
    const sum = footing('sum', { parts: [shown('1.4', '1'), shown('1.4', '1')], total: shown('2.8', '3') });
    expect(footingFault({ ...sum, rounding: decimal('0') }, STEP)).toBe('sum: the figures shown differ by £1');
  });
});

describe('a table', () => {
  const grid: Grid = {
    id: 'grid',
    title: 'Grid',
    unit: '£',
    columns: ['Asked', 'Given'],
    rows: [
      { label: 'First', entries: [shown('1.4', '1'), plain('1')] },
      { label: 'Second', entries: [shown('1.4', '1'), 'none'] },
    ],
    total: { label: 'All', entries: [shown('2.8', '3'), plain('1')] },
  };
  const lines = (table: ShownTable): string[] =>
    table.rows.map(({ label, cells }) =>
      [label, ...cells.map((cell) => (cell.kind === 'money' ? cell.shown.figure.toFixed() : cell.text))].join('|'),
    );

  test('prints a row for what its columns leave open, and only where they do', () => {
    expect(lines(tableOf(grid))).toEqual(['First|1|1', 'Second|1|none', 'Rounding|1|', 'All|3|1']);
  });

  test('prints a column for what its rows leave open, before their total', () => {
    const across: Grid = {
      ...grid,
      columns: ['Part', 'Rest', 'Whole'],
      rows: [{ label: 'First', entries: [shown('0.6', '1'), shown('0.6', '1'), shown('1.2', '1')] }],
      total: undefined,
      across: [{ parts: ['Part', 'Rest'], total: 'Whole' }],
    };
    const table = tableOf(across);
    expect(table.columns).toEqual(['Part', 'Rest', 'Rounding', 'Whole']);
    expect(lines(table)).toEqual(['First|1|1|-1|1']);
  });

  test('fails C12 by its first sum that does not foot', () => {
    expect(tablesFoot([tableOf(grid)])).toEqual({ id: 'C12', holds: true, detail: 'Displayed tables foot' });
    const wrong = { ...grid, total: { label: 'All', entries: [shown('2.8', '3'), plain('2')] } };
    expect(tablesFoot([tableOf(grid), tableOf(wrong)])).toEqual({
      id: 'C12',
      holds: false,
      detail: 'Grid, Given: the amounts differ by £1.00',
    });
  });
});

describe('all checks', () => {
  test('stand in order, without C11, which needs a simulation', () => {
    const ids = checksOf(project(smallScenario())).map(({ id }) => id);
    expect(ids).toEqual(['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9', 'C10', 'C12', 'C13', 'C14']);
  });

  test('the master check names those that fail', () => {
    const holds = { holds: true, detail: '' };
    expect(masterCheck([{ id: 'C1', ...holds }])).toEqual({ id: 'master', holds: true, detail: 'All 1 checks hold' });
    const failing = [
      { id: 'C1', ...holds },
      { id: 'C5', holds: false, detail: '' },
      { id: 'C12', holds: false, detail: '' },
    ];
    expect(masterCheck(failing)).toEqual({ id: 'master', holds: false, detail: 'C5, C12 of 3 checks failed' });
  });

  test('C12 holds for the tables of random scenarios in every unit', () => {
    const units = fc.constantFrom<MoneyUnit>('£m', '£000', '£');
    const scenarios = scenarioArbitrary({ annotated: false });
    fc.assert(
      fc.property(scenarios, units, (scenario, unit) => {
        const projection = project(scenario);
        expect(tablesFoot(displayedTables({ projection, outcomes: outcomesOf(projection), unit }))).toMatchObject({ holds: true });
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });
});
