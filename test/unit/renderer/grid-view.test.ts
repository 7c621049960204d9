import { describe, expect, test } from 'vitest';
import { cellWords } from '../../../renderer/components/grid/cell-words.ts';
import { clipboardText, editText, shownText } from '../../../renderer/components/grid/cell-text.ts';
import { cellAt, type GridView } from '../../../renderer/components/grid/grid-view.ts';
import { areaOf, placeOf, selectionAt, selectionWords, spotAt } from '../../../renderer/components/grid/selection.ts';
import type { SheetCell } from '../../../renderer/components/grid/sheet.ts';
import { COLUMN, SAVINGS, view } from './grid-sheet.ts';

const keys = (shown: GridView): string[] => shown.rows.map((row) => row.key);

function shown(held: GridView, row: number, column: number): string {
  return shownText(cellAt(held, { row, column }), { places: held.places[column] ?? 0, moneyUnit: '£m' });
}

describe('the view of a sheet', () => {
  test('a folded heading hides the rows below it, down to the next of its level', () => {
    expect([...view().foldable]).toEqual(['ACUTE', 'COUNCIL']);
    expect(keys(view(SAVINGS, ['ACUTE']))).toEqual(['ACUTE', 'COUNCIL', 'S3', 'S4', 'total']);
    expect(keys(view(SAVINGS, ['ACUTE', 'COUNCIL']))).toEqual(['ACUTE', 'COUNCIL', 'total']);
  });

  test('a column shows as many places as its figures need, two at most', () => {
    expect(view().places).toEqual([0, 0, 1, 1, 0, 0]);
    expect(shown(view(), 1, COLUMN.delivery)).toBe('80.0');
    expect(shown(view(), 4, COLUMN.delivery)).toBe('85.5');
  });

  test('cells read in brackets below nil, blank where nothing stands', () => {
    expect(shown(view(), 1, COLUMN.full)).toBe('5.0');
    expect(shown(view(), 4, COLUMN.counts)).toBe('(7.6)');
    expect(shown(view(), 5, COLUMN.counts)).toBe('–');
    expect(shown(view(), 5, COLUMN.full)).toBe('');
    expect(shown(view(), 1, COLUMN.how)).toBe('Cash');
  });

  test('the field and the clipboard have every digit', () => {
    const cell: SheetCell = { kind: 'input', path: 'a', unit: { kind: 'money', shownIn: '£m' }, input: { value: '-9812345.5', unit: '£' } };
    expect(editText(cell)).toBe('-9.8123455');
    expect(clipboardText(cell, '£m')).toBe('-9.8123455');
    expect(shownText(cell, { places: 1, moneyUnit: '£m' })).toBe('(9.8)');
    expect(clipboardText(cellAt(view(), { row: 1, column: COLUMN.delivery }), '£m')).toBe('80%');
    expect(clipboardText(cellAt(view(), { row: 4, column: COLUMN.counts }), '£000')).toBe('-7600');
    expect(editText(cellAt(view(), { row: 4, column: COLUMN.full }))).toBe('2 | 10 | 11');
  });
});

describe('where the grid stands', () => {
  test('a row that moved is found again by its name', () => {
    const spot = spotAt(view(), { row: 4, column: COLUMN.full });
    expect(placeOf(view(SAVINGS, ['ACUTE']), spot)).toEqual({ row: 2, column: COLUMN.full });
  });

  test('a row that is folded away leaves its heading, one that was removed the row that followed', () => {
    const spot = spotAt(view(), { row: 2, column: COLUMN.full });
    expect(placeOf(view(SAVINGS, ['ACUTE']), spot)).toEqual({ row: 0, column: COLUMN.full });
    const without = view({ ...SAVINGS, rows: SAVINGS.rows.filter((row) => row.key !== 'S2') });
    expect(placeOf(without, spot)).toEqual({ row: 2, column: COLUMN.full });
    expect(placeOf(view({ ...SAVINGS, rows: [] }), spot)).toEqual({ row: 0, column: COLUMN.full });
  });

  test('a column that is gone leaves the one in its place', () => {
    const spot = spotAt(view(), { row: 1, column: COLUMN.counts });
    expect(placeOf(view({ ...SAVINGS, columns: SAVINGS.columns.slice(0, 2) }), spot)).toEqual({ row: 1, column: 2 });
  });

  test('a selection is a rectangle, whichever corner it began at', () => {
    const { active } = selectionAt(view(), { row: 4, column: 3 });
    const area = areaOf(active, { row: 2, column: 1 });
    expect(area).toEqual({ top: 2, left: 1, bottom: 4, right: 3 });
    expect(selectionWords(area)).toBe('3 rows by 3 columns selected');
    expect(selectionWords(areaOf(active, active))).toBe('1 row by 1 column selected');
  });
});

describe('a cell as it is said', () => {
  const say = (row: number, column: number, state = {}): string => {
    const held = view().rows[row];
    return held === undefined ? '' : cellWords(view(), { row: held, column, state, moneyUnit: '£m' });
  };

  test('row, column, unit, content and state', () => {
    expect(say(4, COLUMN.full)).toBe('Strengths-based care, Full year, £m, 10.0, ranged');
    expect(say(1, COLUMN.full)).toBe('Length of stay, Full year, £m, 5.0, unsourced');
    expect(say(4, COLUMN.counts)).toBe('Strengths-based care, Counts for the system, 20/21, £m, (7.6), computed');
    expect(say(2, COLUMN.delivery)).toBe('Agency, Delivery, %, blank, 100% holds');
    expect(say(1, COLUMN.recurs)).toBe('Length of stay, Recurs, yes');
    expect(say(0, COLUMN.full)).toBe('Acute trust, Full year, £m, empty');
    expect(say(0, COLUMN.label)).toBe('Acute trust');
  });

  test('what is half typed, what breaks a rule, what has just changed', () => {
    const draft = { text: '4%', message: 'Type pounds.' };
    expect(say(1, COLUMN.full, { draft, problem: 'The amount is negative.', isChanged: true })).toBe(
      'Length of stay, Full year, £m, 4%, unsourced, kept as typed, not used: Type pounds., The amount is negative., changed just now',
    );
  });
});
