import { harmless, textCell } from '../outcomes/exhibits/exhibit-csv.ts';

/** A cell of a table that leaves: words, or a figure as stored (a canonical decimal); a blank is empty words. */
export type CsvCell = { readonly text: string } | { readonly figure: string };
export type CsvTable = { readonly headings: readonly string[]; readonly rows: readonly (readonly CsvCell[])[] };

const BYTE_ORDER_MARK = '\ufeff';
/** One to three digits, a point and three more: a reader could take the point for a separator of thousands. */
const LIKE_THOUSANDS = /^-?[1-9]\d{0,2}\.\d{3}$/;

/** A figure as stored, in a form that has one reading everywhere: 1.234 gets an idle nil. */
export function figureText(canonical: string): string {
  return LIKE_THOUSANDS.test(canonical) ? `${canonical}0` : canonical;
}

/**
 * A table as CSV for a spreadsheet: a byte order mark, without which £ is misread; CRLF; texts quoted and free of formulas; figures bare, with every digit.
 * `readDelimited` reads it back to the same cells.
 */
export function csvText({ headings, rows }: CsvTable): string {
  const lines = [headings.map(textCell).join(','), ...rows.map((cells) => cells.map(cellText).join(','))];
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

function cellText(cell: CsvCell): string {
  if ('figure' in cell) return figureText(cell.figure);
  return cell.text === '' ? '' : textCell(cell.text);
}

/** What a cell means that was made harmless when it was written: the mark before a formula is taken away again, once. */
export function asMeant(cell: string): string {
  const rest = cell.slice(1);
  return cell.startsWith("'") && harmless(rest).startsWith("'") && !rest.startsWith("'") ? rest : cell;
}
