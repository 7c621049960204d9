/* Text to rows of cells. A record is a row of the spreadsheet, so its number is the one that stands at its left there, blank rows counted. */

export const DELIMITERS = ['\t', ';', ',', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export const TABLE_LIMITS = { rows: 100_000, columns: 200, characters: 20_000_000 } as const;

export type TableRow = {
  /** As the spreadsheet numbers it, from 1. */
  readonly number: number;
  readonly cells: readonly string[];
};
export type Delimited =
  | { readonly kind: 'read'; readonly rows: readonly TableRow[]; readonly delimiter: Delimiter }
  /** What happened, where, and the way out. */
  | { readonly kind: 'refused'; readonly text: string };

/** A text that is no table; caught by readDelimited. */
class NoTable extends Error {
  readonly code = 'no-table';
}

/** How many records are looked at to find the delimiter. */
const LOOKED_AT = 50;

/**
 * Reads delimited text as a spreadsheet writes it (RFC 4180, with tabs, semicolons or bars as well): quotes around a cell, doubled within it, line breaks inside quotes, and LF, CRLF
 * or CR at the end of a row. Without a stated delimiter the one that divides most rows alike is taken; a first line `sep=;` states one. Blank rows are left out of the answer.
 * Refused: a quotation mark that never closes or closes amid a cell, a NUL, and what is beyond the limits. Never throws.
 */
export function readDelimited(text: string, stated: Delimiter | null = null): Delimited {
  try {
    return { kind: 'read', ...rowsOf(text, stated) };
  } catch (problem) {
    if (problem instanceof NoTable) return { kind: 'refused', text: problem.message };
    throw problem;
  }
}

function rowsOf(given: string, stated: Delimiter | null): { rows: readonly TableRow[]; delimiter: Delimiter } {
  if (given.length > TABLE_LIMITS.characters)
    throw new NoTable(
      `The table has ${String(given.length)} characters; allowed are ${String(TABLE_LIMITS.characters)}. Bring it over in parts.`,
    );
  const text = given.startsWith('\ufeff') ? given.slice(1) : given;
  const line = /^sep=([\t;,|])(?:\r\n|\n|\r|$)/i.exec(text);
  const told = DELIMITERS.find((each) => each === line?.[1]);
  const body = told === undefined || line === null ? text : text.slice(line[0].length);
  const delimiter = stated ?? told ?? likelyDelimiter(body);
  const skipped = told === undefined ? 0 : 1;
  const records = split(body, delimiter);
  const rows = records.map((cells, index) => ({ number: index + 1 + skipped, cells }));
  return { rows: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')), delimiter };
}

/** The delimiter that divides most of the first rows into as many cells as the row that it divides most; tabs first, because a spreadsheet pastes them. */
function likelyDelimiter(text: string): Delimiter {
  let best: { delimiter: Delimiter; alike: number } = { delimiter: '\t', alike: 0 };
  for (const delimiter of DELIMITERS) {
    const widths = firstWidths(text, delimiter).filter((width) => width > 1);
    const alike = Math.max(0, ...widths.map((width) => widths.filter((other) => other === width).length));
    if (alike > best.alike) best = { delimiter, alike };
  }
  return best.delimiter;
}

/** Widths of the first rows as far as they can be divided; a fault further on is found when the table is read. */
function firstWidths(text: string, delimiter: Delimiter): number[] {
  const widths: number[] = [];
  try {
    for (const cells of recordsOf(text, { delimiter, isLook: true })) {
      widths.push(cells.length);
      if (widths.length === LOOKED_AT) return widths;
    }
  } catch (problem) {
    if (!(problem instanceof NoTable)) throw problem;
  }
  return widths;
}

function split(text: string, delimiter: Delimiter): string[][] {
  const records: string[][] = [];
  for (const cells of recordsOf(text, { delimiter, isLook: false })) {
    if (records.length === TABLE_LIMITS.rows)
      throw new NoTable(
        `The table has more than ${String(TABLE_LIMITS.rows)} rows, the most that is read at once. Bring it over in parts.`,
      );
    records.push(cells);
  }
  return records;
}

/** A look for the delimiter passes over what a reading refuses. */
type Way = { readonly delimiter: Delimiter; readonly isLook: boolean };
type Place = Way & { readonly at: number; readonly number: number };

function* recordsOf(text: string, way: Way): Generator<string[]> {
  let at = 0;
  for (let number = 1; at < text.length; number += 1) {
    const record = recordAt(text, { ...way, at, number });
    yield record.cells;
    at = record.next;
  }
}

function recordAt(text: string, place: Place): { cells: string[]; next: number } {
  const cells: string[] = [];
  let { at } = place;
  for (;;) {
    const cell = cellAt(text, { ...place, at, column: cells.length + 1 });
    cells.push(cell.text);
    at = cell.next;
    if (text.charAt(at) === place.delimiter) {
      if (!place.isLook && cells.length >= TABLE_LIMITS.columns)
        throw new NoTable(
          `Row ${String(place.number)} has more than ${String(TABLE_LIMITS.columns)} cells. Take over the columns that are needed.`,
        );
      at += 1;
    } else return { cells, next: afterLineEnd(text, at) };
  }
}

function afterLineEnd(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return at + 2;
  return Math.min(at + 1, text.length);
}

function cellAt(text: string, { at, delimiter, number, column, isLook }: Place & { column: number }): { text: string; next: number } {
  const where = `Row ${String(number)}, column ${columnName(column - 1)}`;
  const cell = text.charAt(at) === '"' ? quotedAt(text, { at, where, delimiter }) : plainAt(text, { at, delimiter });
  if (!isLook && cell.text.includes('\0'))
    throw new NoTable(
      `${where}: found a NUL, which no text holds. This is no CSV file. Save it again from the spreadsheet as “CSV UTF-8”.`,
    );
  return cell;
}

function plainAt(text: string, { at, delimiter }: { at: number; delimiter: Delimiter }): { text: string; next: number } {
  let next = at;
  while (next < text.length && !isEnd(text.charAt(next), delimiter)) next += 1;
  return { text: text.slice(at, next), next };
}

function isEnd(character: string, delimiter: Delimiter): boolean {
  return character === delimiter || character === '\n' || character === '\r' || character === '';
}

function quotedAt(
  text: string,
  { at, where, delimiter }: { at: number; where: string; delimiter: Delimiter },
): { text: string; next: number } {
  const parts: string[] = [];
  let from = at + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0)
      throw new NoTable(`${where}: a quotation mark opens and never closes. Close it, or double it where it belongs to the text.`);
    parts.push(text.slice(from, quote));
    if (text.charAt(quote + 1) !== '"') {
      if (!isEnd(text.charAt(quote + 1), delimiter))
        throw new NoTable(
          `${where}: a quotation mark closes, and “${text.charAt(quote + 1)}” follows it. Double the mark where it belongs to the text.`,
        );
      return { text: parts.join(''), next: quote + 1 };
    }
    parts.push('"');
    from = quote + 2;
  }
}

/** A column as the spreadsheet calls it: A, B … Z, AA. */
export function columnName(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? last : `${columnName(Math.floor(index / 26) - 1)}${last}`;
}
