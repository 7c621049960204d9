import { yearAfter, yearsBetween } from '../../shared/calendar/financial-year.ts';
import { canonical, decimal, type Decimal } from '../../shared/money/decimal.ts';
import { parseEntry } from '../../shared/money/parse.ts';
import { poundsPer, type MoneyUnit } from '../../shared/money/units.ts';
import type { Edit, SingleEdit } from '../../shared/scenario/edit-kinds.ts';
import { FIRST_RECORD_START } from '../../shared/scenario/rules/scenario-index.ts';
import type { OwnRecordEntry, Scenario } from '../../shared/scenario/schema.ts';
import type { JsonObject } from '../../shared/scenario/strict-json.ts';

/* The table in which past plan and outturn are entered: what stands in its cells as text, and the one edit that keeps it. */

export const RECORD_FIELDS = [
  { field: 'plannedByYear', label: 'Planned' },
  { field: 'achievedByYear', label: 'Achieved' },
  { field: 'recurrentByYear', label: 'Recurrent' },
] as const;
export type RecordField = (typeof RECORD_FIELDS)[number]['field'];

export type RecordCell = { readonly organisation: string; readonly field: RecordField; readonly year: string };
/** What stands in the cells, as somebody typed it, by `keyOf`; a cell that is not named is blank. */
export type TypedRecord = Readonly<Record<string, string>>;

/** The years that the table shows before anybody has recorded one. */
const USUAL_YEARS = 3;

export const keyOf = ({ organisation, field, year }: RecordCell): string => `${organisation} ${field} ${year}`;

/** The cells of one organisation, in the order in which they stand in its row. */
export function cellsOf(organisation: string, years: readonly string[]): RecordCell[] {
  return years.flatMap((year) => RECORD_FIELDS.map(({ field }) => ({ organisation, field, year })));
}

const entryOf = ({ ownRecord = [] }: Scenario, organisation: string): OwnRecordEntry | undefined =>
  ownRecord.find((entry) => entry.organisation === organisation);

/** Years of the table: the three before the base year, and every year that something is recorded of. */
export function recordYearsOf(scenario: Scenario): readonly string[] {
  const usual = Array.from({ length: USUAL_YEARS }, (_, index) => yearAfter(scenario.baseYear, index - USUAL_YEARS));
  const recorded = (scenario.ownRecord ?? []).flatMap((entry) => RECORD_FIELDS.flatMap(({ field }) => Object.keys(entry[field])));
  return [...new Set([...usual, ...recorded])].filter((year) => yearsBetween(year, year) !== undefined).sort();
}

/** The year before the first one, where a record may reach that far back. */
export function earlierYear(years: readonly string[]): string | undefined {
  const [first] = years;
  if (first === undefined) return undefined;
  const earlier = yearAfter(first, -1);
  return Number(earlier.slice(0, 4)) < FIRST_RECORD_START ? undefined : earlier;
}

/** What is recorded, as somebody would type it in the unit shown. */
export function typedFrom(scenario: Scenario, unit: MoneyUnit): TypedRecord {
  const typed: Record<string, string> = {};
  for (const entry of scenario.ownRecord ?? []) {
    for (const { field } of RECORD_FIELDS) {
      for (const [year, { value }] of Object.entries(entry[field])) {
        typed[keyOf({ organisation: entry.organisation, field, year })] = decimal(value).div(poundsPer(unit)).toFixed();
      }
    }
  }
  return typed;
}

/** The source that all recorded amounts share; empty where they have none or several. */
export function sourceOf({ ownRecord = [] }: Scenario): string {
  const inputs = ownRecord.flatMap((entry) => RECORD_FIELDS.flatMap(({ field }) => Object.values(entry[field])));
  const sources = new Set(inputs.map(({ source }) => source ?? ''));
  return sources.size === 1 ? ([...sources][0] ?? '') : '';
}

/** One cell as it was read: pounds in canonical form, blank, or in words why it cannot be kept. */
export type ReadCell = { readonly amount: string } | 'blank' | { readonly fault: string };

