import type { SingleEdit } from '../../../shared/scenario/edit-kinds.ts';
import { editText, typedText } from './cell-text.ts';
import { readTyped } from './entry.ts';
import { cellAt, columnWords, type GridView, type Place } from './grid-view.ts';
import { isOneCell, placesIn, type Area } from './selection.ts';
import type { SheetCell } from './sheet.ts';

/* Edits of many cells that take no text from outside: fill down and right, and clear. */

/** Several edits under one name; none where there is nothing to change. */
export type CellEdits = { readonly label: string; readonly edits: readonly SingleEdit[]; readonly area: Area };

export type FillDirection = 'down' | 'right';

/** What fill copies from a cell: its figure to the last digit, without range and source, which belong to the figure it was entered for. */
function copyOf(cell: SheetCell): string | null {
  if (cell.kind === 'input') return cell.input === null ? '' : typedText(cell.input.value, cell.unit);
  return cell.kind === 'derived' || cell.kind === 'none' ? null : editText(cell);
}

function editsOf(text: string, cell: SheetCell): readonly SingleEdit[] {
  const verdict = readTyped(text, cell, { convention: 'british' });
  if (verdict.kind === 'kept') return verdict.kept.edits;
  // What was copied is meant: a jump against the cell beside is no slip.
  return verdict.kind === 'ask' ? (verdict.options.at(-1)?.kept.edits ?? []) : [];
}

/** The area that is filled, with the row or column that it is filled from: one row or column alone takes from the one before it. */
function filledArea(area: Area, direction: FillDirection): Area | null {
  const { top, left, bottom, right } = area;
  if (direction === 'down') return top < bottom ? area : top > 0 ? { ...area, top: top - 1 } : null;
  return left < right ? area : left > 1 ? { ...area, left: left - 1 } : null;
}

function sourceOf(place: Place, { area, direction }: { area: Area; direction: FillDirection }): Place {
  return direction === 'down' ? { ...place, row: area.top } : { ...place, column: area.left };
}

/** Copies the first row down, or the first column right, over the rest of an area. What is computed, and what does not take the content, stays as it is. */
export function planFill(view: GridView, selected: Area, direction: FillDirection): CellEdits | null {
  const area = filledArea(selected, direction);
  if (area === null) return null;
  const edits = placesIn(area).flatMap((place) => {
    const source = sourceOf(place, { area, direction });
    if (source.row === place.row && source.column === place.column) return [];
    const text = copyOf(cellAt(view, source));
    return text === null ? [] : editsOf(text, cellAt(view, place));
  });
  return { label: `Fill ${direction}${placeWords(view, selected)}`, edits, area };
}

function isBlankAlready(cell: SheetCell): boolean {
  return (cell.kind === 'text' && cell.text === '') || (cell.kind === 'choice' && cell.chosen === '') || cell.kind === 'flag';
}

/** Blanks all that can be blank in an area. Names, yes and no, and what is computed stay. */
export function planClear(view: GridView, area: Area): CellEdits {
  const edits = placesIn(area).flatMap((place) => {
    const cell = cellAt(view, place);
    if (isBlankAlready(cell)) return [];
    const verdict = readTyped('', cell);
    return verdict.kind === 'kept' ? verdict.kept.edits : [];
  });
  return { label: `Clear${placeWords(view, area)}`, edits, area };
}

/** Where an area is, for the name of a step: " Full year of Agency", " 12 cells from Agency". */
export function placeWords(view: GridView, area: Area): string {
  const row = view.rows[area.top]?.label ?? '';
  const cells = placesIn(area).length;
  const words = isOneCell(area) ? ` ${columnWords(view, area.left)} of ${row}` : ` ${String(cells)} cells from ${row}`;
  return words.slice(0, 200);
}
