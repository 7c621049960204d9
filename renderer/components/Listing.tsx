import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';

export type Line = { readonly key: string; readonly isHeading: boolean };

/** Rows drawn beyond the edges, so that scrolling never shows a gap. */
const OVERSCAN = 8;
/** Heights before a row has been measured, in pixels: close to those of the style sheet. */
const ROW = 30;
const HEADING = 34;

type ListingProps<L extends Line> = {
  readonly id: string;
  readonly label: string;
  readonly head: ReactNode;
  readonly lines: readonly L[];
  readonly selected: string | null;
  readonly cells: (line: L) => ReactNode;
  readonly onSelect: (key: string) => void;
  readonly onOpen: (key: string) => void;
  /** A letter typed on the list, which wants to be looked for. */
  readonly onType?: (letter: string) => void;
};

/** Where a key leads from a line: the index of the next line that is no heading. */
function destination(lines: readonly Line[], { key, from, page }: { key: string; from: number; page: number }): number | null {
  const move = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -lines.length, End: lines.length }[key];
  if (move === undefined) return null;
  const aim = Math.min(Math.max(from + move, 0), lines.length - 1);
  return nearest(lines, aim, move < 0 ? -1 : 1) ?? nearest(lines, aim, move < 0 ? 1 : -1);
}

function nearest(lines: readonly Line[], from: number, direction: 1 | -1): number | null {
  for (let index = from; index >= 0 && index < lines.length; index += direction) {
    if (lines[index]?.isHeading === false) return index;
  }
  return null;
}

/** A row that is drawn: where it stands, and whether it is the selected one. */
type Drawn<L extends Line> = { readonly line: L; readonly index: number; readonly top: number; readonly isOn: boolean };

function Row<L extends Line>({
  id,
  drawn: { line, index, top, isOn },
  measure,
  cells,
  onSelect,
  onOpen,
}: Pick<ListingProps<L>, 'id' | 'cells' | 'onSelect' | 'onOpen'> & {
  readonly drawn: Drawn<L>;
  readonly measure: (element: HTMLElement | null) => void;
}) {
  return (
    <div
      id={rowId(id, index)}
      ref={measure}
      data-index={index}
      className={line.isHeading ? 'grid-row group' : isOn ? 'grid-row on' : 'grid-row'}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={line.isHeading ? undefined : isOn}
      style={{ transform: `translateY(${String(top)}px)` }}
      onClick={() => {
        if (!line.isHeading) onSelect(line.key);
      }}
      onDoubleClick={() => {
        if (!line.isHeading) onOpen(line.key);
      }}
    >
      {cells(line)}
    </div>
  );
}

/** The rows in view of what scrolls, below headings that stay at its top. The selected row stays drawn, because the grid names it. */
function useRows(lines: readonly Line[], index: number) {
  const grid = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLDivElement>(null);
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => {
    setAbove(heading.current?.offsetHeight ?? 0);
  }, []);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => grid.current,
    estimateSize: (at) => (lines[at]?.isHeading === true ? HEADING : ROW),
    getItemKey: (at) => lines[at]?.key ?? at,
    overscan: OVERSCAN,
    scrollMargin: above,
    scrollPaddingStart: above,
    rangeExtractor: (range: Range) => withSelected(defaultRangeExtractor(range), index),
  });
  useEffect(() => {
    if (index >= 0) virtualizer.scrollToIndex(index <= 1 ? 0 : index, { align: 'auto' });
  }, [index, virtualizer]);
  // Where the screen itself has the focus, as after going there, the list that comes takes it over.
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement === document.body || activeElement?.contains(grid.current) === true) grid.current?.focus({ preventScroll: true });
  }, []);
  return { grid, heading, above, virtualizer };
}

const isTyped = (event: KeyboardEvent): boolean =>
  event.key.length === 1 && /[\p{L}\p{N}]/u.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey;

/**
 * A long list as a grid of which only the rows in view are drawn: one Tab stop, arrows, Home, End, Page keys; Enter or a double click opens. The focus stays on
 * the grid, which names the selected row to screen readers.
 */
export function Listing<L extends Line>({ id, label, head, lines, selected, cells, onSelect, onOpen, onType }: ListingProps<L>) {
  const index = lines.findIndex((line) => line.key === selected);
  const { grid, heading, above, virtualizer } = useRows(lines, index);
  const press = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const page = Math.max(Math.floor((grid.current?.clientHeight ?? 0) / ROW) - 2, 1);
    const next = destination(lines, { key: event.key, from: index, page });
    if (next !== null) onSelect(lines[next]?.key ?? '');
    else if (event.key === 'Enter' && selected !== null) onOpen(selected);
    else if (onType !== undefined && isTyped(event)) onType(event.key);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={grid}
      id={id}
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={lines.length + 1}
      aria-activedescendant={index < 0 ? undefined : rowId(id, index)}
      onKeyDown={press}
    >
      <div className="grid-head" role="rowgroup" ref={heading}>
        {head}
      </div>
      <div className="grid-body" role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const line = lines[item.index];
          if (line === undefined) return null;
          const drawn = { line, index: item.index, top: item.start - above, isOn: item.index === index };
          return <Row key={item.key} {...{ id, drawn, cells, onSelect, onOpen }} measure={virtualizer.measureElement} />;
        })}
      </div>
    </div>
  );
}

const rowId = (id: string, index: number): string => `${id}-${String(index)}`;

function withSelected(drawn: number[], selected: number): number[] {
  if (selected < 0 || drawn.includes(selected)) return drawn;
  return [...drawn, selected].sort((one, other) => one - other);
}
