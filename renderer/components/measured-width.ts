import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** The width that an element has, in whole pixels: what stands in it is drawn anew when it changes, never scaled. Nil until it was measured. */
export function useMeasuredWidth<Measured extends HTMLElement>(): readonly [RefObject<Measured | null>, number] {
  const measured = useRef<Measured>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = measured.current;
    if (element === null) return undefined;
    const measure = (): void => {
      setWidth(Math.floor(element.getBoundingClientRect().width));
    };
    measure();
    const watching = new ResizeObserver(measure);
    watching.observe(element);
    return () => {
      watching.disconnect();
    };
  }, []);
  return [measured, width];
}
