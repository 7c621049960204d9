import { canonical, decimal } from '../money/decimal.ts';
import { hasCanonicalForm, isJsonObject, canonicalJson } from '../scenario/canonical.ts';
import { problemsOf } from '../scenario/file-problems.ts';
import { harmless } from '../outcomes/exhibits/exhibit-csv.ts';
import type { JsonObject } from '../scenario/strict-json.ts';
import { labelOf } from '../scenario/vocabulary.ts';
import { listed } from '../scenario/labels.ts';
import { textIn } from '../scenario/places.ts';
import type { TableRow } from './delimited.ts';
import { headingOf, keyOf } from './fields.ts';
import { cellAt, contentAt, withCell, wordsAt, writtenCell } from './item-content.ts';
import { KINDS, type TableKind } from './kinds.ts';
import { categoriesOf, impliedCategory, impliedKind, type LineKind } from './line-words.ts';
import type { Found } from './match-items.ts';
import type { TableSettings } from './questions.ts';
import { readCell, type CellContext, type ReadCell } from './read-cell.ts';
import { writtenIn, type CellChange, type CellFault, type Column, type RowItem } from './reading.ts';
import { fittedProfile } from './scheme-profile.ts';
import { asMeant } from './write-csv.ts';

export type RowRequest = {
  readonly kind: TableKind;
  readonly columns: readonly Column[];
  readonly found: Extract<Found, { kind: 'item' }>;
  readonly context: Omit<CellContext, 'mark'>;
  readonly settings: TableSettings;
};

type RowResult = {
  readonly item: RowItem | null;
  readonly changes: readonly CellChange[];
  readonly faults: readonly CellFault[];
  readonly notes: readonly string[];
};

/** Reads a row into its item. A cell that is blank, or that says what stands there, leaves it. */
export function readRow(row: TableRow, request: RowRequest): RowResult {
  const { found, kind, columns } = request;
  const faults: CellFault[] = [];
  const notes = [...found.notes];
  const fault = (column: Column | undefined, said: Omit<CellFault, 'row' | 'column' | 'heading'>): void => {
    faults.push({ row: row.number, column: column?.letter ?? '', heading: column === undefined ? '' : headingOf(column.target), ...said });
  };
  let item = { ...(found.before ?? {}), id: found.id };
  const line = kind === 'lines' ? lineOf(row, request) : null;
  for (const column of columns) {
    const written = writtenIn(row, column);
    // A name that found its item is the item's name, however it is spelt.
    const isFinder = keyOf(column.target) === 'id' || (found.isByName && keyOf(column.target) === 'name');
    if (written === '' || isFinder || saysWhatStands(written, column, request)) continue;
    const read = readCell(written, column.target, { ...request.context, mark: column.mark });
    if (read.kind === 'refused') fault(column, read.refusal);
    else item = { ...withCell(item, column.target, line?.isTurned === true ? turned(read, column) : read), id: found.id };
  }
  if (line !== null && faults.length === 0) item = { ...item, ...line.taken };
  if (line !== null) notes.push(...line.notes);
  if (kind === 'savings' && faults.length === 0) {
    const fitted = fittedProfile(item, { columns, row });
    item = { ...fitted.item, id: found.id };
    notes.push(...fitted.notes);
    faults.push(...fitted.faults);
  }
  const said = new Set(faults.map(({ heading }) => heading));
  faults.push(...missing(item, row, request).filter(({ heading }) => !said.has(heading)));
  if (faults.length > 0) return { item: null, changes: [], faults, notes };
  const parsed = KINDS[kind].schema.safeParse(item);
  faults.push(...misfits(item, row, { ...request, issues: parsed.error?.issues ?? [] }));
  return { ...settled(parsed.data, faults, request), faults, notes };
}

/** What the item is in full, as the schema reads it, and which cells it changes. */
function settled(
  parsed: unknown,
  faults: readonly CellFault[],
  { found, columns, context }: RowRequest,
): Pick<RowResult, 'item' | 'changes'> {
  if (faults.length > 0 || !hasCanonicalForm(parsed) || !isJsonObject(parsed)) return { item: null, changes: [] };
  const before = found.before;
  if (before !== null && canonicalJson(before) === canonicalJson(parsed))
    return { item: { id: found.id, before, after: before }, changes: [] };
  const changes = columns.flatMap(({ target }): CellChange[] => {
    const [was, is] = [before ?? undefined, parsed].map((each) => wordsAt(each, target, context));
    return was === is ? [] : [{ heading: headingOf(target), before: was ?? '', after: is ?? '' }];
  });
  const rest = changes.length === 0 && before !== null ? [{ heading: 'Profile', before: '', after: '' }] : [];
  return { item: { id: found.id, before, after: parsed }, changes: [...changes, ...rest] };
}

/** Words are compared as they are written out, so that a table that Footing wrote changes nothing. Figures are compared once they are read. */
function saysWhatStands(written: string, { target }: Column, { found, context }: RowRequest): boolean {
  if (found.before === null || contentAt(found.before, target) === undefined) return false;
  const isFigure = target.about === undefined ? target.field.takes.kind === 'input' : ['low', 'likely', 'high'].includes(target.about);
  if (isFigure) return false;
  return written === asMeant(harmless(writtenCell(cellAt(found.before, target, context))).trim()).trim();
}

