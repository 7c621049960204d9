import type { JsonObject } from '../scenario/strict-json.ts';
import type { TableRow } from './delimited.ts';
import type { Target } from './fields.ts';
import type { UnitMark } from './headings.ts';
import type { Refusal } from './read-cell.ts';
import { asMeant } from './write-csv.ts';

/* What a reading of a table is made of: its columns, what each row would do, and the cells that were not read. */

/** A cell that was not read, or a row: `column` is its letter, empty where the whole row is meant. */
export type CellFault = Refusal & { readonly row: number; readonly column: string; readonly heading: string };

/** One cell that an item would change: its heading, and what stands and would stand there, for people. */
export type CellChange = { readonly heading: string; readonly before: string; readonly after: string };

/** What a row would do. */
export type RowReading = {
  readonly number: number;
  readonly name: string;
  readonly state: 'new' | 'changed' | 'same' | 'rejected';
  readonly changes: readonly CellChange[];
  /** What was taken where the table says nothing, in words. */
  readonly notes: readonly string[];
  readonly faults: readonly CellFault[];
};

/** A column that is read: where it stands, or, with a constant, what holds for every row. */
export type Column = {
  readonly index: number;
  readonly target: Target;
  readonly mark: UnitMark | null;
  readonly letter: string;
  readonly constant: string | null;
};

/** An item as it stands, if it does, and as it would be. */
export type RowItem = { readonly id: string; readonly before: JsonObject | null; readonly after: JsonObject };

/** What a row says in a column, blanks around it and the mark before a formula taken away. */
export function writtenIn(row: TableRow, column: Column): string {
  return (column.constant ?? asMeant((row.cells[column.index] ?? '').trim())).trim();
}
