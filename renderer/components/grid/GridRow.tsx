import { memo, type ReactNode } from 'react';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import { Icon } from '../Icon.tsx';
import { CellContent } from './CellContent.tsx';
import { problemOfRow, type CellProblem } from './cell-problems.ts';
import { cellWords, hasNote } from './cell-words.ts';
import type { Drafts } from './drafts.ts';
import { cellKey, cellOf, columnAt, columnIdAt, pathOf, type GridView } from './grid-view.ts';
import { cellDomId } from './layout.ts';
import type { RowMark, SheetCell, SheetRow } from './sheet.ts';

/** What is known about the cells of all rows beyond the sheet. */
export type CellStates = {
  readonly drafts: Drafts;
  readonly problems: ReadonlyMap<string, CellProblem>;
  readonly changed: ReadonlySet<string>;
  /** What was typed and is being saved, by path: shown until the sheet has it. */
  readonly pending: ReadonlyMap<string, string>;
};

type RowProps = {
  readonly view: GridView;
  readonly row: SheetRow;
  readonly index: number;
  readonly gridId: string;
  readonly unit: MoneyUnit;
  readonly template: string;
  readonly top: number;
  /** Rows of headings above the first row. */
  readonly headRows: number;
  /** The active column, where this is the active row. */
  readonly active: number | null;
  /** The first and the last selected column, where the row is in the selection. */
  readonly from: number | null;
  readonly to: number | null;
  readonly states: CellStates;
  /** What stands in the active cell while it is edited. */
  readonly editor: ReactNode;
};

const KIND_CLASS: Readonly<Record<SheetCell['kind'], string>> = {
  input: 'in',
  text: 'in',
  choice: 'in',
  flag: 'in',
  derived: 'de',
  none: 'no',
};

function marksOf({ row, states }: RowProps): readonly RowMark[] {
  const problem = problemOfRow(row, states.problems);
  return [...(row.marks ?? []), ...(problem === undefined ? [] : [{ icon: 'warn' as const, text: problem.text }])];
}

/** Sign, place to fold, name. */
function Label({ props, children }: { readonly props: RowProps; readonly children: ReactNode }) {
  const { view, row } = props;
  return (
    <>
      <span className="sg-gutter">
        {marksOf(props).map((mark) => (
          <span key={`${mark.icon} ${mark.text}`} className="at" title={mark.text}>
            <Icon name={mark.icon} small />
          </span>
        ))}
      </span>
      <span className="sg-fold" data-fold={view.foldable.has(row.key) ? row.key : undefined}>
        {view.foldable.has(row.key) ? <Icon name={view.folded.has(row.key) ? 'right' : 'down'} small /> : null}
      </span>
      <span className="sg-name" style={{ paddingLeft: `${String(row.level * 0.75)}rem` }}>
        {children}
      </span>
    </>
  );
}

function stateOf({ row, view, states }: RowProps, column: number) {
  const path = pathOf(cellOf(row, column));
  const draft = path === null ? undefined : states.drafts.get(path);
  const problem = path === null ? undefined : states.problems.get(path);
  const isChanged = column > 0 && states.changed.has(cellKey(row.key, columnIdAt(view, column)));
  const pending = path === null ? undefined : states.pending.get(path);
  return { draft, problem, isChanged, pending };
}

function classOf(props: RowProps, column: number): string {
  const { row, view, active, from, to, editor } = props;
  const cell = cellOf(row, column);
  const { draft, problem, isChanged } = stateOf(props, column);
  const isActive = active === column;
  const names = [
    'sg-cell',
    KIND_CLASS[cell.kind],
    column === 0 ? 'label' : '',
    columnAt(view, column)?.align === 'right' ? 'num' : '',
    isActive ? 'cur' : '',
    isActive && editor !== null ? 'ed' : '',
    from !== null && to !== null && column >= from && column <= to ? 'sel' : '',
    draft !== undefined || problem?.isError === true ? 'bad' : '',
    hasNote(cell) ? 'note' : '',
    cell.kind === 'derived' && 'shown' in cell.derived ? 'fig' : '',
    isChanged ? 'chg' : '',
  ];
  return names.filter((name) => name !== '').join(' ');
}

function Cell({ props, column }: { readonly props: RowProps; readonly column: number }) {
  const { view, row, index, gridId, unit, active, from, to, editor } = props;
  const cell = cellOf(row, column);
  const { draft, problem, isChanged, pending } = stateOf(props, column);
  const isEdited = active === column && editor !== null;
  const words = cellWords(view, {
    row: column === 0 ? { ...row, marks: marksOf(props) } : row,
    column,
    state: { draft, problem: problem?.text, isChanged },
    moneyUnit: unit,
  });
  const kept = draft?.text ?? pending;
  const content = kept === undefined ? <CellContent cell={cell} places={view.places[column] ?? 0} unit={unit} /> : <span>{kept}</span>;
  const shown = isEdited ? editor : content;
  return (
    <div
      id={cellDomId(gridId, { row: index, column })}
      role={column === 0 ? 'rowheader' : 'gridcell'}
      aria-colindex={column + 1}
      aria-label={isEdited ? undefined : words}
      aria-selected={from !== null && to !== null && column >= from && column <= to ? true : undefined}
      aria-readonly={cell.kind === 'derived' || cell.kind === 'none' ? true : undefined}
      aria-invalid={draft !== undefined || problem?.isError === true ? true : undefined}
      aria-expanded={column === 0 && view.foldable.has(row.key) ? !view.folded.has(row.key) : undefined}
      className={classOf(props, column)}
      data-row={index}
      data-column={column}
    >
      {column === 0 ? <Label props={props}>{shown}</Label> : shown}
    </div>
  );
}

/** One row: label, cells, and what fills the rest of the width. Drawn anew only where something of it changed. */
export const GridRow = memo(function GridRow(props: RowProps) {
  const { view, row, index, template, top, headRows, active } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + headRows + 1}
      className={`sg-row ${row.kind}${active === null ? '' : ' here'}`}
      style={{ gridTemplateColumns: template, top: `${String(top)}px` }}
    >
      {view.places.map((_, column) => (
        <Cell key={columnIdAt(view, column)} props={props} column={column} />
      ))}
      <span className="sg-rest" />
    </div>
  );
});