type Issues = Parameters<typeof problemsOf>[0];

type LineWords = { readonly isTurned: boolean; readonly taken: JsonObject; readonly notes: readonly string[] };

/** What the row of a line leaves to be taken: its kind and its category, and whether its amounts are turned round. */
function lineOf(row: TableRow, { columns, settings, context, found }: RowRequest): LineWords {
  const written = (path: string): string => {
    const column = columns.find(({ target }) => keyOf(target) === path);
    return column === undefined ? '' : writtenIn(row, column);
  };
  const column = columns.find(({ target }) => keyOf(target) === 'baseAmount');
  const amount = column === undefined ? null : readCell(writtenIn(row, column), column.target, { ...context, mark: column.mark });
  const isCostNegative = settings.costs === 'NEGATIVE';
  const [name, category, saidKind] = [written('name'), written('category'), written('kind')];
  const known = kindOf(saidKind, columns, context) ?? (found.before === null ? undefined : lineKind(textIn(found.before, 'kind')));
  const implied =
    known === undefined && saidKind === ''
      ? impliedKind({ category, name }, { amount: amount?.kind === 'input' ? amount.input.value : null, isCostNegative })
      : null;
  const kind = known ?? implied?.kind;
  const taken: JsonObject = {};
  const notes: string[] = [];
  if (implied !== null) {
    taken['kind'] = implied.kind;
    notes.push(implied.note);
  }
  if (kind !== undefined && category === '' && found.before === null) {
    const guessed = impliedCategory(name, kind);
    taken['category'] = guessed.category;
    notes.push(guessed.note);
  }
  return { isTurned: isCostNegative && kind === 'EXPENDITURE', taken, notes };
}

function kindOf(written: string, columns: readonly Column[], context: Omit<CellContext, 'mark'>): LineKind | undefined {
  const column = columns.find(({ target }) => keyOf(target) === 'kind');
  if (written === '' || column === undefined) return undefined;
  const read = readCell(written, column.target, { ...context, mark: null });
  return read.kind === 'content' && typeof read.content === 'string' ? lineKind(read.content) : undefined;
}

export function lineKind(code: string | undefined): LineKind | undefined {
  return code === 'INCOME' || code === 'EXPENDITURE' ? code : undefined;
}

/** An amount of money the other way round, where costs stand as negatives. */
function turned(read: Exclude<ReadCell, { kind: 'refused' }>, { target }: Column): Exclude<ReadCell, { kind: 'refused' }> {
  const { takes } = target.field;
  if (read.kind !== 'input' || takes.kind !== 'input' || takes.unit !== '£') return read;
  const opposite = (text: string): string => canonical(decimal(text).negated());
  const { value, range } = read.input;
  if (range === undefined) return { kind: 'input', input: { value: opposite(value) } };
  const other = { low: opposite(range.high), likely: opposite(range.likely), high: opposite(range.low) };
  return { kind: 'input', input: { value: opposite(value), range: other } };
}

/** What a new item cannot be without. */
function missing(item: JsonObject, row: TableRow, { kind, columns, found }: RowRequest): CellFault[] {
  if (found.before !== null) return [];
  return KINDS[kind].fields.flatMap((field): CellFault[] => {
    if (field.isRequired !== true || contentAt(item, { field }) !== undefined) return [];
    const column = columns.find(({ target }) => keyOf(target) === field.path);
    const wayOut = column === undefined ? 'Match a column to it, or choose one for every row.' : 'Fill the cell.';
    const allowed = `${field.label}, which a new ${KINDS[kind].noun} needs`;
    return [{ row: row.number, column: column?.letter ?? '', heading: field.label, read: 'blank', allowed, wayOut }];
  });
}

/** What does not fit the schema, at the cell from which it came. */
function misfits(item: JsonObject, row: TableRow, { kind, columns, issues }: RowRequest & { issues: Issues }): CellFault[] {
  const { schema } = KINDS[kind];
  const first = problemsOf(issues, { schema, content: item, most: 5 }).problems.map((problem): CellFault => {
    const column = columns.find(({ target }) => problem.path.startsWith(target.field.path));
    const { read, allowed } = problem;
    return {
      row: row.number,
      column: column?.letter ?? '',
      heading: column === undefined ? problem.path : headingOf(column.target),
      read,
      allowed,
      wayOut: 'Mend it in the table.',
    };
  });
  const side = kind === 'lines' ? lineKind(textIn(item, 'kind')) : undefined;
  const category = textIn(item, 'category') ?? '';
  if (side === undefined || first.length > 0 || categoriesOf(side).includes(category) || category === '') return first;
  const column = columns.find(({ target }) => keyOf(target) === 'category');
  const read = `${labelOf(category)}, on ${side === 'INCOME' ? 'an income' : 'an expenditure'} line`;
  const allowed = listed(categoriesOf(side).map(labelOf), { most: 24 });
  return [
    {
      row: row.number,
      column: column?.letter ?? '',
      heading: 'Category',
      read,
      allowed,
      wayOut: 'Choose one of these, or mend the kind of line.',
    },
  ];
}
