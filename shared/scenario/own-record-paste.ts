import { labelOfStart, startOf } from '../calendar/financial-year.ts';
import { canonical } from '../money/decimal.ts';
import { parseEntry } from '../money/parse.ts';
import type { MoneyUnit } from '../money/units.ts';
import type { Edit, SingleEdit } from './edit-kinds.ts';
import type { Scenario } from './schema.ts';
import type { JsonObject } from './strict-json.ts';

/* A past record as finance offices keep it: one line for an organisation and year, pasted from a spreadsheet. */

/** What is pasted: tab-separated text with the columns organisation, year, planned, achieved and, if known, recurrent; amounts in `unit`; where it comes from. */
export type PastedRecord = { readonly text: string; readonly unit: MoneyUnit; readonly source?: string | undefined };

/** What a paste would do: one edit under one label, the lines read, and each line that was not, with the reason. The edit is undefined where nothing was read. */
export type RecordReading = {
  readonly edit: Edit | undefined;
  readonly read: number;
  readonly refused: readonly { readonly line: number; readonly text: string }[];
};

type Row = { readonly organisation: string; readonly year: string; readonly amounts: readonly (string | undefined)[] };
type Refusal = { readonly reason: string };

const FIELDS = ['plannedByYear', 'achievedByYear', 'recurrentByYear'] as const;
const LEAST_CELLS = 4;
const COLUMNS = 'Allowed: organisation, year, planned, achieved and, if known, the recurrent part, with a tab between them.';

/** "2016/17", also written 2016-17 or 2016/2017. */
function yearOf(written: string): string | undefined {
  const parts = /^(\d{4})\s*[/–-]\s*(?:\d{2})?(\d{2})$/.exec(written.trim());
  const label = parts === null ? undefined : labelOfStart(Number(parts[1]));
  return label !== undefined && startOf(label) !== undefined && label.endsWith(parts?.[2] ?? '') ? label : undefined;
}

function organisationOf({ organisations }: Scenario, written: string): string | undefined {
  const wanted = written.trim().toLowerCase();
  return organisations.find(({ id, name }) => id.toLowerCase() === wanted || name.trim().toLowerCase() === wanted)?.id;
}

/** An amount of the row as pounds; blank stays blank. */
function amountOf(typed: string | undefined, unit: MoneyUnit): string | undefined | Refusal {
  if (typed === undefined || typed.trim() === '') return undefined;
  const reading = parseEntry(typed, { unit: { kind: 'money', shownIn: unit } });
  if (reading.kind !== 'parsed') return { reason: reading.text };
  return reading.entry.form === 'amount'
    ? canonical(reading.entry.amount)
    : { reason: `Read a range. Allowed: one amount. Enter what it was.` };
}

function rowOf(scenario: Scenario, cells: readonly string[], unit: MoneyUnit): Row | Refusal {
  const [who = '', when = '', ...typed] = cells;
  if (cells.length < LEAST_CELLS) return { reason: `Read ${String(cells.length)} columns. ${COLUMNS} Add what is missing.` };
  const organisation = organisationOf(scenario, who);
  if (organisation === undefined) {
    return {
      reason: `Read "${who.trim()}". Allowed: the name or id of an organisation of this scenario. Correct it, or add the organisation.`,
    };
  }
  const year = yearOf(when);
  if (year === undefined) return { reason: `Read the year "${when.trim()}". Allowed: a financial year such as 2016/17. Correct it.` };
  const amounts: (string | undefined)[] = [];
  for (const cell of FIELDS.map((_, at) => typed[at])) {
    const amount = amountOf(cell, unit);
    if (typeof amount === 'object') return amount;
    amounts.push(amount);
  }
  return { organisation, year, amounts };
}

function isHeading(cells: readonly string[]): boolean {
  return cells.length >= LEAST_CELLS && !/\d/.test(cells.slice(1, LEAST_CELLS).join(''));
}

function inputOf(amount: string, source: string | undefined): JsonObject {
  return source === undefined ? { value: amount } : { value: amount, source };
}

/** Rows of an organisation that has a record already: each amount is set by itself, so that what is not pasted stays. */
function amend(row: Row, source: string | undefined): SingleEdit[] {
  return FIELDS.flatMap((field, at): SingleEdit[] => {
    const amount = row.amounts[at];
    if (amount === undefined) return [];
    return [
      {
        kind: 'setInput',
        path: `ownRecord.${row.organisation}.${field}.${row.year}`,
        input: { value: amount, ...(source === undefined ? {} : { source }) },
      },
    ];
  });
}

/** A new entry for an organisation from all its rows. */
function entryOf(organisation: string, rows: readonly Row[], source: string | undefined): JsonObject {
  const years = (at: number): JsonObject =>
    Object.fromEntries(
      rows.flatMap(({ year, amounts }) => {
        const amount = amounts[at];
        return amount === undefined ? [] : [[year, inputOf(amount, source)]];
      }),
    );
  return { organisation, ...Object.fromEntries(FIELDS.map((field, at) => [field, years(at)])) };
}

function editsOf(scenario: Scenario, rows: readonly Row[], source: string | undefined): SingleEdit[] {
  const known = scenario.ownRecord ?? [];
  const fresh = new Map<string, Row[]>();
  const edits: SingleEdit[] = [];
  for (const row of rows) {
    if (known.some(({ organisation }) => organisation === row.organisation)) edits.push(...amend(row, source));
    else fresh.set(row.organisation, [...(fresh.get(row.organisation) ?? []), row]);
  }
  const added = [...fresh].map(([organisation, own], at): SingleEdit => ({
    kind: 'addItem',
    list: 'ownRecord',
    position: known.length + at,
    item: entryOf(organisation, own, source),
  }));
  return [...edits, ...added];
}

/** Reads a pasted record into one edit (product.md §4: paste is one undo step). A first line of headings is passed over; a line that cannot be read is left out and said. */
export function ownRecordFromPaste(scenario: Scenario, { text, unit, source }: PastedRecord): RecordReading {
  const rows: Row[] = [];
  const refused: { line: number; text: string }[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    const cells = line.split('\t');
    if (line.trim() === '' || (index === 0 && isHeading(cells))) return;
    const row = rowOf(scenario, cells, unit);
    if ('reason' in row) refused.push({ line: index + 1, text: row.reason });
    else rows.push(row);
  });
  const edits = editsOf(scenario, rows, source);
  const label = `Own record of ${String(rows.length)} ${rows.length === 1 ? 'year' : 'years'}`;
  return { edit: edits.length === 0 ? undefined : { kind: 'several', label, edits }, read: rows.length, refused };
}
