import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { CellEditor, type EntryEnd } from './CellEditor.tsx';
import { ChoiceEditor } from './ChoiceEditor.tsx';
import { Strip } from './Echo.tsx';
import { cellAt, columnAt, columnWords, isFilled, pathOf } from './grid-view.ts';
import { destination, meaningOf, nextPlace, type KeyMeaning } from './grid-keys.ts';
import { GridHead, headRowsOf } from './GridHead.tsx';
import { GridRow, type CellStates } from './GridRow.tsx';
import type { GridHeld } from './use-grid.ts';
import { cellDomId, layoutOf } from './layout.ts';
import { NotePopover } from './NotePopover.tsx';
import { setOpenGrid } from './open-grid.ts';
import { usePointer } from './use-pointer.ts';
import { useScroll } from './use-scroll.ts';
import { editOf } from './use-edits.ts';

/** Keys of the grid, as long as nothing in it has the focus of its own. */
function useKeys(all: GridHeld, pageRows: () => number): (event: KeyboardEvent) => void {
  const { standing, actions, tabLeaves } = all;
  const { view, active, head, moveTo, extendTo, fold } = standing;
  const plane = () => ({
    rowCount: view.rows.length,
    columnCount: view.columnCount,
    pageRows: pageRows(),
    isFilled: (place: { row: number; column: number }) => isFilled(cellAt(view, place)),
  });
  /** Left and Right on the label of a heading fold and unfold it before they move. */
  const folds = (meaning: Extract<KeyMeaning, { kind: 'move' }>): boolean => {
    const row = view.rows[active.row];
    if (row === undefined || active.column !== 0 || meaning.extends || meaning.motion.kind !== 'step' || !view.foldable.has(row.key))
      return false;
    const isFolded = view.folded.has(row.key);
    if (meaning.motion.columns === (isFolded ? 1 : -1)) {
      fold(row.key, !isFolded);
      return true;
    }
    return false;
  };
  const act = (meaning: KeyMeaning): boolean => {
    switch (meaning.kind) {
      case 'move':
        if (folds(meaning)) return true;
        if (meaning.extends) extendTo(destination(meaning.motion, head, plane()));
        else moveTo(destination(meaning.motion, active, plane()));
        return true;
      case 'next': {
        const next = tabLeaves.current ? null : nextPlace(active, { isBack: meaning.isBack, plane: plane() });
        if (next === null) return false;
        if (next.row === active.row) actions.goOn({ rows: 0, columns: next.column - active.column });
        else moveTo(next);
        return true;
      }
      case 'do':
        actions[meaning.action]();
        return true;
      case 'type':
        // A question mark is no figure: it opens the sheet of keys.
        if (meaning.text === '?' && cellAt(view, active).kind !== 'text') return false;
        actions.type(meaning.text);
        return true;
    }
  };
  return (event) => {
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
    const meaning = meaningOf(event);
    const isEscape = meaning?.kind === 'do' && meaning.action === 'escape';
    if (meaning !== null && act(meaning)) event.preventDefault();
    if (!isEscape && !['Shift', 'Control', 'Alt', 'Meta', 'Tab'].includes(event.key)) tabLeaves.current = false;
  };
}

/** The field in the cell that is being typed into. */
function editorOf(all: GridHeld): ReactNode {
  const { held, setHeld, standing, edits, actions, focus, props } = all;
  const { editing } = held;
  if (editing === null) return null;
  const { view, active } = standing;
  const cell = cellAt(view, active);
  const label = [view.rows[active.row]?.label, columnWords(view, active.column), columnAt(view, active.column)?.unit];
  const common = {
    label: label.filter((words) => words !== undefined).join(', '),
    initial: editing.initial,
    onEnd: (end: EntryEnd) => {
      setHeld((now) => (now.editing === editing ? { ...now, editing: null } : now));
      if (end.kind === 'keep') edits.enter(active, { edits: end.kept.edits, typed: end.kept.reads });
      if (end.kind === 'draft') edits.draft(active, end);
      if (end.kind !== 'leave' && end.after === null) return;
      focus();
      if (end.kind !== 'leave') actions.goOn(end.after);
    },
  };
  if (cell.kind === 'choice') return <ChoiceEditor key={editing.key} {...common} cell={cell} />;
  return (
    <CellEditor
      key={editing.key}
      {...common}
      cell={cell}
      isOverwriting={editing.isOverwriting}
      rules={{ systemIncome: props.systemIncome ?? null }}
      foresee={({ edits: steps }) => {
        const edit = editOf({ label: 'Entry', edits: steps });
        return edit === null ? null : (props.foresee?.(edit) ?? null);
      }}
    />
  );
}

