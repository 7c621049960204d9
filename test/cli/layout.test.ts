import { describe, expect, test } from 'vitest';
import { plain, tableLines, textWidth, wrapped } from '../../cli/layout.ts';
import { nearest } from '../../cli/nearest.ts';
import { decimal } from '../../shared/money/decimal.ts';
import { BLANK, money, words, type Cell, type Row, type ShownTable } from '../../shared/outcomes/shown-table.ts';

const pounds = (amount: string): Cell => money({ exact: decimal(amount), figure: decimal(amount) });

function table(columns: readonly string[], rows: readonly Row[], more: Partial<ShownTable> = {}): ShownTable {
  return { id: 'table', title: 'Table', unit: '£', columns, rows, footings: [], notes: [], ...more };
}

describe('a text', () => {
  test('is broken between words, later lines set in', () => {
    expect(wrapped('one two three four', { width: 9, first: '- ', indent: '  ' })).toEqual(['- one two', '  three', '  four']);
  });

  test('is cut where a word is longer than a line', () => {
    expect(wrapped('abcdefgh ij', { width: 6, indent: '  ' })).toEqual(['abcd', '  efgh', '  ij']);
  });

  test('of nothing is no line', () => {
    expect(wrapped(' \n\t ')).toEqual([]);
  });

  test('takes two columns for a wide character and none for an accent', () => {
    expect([textWidth('病院'), textWidth('e\u0301'), textWidth('£4.3m')]).toEqual([4, 1, 5]);
    expect(wrapped('病院病院', { width: 5 })).toEqual(['病院', '病院']);
  });

  test('keeps nothing that moves the cursor or turns the writing direction', () => {
    expect(plain('a\u001b[2Jb\rc\u202ed\u0085e\u2066')).toBe('a [2Jb c d e ');
  });
});

describe('a table', () => {
  test('hangs brackets, so that digits stand below digits', () => {
    expect(
      tableLines(
        table(
          ['Now'],
          [
            { label: 'A', cells: [pounds('-12')] },
            { label: 'B', cells: [pounds('3')] },
          ],
        ),
      ),
    ).toEqual(['£ Now', 'A (12)', 'B   3']);
  });

  test('shows nil as a stroke, and words as they are', () => {
    expect(tableLines(table(['Now', 'Then'], [{ label: 'A', cells: [pounds('0'), words('n/a')] }]))).toEqual([
      '£ Now  Then',
      'A   –   n/a',
    ]);
  });

  test('rules off: single above a subtotal, double below a total', () => {
    const rows: Row[] = [
      { label: 'Part', cells: [pounds('5')], indented: true },
      { label: 'All', cells: [pounds('5')], above: 'single', below: 'double' },
    ];
    expect(tableLines(table(['Now'], rows))).toEqual(['£      Now', '  Part   5', '       ────', 'All      5', '       ════']);
  });

  test('that is too wide goes on in further blocks, each with its labels', () => {
    const cells = ['1', '2', '3'].map(pounds);
    const lines = tableLines(table(['First', 'Second', 'Third'], [{ label: 'Row', cells }]), { width: 20 });
    expect(lines).toEqual(['£   First  Second', 'Row     1       2', '', '£   Third', 'Row     3']);
    expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(20);
  });

  test('breaks where it is meant to, but only if it must', () => {
    const wide = table(['First', 'Second', 'Third'], [{ label: 'Row', cells: ['1', '2', '3'].map(pounds) }], { newBlockAt: 'Second' });
    expect(tableLines(wide, { width: 20 })[0]).toBe('£   First');
    expect(tableLines(wide, { width: 100 })[0]).toBe('£   First  Second  Third');
  });

  test('leaves a line of rounding out of a block where it says nothing', () => {
    const rows: Row[] = [
      { label: 'Row', cells: ['1', '2', '3'].map(pounds) },
      { label: 'Rounding', isRounding: true, cells: [BLANK, BLANK, pounds('1')] },
    ];
    const lines = tableLines(table(['First', 'Second', 'Third'], rows), { width: 25 });
    expect(lines.filter((line) => line.startsWith('Rounding'))).toHaveLength(1);
  });

  test('breaks long labels and puts the figures beside their last line', () => {
    const lines = tableLines(table(['Now'], [{ label: 'All the bodies of the system together', cells: [pounds('7')] }]), { width: 30 });
    expect(lines).toEqual(['£                         Now', 'All the bodies of the', '  system together           7']);
  });
});

describe('the nearest word', () => {
  test.each([
    ['projct', 'project'],
    ['PROJECT', 'project'],
    ['cehck', 'check'],
    ['chekc', 'check'],
  ])('%s is %s', (written, meant) => {
    expect(nearest(written, ['project', 'check', 'explain', 'schema'])).toBe(meant);
  });

  test('is none where nothing is near, however long it is', () => {
    expect(nearest('banana', ['project', 'check'])).toBeUndefined();
    expect(nearest('x'.repeat(1_000_000), ['project', 'check'])).toBeUndefined();
  });
});
