import { placesNeeded } from './cell-text.ts';
import type { Sheet, SheetCell, SheetColumn, SheetRow } from './sheet.ts';

/** Where a cell stands among the rows in view. Column 0 holds the labels of the rows; the columns of the sheet follow. */
export type Place = { readonly row: number; readonly column: number };

/** A sheet as it is looked at: without the rows below headings that are folded. */
export type GridView = {
  readonly sheet: Sheet;
  readonly rows: readonly SheetRow[];
  /** Rows that have rows below them to fold. */
  readonly foldable: ReadonlySet<string>;
  readonly folded: ReadonlySet<string>;
  /** With the column of labels. */
  readonly columnCount: number;
  /** Decimal places by column, the labels' first. */
  readonly places: readonly number[];
};

export const LABEL_COLUMN = 'label';

const NOTHING: SheetCell = { kind: 'none' };

/** The view of a sheet with some headings folded, by their keys. */
export function viewOf(sheet: Sheet, folded: ReadonlySet<string>): GridView {
  const foldable = new Set(sheet.rows.filter((row, index) => (sheet.rows[index + 1]?.level ?? 0) > row.level).map((row) => row.key));
  return {
    sheet,
    rows: unfolded(sheet.rows, folded),
    foldable,
    folded,
    columnCount: sheet.columns.length + 1,
    places: [0, ...sheet.columns.map((_, index) => mostPlaces(sheet.rows, index))],
  };
}

function unfolded(rows: readonly SheetRow[], folded: ReadonlySet<string>): readonly SheetRow[] {
  if (folded.size === 0) return rows;
  let hiddenBelow = Infinity;
  return rows.filter((row) => {
    if (row.level > hiddenBelow) return false;
    hiddenBelow = folded.has(row.key) ? row.level : Infinity;
    return true;
  });
}

function mostPlaces(rows: readonly SheetRow[], column: number): number {
  let most = 0;
  for (const row of rows) {
    const cell = row.cells[column];
    if (cell !== undefined) most = Math.max(most, placesNeeded(cell));
  }
  return most;
}

/** The label of a row as a cell: words that can be typed over where the row has the path of a name, else words to read. */
function labelCell(row: SheetRow): SheetCell {
  if (row.labelPath === undefined) return { kind: 'derived', derived: { text: row.label } };
  return { kind: 'text', path: row.labelPath, text: row.label, isRequired: true };
}

/** The cell of a row in a column of the view; nothing can stand outside the sheet. */
export function cellOf(row: SheetRow, column: number): SheetCell {
  return column === 0 ? labelCell(row) : (row.cells[column - 1] ?? NOTHING);
}

export function cellAt(view: GridView, { row, column }: Place): SheetCell {
  const held = view.rows[row];
  return held === undefined ? NOTHING : cellOf(held, column);
}

/** The column of the sheet at a column of the view; none for the labels. */
export function columnAt(view: GridView, column: number): SheetColumn | undefined {
  return view.sheet.columns[column - 1];
}

/** What a column is called, with its group: "Counts for the system, 2020/21". */
export function columnWords(view: GridView, column: number): string {
  const held = columnAt(view, column);
  if (held === undefined) return view.sheet.rowHeading;
  return held.group === undefined ? held.label : `${held.group}, ${held.label}`;
}

/** The path that an edit of a cell names; none for what is computed. */
export function pathOf(cell: SheetCell): string | null {
  return 'path' in cell ? cell.path : null;
}

export function isEnterable(cell: SheetCell): boolean {
  return cell.kind !== 'derived' && cell.kind !== 'none';
}

/** Whether there is anything to read in a cell: Ctrl and an arrow stop at the edges of what is filled. */
export function isFilled(cell: SheetCell): boolean {
  switch (cell.kind) {
    case 'input':
      return cell.input !== null;
    case 'text':
      return cell.text !== '';
    case 'choice':
      return cell.chosen !== '';
    case 'derived':
      return !('text' in cell.derived) || cell.derived.text !== '';
    case 'flag':
      return true;
    case 'none':
      return false;
  }
}

/** The name of a cell among those of its sheet, the same after every edit: that of `changed`. */
export function cellKey(rowKey: string, columnId: string): string {
  return `${rowKey} ${columnId}`;
}

export function columnIdAt(view: GridView, column: number): string {
  return columnAt(view, column)?.id ?? LABEL_COLUMN;
}