/** What is wrong with the cell where the grid stands. */
function Trouble({ all, states }: { readonly all: GridHeld; readonly states: CellStates }) {
  const { held, standing } = all;
  const path = pathOf(cellAt(standing.view, standing.active));
  if (path === null || held.editing !== null) return null;
  const draft = states.drafts.get(path);
  const problem = states.problems.get(path);
  if (draft !== undefined)
    return <Strip isWrong>{`${draft.message} Kept as typed; the last good value is used. Esc goes back to it.`}</Strip>;
  return problem === undefined ? null : <Strip isWrong>{problem.text}</Strip>;
}

function Note({ all }: { readonly all: GridHeld }) {
  const { held, setHeld, standing, edits, gridId, focus } = all;
  const { view, active } = standing;
  const cell = cellAt(view, active);
  if (!held.hasNote || cell.kind !== 'input') return null;
  const title = `${view.rows[active.row]?.label ?? ''}, ${columnWords(view, active.column)}`;
  return (
    <NotePopover
      cell={cell}
      title={title}
      unit={columnAt(view, active.column)?.unit}
      anchor={document.getElementById(cellDomId(gridId, active))}
      onKeep={(edit) => void edits.make({ label: title, edits: [edit] })}
      onClose={() => {
        setHeld((now) => ({ ...now, hasNote: false }));
        focus();
      }}
    />
  );
}

function Rows({
  all,
  states,
  scroll,
  template,
}: {
  all: GridHeld;
  states: CellStates;
  scroll: ReturnType<typeof useScroll>;
  template: string;
}) {
  const { standing, gridId, props } = all;
  const { view, active, area } = standing;
  const editor = editorOf(all);
  const headRows = headRowsOf(view);
  return scroll.rows.map(({ index, key }) => {
    const row = view.rows[index];
    if (row === undefined) return null;
    const isActive = index === active.row;
    const isSelected = index >= area.top && index <= area.bottom;
    return (
      <GridRow
        key={key}
        {...{ view, row, index, gridId, template, headRows, states }}
        unit={props.unit}
        top={index * scroll.heights.row}
        active={isActive ? active.column : null}
        from={isSelected ? area.left : null}
        to={isSelected ? area.right : null}
        editor={isActive ? editor : null}
      />
    );
  });
}

/** What scrolls: headings, rows in view, and what stands beside the active cell. */
export function GridBody({ all, states }: { readonly all: GridHeld; readonly states: CellStates }) {
  const { props, gridId, grid, standing, clipboard, actions, focus, onWidth, tabLeaves } = all;
  const { sheet } = props;
  const { view, active, area, head } = standing;
  const scroll = useScroll(grid, { standing, gridId });
  const press = useKeys(all, scroll.pageRows);
  const pointer = usePointer(grid, standing);
  // Columns are given other widths without the sheet being another.
  const { widths, template, least } = layoutOf(sheet);
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(
    () => () => {
      setOpenGrid(null);
    },
    [],
  );
  const rowNow = view.rows[active.row];
  return (
    <>
      <div
        ref={grid}
        className={view.foldable.size === 0 ? 'sg-scroll flat' : 'sg-scroll'}
        role="grid"
        tabIndex={0}
        aria-label={sheet.label}
        aria-multiselectable="true"
        aria-rowcount={view.rows.length + headRowsOf(view)}
        aria-colcount={view.columnCount}
        aria-activedescendant={rowNow === undefined ? undefined : cellDomId(gridId, active)}
        onFocus={() => {
          setOpenGrid({ actions: () => latest.current, focus });
        }}
        onBlur={() => {
          tabLeaves.current = false;
        }}
        onKeyDown={press}
        onCopy={clipboard.onCopy}
        onCut={clipboard.onCut}
        onPaste={clipboard.onPaste}
        onScroll={scroll.keepScroll}
        onDoubleClick={(event) => {
          if (event.target instanceof Element && event.target.closest('.sg-head, [data-fold], input') === null) actions.explainOrEdit();
        }}
        {...pointer}
      >
        <GridHead
          {...{ view, gridId, template, least, widths, onWidth }}
          onSelect={(column, isExtending) => {
            focus();
            const last = view.rows.length - 1;
            standing.select({
              top: 0,
              bottom: last,
              left: isExtending ? Math.min(area.left, column) : column,
              right: isExtending ? Math.max(head.column, column) : column,
            });
          }}
        />
        <div role="rowgroup" className="sg-body" style={{ height: `${String(view.rows.length * scroll.heights.row)}px`, minWidth: least }}>
          <Rows all={all} states={states} scroll={scroll} template={template} />
        </div>
        <span className="sg-probe" aria-hidden="true" />
      </div>
      <Trouble all={all} states={states} />
      <Note all={all} />
    </>
  );
}
