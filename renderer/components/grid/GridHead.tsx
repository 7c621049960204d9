import { useRef, type PointerEvent } from 'react';
import { columnIdAt, LABEL_COLUMN, type GridView } from './grid-view.ts';
import { columnDomId, scaleOfText } from './layout.ts';
import { keepWidth } from './remembered.ts';
import type { Sheet, SheetColumn } from './sheet.ts';

type HeadProps = {
  readonly view: GridView;
  readonly gridId: string;
  readonly template: string;
  readonly least: string;
  readonly widths: readonly number[];
  readonly onSelect: (column: number, isExtending: boolean) => void;
  /** Told after a width was changed. */
  readonly onWidth: () => void;
};

/** Columns side by side with the same group stand under one heading. */
type Group = { readonly label: string; readonly unit: string | null; readonly first: number; readonly count: number };

function groupsOf(columns: readonly SheetColumn[]): Group[] {
  const groups: Group[] = [];
  columns.forEach((column, index) => {
    const label = column.group ?? '';
    const unit = column.unit ?? null;
    const last = groups.at(-1);
    if (last?.label !== label) groups.push({ label, unit, first: index + 1, count: 1 });
    else groups[groups.length - 1] = { ...last, unit: last.unit === unit ? unit : null, count: last.count + 1 };
  });
  return groups;
}

/** The unit that stands at a column: none where its group bears it for all. */
function unitAt(sheet: Sheet, column: number): string | undefined {
  const unit = sheet.columns[column - 1]?.unit;
  const group = groupsOf(sheet.columns).find(({ first, count }) => column >= first && column < first + count);
  return group !== undefined && group.label !== '' && group.unit !== null ? undefined : unit;
}

export function headRowsOf({ sheet }: GridView): number {
  return sheet.columns.some((column) => column.group !== undefined) ? 2 : 1;
}

/** The edge of a column, to be dragged; a double click gives the column its own width back. Alt+Shift and an arrow do the same from a cell. */
function Edge({ view, widths, column, onWidth }: Pick<HeadProps, 'view' | 'widths' | 'onWidth'> & { readonly column: number }) {
  const start = useRef<{ x: number; width: number } | null>(null);
  const give = (width: number | null): void => {
    keepWidth(view.sheet.id, { columnId: columnIdAt(view, column), width });
    onWidth();
  };
  return (
    <span
      className="sg-edge"
      aria-hidden="true"
      onPointerDown={(event: PointerEvent) => {
        event.preventDefault();
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width: widths[column] ?? 0 };
      }}
      onPointerMove={(event: PointerEvent) => {
        if (start.current !== null) give(start.current.width + (event.clientX - start.current.x) / scaleOfText());
      }}
      onPointerUp={() => {
        start.current = null;
      }}
      onDoubleClick={() => {
        give(null);
      }}
    />
  );
}

function Groups({ view, template }: Pick<HeadProps, 'view' | 'template'>) {
  return (
    <div role="row" aria-rowindex={1} className="sg-row groups" style={{ gridTemplateColumns: template }}>
      <div role="columnheader" aria-colindex={1} className="sg-cell label" />
      {groupsOf(view.sheet.columns).map(({ label, unit, first, count }) => (
        <div
          key={first}
          role="columnheader"
          aria-colindex={first + 1}
          aria-colspan={count}
          className={label === '' ? 'sg-cell' : 'sg-cell group'}
          style={{ gridColumn: `span ${String(count)}` }}
        >
          <span>{label === '' || unit === null ? label : `${label}, ${unit}`}</span>
        </div>
      ))}
      <span className="sg-rest" />
    </div>
  );
}

/** The headings: groups of columns, then the columns with their units. They stay at the top, the heading of the labels at the left too. */
export function GridHead(props: HeadProps) {
  const { view, gridId, template, onSelect } = props;
  const { sheet } = view;
  const heads = [
    { id: LABEL_COLUMN, label: sheet.rowHeading, unit: undefined, align: 'left', group: undefined },
    ...sheet.columns.map(({ id, label, unit, align, group }) => ({ id, label, unit, align, group })),
  ];
  return (
    <div role="rowgroup" className="sg-head" style={{ minWidth: props.least }}>
      {headRowsOf(view) === 2 ? <Groups view={view} template={template} /> : null}
      <div role="row" aria-rowindex={headRowsOf(view)} className="sg-row names" style={{ gridTemplateColumns: template }}>
        {heads.map(({ id, label, unit, align, group }, column) => (
          <div
            key={id}
            id={columnDomId(gridId, column)}
            role="columnheader"
            aria-colindex={column + 1}
            className={`sg-cell${column === 0 ? ' label' : ''}${align === 'right' ? ' num' : ''}${group === undefined ? '' : ' grouped'}`}
            title={unit === undefined ? label : `${label}, ${unit}`}
            onPointerDown={(event) => {
              event.preventDefault();
              onSelect(column, event.shiftKey);
            }}
          >
            <span className="sg-head-name">{label}</span>
            {unitAt(sheet, column) === undefined ? null : <span className="u">{unit}</span>}
            <Edge view={view} widths={props.widths} column={column} onWidth={props.onWidth} />
          </div>
        ))}
        <span className="sg-rest" />
      </div>
    </div>
  );
}
