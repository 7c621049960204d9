import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** The room that an element has, in whole pixels. Nil until it was measured. */
export type Room = { readonly width: number; readonly height: number };

const NONE: Room = { width: 0, height: 0 };
/** Air between what is drawn and the foot of the sheet. */
const FOOT = 12;

/** Its own width, and the height from its top to the foot of the window's sheet, as if nothing were scrolled. */
export function roomOnSheet(element: HTMLElement): Room {
  const { width, top } = element.getBoundingClientRect();
  const sheet = element.closest('.main');
  const scrolled = element.closest('.bd')?.scrollTop ?? 0;
  const height = sheet === null ? 0 : sheet.getBoundingClientRect().bottom - top - scrolled - FOOT;
  return { width: Math.floor(width), height: Math.floor(height) };
}

/** Its own width and height, where something else decides on both. */
export function roomWithin(element: HTMLElement): Room {
  const { width, height } = element.getBoundingClientRect();
  return { width: Math.floor(width), height: Math.floor(height) };
}

/** Measures the room of an element again whenever it, or the sheet that it stands on, changes: what stands in it is drawn anew, never scaled. */
export function useRoom<Measured extends HTMLElement>(
  roomOf: (element: HTMLElement) => Room = roomOnSheet,
): readonly [RefObject<Measured | null>, Room] {
  const measured = useRef<Measured>(null);
  const [room, setRoom] = useState(NONE);
  const measure = useCallback(() => {
    const { current } = measured;
    if (current === null) return;
    const next = roomOf(current);
    setRoom((old) => (old.width === next.width && old.height === next.height ? old : next));
  }, [roomOf]);
  useLayoutEffect(measure);
  useLayoutEffect(() => {
    const watching = new ResizeObserver(measure);
    if (measured.current !== null) watching.observe(measured.current);
    const sheet = measured.current?.closest('.main');
    if (sheet !== null && sheet !== undefined) watching.observe(sheet);
    return () => {
      watching.disconnect();
    };
  }, [measure]);
  return [measured, room];
}
