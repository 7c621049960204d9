import { expect, test } from 'vitest';
import { clipboardText, editText, shownText } from '../../../renderer/components/grid/cell-text.ts';
import { readTyped } from '../../../renderer/components/grid/entry.ts';
import type { SheetCell } from '../../../renderer/components/grid/sheet.ts';

const opening: SheetCell = {
  kind: 'input',
  path: 'capital.C1.operationalMonth',
  unit: { kind: 'months' },
  input: { value: '36', unit: 'months' },
  momentFrom: '2017/18',
};

test('a moment reads as its month in the cell, in the field and on the clipboard', () => {
  expect(shownText(opening, { places: 0, moneyUnit: '£m' })).toBe('Apr 2020');
  expect(editText(opening)).toBe('Apr 2020');
  expect(clipboardText(opening, '£m')).toBe('Apr 2020');
});

test('a moment is typed as a month, or as the number of the month', () => {
  const edits = [{ kind: 'setInputField', path: 'capital.C1.operationalMonth', field: 'value', to: '42' }];
  for (const typed of ['Oct 2020', 'october 2020', 'Oct-20', '42']) {
    expect(readTyped(typed, opening)).toMatchObject({ kind: 'kept', kept: { edits, reads: 'Oct 2020', was: 'Apr 2020' } });
  }
  expect(readTyped('Apr 2020', opening)).toMatchObject({ kind: 'kept', kept: { edits: [] } });
  expect(readTyped('soon', opening).kind).toBe('refused');
});
