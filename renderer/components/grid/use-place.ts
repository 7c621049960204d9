import { useMemo, useState } from 'react';
import { viewOf, type GridView, type Place } from './grid-view.ts';
import { remember, rememberedOf } from './remembered.ts';
import { firstPlace } from './reveal.ts';
import { areaOf, placeOf, selectionAt, spotAt, type Area, type Selection } from './selection.ts';
import type { Sheet } from './sheet.ts';

/** Where a grid stands and what is selected, found again after every edit and when the sheet is shown again. */
export type Standing = {
  readonly view: GridView;
  /** The cell that keys act on. */
  readonly active: Place;
  /** The other corner of the selection. */
  readonly head: Place;
  readonly area: Area;
  readonly moveTo: (place: Place) => void;
  /** Moves the other corner and leaves the active cell. */
  readonly extendTo: (place: Place) => void;
  /** Selects an area, its first cell active, without going there. */
  readonly select: (area: Area) => void;
  /** The place that must come into view: a new one for each move. */
  readonly sought: Place;
  readonly fold: (rowKey: string, isFolded: boolean) => void;
  readonly unfoldAll: (rowKeys: readonly string[]) => void;
};

function useFolded(sheetId: string): [ReadonlySet<string>, (folded: ReadonlySet<string>) => void] {
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => rememberedOf(sheetId).folded ?? new Set());
  return [
    folded,
    (next) => {
      remember(sheetId, { folded: next });
      setFolded(next);
    },
  ];
}

export function useStanding(sheet: Sheet): Standing {
  const [folded, setFolded] = useFolded(sheet.id);
  const view = useMemo(() => viewOf(sheet, folded), [sheet, folded]);
  const [selection, setSelection] = useState<Selection>(() => rememberedOf(sheet.id).selection ?? selectionAt(view, firstPlace(sheet)));
  const active = placeOf(view, selection.active);
  const head = placeOf(view, selection.head);
  const [sought, setSought] = useState<Place>(active);
  const put = (next: Selection): void => {
    remember(sheet.id, { selection: next });
    setSelection(next);
  };
  return {
    view,
    active,
    head,
    area: areaOf(active, head),
    sought,
    moveTo: (place) => {
      put(selectionAt(view, place));
      setSought(place);
    },
    extendTo: (place) => {
      put({ active: spotAt(view, active), head: spotAt(view, place) });
      setSought(place);
    },
    select: ({ top, left, bottom, right }) => {
      put({ active: spotAt(view, { row: top, column: left }), head: spotAt(view, { row: bottom, column: right }) });
    },
    fold: (rowKey, isFolded) => {
      const next = new Set(folded);
      if (isFolded) next.add(rowKey);
      else next.delete(rowKey);
      setFolded(next);
    },
    unfoldAll: (rowKeys) => {
      if (rowKeys.some((key) => folded.has(key))) setFolded(new Set([...folded].filter((key) => !rowKeys.includes(key))));
    },
  };
}
