const LINES = '[data-line]';

/** The lines of the panel that can be stepped on, from top to bottom. */
function linesOf(panel: Element): HTMLElement[] {
  return [...panel.querySelectorAll<HTMLElement>(LINES)];
}

/** Moves the focus over the lines of the panel: with an arrow by one, with Home and End to the ends. False where the key is none of these. */
export function walk(panel: Element, key: string): boolean {
  const lines = linesOf(panel);
  const here = lines.findIndex((line) => line === document.activeElement);
  const aim = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: lines.length - 1 }[key];
  if (aim === undefined) return false;
  lines[Math.min(Math.max(aim, 0), lines.length - 1)]?.focus();
  return true;
}
