import { isSettling, useDocument } from '../state/document.ts';
import { currentOf, useLibrary } from '../state/library.ts';
import type { Choosable } from '../state/library-items.ts';
import { useSaving } from '../state/saving.ts';
import { useView } from '../state/view.ts';
import { openOnBoard, openShipped } from './file-actions.ts';

type LibraryRow = Extract<Choosable, { kind: 'scenario' }>['row'];

/** Opens a line of the library on its board. What lies in the bin is restored first; what comes with Footing is copied into the library. */
export async function openItem(item: Choosable): Promise<void> {
  if (item.kind === 'supplied') await openShipped(item.file.key);
  else if (item.row.binnedAt === null) await openOnBoard(item.row.id);
}

/** The scenario that commands are about on the library screen: one of the library, or one of the bin. */
export function selectedRow(where: 'library' | 'bin'): LibraryRow | null {
  const state = useLibrary.getState();
  if (useView.getState().screen !== 'library' || state.place === 'FILES') return null;
  const item = currentOf(state);
  if (item?.kind !== 'scenario') return null;
  return (item.row.binnedAt === null) === (where === 'library') ? item.row : null;
}

/** The step that undo and redo would take: in the library the scenario that was binned last, else the last edit of the scenario that is open. */
export function stepName(direction: 'undo' | 'redo'): string | null {
  if (useView.getState().screen === 'library') {
    const { binned } = useLibrary.getState();
    return binned === null || binned.isBack !== (direction === 'redo') ? null : `bin “${binned.name}”`;
  }
  const { open } = useDocument.getState();
  return open?.kind === 'library' ? open.steps[direction] : null;
}

/** Whether undo or redo may be asked for: a step is there, or may be once the change under way has come through. Keys pressed fast one after another all count. */
export function canStep(direction: 'undo' | 'redo'): boolean {
  if (stepName(direction) !== null) return true;
  return useView.getState().screen !== 'library' && useDocument.getState().open?.kind === 'library' && isSettling();
}

export async function takeStep(direction: 'undo' | 'redo'): Promise<void> {
  if (useView.getState().screen !== 'library') {
    await useDocument.getState().step(direction);
    return;
  }
  const { binned, bin, restore } = useLibrary.getState();
  if (binned !== null) await (direction === 'undo' ? restore(binned) : bin(binned));
}

/** The scenario that "Save a file" is about: the one selected in the library, else the one that is open. */
export function scenarioToSave(): string | null {
  const { open } = useDocument.getState();
  if (useView.getState().screen === 'library') return selectedRow('library')?.id ?? null;
  return open?.kind === 'library' ? open.id : null;
}

export async function saveFile(): Promise<void> {
  const id = scenarioToSave();
  if (id !== null) await useSaving.getState().save(id);
}
