import { create } from 'zustand';
import type { Failure, InputOf, Reply } from '../../shared/contract/contract.ts';
import type { Method } from '../../shared/contract/methods.ts';
import type { LibraryRow } from '../../shared/contract/records.ts';
import { ask } from './client.ts';
import { refusalOf, useDocument } from './document.ts';
import {
  choosable,
  itemsOf,
  type Choosable,
  type Column,
  type LibraryItem,
  type Order,
  type RecentFile,
  type Supplied,
} from './library-items.ts';
import { say } from './said.ts';

/** What the library shows: its scenarios, files of the disk opened lately, or the bin. */
export type Place = 'ALL' | 'FILES' | 'BIN';
type Named = { readonly id: string; readonly name: string };

type LibraryState = {
  readonly rows: readonly LibraryRow[];
  readonly supplied: readonly Supplied[];
  readonly recent: readonly RecentFile[];
  /** Scenarios in the library and in the bin, whatever is searched for. */
  readonly total: number;
  readonly inBin: number;
  readonly isRead: boolean;
  readonly search: string;
  readonly place: Place;
  readonly footprint: string | null;
  readonly order: Order;
  /** The key of the line that is selected. */
  readonly selected: string | null;
  /** A question that waits for an answer. */
  readonly asking: ({ readonly kind: 'RENAME' | 'DELETE' } & Named) | null;
  /** The scenario that was moved to the bin last, which undo brings back. */
  readonly binned: (Named & { readonly isBack: boolean }) | null;
  readonly refresh: () => Promise<void>;
  readonly setSearch: (search: string) => void;
  readonly show: (place: Place, footprint?: string) => void;
  readonly orderBy: (column: Column) => void;
  readonly select: (key: string | null) => void;
  readonly put: (asking: LibraryState['asking']) => void;
  readonly duplicate: (row: Named) => Promise<void>;
  readonly rename: (row: Named, name: string) => Promise<void>;
  readonly bin: (row: Named) => Promise<void>;
  readonly restore: (row: Named) => Promise<void>;
  readonly deleteForEver: (row: Named) => Promise<void>;
  readonly createBlank: (wanted: InputOf<'library.createBlank'>) => Promise<string | null>;
  /** Puts a scenario that was made on the page into the library. */
  readonly createWhole: (scenario: InputOf<'library.create'>['scenario']) => Promise<string | null>;
};

/** The library: rows as the store lists them. Every action goes through the shell and reads the list again. */
export const useLibrary = create<LibraryState>()((set, get) => ({
  rows: [],
  supplied: [],
  recent: [],
  total: 0,
  inBin: 0,
  isRead: false,
  search: '',
  place: 'ALL',
  footprint: null,
  order: { by: 'changedAt', isDescending: true },
  selected: null,
  asking: null,
  binned: null,
  refresh,
  setSearch: (search) => {
    set({ search });
    void readList();
  },
  show: (place, footprint) => {
    const isOther = place !== get().place;
    set({ place, footprint: footprint ?? null, selected: null, search: '', ...(isOther ? { rows: [], isRead: false } : {}) });
    void refresh();
  },
  orderBy: (by) => {
    const { order } = get();
    set({ order: { by, isDescending: order.by === by ? !order.isDescending : by === 'changedAt' } });
  },
  select: (selected) => {
    set({ selected });
  },
  put: (asking) => {
    set({ asking });
  },
  duplicate,
  rename,
  bin,
  restore,
  deleteForEver,
  createBlank,
  createWhole,
}));

function refuse(title: string, failure: Failure): void {
  useDocument.getState().refuse(refusalOf(title, failure));
}

async function readList(): Promise<void> {
  const { search, place } = useLibrary.getState();
  const list = await ask('library.list', { search, bin: place === 'BIN' });
  // A slow answer to an older question must not replace the answer to the newer one.
  const now = useLibrary.getState();
  if (now.search !== search || now.place !== place) return;
  if (!list.ok) {
    refuse('The library could not be read', list.failure);
    return;
  }
  const { rows, inBin, total } = list.value;
  useLibrary.setState({ rows, inBin, isRead: true, ...(search === '' && place !== 'BIN' ? { total } : {}) });
}

