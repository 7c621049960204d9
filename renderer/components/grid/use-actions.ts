import { useRef } from 'react';
import { explainFigure } from '../../state/explaining.ts';
import type { After } from './CellEditor.tsx';
import { editText } from './cell-text.ts';
import { readTyped } from './entry.ts';
import { dropDrafts, type Drafts } from './drafts.ts';
import { planClear, planFill, type FillDirection } from './fill.ts';
import { cellAt, columnIdAt, isEnterable, pathOf, type Place } from './grid-view.ts';
import type { GridAction } from './grid-keys.ts';
import { layoutOf } from './layout.ts';
import { keepWidth } from './remembered.ts';
import { isOneCell, placesIn, selectionWords } from './selection.ts';
import type { RowCommand } from './row-command.ts';
import type { SheetRow } from './sheet.ts';
import type { Edits } from './use-edits.ts';
import type { Standing } from './use-place.ts';

/** A cell that is being typed into. */
export type Editing = { readonly initial: string; readonly isOverwriting: boolean };

export type Actions = Readonly<Record<GridAction, () => void>> & {
  readonly type: (text: string) => void;
  readonly goOn: (after: After) => void;
  readonly explainOrEdit: () => void;
};

export type ActionsContext = {
  readonly standing: Standing;
  readonly edits: Edits;
  readonly drafts: Drafts;
  readonly scenarioId: string;
  readonly begin: (editing: Editing) => void;
  readonly search: (search: 'find' | 'goTo') => void;
  readonly openNote: () => void;
  readonly say: (words: string) => void;
  /** After Escape, Tab leaves the grid. */
  readonly letTabLeave: () => void;
  readonly onWidth: () => void;
  readonly onRow: ((command: RowCommand, row: SheetRow | null) => void) | undefined;
};

const WIDER = 16;

/** Opening, editing and leaving the active cell. */
function cellActions({ standing, edits, drafts, scenarioId, begin, say }: ActionsContext, goOn: Actions['goOn']) {
  const { view, active, fold } = standing;
  const cell = cellAt(view, active);
  const row = view.rows[active.row];
  const canFold = active.column === 0 && row !== undefined && view.foldable.has(row.key);
  const path = pathOf(cell);
  const draft = path === null ? undefined : drafts.get(path);
  const toggleFold = (): void => {
    if (row !== undefined) fold(row.key, !view.folded.has(row.key));
  };
  const explain = (): boolean => {
    if (cell.kind !== 'derived' || cell.figure === undefined) return false;
    explainFigure(cell.figure);
    return true;
  };
  const step = (rows: number): void => {
    goOn({ rows, columns: 0 });
  };
  const list = (): void => {
    if (cell.kind === 'choice') begin({ initial: draft?.text ?? '', isOverwriting: false });
  };
  const flip = (): void => {
    if (cell.kind !== 'flag') return;
    const verdict = readTyped(cell.isSet ? 'no' : 'yes', cell);
    if (verdict.kind === 'kept') edits.enter(active, { edits: verdict.kept.edits, typed: verdict.kept.reads });
  };
  const edit = (): void => {
    if (cell.kind === 'choice') list();
    else if (cell.kind === 'flag') flip();
    else if (isEnterable(cell)) begin({ initial: draft?.text ?? editText(cell), isOverwriting: false });
    else if (!explain()) say('This is not typed: there is nothing to edit here.');
  };
  return {
    edit,
    list,
    explainOrEdit: edit,
    open: () => {
      if (canFold) toggleFold();
      else if (cell.kind === 'choice') list();
      else if (!explain()) step(1);
    },
    openBack: () => {
      step(-1);
    },
    toggle: () => {
      if (canFold) toggleFold();
      else if (cell.kind === 'flag') flip();
      else list();
    },
    type: (text: string) => {
      if (isEnterable(cell)) begin({ initial: text, isOverwriting: true });
      else say(cell.kind === 'derived' ? 'This is computed and cannot be typed over. Enter explains it.' : 'Nothing can stand here.');
    },
    dropDraft: (): boolean => {
      if (draft === undefined) return false;
      dropDrafts(scenarioId, [draft.path]);
      say('Left as it was.');
      return true;
    },
  };
}

