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

/** Totals are in bold. Nothing is told by a style: where the page hands this to the clipboard, its security policy would strike styles out. */
function rowHtml(row: Row, table: ShownTable): string {
  const inWeight = (text: string): string => (row.above === undefined ? escaped(text) : `<b>${escaped(text)}</b>`);
  const cells = row.cells.map((cell) => `<td align="right">${inWeight(cellText(cell, table))}</td>`);
  return `<tr><td>${inWeight(harmless(row.label))}</td>${cells.join('')}</tr>`;
}

function tableHtml(table: ShownTable): string {
  const heads = table.columns.map((column) => `<th align="right">${escaped(harmless(column))}</th>`);
  return [
    `<table><caption>${escaped(harmless(table.title))}, ${table.unit}</caption>`,
    `<thead><tr><th align="left">${table.unit}</th>${heads.join('')}</tr></thead>`,
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
