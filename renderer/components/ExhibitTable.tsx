import type { Cell, Row, ShownTable } from '../../shared/outcomes/shown-table.ts';
import type { MoneyUnit } from '../../shared/money/units.ts';
import { Figure } from './Figure.tsx';

function rowClass(row: Row): string {
  if (row.below === 'double') return 'tot';
  if (row.above === 'single') return 'sub';
  return row.indented === true ? 'in' : '';
}

/** A nil reads as a dash, and in digits where it is what a sum comes to. */
function CellView({ cell, unit, isSum }: { readonly cell: Cell; readonly unit: MoneyUnit; readonly isSum: boolean }) {
  const nil = isSum ? 'digits' : 'dash';
  return <td className="num">{cell.kind === 'money' ? <Figure shown={cell.shown} unit={unit} nil={nil} /> : cell.text}</td>;
}

/** A table of shares and words has no unit of money to name. */
function holdsMoney({ rows }: ShownTable): boolean {
  return rows.some(({ cells }) => cells.some(({ kind }) => kind === 'money'));
}

/** A table of an exhibit as it stands: the figures that footing gave, ruled as an accountant rules them. It scrolls where it is wider than its place. */
export function ExhibitTable({ table, label }: { readonly table: ShownTable; readonly label: string }) {
  return (
    <div className="exhibit-table" tabIndex={0} role="region" aria-label={`${label}, table`}>
      <table className="tbl bridge">
        {table.columns.some((column) => column !== '') ? (
          <thead>
            <tr>
              {holdsMoney(table) ? <th scope="col">{table.unit}</th> : <td />}
              {table.columns.map((column) => (
                <th key={column} scope="col" className="num">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
        ) : null}
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={`${row.label} ${String(index)}`} className={rowClass(row)}>
              <th scope="row" className="wraps">
                {row.label}
              </th>
              {row.cells.map((cell, at) => (
                <CellView key={table.columns[at] ?? at} cell={cell} unit={table.unit} isSum={row.above === 'single'} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.notes.map((note) => (
        <p key={note} className="mi t3">
          {note}
        </p>
      ))}
    </div>
  );
}
