import type { MoneyUnit } from '../money/units.ts';
import {
  BLANK,
  footing,
  money,
  roundingShown,
  words,
  type Cell,
  type Footing,
  type Row,
  type Shown,
  type ShownTable,
} from './shown-table.ts';

/** What may stand in a grid: an amount, words, or nothing. */
export type Entry = Shown | string | undefined;
/** Rows that add down to a total row, and columns that add across: in each row, the columns named in `parts` add up to the column named in `total`. */
export type Grid = {
  readonly id: string;
  readonly title: string;
  readonly unit: MoneyUnit;
  readonly columns: readonly string[];
  readonly newBlockAt?: string | undefined;
  readonly rows: readonly { readonly label: string; readonly entries: readonly Entry[] }[];
  readonly total?: { readonly label: string; readonly entries: readonly Entry[] } | undefined;
  readonly across?: readonly { readonly parts: readonly string[]; readonly total: string }[];
  readonly notes?: readonly string[];
};

type Line = Grid['rows'][number];

function cellOf(entry: Entry): Cell {
  if (entry === undefined) return BLANK;
  return typeof entry === 'string' ? words(entry) : money(entry);
}

function isShown(entry: Entry): entry is Shown {
  return typeof entry === 'object';
}

/** The sum of one column, where its total is an amount. */
function downOf({ title, columns, rows, total }: Grid): (Footing | undefined)[] {
  return columns.map((heading, column) => {
    const entry = total?.entries[column];
    if (!isShown(entry)) return undefined;
    const parts = rows.map(({ entries }) => entries[column]).filter(isShown);
    return rows.length === 0 ? undefined : footing(`${title}, ${heading}`, { parts, total: entry });
  });
}

/** The sum of each row for one relation, where its total is an amount. */
function acrossOf(
  { title, columns }: Grid,
  lines: readonly Line[],
  relation: { parts: readonly string[]; total: string },
): (Footing | undefined)[] {
  const at = (line: Line, heading: string): Entry => line.entries[columns.indexOf(heading)];
  return lines.map((line) => {
    const total = columns.includes(relation.total) ? at(line, relation.total) : undefined;
    if (!isShown(total)) return undefined;
    const parts = relation.parts.map((heading) => at(line, heading)).filter(isShown);
    return footing(`${title}, ${line.label}, ${relation.total}`, { parts, total });
  });
}

const isOpen = (footed: Footing | undefined): boolean => footed !== undefined && !footed.rounding.isZero();

/**
 * A grid as a table that adds as shown: where the figures leave something open, a row or a column 'Rounding' is put in (model-spec §1.5.5). That is rare, since
 * figures are footed before they come here.
 */
export function tableOf(grid: Grid): ShownTable {
  const down = downOf(grid);
  const lines = grid.total === undefined ? grid.rows : [...grid.rows, grid.total];
  const sums = (grid.across ?? []).map((relation) => ({ relation, footings: acrossOf(grid, lines, relation) }));
  const openCell = (footed: Footing | undefined): Cell => (footed !== undefined && isOpen(footed) ? money(roundingShown(footed)) : BLANK);
  let columns = [...grid.columns];
  let rows = lines.map(({ label, entries }): Row => ({ label, cells: entries.map(cellOf) }));
  let rounding = down.map(openCell);
  for (const { relation, footings } of sums.filter((each) => each.footings.some(isOpen))) {
    const at = columns.indexOf(relation.total);
    columns = columns.toSpliced(at, 0, 'Rounding');
    rounding = rounding.toSpliced(at, 0, BLANK);
    rows = rows.map((row, index) => {
      return { ...row, cells: row.cells.toSpliced(at, 0, openCell(footings[index])) };
    });
  }
  const totalRow = grid.total === undefined ? [] : rows.slice(-1).map((row): Row => ({ ...row, above: 'single', below: 'double' }));
  return {
    id: grid.id,
    title: grid.title,
    unit: grid.unit,
    columns,
    newBlockAt: grid.newBlockAt,
    rows: [
      ...rows.slice(0, grid.rows.length),
      ...(down.some(isOpen) ? [{ label: 'Rounding', isRounding: true, cells: rounding } as const] : []),
      ...totalRow,
    ],
    footings: [...down, ...sums.flatMap(({ footings }) => footings)].filter((footed) => footed !== undefined),
    notes: grid.notes ?? [],
  };
}
