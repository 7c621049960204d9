import { D, decimal, type Decimal } from '../../../shared/money/decimal.ts';
import { formatFigure, formatFooted } from '../../../shared/money/format.ts';
import { isTypedInHundredths, poundsPer, type CellUnit, type MoneyUnit } from '../../../shared/money/units.ts';
import { textOfMonth } from '../../../shared/tables/month-text.ts';
import type { Choice, Derived, SheetCell } from './sheet.ts';

/* How a cell reads in the grid, in the field that edits it, and on the clipboard. */

const HUNDRED = new D(100);
/** The most decimal places that a column shows of what was entered; the field and the title of a cell show every digit. */
const MOST_PLACES = 2;

/** The figure in the unit that its column is typed in: pounds become £m, fractions per cent. */
export function inColumnUnit(figure: Decimal, unit: CellUnit): Decimal {
  if (unit.kind === 'money') return figure.div(poundsPer(unit.shownIn));
  return isTypedInHundredths(unit) ? figure.times(HUNDRED) : figure;
}

/** How many decimal places the digits of a stored figure have in the unit of the column, read off its text: a column of thousands of cells is read so. */
function placesOf(stored: string, unit: CellUnit): number {
  const point = stored.indexOf('.');
  const places = point < 0 ? 0 : stored.length - point - 1;
  return Math.max(isTypedInHundredths(unit) ? places - 2 : places, 0);
}

/** The decimal places that an input needs in its column, so that the digits of a column stand under each other. */
export function placesNeeded(cell: SheetCell): number {
  if (cell.kind !== 'input' || cell.input === null) return 0;
  const { unit, input } = cell;
  if (unit.kind === 'money' && unit.shownIn === '£m') return 1;
  if (unit.kind === 'money' && unit.shownIn === '£000') return 0;
  const places = placesOf(input.value, unit);
  if (unit.kind === 'money') return places === 0 ? 0 : MOST_PLACES;
  return Math.min(places, MOST_PLACES);
}

/** An input as its cell shows it: the unit stands in the header, what is below nil in brackets. */
export function inputText(stored: string, { unit, places }: { unit: CellUnit; places: number }): string {
  return formatFigure(inColumnUnit(decimal(stored), unit), places);
}

/** A stored figure as somebody would type it into its column, every digit of it: 9.8, -0.25. Plain, so that spreadsheets read it too. */
export function typedText(stored: string, unit: CellUnit): string {
  return inColumnUnit(decimal(stored), unit).toFixed();
}

/** A figure of a cell as it stands in the column: a moment as its month. */
export function cellFigure(stored: string, cell: Extract<SheetCell, { kind: 'input' }>, places: number): string {
  return cell.momentFrom === undefined ? inputText(stored, { unit: cell.unit, places }) : textOfMonth(stored, cell.momentFrom);
}

/** A figure of a cell as somebody would type it. */
function typedFigure(stored: string, { unit, momentFrom }: Extract<SheetCell, { kind: 'input' }>): string {
  return momentFrom === undefined ? typedText(stored, unit) : textOfMonth(stored, momentFrom);
}

function choiceLabel(chosen: string, choices: readonly Choice[]): string {
  return choices.find((choice) => choice.value === chosen)?.label ?? chosen;
}

function derivedText(derived: Derived, moneyUnit: MoneyUnit): string {
  return 'text' in derived ? derived.text : derived.shown.figure.div(poundsPer(moneyUnit)).toFixed();
}

/** What the field that edits a cell opens with. A range opens as it would be typed: 2 | 9.8 | 11. */
export function editText(cell: SheetCell): string {
  switch (cell.kind) {
    case 'input': {
      if (cell.input === null) return '';
      const { value, range } = cell.input;
      if (range === undefined) return typedFigure(value, cell);
      return [range.low, range.likely, range.high].map((end) => typedText(end, cell.unit)).join(' | ');
    }
    case 'text':
      return cell.text;
    case 'choice':
      return choiceLabel(cell.chosen, cell.choices);
    case 'flag':
      return cell.isSet ? 'yes' : 'no';
    default:
      return '';
  }
}

/** A cell on the clipboard: figures plain and in the unit of their column, shares with their sign, so that Excel and LibreOffice read them as numbers. */
export function clipboardText(cell: SheetCell, moneyUnit: MoneyUnit): string {
  switch (cell.kind) {
    case 'input': {
      if (cell.input === null) return '';
      const text = typedFigure(cell.input.value, cell);
      return cell.unit.kind === 'share' || cell.unit.kind === 'rate' ? `${text}%` : text;
    }
    case 'derived':
      return derivedText(cell.derived, moneyUnit);
    case 'none':
      return '';
    default:
      return editText(cell);
  }
}

/** A cell as the eye reads it, for search and for what is announced. */
export function shownText(cell: SheetCell, { places, moneyUnit }: { places: number; moneyUnit: MoneyUnit }): string {
  switch (cell.kind) {
    case 'input':
      return cell.input === null ? '' : cellFigure(cell.input.value, cell, places);
    case 'derived':
      return 'text' in cell.derived ? cell.derived.text : formatFooted(cell.derived.shown, { unit: moneyUnit });
    default:
      return editText(cell);
  }
}