/** What acts on all that is selected. */
function areaActions({ standing, edits, scenarioId, say }: ActionsContext) {
  const { view, area, select } = standing;
  const lastRow = view.rows.length - 1;
  const lastColumn = view.columnCount - 1;
  const fill = (direction: FillDirection) => (): void => {
    const plan = planFill(view, area, direction);
    if (plan === null) say(direction === 'down' ? 'There is no row above to fill from.' : 'There is no column before to fill from.');
    else if (plan.edits.length === 0) say('Nothing changes by that.');
    else void edits.make(plan);
  };
  const selectAndSay = (next: typeof area): void => {
    select(next);
    say(selectionWords(next));
  };
  return {
    clear: () => {
      const paths = placesIn(area).flatMap((place) => pathOf(cellAt(view, place)) ?? []);
      dropDrafts(scenarioId, paths);
      void edits.make(planClear(view, area));
    },
    selectAll: () => {
      selectAndSay({ top: 0, left: 0, bottom: lastRow, right: lastColumn });
    },
    selectColumn: () => {
      selectAndSay({ ...area, top: 0, bottom: lastRow });
    },
    selectRow: () => {
      selectAndSay({ ...area, left: 0, right: lastColumn });
    },
    fillDown: fill('down'),
    fillRight: fill('right'),
  };
}

function rowActions({ standing, onRow }: ActionsContext) {
  const row = standing.view.rows[standing.active.row] ?? null;
  const act = (command: RowCommand) => (): void => {
    onRow?.(command, row);
  };
  return { add: act('add'), duplicate: act('duplicate'), remove: act('remove'), moveUp: act('moveUp'), moveDown: act('moveDown') };
}

/** Goes on after an entry. After cells were entered with Tab, Enter goes back to the column where that began. */
function useGoingOn({ view, active, moveTo }: Standing): Actions['goOn'] {
  const tabbed = useRef<(Place & { readonly from: number }) | null>(null);
  return (after) => {
    if (after === null || after === 'stay') return;
    const isGoingOn = tabbed.current?.row === active.row && tabbed.current.column === active.column;
    const from = isGoingOn ? (tabbed.current?.from ?? active.column) : active.column;
    const column = after.rows === 0 ? active.column + after.columns : from;
    const next = {
      row: Math.max(0, Math.min(active.row + after.rows, view.rows.length - 1)),
      column: Math.max(0, Math.min(column, view.columnCount - 1)),
    };
    tabbed.current = after.rows === 0 ? { ...next, from } : null;
    moveTo(next);
  };
}

/** All that can be done in a grid, as it stands. */
export function useActions(context: ActionsContext): Actions {
  const { standing, say, search, openNote, letTabLeave, onWidth } = context;
  const { view, active, area, moveTo } = standing;
  const goOn = useGoingOn(standing);
  const { dropDraft, ...onCell } = cellActions(context, goOn);
  const widen = (by: number) => (): void => {
    const columnId = columnIdAt(view, active.column);
    keepWidth(view.sheet.id, { columnId, width: (layoutOf(view.sheet).widths[active.column] ?? 0) + by });
    onWidth();
  };
  return {
    ...onCell,
    ...areaActions(context),
    ...rowActions(context),
    goOn,
    narrow: widen(-WIDER),
    widen: widen(WIDER),
    note: openNote,
    find: () => {
      search('find');
    },
    goTo: () => {
      search('goTo');
    },
    escape: () => {
      if (dropDraft()) return;
      if (!isOneCell(area)) moveTo(active);
      else {
        letTabLeave();
        say('Tab leaves the grid now.');
      }
    },
  };
}