export function readCell(typed: string | undefined, unit: MoneyUnit): ReadCell {
  if (typed === undefined || typed.trim() === '') return 'blank';
  const reading = parseEntry(typed, { unit: { kind: 'money', shownIn: unit } });
  if (reading.kind !== 'parsed') return { fault: reading.text };
  if (reading.entry.form === 'range') return { fault: 'Read a range. Allowed: one amount. Enter what it was.' };
  if (isBelowNil(reading.entry.amount))
    return { fault: `Read ${reading.text}. Allowed: nil or more. Enter what was saved without a sign.` };
  return { amount: canonical(reading.entry.amount) };
}

const isBelowNil = (amount: Decimal): boolean => amount.isNegative() && !amount.isZero();

/** Every cell that cannot be kept, with the reason. */
export function faultsIn(typed: TypedRecord, unit: MoneyUnit): ReadonlyMap<string, string> {
  const faults = new Map<string, string>();
  for (const [key, text] of Object.entries(typed)) {
    const read = readCell(text, unit);
    if (typeof read === 'object' && 'fault' in read) faults.set(key, read.fault);
  }
  return faults;
}

type Given = { readonly typed: TypedRecord; readonly unit: MoneyUnit; readonly years: readonly string[]; readonly source: string };

/** What a recorded cell becomes: what is known of it beyond amount and source stays. */
function cellEdits(cell: RecordCell, { entry, read, source }: { entry: OwnRecordEntry; read: ReadCell; source: string }): SingleEdit[] {
  const path = `ownRecord.${cell.organisation}.${cell.field}.${cell.year}`;
  const held = entry[cell.field][cell.year];
  if (typeof read === 'string' || 'fault' in read) return held === undefined ? [] : [{ kind: 'clear', path }];
  const value: SingleEdit[] = held?.value === read.amount ? [] : [{ kind: 'setInputField', path, field: 'value', to: read.amount }];
  const from: SingleEdit[] = source === '' || held?.source === source ? [] : [{ kind: 'setInputField', path, field: 'source', to: source }];
  return [...value, ...from];
}

function newEntry(organisation: string, cells: readonly { cell: RecordCell; read: ReadCell }[], source: string): JsonObject {
  const inputOf = (amount: string): JsonObject => (source === '' ? { value: amount } : { value: amount, source });
  const byYear = (field: RecordField): JsonObject =>
    Object.fromEntries(
      cells.flatMap(({ cell, read }) =>
        cell.field === field && typeof read === 'object' && 'amount' in read ? [[cell.year, inputOf(read.amount)]] : [],
      ),
    );
  return { organisation, ...Object.fromEntries(RECORD_FIELDS.map(({ field }) => [field, byYear(field)])) };
}

/** The one edit that makes the record what stands in the table; undefined where that changes nothing, or where a cell cannot be kept: all of it, or none. */
export function recordEdit(scenario: Scenario, { typed, unit, years, source }: Given): Edit | undefined {
  if (faultsIn(typed, unit).size > 0) return undefined;
  let position = scenario.ownRecord?.length ?? 0;
  const [edits, removals]: [SingleEdit[], SingleEdit[]] = [[], []];
  for (const { id } of scenario.organisations) {
    const cells = cellsOf(id, years).map((cell) => ({ cell, read: readCell(typed[keyOf(cell)], unit) }));
    const isBlank = cells.every(({ read }) => read === 'blank');
    const entry = entryOf(scenario, id);
    if (entry === undefined && !isBlank) {
      edits.push({ kind: 'addItem', list: 'ownRecord', position, item: newEntry(id, cells, source.trim()) });
      position += 1;
    } else if (entry !== undefined && isBlank) removals.push({ kind: 'removeItem', list: 'ownRecord', key: id });
    else if (entry !== undefined) edits.push(...cells.flatMap(({ cell, read }) => cellEdits(cell, { entry, read, source: source.trim() })));
  }
  const all = [...edits, ...removals];
  return all.length === 0 ? undefined : { kind: 'several', label: 'Own record of past savings', edits: all };
}
