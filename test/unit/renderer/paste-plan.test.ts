import { describe, expect, test } from 'vitest';
import { clipboardText } from '../../../renderer/components/grid/cell-text.ts';
import { planClear, planFill } from '../../../renderer/components/grid/fill.ts';
import { cellAt } from '../../../renderer/components/grid/grid-view.ts';
import { NO_ANSWERS, planPaste, type PasteAnswers, type PastePlan } from '../../../renderer/components/grid/paste-plan.ts';
import type { Area } from '../../../renderer/components/grid/selection.ts';
import type { Sheet } from '../../../renderer/components/grid/sheet.ts';
import { COLUMN, GROWING, SAVINGS, view } from './grid-sheet.ts';

const cell = (row: number, column: number): Area => ({ top: row, left: column, bottom: row, right: column });

function paste(
  text: string,
  selected: Area,
  { sheet = SAVINGS, answers = {} }: { sheet?: Sheet; answers?: Partial<PasteAnswers> } = {},
): PastePlan {
  const table = text.split('\n').map((row) => row.split('\t'));
  return planPaste({ view: view(sheet), unit: '£m', selected, table, answers: { ...NO_ANSWERS, ...answers } });
}

const paths = (plan: PastePlan): unknown[] =>
  plan.edits.map((edit) => ('path' in edit ? [edit.path, 'to' in edit ? edit.to : edit.kind] : edit.kind));

describe('a paste', () => {
  test('lies on the cells from the selected one, and counts what changes, what stays and what is refused', () => {
    const plan = paste('6\t90%\n4\t4\n', cell(1, COLUMN.full));
    expect(paths(plan)).toEqual([
      ['savings.S1.grossFullYearEffect', '6000000'],
      ['savings.S1.delivery', '0.9'],
      ['savings.S2.delivery', '0.04'],
    ]);
    expect(plan).toMatchObject({ unchanged: 1, refusals: [], label: 'Paste 3 cells', beyond: { rows: 0, columns: 0 } });
    expect(plan.biggest).toMatchObject({ where: 'Length of stay, Full year', from: '£5,000,000', to: '£6,000,000' });
  });

  test('refuses single cells with where and why, and keeps the rest', () => {
    const plan = paste('tbc\n####\n\n9%', cell(1, COLUMN.full));
    expect(plan.refusals.map(({ where, text }) => [where, text])).toEqual([
      ['Length of stay, Full year', 'tbc'],
      ['Agency, Full year', '####'],
      ['Strengths-based care, Full year', '9%'],
    ]);
    expect(plan.refusals[2]?.why).toContain('Allowed: an amount in £');
    expect(plan.edits).toEqual([]);
  });

  test('a blank clears, a heading and a computed cell take none', () => {
    expect(paths(paste('\n', cell(1, COLUMN.full)))).toEqual([
      ['savings.S1.grossFullYearEffect', 'clear'],
      ['savings.S2.grossFullYearEffect', 'clear'],
    ]);
    expect(paste('3.7', cell(1, COLUMN.counts))).toMatchObject({ edits: [], refusals: [], unchanged: 0 });
    expect(paste('3.8', cell(1, COLUMN.counts)).refusals).toHaveLength(1);
    expect(paste('1', cell(0, COLUMN.full)).refusals).toHaveLength(1);
  });

  test('what was copied from the grid changes nothing where it is pasted back', () => {
    const held = view();
    const table = held.rows.map((_, row) =>
      Array.from({ length: held.columnCount }, (__, column) => clipboardText(cellAt(held, { row, column }), '£m')),
    );
    for (const sheet of [SAVINGS, GROWING]) {
      const plan = planPaste({ view: view(sheet), unit: '£m', selected: cell(0, 0), table, answers: NO_ANSWERS });
      expect([plan.edits, plan.refusals, plan.beyond, plan.addedRows]).toEqual([[], [], { rows: 0, columns: 0 }, 0]);
    }
  });

  test('one cell fills a selection; a table fills one of several times its size', () => {
    const two = { top: 1, left: COLUMN.full, bottom: 2, right: COLUMN.full };
    expect(paths(paste('7', two)).map((edit) => (Array.isArray(edit) ? (edit[1] as unknown) : edit))).toEqual(['7000000', '7000000']);
    expect(paste('7\n8\n9', two).changes).toHaveLength(2);
  });

  test('names, choices, yes and no are pasted too', () => {
    expect(paths(paste('Stay\tContract cut\t5\t80%\tno', cell(1, COLUMN.label)))).toEqual([
      ['savings.S1.name', 'Stay'],
      ['savings.S1.mechanism', 'CONTRACT'],
      ['savings.S1.isRecurrent', false],
    ]);
  });

  test('what lies past the last column or row is counted', () => {
    expect(paste('1\t2\n3\t4\n5\t6', cell(5, COLUMN.counts)).beyond).toEqual({ rows: 1, columns: 1 });
  });
});

