import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { cellDomId } from './layout.ts';
import { remember, rememberedOf } from './remembered.ts';
import type { Standing } from './use-place.ts';

/** Rows drawn beyond the edges, so that scrolling never shows a gap. */
const OVERSCAN = 10;
/** The height of a row before it was measured, in pixels. */
const ROW = 26;

/** Heights of the headings and of a row: they grow with the text and on wide windows. */
function useHeights(grid: RefObject<HTMLDivElement | null>): { row: number; head: number } {
  const [heights, setHeights] = useState({ row: ROW, head: 0 });
  useLayoutEffect(() => {
    const head = grid.current?.querySelector<HTMLElement>('.sg-head');
    const probe = grid.current?.querySelector<HTMLElement>('.sg-probe');
    if (head === undefined || head === null || probe === undefined || probe === null) return undefined;
    const measure = (): void => {
      setHeights((held) => {
        const row = probe.getBoundingClientRect().height || ROW;
        return held.row === row && held.head === head.offsetHeight ? held : { row, head: head.offsetHeight };
      });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(head);
    observer.observe(probe);
    return () => {
      observer.disconnect();
    };
  }, [grid]);
  return heights;
}

/** Brings the cell into view sideways: the labels stay where they are and cover what is below them. */
function bringColumnIntoView(grid: HTMLElement, cell: HTMLElement): void {
  const label = cell.parentElement?.firstElementChild;
  const covered = label instanceof HTMLElement ? label.offsetWidth : 0;
  if (cell === label) return;
  const left = cell.offsetLeft - covered;
  const right = cell.offsetLeft + cell.offsetWidth - grid.clientWidth;
  if (grid.scrollLeft > left) grid.scrollLeft = left;
  else if (grid.scrollLeft < right) grid.scrollLeft = right;
}

/** The rows in view, and the grid moved so that the place that was last sought is among them. */
export function useScroll(grid: RefObject<HTMLDivElement | null>, { standing, gridId }: { standing: Standing; gridId: string }) {
  const { view, active, sought } = standing;
  const heights = useHeights(grid);
  const virtualizer = useVirtualizer({
    count: view.rows.length,
    getScrollElement: () => grid.current,
    estimateSize: () => heights.row,
    getItemKey: (index) => view.rows[index]?.key ?? index,
    overscan: OVERSCAN,
    scrollMargin: heights.head,
    scrollPaddingStart: heights.head,
    // The active row stays drawn, because the grid names it to screen readers and it may be edited.
    rangeExtractor: (range: Range) => {
      const drawn = defaultRangeExtractor(range);
      return drawn.includes(active.row) ? drawn : [...drawn, active.row].sort((one, other) => one - other);
    },
  });
  useLayoutEffect(() => {
    virtualizer.measure();
  }, [heights.row, virtualizer]);
  const isFirst = useRef(true);
  useEffect(() => {
    const { scrollTop } = rememberedOf(view.sheet.id);
    if (isFirst.current && scrollTop !== undefined && grid.current !== null) grid.current.scrollTop = scrollTop;
    else if (view.rows.length > 0) virtualizer.scrollToIndex(Math.min(sought.row, view.rows.length - 1), { align: 'auto' });
    isFirst.current = false;
    const cell = document.getElementById(cellDomId(gridId, sought));
    if (cell !== null && grid.current !== null) bringColumnIntoView(grid.current, cell);
    // Only a new place is gone to: where the rows change below, the eye stays where it is.
  }, [sought]);
  return {
    heights,
    rows: virtualizer.getVirtualItems(),
    keepScroll: () => {
      remember(view.sheet.id, { scrollTop: grid.current?.scrollTop ?? 0 });
    },
    pageRows: () => Math.max(Math.floor(((grid.current?.clientHeight ?? 0) - heights.head) / heights.row) - 1, 1),
  };
}
