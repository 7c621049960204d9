import { create } from 'zustand';
import { cellOf, pathOf, type Place } from './grid-view.ts';
import type { Sheet, SheetRow } from './sheet.ts';

type RevealState = {
  readonly wanted: string | null;
  /** Whether it is wanted in the grid of an item's fields, which stands beside the table. */
  readonly inDetail: boolean;
  /** What is wanted in the detail once the table has gone to the item. */
  readonly next: string | null;
};

/** A cell that somebody wants to be taken to, by its path, until a grid that has it took the focus there. */
export const useReveal = create<RevealState>()(() => ({ wanted: null, inDetail: false, next: null }));

/** Takes the focus to the cell of a path, as soon as a grid shows it: the list of problems and the explain panel jump so. Show its section first. */
export function revealCell(path: string): void {
  useReveal.setState({ wanted: path, inDetail: false, next: null });
}

/** The same for a cell that only the fields of an item have: the table goes to the item first, and then its fields take the focus. */
export function revealField(item: string, path: string): void {
  useReveal.setState({ wanted: item, inDetail: false, next: path });
}

export function revealed(): void {
  const { next } = useReveal.getState();
  useReveal.setState({ wanted: next, inDetail: next !== null, next: null });
}

function holds(path: string, wanted: string): boolean {
  return path === wanted || wanted.startsWith(`${path}.`);
}

/** Where the cell of a path stands in the rows of a sheet; of a path that has no cell, the label of the item that it belongs to. */
export function placeOfPath(sheet: Sheet, wanted: string): { row: SheetRow; column: number } | null {
  const columns = Array.from({ length: sheet.columns.length + 1 }, (_, column) => column);
  for (const row of sheet.rows) {
    const column = columns.find((each) => {
      const path = pathOf(cellOf(row, each));
      return path !== null && holds(path, wanted);
    });
    if (column !== undefined) return { row, column };
  }
  const row = sheet.rows.find(({ item }) => item !== undefined && holds(`${item.list}.${item.key}`, wanted));
  return row === undefined ? null : { row, column: 0 };
}

/** The headings above a row, which must be open for it to be seen. */
export function headingsAbove(sheet: Sheet, row: SheetRow): string[] {
  const index = sheet.rows.indexOf(row);
  let { level } = row;
  const above: string[] = [];
  for (let at = index - 1; at >= 0; at -= 1) {
    const each = sheet.rows[at];
    if (each === undefined || each.level >= level) continue;
    above.push(each.key);
    level = each.level;
  }
  return above;
}

/** The first cell that something can be typed into: where a grid begins. */
export function firstPlace(sheet: Sheet): Place {
  const row = Math.max(
    sheet.rows.findIndex((each) => each.kind === 'item'),
    0,
  );
  const column = sheet.rows[row]?.cells.findIndex((cell) => cell.kind !== 'derived' && cell.kind !== 'none') ?? -1;
  return { row, column: column + 1 };
}
