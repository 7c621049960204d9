import { LABEL_COLUMN } from './grid-view.ts';
import { widthOf } from './remembered.ts';
import type { Sheet } from './sheet.ts';

/* Widths of columns. They are given in pixels at the usual size of text and drawn in rem, so that they grow with it. */

const LABEL_WIDTH = 220;
const PIXELS_PER_REM = 16;

export type Layout = {
  /** Pixels at the usual size of text, the column of labels first. */
  readonly widths: readonly number[];
  /** As CSS: a track for each column, and one that takes what is left. */
  readonly template: string;
  /** As CSS: the width of all columns, below which the grid scrolls sideways. */
  readonly least: string;
};

/** Where there is room the labels take up to so many times their width, unless somebody gave them one. */
const MOST_LABEL = 1.6;
const rem = (width: number): string => `${String(width / PIXELS_PER_REM)}rem`;

export function layoutOf(sheet: Sheet): Layout {
  const widths = [
    widthOf(sheet.id, LABEL_COLUMN) ?? sheet.labelWidth ?? LABEL_WIDTH,
    ...sheet.columns.map((column) => widthOf(sheet.id, column.id) ?? column.width),
  ];
  const [label = LABEL_WIDTH, ...others] = widths;
  const mostLabel = widthOf(sheet.id, LABEL_COLUMN) ?? label * MOST_LABEL;
  return {
    widths,
    template: [`minmax(${rem(label)}, ${rem(mostLabel)})`, ...others.map(rem), 'minmax(0, 1fr)'].join(' '),
    least: rem(widths.reduce((sum, width) => sum + width, 0)),
  };
}

/** Pixels of the screen for one pixel at the usual size of text. */
export function scaleOfText(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / PIXELS_PER_REM;
}

export function columnDomId(gridId: string, column: number): string {
  return `${gridId}-column-${String(column)}`;
}

export function cellDomId(gridId: string, { row, column }: { row: number; column: number }): string {
  return `${gridId}-${String(row)}-${String(column)}`;
}
