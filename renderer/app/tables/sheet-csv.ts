import type { CellUnit } from '../../../shared/money/units.ts';
import { toPence } from '../../../shared/money/format.ts';
import { csvText, type CsvCell } from '../../../shared/tables/write-csv.ts';
import type { Sheet, SheetCell, SheetColumn } from '../../components/grid/sheet.ts';

/** A figure as it is stored stands in pounds, as a fraction, in months: never in the unit that is shown. */
function storedUnit(cell: SheetCell): string | null {
  if (cell.kind === 'derived') return 'shown' in cell.derived ? '£' : null;
  if (cell.kind !== 'input' || cell.input === null) return null;
  return unitWords(cell.unit);
}

function unitWords(unit: CellUnit): string {
  switch (unit.kind) {
    case 'money':
      return unit.per === undefined ? '£' : `£ per ${unit.per}`;
    case 'share':
    case 'rate':
    case 'points':
      return 'fraction';
    case 'months':
      return 'months';
    case 'count':
      return unit.noun;
  }
}

function csvCell(cell: SheetCell): CsvCell {
  switch (cell.kind) {
    case 'input':
      return cell.input === null ? { text: '' } : { figure: cell.input.value };
    case 'text':
      return { text: cell.text };
    case 'choice':
      return { text: cell.choices.find(({ value }) => value === cell.chosen)?.label ?? cell.chosen };
    case 'flag':
      return { text: cell.isSet ? 'Yes' : 'No' };
    case 'derived':
      return 'shown' in cell.derived ? { figure: toPence(cell.derived.shown.exact) } : { text: cell.derived.text };
    case 'none':
      return { text: '' };
  }
}

function unitsOf(cells: readonly SheetCell[]): Set<string> {
  return new Set(cells.map(storedUnit).filter((unit): unit is string => unit !== null && unit !== ''));
}

/** The unit that a group of columns is shown in; what goes out is in the unit that is stored. */
const SHOWN_UNIT = /, (?:£m|£000|£|%.*)$/;

function headingOf({ label, group }: SheetColumn, cells: readonly SheetCell[]): string {
  const units = unitsOf(cells);
  const [unit] = units;
  const words = group === undefined ? label : `${group.replace(SHOWN_UNIT, '')}: ${label}`;
  return unit === undefined || units.size > 1 ? words : `${words} (${unit})`;
}

/**
 * A grid as CSV: entered figures as they are stored, with every digit, computed amounts in pounds and pence (model-spec §1.5.5); their unit in the heading, or, where the rows of a column differ in it, in a column of units; words as they are shown,
 * harmless to a spreadsheet.
 */
export function sheetCsv({ rowHeading, columns, rows }: Sheet): string {
  const cellsOf = (index: number): SheetCell[] => rows.flatMap(({ cells }) => cells.slice(index, index + 1));
  const isMixed = columns.some((_, index) => unitsOf(cellsOf(index)).size > 1);
  return csvText({
    headings: [rowHeading, ...(isMixed ? ['Unit'] : []), ...columns.map((column, index) => headingOf(column, cellsOf(index)))],
    rows: rows.map(({ label, cells }) => [
      { text: label },
      ...(isMixed ? [{ text: [...unitsOf(cells)].join(', ') }] : []),
      ...cells.map(csvCell),
    ]),
  });
}
