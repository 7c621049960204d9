import '../../styles/grid.css';
import '../../styles/grid-strips.css';
import { useEffect, useId, useMemo, useRef, useState, type RefObject } from 'react';
import type { Decimal } from '../../../shared/money/decimal.ts';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import type { Edit } from '../../../shared/scenario/edit-kinds.ts';
import type { Problem } from '../../../shared/scenario/problem.ts';
import { problemsByPath } from './cell-problems.ts';
import { changedBetween } from './changed-cells.ts';
import { useDrafts } from './drafts.ts';
import { FindBar, type Search } from './FindBar.tsx';
import { GridBody } from './GridBody.tsx';
import { cellAt, cellOf, columnAt, type Place } from './grid-view.ts';
import { PasteStrip } from './PasteStrip.tsx';
import { headingsAbove, placeOfPath, revealed, useReveal } from './reveal.ts';
import type { RowCommand } from './row-command.ts';
import type { Sheet, SheetCell, SheetColumn, SheetRow } from './sheet.ts';
import { useActions, type Editing } from './use-actions.ts';
import { useClipboard } from './use-clipboard.ts';
import { useEdits } from './use-edits.ts';
import { useStanding, type Standing } from './use-place.ts';

export type { RowCommand } from './row-command.ts';

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

/** The grid of the editor: an ARIA grid with the keys of a spreadsheet, one Tab stop, of which only the rows in view are drawn. */
export function Grid(props: GridProps) {
  return <GridOfSheet key={`${props.scenarioId} ${props.sheet.id}`} {...props} />;
}

const NO_PROBLEMS: readonly Problem[] = [];

type Compared = { readonly sheet: Sheet; readonly unit: MoneyUnit; readonly changed: ReadonlySet<string> };

/** What the last change of a sheet changed, where nobody says so. Another unit is no change. */
function useChanged({ sheet, unit, changed: given }: GridProps): ReadonlySet<string> {
  const [compared, setCompared] = useState<Compared>({ sheet, unit, changed: new Set() });
  if (given !== undefined) return given;
  if (compared.sheet === sheet) return compared.changed;
  const found = compared.unit === unit ? changedBetween(compared.sheet, sheet) : compared.changed;
  const next = { sheet, unit, changed: found.size === 0 ? compared.changed : found };
  setCompared(next);
  return next.changed;
}

/** Tells the screen where the grid stands. */
function useTellAt({ view, active }: Standing, onAt: GridProps['onAt']): void {
  const row = view.rows[active.row];
  const latest = useRef(onAt);
  latest.current = onAt;
  useEffect(() => {
    latest.current?.(row === undefined ? null : { row, column: columnAt(view, active.column) ?? null, cell: cellOf(row, active.column) });
  }, [view, row, active.column]);
}

/** Takes the focus where a screen has just been opened, and to a cell that somebody wants to be taken to. */
function useFocusing(grid: RefObject<HTMLDivElement | null>, standing: Standing, isDetail: boolean): void {
  const wanted = useReveal((state) => (state.inDetail === isDetail ? state.wanted : null));
  const { sheet } = standing.view;
  useEffect(() => {
    // The fields of an item follow the table, and leave the focus there.
    if (isDetail) return;
    const { activeElement } = document;
    if (activeElement === document.body || activeElement?.contains(grid.current) === true) grid.current?.focus({ preventScroll: true });
  }, [grid, isDetail]);
  const found = useMemo(() => (wanted === null ? null : placeOfPath(sheet, wanted)), [sheet, wanted]);
  const shown = found === null ? -1 : standing.view.rows.indexOf(found.row);
  useEffect(() => {
    if (found === null) return;
    if (shown < 0) {
      standing.unfoldAll(headingsAbove(sheet, found.row));
      return;
    }
    revealed();
    standing.moveTo({ row: shown, column: found.column });
    grid.current?.focus({ preventScroll: true });
    // The place is gone to once, when it is found among the rows in view.
  }, [found, shown]);
}

type Held = {
  readonly editing: (Editing & { readonly place: Place; readonly key: string }) | null;
  /** A new one each time it is asked for, so that its field takes the focus again. */
  readonly search: { readonly kind: Search } | null;
  readonly hasNote: boolean;
};

/** Everything a grid holds and does, as one: the parts of it that draw take what they need. */
function useGrid(props: GridProps) {
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

function GridOfSheet(props: GridProps) {
  const all = useGrid(props);
  const { held, setHeld, standing, clipboard, focus, said } = all;
  const problems = useMemo(() => problemsByPath(props.problems ?? NO_PROBLEMS), [props.problems]);
  const changed = useChanged(props);
  const { pending } = all.edits;
  const states = useMemo(() => ({ drafts: all.drafts, problems, changed, pending }), [all.drafts, problems, changed, pending]);
  useTellAt(standing, props.onAt);
  useFocusing(all.grid, standing, props.isDetail ?? false);
  return (
    <div className="sg">
      {held.search === null ? null : (
        <FindBar
          search={held.search}
          view={standing.view}
          unit={props.unit}
          at={standing.active}
          onMove={standing.moveTo}
          onClose={() => {
            setHeld({ ...held, search: null });
            focus();
          }}
        />
      )}
      <GridBody all={all} states={states} />
      {props.sheet.rows.length === 0 ? <p className="sg-empty t2">{props.sheet.empty}</p> : null}
      {clipboard.paste === null ? null : (
        <PasteStrip
          plan={clipboard.paste.plan}
          answers={clipboard.paste.answers}
          canAddRows={props.sheet.newRow !== undefined}
          onAnswers={clipboard.paste.setAnswers}
          onKeep={clipboard.paste.keep}
          onLeave={clipboard.paste.leave}
        />
      )}
      <p className="vh" role="status">
        {said}
      </p>
    </div>
  );
}
