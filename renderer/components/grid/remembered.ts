import type { Selection } from './selection.ts';

/* What a grid remembers of each sheet: where it stood and what was folded while the window is open, the widths of columns for good. */

type Remembered = { readonly selection?: Selection; readonly folded?: ReadonlySet<string>; readonly scrollTop?: number };

const bySheet = new Map<string, Remembered>();

export function rememberedOf(sheetId: string): Remembered {
  return bySheet.get(sheetId) ?? {};
}

export function remember(sheetId: string, more: Remembered): void {
  bySheet.set(sheetId, { ...rememberedOf(sheetId), ...more });
}

const STORED_AS = 'footing.column-widths';
const NARROWEST = 40;
const WIDEST = 800;

type Widths = Readonly<Record<string, number>>;

const isWidths = (found: unknown): found is Widths =>
  typeof found === 'object' && found !== null && Object.values(found).every((width) => typeof width === 'number');

/** Where the browser keeps nothing, widths hold while the window is open. */
function stored(): Widths {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(STORED_AS) ?? '{}');
    return isWidths(found) ? found : {};
  } catch {
    return {};
  }
}

let widths: Widths | null = null;
const keyOf = (sheetId: string, columnId: string): string => `${sheetId} ${columnId}`;

/** The width that somebody gave a column, in pixels at the usual size of text. */
export function widthOf(sheetId: string, columnId: string): number | undefined {
  widths ??= stored();
  return widths[keyOf(sheetId, columnId)];
}

export function keepWidth(sheetId: string, { columnId, width }: { columnId: string; width: number | null }): void {
  const { [keyOf(sheetId, columnId)]: _, ...others } = widths ?? stored();
  widths = width === null ? others : { ...others, [keyOf(sheetId, columnId)]: Math.round(Math.max(NARROWEST, Math.min(width, WIDEST))) };
  try {
    localStorage.setItem(STORED_AS, JSON.stringify(widths));
  } catch {
    // Nothing is lost but the width, at the next start.
  }
}
