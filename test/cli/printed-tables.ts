import { D, ZERO, plus, type Decimal } from '../../shared/money/decimal.ts';

/* Reads the tables of the text output back, as a reader with a pencil would: figures stand under the strokes of the rule above a total. */

export type PrintedRow = { readonly label: string; readonly cells: readonly (Decimal | null)[] };
export type PrintedTable = { readonly headings: readonly string[]; readonly rows: readonly PrintedRow[]; readonly total: PrintedRow };

const FIGURE = /^\(?[\d,]+(\.\d+)?\)?$/;

/** The amount that a cell shows: brackets are below nil, `–` is nil; null for words and blanks. */
export function amountOf(cell: string): Decimal | null {
  const text = cell.trim();
  if (text === '–') return ZERO;
  if (!FIGURE.test(text)) return null;
  const amount = new D(text.replaceAll(/[(),]/g, ''));
  return text.startsWith('(') ? amount.neg() : amount;
}

/** From and to of each stroke of a rule. */
function strokes(rule: string): [from: number, to: number][] {
  return [...rule.matchAll(/─+/g)].map((stroke) => [stroke.index, stroke.index + stroke[0].length]);
}

function rowOf(line: string, columns: readonly [number, number][]): PrintedRow {
  const first = columns[0]?.[0] ?? line.length;
  return { label: line.slice(0, first).trim(), cells: columns.map(([from, to]) => amountOf(line.slice(from, to))) };
}

/** Every table of a text that has a total under a rule: the rows above the rule, from the header down, and the total. */
export function printedTables(text: string): PrintedTable[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at): PrintedTable[] => {
    if (!line.includes('─') || !/^[\s─]+$/.test(line)) return [];
    const columns = strokes(line);
    const unit = lines.findLastIndex((each, index) => index < at && /^£(m|000)?(\s|$)/.test(each));
    const blank = lines.findLastIndex((each, index) => index < unit && (each === '' || /^\S/.test(each)));
    const heading = ([from, to]: [number, number]): string =>
      lines
        .slice(blank + 1, unit + 1)
        .map((each) => each.slice(Math.max(from, 4), to).trim())
        .join(' ')
        .trim();
    return [
      {
        headings: columns.map(heading),
        rows: lines
          .slice(unit + 1, at)
          .filter((each) => !/^[\s─═]+$/.test(each))
          .map((each) => rowOf(each, columns)),
        total: rowOf(lines[at + 1] ?? '', columns),
      },
    ];
  });
}

/** The sum of what cells show. */
export function addedUp(cells: readonly (Decimal | null | undefined)[]): string {
  return cells.reduce<Decimal>((total, cell) => plus(total, cell ?? ZERO), ZERO).toFixed();
}

export function shown(cell: Decimal | null | undefined): string {
  return (cell ?? ZERO).toFixed();
}
