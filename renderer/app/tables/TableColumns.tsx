import { columnName, DELIMITERS, type Delimiter } from '../../../shared/tables/delimited.ts';
import { headingOf, keyOf, type TableField } from '../../../shared/tables/fields.ts';
import { fieldsWithoutColumn } from '../../../shared/tables/look.ts';
import { labelOf } from '../../../shared/scenario/vocabulary.ts';
import type { NamedItem, Names } from '../../../shared/tables/names.ts';
import type { SeenTable } from './seen-table.ts';
import type { TableIn } from './use-table-draft.ts';

const DELIMITER_WORDS: Readonly<Record<Delimiter, string>> = { '\t': 'Tabs', ';': 'Semicolons', ',': 'Commas', '|': 'Bars' };
const FIRST_ROWS = 10;

type Given = { readonly table: TableIn; readonly look: SeenTable };

/** What divides the cells, and which row holds the headings: found, and changed here where it was found wrongly. */
export function TableLayout({ table, look }: Given) {
  return (
    <div className="in-line">
      <label>
        Cells are divided by
        <select
          className="fld"
          value={look.delimiter}
          onChange={(event) => {
            table.change({ delimiter: DELIMITERS.find((each) => each === event.target.value) ?? null, columns: {}, headingRow: undefined });
          }}
        >
          {DELIMITERS.map((each) => (
            <option key={each} value={each}>
              {DELIMITER_WORDS[each]}
            </option>
          ))}
        </select>
      </label>
      <label>
        Headings stand in
        <select
          className="fld"
          value={look.headings.row === null ? '' : String(look.headings.row)}
          onChange={(event) => {
            table.change({ headingRow: event.target.value === '' ? null : Number(event.target.value), columns: {} });
          }}
        >
          {look.rows.slice(0, FIRST_ROWS).map(({ number }) => (
            <option key={number} value={String(number)}>
              row {number}
            </option>
          ))}
          <option value="">no row</option>
        </select>
      </label>
    </div>
  );
}

/** The columns of the table, each with its first cells and what it holds: guessed from its heading, changed by its list. */
export function TableColumns({ table, look }: Given) {
  const { columns } = look.headings;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label="Columns">
      <table className="tbl lines">
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Heading</th>
            <th scope="col">First cells</th>
            <th scope="col">Holds</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((heading, index) => (
            <tr key={columnName(index)}>
              <td>{columnName(index)}</td>
              <th scope="row">{heading.written === '' ? <span className="t3">no heading</span> : heading.written}</th>
              <td className="seen-cells t3">{firstCells(look, index)}</td>
              <td>
                <ColumnTarget table={table} look={look} index={index} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function firstCells({ table }: SeenTable, index: number): string {
  const cells = table.rows.map(({ cells: all }) => (all[index] ?? '').trim()).filter((cell) => cell !== '');
  return cells.slice(0, 3).join(', ');
}

function ColumnTarget({ table, look, index }: Given & { readonly index: number }) {
  const target = look.table.targets[index] ?? null;
  const key = target === null ? '' : keyOf(target);
  const isListed = target === null || look.choices.some((each) => keyOf(each) === key);
  return (
    <select
      className="fld"
      aria-label={`What column ${columnName(index)} holds`}
      value={key}
      onChange={(event) => {
        table.change({ columns: { ...table.draft.columns, [index]: event.target.value } });
      }}
    >
      <option value="">(left out)</option>
      {isListed ? null : <option value={key}>{headingOf(target)}</option>}
      {look.choices.map((each) => (
        <option key={keyOf(each)} value={keyOf(each)}>
          {headingOf(each)}
        </option>
      ))}
    </select>
  );
}

/** Fields that a new item needs and that no column holds: one thing for every row. */
export function TableConstants({ table, look, fields, names }: Given & { readonly fields: readonly TableField[]; readonly names: Names }) {
  const without = fieldsWithoutColumn(fields, look.table);
  if (without.length === 0) return null;
  return (
    <div className="in-line">
      {without.map((field) => (
        <label key={field.path}>
          {field.label} of every new row
          <select
            className="fld"
            value={table.draft.constants[field.path] ?? ''}
            onChange={(event) => {
              table.change({ constants: { ...table.draft.constants, [field.path]: event.target.value } });
            }}
          >
            <option value="">(not said)</option>
            {choicesOf(field, names).map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}

function choicesOf({ takes }: TableField, names: Names): readonly NamedItem[] {
  if (takes.kind === 'choice') return takes.codes.map((id) => ({ id, name: labelOf(id) }));
  return takes.kind === 'reference' ? names[takes.list].items : [];
}
