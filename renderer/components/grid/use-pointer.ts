import { useRef, type PointerEvent, type RefObject } from 'react';
import { pointedWords } from './cell-words.ts';
import { cellAt, type Place } from './grid-view.ts';
import type { Standing } from './use-place.ts';

/** The cell that an element of the page belongs to. */
export function placeAt(element: Element | null): Place | null {
  const cell = element?.closest('[data-row][data-column]');
  if (!(cell instanceof HTMLElement)) return null;
  return { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}

/** The place below the pointer; beyond the edge of the grid the one at its edge, so that a selection grows to what is out of sight. */
function placeBelow({ clientX, clientY }: PointerEvent, grid: HTMLElement): Place | null {
  const box = grid.getBoundingClientRect();
  const inside = (at: number, [low, high]: readonly [number, number]): number => Math.max(low + 2, Math.min(at, high - 3));
  const x = inside(clientX, [box.left, box.left + grid.clientWidth]);
  const y = inside(clientY, [box.top, box.top + grid.clientHeight]);
  return placeAt(document.elementFromPoint(x, y));
}

type Handlers = {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: (event: PointerEvent) => void;
  readonly onPointerOver: (event: PointerEvent) => void;
};

/** Selecting with the mouse: press, drag, and Shift with a press. */
export function usePointer(grid: RefObject<HTMLDivElement | null>, standing: Standing): Handlers {
  const isDragging = useRef(false);
  return {
    onPointerDown: (event) => {
      if (event.button !== 0 || !(event.target instanceof Element) || event.target.closest('input, button') !== null) return;
      const place = placeAt(event.target);
      if (place === null || grid.current === null) return;
      event.preventDefault();
      grid.current.focus({ preventScroll: true });
      const fold = event.target.closest('[data-fold]');
      if (fold instanceof HTMLElement) {
        const key = fold.dataset['fold'] ?? '';
        standing.fold(key, !standing.view.folded.has(key));
        return;
      }
      isDragging.current = true;
      grid.current.setPointerCapture(event.pointerId);
      if (event.shiftKey) standing.extendTo(place);
      else standing.moveTo(place);
    },
    onPointerMove: (event) => {
      if (!isDragging.current || grid.current === null) return;
      const place = placeBelow(event, grid.current);
      if (place !== null && (place.row !== standing.head.row || place.column !== standing.head.column)) standing.extendTo(place);
    },
    onPointerUp: () => {
      isDragging.current = false;
    },
    // Worked out for the one cell that is pointed at: rows that scroll by have none.
    onPointerOver: ({ target }) => {
      const cell = target instanceof Element ? target.closest('[data-row][data-column]') : null;
      const place = placeAt(cell);
      if (!(cell instanceof HTMLElement) || place === null) return;
      const words = pointedWords(cellAt(standing.view, place));
      if (cell.title !== words) cell.title = words;
    },
  };
}
