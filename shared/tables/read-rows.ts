import type { Edit } from '../scenario/edit-kinds.ts';
import type { Scenario } from '../scenario/schema.ts';
import { columnName, type TableRow } from './delimited.ts';
import { headingOf, keyOf } from './fields.ts';
import { editsOf, listIsFull } from './item-edits.ts';
import { itemsOf, KINDS, takenIds, type TableKind } from './kinds.ts';
import { namesOf } from './names.ts';
import { isTotal, widthOf, type MatchedTable, type TableSettings } from './questions.ts';
import { codeOf, type CellContext } from './read-cell.ts';
import { Matcher } from './match-items.ts';
import { writtenIn, type CellFault, type Column, type RowItem, type RowReading } from './reading.ts';
import { readRow } from './row-item.ts';

export type TableReading = {
  readonly rows: readonly RowReading[];
  /** Faults of the table as a whole. */
  readonly faults: readonly CellFault[];
  /** The one edit that keeps it; nothing where it changes nothing or a fault stands in its way. */
  readonly edit: Extract<Edit, { kind: 'several' }> | null;
};

export type TableRequest = {
  readonly kind: TableKind;
  readonly table: MatchedTable;
  readonly settings: TableSettings;
  /** What holds for every row, by the key of a target: for fields without a column. */
  readonly constants: Readonly<Record<string, string>>;
  /** Rows that are not read are left out, because somebody said so. */
  readonly leavesOutRejected: boolean;
};

/**
 * Reads the rows of a table into the items of a list, and the edit that would bring them in (model-spec §3, §5.1). Items are found by id, else by name; the others are new. A blank
 * cell leaves what stands. Nothing is guessed: a cell that cannot be read rejects its row, and a rejected row the table, until it is mended or left out.
 */
export function readTable(scenario: Scenario, request: TableRequest): TableReading {
  const { kind, table, leavesOutRejected } = request;
  const columns = columnsOf(request);
  const tableFaults = twiceMatched(columns);
  if (tableFaults.length > 0) return { rows: [], faults: tableFaults, edit: null };
  const names = namesOf(scenario);
  const matcher = new Matcher({ kind, items: itemsOf(scenario, kind), taken: takenIds(scenario, kind), columns, names });
  const context = { style: request.settings, baseYear: scenario.baseYear, names };
  const read = table.rows.map((row) => readOne(row, { request, columns, matcher, context }));
  const rows = read.map(({ reading }) => reading);
  const full = listIsFull(scenario, { kind, added: countsOf(rows).new });
  if (full.length > 0) return { rows: [], faults: full, edit: null };
  const isRejected = rows.some(({ state }) => state === 'rejected');
  const kept = isRejected && !leavesOutRejected ? [] : read.flatMap(({ item }) => (item === null ? [] : [item]));
  return { rows, faults: [], edit: editsOf(scenario, { kind, items: kept }) };
}

/** The columns that are matched, and the fields that hold one thing for every row. */
function columnsOf({ kind, table, constants }: TableRequest): Column[] {
  const matched = table.targets.flatMap((target, index): Column[] =>
    target === null ? [] : [{ index, target, mark: table.headings[index]?.unit ?? null, letter: columnName(index), constant: null }],
  );
  const fixed = KINDS[kind].fields.flatMap((field): Column[] => {
    const constant = constants[field.path] ?? '';
    const isMatched = matched.some(({ target }) => keyOf(target) === field.path);
    return constant === '' || isMatched ? [] : [{ index: -1, target: { field }, mark: null, letter: '', constant }];
  });
  return [...matched, ...fixed];
}

function twiceMatched(columns: readonly Column[]): CellFault[] {
  return columns.flatMap(({ target, letter }, index) => {
    const first = columns.slice(0, index).find((each) => keyOf(each.target) === keyOf(target));
    if (first === undefined) return [];
    const read = `columns ${first.letter} and ${letter} as “${headingOf(target)}”`;
    return [
      {
        row: 0,
        column: letter,
        heading: headingOf(target),
        read,
        allowed: 'one column for it',
        wayOut: 'Leave one of the two columns out.',
      },
    ];
  });
}

type Reading = {
  readonly request: TableRequest;
  readonly columns: readonly Column[];
  readonly matcher: Matcher;
  readonly context: Omit<CellContext, 'mark'>;
};

function readOne(row: TableRow, { request, columns, matcher, context }: Reading): { reading: RowReading; item: RowItem | null } {
  const column = (path: string): Column | undefined => columns.find(({ target }) => keyOf(target) === path);
  const written = (path: string): string => {
    const found = column(path);
    return found === undefined ? '' : writtenIn(row, found);
  };
  const name = written('name') === '' ? written('id') : written('name');
  const shape = faultOfShape(row, { name, width: widthOf(request.table) });
  if (shape !== null) return rejected(row, name, [shape]);
  const takes = column('kind')?.target.field.takes;
  const lineKind = takes?.kind === 'choice' ? (codeOf(written('kind'), takes) ?? null) : null;
  const asked = { id: written('id'), name: written('name'), organisation: written('organisation'), lineKind };
  const found = matcher.find(asked, row.number);
  if (found.kind === 'refused')
    return rejected(row, name, [{ ...found.refusal, row: row.number, column: found.column, heading: found.heading }]);
  const { item, changes, faults, notes } = readRow(row, { kind: request.kind, columns, found, context, settings: request.settings });
  if (faults.length > 0) return rejected(row, name, faults);
  const state = found.before === null ? 'new' : changes.length > 0 ? 'changed' : 'same';
  return { reading: { number: row.number, name: name === '' ? found.id : name, state, changes, notes, faults: [] }, item };
}

function rejected(row: TableRow, name: string, faults: readonly CellFault[]): { reading: RowReading; item: null } {
  return { reading: { number: row.number, name, state: 'rejected', changes: [], notes: [], faults }, item: null };
}

/** A row with more cells than there are headings has slipped; a total is no item. */
function faultOfShape(row: TableRow, { name, width }: { name: string; width: number }): CellFault | null {
  const { number, cells } = row;
  const surplus = cells.findIndex((cell, index) => index >= width && cell.trim() !== '');
  if (surplus >= 0)
    return {
      row: number,
      column: columnName(surplus),
      heading: '',
      read: `“${(cells[surplus] ?? '').trim()}”, beyond the last heading`,
      allowed: `${String(width)} cells, one for each heading`,
      wayOut: 'Give the column a heading, or see whether a separator slipped into a cell.',
    };
  if (!isTotal(row) && !isTotal({ number, cells: [name] })) return null;
  const first = isTotal({ number, cells: [name] }) ? name : (cells.find((cell) => cell.trim() !== '') ?? '').trim();
  return {
    row: number,
    column: '',
    heading: '',
    read: `“${first}”, which adds up other rows`,
    allowed: 'rows that count once',
    wayOut: 'Leave the row out, or give it another name.',
  };
}

/** How many rows would do what. */
export function countsOf(rows: readonly RowReading[]): Readonly<Record<RowReading['state'], number>> {
  const count = (state: RowReading['state']): number => rows.filter((row) => row.state === state).length;
  return { new: count('new'), changed: count('changed'), same: count('same'), rejected: count('rejected') };
}
