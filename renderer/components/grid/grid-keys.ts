import type { Place } from './grid-view.ts';

/* What a key means in a grid that is not being typed into, as in a spreadsheet. */

export type Motion =
  /** One cell, or a page of rows. */
  | { readonly kind: 'step' | 'page'; readonly rows: number; readonly columns: number }
  /** With Ctrl: to the edge of what is filled. */
  | { readonly kind: 'edge'; readonly rows: number; readonly columns: number }
  /** Home and End: of the row; with Ctrl of the whole grid. */
  | { readonly kind: 'rowEnd' | 'gridEnd'; readonly isFirst: boolean };

export type GridAction =
  | 'open'
  | 'openBack'
  | 'edit'
  | 'list'
  | 'note'
  | 'clear'
  | 'toggle'
  | 'escape'
  | 'selectAll'
  | 'selectColumn'
  | 'selectRow'
  | 'fillDown'
  | 'fillRight'
  | 'find'
  | 'goTo'
  | 'narrow'
  | 'widen'
  | 'add'
  | 'duplicate'
  | 'remove'
  | 'moveUp'
  | 'moveDown';

export type KeyMeaning =
  | { readonly kind: 'move'; readonly motion: Motion; readonly extends: boolean }
  /** Tab: the cell after or before, row after row. */
  | { readonly kind: 'next'; readonly isBack: boolean }
  | { readonly kind: 'do'; readonly action: GridAction }
  /** A letter that overwrites the cell. */
  | { readonly kind: 'type'; readonly text: string };

export type Pressed = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
/** Keys by themselves, with Shift, and with Ctrl (Command on a Mac). */
const PLAIN: Readonly<Record<string, GridAction>> = {
  Enter: 'open',
  F2: 'edit',
  Delete: 'clear',
  ' ': 'toggle',
  Escape: 'escape',
};
const SHIFTED: Readonly<Record<string, GridAction>> = { Enter: 'openBack', F2: 'note', ' ': 'selectRow' };
const CONTROLLED: Readonly<Record<string, GridAction>> = {
  a: 'selectAll',
  ' ': 'selectColumn',
  d: 'fillDown',
  r: 'fillRight',
  f: 'find',
  g: 'goTo',
  Enter: 'add',
  Delete: 'remove',
};
const CONTROLLED_SHIFTED: Readonly<Record<string, GridAction>> = { d: 'duplicate' };
const ALTERED: Readonly<Record<string, GridAction>> = { ArrowDown: 'list' };
const ALTERED_SHIFTED: Readonly<Record<string, GridAction>> = {
  ArrowLeft: 'narrow',
  ArrowRight: 'widen',
  ArrowUp: 'moveUp',
  ArrowDown: 'moveDown',
};

function motionOf({ key }: Pressed, isControlled: boolean): Motion | null {
  const [rows, columns] = ARROWS[key] ?? [];
  if (rows !== undefined && columns !== undefined) return { kind: isControlled ? 'edge' : 'step', rows, columns };
  if (key === 'Home' || key === 'End') return { kind: isControlled ? 'gridEnd' : 'rowEnd', isFirst: key === 'Home' };
  if (isControlled) return null;
  if (key === 'PageDown' || key === 'PageUp') return { kind: 'page', rows: key === 'PageDown' ? 1 : -1, columns: 0 };
  return null;
}

function actionOf(pressed: Pressed, isControlled: boolean): GridAction | undefined {
  const { altKey, shiftKey } = pressed;
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  if (altKey) return isControlled ? undefined : (shiftKey ? ALTERED_SHIFTED : ALTERED)[key];
  if (isControlled) return (shiftKey ? CONTROLLED_SHIFTED : CONTROLLED)[key];
  return (shiftKey ? SHIFTED : PLAIN)[key];
}

/** What a key asks of the grid; null where it is not the grid's: undo, the commands of the window, what the browser does itself. */
export function meaningOf(pressed: Pressed): KeyMeaning | null {
  const isControlled = pressed.ctrlKey || pressed.metaKey;
  const action = actionOf(pressed, isControlled);
  if (action !== undefined) return { kind: 'do', action };
  // Right Alt types signs on many keyboards and comes with Ctrl.
  const isTyped = [...pressed.key].length === 1 && (isControlled === pressed.altKey || !isControlled);
  if (isTyped && pressed.key !== ' ') return { kind: 'type', text: pressed.key };
  if (pressed.altKey) return null;
  if (pressed.key === 'Tab') return isControlled ? null : { kind: 'next', isBack: pressed.shiftKey };
  if (pressed.key === 'Backspace') return isControlled ? null : { kind: 'type', text: '' };
  const motion = motionOf(pressed, isControlled);
  return motion === null ? null : { kind: 'move', motion, extends: pressed.shiftKey };
}

/** The plane that a motion goes over. */
export type Plane = {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Rows that a page holds. */
  readonly pageRows: number;
  readonly isFilled: (place: Place) => boolean;
};

const within = (index: number, count: number): number => Math.max(0, Math.min(index, count - 1));

/** Where a motion leads from a place; it stays inside the plane. */
export function destination(motion: Motion, from: Place, plane: Plane): Place {
  switch (motion.kind) {
    case 'step':
    case 'page': {
      const factor = motion.kind === 'page' ? plane.pageRows : 1;
      return {
        row: within(from.row + motion.rows * factor, plane.rowCount),
        column: within(from.column + motion.columns, plane.columnCount),
      };
    }
    case 'edge':
      return edgeFrom(motion, from, plane);
    case 'rowEnd':
      return { row: from.row, column: motion.isFirst ? 0 : plane.columnCount - 1 };
    case 'gridEnd':
      return motion.isFirst ? { row: 0, column: 0 } : { row: within(plane.rowCount - 1, plane.rowCount), column: plane.columnCount - 1 };
  }
}

/** From inside what is filled to its last cell; from its edge, or from a blank, to the next filled cell; else to the edge of the plane. */
function edgeFrom({ rows, columns }: { rows: number; columns: number }, from: Place, plane: Plane): Place {
  const isInside = ({ row, column }: Place): boolean => row >= 0 && column >= 0 && row < plane.rowCount && column < plane.columnCount;
  const after = ({ row, column }: Place): Place => ({ row: row + rows, column: column + columns });
  let at = from;
  let next = after(at);
  if (!isInside(next)) return from;
  const runsOn = plane.isFilled(at) && plane.isFilled(next);
  while (isInside(next) && plane.isFilled(next) === runsOn) {
    at = next;
    next = after(at);
  }
  return runsOn || !isInside(next) ? at : next;
}

/** The cell that Tab leads to, row after row; null beyond the last and before the first, where Tab leaves the grid. */
export function nextPlace(from: Place, { isBack, plane }: { isBack: boolean; plane: Plane }): Place | null {
  const index = from.row * plane.columnCount + from.column + (isBack ? -1 : 1);
  if (index < 0 || index >= plane.rowCount * plane.columnCount) return null;
  return { row: Math.floor(index / plane.columnCount), column: index % plane.columnCount };
}
