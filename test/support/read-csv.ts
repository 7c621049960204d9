import type { Scenario } from '../../shared/scenario/schema.ts';
import { tableYears } from '../../shared/tables/item-table.ts';
import { KINDS, type TableKind } from '../../shared/tables/kinds.ts';
import { lookAt, NO_TABLE, type TableDraft, type TableLook } from '../../shared/tables/look.ts';
import type { TableSettings } from '../../shared/tables/questions.ts';
import { readTable, type TableReading } from '../../shared/tables/read-rows.ts';

type CsvRequest = { readonly kind: TableKind; readonly csv: string; readonly said?: Partial<TableSettings> } & Partial<
  Pick<TableDraft, 'constants' | 'leavesOutRejected' | 'columns'>
>;
type Seen = Extract<TableLook, { kind: 'seen' }>;

/** A text looked at as the page does it; fails where it is no table. */
export function seenIn(scenario: Scenario, { kind, csv, said = {}, ...draft }: CsvRequest): Seen {
  const { baseYear } = scenario;
  const given: TableDraft = { ...NO_TABLE, ...draft, text: csv, said: { ...NO_TABLE.said, ...said } };
  const look = lookAt(given, { fields: KINDS[kind].fields, baseYear, years: tableYears(scenario) });
  if (look.kind !== 'seen') throw new Error(look.kind === 'refused' ? look.text : 'There is no table.');
  return look;
}

/** A text read into a scenario as the page does it, with what the person said. */
export function readCsv(scenario: Scenario, request: CsvRequest): TableReading & { readonly seen: Seen } {
  const seen = seenIn(scenario, request);
  const { kind, constants = {}, leavesOutRejected = false } = request;
  const { table, settings } = seen;
  return { ...readTable(scenario, { kind, table, settings, constants, leavesOutRejected }), seen };
}
