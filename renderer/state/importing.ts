import { create } from 'zustand';
import type { TableKind } from '../../shared/tables/kinds.ts';

type Importing = {
  /** What a table is being brought in as: a whole new system, or items of the open scenario. */
  readonly asked: 'system' | TableKind | null;
  readonly ask: (asked: Importing['asked']) => void;
};

export const useImporting = create<Importing>()((set) => ({
  asked: null,
  ask: (asked) => {
    set({ asked });
  },
}));

/** Opens the import of a table of savings schemes or of baseline lines into the open scenario. */
export function openImport(kind: TableKind): void {
  useImporting.getState().ask(kind);
}
