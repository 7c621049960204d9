import { Window } from 'happy-dom';
import type { ReactElement } from 'react';
import type { Container } from 'react-dom/client';
import type { Drawn } from './svg-text.ts';

/** What React and Recharts look for around them; nothing else of the page is let out. */
const NEEDED = [
  'document',
  'navigator',
  'Node',
  'Element',
  'HTMLElement',
  'SVGElement',
  'HTMLIFrameElement',
  'Event',
  'CustomEvent',
  'ResizeObserver',
] as const;

/** Draws an element and hands over the `<svg>` that came of it; undefined where nothing was drawn. */
export type DrawingPage = (element: ReactElement) => Drawn | undefined;

function define(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

/** The page's own elements are what React draws into, under another name for the types. */
function isContainer(made: unknown): made is Container {
  return typeof made === 'object' && made !== null && 'nodeType' in made;
}

/**
 * A page without a browser: Recharts draws nothing where there is no document. Frames are never let run on, so nothing moves and a program that has drawn can end.
 * The modules that need it are loaded after it stands.
 */
export async function openDrawingPage(): Promise<DrawingPage> {
  const page = new Window({ width: 1280, height: 800 });
  define('window', page);
  for (const name of NEEDED) define(name, page[name]);
  define('requestAnimationFrame', () => 0);
  define('cancelAnimationFrame', () => undefined);
  define('getComputedStyle', page.getComputedStyle.bind(page));
  const { createRoot } = await import('react-dom/client');
  const { flushSync } = await import('react-dom');
  return (element) => {
    const place = page.document.createElement('div');
    const container: unknown = place;
    if (!isContainer(container)) return undefined;
    page.document.body.append(place);
    const root = createRoot(container);
    try {
      flushSync(() => {
        root.render(element);
      });
      // Keys may hold pictures of their own: the chart is the one that stands directly in its wrapper, or that was drawn without one. The copy outlives the drawing.
      const chart = place.querySelector('.recharts-wrapper > svg') ?? place.querySelector('svg');
      return chart?.cloneNode(true);
    } finally {
      root.unmount();
      place.remove();
    }
  };
}