describe('questions of a paste', () => {
  test('separators are asked about once for the whole table', () => {
    const plan = paste('1.234\n5.678', cell(1, COLUMN.full));
    expect(plan.question).toMatchObject({ kind: 'convention', british: '£1,234,000', continental: '£1,234,000,000' });
    const british = paste('1.234\n5.678', cell(1, COLUMN.full), { answers: { convention: 'british' } });
    expect(british.question).toBeNull();
    expect(paths(british)).toEqual([
      ['savings.S1.grossFullYearEffect', '1234000'],
      ['savings.S2.grossFullYearEffect', '5678000'],
    ]);
  });

  test('fractions in a column of per cent are asked about once, and nothing is guessed meanwhile', () => {
    const plan = paste('0.85\n0.9', cell(1, COLUMN.delivery));
    expect(plan.question).toMatchObject({ kind: 'reading', unitKind: 'share', options: ['0.85%', '85%'] });
    expect(plan.edits).toEqual([]);
    expect(paths(paste('0.85\n0.9', cell(1, COLUMN.delivery), { answers: { readings: { share: 1 } } }))).toEqual([
      ['savings.S1.delivery', '0.85'],
      ['savings.S2.delivery', '0.9'],
    ]);
  });

  test('tenfold jumps are pointed out, and £000 in a column of £m can be read so', () => {
    const plan = paste('5500\n4100', cell(1, COLUMN.full));
    expect(plan.jumps).toHaveLength(2);
    expect(plan.canTakeSuggestions).toBe(true);
    const taken = paste('5500\n4100', cell(1, COLUMN.full), { answers: { takesSuggestions: true } });
    expect(taken.jumps).toEqual([]);
    expect(paths(taken)).toEqual([
      ['savings.S1.grossFullYearEffect', '5500000'],
      ['savings.S2.grossFullYearEffect', '4100000'],
    ]);
  });
});

describe('rows past the last', () => {
  test('become new items where the sheet can grow, with the name of the first column', () => {
    const plan = paste('Fees\tCash\t1\nParking\tCash\t2\nCatering\tContract cut\t3', cell(5, COLUMN.label), { sheet: GROWING });
    expect(plan).toMatchObject({ addedRows: 2, beyond: { rows: 0, columns: 0 }, refusals: [] });
    expect(paths(plan)).toEqual([
      'addItem',
      'addItem',
      ['savings.S4.grossFullYearEffect', '1000000'],
      ['savings.N1.grossFullYearEffect', '2000000'],
      ['savings.N2.mechanism', 'CONTRACT'],
      ['savings.N2.grossFullYearEffect', '3000000'],
    ]);
    expect(plan.edits[0]).toMatchObject({ item: { name: 'Parking' } });
  });

  test('stay out where somebody wants none', () => {
    const plan = paste('1\n2\n3', cell(5, COLUMN.full), { sheet: GROWING, answers: { addsRows: false } });
    expect(plan).toMatchObject({ addedRows: 0, beyond: { rows: 1 } });
    expect(plan.refusals).toHaveLength(1);
  });

  test('an empty sheet grows from nothing', () => {
    expect(paste('Parking\tCash\t2', cell(0, 0), { sheet: { ...GROWING, rows: [] } })).toMatchObject({ addedRows: 1 });
  });
});

describe('fill and clear', () => {
  test('down: the first row over the others, to the last digit, without range and source', () => {
    const filled = planFill(view(), { top: 4, left: COLUMN.full, bottom: 5, right: COLUMN.delivery }, 'down');
    expect(filled?.edits).toEqual([
      { kind: 'setInputField', path: 'savings.S4.grossFullYearEffect', field: 'value', to: '10000000' },
      { kind: 'setInputField', path: 'savings.S4.delivery', field: 'value', to: '0.855' },
    ]);
    expect(filled?.label).toBe('Fill down 4 cells from Strengths-based care');
  });

  test('one cell takes from the cell above it, or before it', () => {
    expect(planFill(view(), cell(2, COLUMN.full), 'down')?.edits).toMatchObject([
      { path: 'savings.S2.grossFullYearEffect', to: '5000000' },
    ]);
    expect(planFill(view(), cell(0, COLUMN.full), 'down')).toBeNull();
    expect(planFill(view(), cell(1, COLUMN.full), 'right')?.edits).toEqual([]);
    expect(planFill(view(), cell(1, COLUMN.how), 'right')).toBeNull();
  });

  test('a blank fills blanks, what is computed stays', () => {
    expect(planFill(view(), { top: 2, left: COLUMN.delivery, bottom: 4, right: COLUMN.counts }, 'down')?.edits).toEqual([
      { kind: 'clear', path: 'savings.S3.delivery' },
    ]);
  });

  test('clear takes figures and leaves names, lists without a blank, and what is computed', () => {
    const cleared = planClear(view(), { top: 0, left: 0, bottom: 6, right: 5 });
    expect(cleared.edits.map((edit) => edit.kind === 'clear' && edit.path)).toEqual([
      'savings.S1.grossFullYearEffect',
      'savings.S1.delivery',
      'savings.S2.grossFullYearEffect',
      'savings.S3.grossFullYearEffect',
      'savings.S3.delivery',
    ]);
    expect(planClear(view(), cell(1, COLUMN.full)).label).toBe('Clear Full year of Length of stay');
  });
});
