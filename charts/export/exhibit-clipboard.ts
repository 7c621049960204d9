import { formatFooted } from '../../shared/money/format.ts';
import type { Exhibit } from '../../shared/outcomes/exhibits/exhibit.ts';
import { harmless } from '../../shared/outcomes/exhibits/exhibit-csv.ts';
import { stampLines, type Origin } from '../../shared/outcomes/exhibits/origin-stamp.ts';
import type { Cell, Row, ShownTable } from '../../shared/outcomes/shown-table.ts';
import { escaped } from './svg-text.ts';

/** The tables of an exhibit for the clipboard: as a document takes them, and as a spreadsheet does. Figures are those of the picture, so both foot as shown. */
export type ExhibitTables = { readonly html: string; readonly text: string };

/** A spreadsheet reads brackets as a minus; a true nil stays a dash. */
function cellText(cell: Cell, { unit }: ShownTable): string {
  return cell.kind === 'words' ? harmless(cell.text) : formatFooted(cell.shown, { unit });
}

function rule({ above, below }: Row): string {
  const styles = [
    ...(above === 'single' ? ['border-top:1px solid #000'] : []),
    ...(below === 'double' ? ['border-bottom:3px double #000'] : []),
  ];
  return ['text-align:right', ...styles].join(';');
}

function rowHtml(row: Row, table: ShownTable): string {
  const label = escaped(harmless(row.label));
  const cells = row.cells.map((cell) => `<td style="${rule(row)}">${escaped(cellText(cell, table))}</td>`);
  return `<tr><th scope="row" style="text-align:left;font-weight:${row.above === undefined ? '400' : '700'}">${label}</th>${cells.join('')}</tr>`;
}

function tableHtml(table: ShownTable): string {
  const heads = table.columns.map((column) => `<th scope="col" style="text-align:right">${escaped(harmless(column))}</th>`);
  return [
    `<table style="border-collapse:collapse;font-family:Arial,sans-serif"><caption style="text-align:left">${escaped(harmless(table.title))}, ${table.unit}</caption>`,
    `<thead><tr><th scope="col" style="text-align:left">${table.unit}</th>${heads.join('')}</tr></thead>`,
    `<tbody>${table.rows.map((row) => rowHtml(row, table)).join('\n')}</tbody></table>`,
    ...table.notes.map((note) => `<p>${escaped(harmless(note))}</p>`),
  ].join('\n');
}

function tableText(table: ShownTable): string[] {
  return [
    harmless(table.title),
    [table.unit, ...table.columns.map(harmless)].join('\t'),
    ...table.rows.map((row) => [harmless(row.label), ...row.cells.map((cell) => cellText(cell, table))].join('\t')),
    ...table.notes.map(harmless),
    '',
  ];
}

/** The tables of one exhibit with its finding, subtitle, notes and stamp. Names of the scenario are neither tags nor formulas in it. */
export function exhibitTables(exhibit: Exhibit, origin: Origin): ExhibitTables {
  const closing = [...exhibit.notes, ...stampLines(origin)].map(harmless);
  const [finding, subtitle] = [harmless(exhibit.finding), harmless(exhibit.subtitle)];
  return {
    html: [
      `<p><b>${escaped(finding)}</b></p><p>${escaped(subtitle)}</p>`,
      ...exhibit.tables.map(tableHtml),
      ...closing.map((line) => `<p><small>${escaped(line)}</small></p>`),
    ].join('\n'),
    text: [finding, subtitle, '', ...exhibit.tables.flatMap(tableText), ...closing].join('\n'),
  };
}
