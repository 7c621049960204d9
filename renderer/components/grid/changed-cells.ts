import { cellKey } from './grid-view.ts';
import type { Derived, Sheet, SheetCell } from './sheet.ts';

function isSameFigure(one: Derived, other: Derived): boolean {
  if ('text' in one || 'text' in other) return 'text' in one && 'text' in other && one.text === other.text;
  return one.shown.exact.eq(other.shown.exact);
}

function isSame(one: SheetCell, other: SheetCell): boolean {
  if (one.kind === 'derived' && other.kind === 'derived') return isSameFigure(one.derived, other.derived);
  if (one.kind === 'input' && other.kind === 'input') {
    return one.input === other.input || JSON.stringify(one.input) === JSON.stringify(other.input);
  }
  if (one.kind === 'text' && other.kind === 'text') return one.text === other.text;
  if (one.kind === 'choice' && other.kind === 'choice') return one.chosen === other.chosen;
  if (one.kind === 'flag' && other.kind === 'flag') return one.isSet === other.isSet;
  return one.kind === other.kind;
}

/** The cells of which the content differs between two states of a sheet. Rows that are new count as a whole; a unit that was switched changes nothing but words. */
export function changedBetween(before: Sheet, after: Sheet): ReadonlySet<string> {
  const rows = new Map(before.rows.map((row) => [row.key, row]));
  const columns = new Map(before.columns.map((column, index) => [column.id, index]));
  const changed = new Set<string>();
  for (const row of after.rows) {
    const old = rows.get(row.key);
    if (old === row) continue;
    after.columns.forEach((column, index) => {
      const cell = row.cells[index];
      const was = old?.cells[columns.get(column.id) ?? -1];
      if (cell !== undefined && cell.kind !== 'none' && (was === undefined || !isSame(was, cell))) changed.add(cellKey(row.key, column.id));
    });
  }
  return changed;
}
