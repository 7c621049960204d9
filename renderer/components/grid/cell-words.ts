import { decimal } from '../../../shared/money/decimal.ts';
import { exactInUnit, exactPounds } from '../../../shared/money/format.ts';
import { cellOf, columnAt, columnWords, type GridView } from './grid-view.ts';
import { shownText } from './cell-text.ts';
import type { SheetCell, SheetRow } from './sheet.ts';
import type { MoneyUnit } from '../../../shared/money/units.ts';

/** What is known of a cell beyond its content. */
export type CellState = {
  /** What was typed and could not be kept as a figure, with the reason. */
  readonly draft?: { readonly text: string; readonly message: string } | undefined;
  /** The words of the rules that it breaks. */
  readonly problem?: string | undefined;
  readonly isChanged?: boolean;
};

function stateWords(cell: SheetCell, state: CellState): string[] {
  const words: string[] = [];
  if (cell.kind === 'derived') words.push('computed');
  if (cell.kind === 'input' && cell.input !== null) {
    if (isUnsourced(cell)) words.push('unsourced');
    if (cell.input.range !== undefined) words.push('ranged');
    if (hasNote(cell)) words.push('has a note');
  }
  if (state.draft !== undefined) words.push(`kept as typed, not used: ${state.draft.message}`);
  if (state.problem !== undefined) words.push(state.problem);
  if (state.isChanged === true) words.push('changed just now');
  return words;
}

export function isUnsourced(cell: SheetCell): boolean {
  return cell.kind === 'input' && cell.input !== null && (cell.input.source ?? '') === '';
}

export function hasNote(cell: SheetCell): boolean {
  return cell.kind === 'input' && (cell.input?.note ?? '') !== '';
}

function contentWords(cell: SheetCell, shown: string): string {
  if (cell.kind === 'none') return 'empty';
  if (cell.kind === 'flag') return cell.isSet ? 'yes' : 'no';
  if (shown !== '') return shown;
  return cell.kind === 'input' && cell.stands !== undefined ? `blank, ${cell.stands} holds` : 'blank';
}

/** A cell as a screen reader says it: row, column, unit, content and state. "Strengths-based care, Full year, £m, 9.8, unsourced, ranged". */
export function cellWords(
  view: GridView,
  { row, column, state, moneyUnit }: { row: SheetRow; column: number; state: CellState; moneyUnit: MoneyUnit },
): string {
  const cell = cellOf(row, column);
  const shown = state.draft?.text ?? shownText(cell, { places: view.places[column] ?? 0, moneyUnit });
  const unit = columnAt(view, column)?.unit;
  const place = column === 0 ? [] : [row.label, columnWords(view, column), ...(unit === undefined ? [] : [unit])];
  const marks = column === 0 ? (row.marks ?? []).map((mark) => mark.text) : [];
  const states = column === 0 && row.labelPath === undefined ? [] : stateWords(cell, state);
  return [...place, contentWords(cell, shown), ...states, ...marks].join(', ');
}

/** What is said of a cell that is pointed at: the exact figure, its source, its note. */
export function pointedWords(cell: SheetCell): string {
  if (cell.kind === 'text') return cell.text;
  if (cell.kind === 'choice') return shownText(cell, { places: 0, moneyUnit: '£' });
  if (cell.kind === 'derived') return 'text' in cell.derived ? cell.derived.text : exactPounds(cell.derived.shown.exact);
  if (cell.kind !== 'input' || cell.input === null) return '';
  const { value, source, note } = cell.input;
  return [exactInUnit(decimal(value), cell.unit), source, note].filter((words) => words !== undefined && words !== '').join('\n');
}
