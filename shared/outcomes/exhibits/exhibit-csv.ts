import { toPence } from '../../money/format.ts';
import type { Cell, ShownTable } from '../shown-table.ts';
import type { Exhibit } from './exhibit.ts';
import { stampLines, type Origin } from './origin-stamp.ts';

/** Spreadsheets take a cell that begins so for a formula, whole-width signs and leading blanks included. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]/u;
/** What could break the line, hide text or turn its direction. */
const UNSEEN = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;
const BYTE_ORDER_MARK = '\ufeff';

/** A text of the scenario as a spreadsheet may take it: no formula, no unseen characters. */
export function harmless(text: string): string {
  const plain = text.replaceAll(UNSEEN, ' ');
  return FORMULA.test(plain) || FORMULA.test(text) ? `'${plain}` : plain;
}

/** A text of the scenario as one harmless cell: no formula, no unseen characters, quoted. */
export function textCell(text: string): string {
  return `"${harmless(text).replaceAll('"', '""')}"`;
}

function cellOf(cell: Cell): string {
  if (cell.kind === 'words') return cell.text === '' ? '' : textCell(cell.text);
  return toPence(cell.shown.exact);
}

function tableRows(table: ShownTable): string[] {
  return [
    textCell(table.title),
    ['£', ...table.columns].map(textCell).join(','),
    ...table.rows
      .filter(({ isRounding }) => isRounding !== true)
      .map(({ label, cells }) => [textCell(label), ...cells.map(cellOf)].join(',')),
    ...table.notes.map(textCell),
    '',
  ];
}

/**
 * The tables of one exhibit as CSV: exact amounts in pounds and pence (model-spec §1.5.5), with finding, subtitle, notes and stamp. Begins with a byte order mark,
 * without which spreadsheets misread £.
 */
export function exhibitCsv(exhibit: Exhibit, origin: Origin): string {
  const rows = [
    textCell(exhibit.finding),
    textCell(exhibit.subtitle),
    textCell('Amounts in pounds and pence; a reduction or shortfall has a minus.'),
    '',
    ...exhibit.tables.flatMap(tableRows),
    ...[...exhibit.notes, ...stampLines(origin)].map(textCell),
  ];
  return `${BYTE_ORDER_MARK}${rows.join('\r\n')}\r\n`;
}
