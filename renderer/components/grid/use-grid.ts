import { useId, useRef, useState } from 'react';
import type { Decimal } from '../../../shared/money/decimal.ts';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import type { Edit } from '../../../shared/scenario/edit-kinds.ts';
import type { Problem } from '../../../shared/scenario/problem.ts';
import { useDrafts } from './drafts.ts';
import type { Search } from './FindBar.tsx';
import { cellAt, type Place } from './grid-view.ts';
import type { RowCommand } from './row-command.ts';
import type { Sheet, SheetCell, SheetColumn, SheetRow } from './sheet.ts';
import { useActions, type Editing } from './use-actions.ts';
import { useClipboard } from './use-clipboard.ts';
import { useEdits } from './use-edits.ts';
import { useStanding } from './use-place.ts';

/** Where the grid stands: the row, and the column unless it is that of the row labels. */
export type AtCell = { readonly row: SheetRow; readonly column: SheetColumn | null; readonly cell: SheetCell };

export type GridProps = {
  readonly sheet: Sheet;
  /** The unit of every computed amount of the sheet, as its makers were told. */
  readonly unit: MoneyUnit;
  /** Whose drafts these are: the id of the scenario. What is half typed is kept by it and by the path of its cell. */
  readonly scenarioId: string;
  /** Makes an edit, one step of undo; true once it is kept. */
  readonly commit: (edit: Edit) => Promise<boolean>;
  /** All rules that the scenario breaks: each is shown at the cell of its path. */
  readonly problems?: readonly Problem[];
  /** The figures that the last edit changed, by `cellKey(row.key, column.id)`. Left out, the grid compares the sheet with the one before. */
  readonly changed?: ReadonlySet<string>;
  /** The yearly income of the whole system: an entry of more than a quarter of it is asked about. */
  readonly systemIncome?: Decimal | null;
  /** What an edit would do to the outcome, in words: "2020/21 would move (£0.3m)". Asked when typing rests. */
  readonly foresee?: (edit: Edit) => string | null;
  /** The grid shows the fields of one item, beside the table that it stands in. */
  readonly isDetail?: boolean;
  /** Told where the grid stands, whenever that changes. */
  readonly onAt?: (at: AtCell | null) => void;
  /** Keys that act on the item of a row: Ctrl+Enter adds, Ctrl+Shift+D duplicates, Ctrl+Delete removes, Alt+Shift+Up and Down move it. */
  readonly onRow?: (command: RowCommand, row: SheetRow | null) => void;
};

type Held = {
  readonly editing: (Editing & { readonly place: Place; readonly key: string }) | null;
  /** A new one each time it is asked for, so that its field takes the focus again. */
  readonly search: { readonly kind: Search } | null;
  readonly hasNote: boolean;
};

/** Everything a grid holds and does, as one: the parts of it that draw take what they need. */
export function useGrid(props: GridProps) {
  const { sheet, unit, scenarioId, commit, systemIncome } = props;
  const gridId = useId();
  const grid = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<Held>({ editing: null, search: null, hasNote: false });
  const [said, say] = useState('');
  const [, setWidths] = useState(0);
  const tabLeaves = useRef(false);
  const standing = useStanding(sheet);
  const drafts = useDrafts(scenarioId);
  const edits = useEdits({ view: standing.view, scenarioId, commit });
  const focus = (): void => grid.current?.focus({ preventScroll: true });
  const clipboard = useClipboard({ standing, edits, unit, systemIncome: systemIncome ?? null, say, focus });
  const onWidth = (): void => {
    setWidths((count) => count + 1);
  };
  const actions = useActions({
    ...{ standing, edits, drafts, scenarioId, say, onWidth, onRow: props.onRow },
    begin: (editing) => {
      const key = `${standing.view.rows[standing.active.row]?.key ?? ''} ${String(standing.active.column)}`;
      setHeld({ ...held, editing: { ...editing, place: standing.active, key } });
    },
    search: (search) => {
      setHeld({ ...held, search: { kind: search } });
    },
    openNote: () => {
      const cell = cellAt(standing.view, standing.active);
      if (cell.kind === 'input') setHeld({ ...held, hasNote: true });
      else say('Only figures that are entered carry a source and a note.');
    },
    letTabLeave: () => {
      tabLeaves.current = true;
    },
  });
  return { props, gridId, grid, held, setHeld, said, say, standing, drafts, edits, clipboard, actions, focus, tabLeaves, onWidth };
}
export type GridHeld = ReturnType<typeof useGrid>;
