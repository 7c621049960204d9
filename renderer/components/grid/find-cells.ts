import type { MoneyUnit } from '../../../shared/money/units.ts';
import { shownText } from './cell-text.ts';
import { cellOf, type GridView, type Place } from './grid-view.ts';

/** The cells that hold some text as they are read, row after row, labels included. */
export function cellsWith(view: GridView, { text, unit }: { text: string; unit: MoneyUnit }): Place[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  return view.rows.flatMap((row, index) =>
    view.places.flatMap((places, column) => {
      const shown = shownText(cellOf(row, column), { places, moneyUnit: unit });
      return shown.toLowerCase().includes(wanted) ? [{ row: index, column }] : [];
    }),
  );
}

/** The match after the cell where the search stands, or before it, going round. */
export function matchFrom(matches: readonly Place[], { from, isBack }: { from: Place; isBack: boolean }): number {
  const order = (place: Place): number => place.row * 10_000 + place.column;
  if (isBack) {
    const before = matches.findLastIndex((match) => order(match) < order(from));
    return before < 0 ? matches.length - 1 : before;
  }
  return Math.max(
    matches.findIndex((match) => order(match) > order(from)),
    0,
  );
}

/** The row that is meant by its number, counted from 1, or by the beginning or a part of its label; -1 where there is none. */
export function rowFor(view: GridView, text: string): number {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return -1;
  if (/^\d{1,6}$/.test(wanted)) {
    const index = Number(wanted) - 1;
    return index >= 0 && index < view.rows.length ? index : -1;
  }
  const begins = view.rows.findIndex((row) => row.label.toLowerCase().startsWith(wanted));
  return begins >= 0 ? begins : view.rows.findIndex((row) => row.label.toLowerCase().includes(wanted));
}
