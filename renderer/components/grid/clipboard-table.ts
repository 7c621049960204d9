/* Tables on the clipboard, as Excel and LibreOffice write and read them: cells between tabs, rows between line ends; a cell that holds a tab, a line end or a quote in
   quotes, its own quotes doubled. */

/** The cell that begins at an index, and where the text goes on. */
type Read = { readonly cell: string; readonly end: number };

const isCellEnd = (sign: string | undefined): boolean => sign === undefined || sign === '\t' || sign === '\n';

/** A cell in quotes. Quotes that close nothing are signs like any other (5" pipe), so then there is none. */
function quotedAt(text: string, start: number): Read | null {
  if (text[start] !== '"') return null;
  let cell = '';
  for (let index = start + 1; index < text.length; index += 1) {
    if (text[index] !== '"') {
      cell += text[index] ?? '';
    } else if (text[index + 1] === '"') {
      cell += '"';
      index += 1;
    } else {
      return isCellEnd(text[index + 1]) ? { cell, end: index + 1 } : null;
    }
  }
  return null;
}

function plainAt(text: string, start: number): Read {
  let end = start;
  while (!isCellEnd(text[end])) end += 1;
  return { cell: text.slice(start, end), end };
}

/**
 * The rows of a table that was copied elsewhere. Line ends of any system; the last one closes the last row. Blanks around a cell and signs that nobody sees are left out.
 * Rows may differ in length. Nothing at all is no row.
 */
export function readTable(copied: string): string[][] {
  const text = copied
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '');
  if (text === '') return [];
  const rows: string[][] = [[]];
  let index = 0;
  for (;;) {
    const { cell, end } = quotedAt(text, index) ?? plainAt(text, index);
    rows.at(-1)?.push(cell.replace(/[\u200B\u200E\u200F]/g, '').trim());
    if (end >= text.length) return rows;
    if (text[end] === '\n') rows.push([]);
    index = end + 1;
  }
}

function quoted(cell: string): string {
  return /[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A table as text, for a spreadsheet or an e-mail. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\r\n');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (cell: string): string => cell.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
const isFigure = (cell: string): boolean => /^-?\d+(\.\d+)?%?$/.test(cell);

/** The same table as HTML, which spreadsheets prefer: what is no figure is marked as text, so that no name is taken for a formula. */
export function writeHtmlTable(rows: readonly (readonly string[])[]): string {
  const cellOf = (cell: string): string =>
    isFigure(cell) ? `<td>${cell}</td>` : `<td style="mso-number-format:'\\@'">${escaped(cell)}</td>`;
  return `<table>${rows.map((row) => `<tr>${row.map(cellOf).join('')}</tr>`).join('')}</table>`;
}
