import { columnIdAt, LABEL_COLUMN, type GridView, type Place } from './grid-view.ts';

/* What is selected: the active cell, and the other corner of a rectangle of cells. */

/** A place that is found again after edits: by the names of row and column, and where those are gone by where it stood. */
export type Spot = Place & { readonly rowKey: string; readonly columnId: string };

/** Typing goes to `active`; Shift with an arrow moves `head`. */
export type Selection = { readonly active: Spot; readonly head: Spot };

/** A rectangle of cells, its edges included. */
export type Area = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

export function spotAt(view: GridView, place: Place): Spot {
  return { ...place, rowKey: view.rows[place.row]?.key ?? '', columnId: columnIdAt(view, place.column) };
}

export function selectionAt(view: GridView, place: Place): Selection {
  const spot = spotAt(view, place);
  return { active: spot, head: spot };
}

function indexOfColumn(view: GridView, id: string): number {
  return id === LABEL_COLUMN ? 0 : view.sheet.columns.findIndex((column) => column.id === id) + 1;
}

/** Where a spot is now. A row that was removed leaves its place to the one that followed it; a folded one to its heading. */
export function placeOf(view: GridView, spot: Spot): Place {
  const last = Math.max(view.rows.length - 1, 0);
  const standsWhereItWas = view.rows[spot.row]?.key === spot.rowKey;
  const row = standsWhereItWas ? spot.row : view.rows.findIndex((each) => each.key === spot.rowKey);
  const column = indexOfColumn(view, spot.columnId);
  const isGoneColumn = column === 0 && spot.columnId !== LABEL_COLUMN;
  return {
    row: row >= 0 ? row : (headingAbove(view, spot.rowKey) ?? Math.min(spot.row, last)),
    column: isGoneColumn ? Math.min(spot.column, view.columnCount - 1) : column,
  };
}

/** The row in view below which a row is folded away. */
function headingAbove(view: GridView, rowKey: string): number | null {
  const { rows } = view.sheet;
  const hidden = rows.findIndex((row) => row.key === rowKey);
  if (hidden < 0) return null;
  for (let index = hidden; index >= 0; index -= 1) {
    const shown = view.rows.findIndex((row) => row.key === rows[index]?.key);
    if (shown >= 0) return shown;
  }
  return null;
}

export function areaOf(one: Place, other: Place): Area {
  return {
    top: Math.min(one.row, other.row),
    left: Math.min(one.column, other.column),
    bottom: Math.max(one.row, other.row),
    right: Math.max(one.column, other.column),
  };
}

export function isOneCell({ top, left, bottom, right }: Area): boolean {
  return top === bottom && left === right;
}

export function sizeOf({ top, left, bottom, right }: Area): { rows: number; columns: number } {
  return { rows: bottom - top + 1, columns: right - left + 1 };
}

/** The places of an area, row after row. */
export function placesIn({ top, left, bottom, right }: Area): Place[] {
  const places: Place[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) places.push({ row, column });
  }
  return places;
}

/** What a selection of several cells is called: "3 rows by 2 columns selected". */
export function selectionWords(area: Area): string {
  const { rows, columns } = sizeOf(area);
  return `${String(rows)} ${rows === 1 ? 'row' : 'rows'} by ${String(columns)} ${columns === 1 ? 'column' : 'columns'} selected`;
}
