import { useState } from 'react';
import { decimal } from '../../../shared/money/decimal.ts';
import type { Edit, SingleEdit } from '../../../shared/scenario/edit-kinds.ts';
import { inputText } from './cell-text.ts';
import { dropDrafts, keepDraft } from './drafts.ts';
import { cellAt, columnWords, pathOf, type GridView, type Place } from './grid-view.ts';
import type { CellEdits } from './fill.ts';
import type { SheetCell } from './sheet.ts';

/** How edits leave the grid: one user action is one edit, what is on its way is shown, what was not kept stays as it was typed. */
export type Edits = {
  /** What was typed and is being saved, by path. */
  readonly pending: ReadonlyMap<string, string>;
  readonly make: (edits: CellEdits | { readonly label: string; readonly edits: readonly SingleEdit[] }) => Promise<boolean>;
  /** Keeps one entry; where it is not kept, what was typed stays as a draft. */
  readonly enter: (place: Place, entry: { readonly edits: readonly SingleEdit[]; readonly typed: string }) => void;
  readonly draft: (place: Place, entry: { readonly text: string; readonly message: string }) => void;
};

const NOT_KEPT = 'It could not be kept as it was typed; the notice says why.';

function wordsOfPlace(view: GridView, place: Place): string {
  const row = view.rows[place.row]?.label ?? '';
  return place.column === 0 ? row : `${row}, ${columnWords(view, place.column)}`;
}

/** An edit as it leaves the grid; several under one name. */
export function editOf({ label, edits }: { readonly label: string; readonly edits: readonly SingleEdit[] }): Edit | null {
  const [only] = edits;
  if (only === undefined) return null;
  return edits.length === 1 ? only : { kind: 'several', label: label.slice(0, 300), edits: [...edits] };
}

function pathsOf(edits: readonly SingleEdit[]): string[] {
  return edits.flatMap((edit) => ('path' in edit ? [edit.path] : []));
}

/** How a cell will read once an edit of its value is kept. */
function textAfter(edit: SingleEdit, { cell, places, typed }: { cell: SheetCell; places: number; typed: string }): string {
  if (cell.kind !== 'input') return typed;
  if (edit.kind === 'clear') return '';
  const written = edit.kind === 'setInput' ? edit.input : edit.kind === 'setInputField' && edit.field === 'value' ? edit.to : null;
  const stored = typeof written === 'object' && written !== null && 'value' in written ? written.value : written;
  return typeof stored === 'string' ? inputText(decimal(stored).toFixed(), { unit: cell.unit, places }) : typed;
}

type Context = {
  readonly view: GridView;
  readonly scenarioId: string;
  readonly commit: (edit: Edit) => Promise<boolean>;
};

export function useEdits({ view, scenarioId, commit }: Context): Edits {
  const [pending, setPending] = useState<ReadonlyMap<string, string>>(new Map());
  const make: Edits['make'] = async (edits) => {
    const edit = editOf(edits);
    if (edit === null) return true;
    const isKept = await commit(edit);
    if (isKept) dropDrafts(scenarioId, pathsOf(edits.edits));
    return isKept;
  };
  const draft: Edits['draft'] = (place, { text, message }) => {
    const path = pathOf(cellAt(view, place));
    if (path !== null) keepDraft(scenarioId, { path, text, message, where: wordsOfPlace(view, place) });
  };
  const enter: Edits['enter'] = (place, { edits, typed }) => {
    const cell = cellAt(view, place);
    const path = pathOf(cell);
    const [first] = edits;
    if (path === null) return;
    dropDrafts(scenarioId, [path]);
    if (first === undefined) return;
    const text = textAfter(first, { cell, places: view.places[place.column] ?? 0, typed });
    setPending((held) => new Map(held).set(path, text));
    void make({ label: wordsOfPlace(view, place), edits }).then((isKept) => {
      setPending((held) => new Map([...held].filter(([each]) => each !== path)));
      if (!isKept) draft(place, { text: typed, message: NOT_KEPT });
    });
  };
  return { pending, make, enter, draft };
}
