import '../../styles/grid.css';
import '../../styles/grid-strips.css';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import type { Problem } from '../../../shared/scenario/problem.ts';
import { problemsByPath } from './cell-problems.ts';
import { changedBetween } from './changed-cells.ts';
import { FindBar } from './FindBar.tsx';
import { GridBody } from './GridBody.tsx';
import { cellOf, columnAt } from './grid-view.ts';
import { PasteStrip } from './PasteStrip.tsx';
import { headingsAbove, placeOfPath, revealed, useReveal } from './reveal.ts';
import type { Sheet } from './sheet.ts';
import { useGrid, type GridProps } from './use-grid.ts';
import type { Standing } from './use-place.ts';

export type { RowCommand } from './row-command.ts';
export type { AtCell, GridProps } from './use-grid.ts';

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
