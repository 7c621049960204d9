import type { ClipboardEvent, KeyboardEvent } from 'react';
import { formatPercent } from '../../../shared/money/format.ts';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import type { OwnRecord } from '../../../shared/scenario/own-record.ts';
import type { Organisation } from '../../../shared/scenario/schema.ts';
import { RECORD_FIELDS, cellsOf, keyOf, type RecordCell, type TypedRecord } from '../../state/own-record-form.ts';

export type RecordTable = {
  readonly organisations: readonly Organisation[];
  readonly years: readonly string[];
  readonly unit: MoneyUnit;
  readonly typed: TypedRecord;
  readonly faults: ReadonlyMap<string, string>;
  /** The record as it would be; undefined while a cell cannot be kept. */
  readonly record: OwnRecord | undefined;
  readonly onType: (cell: RecordCell, text: string) => void;
  readonly onPaste: (cell: RecordCell, event: ClipboardEvent<HTMLInputElement>) => void;
};

/** Up, down and Enter stay in the column, as in a grid; Tab goes along the row. */
function walkColumn(event: KeyboardEvent<HTMLInputElement>): void {
  const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const cell = event.currentTarget.closest('td');
  const row = cell?.closest('tr');
  const beside = step < 0 ? row?.previousElementSibling : row?.nextElementSibling;
  const place = cell === null || row === undefined || row === null ? -1 : [...row.children].indexOf(cell);
  const next = beside?.children[place]?.querySelector('input');
  next?.focus();
  next?.select();
}

type CellOf = { readonly table: RecordTable; readonly cell: RecordCell; readonly name: string; readonly isFirst: boolean };

function Cell({ table, cell, name, isFirst }: CellOf) {
  const key = keyOf(cell);
  const fault = table.faults.get(key);
  const label = RECORD_FIELDS.find(({ field }) => field === cell.field)?.label ?? '';
  return (
    <td>
      <input
        className="fld num"
        autoFocus={isFirst}
        inputMode="decimal"
        aria-label={`${name}, ${cell.year}, ${label.toLowerCase()}, ${table.unit}`}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : 'record-faults'}
        title={fault}
        value={table.typed[key] ?? ''}
        onChange={(event) => {
          table.onType(cell, event.target.value);
        }}
        onPaste={(event) => {
          table.onPaste(cell, event);
        }}
        onKeyDown={walkColumn}
      />
    </td>
  );
}

function Row({ table, organisation: { id, name } }: { readonly table: RecordTable; readonly organisation: Organisation }) {
  const own = table.record?.byOrganisation.get(id);
  return (
    <tr>
      <th scope="row" className="wraps">
        {name}
      </th>
      {cellsOf(id, table.years).map((cell, place) => (
        <Cell key={keyOf(cell)} table={table} cell={cell} name={name} isFirst={place === 0 && table.organisations[0]?.id === id} />
      ))}
      <td className="num b">{own === undefined ? <span className="t3">n/a</span> : formatPercent(own.share)}</td>
    </tr>
  );
}

/** Past plan and outturn: a row for each organisation, three columns for each year, and what of the plans was achieved. */
export function OwnRecordTable(table: RecordTable) {
  return (
    <div className="record-scroll">
      <table className="tbl record">
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              Organisation
            </th>
            {table.years.map((year) => (
              <th key={year} scope="colgroup" colSpan={RECORD_FIELDS.length} className="year">
                {year}, {table.unit}
              </th>
            ))}
            <th scope="col" rowSpan={2} className="num">
              Achieved of plan
            </th>
          </tr>
          <tr>
            {table.years.flatMap((year) =>
              RECORD_FIELDS.map(({ field, label }) => (
                <th key={`${year} ${field}`} scope="col" className="num">
                  {label}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {table.organisations.map((organisation) => (
            <Row key={organisation.id} table={table} organisation={organisation} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