/** Apart from the list, because a network drive that sleeps must not hold it up. */
async function readFiles(): Promise<void> {
  const [files, shipped] = await Promise.all([ask('files.recent', null), ask('library.shipped', null)]);
  if (files.ok) useLibrary.setState({ recent: files.value.rows });
  if (shipped.ok) useLibrary.setState({ supplied: shipped.value.files });
}

async function refresh(): Promise<void> {
  void readFiles();
  await readList();
}

/** Does something to a scenario and reads the list again; says whether it was done. */
async function act<M extends Method>(title: string, method: M, input: InputOf<M>): Promise<boolean> {
  const reply = await ask(method, input);
  if (!reply.ok) refuse(title, reply.failure);
  await refresh();
  return reply.ok;
}

async function duplicate({ id, name }: Named): Promise<void> {
  const reply = await ask('library.duplicate', { id });
  await refresh();
  if (!reply.ok) {
    refuse('Nothing was copied', reply.failure);
    return;
  }
  useLibrary.setState({ selected: reply.value.id });
  say(`Copied “${name}”`);
}

async function rename({ id, name }: Named, to: string): Promise<void> {
  if (!(await act('The name was not changed', 'library.rename', { id, name: to }))) return;
  // Renaming is an edit: where that scenario is open, it has moved on.
  if (isOpen(id)) await useDocument.getState().openFromLibrary(id);
  say(`“${name}” is now “${to}”`);
}

async function bin({ id, name }: Named): Promise<void> {
  const after = neighbourOf(useLibrary.getState(), id);
  if (!(await act('Nothing was moved to the bin', 'library.bin', { id }))) return;
  useLibrary.setState({ selected: after, binned: { id, name, isBack: false } });
  if (isOpen(id)) useDocument.getState().close();
  say(`“${name}” is in the bin`);
}

async function restore({ id, name }: Named): Promise<void> {
  if (!(await act('Nothing was restored', 'library.restore', { id }))) return;
  const { binned } = useLibrary.getState();
  useLibrary.setState({ selected: id, binned: binned?.id === id ? { id, name, isBack: true } : binned });
  say(`“${name}” is back in the library`);
}

async function deleteForEver({ id, name }: Named): Promise<void> {
  if (!(await act('Nothing was deleted', 'library.deleteForEver', { id }))) return;
  if (useLibrary.getState().binned?.id === id) useLibrary.setState({ binned: null });
  say(`“${name}” is deleted`);
}

async function createBlank(wanted: InputOf<'library.createBlank'>): Promise<string | null> {
  return made(await ask('library.createBlank', wanted));
}

async function createWhole(scenario: InputOf<'library.create'>['scenario']): Promise<string | null> {
  return made(await ask('library.create', { scenario }));
}

async function made(reply: Reply<'library.create'>): Promise<string | null> {
  if (!reply.ok) {
    refuse('No scenario was made', reply.failure);
    return null;
  }
  await refresh();
  return reply.value.id;
}

function isOpen(id: string): boolean {
  const { open } = useDocument.getState();
  return open?.kind === 'library' && open.id === id;
}

/** The lines of the list as it stands. */
export function libraryItems(state: LibraryState): readonly LibraryItem[] {
  const { rows, supplied, search, footprint, order, place } = state;
  return itemsOf({ rows, supplied, search, footprint, order, isBin: place === 'BIN' });
}

/** The line that actions are about: the one selected, else the first. */
export function currentOf(state: LibraryState, items: readonly LibraryItem[] = libraryItems(state)): Choosable | null {
  const lines = choosable(items);
  return lines.find((item) => item.key === state.selected) ?? lines[0] ?? null;
}

/** The key of the line that will stand where a line is taken away. */
function neighbourOf(state: LibraryState, key: string): string | null {
  const lines = choosable(libraryItems(state));
  const index = lines.findIndex((item) => item.key === key);
  return (lines[index + 1] ?? lines[index - 1])?.key ?? null;
}
