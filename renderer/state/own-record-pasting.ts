import type { MoneyUnit } from '../../shared/money/units.ts';
import { applyEdit } from '../../shared/scenario/edits.ts';
import { ownRecordFromPaste } from '../../shared/scenario/own-record-paste.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { cellsOf, keyOf, typedFrom, type RecordCell, type TypedRecord } from './own-record-form.ts';

/** What a paste put into the table, or why it put in nothing. */
export type Pasted = { readonly typed: TypedRecord; readonly said: string } | { readonly refused: string };

type Pasting = { readonly text: string; readonly unit: MoneyUnit; readonly at: RecordCell; readonly years: readonly string[] };

const YEAR = /^\s*\d{4}\s*[/–-]\s*\d{2,4}\s*$/;
const MOST_REFUSALS_SAID = 4;

const linesOf = (text: string): string[][] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t'));

/** Whether a text is a table at all: a single figure is the field's own paste. */
export function isTable(text: string): boolean {
  return /[\t\n]/.test(text.trim());
}

/** Lines that name organisation and year say themselves where they go. */
function fromLines(scenario: Scenario, { text, unit }: Pasting): Pasted {
  const { edit, refused, read } = ownRecordFromPaste({ ...scenario, ownRecord: [] }, { text, unit });
  if (refused.length > 0 || edit === undefined) {
    const lines = refused.slice(0, MOST_REFUSALS_SAID).map((line) => `Line ${String(line.line)}: ${line.text}`);
    const more = refused.length > MOST_REFUSALS_SAID ? ` And ${String(refused.length - MOST_REFUSALS_SAID)} more lines.` : '';
    return { refused: `Nothing was pasted. ${lines.join(' ')}${more}` };
  }
  const typed = typedFrom(applyEdit({ ...scenario, ownRecord: [] }, edit).scenario, unit);
  return { typed, said: `${String(read)} ${read === 1 ? 'line' : 'lines'} pasted. Nothing is kept yet.` };
}

/** A block of figures fills the table from the cell that it is pasted into, rightwards and down. */
function fromBlock(scenario: Scenario, { text, at, years }: Pasting): Pasted {
  const lines = linesOf(text);
  const organisations = scenario.organisations.map(({ id }) => id);
  const top = organisations.indexOf(at.organisation);
  const columns = cellsOf(at.organisation, years);
  const left = columns.findIndex((cell) => keyOf(cell) === keyOf(at));
  const width = Math.max(...lines.map((cells) => cells.length));
  const [down, across] = [organisations.length - top, columns.length - left];
  if (lines.length > down || width > across) {
    return {
      refused: `Nothing was pasted. Read rows and columns: ${String(lines.length)} × ${String(width)}; from this cell there is room for ${String(down)} × ${String(across)}. Start further up or left, or paste lines of organisation, year, planned and achieved.`,
    };
  }
  const typed: Record<string, string> = {};
  lines.forEach((cells, row) => {
    const into = cellsOf(organisations[top + row] ?? '', years);
    cells.forEach((cell, column) => {
      const target = into[left + column];
      if (target !== undefined) typed[keyOf(target)] = cell.trim();
    });
  });
  return { typed, said: `${String(Object.keys(typed).length)} cells pasted. Nothing is kept yet.` };
}

/** Reads a table that was pasted into the own record: lines of organisation, year, planned and achieved, or a block of figures as they stand in the table. */
export function pasteIntoRecord(scenario: Scenario, pasting: Pasting): Pasted {
  const isOfLines = linesOf(pasting.text).some((cells) => YEAR.test(cells[1] ?? ''));
  return isOfLines ? fromLines(scenario, pasting) : fromBlock(scenario, pasting);
}
