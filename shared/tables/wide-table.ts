import type { TableRow } from './delimited.ts';
import type { TableField, Target } from './fields.ts';
import { AMOUNT_COLUMNS, LINE_FIELDS, type AmountColumn } from './fields-of-lines.ts';
import type { Heading } from './headings.ts';
import { isTotal, widthOf, type MatchedTable } from './questions.ts';

/* A table of a whole system as tables of lines: one for its rows, where each is a line, and one for each column that holds amounts of a category. */

const FIELDS = new Map(LINE_FIELDS.map((field) => [field.path, field]));
const COLUMNS = new Map(AMOUNT_COLUMNS.map((column) => [column.path, column]));

/** The tables of lines that a table of a system holds. Rows keep their numbers and columns their letters, so that a fault is found where it stands. */
export function partsOf(table: MatchedTable): MatchedTable[] {
  const wide = table.targets.flatMap((target, index) => {
    const column = target === null || target.about !== undefined ? undefined : COLUMNS.get(target.field.path);
    return column === undefined ? [] : [{ column, index }];
  });
  const isLong = wide.length === 0 || table.targets.some((target) => target?.field.path === 'baseAmount');
  // Rows that are no lines are told of once, among the rows.
  const width = widthOf(table);
  const isOdd = (row: TableRow): boolean => isTotal(row) || row.cells.some((cell, index) => index >= width && cell.trim() !== '');
  const rows = table.rows.filter((row) => (isLong ? hasLine(row, table) : isOdd(row)));
  const plain = { ...table, rows: table.rows.filter((row) => !isOdd(row)) };
  return [{ ...table, targets: table.targets.map(lineTarget), rows }, ...wide.map((each) => columnOf(plain, each))];
}

/** What a column of the system's table holds of a line; nothing where it is about the organisation or holds amounts of a category. */
function lineTarget(target: Target | null): Target | null {
  const field = target === null ? undefined : FIELDS.get(target.field.path);
  return target === null || field === undefined ? null : { ...target, field };
}

/** Whether a row says anything of a line. */
function hasLine({ cells }: TableRow, { targets }: MatchedTable): boolean {
  return targets.some((target, index) => {
    const path = target?.field.path ?? 'type';
    return path !== 'organisation' && path !== 'type' && !COLUMNS.has(path) && (cells[index] ?? '').trim() !== '';
  });
}

type AmountsAt = { readonly column: AmountColumn; readonly index: number };

/** One column of amounts as a table of lines, whose name, kind and category stand in columns of their own after the last. */
function columnOf(table: MatchedTable, { column, index }: AmountsAt): MatchedTable {
  const width = table.targets.length;
  const nameAt = table.targets.findIndex((target) => target?.field.path === 'name');
  const rows = table.rows
    .filter((row) => (row.cells[index] ?? '').trim() !== '')
    .map(({ number, cells }) => {
      const own = (cells[nameAt] ?? '').trim();
      const name = own === '' ? column.name : `${own}: ${column.name}`;
      const padded = Array.from({ length: Math.max(width, cells.length) }, (_, at) => cells[at] ?? '');
      return { number, cells: [...padded.slice(0, width), name, column.kind, column.category] };
    });
  const targets = table.targets.map((target, at) => (at === index ? targetOf('baseAmount') : isOfLine(target) ? null : lineTarget(target)));
  const added: Heading[] = ['name', 'kind', 'category'].map((path) => ({ written: path, unit: null, year: null }));
  return {
    ...table,
    rows,
    headings: [...Array.from({ length: width }, (_, at) => table.headings[at] ?? BLANK), ...added],
    targets: [...targets, targetOf('name'), targetOf('kind'), targetOf('category')],
  };
}

const BLANK: Heading = { written: '', unit: null, year: null };

/** Fields that a column of amounts says itself. */
function isOfLine(target: Target | null): boolean {
  return ['name', 'kind', 'category', 'baseAmount'].includes(target?.field.path ?? '');
}

function targetOf(path: string): Target | null {
  const field: TableField | undefined = FIELDS.get(path);
  return field === undefined ? null : { field };
}
