import { create } from 'zustand';
import type { LibraryRow } from '../../shared/contract/records.ts';
import type { InputOf, OutputOf } from '../../shared/contract/contract.ts';
import { ask } from './client.ts';
import { refusalOf, useDocument } from './document.ts';

type Recent = OutputOf<'files.recent'>['rows'][number];

type LibraryState = {
  readonly rows: readonly LibraryRow[];
  readonly total: number;
  readonly inBin: number;
  readonly search: string;
  readonly showsBin: boolean;
  readonly recent: readonly Recent[];
  readonly selected: string | null;
  readonly refresh: () => Promise<void>;
  readonly setSearch: (search: string) => void;
  readonly setBin: (showsBin: boolean) => void;
  readonly select: (id: string | null) => void;
  readonly duplicate: (id: string) => Promise<void>;
  readonly rename: (id: string, name: string) => Promise<void>;
  readonly bin: (id: string) => Promise<void>;
  readonly restore: (id: string) => Promise<void>;
  readonly deleteForEver: (id: string) => Promise<void>;
  readonly createBlank: (wanted: InputOf<'library.createBlank'>) => Promise<string | null>;
};

/** The library: rows as the store lists them. Every action goes through the shell and reads the list again. */
export const useLibrary = create<LibraryState>()((set, get) => {
  const act = async (title: string, action: Promise<Awaited<ReturnType<typeof ask<'library.bin'>>>>): Promise<void> => {
    const reply = await action;
    if (!reply.ok) useDocument.getState().refuse(refusalOf(title, reply.failure));
    await get().refresh();
  };
  return {
    rows: [],
    total: 0,
    inBin: 0,
    search: '',
    showsBin: false,
    recent: [],
    selected: null,
    refresh: async () => {
      const { search, showsBin } = get();
      const [list, files] = await Promise.all([ask('library.list', { search, bin: showsBin }), ask('files.recent', null)]);
      // A slow answer to an older question must not replace the answer to the newer one.
      if (get().search !== search || get().showsBin !== showsBin) return;
      if (list.ok) set({ rows: list.value.rows, total: list.value.total, inBin: list.value.inBin });
      if (files.ok) set({ recent: files.value.rows });
    },
    setSearch: (search) => {
      set({ search });
      void get().refresh();
    },
    setBin: (showsBin) => {
      set({ showsBin, selected: null });
      void get().refresh();
    },
    select: (selected) => {
      set({ selected });
    },
    duplicate: async (id) => {
      const reply = await ask('library.duplicate', { id });
      if (!reply.ok) useDocument.getState().refuse(refusalOf('Nothing was copied', reply.failure));
      else set({ selected: reply.value.id });
      await get().refresh();
    },
    rename: (id, name) => act('The name was not changed', ask('library.rename', { id, name })),
    bin: (id) => act('Nothing was moved to the bin', ask('library.bin', { id })),
    restore: (id) => act('Nothing was restored', ask('library.restore', { id })),
    deleteForEver: (id) => act('Nothing was deleted', ask('library.deleteForEver', { id })),
    createBlank: async (wanted) => {
      const reply = await ask('library.createBlank', wanted);
      if (!reply.ok) {
        useDocument.getState().refuse(refusalOf('No scenario was made', reply.failure));
        return null;
      }
      await get().refresh();
      return reply.value.id;
    },
  };
});
