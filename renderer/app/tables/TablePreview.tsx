import { sentenceOf } from '../../../shared/tables/read-cell.ts';
import type { CellFault, RowReading } from '../../../shared/tables/reading.ts';
import { countsOf } from '../../../shared/tables/read-rows.ts';
import { Icon } from '../../components/Icon.tsx';
import { counted } from '../../components/counts.ts';
import type { TableIn } from './use-table-draft.ts';

/** More rows than anybody reads; the rest is counted. */
const MOST_SHOWN = 100;
/** Cells of a row that are told; the rest is counted. */
const MOST_TOLD = 10;
const STATE_WORDS: Readonly<Record<RowReading['state'], string>> = {
  new: 'New',
  changed: 'Changed',
  same: 'As it stands',
  rejected: 'Not read',
};
const ORDER: readonly RowReading['state'][] = ['rejected', 'changed', 'new', 'same'];

/** Where a fault is, as the spreadsheet would say it: "Row 4, column D (Start)". */
export function placeOf({ row, column, heading }: CellFault): string {
  const cell = column === '' ? '' : `, column ${column}`;
  const named = heading === '' ? '' : ` (${heading})`;
  return row === 0 ? `The table${named}` : `Row ${String(row)}${cell}${named}`;
}

function FaultWords({ fault }: { readonly fault: CellFault }) {
  return (
    <p className="wrong">
      <Icon name="warn" small />
      <span>
        <b>{placeOf(fault)}.</b> {sentenceOf(fault)}
      </span>
    </p>
  );
}

function RowWords({ row }: { readonly row: RowReading }) {
  if (row.faults.length > 0) return row.faults.map((fault) => <FaultWords key={`${fault.column}${fault.heading}`} fault={fault} />);
  const isChange = row.state === 'changed';
  const told = isChange ? row.changes : row.changes.filter(({ heading, after }) => heading !== 'Id' && after !== '' && after !== row.name);
  const words = told.slice(0, MOST_TOLD).map(({ heading, before, after }) => {
    if (!isChange) return after;
    return `${heading}: ${before === '' ? 'blank' : before} → ${after}`;
  });
  const more = told.length - words.length;
  return (
    <>
      {words.join(isChange ? '; ' : ', ')}
      {more > 0 ? `; ${String(more)} more` : ''}
      {row.notes.length > 0 ? <span className="t3"> {row.notes.join(' ')}</span> : null}
    </>
  );
}

/** What each row would do, those that were not read first. */
export function TablePreview({ rows, faults }: { readonly rows: readonly RowReading[]; readonly faults: readonly CellFault[] }) {
  const ordered = ORDER.flatMap((state) => rows.filter((row) => row.state === state));
  const rest = ordered.length - MOST_SHOWN;
  return (
    <>
      {faults.map((fault) => (
        <FaultWords key={`${String(fault.row)}${fault.column}${fault.heading}`} fault={fault} />
      ))}
      {ordered.length === 0 ? null : (
        <div className="scroll" tabIndex={0} role="region" aria-label="What each row would do">
          <table className="tbl lines">
            <thead>
              <tr>
                <th scope="col">Row</th>
                <th scope="col">Name</th>
                <th scope="col">Would be</th>
                <th scope="col">In detail</th>
              </tr>
            </thead>
            <tbody>
              {ordered.slice(0, MOST_SHOWN).map((row) => (
                <tr key={`${String(row.number)} ${row.name}`}>
                  <td>{row.number}</td>
                  <th scope="row">{row.name}</th>
                  <td>{STATE_WORDS[row.state]}</td>
                  <td className="says">
                    <RowWords row={row} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rest > 0 ? <p className="t3 sm">{counted(rest, 'more row')} like these.</p> : null}
    </>
  );
}

/** Rows in words: "3 new, 2 changed, 1 not read". */
export function countWords(rows: readonly RowReading[]): string {
  const counts = countsOf(rows);
  return ORDER.toReversed()
    .filter((state) => counts[state] > 0)
    .map((state) => `${String(counts[state])} ${STATE_WORDS[state].toLowerCase()}`)
    .join(', ');
}

/** The one way past rows that cannot be read besides mending them: to say that they are left out. */
export function LeaveOut({ rows, table }: { readonly rows: readonly RowReading[]; readonly table: TableIn }) {
  const { rejected } = countsOf(rows);
  if (rejected === 0) return null;
  return (
    <label className="in-line">
      <input
        type="checkbox"
        checked={table.draft.leavesOutRejected}
        onChange={(event) => {
          table.change({ leavesOutRejected: event.target.checked });
        }}
      />
      Leave out {rejected === 1 ? 'the row that was' : `the ${counted(rejected, 'row')} that were`} not read
    </label>
  );
}
